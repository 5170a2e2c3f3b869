//! A citation as plain text.

use super::{Citation, joined, listed};

/// `Authors, “Title”, Publisher, date, paragraph 4. Address`, with the quotation before it.
pub fn format(citation: &Citation) -> String {
    let title = ["“", &citation.title, "”"].concat();
    let parts = [
        Some(listed(&citation.authors)),
        Some(title),
        citation.publisher.clone(),
        citation.date(),
        citation.place(),
    ];
    let line = joined(parts);
    let mut text = String::new();
    if let Some(quote) = &citation.quote {
        text = ["“", quote, "”\n\n"].concat();
    }
    text.push_str(&line);
    text.push_str(". ");
    text.push_str(&citation.address);
    text
}

#[cfg(test)]
mod tests {
    use crate::citation::tests::{ADDRESS, cited, document};
    use crate::citation::{Citation, Format};

    #[test]
    fn it_names_authors_title_publisher_date_and_paragraph() {
        assert_eq!(
            cited(Format::Text),
            "Ada Lund and Ben Roe, “Rails & tides: 100% of the $5 toll”, Harbour Gazette, \
             7 March 1998 (date inferred), paragraph 4. \
             https://example.org/d/#/documents?doc=rails&p=4"
        );
    }

    #[test]
    fn a_quotation_stands_before_it() {
        let citation = Citation::new(&document(), ADDRESS)
            .at(2..=3)
            .quoting("  High water.\n\nLow water.\n");
        let text = citation.format(Format::Text);
        assert!(
            text.starts_with("“High water.\nLow water.”\n\nAda Lund"),
            "{text}"
        );
        assert!(text.contains("paragraphs 2–3. "), "{text}");
    }
}
