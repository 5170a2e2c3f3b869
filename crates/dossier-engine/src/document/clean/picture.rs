//! Captions and credits of pictures.

use super::lexicon::Cue;
use super::line::{End, Line};
use super::{names, outlet};

/// What stands at the end of a caption for those who took the picture. Short forms stand with the
/// mark that sets them off.
const CREDITS: [&str; 41] = [
    "Getty Images",
    "AP Photo",
    "REUTERS/",
    "via REUTERS",
    "via Reuters",
    "via AP",
    "AFP via",
    "EPA-EFE",
    "Photo by",
    "Photo:",
    "Photos:",
    "Photograph:",
    "Photograph by",
    "Picture:",
    "Pictures:",
    "Picture by",
    "Image:",
    "Images:",
    "Credit:",
    "Credit...",
    "Credit\u{2026}",
    "Image credit",
    "Photo credit",
    "Photo courtesy",
    "Courtesy of",
    "(Photo",
    "(File photo",
    "Foto:",
    "FOTO:",
    "Bild:",
    "Crédit",
    "Shutterstock",
    "Alamy",
    "File Photo",
    "FILE PHOTO",
    "File photo",
    "Handout via",
    "Press Office",
    "picture alliance",
    "Stock Photo",
    "© ",
];

/// Names behind a stroke or in brackets that are those of agencies and papers.
const AGENCIES: [&str; 27] = [
    "AFP",
    "AP",
    "Reuters",
    "REUTERS",
    "EPA",
    "EFE",
    "PA",
    "dpa",
    "DPA",
    "TASS",
    "Tass",
    "KCNA",
    "Sputnik",
    "Yonhap",
    "Xinhua",
    "Kyodo",
    "ANSA",
    "ANI",
    "PTI",
    "Pool",
    "POOL",
    "Getty",
    "Bloomberg",
    "Anadolu",
    "Handout",
    "TT",
    "Shutterstock",
];

/// How far from the end a credit is looked for, in bytes.
const CREDIT_LENGTH: usize = 110;

/// Longest caption, in words.
const LONGEST_CAPTION: usize = 80;

/// Words with which a caption is sure to go on where it begins `This photo`.
const SHOWN: [&str; 10] = [
    "shows",
    "showing",
    "taken",
    "provided",
    "released",
    "distributed",
    "shot",
    "made",
    "from",
    "issued",
];

/// Whether a line is a credit and nothing else.
pub fn is_credit(line: &Line) -> bool {
    line.count <= 12
        && line.end != End::Sentence
        && (line.cues.is_all(Cue::Credit)
            || is_labelled(&line.text)
            || has_stroke(&line.text)
            || line.lower <= 1 && line.text.contains(',') && ends_with_credit(&line.text))
}

/// Whether a line says itself that it is a caption.
pub fn is_caption(line: &Line) -> bool {
    if line.count > LONGEST_CAPTION {
        return false;
    }
    if line.reports() && ends_with_agency(&line.text) {
        // A sentence of a report with the agency's name behind it.
        return false;
    }
    let article = line.is_prose() && line.reports() && line.sentences() > 2;
    if is_counted(&line.text) || is_filed(&line.text) {
        return !article;
    }
    // What stands for the picture of an author.
    let face = line.count <= 5
        && ["'s face", "\u{2019}s face"]
            .iter()
            .any(|face| line.text.ends_with(face));
    if face {
        return true;
    }
    if line.cues.begins(Cue::Picture) {
        let vague = line.begins(&["this"]);
        let shown = line.words.iter().take(12).any(|word| SHOWN.contains(&word));
        if !vague || shown {
            return !article;
        }
    }
    // `Getty Images A boat in the harbour`: the credit comes first.
    let credited = ["Getty Images ", "PA Media ", "AP Photo ", "AFP via "];
    let first = credited.iter().any(|credit| line.text.starts_with(credit));
    if first && line.end == End::Open || ends_with_credit(&line.text) {
        return !article;
    }
    let placed = [
        "(L)",
        "(R)",
        "(C)",
        "(left)",
        "(right)",
        "(centre)",
        "(center)",
        ", left,",
        ", right,",
        "(2nd from",
        "(2nd left",
        "(2nd right",
        "(2nd L)",
        "(2nd R)",
        "(second from",
        "(second left",
        "(second right",
    ];
    if line.count > 50 {
        return false;
    }
    let mut marks = line.text.match_indices(['(', ',']);
    let placed = marks.any(|(at, _)| {
        let behind = &line.text[at..];
        placed.iter().any(|place| behind.starts_with(place))
    });
    let pictured = placed || line.cues.has(Cue::Picture);
    pictured && (line.end == End::Open || !line.reports() && line.sentences() <= 2 && placed)
}

