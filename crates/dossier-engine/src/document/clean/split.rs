//! Cuts what is glued together in one line: a credit before a caption, a button before a sentence,
//! the agency's desk behind the last one.

use super::furniture::verdict;
use super::lexicon::Cue;
use super::line::{End, Line};
use super::picture;
use crate::document::blocks::Piece;
use crate::document::{Aside, AsideKind, BlockKind};

/// How far into a line something glued to its start may reach, in bytes.
const LONGEST_START: usize = 80;

/// Agencies in capitals, to which the next word may be glued: `AFPThe leaders`.
const CAPITALS: [&str; 7] = ["AFP", "AP", "EPA", "PA", "KCNA", "TASS", "REUTERS"];

/// Marks of links that stand in the middle of copied sentences and say nothing. All tell that
/// something `opens`, or that it is `(external`.
const LINK_MARKS: [&str; 6] = [
    ", opens new tab",
    "(opens in new tab)",
    "(opens in a new tab)",
    "(opens in new window)",
    "opens in new tab",
    "(external link)",
];

/// What one of [`DESKS`] begins with.
const DESK_BEGINS: [char; 5] = ['(', 'A', 'E', 'R', '_'];

/// Where the line of an agency's desk begins behind a sentence.
const DESKS: [&str; 10] = [
    "(Reporting by",
    "Reporting by ",
    "(Additional reporting",
    "Additional reporting by",
    "(Writing by",
    "(Editing by",
    "Editing by ",
    "(Compiled by",
    "___",
    "Read more:",
];

/// Cuts the pieces; what is cut off is added to `aside`.
pub fn split(pieces: Vec<Piece>, aside: &mut Vec<Aside>) -> Vec<Piece> {
    let mut whole = Vec::new();
    for (at, mut piece) in pieces.iter().cloned().enumerate() {
        if piece
            .kind
            .is_some_and(|kind| matches!(kind, BlockKind::Preformatted))
        {
            whole.push(piece);
            continue;
        }
        if let Some(heading) = edited(&piece.text) {
            piece.text = heading;
            piece.kind = Some(BlockKind::Heading(2));
            whole.push(piece);
            continue;
        }
        let may_have_mark = piece.text.contains("opens ") || piece.text.contains("(external ");
        for mark in LINK_MARKS.iter().filter(|_| may_have_mark) {
            if piece.text.len() > mark.len() && piece.text.contains(mark) {
                let without = piece.text.replace(mark, "");
                without.trim().clone_into(&mut piece.text);
            }
        }
        if let Some((end, kind)) = glued_start(&piece.text) {
            let goes_on = pieces
                .get(at + 1)
                .is_some_and(|next| !next.gap && Line::new(&next.text).continues());
            let rest = Line::new(piece.text[end..].trim());
            if kind != AsideKind::Caption || goes_on || !is_glued_caption(&rest) {
                let text = piece.text[..end].trim().to_owned();
                aside.push(Aside {
                    kind,
                    lines: piece.lines.clone(),
                    text,
                });
                piece.text = rest.text;
            } else {
                aside.push(Aside {
                    kind,
                    lines: piece.lines,
                    text: piece.text,
                });
                continue;
            }
        }
        if let Some(start) = glued_end(&piece.text) {
            let text = piece.text[start..].trim().to_owned();
            aside.push(Aside {
                kind: AsideKind::Source,
                lines: piece.lines.clone(),
                text,
            });
            piece.text.truncate(piece.text[..start].trim_end().len());
        }
        if !piece.text.is_empty() {
            whole.push(piece);
        }
    }
    whole
}

/// A heading of an encyclopaedia's page without the link behind it: `Background[edit]`.
fn edited(text: &str) -> Option<String> {
    let heading = ["[edit]", "[edit source]"]
        .iter()
        .find_map(|link| text.strip_suffix(link))?;
    let heading = heading.trim_end();
    (!heading.is_empty() && heading.len() <= LONGEST_START).then(|| heading.to_owned())
}

