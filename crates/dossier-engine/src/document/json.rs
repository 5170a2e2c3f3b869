//! JSON Lines: a document on each line.

use serde_json::Value;

use super::records::Record;
use crate::diagnostic::Report;

/// How many lines that are no JSON are named; the others are counted.
const MOST_NAMED: usize = 20;

/// The objects of a file; what is none is named.
pub fn read(text: &str, report: &mut Report<'_>) -> Vec<Record> {
    let mut records = Vec::new();
    let mut broken = 0;
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let problem = match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(object)) => {
                let values = object
                    .into_iter()
                    .filter_map(|(key, value)| Some((key, text_of(value, true)?)));
                records.push(Record {
                    lines: (number, number),
                    values: values.collect(),
                });
                continue;
            }
            Ok(_) => "the line holds no object and is left out".into(),
            Err(error) => format!("the line is no JSON and is left out: {error}"),
        };
        broken += 1;
        if broken <= MOST_NAMED {
            report.error(
                Some(number),
                problem,
                "write one object on each line: {\"title\": \"…\", \"text\": \"…\"}",
            );
        }
    }
    if broken > MOST_NAMED {
        report.error(
            None,
            format!(
                "{} more lines are no objects and are left out",
                broken - MOST_NAMED
            ),
            "look whether the file is JSON Lines",
        );
    }
    records
}

/// A value as text: lists of texts as paragraphs, of objects their names.
fn text_of(value: Value, outer: bool) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Array(values) if outer => {
            let named = values.iter().all(Value::is_object);
            let texts = values.into_iter();
            let texts: Vec<String> = texts.filter_map(|value| text_of(value, false)).collect();
            (!texts.is_empty()).then(|| texts.join(if named { "; " } else { "\n\n" }))
        }
        Value::Object(mut object) => match object.remove("name") {
            Some(Value::String(name)) => Some(name),
            _ => None,
        },
        _ => None,
    }
}
