//! From values of JavaScript to what the engine is given. What does not have the form described is
//! an error that says where.

use std::collections::BTreeSet;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::error::{Error, ErrorKind};
use crate::input::{BuildOptions, DocumentInput, FilterInput, GroupInput, Mode, SearchOptions};

#[wasm_bindgen]
extern "C" {
    /// A document as it is given. There are many, so that each property has a function that needs
    /// no name.
    type Given;
    #[wasm_bindgen(method, getter, structural)]
    fn id(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn title(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn text(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn language(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn kind(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn publisher(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn authors(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn published(this: &Given) -> JsValue;
}

/// The documents of an array.
pub fn documents(given: &JsValue) -> Result<Vec<DocumentInput>, Error> {
    let given = array(given).ok_or_else(|| wrong("documents", "an array"))?;
    let mut documents = Vec::with_capacity(given.length() as usize);
    for (at, value) in given.iter().enumerate() {
        let document = document(&value).map_err(|(name, expected)| {
            wrong(
                &["documents[", &at.to_string(), "]", name].concat(),
                expected,
            )
        })?;
        documents.push(document);
    }
    Ok(documents)
}

/// What is wrong with a property: its name with the dot before it, and what it should be.
type Wrong = (&'static str, &'static str);

fn document(value: &JsValue) -> Result<DocumentInput, Wrong> {
    if !value.is_object() {
        return Err(("", "an object"));
    }
    let given: &Given = value.unchecked_ref();
    let text = |name, value: JsValue| text(&value).map_err(|expected| (name, expected));
    Ok(DocumentInput {
        id: text(".id", given.id())?.ok_or((".id", "a string"))?,
        title: text(".title", given.title())?.unwrap_or_default(),
        text: text(".text", given.text())?.unwrap_or_default(),
        language: text(".language", given.language())?,
        kind: text(".kind", given.kind())?,
        publisher: text(".publisher", given.publisher())?,
        authors: texts(&given.authors()).ok_or((".authors", "an array of strings"))?,
        published: text(".published", given.published())?,
    })
}

/// What a collection is besides its documents.
pub fn build_options(given: &JsValue) -> Result<BuildOptions, Error> {
    let text = |name: &str| -> Result<String, Error> {
        let value = property("options", given, name)?;
        let text = text(&value).map_err(|expected| wrong(name, expected))?;
        Ok(text.unwrap_or_default())
    };
    Ok(BuildOptions {
        title: text("title")?,
        description: text("description")?,
    })
}

/// How to search.
pub fn search_options(given: &JsValue) -> Result<SearchOptions, Error> {
    let get = |name: &str| property("options", given, name);
    let mode = text(&get("mode")?).map_err(|expected| wrong("mode", expected))?;
    Ok(SearchOptions {
        limit: count(&get("limit")?)?,
        mode: match mode.as_deref() {
            None | Some("typo") => Mode::Typo,
            Some("plain") => Mode::Plain,
            Some("prefix") => Mode::Prefix,
            Some(_) => return Err(wrong("mode", "`plain`, `prefix` or `typo`")),
        },
        extracts: get("extracts")?.is_truthy(),
        count: get("count")?.is_truthy(),
        filters: filters(&get("filters")?)?,
    })
}

fn filters(given: &JsValue) -> Result<FilterInput, Error> {
    let mut filters = FilterInput::default();
    let dates = property("filters", given, "dates")?;
    filters.dates = text(&dates).map_err(|expected| wrong("dates", expected))?;
    let groups = property("filters", given, "groups")?;
    if is_absent(&groups) {
        return Ok(filters);
    }
    if !groups.is_object() {
        return Err(wrong("groups", "an object"));
    }
    for entry in Object::entries(groups.unchecked_ref()).iter() {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        let conditions = entry.get(1);
        let values = |name: &str| -> Result<BTreeSet<String>, Error> {
            let values = texts(&property(&key, &conditions, name)?);
            let values = values.ok_or_else(|| wrong(name, "an array of strings"))?;
            let mut set = BTreeSet::new();
            set.extend(values);
            Ok(set)
        };
        let group = GroupInput {
            include: values("include")?,
            exclude: values("exclude")?,
        };
        filters.groups.insert(key, group);
    }
    Ok(filters)
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// A property of an object that may be absent itself.
fn property(of: &str, object: &JsValue, name: &str) -> Result<JsValue, Error> {
    if is_absent(object) {
        return Ok(JsValue::UNDEFINED);
    }
    Reflect::get(object, &name.into()).map_err(|_| wrong(of, "an object"))
}

fn text(value: &JsValue) -> Result<Option<String>, &'static str> {
    match value.as_string() {
        None if !is_absent(value) => Err("a string"),
        text => Ok(text),
    }
}

/// The strings of an array; none where it is absent.
fn texts(value: &JsValue) -> Option<Vec<String>> {
    if is_absent(value) {
        return Some(Vec::new());
    }
    array(value)?.iter().map(|text| text.as_string()).collect()
}

#[expect(
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "numbers that a count cannot be are compared with what it becomes"
)]
fn count(value: &JsValue) -> Result<Option<u32>, Error> {
    if is_absent(value) {
        return Ok(None);
    }
    let number = value
        .as_f64()
        .filter(|&number| f64::from(number as u32) == number);
    let number = number.ok_or_else(|| wrong("limit", "a whole number from 0 on"))?;
    Ok(Some(number as u32))
}

fn array(value: &JsValue) -> Option<&Array> {
    Array::is_array(value).then(|| value.unchecked_ref())
}

fn wrong(name: &str, expected: &str) -> Error {
    let message = ["`", name, "` should be ", expected].concat();
    Error::new(ErrorKind::Argument, message)
}
