//! Who publishes: papers, broadcasters and agencies, by name and by the shape of a name.

/// Agencies and papers whose names have no shape of their own, with the name that is shown.
const KNOWN: [(&str, &str); 96] = [
    ("reuters", "Reuters"),
    ("thomson reuters", "Reuters"),
    ("associated press", "Associated Press"),
    ("the associated press", "Associated Press"),
    ("ap", "Associated Press"),
    ("ap news", "Associated Press"),
    ("afp", "AFP"),
    ("agence france-presse", "AFP"),
    ("dpa", "dpa"),
    ("efe", "EFE"),
    ("ansa", "ANSA"),
    ("tass", "TASS"),
    ("yonhap", "Yonhap"),
    ("yonhap news agency", "Yonhap"),
    ("kcna", "KCNA"),
    ("xinhua", "Xinhua"),
    ("kyodo", "Kyodo"),
    ("kyodo news", "Kyodo"),
    ("pti", "PTI"),
    ("ani", "ANI"),
    ("ians", "IANS"),
    ("upi", "UPI"),
    ("pa media", "PA Media"),
    ("anadolu", "Anadolu Agency"),
    ("interfax", "Interfax"),
    ("bbc", "BBC"),
    ("bbc news", "BBC News"),
    ("cnn", "CNN"),
    ("nbc news", "NBC News"),
    ("abc news", "ABC News"),
    ("cbs news", "CBS News"),
    ("fox news", "Fox News"),
    ("msnbc", "MSNBC"),
    ("npr", "NPR"),
    ("pbs", "PBS"),
    ("cnbc", "CNBC"),
    ("sky news", "Sky News"),
    ("itv news", "ITV News"),
    ("channel 4 news", "Channel 4 News"),
    ("nhk", "NHK"),
    ("nhk world", "NHK World"),
    ("nhk world-japan", "NHK World"),
    ("nhk world japan", "NHK World"),
    ("al jazeera", "Al Jazeera"),
    ("deutsche welle", "Deutsche Welle"),
    ("dw", "DW"),
    ("france 24", "France 24"),
    ("rfi", "RFI"),
    ("cbc", "CBC"),
    ("cbc news", "CBC News"),
    ("rte", "RTÉ"),
    ("rté", "RTÉ"),
    ("bloomberg", "Bloomberg"),
    ("politico", "Politico"),
    ("axios", "Axios"),
    ("the hill", "The Hill"),
    ("vox", "Vox"),
    ("the atlantic", "The Atlantic"),
    ("the economist", "The Economist"),
    ("the conversation", "The Conversation"),
    ("the national", "The National"),
    ("the diplomat", "The Diplomat"),
    ("le monde", "Le Monde"),
    ("le figaro", "Le Figaro"),
    ("libération", "Libération"),
    ("el país", "El País"),
    ("el mundo", "El Mundo"),
    ("der spiegel", "Der Spiegel"),
    ("tagesschau", "tagesschau"),
    ("corriere della sera", "Corriere della Sera"),
    ("la repubblica", "la Repubblica"),
    ("mailonline", "MailOnline"),
    ("the hindu", "The Hindu"),
    ("die zeit", "Die Zeit"),
    ("süddeutsche zeitung", "Süddeutsche Zeitung"),
    ("nikkei", "Nikkei"),
    ("nikkei asia", "Nikkei Asia"),
    ("the new yorker", "The New Yorker"),
    ("foreign policy", "Foreign Policy"),
    ("the age", "The Age"),
    ("the australian", "The Australian"),
    ("haaretz", "Haaretz"),
    ("al-monitor", "Al-Monitor"),
    ("voa", "VOA"),
    ("voice of america", "Voice of America"),
    ("radio free asia", "Radio Free Asia"),
    ("rfa", "Radio Free Asia"),
    ("nk news", "NK News"),
    ("daily nk", "Daily NK"),
    ("hankyoreh", "Hankyoreh"),
    ("the chosun ilbo", "The Chosun Ilbo"),
    ("ukrainska pravda", "Ukrainska Pravda"),
    ("meduza", "Meduza"),
    ("global times", "Global Times"),
    ("rappler", "Rappler"),
    ("the intercept", "The Intercept"),
];

/// Words that end the names of papers and broadcasters.
const LAST: [&str; 48] = [
    "times",
    "post",
    "news",
    "herald",
    "tribune",
    "guardian",
    "journal",
    "gazette",
    "chronicle",
    "telegraph",
    "mail",
    "express",
    "star",
    "press",
    "observer",
    "standard",
    "independent",
    "mirror",
    "globe",
    "courier",
    "echo",
    "argus",
    "review",
    "monitor",
    "dispatch",
    "examiner",
    "ledger",
    "inquirer",
    "bulletin",
    "sentinel",
    "zeitung",
    "rundschau",
    "broadcasting",
    "radio",
    "tv",
    "weekly",
    "wire",
    "online",
    "magazine",
    "register",
    "republic",
    "citizen",
    "advertiser",
    "mercury",
    "blog",
    "digest",
    "anzeiger",
    "today",
];

