//! Two documents side by side, in words.

use dossier_engine::similar::{Comparison, Row, RowKind};

use crate::words;

/// How the two documents are called where there is no room for their titles.
pub const LETTERS: [&str; 2] = ["A", "B"];

/// The rows that differ, each with its position among all.
pub fn differences(comparison: &Comparison) -> impl Iterator<Item = (usize, &Row)> {
    let rows = comparison.rows.iter().enumerate();
    rows.filter(|(_, row)| !row.is_same())
}

/// What is in common and what differs, a sentence each.
#[must_use]
pub fn summary(comparison: &Comparison) -> [String; 2] {
    let passages = |row: &Row, side: usize| {
        let cells = row.sides[side].iter();
        cells.filter(|cell| cell.passage.is_some()).count() as u32
    };
    let (mut same, mut differ, mut apart) = (0, 0, [0, 0]);
    for row in &comparison.rows {
        let both = [0, 1].map(|side| passages(row, side));
        match row.kind {
            RowKind::Apart => apart = [apart[0] + both[0], apart[1] + both[1]],
            _ if row.is_same() => same += both[0],
            _ => differ += both[0].max(both[1]),
        }
    }
    let [a, b] = comparison.words.map(|words| {
        let share = words.common as f32 / words.all.max(1) as f32;
        words::percent(share)
    });
    let paragraphs = [
        &words::count(same, "paragraph is the same", "paragraphs are the same"),
        ", ",
        &words::count(differ, "differs in words", "differ in words"),
        ", ",
        &words::count(apart[0], "stands in A only", "stand in A only"),
        ", ",
        &words::count(apart[1], "in B only", "in B only"),
        ".",
    ];
    let shares = [
        &a,
        " of the words of A stand in B too, and ",
        &b,
        " of those of B in A.",
    ];
    [paragraphs.concat(), shares.concat()]
}

/// Where one is among the differences: `3 of 17`, `17 differences`.
#[must_use]
pub fn position(current: Option<usize>, total: usize) -> String {
    match current {
        _ if total == 0 => "No difference".to_owned(),
        Some(current) => [&(current + 1).to_string(), " of ", &total.to_string()].concat(),
        None => words::count(total as u32, "difference", "differences"),
    }
}

/// What is said above a block, where it is not simply worded differently on both sides.
#[must_use]
pub fn note(row: &Row) -> Option<&'static str> {
    match row.kind {
        RowKind::Apart => Some("only here"),
        RowKind::Moved => Some("in another place"),
        RowKind::Common => row.is_same().then_some("the same in both"),
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::Document;
    use dossier_engine::similar::compare;

    use super::{differences, position, summary};

    #[test]
    fn what_is_in_common_and_what_differs_is_counted() {
        let [a, b] = [
            "one and the same paragraph\n\nthe second is nearly the same\n\nquite another matter",
            "one and the same paragraph\n\nthe second was nearly the same",
        ]
        .map(|text| Document::plain("a", "A", text));
        let comparison = compare(&a, &b);
        assert_eq!(
            summary(&comparison),
            [
                "1 paragraph is the same, 1 differs in words, 1 stands in A only, 0 in B only.",
                "71\u{a0}% of the words of A stand in B too, and 91\u{a0}% of those of B in A.",
            ]
        );
        let rows: Vec<usize> = differences(&comparison).map(|(at, _)| at).collect();
        assert_eq!(rows, [1, 2]);
    }

    #[test]
    fn the_place_among_the_differences_is_said() {
        assert_eq!(position(None, 1), "1 difference");
        assert_eq!(position(Some(2), 17), "3 of 17");
        assert_eq!(position(None, 0), "No difference");
    }
}
