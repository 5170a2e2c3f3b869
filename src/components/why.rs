//! Why a document was found.

use dossier_engine::explorer::ExplanationLine;
use dossier_view::{results, words};

use crate::element::{El, el};

/// What matched: a line for each word or name of the query and field.
pub fn why_found(id: String, lines: &[ExplanationLine]) -> El {
    let head = |name: &'static str| el("th").set("scope", "col").child(name);
    let heads = el("tr")
        .child(head("Typed"))
        .child(head("Found"))
        .child(head("In"))
        .child(head("Times").class("number"))
        .child(head("Share"));
    let caption = el("caption")
        .class("unseen")
        .child("What matched, and its share of the score");
    let table = el("table")
        .child(caption)
        .child(el("thead").child(heads))
        .child(el("tbody").children(lines.iter().map(line)));
    el("div").class("why").set("id", id).child(table)
}

fn line(line: &ExplanationLine) -> El {
    let bar = |width: i32| el("rect").set("width", width).set("height", "8");
    let drawing = el("svg")
        .set("viewBox", "0 0 100 8")
        .set("preserveAspectRatio", "none")
        .unheard()
        .child(bar(100).class("share-ground"))
        .child(bar((line.share * 100.0) as i32));
    let found = el("td")
        .child(el("bdi").child(line.found.join(", ")))
        .child(el("small").child(results::form(line.form)));
    let typed = el("th")
        .set("scope", "row")
        .child(el("bdi").child(&line.typed));
    let share = el("td")
        .class("share")
        .child(drawing)
        .child(el("span").child(words::percent(line.share)));
    el("tr")
        .child(typed)
        .child(found)
        .child(el("td").child(results::field(line.field)))
        .child(el("td").class("number").child(line.count))
        .child(share)
}
