//! `dossier explain`: says why a query finds a document.

use std::fmt::Write;

use dossier_engine::explorer::{DocumentHit, ExplanationLine, MatchForm, SearchRequest};
use dossier_engine::index::Field;
use serde_json::{Value, json};

use crate::Ending;
use crate::args::ExplainArgs;
use crate::output::{Failure, clean, open, print};

/// Searches the archive and prints what the score of the document is made of.
pub fn run(args: &ExplainArgs) -> Result<Ending, Failure> {
    let explorer = open(&args.archive)?;
    let documents = explorer.overview().documents;
    let Some(number) = documents
        .iter()
        .position(|entry| entry.name == args.document)
    else {
        eprintln!(
            "error: the archive has no document `{}`; `dossier search` names its documents",
            clean(&args.document)
        );
        return Ok(Ending::Problems);
    };
    let answer = explorer.search(&SearchRequest {
        query: args.query.clone(),
        limit: documents.len(),
        ..SearchRequest::default()
    });
    let rank = answer
        .documents
        .iter()
        .position(|hit| hit.doc.index() == number);
    let Some((rank, hit)) = rank.and_then(|rank| Some((rank, answer.documents.get(rank)?))) else {
        eprintln!("the query does not find this document");
        return Ok(Ending::Problems);
    };
    print(&if args.json {
        format!("{:#}\n", as_json(rank, hit))
    } else {
        as_text(rank, answer.document_count, hit)
    })?;
    Ok(Ending::Fine)
}

fn as_text(rank: usize, found: u32, hit: &DocumentHit) -> String {
    let mut text = format!("{} of {found}, score {:.3}\n", rank + 1, hit.score);
    for line in &hit.explanation {
        // Writing to a text does not fail.
        let _ = writeln!(
            text,
            "{:>4.0} %  {}: {} in the {}, {} times ({})",
            line.share * 100.0,
            clean(&line.typed),
            form(line.form),
            field(line.field),
            line.count,
            clean(&line.found.join(", ")),
        );
    }
    text
}

fn as_json(rank: usize, hit: &DocumentHit) -> Value {
    let line = |line: &ExplanationLine| {
        json!({
            "typed": line.typed,
            "found": line.found,
            "form": form(line.form),
            "field": field(line.field),
            "count": line.count,
            "share": line.share,
        })
    };
    json!({
        "rank": rank + 1,
        "score": hit.score,
        "lines": hit.explanation.iter().map(line).collect::<Vec<Value>>(),
    })
}

fn form(form: MatchForm) -> &'static str {
    match form {
        MatchForm::Exact => "as typed",
        MatchForm::Stem => "another form",
        MatchForm::Prefix => "begins so",
        MatchForm::Corrected => "corrected",
        MatchForm::Phrase => "in a row",
        MatchForm::Alias => "another name",
        MatchForm::Field => "asked for by field",
    }
}

fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Byline => "byline",
        Field::Body => "text",
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::id::DocId;

    use super::*;

    #[test]
    fn a_line_says_what_was_typed_how_it_matched_and_its_share() {
        let hit = DocumentHit {
            doc: DocId(0),
            score: 1.5,
            match_count: 2,
            title_marks: Vec::new(),
            snippets: Vec::new(),
            topics: Vec::new(),
            entities: Vec::new(),
            explanation: vec![ExplanationLine {
                typed: "sanction".into(),
                found: vec!["sanctions".into()],
                form: MatchForm::Stem,
                field: Field::Body,
                count: 2,
                share: 1.0,
            }],
        };
        let expected = "\
1 of 3, score 1.500
 100 %  sanction: another form in the text, 2 times (sanctions)
";
        assert_eq!(as_text(0, 3, &hit), expected);
        assert_eq!(as_json(0, &hit)["lines"][0]["count"], 2);
    }
}
