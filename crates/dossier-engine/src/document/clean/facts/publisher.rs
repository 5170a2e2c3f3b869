//! Who published a text.

use std::collections::BTreeMap;

use super::super::place::{Part, Role, credited, segments};
use super::super::{dateline, names, outlet};
use super::Shown;
use crate::document::{Aside, AsideKind, Fact, FactKind};

/// Who published: each sign counts, the strongest sum wins, of equals the first.
pub(super) fn publisher(
    parts: &[Part],
    cut: &[Aside],
    title: Option<&Part>,
    path: &str,
) -> Option<Fact> {
    let mut signs = Signs::default();
    if let Some(title) = title {
        let shown = Shown::part(title);
        if let Some(last) = [" | ", " - ", " \u{2013} ", " \u{2014} "]
            .iter()
            .find_map(|mark| Some(shown.text.rsplit_once(mark)?.1))
            && (outlet::known(last).is_some() || outlet::has_shape(last))
        {
            signs.add(outlet::known(last).unwrap_or(last), 4, &shown, false);
        }
    }
    for part in parts {
        let shown = Shown::part(part);
        match part.role {
            Role::Known => {
                for segment in segments(shown.text) {
                    if let Some(known) = outlet::known(segment) {
                        signs.add(known, 5, &shown, false);
                    } else if outlet::has_shape(segment) {
                        signs.add(segment, 5, &shown, false);
                    } else if let Some(outlet) =
                        names::byline(segment).and_then(|byline| byline.outlet)
                    {
                        signs.add(outlet::known(&outlet).unwrap_or(&outlet), 4, &shown, true);
                    } else if let Some(name) = outlet::named(without_agencies(segment)).first() {
                        signs.add(name, 3, &shown, true);
                    }
                }
            }
            Role::Aside(kind) => signs.page(kind, &shown),
            Role::Body => {
                if let Some(agency) = dateline::read(&part.line.text).and_then(|line| line.agency) {
                    signs.add(&agency, 2, &shown, true);
                }
            }
            Role::Title | Role::Heading => {}
        }
    }
    for aside in cut {
        signs.page(aside.kind, &Shown::aside(aside));
    }
    // Those who write alone hold the rights themselves.
    let heads = parts.iter().filter(|part| part.role == Role::Known);
    for (author, _) in heads.flat_map(|part| credited(&part.line.text)) {
        signs.found.remove(&author.to_lowercase());
    }
    for word in path
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .split(|c: char| !c.is_alphanumeric())
    {
        if let Some(known) = outlet::known(word).filter(|_| word.len() > 2) {
            let shown = Shown {
                text: "the name of the file",
                line: None,
            };
            signs.add(known, 1, &shown, true);
        }
    }
    signs.strongest()
}

/// A byline without the agencies whose reports were used: `Ann Ash with AFP`.
fn without_agencies(segment: &str) -> &str {
    segment.split(" with ").next().unwrap_or(segment)
}

/// What speaks for whom as publisher.
#[derive(Default)]
struct Signs {
    /// By name without article and case: weight, order of finding, and the strongest evidence.
    found: BTreeMap<String, (u32, usize, u32, Fact)>,
}

impl Signs {
    fn add(&mut self, name: &str, weight: u32, shown: &Shown<'_>, inferred: bool) {
        let key = name.to_lowercase();
        let key = key.strip_prefix("the ").unwrap_or(&key).to_owned();
        let order = self.found.len();
        let fact = shown.fact(FactKind::Publisher, name, inferred);
        let entry = self
            .found
            .entry(key)
            .or_insert_with(|| (0, order, weight, fact.clone()));
        entry.0 += weight;
        if weight > entry.2 {
            entry.2 = weight;
            entry.3 = fact;
        }
    }

    /// What a line of the page says.
    fn page(&mut self, kind: AsideKind, shown: &Shown<'_>) {
        match kind {
            AsideKind::Legal => {
                if let Some(owner) = outlet::owner(shown.text) {
                    self.add(&owner, 5, shown, false);
                } else {
                    self.named(shown, 2);
                }
            }
            // What a report was drawn from has other publishers.
            AsideKind::Source
                if shown.text.contains("nformation") || shown.text.starts_with("Additional") => {}
            AsideKind::Source => self.named(shown, 2),
            // `The Harbour Times - Back to home`
            AsideKind::Navigation if shown.text.starts_with("The ") => self.named(shown, 2),
            // Pictures and other articles come from other houses, and sections are named as
            // papers are.
            AsideKind::Caption
            | AsideKind::Related
            | AsideKind::Comments
            | AsideKind::Navigation => {}
            _ => self.named(shown, 1),
        }
    }

    fn named(&mut self, shown: &Shown<'_>, weight: u32) {
        for name in outlet::named(shown.text) {
            let network = ["Google News", "Apple News"].contains(&name.as_str());
            if !network {
                // An article tells the name of a paper from that of a section.
                let named = weight + u32::from(name.starts_with("The "));
                self.add(&name, named, shown, true);
            }
        }
    }

    fn strongest(self) -> Option<Fact> {
        let best = self
            .found
            .into_values()
            .max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map(|(.., fact)| fact)
    }
}
