//! How values read in the interface: counts, shares and kinds in words.

use dossier_engine::entity::EntityKind;

/// A count with its noun: `1 document`, `3 documents`.
#[must_use]
pub fn count(number: u32, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    let mut words = number.to_string();
    words.push(' ');
    words.push_str(noun);
    words
}

/// A text of the interface with a capital at its start. Only the letters of English become
/// capitals, which spares the app the tables of all others.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A share of 0 to 1 as whole per cent: `62 %`. What is above nothing is never 0 %, what is below
/// everything never 100 %.
#[must_use]
pub fn percent(share: f32) -> String {
    let whole = (share * 100.0).round() as i32;
    let whole = if share > 0.0 && share < 1.0 {
        whole.clamp(1, 99)
    } else {
        whole.clamp(0, 100)
    };
    let mut words = whole.to_string();
    words.push_str("\u{a0}%");
    words
}

/// A number of tenths, 0 or more, with its decimal: `37` reads `3.7`. Writing it by hand spares the
/// app the code for writing fractions.
#[must_use]
pub fn tenths(number: i32) -> String {
    let mut words = (number / 10).to_string();
    words.push('.');
    words.push_str(&(number % 10).to_string());
    words
}

/// A size: `340 B`, `1.2 kB`, `3.4 MB`.
#[must_use]
pub fn bytes(bytes: u32) -> String {
    let (tenth, unit) = match bytes {
        0..1_000 => return [&bytes.to_string(), "\u{a0}B"].concat(),
        1_000..1_000_000 => (100, "\u{a0}kB"),
        _ => (100_000, "\u{a0}MB"),
    };
    [&tenths((bytes / tenth).cast_signed()), unit].concat()
}

/// The kind of one entity, as a word at the beginning of a line.
#[must_use]
pub fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Group => "Nationality or group",
        EntityKind::Weapon => "Weapon",
        EntityKind::Event => "Event",
        EntityKind::Law => "Treaty or resolution",
        EntityKind::Date => "Date",
        EntityKind::Quantity => "Quantity",
    }
}

/// The kind of several entities, as the heading of their list.
#[must_use]
pub fn kinds(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organisation => "Organisations",
        EntityKind::Place => "Places",
        EntityKind::Group => "Nationalities and groups",
        EntityKind::Weapon => "Weapons",
        EntityKind::Event => "Events",
        EntityKind::Law => "Treaties and resolutions",
        EntityKind::Date => "Dates",
        EntityKind::Quantity => "Quantities",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_has_no_plural() {
        assert_eq!(super::count(1, "match", "matches"), "1 match");
        assert_eq!(super::count(0, "match", "matches"), "0 matches");
    }

    #[test]
    fn a_share_is_rounded_but_never_to_nothing_or_all() {
        assert_eq!(super::percent(0.617), "62\u{a0}%");
        assert_eq!(super::percent(0.001), "1\u{a0}%");
        assert_eq!(super::percent(0.999), "99\u{a0}%");
        assert_eq!(super::percent(1.0), "100\u{a0}%");
        assert_eq!(super::percent(0.0), "0\u{a0}%");
    }
}
