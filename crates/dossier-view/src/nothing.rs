//! Why nothing is shown, and what one click would change.

use crate::advice::{Offer, replaced, unknown_words};
use crate::filters::{Filter, filters};
use crate::state::{Action, State};
use crate::words;
use dossier_engine::order;

/// Why nothing is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Nothing {
    /// What is the case, as a heading.
    pub title: String,
    /// What causes it.
    pub cause: String,
    /// What one click would change, the most useful first.
    pub offers: Vec<Offer>,
}

/// Why the answer has no documents; `None` where it has some.
#[must_use]
pub fn nothing(state: &State) -> Option<Nothing> {
    let answer = state.answer.as_ref()?;
    if answer.document_count > 0 {
        return None;
    }
    if state.overview.documents.is_empty() {
        return Some(Nothing {
            title: "This collection is empty".into(),
            cause: "It was built without any document, so there is nothing to search.".into(),
            offers: Vec::new(),
        });
    }
    Some(if answer.unfiltered_count > 0 {
        filtered(state, answer.unfiltered_count)
    } else {
        unmatched(state)
    })
}

/// The query finds documents, but the filters leave none of them.
fn filtered(state: &State, unfiltered: u32) -> Nothing {
    let mut filters = filters(state);
    order::sort_by_key(&mut filters, |filter| std::cmp::Reverse(filter.hides));
    let found = words::count(unfiltered, "document", "documents");
    let mut offers: Vec<Offer> = filters
        .iter()
        .filter_map(|filter| {
            let back = filter.hides.filter(|&hides| hides > 0)?;
            let shown = words::count(back, "document", "documents");
            let lift = if filter.excluded { "Allow " } else { "Remove " };
            Some(Offer {
                label: [lift, &filter.label, " (shows ", &shown, ")"].concat(),
                action: filter.lift.clone(),
            })
        })
        .take(2)
        .collect();
    if filters.len() > 1 || offers.is_empty() {
        offers.push(Offer {
            label: ["Remove all filters (shows ", &found, ")"].concat(),
            action: Action::ClearFilters,
        });
    }
    let names: Vec<String> = filters.iter().map(Filter::name).collect();
    let filters = if names.len() == 1 {
        "the filter hides "
    } else {
        "the filters hide "
    };
    let all = match unfiltered {
        1 => "it",
        2 => "both of them",
        _ => "all of them",
    };
    let subject = if state.answered.query.trim().is_empty() {
        ["The collection has ", &found].concat()
    } else {
        let verb = if unfiltered == 1 {
            " matches"
        } else {
            " match"
        };
        [&found, verb, " the query"].concat()
    };
    Nothing {
        title: "The filters leave no document".into(),
        cause: [
            &subject,
            ", but ",
            filters,
            all,
            ": ",
            &names.join(", "),
            ".",
        ]
        .concat(),
        offers,
    }
}

/// The query finds nothing in the whole collection.
fn unmatched(state: &State) -> Nothing {
    let query = state.answered.query.as_str();
    let mut offers = Vec::new();
    let mut missing = Vec::new();
    if let Some(answer) = &state.answer {
        for (span, suggestions) in unknown_words(answer) {
            missing.push(["“", span.slice(query), "”"].concat());
            offers.extend(suggestions.iter().map(|suggestion| Offer {
                label: ["Search ", suggestion].concat(),
                action: Action::Ask(replaced(query, span, suggestion)),
            }));
            let rest = replaced(query, span, "");
            let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
            if !rest.is_empty() {
                offers.push(Offer {
                    label: ["Search without ", span.slice(query)].concat(),
                    action: Action::Ask(rest),
                });
            }
        }
    }
    offers.extend(any_word(query));
    offers.push(Offer {
        label: "Show all documents".into(),
        action: Action::Ask(String::new()),
    });
    let cause = match missing.split_last() {
        None => "No document has what the query asks for in this combination.".to_owned(),
        Some((last, [])) => ["No document has ", last, "."].concat(),
        Some((last, others)) => {
            ["No document has ", &others.join(", "), " or ", last, "."].concat()
        }
    };
    Nothing {
        title: "Nothing matches".into(),
        cause,
        offers,
    }
}

