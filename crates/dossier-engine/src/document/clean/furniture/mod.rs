//! Judges single lines: which belong to the page around an article and not to the article.
//!
//! A line is judged by what its words are for together with its length and its end, so that no
//! rule hangs on the wording of one paper. Running text that reports what somebody said is an
//! article's and is hardly ever taken away.

mod buttons;
mod links;
mod offers;
mod sources;

use super::line::Line;
use crate::document::AsideKind;

/// A judgement that a line belongs to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What the line is.
    pub kind: AsideKind,
    /// Whether it is sure of itself; otherwise the lines around it have to agree.
    pub sure: bool,
}

/// A judgement that needs no other line.
fn sure(kind: AsideKind) -> Verdict {
    Verdict { kind, sure: true }
}

/// A judgement that other lines have to confirm.
fn likely(kind: AsideKind) -> Verdict {
    Verdict { kind, sure: false }
}

/// The rules, in the order in which they are asked.
const RULES: [fn(&Line) -> Option<Verdict>; 13] = [
    buttons::marks,
    buttons::advertisement,
    buttons::time,
    buttons::menu,
    buttons::media,
    offers::offer,
    offers::legal,
    sources::picture_line,
    sources::desk,
    offers::comments,
    links::list,
    sources::contact,
    sources::author,
];

/// What a line is, where it looks like a part of the page.
pub fn verdict(line: &Line) -> Option<Verdict> {
    RULES.iter().find_map(|rule| rule(line))
}

#[cfg(test)]
mod tests {
    use super::{AsideKind, verdict};
    use crate::document::clean::line::Line;

    fn kind(text: &str) -> Option<AsideKind> {
        verdict(&Line::new(text)).map(|verdict| verdict.kind)
    }

    #[test]
    fn parts_of_the_page_are_known_in_any_wording() {
        for (text, expected) in [
            ("Advertisement", AsideKind::Advertisement),
            (
                "Story continues below advertisement",
                AsideKind::Advertisement,
            ),
            ("5 min read", AsideKind::Time),
            ("3 hours ago", AsideKind::Time),
            ("Share on Facebook", AsideKind::Prompt),
            ("Save", AsideKind::Prompt),
            (
                "Your browser does not support the audio element.",
                AsideKind::Prompt,
            ),
            (
                "Sign up for our daily newsletter and never miss a story.",
                AsideKind::SignUp,
            ),
            (
                "Get the day's top stories in your inbox every morning",
                AsideKind::SignUp,
            ),
            ("Already a subscriber? Log in", AsideKind::SignUp),
            (
                "© 2023 The Harbour Times. All rights reserved.",
                AsideKind::Legal,
            ),
            (
                "We use cookies to give you the best experience. Read our cookie policy.",
                AsideKind::Legal,
            ),
            ("Most viewed", AsideKind::Related),
            ("READ MORE: Grain ships leave the port", AsideKind::Related),
            (
                "Reporting by Ann Ash; Editing by Bo Birch",
                AsideKind::Source,
            ),
            ("Source: Harbour News and agencies", AsideKind::Source),
            ("View comments", AsideKind::Prompt),
            ("Leave a comment", AsideKind::Comments),
            ("Home > World > Asia", AsideKind::Navigation),
            ("Follow Ann Ash on Twitter", AsideKind::Author),
            ("Getty Images", AsideKind::Caption),
            (
                "We believe in the free flow of what is known",
                AsideKind::Prompt,
            ),
            (
                "The article you are reading originally appeared in German in May.",
                AsideKind::Source,
            ),
        ] {
            assert_eq!(kind(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_an_article_says_is_left_alone() {
        for text in [
            "He refused to sign up to the agreement, the ministry said.",
            "The share of exports rose to a third.",
            "Follow the money, investigators told the court.",
            "\"You have to register your guns,\" she said, \"or we take them.\"",
            "Subscribers to the fund lost everything when the bank closed in May, according to the court.",
            "WHO IS IN THE DELEGATION?",
            "The Kremlin",
            "What Russia wants",
            "The minister's newsletter to members, sent on Monday, said that the party would vote against it.",
            "More than 200 people were killed.",
            "Fashion icon dies at 91",
            "Polls do not necessarily reflect the mood of the country.",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
