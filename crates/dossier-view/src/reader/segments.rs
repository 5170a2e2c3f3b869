//! Text with several layers of spans over it, cut into runs that each know all of their layers.

use dossier_engine::id::TopicId;
use dossier_engine::order;
use dossier_engine::span::Span;

/// A longest stretch of text over which no layer changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Where, in the same text as the spans that were laid over it; never empty.
    pub span: Span,
    /// The match that it is a part of.
    pub matched: Option<MatchPiece>,
    /// The mentions that it lies in, outermost first, by their position among the document's.
    pub mentions: Vec<usize>,
    /// The topics for which it is evidence, lowest first.
    pub evidence: Vec<TopicId>,
}

/// A run's part in a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchPiece {
    /// Position of the match among all matches of the document.
    pub index: usize,
    /// Whether the match begins here.
    pub opens: bool,
    /// Whether the match ends here.
    pub closes: bool,
}

/// The layers over one text. A layer that is switched off is empty. Spans may reach beyond the
/// stretch that is cut and may overlap, but for matches, which never overlap one another.
#[derive(Clone, Debug, Default)]
pub struct Layered {
    /// Matches with their positions among all matches.
    pub matches: Vec<(Span, usize)>,
    /// Mentions with their positions among the document's mentions.
    pub mentions: Vec<(Span, usize)>,
    /// Words that speak for a topic.
    pub evidence: Vec<(Span, TopicId)>,
}

impl Layered {
    /// Cuts the stretch `within` of `text` into runs: together they are that stretch, and each
    /// span covers exactly the runs that name it. A span whose end is inside of a character is
    /// taken to cover that character.
    #[must_use]
    pub fn cut(&self, text: &str, within: Span) -> Vec<Run> {
        let mut matches = Sweep::new(&self.matches, within);
        let mut mentions = Sweep::new(&self.mentions, within);
        let mut evidence = Sweep::new(&self.evidence, within);

        let mut cuts = vec![within.start, within.end];
        cuts.extend(matches.edges());
        cuts.extend(mentions.edges());
        cuts.extend(evidence.edges());
        cuts.retain(|&at| text.is_char_boundary(at as usize));
        order::sort(&mut cuts);
        cuts.dedup();

        cuts.iter()
            .zip(cuts.iter().skip(1))
            .map(|(&start, &end)| {
                let span = Span::new(start, end);
                let mut topics: Vec<TopicId> =
                    evidence.over(span).map(|(_, topic)| topic).collect();
                order::sort(&mut topics);
                topics.dedup();
                Run {
                    span,
                    matched: matches.over(span).next().map(|(whole, index)| MatchPiece {
                        index,
                        opens: whole.start >= span.start,
                        closes: whole.end <= span.end,
                    }),
                    mentions: mentions.over(span).map(|(_, mention)| mention).collect(),
                    evidence: topics,
                }
            })
            .collect()
    }
}

/// The spans of one layer, met in the order of the text.
struct Sweep<T> {
    /// All spans that touch the stretch, clipped to it: by start, the longer first.
    spans: Vec<(Span, T)>,
    /// How many of `spans` have begun.
    begun: usize,
    /// Those that have begun and not ended, in the order of `spans`.
    open: Vec<(Span, T)>,
}

impl<T: Copy + Ord> Sweep<T> {
    fn new(spans: &[(Span, T)], within: Span) -> Self {
        let mut spans: Vec<(Span, T)> = spans
            .iter()
            .filter(|(span, _)| span.overlaps(within) && !span.is_empty())
            .map(|&(span, label)| {
                let clipped = Span::new(span.start.max(within.start), span.end.min(within.end));
                (clipped, label)
            })
            .collect();
        order::sort_by_key(&mut spans, |&(span, label)| {
            (span.start, std::cmp::Reverse(span.end), label)
        });
        Self {
            spans,
            begun: 0,
            open: Vec::new(),
        }
    }