/// The offer to ask for any of the words, where the query asks for several and nothing else: no
/// operators, phrases or fields.
fn any_word(query: &str) -> Option<Offer> {
    let unquoted = query.replace('"', " ");
    let typed: Vec<&str> = unquoted.split_whitespace().collect();
    let is_plain = |word: &&str| {
        word.chars()
            .all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '\'')
            && !word.starts_with('-')
            && !["AND", "OR", "NOT"].contains(word)
    };
    (typed.len() > 1 && typed.iter().all(is_plain)).then(|| Offer {
        label: "Search any of the words".into(),
        action: Action::Ask(typed.join(" OR ")),
    })
}

#[cfg(test)]
mod tests {
    use dossier_engine::explorer::{
        DocumentSummary, FilterCost, Group, Notice, Overview, SearchAnswer,
    };
    use dossier_engine::span::Span;

    use super::{Nothing, nothing};
    use crate::place::Place;
    use crate::reduce::reduce;
    use crate::shared::Shared;
    use crate::state::{Action, State};

    fn collection() -> State {
        let overview = Overview {
            documents: vec![DocumentSummary::default()],
            ..Overview::default()
        };
        State::new(overview, Place::default())
    }

    fn of(state: &State, answer: SearchAnswer) -> Option<Nothing> {
        nothing(&reduce(
            state,
            Action::Answered(answer.into(), Shared::default()),
        ))
    }

    #[test]
    fn an_empty_collection_is_no_failed_search() {
        let found = of(&State::default(), SearchAnswer::default()).unwrap();
        assert_eq!(found.title, "This collection is empty");
        assert!(found.offers.is_empty());
    }

    #[test]
    fn filters_that_exclude_every_match_are_named_costliest_first() {
        let state = reduce(&collection(), Action::Type("kim".into()));
        let state = reduce(&state, Action::Include(Group::Publisher, "NHK".into()));
        let state = reduce(&state, Action::Exclude(Group::Publisher, "Reuters".into()));
        let cost = |key: &str, hides| FilterCost {
            group: Some(Group::Publisher),
            key: key.into(),
            hides,
        };
        let found = of(
            &state,
            SearchAnswer {
                unfiltered_count: 3,
                costs: vec![cost("NHK", 2), cost("Reuters", 0)],
                ..SearchAnswer::default()
            },
        )
        .unwrap();
        assert_eq!(
            found.cause,
            "3 documents match the query, but the filters hide all of them: NHK, not Reuters."
        );
        let labels: Vec<_> = found
            .offers
            .iter()
            .map(|offer| offer.label.as_str())
            .collect();
        assert_eq!(
            labels,
            [
                "Remove NHK (shows 2 documents)",
                "Remove all filters (shows 3 documents)"
            ]
        );
    }

    #[test]
    fn a_word_that_matches_nothing_can_be_left_out() {
        let state = reduce(&collection(), Action::Type("kim zzz".into()));
        let found = of(
            &state,
            SearchAnswer {
                notices: vec![Notice::Unknown {
                    typed: Span::new(4, 7),
                    suggestions: Vec::new(),
                }],
                ..SearchAnswer::default()
            },
        )
        .unwrap();
        assert_eq!(found.cause, "No document has “zzz”.");
        assert_eq!(found.offers[0].action, Action::Ask("kim".into()));
    }

    #[test]
    fn operators_are_not_turned_into_words() {
        let state = reduce(&collection(), Action::Type("kim NOT putin".into()));
        let found = of(&state, SearchAnswer::default()).unwrap();
        assert_eq!(found.offers.len(), 1);
    }
}
