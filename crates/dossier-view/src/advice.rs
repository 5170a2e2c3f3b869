//! What to say of a query beside its results: what was not found, what was searched in its place,
//! and what one click would mend.

use dossier_engine::explorer::{Notice, SearchAnswer};
use dossier_engine::order;
use dossier_engine::span::Span;

use crate::state::{Action, State};
use crate::words;

/// A remark on the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// How much it matters.
    pub weight: Weight,
    /// What it says.
    pub text: Vec<Part>,
    /// What one click would mend.
    pub offers: Vec<Offer>,
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It explains the results.
    Note,
    /// A part of the query was not taken as typed, or finds nothing.
    Problem,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Our words.
    Plain(String),
    /// A word of the query or of the documents, set off.
    Word(String),
}

/// Something that one click does.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What the button says.
    pub label: String,
    /// What it does.
    pub action: Action,
}

/// The remarks on the answered query, problems first.
#[must_use]
pub fn advice(state: &State) -> Vec<Advice> {
    let Some(answer) = &state.answer else {
        return Vec::new();
    };
    let query = &state.answered.query;
    let mut remarks: Vec<Advice> = answer
        .problems
        .iter()
        .map(|problem| {
            let typed = problem.span.slice(query).trim();
            let mut text = Vec::new();
            if !typed.is_empty() {
                text.extend([word(typed), plain(": ")]);
            }
            text.push(plain(&sentence(&problem.message, typed.is_empty())));
            Advice {
                weight: Weight::Problem,
                text,
                offers: Vec::new(),
            }
        })
        .collect();
    let notices = answer.notices.iter();
    remarks.extend(notices.filter_map(|notice| remark(state, query, notice)));
    order::sort_by_key(&mut remarks, |remark| remark.weight == Weight::Note);
    remarks
}

fn remark(state: &State, query: &str, notice: &Notice) -> Option<Advice> {
    match notice {
        Notice::Corrected { typed, words } => {
            let mut text = vec![
                plain("No document has "),
                word(typed.slice(query)),
                plain("; searching "),
            ];
            for (position, found) in words.iter().enumerate() {
                if position > 0 {
                    text.push(plain(if position + 1 == words.len() {
                        " and "
                    } else {
                        ", "
                    }));
                }
                text.push(word(found));
            }
            text.push(plain("."));
            let closest = words.first()?;
            Some(Advice {
                weight: Weight::Note,
                text,
                offers: vec![Offer {
                    label: ["Search only ", closest].concat(),
                    action: Action::Ask(replaced(query, *typed, closest)),
                }],
            })
        }
        Notice::Unknown { typed, suggestions } => {
            let mut text = vec![
                plain("No document has "),
                word(typed.slice(query)),
                plain("."),
            ];
            if !suggestions.is_empty() {
                text.push(plain(" Did you mean"));
            }
            let offers = suggestions.iter().map(|suggestion| Offer {
                label: suggestion.clone(),
                action: Action::Ask(replaced(query, *typed, suggestion)),
            });
            Some(Advice {
                weight: Weight::Problem,
                text,
                offers: offers.collect(),
            })
        }
        Notice::Relaxed => Some(Advice {
            weight: Weight::Note,
            text: vec![plain(
                "No document has all of these words. These have some of them.",
            )],
            offers: Vec::new(),
        }),
        Notice::Entity { typed, entity } => {
            let entity = state.overview.entities.get(entity.index())?;
            let typed = typed.slice(query);
            Some(Advice {
                weight: Weight::Note,
                text: vec![
                    word(typed),
                    plain(" also finds the other names of "),
                    word(&entity.name),
                    plain("."),
                ],
                offers: vec![Offer {
                    label: ["All mentions of ", &entity.name].concat(),
                    action: Action::Entity(Some(entity.key.clone())),
                }],
            })
        }
    }
}

/// The query with the text under a span replaced.
pub(crate) fn replaced(query: &str, span: Span, by: &str) -> String {
    let before = query.get(..span.start as usize).unwrap_or_default();
    let after = query.get(span.end as usize..).unwrap_or_default();
    [before, by, after].concat()
}

/// Words of the answered query that stand in no document, as they were typed.
pub(crate) fn unknown_words(answer: &SearchAnswer) -> impl Iterator<Item = (Span, &[String])> {
    answer.notices.iter().filter_map(|notice| match notice {
        Notice::Unknown { typed, suggestions } => Some((*typed, suggestions.as_slice())),
        _ => None,
    })
}

fn plain(text: &str) -> Part {
    Part::Plain(text.to_owned())
}

fn word(text: &str) -> Part {
    Part::Word(text.to_owned())
}

/// The engine's message, which has no full stop, as the end of a sentence or as a whole one.
fn sentence(message: &str, whole: bool) -> String {
    let sentence = [message, "."].concat();
    if whole {
        words::capitalised(&sentence)
    } else {
        sentence
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::explorer::{Notice, SearchAnswer};
    use dossier_engine::span::Span;

    use super::{Part, advice};
    use crate::reduce::reduce;
    use crate::shared::Shared;
    use crate::state::{Action, State};

    fn remarks(query: &str, notice: Notice) -> (String, Vec<Action>) {
        let state = reduce(&State::default(), Action::Type(query.into()));
        let answer = SearchAnswer {
            notices: vec![notice],
            ..SearchAnswer::default()
        };
        let state = reduce(&state, Action::Answered(answer.into(), Shared::default()));
        let remark = advice(&state).remove(0);
        let words = remark.text.into_iter().map(|part| match part {
            Part::Plain(text) => text,
            Part::Word(text) => ["*", &text, "*"].concat(),
        });
        (
            words.collect(),
            remark
                .offers
                .into_iter()
                .map(|offer| offer.action)
                .collect(),
        )
    }

    #[test]
    fn a_corrected_word_is_named_with_what_was_searched() {
        let notice = Notice::Corrected {
            typed: Span::new(4, 11),
            words: vec!["hwasong".into()],
        };
        let (text, offers) = remarks("kim hwasung test", notice);
        assert_eq!(text, "No document has *hwasung*; searching *hwasong*.");
        assert_eq!(offers, [Action::Ask("kim hwasong test".into())]);
    }

    #[test]
    fn an_unknown_word_comes_with_suggestions_that_replace_it() {
        let notice = Notice::Unknown {
            typed: Span::new(0, 4),
            suggestions: vec!["arms".into()],
        };
        let (text, offers) = remarks("armz deal", notice);
        assert_eq!(text, "No document has *armz*. Did you mean");
        assert_eq!(offers, [Action::Ask("arms deal".into())]);
    }
}
