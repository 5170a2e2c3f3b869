//! Citations in the RIS format of programs that manage references.

use crate::citation::Citation;

/// One entry, with its end.
pub fn write(citation: &Citation) -> String {
    let mut out = String::new();
    let mut field = |tag: &str, value: &str| {
        if !value.is_empty() || tag == "ER" {
            out.push_str(tag);
            out.push_str("  - ");
            out.push_str(value);
            out.push_str("\r\n");
        }
    };
    field("TY", "GEN");
    for author in citation.authors() {
        field("AU", author);
    }
    field("TI", citation.title());
    field("PB", citation.publisher().unwrap_or_default());
    if let Some(published) = citation.published() {
        let date = published.date;
        field("PY", &date.year.to_string());
        let part = |part: Option<u8>| part.map_or(String::new(), two_digits);
        let parts = [
            date.year.to_string(),
            part(date.month),
            part(date.day),
            String::new(),
        ];
        field("DA", &parts.join("/"));
        if published.inferred {
            field("N1", "Date inferred");
        }
    }
    field("UR", citation.address());
    field("ER", "");
    out
}

fn two_digits(number: u8) -> String {
    let digits = number.to_string();
    if number < 10 {
        ["0", &digits].concat()
    } else {
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_engine::date::PartialDate;
    use dossier_engine::document::{Document, Published};

    #[test]
    fn an_entry_has_its_fields_and_an_end() {
        let document = Document {
            title: "Rails".into(),
            authors: vec!["Ada Lund".into(), "Ben Roe".into()],
            publisher: Some("Gazette".into()),
            published: Some(Published {
                date: PartialDate::new(1998, Some(3), None).unwrap(),
                inferred: true,
                note: None,
            }),
            ..Document::default()
        };
        assert_eq!(
            write(&Citation::new(&document, "https://example.org/#x")),
            "TY  - GEN\r\nAU  - Ada Lund\r\nAU  - Ben Roe\r\nTI  - Rails\r\nPB  - Gazette\r\n\
             PY  - 1998\r\nDA  - 1998/03//\r\nN1  - Date inferred\r\n\
             UR  - https://example.org/#x\r\nER  - \r\n"
        );
    }

    #[test]
    fn no_field_breaks_out_of_its_line() {
        let document = Document {
            title: "One\r\nER  - \r\nTY  - BOOK".into(),
            ..Document::default()
        };
        let entry = write(&Citation::new(&document, ""));
        assert_eq!(entry.lines().count(), 3, "{entry}");
    }
}
