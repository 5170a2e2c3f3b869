//! Made-up pages of results, tables and datelines, in the forms that news agencies send them.
//!
//! The labelled texts are prose. Pages of results have forms of their own, where a city is a team
//! and a country stands in brackets behind a person; a few hundred of them with names from the
//! lists teach these forms.

use std::path::Path;

use dossier_engine::entity::EntityKind;

use crate::Failure;
use crate::data::{Document, Name, Scheme, Text, What};
use crate::random::Random;

/// Names to fill forms with.
#[derive(Debug, Default)]
pub struct Names {
    first: Vec<String>,
    surname: Vec<String>,
    city: Vec<String>,
    country: Vec<String>,
    people: Vec<String>,
    team: Vec<String>,
    org: Vec<String>,
}

impl Names {
    /// Any first name.
    pub fn first(&self, random: &mut Random) -> &str {
        pick(&self.first, random)
    }

    /// Any surname.
    pub fn surname(&self, random: &mut Random) -> &str {
        pick(&self.surname, random)
    }

    /// Reads lists of `kind TAB name`.
    pub fn read(files: &[&Path]) -> Result<Self, Failure> {
        let mut names = Self::default();
        for path in files {
            let file = std::fs::read_to_string(path)
                .map_err(|error| Failure::Read(path.to_path_buf(), error))?;
            for (kind, name) in file.lines().filter_map(|line| line.split_once('\t')) {
                let list = match kind {
                    "first" => &mut names.first,
                    "surname" => &mut names.surname,
                    "city" => &mut names.city,
                    "country" => &mut names.country,
                    "demonym" => &mut names.people,
                    "team" => &mut names.team,
                    "org" => &mut names.org,
                    _ => continue,
                };
                list.push(name.to_owned());
            }
        }
        // The list of countries has long official names too, which results never have.
        names
            .country
            .retain(|name| !name.contains(',') && name.split(' ').count() < 3);
        Ok(names)
    }
}