    fn edges(&self) -> impl Iterator<Item = u32> + '_ {
        self.spans
            .iter()
            .flat_map(|(span, _)| [span.start, span.end])
    }

    /// The spans over `run`, outermost first. Runs must be asked for in order.
    fn over(&mut self, run: Span) -> impl Iterator<Item = (Span, T)> + '_ {
        self.open.retain(|(span, _)| span.end > run.start);
        while let Some(&next) = self.spans.get(self.begun) {
            if next.0.start >= run.end {
                break;
            }
            self.open.push(next);
            self.begun += 1;
        }
        self.open.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::id::TopicId;
    use dossier_engine::span::Span;
    use proptest::prelude::*;

    use super::{Layered, MatchPiece, Run};

    fn whole(text: &str) -> Span {
        Span::new(0, text.len() as u32)
    }

    fn shown(text: &str, runs: &[Run]) -> Vec<String> {
        runs.iter()
            .map(|run| {
                let matched = if run.matched.is_some() { "*" } else { "" };
                format!("{matched}{}{:?}", run.span.slice(text), run.mentions)
            })
            .collect()
    }

    #[test]
    fn text_without_layers_is_one_run() {
        let runs = Layered::default().cut("Shells by rail", Span::new(0, 14));
        assert_eq!(
            runs,
            [Run {
                span: Span::new(0, 14),
                ..Run::default()
            }]
        );
        assert!(Layered::default().cut("", Span::default()).is_empty());
    }

    #[test]
    fn a_match_half_inside_a_mention_is_split_there() {
        let text = "about 9,000 howitzer rounds";
        let layers = Layered {
            matches: vec![(Span::new(12, 20), 0)],
            mentions: vec![(Span::new(0, 27), 0), (Span::new(12, 27), 1)],
            evidence: Vec::new(),
        };
        assert_eq!(
            shown(text, &layers.cut(text, whole(text))),
            ["about 9,000 [0]", "*howitzer[0, 1]", " rounds[0, 1]"]
        );
    }

    #[test]
    fn the_pieces_of_a_match_know_where_it_begins_and_ends() {
        let text = "north korean";
        let layers = Layered {
            matches: vec![(Span::new(0, 12), 4)],
            mentions: vec![(Span::new(6, 12), 0)],
            evidence: Vec::new(),
        };
        let pieces: Vec<_> = layers
            .cut(text, whole(text))
            .iter()
            .filter_map(|run| run.matched)
            .collect();
        let piece = |opens, closes| MatchPiece {
            index: 4,
            opens,
            closes,
        };
        assert_eq!(pieces, [piece(true, false), piece(false, true)]);
    }

    #[test]
    fn mentions_that_overlap_in_part_are_both_kept() {
        let text = "abcdef";
        let layers = Layered {
            mentions: vec![(Span::new(2, 6), 1), (Span::new(0, 4), 0)],
            ..Layered::default()
        };
        assert_eq!(
            shown(text, &layers.cut(text, whole(text))),
            ["ab[0]", "cd[0, 1]", "ef[1]"]
        );
    }

    #[test]
    fn a_stretch_shows_its_part_of_longer_spans() {
        let text = "one two three";
        let layers = Layered {
            mentions: vec![(Span::new(0, 6), 0), (Span::new(8, 13), 1)],
            ..Layered::default()
        };
        assert_eq!(
            shown(text, &layers.cut(text, Span::new(4, 7))),
            ["tw[0]", "o[]"]
        );
    }

    #[test]
    fn a_span_that_ends_inside_a_character_covers_it() {
        let text = "né!";
        let layers = Layered {
            matches: vec![(Span::new(0, 2), 0)],
            ..Layered::default()
        };
        assert_eq!(shown(text, &layers.cut(text, whole(text))), ["*né![]"]);
    }

    prop_compose! {
        fn span_in(length: u32)(a in 0..=length, b in 0..=length) -> Span {
            Span::new(a.min(b), a.max(b))
        }
    }

    fn texts_with_spans() -> impl Strategy<Value = (String, Vec<Span>, Vec<Span>, Vec<Span>)> {
        "[a-zé ]{0,40}".prop_flat_map(|text| {
            let spans = || prop::collection::vec(span_in(text.len() as u32), 0..8);
            (Just(text.clone()), spans(), spans(), spans())
        })
    }

    proptest! {
        #[test]
        fn runs_rebuild_the_text_and_name_every_span_exactly(
            (text, matches, mentions, evidence) in texts_with_spans()
        ) {
            let boundary = |at: u32| text.is_char_boundary(at as usize);
            let fits = |span: &Span| boundary(span.start) && boundary(span.end);
            let mut apart: Vec<Span> = Vec::new();
            for span in matches.into_iter().filter(fits) {
                if apart.iter().all(|other| !other.overlaps(span)) {
                    apart.push(span);
                }
            }
            let mentions: Vec<Span> = mentions.into_iter().filter(fits).collect();
            let evidence: Vec<Span> = evidence.into_iter().filter(fits).collect();
            let layers = Layered {
                matches: apart.iter().copied().zip(0..).collect(),
                mentions: mentions.iter().copied().zip(0..).collect(),
                evidence: evidence.iter().copied().zip((0..).map(TopicId)).collect(),
            };
            let runs = layers.cut(&text, whole(&text));

            let rebuilt: String = runs.iter().map(|run| run.span.slice(&text)).collect();
            prop_assert_eq!(&rebuilt, &text);
            for run in &runs {
                prop_assert!(!run.span.is_empty());
                for byte in run.span.start..run.span.end {
                    let at = Span::new(byte, byte + 1);
                    let covering = |spans: &[Span]| -> Vec<usize> {
                        (0..spans.len()).filter(|&i| spans[i].overlaps(at)).collect()
                    };
                    let mut named = run.mentions.clone();
                    named.sort_unstable();
                    prop_assert_eq!(named, covering(&mentions));
                    let matched: Vec<usize> = run.matched.iter().map(|piece| piece.index).collect();
                    prop_assert_eq!(matched, covering(&apart));
                    let topics: Vec<usize> = run.evidence.iter().map(|topic| topic.index()).collect();
                    prop_assert_eq!(topics, covering(&evidence));
                }
            }
        }

        #[test]
        fn any_spans_over_any_text_lose_nothing(
            text in "\\PC{0,30}",
            spans in prop::collection::vec((0u32..60, 0u32..60), 0..10)
        ) {
            let spans: Vec<(Span, usize)> =
                spans.into_iter().map(|(a, b)| Span::new(a, b)).zip(0..).collect();
            let layers = Layered { mentions: spans, ..Layered::default() };
            let rebuilt: String = layers
                .cut(&text, whole(&text))
                .iter()
                .map(|run| run.span.slice(&text))
                .collect();
            prop_assert_eq!(rebuilt, text);
        }
    }
}
