//! What the name and the attributes of an element say about it.

use crate::document::AsideKind;

/// Names of classes and the like, by what they say of an element, as parts of words.
const NAMES: [(AsideKind, &str); 10] = [
    (
        AsideKind::SignUp,
        "newsletter signup sign-up subscribe subscription paywall regwall membership",
    ),
    (
        AsideKind::Advertisement,
        "advert ad-slot adslot ad-container sponsor outbrain taboola dfp-ad",
    ),
    (
        AsideKind::Comments,
        "comments comment-list disqus commentlist",
    ),
    (
        AsideKind::Related,
        "related recommend most-read mostread most-viewed popular trending read-more readmore more-from also-like teaser-list sidebar promo",
    ),
    (
        AsideKind::Prompt,
        "share social toolbar print-button follow-us",
    ),
    (AsideKind::Legal, "cookie consent gdpr copyright disclaimer"),
    (
        AsideKind::Caption,
        "caption photo-credit image-credit media-credit figcaption",
    ),
    (AsideKind::Source, "reflist references"),
    (
        AsideKind::Author,
        "author-bio author-box about-author authorbox",
    ),
    (
        AsideKind::Navigation,
        "breadcrumb toc navbox catlinks printfooter navbar nav- -nav menu masthead site-header site-footer skip-link pagination tags taglist tag-list",
    ),
];

/// From this length on a part says what it does wherever it begins a piece of a name.
const LONG_PART: usize = 7;

/// Classes of what only machines read, and of marks that lead to notes and to editing.
const UNSEEN: [&str; 6] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "mw-editsection",
    "reference",
];

/// How much of the names of an element is looked at, in bytes.
pub const LONGEST_NAME: usize = 200;

/// Whether an element is not shown, or is no text.
pub fn is_hidden(name: &str, attributes: &[(String, String)]) -> bool {
    let value = |key| value_of(attributes, key);
    let style = value("style")
        .unwrap_or_default()
        .replace(' ', "")
        .to_ascii_lowercase();
    let classes = value("class").unwrap_or_default();
    let unseen = classes
        .split_whitespace()
        .any(|class| UNSEEN.contains(&class));
    unseen
        || value("hidden").is_some() && name != "body"
        || value("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || matches!(
            name,
            "template"
                | "svg"
                | "iframe"
                | "object"
                | "canvas"
                | "math"
                | "head"
                | "dialog"
                | "audio"
        )
}

pub fn value_of<'a>(attributes: &'a [(String, String)], key: &str) -> Option<&'a str> {
    let found = attributes.iter().find(|(name, _)| name == key);
    found.map(|(_, value)| value.as_str())
}

/// What an element is, by its name, its class and the like, or its role.
pub fn aside(name: &str, named: &str, role: &str) -> Option<AsideKind> {
    match (name, role) {
        ("nav", _) | (_, "navigation" | "menu" | "banner" | "search") => {
            return Some(AsideKind::Navigation);
        }
        ("footer", _) | (_, "contentinfo") => return Some(AsideKind::Legal),
        ("aside", _) | (_, "complementary") => return Some(AsideKind::Related),
        ("figcaption" | "figure" | "caption" | "video", _) => return Some(AsideKind::Caption),
        ("button" | "form" | "select" | "option" | "fieldset" | "legend", _) => {
            return Some(AsideKind::Prompt);
        }
        _ => {}
    }
    // The page as a whole is often named after what it may show.
    if matches!(name, "html" | "body" | "main" | "article") || named.is_empty() {
        return None;
    }
    let found = NAMES.iter().find(|(_, parts)| {
        parts.split(' ').any(|part| {
            named
                .split([' ', '_'])
                .filter(|word| !is_of_layout(word))
                .any(|word| {
                    word.starts_with(part)
                        || word.ends_with(part)
                        || part.starts_with('-') && word.contains(part)
                        || part.len() >= LONG_PART
                            && word.split('-').any(|piece| piece.starts_with(part))
                })
        })
    });
    found.map(|(kind, _)| *kind)
}

/// Whether a name says what stands beside the element, as those of wrappers do: `has-sidebar`.
fn is_of_layout(word: &str) -> bool {
    let mut pieces = word.split('-');
    pieces.any(|piece| matches!(piece, "has" | "with" | "no" | "without"))
}
