//! A citation as Markdown.

use super::{Citation, joined, listed};

/// `Authors, [Title](<address>), *Publisher*, date, paragraph 4.`, below the quotation as a block
/// quote.
pub fn format(citation: &Citation) -> String {
    let title = [
        "[",
        &escape(&citation.title),
        "](<",
        &address(&citation.address),
        ">)",
    ]
    .concat();
    let parts = [
        Some(escape(&listed(&citation.authors))),
        Some(title),
        citation
            .publisher
            .as_ref()
            .map(|name| ["*", &escape(name), "*"].concat()),
        citation.date(),
        citation.place(),
    ];
    let line = joined(parts);
    let mut text = String::new();
    for paragraph in citation.quote.iter().flat_map(|quote| quote.lines()) {
        text.push_str("> ");
        text.push_str(&escape_start(&escape(paragraph)));
        text.push_str("\n>\n");
    }
    if citation.quote.is_some() {
        text.push_str("> — ");
    }
    text.push_str(&line);
    text.push('.');
    text
}

/// The text with a backslash before what Markdown would read as more than a character.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The line with a backslash where its beginning would make a heading, a list or a rule of it.
fn escape_start(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => Some(digits),
        Some(b'#' | b'+' | b'-' | b'=') if digits == 0 => Some(0),
        _ => None,
    };
    let (before, after) = line.split_at(marker.unwrap_or(0));
    let backslash = if marker.is_some() { "\\" } else { "" };
    [before, backslash, after].concat()
}

/// An address as it may stand between angle brackets.
fn address(address: &str) -> String {
    address
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E")
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::Document;

    use crate::citation::tests::{ADDRESS, cited};
    use crate::citation::{Citation, Format};

    #[test]
    fn the_title_is_a_link() {
        assert_eq!(
            cited(Format::Markdown),
            "Ada Lund and Ben Roe, \
             [Rails \\& tides: 100% of the \\$5 toll](<https://example.org/d/#/documents?doc=rails&p=4>), \
             *Harbour Gazette*, 7 March 1998 (date inferred), paragraph 4."
        );
    }

    #[test]
    fn text_cannot_break_out_of_its_place() {
        let hostile = Document {
            title: "a](javascript:x) <b> *".to_owned(),
            publisher: Some("*_".to_owned()),
            ..Document::default()
        };
        assert_eq!(
            Citation::new(&hostile, "#a>b").format(Format::Markdown),
            "[a\\](javascript:x) \\<b\\> \\*](<#a%3Eb>), *\\*\\_*."
        );
    }

    #[test]
    fn every_paragraph_of_a_quotation_is_quoted() {
        let citation = Citation::new(&Document::default(), ADDRESS).quoting("# One\n12. Two\n- 3");
        let text = citation.format(Format::Markdown);
        assert!(
            text.starts_with("> \\# One\n>\n> 12\\. Two\n>\n> \\- 3\n>\n> — ["),
            "{text}"
        );
    }
}
