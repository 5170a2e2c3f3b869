//! Every style sheet is part of the page.

use super::{Finding, Source};

/// Checks that `index.html` names each sheet of `styles/`.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let page = sources.iter().find(|source| source.path == "index.html");
    let html = page.map_or("", |page| page.text.as_str());
    let sheets = sources
        .iter()
        .filter(|source| source.path.starts_with("styles/") && source.is_any(&["css"]));
    sheets
        .filter(|sheet| !html.contains(&format!("href=\"{}\"", sheet.path)))
        .map(|sheet| {
            let message = "index.html does not name it: add a `data-trunk rel=\"css\"` link";
            Finding::error(&sheet.path, 0, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::source;

    #[test]
    fn a_sheet_that_the_page_does_not_name_is_found() {
        let page = source(
            "index.html",
            "<link data-trunk rel=\"css\" href=\"styles/a.css\">",
        );
        let sheets = [page, source("styles/a.css", ""), source("styles/b.css", "")];
        let findings = check(&sheets);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].file, "styles/b.css");
    }
}
