//! How values read in the interface: dates, counts, shares and kinds in words.

use dossier_engine::date::PartialDate;
use dossier_engine::entity::EntityKind;

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1 to 12; outside that range nothing.
#[must_use]
pub fn month(number: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(number).checked_sub(1)?).copied()
}

/// A date as precisely as it is known: `11 September 2023`, `September 2023` or `2023`.
#[must_use]
pub fn date(date: PartialDate) -> String {
    let mut words = String::new();
    if let Some(name) = date.month.and_then(month) {
        if let Some(day) = date.day {
            words.push_str(&day.to_string());
            words.push(' ');
        }
        words.push_str(name);
        words.push(' ');
    }
    words.push_str(&date.year.to_string());
    words
}

/// A count with its noun: `1 document`, `3 documents`.
#[must_use]
pub fn count(number: u32, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    let mut words = number.to_string();
    words.push(' ');
    words.push_str(noun);
    words
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
    use dossier_engine::date::PartialDate;

    fn on(year: u16, month: Option<u8>, day: Option<u8>) -> PartialDate {
        PartialDate { year, month, day }
    }

    #[test]
    fn a_date_says_no_more_than_is_known() {
        assert_eq!(
            super::date(on(2023, Some(9), Some(11))),
            "11 September 2023"
        );
        assert_eq!(super::date(on(2023, Some(9), None)), "September 2023");
        assert_eq!(super::date(on(2023, None, None)), "2023");
    }

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