/// Forms of lines. A capital letter after `$` is filled in: `P` a person, `S` a surname, `I` an
/// initial and a surname, `C` a country, `T` a team, `Y` a city's team, `L` a city, `O` an
/// organisation, `N` a people, `D` a weekday, `M` a month and a day, `0` a small number, `1` a large
/// one, `A` a city in capitals. A form is followed by how many lines like it there are.
const PAGES: [&[(&str, usize)]; 16] = [
    &[
        ("SOCCER - $T WIN IN $C .", 1),
        ("$A 1996-0$0-1$0", 1),
        ("$T $0 $T $0", 6),
        ("$Y $0 $Y $0 ( halftime $0-$0 )", 5),
    ],
    &[
        ("SOCCER - $N FIRST DIVISION RESULTS .", 1),
        ("$A 1996-1$0-2$0", 1),
        ("Results of $N first division soccer matches on $D :", 1),
        ("$T $0 $Y $0", 7),
        (
            "Standings ( tabulate under played , won , drawn , lost , goals for , against , points ) :",
            1,
        ),
        ("$T 1$0 $0 $0 $0 2$0 1$0 2$0", 9),
        ("$Y 1$0 $0 $0 $0 2$0 1$0 2$0", 5),
    ],
    &[
        ("TENNIS - $S AND $S REACH FINAL IN $L .", 1),
        ("$A , $M ( Reuters ) -", 1),
        ("$P ( $C ) beat $P ( $C ) 6-$0 6-$0", 7),
        ("$0 - $P ( $C ) beat $0 - $P ( $C ) 7-6 ( 7-$0 ) 6-$0", 4),
    ],
    &[
        ("ATHLETICS - LEADING RESULTS AT $L MEETING .", 1),
        ("$A 1996-08-1$0", 1),
        (
            "Leading results at an international meeting in $L on $D :",
            1,
        ),
        (
            "Women 's 100 metres : 1. $P ( $C ) 1$0.$1 seconds 2. $P ( $C ) 1$0.$1 3. $P ( $C ) 1$0.$1",
            3,
        ),
        ("$0. $P ( $C ) 4$0.$1", 8),
    ],
    &[
        ("BASEBALL - RESULTS FROM $D .", 1),
        ("NEW YORK 1996-08-2$0", 1),
        ("$Y $0 $Y $0", 5),
        ("$Y $0 AT $Y $0", 4),
        ("W L PCT GB", 1),
        ("$Y 7$0 5$0 .5$1 -", 10),
    ],
    &[
        ("NHL ICE HOCKEY - STANDINGS AFTER $D 'S GAMES .", 1),
        ("$Y 1$0 $0 $0 8$0 7$0 3$0", 9),
        ("$D , $M", 1),
        ("$Y AT $Y", 5),
    ],
    &[
        ("NBA BASKETBALL - $Y $1 , $Y $1", 1),
        (
            "$P scored 2$0 points and $S added 1$0 as the $Y $T beat the $T $1-$1 on $D .",
            3,
        ),
        ("$Y at $Y", 4),
    ],
    &[
        ("CRICKET - $C V $C SCOREBOARD .", 1),
        (
            "$A , $M ( Reuters ) - Close of play scores in the first test between $C and $C on $D :",
            1,
        ),
        ("$C first innings", 1),
        ("$I c $S b $S 4$0", 6),
        ("$I lbw b $S 1$0", 3),
        ("$I not out 2$0", 2),
        ("Fall of wickets : 1-2$0 2-4$0 3-9$0", 1),
        (
            "Bowling : $S 1$0-$0-4$0-$0 , $S 2$0-$0-5$0-$0 , $S 9-$0-2$0-0",
            2,
        ),
    ],
    &[
        ("GOLF - SCORES AT $L OPEN .", 1),
        ("$P ( $C ) $1 $1 $1", 5),
        ("2$1 $P $1 $1 $1 $1 , $P ( $C ) $1 $1 $1 $1", 4),
        ("( $C unless stated )", 1),
    ],
    &[
        ("CYCLING - $S WINS STAGE OF TOUR OF $C .", 1),
        ("$A 1996-09-0$0", 1),
        ("$0. $P ( $C ) $T same time", 3),
        ("$0. $P ( $C ) 4 hours 1$0 minutes", 5),
        ("1$0. $P ( $C ) $O", 4),
    ],
    &[
        ("$O Q3 NET PROFIT RISES .", 1),
        ("$A 1996-11-0$0", 1),
        (
            "$O said on $D it had agreed to sell its unit in $C to $O for $ $1 million .",
            2,
        ),
        ("Shr $1 cents vs $1 cents", 1),
        ("Net $1 vs $1", 1),
        ("-- $P , $L newsroom + 44 171 542 $1", 1),
    ],
    &[
        ("PRESS DIGEST - $C - $M .", 1),
        ("$A 1996-12-0$0", 1),
        (
            "These are the leading stories in the $N press on $D . Reuters has not verified these stories .",
            1,
        ),
        ("- $O plans to buy a stake in $O .", 2),
        ("- $S tells $C : no more talks .", 2),
    ],
    &[
        ("RTRS - $O SHARES FALL IN $L .", 1),
        (
            "$A $M - $O closed lower on the $L bourse on $D , dealers said .",
            1,
        ),
        ("\" It was quiet , \" said $P of $O in $L .", 2),
        ("$O $1 up $0", 4),
    ],
    &[
        ("RUGBY UNION - $T BEAT $T IN $C .", 1),
        ("$T - Tries : $P , $P ( $0 ) . Penalties : $S $0 .", 2),
        ("$C - $P ; $P , $P , $P ; $P ( captain ) , $P .", 2),
        ("Teams :", 1),
        ("$T : 1-$P 2-$P 3-$P 4-$S 5-$S", 2),
    ],
    &[
        (
            "$L ( $M ) Scorers : $S ( 1$0th minute ) , $S ( 4$0th , 7$0th ) . Attendance : 1$0,000",
            3,
        ),
        ("$C $0 $C $0 ( halftime 0-$0 )", 4),
        ("$C - $P ( 3$0 , 7$0 penalty )", 2),
        ("Group standings : $C 3 points , $C 1 , $C 0", 1),
    ],
    &[
        (
            "$L , $C ( AP ) - $P of $C won the 1$0 km on $D , ahead of $P and $N skier $P .",
            2,
        ),
        ("$0 $P , $C , $1 points", 6),
        ("Team : $C $1 , $C $1 , $C $1", 2),
    ],
];

/// So many made-up pages.
pub fn pages(names: &Names, count: u64) -> Vec<Document> {
    (0..count)
        .map(|number| Document {
            source: "made-up",
            number,
            scheme: Scheme::All,
            texts: page(names, &mut Random(number + 77)),
        })
        .collect()
}

fn page(names: &Names, random: &mut Random) -> Vec<Text> {
    let page = PAGES[random.below(PAGES.len())];
    // Half of the pages have their signs apart, as tokenised corpora do.
    let apart = random.happens(50);
    let mut texts = Vec::new();
    for &(form, most) in page {
        let count = if most > 2 {
            most / 2 + random.below(most)
        } else {
            most
        };
        for _ in 0..count {
            texts.push(line(form, names, apart, random));
        }
    }
    texts
}