/// Whether one sentence tells what is to be seen and when: in the present, or with a date.
fn shows_a_scene(line: &Line) -> bool {
    const SEEN: [&str; 24] = [
        "shakes", "shake", "meets", "meet", "attends", "attend", "walks", "walk", "poses", "pose",
        "waves", "wave", "speaks", "arrives", "looks", "inspects", "holds", "hold", "stands",
        "stand", "watches", "greets", "visits", "sits",
    ];
    let seen = line.words.iter().any(|word| SEEN.contains(&word));
    let dated = line
        .words
        .iter()
        .any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    line.sentences() == 1 && line.count <= 45 && !line.reports() && seen && dated
}

/// Whether a line that stands beside a credit can be its caption: a phrase, or one sentence that
/// reports nothing.
pub fn may_be_caption(line: &Line) -> bool {
    (4..=45).contains(&line.count)
        && line.end != End::Colon
        && !line.continues()
        && !(line.reports() && ends_with_agency(&line.text))
        && (line.end == End::Open || is_caption(line) || shows_a_scene(line))
}

/// What one of [`CREDITS`] may begin with.
const CREDIT_BEGINS: [char; 15] = [
    'A', 'B', 'C', 'E', 'F', 'G', 'H', 'I', 'P', 'R', 'S', 'p', 'v', '(', '\u{a9}',
];

/// Whether one of [`CREDITS`] stands in a text.
fn has_credit(text: &str) -> bool {
    let mut beginnings = text.match_indices(CREDIT_BEGINS);
    beginnings.any(|(at, _)| CREDITS.iter().any(|credit| text[at..].starts_with(credit)))
}

/// Whether a text ends with those who took a picture.
pub fn ends_with_credit(text: &str) -> bool {
    let mut from = text.len().saturating_sub(CREDIT_LENGTH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = &text[from..];
    // What stands before the last full sentence belongs to the text.
    if has_credit(tail) {
        return true;
    }
    if has_stroke(tail)
        || in_brackets(tail).is_some_and(|inside| {
            inside
                .rsplit_once('/')
                .is_some_and(|(_, house)| names_agency(inside) || outlet::known(house).is_some())
        })
    {
        return true;
    }
    let taken_for = |inside: &str| {
        inside.split_once(" for ").is_some_and(|(who, paper)| {
            names::is_name(who) && paper.starts_with(char::is_uppercase)
        })
    };
    let photo = |inside: &str| {
        let last = inside.rsplit(' ').next().unwrap_or_default();
        inside.split_whitespace().count() <= 4
            && [
                "Photo",
                "Photos",
                "File",
                "Image",
                "Picture",
                "Archive",
                "Archives",
                "Graphic",
                "Photograph",
            ]
            .contains(&last)
    };
    if in_brackets(tail).is_some_and(|inside| taken_for(inside) || photo(inside)) {
        return true;
    }
    if ends_with_agency(tail) {
        return true;
    }
    // A sentence that ends and an agency in brackets is how a wire story ends; a phrase and an
    // agency is a caption.
    in_brackets(tail).is_some_and(|inside| {
        let before = tail[..tail.rfind(inside).unwrap_or(0)].trim_end_matches(['(', '[', ' ']);
        let ended = before.ends_with(['.', '!', '?', '"', '\u{201d}', '\u{2019}']);
        names_agency(inside) && inside.split_whitespace().count() <= 4 && !ended
    })
}

/// Whether an agency's name stands behind the last sentence: `… at the station. EPA`.
fn ends_with_agency(text: &str) -> bool {
    text.rsplit_once(' ').is_some_and(|(before, last)| {
        let ended = before.trim_end().ends_with(['.', '\u{201d}', '"']);
        AGENCIES.contains(&last) && ended && before.split_whitespace().count() > 4
    })
}

/// The brackets at the very end.
fn in_brackets(text: &str) -> Option<&str> {
    let text = text.trim_end_matches('.');
    let (open, inside) = match text.chars().next_back()? {
        ')' => ('(', &text[..text.len() - 1]),
        ']' => ('[', &text[..text.len() - 1]),
        _ => return None,
    };
    inside.rsplit_once(open).map(|(_, inside)| inside)
}

fn names_agency(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| AGENCIES.contains(&word))
}

