//! Names of bodies, put together as such names are: `Reform Party of Ghana`, `University of Lima`.

use super::{Names, pick};
use crate::random::Random;

/// The name of a body of the kind that a letter in a form stands for.
pub(super) fn named(slot: char, names: &Names, random: &mut Random) -> Option<String> {
    Some(match slot {
        'B' => party(names, random),
        'G' => state_body(names, random),
        'K' => company(names, random),
        'U' => university(names, random),
        'W' => newspaper(names, random),
        'F' => club(names, random),
        'Z' => pick(&names.region, random).to_owned(),
        'Q' => initials(random),
        'H' => one_of(&AGENCIES, random).to_owned(),
        _ => return None,
    })
}

/// News agencies.
const AGENCIES: [&str; 16] = [
    "Reuters", "Reuters", "Reuters", "AP", "AP", "AFP", "Xinhua", "UPI", "IANS", "Yonhap", "TASS",
    "Kyodo", "dpa", "ANSA", "Interfax", "Bernama",
];

fn one_of<'w>(words: &[&'w str], random: &mut Random) -> &'w str {
    words[random.below(words.len())]
}

fn party(names: &Names, random: &mut Random) -> String {
    let first = [
        "Democratic",
        "National",
        "Liberal",
        "Progressive",
        "Conservative",
        "Socialist",
        "Popular",
        "Christian Democratic",
        "Social Democratic",
        "United",
        "Radical",
        "Agrarian",
        "Green",
        "Reform",
        "People's",
        "Workers'",
        "Communist",
        "Independence",
        "Justice",
        "Freedom",
    ];
    let last = [
        "Party", "Party", "Party", "Union", "Front", "Alliance", "Movement", "League",
    ];
    let (first, last) = (one_of(&first, random), one_of(&last, random));
    let country = pick(&names.country, random);
    match random.below(5) {
        0 => format!("{first} {last} of {country}"),
        1 => format!("{} {first} {last}", pick(&names.people, random)),
        2 => format!(
            "Movement for {} and Justice",
            one_of(&["Peace", "Unity", "Change"], random)
        ),
        _ => format!("{first} {last}"),
    }
}

fn state_body(names: &Names, random: &mut Random) -> String {
    let about = [
        "Finance",
        "Health",
        "Defence",
        "Education",
        "Agriculture",
        "Justice",
        "Energy",
    ];
    let other = one_of(&about, random);
    let about = one_of(&about, random);
    match random.below(8) {
        6 => format!("Ministry of {about} and {other}"),
        7 => format!("{} Human Rights Commission", pick(&names.country, random)),
        0 => format!("Ministry of {about}"),
        1 => format!("{about} Ministry"),
        2 => format!("Department of {about}"),
        3 => format!("Supreme Court of {}", pick(&names.country, random)),
        4 => format!("Central Bank of {}", pick(&names.country, random)),
        _ => {
            let whole = [
                "National Assembly",
                "Senate",
                "Supreme Court",
                "High Court",
                "Parliament",
                "House of Representatives",
                "Electoral Commission",
                "Constitutional Court",
                "Chamber of Deputies",
                "Legislative Council",
                "Foreign Ministry",
            ];
            one_of(&whole, random).to_owned()
        }
    }
}

fn company(names: &Names, random: &mut Random) -> String {
    let ends = [
        "Industries",
        "Group",
        "Holdings",
        "Inc",
        "Corp",
        "AG",
        "SA",
        "Ltd",
        "Plc",
        "Bank",
        "Motors",
        "Steel",
        "Telecom",
        "Airlines",
        "Oil",
        "Energy",
        "Systems",
        "Foods",
        "Insurance",
        "NV",
    ];
    let end = one_of(&ends, random);
    let surname = pick(&names.surname, random);
    match random.below(7) {
        6 => format!("PT {surname} {}", pick(&names.surname, random)),
        0 => format!("{surname} & {}", pick(&names.surname, random)),
        1 => format!("{} {end}", pick(&names.city, random)),
        2 => format!("{} {end}", pick(&names.people, random)),
        3 => pick(&names.org, random).to_owned(),
        _ => format!("{surname} {end}"),
    }
}

fn university(names: &Names, random: &mut Random) -> String {
    let city = pick(&names.city, random);
    match random.below(4) {
        0 => format!("{city} University"),
        1 => format!("{} College", pick(&names.surname, random)),
        2 => format!("{city} Institute of Technology"),
        _ => format!("University of {city}"),
    }
}

fn newspaper(names: &Names, random: &mut Random) -> String {
    let ends = [
        "Times",
        "Post",
        "Herald",
        "Gazette",
        "Tribune",
        "Daily News",
        "Observer",
        "Star",
    ];
    format!("{} {}", pick(&names.city, random), one_of(&ends, random))
}

fn club(names: &Names, random: &mut Random) -> String {
    let city = pick(&names.city, random);
    let before = [
        "FC",
        "Dynamo",
        "Real",
        "Sporting",
        "Inter",
        "Lokomotiv",
        "Racing",
        "Maccabi",
    ];
    let after = [
        "United",
        "City",
        "Rovers",
        "Town",
        "Wanderers",
        "Athletic",
        "Rangers",
        "FC",
    ];
    match random.below(3) {
        0 => format!("{} {city}", one_of(&before, random)),
        1 => format!("{city} {}", one_of(&after, random)),
        _ => pick(&names.team, random).to_owned(),
    }
}

fn initials(random: &mut Random) -> String {
    let count = 3 + random.below(2);
    (0..count)
        .map(|_| char::from(b'A' + random.below(26) as u8))
        .collect()
}
