//! Tables as CSV by RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it.

use super::{Table, Value};

/// The table, with its columns' names on the first line.
pub fn write(table: &Table) -> String {
    let mut out = String::from("\u{feff}");
    line(
        &mut out,
        table.columns.iter().map(|name| (*name).to_owned()),
    );
    for row in &table.rows {
        line(&mut out, row.iter().map(cell));
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) || cell.trim() != cell {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

fn cell(value: &Value) -> String {
    match value {
        Value::Text(text) => harmless(text.clone()),
        Value::List(texts) => harmless(texts.join("; ")),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Nothing => String::new(),
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe goes before the characters with
/// which formulas begin, as OWASP advises. What a document says must not be run.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        ["'", &text].concat()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(texts: &[&str]) -> String {
        let row = texts.iter().map(|text| Value::Text((*text).to_owned()));
        let table = Table {
            columns: &[],
            rows: vec![row.collect()],
        };
        write(&table).trim_start_matches("\u{feff}\r\n").to_owned()
    }

    #[test]
    fn cells_with_separators_quotes_and_breaks_are_quoted() {
        assert_eq!(
            written(&["a,b", "say \"x\"", "1\n2", " c"]),
            "\"a,b\",\"say \"\"x\"\"\",\"1\n2\",\" c\"\r\n"
        );
    }

    #[test]
    fn no_cell_begins_a_formula() {
        assert_eq!(
            written(&["=cmd|' /C calc'!A0", "+1", "-1", "@x"]),
            "'=cmd|' /C calc'!A0,'+1,'-1,'@x\r\n"
        );
        assert_eq!(written(&["a=1"]), "a=1\r\n");
    }

    proptest! {
        #[test]
        fn any_texts_are_one_row(texts in proptest::collection::vec("[a\",\r\n=é ]{0,6}", 1..5)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let out = written(&texts);
            // Outside quotes there is one line break and as many separators as between cells.
            let outside: String = out.split('"').step_by(2).collect();
            prop_assert_eq!(outside.matches("\r\n").count(), 1);
            prop_assert_eq!(outside.matches(',').count(), texts.len() - 1);
        }
    }
}