/// `Kim Hong-ji/Reuters` at the end: a name, a stroke, and who distributes the picture.
fn has_stroke(text: &str) -> bool {
    let text = text.trim_end_matches([')', ']', '.']);
    let Some((before, after)) = text.rsplit_once('/') else {
        return false;
    };
    let after = after.trim_start();
    let who = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let short = after.split_whitespace().count() <= 5
        && after
            .split_whitespace()
            .filter(|w| !matches!(*w, "via" | "of" | "/"))
            .all(capital);
    capital(who)
        && capital(after)
        && short
        && (AGENCIES
            .iter()
            .any(|agency| after.starts_with(agency) || who == *agency)
            || [
                "Times",
                "Post",
                "Press",
                "Images",
                "Pool",
                "Photo",
                "Agency",
                "News",
                "Guardian",
                "Independent",
                "Telegraph",
            ]
            .iter()
            .any(|word| after.contains(word)))
}

/// `Photo: …`, `Photograph by …`, `Image source, …`.
fn is_labelled(text: &str) -> bool {
    let lower = text.to_lowercase();
    let label = [
        "photo",
        "photos",
        "photograph",
        "photography",
        "picture",
        "pictures",
        "image",
        "images",
        "credit",
        "credits",
        "foto",
        "fotos",
        "bild",
        "bilder",
        "crédit",
        "crédits",
        "illustration",
        "illustrations",
        "cartoon",
        "graphic",
        "video",
        "footage",
        "image source",
        "image credit",
        "photo credit",
        "crédit photo",
        "créditos",
        "bildquelle",
        "quelle foto",
        "afbeelding",
        "zdjęcie",
        "фото",
    ];
    label.iter().any(|label| {
        lower.strip_prefix(label).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.starts_with([':', '/', '©', '.', '|', ',']) && rest.len() > 1
                || rest.starts_with("by ")
                || rest.starts_with("courtesy")
                || rest.starts_with("credit")
        })
    })
}

/// `[1/3]Kim…`, `1 of 5 | Kim…`, `(2 of 4) …`.
fn is_counted(text: &str) -> bool {
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
    };
    if let Some((inside, _)) = text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return inside
            .split_once('/')
            .is_some_and(|(a, b)| digits(a) && digits(b));
    }
    let item = text.strip_prefix("Item ");
    let mut words = item
        .unwrap_or(text)
        .trim_start_matches('(')
        .split([' ', ')']);
    let first = words.next().unwrap_or_default();
    let counted = digits(first) && words.next() == Some("of") && words.next().is_some_and(digits);
    counted
        && (text.starts_with('(')
            || item.is_some()
            || matches!(words.next(), Some("|" | "-" | "\u{2013}" | "\u{2014}")))
}

/// `FILE - …`, `FILE PHOTO: …`.
fn is_filed(text: &str) -> bool {
    [
        "FILE -",
        "FILE \u{2013}",
        "FILE \u{2014}",
        "FILE PHOTO",
        "File -",
        "FILE:",
        "FILE IMAGE",
    ]
    .iter()
    .any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(text: &str) -> bool {
        is_caption(&Line::new(text))
    }

    #[test]
    fn every_credit_is_found() {
        for credit in CREDITS {
            assert!(has_credit(&["A boat ", credit, "Bo"].concat()), "{credit}");
        }
    }

    #[test]
    fn captions_are_known_by_their_credit_or_their_words() {
        assert!(caption(
            "Kim Jong Un at the launch site in Vostochny. Vladimir Smirnov/Sputnik via REUTERS"
        ));
        assert!(caption("The leaders shake hands in Vladivostok (AP)"));
        assert!(caption(
            "[1/2]The leaders meet at the station, April 25, 2019."
        ));
        assert!(caption(
            "In this photo provided by the government, the leaders review an honour guard."
        ));
        assert!(caption("The two leaders in 2019 [Sergei Ilnitsky/AFP]"));
        assert!(caption("A train (left) waits at the border station."));
    }

    #[test]
    fn an_article_is_no_caption() {
        assert!(!caption(
            "This picture of harmony is misleading, the analyst said."
        ));
        assert!(!caption(
            "Both sides will sign the treaty on Friday, the ministry said. (Reuters)"
        ));
        assert!(!caption(
            "The left, divided as ever, voted against the budget."
        ));
    }

    #[test]
    fn credits_stand_alone() {
        for text in [
            "Getty Images",
            "Photo: Ann Ash",
            "Kim Hong-ji/Reuters",
            "AFP via Getty Images",
            "EPA",
        ] {
            assert!(is_credit(&Line::new(text)), "{text}");
        }
        assert!(!is_credit(&Line::new("Reuters was told so.")));
    }
}
