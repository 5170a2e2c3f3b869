//! A citation as an entry for BibTeX.

use std::collections::BTreeSet;

use dossier_engine::date::month_name;

use super::Citation;
use crate::words;

/// A `@misc` entry: every style and biblatex know it and its fields.
pub fn format(citation: &Citation) -> String {
    under_key(citation, &key(citation))
}

/// The same under a key that is not among `keys`, to which it goes.
pub fn entry(citation: &Citation, keys: &mut BTreeSet<String>) -> String {
    let first = key(citation);
    let mut chosen = first.clone();
    let mut number = 2_u32;
    while !keys.insert(chosen.clone()) {
        chosen = [&first, "-", &number.to_string()].concat();
        number += 1;
    }
    under_key(citation, &chosen)
}

fn under_key(citation: &Citation, key: &str) -> String {
    let mut entry = ["@misc{", key].concat();
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            entry.push_str(",\n  ");
            entry.push_str(name);
            entry.push_str(" = ");
            entry.push_str(value);
        }
    };
    let authors: Vec<String> = citation.authors.iter().map(|name| author(name)).collect();
    field("author", &braced(&authors.join(" and ")));
    // A second pair of braces keeps the capitals of the title.
    field("title", &braced(&braced(&escape(&citation.title))));
    let publisher = citation.publisher.as_deref().unwrap_or("");
    field("howpublished", &braced(&escape(publisher)));
    if let Some(published) = &citation.published {
        // BibTeX reads year and month, biblatex the date with its day.
        field("date", &braced(&published.date.to_string()));
        field("year", &published.date.year.to_string());
        if let Some(name) = published.date.month.and_then(month_name) {
            // The first three letters of a month are a macro of every style.
            field("month", &name.get(..3).unwrap_or(name).to_ascii_lowercase());
        }
    }
    let inferred = citation
        .published
        .as_ref()
        .is_some_and(|published| published.inferred);
    let notes = [
        citation
            .place()
            .map(|place| words::capitalised(&place).replace('–', "--")),
        inferred.then(|| "Date inferred".to_owned()),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    field("note", &braced(&notes.join(". ")));
    field("url", &braced(&url(&citation.address)));
    let quote = citation.quote.as_deref().unwrap_or("").replace('\n', " ");
    field("annote", &braced(&escape(&quote)));
    entry.push_str("\n}");
    entry
}

/// `lund1998rails`: surname of the first author or first word of the publisher, year, first word
/// of the title, articles aside; ASCII letters and digits only, as BibTeX asks.
fn key(citation: &Citation) -> String {
    let surname = citation
        .authors
        .first()
        .and_then(|name| name.split(' ').next_back());
    let publisher = citation.publisher.as_deref();
    let year = citation
        .published
        .as_ref()
        .map(|published| published.date.year.to_string());
    let key = [
        surname.or(publisher).map(first_word).unwrap_or_default(),
        year.unwrap_or_default(),
        first_word(&citation.title),
    ]
    .concat();
    if key.is_empty() {
        "document".to_owned()
    } else {
        key
    }
}

/// The first word that is no article and has ASCII letters or digits; only these, in lower case.
fn first_word(text: &str) -> String {
    let plain = |word: &str| -> String {
        let letters = word.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|c| c.to_ascii_lowercase()).collect()
    };
    let mut words = text.split(' ').map(plain);
    words
        .find(|word| !matches!(word.as_str(), "" | "a" | "an" | "the"))
        .unwrap_or_default()
}

/// A name as BibTeX takes it: one that holds a comma or the word "and" is kept whole by braces.
fn author(name: &str) -> String {
    let splits = name.contains(',') || name.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    let escaped = escape(name);
    if splits { braced(&escaped) } else { escaped }
}

/// The text between braces; nothing stays nothing.
fn braced(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        ["{", text, "}"].concat()
    }
}

