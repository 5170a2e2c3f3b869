//! What a page states about its article: JSON-LD, Open Graph and the other usual tags.

use serde_json::Value;

use super::page::Page;
use crate::document::clean;
use crate::document::decode::one_line;
use crate::document::{BlockKind, Fact, FactKind};

/// The names of `meta` tags for each fact, the best first.
const METAS: [(FactKind, &[&str]); 6] = [
    (
        FactKind::Title,
        &[
            "og:title",
            "twitter:title",
            "citation_title",
            "dc.title",
            "parsely-title",
            "sailthru.title",
        ],
    ),
    (
        FactKind::Publisher,
        &[
            "og:site_name",
            "application-name",
            "citation_publisher",
            "dc.publisher",
            "cre",
        ],
    ),
    (
        FactKind::Author,
        &[
            "article:author",
            "author",
            "citation_author",
            "dc.creator",
            "parsely-author",
            "byl",
            "sailthru.author",
        ],
    ),
    (
        FactKind::Published,
        &[
            "article:published_time",
            "datepublished",
            "og:published_time",
            "citation_publication_date",
            "dc.date",
            "dc.date.issued",
            "dcterms.date",
            "dcterms.issued",
            "dcterms.created",
            "date",
            "pubdate",
            "publish-date",
            "parsely-pub-date",
            "sailthru.date",
            "article.published",
        ],
    ),
    (
        FactKind::Updated,
        &[
            "article:modified_time",
            "datemodified",
            "og:updated_time",
            "last-modified",
            "dcterms.modified",
        ],
    ),
    (
        FactKind::Language,
        &["og:locale", "language", "dc.language"],
    ),
];

/// How many people are taken.
const MOST_PEOPLE: usize = 12;

/// Deepest level of a JSON-LD graph that is looked into.
const DEEPEST: usize = 6;

/// The facts that a page states, the best source of each kind first.
pub fn read(page: &Page) -> Vec<Fact> {
    let mut facts = Facts::default();
    for script in &page.scripts {
        if let Ok(value) = serde_json::from_str::<Value>(script) {
            graph(&value, 0, &mut facts);
        }
    }
    for (kind, names) in METAS {
        if facts.has(kind) {
            continue;
        }
        for name in names {
            let values = page.metas.iter().filter(|(known, _)| known == name);
            for (_, value) in values {
                facts.state(kind, value, &["the tag ", name].concat());
            }
            if facts.has(kind) {
                break;
            }
        }
    }
    if !facts.has(FactKind::Published)
        && let Some(time) = &page.time
    {
        facts.state(FactKind::Published, time, "the first time element");
    }
    if !facts.has(FactKind::Published)
        && let Some((date, shown)) = date_below_headline(page)
    {
        facts.state(
            FactKind::Published,
            &date,
            &["below the headline: ", shown].concat(),
        );
    }
    if let Some(language) = &page.language {
        facts.facts.retain(|fact| fact.kind != FactKind::Language);
        facts.state(FactKind::Language, language, "the language of the page");
    }
    if !facts.has(FactKind::Title)
        && let Some(title) = &page.title
    {
        match headline(page, title) {
            Some(headline) => facts.state(FactKind::Title, headline, "the headline of the page"),
            None => facts.state(FactKind::Title, title, "the title of the page"),
        }
    }
    facts.facts
}

/// The headline of a page, where its title goes on with the name of the site, or says something
/// else and there is no other headline.
fn headline<'p>(page: &'p Page, title: &str) -> Option<&'p str> {
    let title = one_line(title)?;
    let headings: Vec<&str> = headlines(page).map(|(_, text)| text).collect();
    let begins = headings.iter().copied().find(|text| {
        let rest = title.strip_prefix(text);
        rest.is_some_and(|rest| rest.starts_with([' ', ':', ',']))
    });
    let other = match headings.as_slice() {
        [only] if only.split_whitespace().count() >= 3 && !title.contains(only) => Some(*only),
        _ => None,
    };
    begins.or(other)
}

/// The headlines of the first order, with their positions among the texts.
fn headlines(page: &Page) -> impl Iterator<Item = (usize, &str)> {
    let texts = page.texts.iter().enumerate();
    texts
        .filter(|(_, text)| text.kind == Some(BlockKind::Heading(1)))
        .map(|(at, text)| (at, text.text.as_str()))
}

/// The date in the short lines below the headline, in the order of ISO 8601.
fn date_below_headline(page: &Page) -> Option<(String, &str)> {
    const LINES: usize = 5;
    const LONGEST: usize = 120;
    let (headline, _) = headlines(page).next()?;
    let below = page.texts.get(headline + 1..)?.iter().take(LINES);
    let mut short = below.filter(|text| text.text.len() <= LONGEST);
    short.find_map(|text| {
        let date = clean::first_date(&text.text)?;
        Some((date.to_string(), text.text.as_str()))
    })
}

/// Looks for an article in JSON-LD.
fn graph(value: &Value, depth: usize, facts: &mut Facts) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => values
            .iter()
            .for_each(|value| graph(value, depth + 1, facts)),
        Value::Object(object) => {
            let kinds = texts(object.get("@type"));
            let article = kinds.iter().any(|kind| {
                kind.ends_with("Article")
                    || kind.ends_with("Posting")
                    || matches!(kind.as_str(), "Report" | "ReportageNewsArticle" | "WebPage")
            });
            let page = kinds.iter().any(|kind| kind == "WebPage");
            if article
                && (object.contains_key("headline") || page && object.contains_key("datePublished"))
            {
                const FROM: &str = "JSON-LD";
                let mut take = |kind, key| {
                    if !facts.has(kind) {
                        for text in names(object.get(key)).into_iter().take(MOST_PEOPLE) {
                            facts.state(kind, &text, FROM);
                        }
                    }
                };
                take(FactKind::Title, "headline");
                take(FactKind::Author, "author");
                take(FactKind::Publisher, "publisher");
                take(FactKind::Published, "datePublished");
                take(FactKind::Updated, "dateModified");
                take(FactKind::Language, "inLanguage");
            }
            if let Some(inner) = object.get("@graph") {
                graph(inner, depth + 1, facts);
            }
        }
        _ => {}
    }
}

/// The texts of a value that is one or several.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(values)) => values
            .iter()
            .filter_map(|value| value.as_str().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    }
}

/// The texts of a value, or the names of its objects.
fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(values)) => values.iter().flat_map(|value| names(Some(value))).collect(),
        Some(Value::Object(object)) => texts(object.get("name")),
        value => texts(value),
    }
}

#[derive(Default)]
struct Facts {
    facts: Vec<Fact>,
}

impl Facts {
    fn has(&self, kind: FactKind) -> bool {
        self.facts.iter().any(|fact| fact.kind == kind)
    }

    fn state(&mut self, kind: FactKind, value: &str, evidence: &str) {
        let Some(value) = one_line(value) else { return };
        // Pages often name their author by an address.
        if value.starts_with("http") || value.chars().count() > 400 {
            return;
        }
        let values: Vec<&str> = match kind {
            FactKind::Author => {
                let value = value
                    .strip_prefix("By ")
                    .or_else(|| value.strip_prefix("by "))
                    .unwrap_or(&value);
                value
                    .split(", ")
                    .flat_map(|part| part.split(" and "))
                    .collect()
            }
            _ => vec![&value],
        };
        for value in values {
            let value = match kind {
                FactKind::Language => value.replace('_', "-"),
                _ => value.to_owned(),
            };
            self.facts.push(Fact {
                kind,
                value,
                line: None,
                evidence: evidence.to_owned(),
                inferred: false,
            });
        }
    }
}