/// Words that begin the names of sections: `World News`.
const SECTIONS: [&str; 28] = [
    "rest", "all", "latest", "breaking", "top", "more", "local", "world", "business", "uk", "us",
    "asia", "europe", "africa", "video", "google", "apple", "sports", "sport", "live", "other",
    "related", "your", "our", "read", "city", "in", "weather",
];

/// The known outlet that a text names and nothing else.
pub fn known(text: &str) -> Option<&'static str> {
    let lower = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let named = |text: &str| {
        let found = KNOWN.iter().find(|(name, _)| *name == text);
        found.map(|(_, shown)| *shown)
    };
    named(&lower).or_else(|| named(lower.strip_suffix(" news")?))
}

/// Whether a text is made as the names of papers are: a few words with capitals, the last of them
/// such as `Times` or `Herald`.
pub fn has_shape(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    // `The Courier-Ledger`
    let last = words.last().and_then(|word| word.rsplit('-').next());
    let last = last.map(str::to_lowercase);
    let joined = |word: &&str| matches!(*word, "of" | "and" | "&" | "de" | "del" | "di");
    (2..=6).contains(&words.len())
        && last.is_some_and(|last| LAST.contains(&last.as_str()))
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase) || joined(word))
        && words
            .first()
            .is_some_and(|first| !SECTIONS.contains(&first.to_lowercase().as_str()))
}

/// The outlets that a text names anywhere, as shown, in order: known ones, and runs of capitalised
/// words that have the shape.
pub fn named(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().take(80).collect();
    let bare = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .trim_end_matches("'s")
            .trim_end_matches("\u{2019}s")
            .to_owned()
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=5.min(words.len() - at)).rev().find_map(|length| {
            let run: Vec<String> = words[at..at + length]
                .iter()
                .map(|word| bare(word))
                .collect();
            let text = run.join(" ");
            let proper = run.iter().all(|word| {
                word.starts_with(char::is_uppercase)
                    || length > 1 && matches!(word.as_str(), "of" | "and" | "de" | "della")
            });
            let starts = run.first().is_some_and(|word| word == "The" || length > 1);
            let inner = words[at..at + length - 1]
                .iter()
                .all(|word| !word.ends_with([',', '.', ';', ':', '!', '?', '|']));
            if !proper || !inner {
                return None;
            }
            let known = known(&text).map(str::to_owned);
            known
                .or_else(|| (starts && has_shape(&text)).then_some(text))
                .map(|name| (name, length))
        });
        match longest {
            Some((name, length)) => {
                found.push(name);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The owner in a line of copyright: `© 2023 The Harbour Times. All rights reserved.`
pub fn owner(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let start = ["copyright", "\u{a9}", "(c)"]
        .iter()
        .filter_map(|mark| Some(lower.find(mark)? + mark.len()))
        .max()?;
    let rest = text.get(start..)?;
    let rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = rest.strip_prefix("by ").unwrap_or(rest);
    let end = rest
        .find([',', '|', '\u{b7}', ';', '(', '\u{2022}'])
        .unwrap_or(rest.len());
    let rest = &rest[..end];
    let end = rest
        .find(". ")
        .or_else(|| rest.find(" All "))
        .or_else(|| rest.find(" all rights"))
        .unwrap_or(rest.len());
    let name = rest[..end].trim().trim_end_matches('.');
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    let words = name.split_whitespace().count();
    if !(1..=6).contains(&words)
        || !name.starts_with(char::is_uppercase) && known(name).is_none()
        || name.starts_with("All ")
        // The rights of a picture: `© Ann Ash/TASS`
        || name.rsplit_once('/').is_some_and(|(_, agency)| known(agency).is_some())
    {
        return None;
    }
    Some(known(name).map_or_else(|| name.to_owned(), str::to_owned))
}

/// A name in capitals as it is written otherwise: `SEOUL` is `Seoul`, `KIM TONG-HYUNG` is
/// `Kim Tong-Hyung`.
pub fn title_case(text: &str) -> String {
    let mut cased = String::with_capacity(text.len());
    let mut start = true;
    for character in text.chars() {
        if start {
            cased.push(character);
        } else {
            cased.extend(character.to_lowercase());
        }
        start = !character.is_alphabetic();
    }
    cased
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_known_by_name_or_by_shape() {
        assert_eq!(known("BBC News"), Some("BBC News"));
        assert!(has_shape("The Harbour Times") && has_shape("Cork Weekly Herald"));
        assert!(!has_shape("World News") && !has_shape("the last post"));
        assert_eq!(
            named("Sign up for The Harbour Times's newsletter"),
            ["The Harbour Times"]
        );
        assert_eq!(named("Read it in Reuters, or on CNN."), ["Reuters", "CNN"]);
    }

    #[test]
    fn the_owner_of_the_rights_is_the_publisher() {
        assert_eq!(
            owner("© 2023 The Harbour Times. All rights reserved.").as_deref(),
            Some("The Harbour Times")
        );
        assert_eq!(
            owner("Copyright 2024 NPR. All rights reserved.").as_deref(),
            Some("NPR")
        );
        assert_eq!(owner("The price is up."), None);
    }
}
