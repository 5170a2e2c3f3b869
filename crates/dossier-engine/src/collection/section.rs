//! Takes typed values out of a TOML table and names what does not fit.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Lines, Report, nearest};
use crate::document::one_line;
use crate::order;

/// A value with the line on which it stands.
#[derive(Clone, Debug)]
pub struct Located<T> {
    pub value: T,
    pub line: u32,
}

/// The file that is being read, and where its problems go.
pub struct File<'r, 'd> {
    pub report: &'r mut Report<'d>,
    pub lines: Lines,
}

impl File<'_, '_> {
    /// The line of a place in the file.
    pub fn line(&self, span: &Range<usize>) -> u32 {
        self.lines.at(span.start)
    }

    /// A part of the file is left out.
    pub fn error(&mut self, line: u32, message: impl Into<String>, hint: impl Into<String>) {
        self.report.error(Some(line), message, hint);
    }
}

/// A table, such as `[[topic]]` and the lines below it.
#[derive(Clone, Copy)]
pub struct Section<'t> {
    /// How it is written, such as `[[topic]]`; empty for the top of the file.
    pub header: &'t str,
    /// Where it begins.
    pub line: u32,
    table: &'t DeTable<'t>,
}

impl<'t> Section<'t> {
    /// The top of a file.
    pub fn top(table: &'t DeTable<'t>) -> Self {
        Self {
            header: "",
            line: 1,
            table,
        }
    }

    /// Names the keys that are not among the known ones.
    pub fn check_keys(&self, known: &[&str], file: &mut File<'_, '_>) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let hint = nearest(name, known.iter().copied()).map_or_else(
                || format!("the keys here are {}", known.join(", ")),
                |meant| format!("is `{meant}` meant?"),
            );
            let name = one_line(name).unwrap_or_default();
            let place = match self.header {
                "" => String::new(),
                header => format!(" in {header}"),
            };
            let message = format!("the key `{name}` is not known{place} and is left out");
            file.error(file.line(&key.span()), message, hint);
        }
    }

    /// The tables that are written under `header`, such as `[[topic]]`, in order.
    pub fn sections(
        &self,
        key: &str,
        header: &'t str,
        file: &mut File<'_, '_>,
    ) -> Vec<Section<'t>> {
        let Some(value) = self.table.get(key) else {
            return Vec::new();
        };
        let wrong = |span: Range<usize>, file: &mut File<'_, '_>| {
            let message = format!("`{key}` is not a list of tables and is left out");
            let hint = format!("write {header} on a line of its own and the keys below it");
            file.error(file.line(&span), message, hint);
        };
        let Some(items) = value.get_ref().as_array() else {
            wrong(value.span(), file);
            return Vec::new();
        };
        let mut sections = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => sections.push(Section {
                    header,
                    line: file.line(&item.span()),
                    table,
                }),
                _ => wrong(item.span(), file),
            }
        }
        sections
    }

    /// The table that is written under `header`, such as `[columns]`.
    pub fn section(
        &self,
        key: &str,
        header: &'t str,
        file: &mut File<'_, '_>,
    ) -> Option<Section<'t>> {
        let value = self.table.get(key)?;
        let line = file.line(&value.span());
        let DeValue::Table(table) = value.get_ref() else {
            let hint = format!("write {header} on a line of its own and the keys below it");
            file.error(line, format!("`{key}` is no table and is left out"), hint);
            return None;
        };
        Some(Section {
            header,
            line,
            table,
        })
    }

    /// A text on one line; blank is as good as none.
    pub fn text(&self, key: &str, file: &mut File<'_, '_>) -> Option<Located<String>> {
        let value = self.table.get(key)?;
        let line = file.line(&value.span());
        let Some(text) = value.get_ref().as_str() else {
            wrong_type(key, line, "a text", "\"text\"", file);
            return None;
        };
        one_line(text).map(|value| Located { value, line })
    }

    /// A list of texts. A single text is a list of one.
    pub fn texts(&self, key: &str, file: &mut File<'_, '_>) -> Vec<Located<String>> {
        let Some(value) = self.table.get(key) else {
            return Vec::new();
        };
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut texts = Vec::new();
        for item in items {
            let line = file.line(&item.span());
            match item.get_ref().as_str().map(one_line) {
                Some(Some(value)) => texts.push(Located { value, line }),
                Some(None) => {
                    let message = format!("a text of `{key}` is empty and is left out");
                    file.error(line, message, "remove it");
                }
                None => wrong_type(key, line, "a list of texts", "[\"one\", \"two\"]", file),
            }
        }
        texts
    }

    /// A number.
    pub fn number(&self, key: &str, file: &mut File<'_, '_>) -> Option<Located<f32>> {
        let value = self.table.get(key)?;
        let line = file.line(&value.span());
        let number = number(value);
        if number.is_none() {
            wrong_type(key, line, "a number", "1.5", file);
        }
        number.map(|value| Located { value, line })
    }

    /// Whether the value of a key is a table.
    pub fn has_table(&self, key: &str) -> bool {
        let value = self.table.get(key);
        value.is_some_and(|value| value.get_ref().is_table())
    }

    /// Texts with a number each, in the order in which they are written.
    pub fn weights(&self, key: &str, file: &mut File<'_, '_>) -> Vec<(Located<String>, f32)> {
        const FORM: &str = "{ \"one\" = 1.5, \"two\" = -1 }";
        let Some(value) = self.table.get(key) else {
            return Vec::new();
        };
        let line = file.line(&value.span());
        let Some(table) = value.get_ref().as_table() else {
            wrong_type(key, line, "weights", FORM, file);
            return Vec::new();
        };
        let mut entries: Vec<_> = table.iter().collect();
        order::sort_by_key(&mut entries, |(name, _)| name.span().start);
        let mut weights = Vec::new();
        for (name, value) in entries {
            let line = file.line(&name.span());
            match (one_line(name.get_ref()), number(value)) {
                (Some(value), Some(weight)) => weights.push((Located { value, line }, weight)),
                _ => wrong_type(key, line, "weights", FORM, file),
            }
        }
        weights
    }
}

fn wrong_type(key: &str, line: u32, wanted: &str, form: &str, file: &mut File<'_, '_>) {
    let message = format!("`{key}` takes {wanted}; what stands here is left out");
    file.error(line, message, format!("write `{key} = {form}`"));
}

fn number(value: &Spanned<DeValue<'_>>) -> Option<f32> {
    let digits = match value.get_ref() {
        DeValue::Integer(integer) => integer.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    digits
        .parse()
        .ok()
        .filter(|number: &f32| number.is_finite())
}
