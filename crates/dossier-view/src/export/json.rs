//! Tables as JSON: one array, or an object a line.

use super::{Table, Value};

/// One array with an object a line.
pub fn write(table: &Table) -> String {
    let mut out = String::from("[");
    for (at, row) in table.rows.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        object(&mut out, table.columns, row);
    }
    out.push_str("\n]\n");
    out
}

/// An object a line and nothing around them.
pub fn write_lines(table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        object(&mut out, table.columns, row);
        out.push('\n');
    }
    out
}

fn object(out: &mut String, columns: &[&str], row: &[Value]) {
    let mut separator = '{';
    for (name, value) in columns.iter().zip(row) {
        out.push(separator);
        separator = ',';
        string(out, name);
        out.push(':');
        write_value(out, value);
    }
    out.push('}');
}

fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Text(text) => string(out, text),
        Value::List(texts) => {
            out.push('[');
            for (at, text) in texts.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                string(out, text);
            }
            out.push(']');
        }
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::Flag(flag) => out.push_str(&flag.to_string()),
        Value::Nothing => out.push_str("null"),
    }
}

/// A string. The two separators of lines that JavaScript knows are escaped, since a reader of lines
/// may know them too.
fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c if c < ' ' => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                let code = u32::from(c);
                out.push_str("\\u00");
                out.extend([digit(code >> 4), digit(code & 15)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        string(&mut out, text);
        out
    }

    #[test]
    fn what_json_reserves_is_escaped() {
        assert_eq!(
            written("a\"b\\c\n\u{1}\u{1f}é\u{2028}"),
            "\"a\\\"b\\\\c\\n\\u0001\\u001fé\\u2028\""
        );
    }

    #[test]
    fn no_rows_are_an_empty_array_and_no_lines() {
        assert_eq!(write(&Table::default()), "[\n]\n");
        assert_eq!(write_lines(&Table::default()), "");
    }
}