fn line(form: &str, names: &Names, apart: bool, random: &mut Random) -> Text {
    let shouted = !form
        .replace(['$', 'P', 'S'], "")
        .contains(char::is_lowercase)
        && form.chars().filter(|c| c.is_alphabetic()).count() > 12;
    let mut text = Text::default();
    let mut signs = form.chars().peekable();
    while let Some(sign) = signs.next() {
        let Some(slot) = (sign == '$').then(|| signs.next()).flatten() else {
            text.text.push(sign);
            continue;
        };
        let (filling, kind) = filling(slot, names, random);
        let start = text.text.len();
        let capitals = shouted || slot == 'A';
        text.text.push_str(&if capitals {
            filling.to_uppercase()
        } else {
            filling
        });
        if let Some(kind) = kind {
            text.names.push(Name {
                start,
                end: text.text.len(),
                what: What::Kind(kind),
            });
        }
    }
    if apart { text } else { closed(&text) }
}

fn pick<'n>(list: &'n [String], random: &mut Random) -> &'n str {
    list.get(random.below(list.len()))
        .map_or("", String::as_str)
}

fn filling(slot: char, names: &Names, random: &mut Random) -> (String, Option<EntityKind>) {
    use EntityKind as K;
    match slot {
        'P' => {
            let first = pick(&names.first, random);
            (
                format!("{first} {}", pick(&names.surname, random)),
                Some(K::Person),
            )
        }
        'S' => (pick(&names.surname, random).to_owned(), Some(K::Person)),
        'I' => {
            let initial = char::from(b'A' + random.below(25) as u8);
            (
                format!("{initial}. {}", pick(&names.surname, random)),
                Some(K::Person),
            )
        }
        'C' => (pick(&names.country, random).to_owned(), Some(K::Place)),
        'T' => (pick(&names.team, random).to_owned(), Some(K::Organisation)),
        'Y' => (pick(&names.city, random).to_owned(), Some(K::Organisation)),
        'L' | 'A' => (pick(&names.city, random).to_owned(), Some(K::Place)),
        'O' => (pick(&names.org, random).to_owned(), Some(K::Organisation)),
        'N' => (pick(&names.people, random).to_owned(), Some(K::Group)),
        'D' => {
            let days = [
                "Monday",
                "Tuesday",
                "Wednesday",
                "Thursday",
                "Friday",
                "Saturday",
                "Sunday",
            ];
            (days[random.below(7)].to_owned(), Some(K::Date))
        }
        'M' => {
            let months = ["Jan", "Feb", "March", "April", "Aug", "Sept", "Dec"];
            let day = random.below(28) + 1;
            (format!("{} {day}", months[random.below(7)]), Some(K::Date))
        }
        '0' => (random.below(10).to_string(), None),
        '1' => ((random.below(400) + 60).to_string(), None),
        other => (other.to_string(), None),
    }
}

/// The text with signs beside words: `( 3 )` becomes `(3)`.
fn closed(text: &Text) -> Text {
    let mut closed = Text::default();
    let mut names = text.names.iter().copied().peekable();
    let signs: Vec<(usize, char)> = text.text.char_indices().collect();
    for (position, &(at, sign)) in signs.iter().enumerate() {
        if let Some(name) = names.peek_mut().filter(|name| name.start == at) {
            name.start = closed.text.len();
        }
        let before = position.checked_sub(1).map(|at| signs[at].1);
        let after = signs.get(position + 1).map(|next| next.1);
        let dropped = sign == ' '
            && (matches!(after, Some(')' | ',' | '.' | ':' | ';' | '\'')) || before == Some('('));
        if !dropped {
            closed.text.push(sign);
        }
        let end = at + sign.len_utf8();
        if let Some(name) = names.next_if(|name| name.end == end && name.start < closed.text.len())
        {
            closed.names.push(Name {
                end: closed.text.len(),
                ..name
            });
        }
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let one = |name: &str| vec![name.to_owned()];
        Names {
            first: one("Ines"),
            surname: one("Quint"),
            city: one("Ferring"),
            country: one("Portugal"),
            people: one("Portuguese"),
            team: one("Ferring Rovers"),
            org: one("Acme"),
        }
    }

    #[test]
    fn names_stay_labelled_where_signs_close_up() {
        let form = "$P ( $C ) beat $0 - $S , $M .";
        for apart in [true, false] {
            let line = line(form, &names(), apart, &mut Random(3));
            let labelled = line
                .names
                .iter()
                .map(|name| &line.text[name.start..name.end]);
            let labelled: Vec<&str> = labelled.collect();
            assert_eq!(
                labelled[..3],
                ["Ines Quint", "Portugal", "Quint"],
                "{}",
                line.text
            );
            assert_eq!(line.text.contains("( "), apart);
        }
    }

    #[test]
    fn the_same_number_makes_the_same_page() {
        let texts = |page: &Document| page.texts.iter().map(|text| text.text.clone()).collect();
        let [one, two]: [Vec<Vec<String>>; 2] =
            [(); 2].map(|()| pages(&names(), 5).iter().map(texts).collect());
        assert_eq!(one, two);
    }
}
