//! `dossier search`: asks an archive.

use std::io::{self, IsTerminal};

use dossier_engine::explorer::{
    DocumentHit, DocumentSummary, Notice, Overview, SearchAnswer, SearchRequest, Snippet,
};
use dossier_engine::span::Span;
use serde_json::{Value, json};

use crate::Ending;
use crate::args::SearchArgs;
use crate::output::{Failure, clean, count, open, print};

/// Searches the archive and prints what was found.
pub fn run(args: &SearchArgs) -> Result<Ending, Failure> {
    let explorer = open(&args.archive)?;
    let overview = explorer.overview();
    let answer = explorer.search(&SearchRequest {
        query: args.query.clone(),
        limit: args.limit,
        ..SearchRequest::default()
    });
    let text = if args.json {
        format!("{:#}\n", as_json(&args.query, &answer, &overview))
    } else {
        let bold = io::stdout().is_terminal();
        as_text(&args.query, &answer, &overview, bold)
    };
    print(&text)?;
    Ok(Ending::Fine)
}

fn as_text(query: &str, answer: &SearchAnswer, overview: &Overview, bold: bool) -> String {
    let mut lines = Vec::new();
    lines.extend(
        answer
            .problems
            .iter()
            .map(|problem| clean(&problem.message)),
    );
    lines.extend(answer.notices.iter().map(|n| notice(query, n, overview)));
    lines.push(format!(
        "{}, {}",
        count(answer.document_count, "document", "documents"),
        count(answer.match_count, "match", "matches"),
    ));
    for hit in &answer.documents {
        let Some(document) = overview.documents.get(hit.doc.index()) else {
            continue;
        };
        lines.push(String::new());
        lines.push(marked(&document.title, &hit.title_marks, bold));
        lines.push(byline(hit, document));
        lines.extend(hit.snippets.iter().map(|snippet| extract(snippet, bold)));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What the engine did with the query, in a sentence.
fn notice(query: &str, notice: &Notice, overview: &Overview) -> String {
    let typed = |span: &Span| clean(span.slice(query));
    match notice {
        Notice::Corrected { typed: span, words } => format!(
            "no document has \"{}\"; searched {}",
            typed(span),
            clean(&words.join(", "))
        ),
        Notice::Unknown {
            typed: span,
            suggestions,
        } if suggestions.is_empty() => format!("no document has \"{}\"", typed(span)),
        Notice::Unknown {
            typed: span,
            suggestions,
        } => format!(
            "no document has \"{}\"; did you mean {}?",
            typed(span),
            clean(&suggestions.join(", "))
        ),
        Notice::Relaxed => "no document has all words; these have some of them".into(),
        Notice::Entity {
            typed: span,
            entity,
        } => {
            let name = overview.entities.get(entity.index());
            let name = name.map_or_else(String::new, |entity| clean(&entity.name));
            format!("\"{}\" was taken as {name} too", typed(span))
        }
    }
}

fn byline(hit: &DocumentHit, document: &DocumentSummary) -> String {
    let mut parts = vec![clean(&document.name)];
    parts.extend(document.publisher.as_deref().map(clean));
    if let Some(published) = &document.published {
        parts.push(published.date.english());
    }
    parts.push(count(hit.match_count, "match", "matches"));
    parts.join(" · ")
}

fn extract(snippet: &Snippet, bold: bool) -> String {
    let ellipsis = |cut| if cut { "…" } else { "" };
    [
        "  ",
        ellipsis(snippet.cut_start),
        &marked(&snippet.text, &snippet.marks, bold),
        ellipsis(snippet.cut_end),
    ]
    .concat()
}

/// A text whose marks, in order and without overlaps, are bold where that can be shown.
fn marked(text: &str, marks: &[Span], bold: bool) -> String {
    if !bold {
        return clean(text);
    }
    let mut shown = String::new();
    let mut end = 0;
    for mark in marks {
        shown.push_str(&clean(Span::new(end, mark.start).slice(text)));
        shown.push_str("\x1b[1m");
        shown.push_str(&clean(mark.slice(text)));
        shown.push_str("\x1b[0m");
        end = mark.end;
    }
    shown.push_str(&clean(Span::new(end, text.len() as u32).slice(text)));
    shown
}

fn as_json(query: &str, answer: &SearchAnswer, overview: &Overview) -> Value {
    let problems = answer.problems.iter().map(|problem| {
        json!({
            "start": problem.span.start,
            "end": problem.span.end,
            "message": problem.message,
        })
    });
    let notices = answer.notices.iter().map(|n| notice(query, n, overview));
    let documents = answer.documents.iter().filter_map(|hit| {
        let document = overview.documents.get(hit.doc.index())?;
        Some(hit_as_json(hit, document))
    });
    json!({
        "query": query,
        "document_count": answer.document_count,
        "passage_count": answer.passage_count,
        "match_count": answer.match_count,
        "problems": problems.collect::<Vec<Value>>(),
        "notices": notices.collect::<Vec<String>>(),
        "documents": documents.collect::<Vec<Value>>(),
    })
}

fn hit_as_json(hit: &DocumentHit, document: &DocumentSummary) -> Value {
    let snippets = hit.snippets.iter().map(|snippet| {
        let marks = snippet.marks.iter().map(|mark| [mark.start, mark.end]);
        json!({
            "passage": snippet.passage,
            "text": snippet.text,
            "marks": marks.collect::<Vec<[u32; 2]>>(),
        })
    });
    let published = document.published.as_ref();
    json!({
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "published": published.map(|published| published.date.to_string()),
        "score": hit.score,
        "match_count": hit.match_count,
        "snippets": snippets.collect::<Vec<Value>>(),
    })
}

#[cfg(test)]
mod tests {
    use dossier_engine::id::DocId;

    use super::*;

    const QUERY: &str = "sanktions";

    fn answer() -> (SearchAnswer, Overview) {
        let document = DocumentSummary {
            name: "a".into(),
            title: "A \u{1b}[31mtitle".into(),
            publisher: Some("The Paper".into()),
            ..DocumentSummary::default()
        };
        let snippet = Snippet {
            text: "New sanctions on grain".into(),
            marks: vec![Span::new(4, 13)],
            cut_end: true,
            ..Snippet::default()
        };
        let hit = DocumentHit {
            doc: DocId(0),
            score: 1.0,
            match_count: 1,
            title_marks: Vec::new(),
            snippets: vec![snippet],
            topics: Vec::new(),
            entities: Vec::new(),
            explanation: Vec::new(),
        };
        let corrected = Notice::Corrected {
            typed: Span::new(0, 9),
            words: vec!["sanctions".into()],
        };
        let answer = SearchAnswer {
            document_count: 1,
            match_count: 1,
            notices: vec![corrected],
            documents: vec![hit],
            ..SearchAnswer::default()
        };
        let overview = Overview {
            documents: vec![document],
            ..Overview::default()
        };
        (answer, overview)
    }

    #[test]
    fn an_answer_is_text_without_control_characters() {
        let (answer, overview) = answer();
        let expected = "\
no document has \"sanktions\"; searched sanctions
1 document, 1 match

A  [31mtitle
a · The Paper · 1 match
  New sanctions on grain…
";
        assert_eq!(as_text(QUERY, &answer, &overview, false), expected);
    }

    #[test]
    fn matches_are_bold_on_a_terminal() {
        let (answer, overview) = answer();
        let text = as_text(QUERY, &answer, &overview, true);
        assert!(text.contains("New \u{1b}[1msanctions\u{1b}[0m on grain…"));
    }

    #[test]
    fn an_answer_as_json_has_texts_and_marks() {
        let (answer, overview) = answer();
        let json = as_json(QUERY, &answer, &overview);
        assert_eq!(json["documents"][0]["name"], "a");
        let snippet = &json["documents"][0]["snippets"][0];
        assert_eq!(snippet["marks"], json!([[4, 13]]));
        assert_eq!(json["document_count"], 1);
    }
}
