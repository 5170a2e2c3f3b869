//! What came of bringing documents: files that could not be read, each with its reason.

use dossier_view::intake::{Problem, Report};

use crate::element::{El, el};

/// How many problems are listed.
const MOST: usize = 500;

/// What went wrong, where anything did.
pub fn outcome(report: &Report) -> El {
    let summary = report.summary();
    let problems = report.problems.iter().take(MOST).map(problem);
    let list = (!report.problems.is_empty()).then(|| {
        el("ul")
            .class("intake-problems")
            .set("aria-label", "Problems")
            .set("tabindex", "0")
            .children(problems)
    });
    el("section")
        .class("intake-outcome")
        .child(report.failure.as_ref().map(|failure| {
            el("p")
                .class("intake-failure")
                .set("role", "alert")
                .child(el("strong").child("The present collection stays. "))
                .child(failure)
        }))
        .child((!summary.is_empty()).then(|| el("p").child(summary)))
        .child(list)
}

fn problem(problem: &Problem) -> El {
    let kind = if problem.is_error {
        "Left out: "
    } else {
        "Note: "
    };
    el("li")
        .class_if(problem.is_error, "error")
        .child(el("bdi").class("intake-file").child(problem.place()))
        .child(
            el("p")
                .child(el("strong").child(kind))
                .child(&problem.message),
        )
        .child(
            problem
                .hint
                .as_ref()
                .map(|hint| el("p").class("intake-hint").child(hint)),
        )
}