/// Where a text really begins behind a credit or a button that is glued to it.
fn glued_start(text: &str) -> Option<(usize, AsideKind)> {
    let is_of_page = || {
        let whole = verdict(&Line::new(text)).filter(|verdict| verdict.sure);
        whole.is_some_and(|verdict| verdict.kind != AsideKind::Caption)
    };
    let mut before: Option<char> = None;
    for (at, character) in text
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST_START)
    {
        let lower_then_upper =
            before.is_some_and(|c| c.is_lowercase() || c == ')') && character.is_uppercase();
        let after_capitals = character.is_uppercase()
            && CAPITALS
                .iter()
                .any(|agency| text[..at].ends_with(agency) && text[..at].len() == agency.len())
            && text[at..]
                .chars()
                .nth(1)
                .is_some_and(|c| c.is_lowercase() || c == ' ');
        if lower_then_upper || after_capitals {
            let start = Line::new(text[..at].trim());
            let judged = verdict(&start)
                .filter(|verdict| verdict.sure)
                .map(|verdict| verdict.kind);
            let credited = start.cues.is_all(Cue::Credit).then_some(AsideKind::Caption);
            if let Some(kind) = credited.or(judged)
                && text[at..].split_whitespace().count() >= 3
            {
                return (!is_of_page()).then_some((at, kind));
            }
        }
        before = Some(character);
    }
    None
}

/// Whether what follows a glued credit is a caption: a phrase, or a sentence that is one by its
/// words. Several sentences are the article.
fn is_glued_caption(line: &Line) -> bool {
    let phrase = line.end == End::Open && line.count <= 60;
    let sentence = line.sentences() == 1
        && line.count <= 30
        && !line.reports()
        && (picture::is_caption(line) || line.cues.has(Cue::Picture));
    phrase || sentence
}

/// Where the desk's line begins behind a sentence in the same line.
fn glued_end(text: &str) -> Option<usize> {
    let mut beginnings = text.match_indices(DESK_BEGINS);
    let (start, _) =
        beginnings.find(|&(at, _)| DESKS.iter().any(|desk| text[at..].starts_with(desk)))?;
    let before = text[..start].trim_end();
    let rest = Line::new(text[start..].trim_start_matches(['_', ' ']));
    let desk =
        rest.cues.begins(Cue::Desk) || text[start..].starts_with("Read more:") && rest.count < 25;
    (desk
        && rest.count <= 60
        && before.split_whitespace().count() >= 5
        && Line::new(before).end == End::Sentence)
        .then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_desk_begins_as_is_looked_for() {
        assert!(DESKS.iter().all(|desk| desk.starts_with(DESK_BEGINS)));
    }

    fn cut(text: &str) -> (Vec<String>, Vec<String>) {
        let mut aside = Vec::new();
        let piece = Piece {
            text: text.to_owned(),
            lines: vec![1],
            ..Piece::default()
        };
        let pieces = split(vec![piece], &mut aside);
        (
            pieces.into_iter().map(|piece| piece.text).collect(),
            aside.into_iter().map(|aside| aside.text).collect(),
        )
    }

    #[test]
    fn a_credit_glued_to_a_paragraph_is_cut_off() {
        let (kept, aside) = cut(
            "Getty ImagesNorth Korea's leader came by train. He stayed for four days, officials said.",
        );
        assert_eq!(
            kept,
            ["North Korea's leader came by train. He stayed for four days, officials said."]
        );
        assert_eq!(aside, ["Getty Images"]);
    }

    #[test]
    fn a_credit_glued_to_a_caption_takes_it_along() {
        let (kept, aside) = cut("ReutersNorth Korea's leader and the president at the launch site");
        assert!(kept.is_empty());
        assert_eq!(aside.len(), 1);
    }

    #[test]
    fn names_with_a_capital_inside_stay_whole() {
        for text in [
            "McDonald's has left Russia, the company said.",
            "YouTube took down the channel.",
            "SpaceX launched it.",
        ] {
            assert_eq!(cut(text).0, [text]);
        }
    }

    #[test]
    fn the_desk_behind_the_last_sentence_is_cut_off() {
        let (kept, aside) =
            cut("The talks go on tomorrow, he said. (Reporting by Ann Ash; Editing by Bo Birch)");
        assert_eq!(kept, ["The talks go on tomorrow, he said."]);
        assert_eq!(aside, ["(Reporting by Ann Ash; Editing by Bo Birch)"]);
    }
}