/// The text as LaTeX prints it unchanged. Braces become commands, since BibTeX counts them even
/// behind a backslash.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// An address, which LaTeX prints as it is, without what would end the field.
fn url(address: &str) -> String {
    address
        .replace('\\', "%5C")
        .replace('{', "%7B")
        .replace('}', "%7D")
        .replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dossier_engine::date::PartialDate;
    use dossier_engine::document::{Document, Published};
    use proptest::prelude::*;

    use crate::citation::tests::{ADDRESS, cited, document};
    use crate::citation::{Citation, Format};

    fn bibtex(document: &Document) -> String {
        Citation::new(document, ADDRESS).format(Format::BibTeX)
    }

    #[test]
    fn entries_of_one_file_have_different_keys() {
        let mut keys = BTreeSet::new();
        let citation = Citation::new(&document(), "");
        let heads: Vec<String> = (0..3)
            .map(|_| citation.bibtex_entry(&mut keys))
            .map(|entry| entry.lines().next().unwrap_or_default().to_owned())
            .collect();
        let expected = ["lund1998rails", "lund1998rails-2", "lund1998rails-3"];
        assert_eq!(heads, expected.map(|key| format!("@misc{{{key},")));
    }

    #[test]
    fn an_entry_has_every_field_that_is_known() {
        assert_eq!(
            cited(Format::BibTeX),
            r"@misc{lund1998rails,
  author = {Ada Lund and Ben Roe},
  title = {{Rails \& tides: 100\% of the \$5 toll}},
  howpublished = {Harbour Gazette},
  date = {1998-03-07},
  year = 1998,
  month = mar,
  note = {Paragraph 4. Date inferred},
  url = {https://example.org/d/#/documents?doc=rails&p=4}
}"
        );
    }

    #[test]
    fn a_date_says_no_more_than_is_known() {
        let dated = |month, day| {
            let date = PartialDate {
                year: 2001,
                month,
                day,
            };
            let published = Some(Published {
                date,
                inferred: false,
                note: None,
            });
            bibtex(&Document {
                published,
                ..document()
            })
        };
        assert!(
            dated(Some(9), None).contains("date = {2001-09},\n  year = 2001,\n  month = sep,\n")
        );
        assert!(!dated(None, None).contains("month"));
        assert!(
            !bibtex(&Document {
                published: None,
                ..document()
            })
            .contains("year")
        );
    }

    #[test]
    fn a_name_with_a_comma_or_an_and_is_one_author() {
        let authors = vec![
            "Lund and Sons".to_owned(),
            "Roe, Ltd".to_owned(),
            "Kim Andrade".to_owned(),
        ];
        let entry = bibtex(&Document {
            authors,
            ..document()
        });
        assert!(
            entry.contains("author = {{Lund and Sons} and {Roe, Ltd} and Kim Andrade},"),
            "{entry}"
        );
    }

    #[test]
    fn without_an_author_the_key_begins_with_the_publisher() {
        let title = "The Élan of 9 ships".to_owned();
        let entry = bibtex(&Document {
            authors: Vec::new(),
            title,
            ..document()
        });
        assert!(entry.starts_with("@misc{harbour1998lan,"), "{entry}");
        let bare = Document {
            title: "北".to_owned(),
            ..Document::default()
        };
        assert!(bibtex(&bare).starts_with("@misc{document,\n  title = {{北}},\n"));
    }

    #[test]
    fn characters_of_latex_are_printed_as_they_are() {
        let title = r"a{b}\c~d^e_f".to_owned();
        let entry = bibtex(&Document {
            title,
            ..document()
        });
        let expected = r"{{a\textbraceleft{}b\textbraceright{}\textbackslash{}c\textasciitilde{}d\textasciicircum{}e\_f}}";
        assert!(entry.contains(expected), "{entry}");
    }

    proptest! {
        #[test]
        fn no_text_unbalances_the_braces(
            title in "\\PC{0,20}", author in "[{}\\\\, and]{0,12}", address in "[{}\\\\%#a]{0,12}"
        ) {
            let document = Document { title, authors: vec![author], ..Document::default() };
            let entry = Citation::new(&document, &address).format(Format::BibTeX);
            let mut depth = 0i32;
            for (at, c) in entry.char_indices() {
                depth += i32::from(c == '{') - i32::from(c == '}');
                prop_assert!(depth > 0 || at < 6 || at + 1 == entry.len(), "{}", entry);
            }
            prop_assert_eq!(depth, 0);
        }
    }
}
