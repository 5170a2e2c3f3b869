//! A [`Place`] as the fragment of an address.
//!
//! ```text
//! fragment  = "#/" view [ "?" pair *( "&" pair ) ]
//! view      = "documents" | "passages" | "entities"
//! pair      = "q=" value                     the query
//!           | [ "-" ] group "=" values       included, with "-" excluded values of a group
//!           | "date=" range                  as dossier_engine::date reads it, such as 2023-09..2024-06
//!           | "sort=" ( "newest" | "oldest" | "title" )
//!           | "doc=" value                   name of the open document
//!           | "p=" number                    its paragraph, from 1
//!           | "with=" value                  name of the document that it is compared with
//!           | "editions=folded"              editions of a story share a row
//!           | "entity=" value                key of the entity whose page is shown
//! values    = value *( "," value )
//! ```
//!
//! Values are percent-encoded UTF-8, commas in them too. A pair that is not understood is dropped,
//! so that an address of a later version still opens as far as this one knows it.

use std::collections::BTreeSet;

use dossier_engine::explorer::{Group, Sort};

use super::{Place, Selection, View};

const SORTS: [(Sort, &str); 3] = [
    (Sort::Newest, "newest"),
    (Sort::Oldest, "oldest"),
    (Sort::Title, "title"),
];

/// How an address says that editions share a row.
const FOLDED: &str = "folded";

impl Place {
    /// The place as a fragment, with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        let mut pairs = Pairs::default();
        let Selection {
            query,
            filters,
            sort,
        } = &self.selection;
        pairs.add("q", query);
        for (group, filter) in &filters.groups {
            pairs.add_all("", *group, &filter.include);
            pairs.add_all("-", *group, &filter.exclude);
        }
        if !filters.dates.is_open() {
            pairs.add("date", &filters.dates.to_string());
        }
        if let Some((_, name)) = SORTS.iter().find(|(known, _)| known == sort) {
            pairs.add("sort", name);
        }
        pairs.add("doc", self.doc.as_deref().unwrap_or_default());
        if let Some(paragraph) = self.paragraph {
            pairs.add("p", &paragraph.to_string());
        }
        pairs.add("with", self.beside.as_deref().unwrap_or_default());
        pairs.add("editions", if self.folds { FOLDED } else { "" });
        pairs.add("entity", self.entity.as_deref().unwrap_or_default());
        ["#/", self.view.key(), &pairs.0].concat()
    }

    /// The place that a fragment names, with or without its `#`.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut place = Self {
            view: View::from_key(path.trim_matches('/')).unwrap_or_default(),
            ..Self::default()
        };
        for pair in pairs.split('&') {
            if let Some((name, value)) = pair.split_once('=') {
                place.take(name, value);
            }
        }
        place.make_consistent();
        place
    }

    fn take(&mut self, name: &str, value: &str) {
        let whole = decode(value);
        match name {
            "q" => self.selection.query = whole,
            "date" => self.selection.filters.dates = whole.parse().unwrap_or_default(),
            "sort" => {
                let known = SORTS.iter().find(|(_, name)| *name == whole);
                self.selection.sort = known.map(|(sort, _)| *sort).unwrap_or_default();
            }
            "doc" => self.doc = Some(whole).filter(|name| !name.is_empty()),
            "p" => self.paragraph = whole.parse().ok().filter(|&number| number > 0),
            "with" => self.beside = Some(whole).filter(|name| !name.is_empty()),
            "editions" => self.folds = whole == FOLDED,
            "entity" => self.entity = Some(whole).filter(|key| !key.is_empty()),
            _ => {
                let (excluded, key) = match name.strip_prefix('-') {
                    Some(key) => (true, key),
                    None => (false, name),
                };
                let values = value.split(',').map(decode).filter(|key| !key.is_empty());
                if let Some(group) = Group::from_key(key) {
                    let filter = self.selection.filters.groups.entry(group).or_default();
                    let keys = if excluded {
                        &mut filter.exclude
                    } else {
                        &mut filter.include
                    };
                    keys.extend(values);
                }
            }
        }
    }

    /// Drops what contradicts itself: a value both included and excluded stays included, a
    /// paragraph needs a document, a document is not compared with itself, an entity's page stands in
    /// the Entities view.
    fn make_consistent(&mut self) {
        let groups = &mut self.selection.filters.groups;
        for filter in groups.values_mut() {
            filter.exclude.retain(|key| !filter.include.contains(key));
        }
        groups.retain(|_, filter| !filter.include.is_empty() || !filter.exclude.is_empty());
        if self.doc.is_none() {
            self.paragraph = None;
        }
        if self.doc.is_none() || self.beside == self.doc {
            self.beside = None;
        }
        if self.view != View::Entities {
            self.entity = None;
        }
    }
}

/// The pairs of a fragment, with what separates them.
#[derive(Default)]
struct Pairs(String);

impl Pairs {
    fn begin(&mut self) {
        self.0.push(if self.0.is_empty() { '?' } else { '&' });
    }

    /// Adds a pair, unless the value is empty.
    fn add(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.begin();
        self.0.push_str(name);
        self.0.push('=');
        encode(value, &mut self.0);
    }

    fn add_all(&mut self, sign: &str, group: Group, keys: &BTreeSet<String>) {
        let mut separator = '=';
        for key in keys.iter().filter(|key| !key.is_empty()) {
            if separator == '=' {
                self.begin();
                self.0.push_str(sign);
                self.0.push_str(group.key());
            }
            self.0.push(separator);
            separator = ',';
            encode(key, &mut self.0);
        }
    }
}

/// Percent-encodes all but ASCII letters, digits and the marks that every browser and every
/// program that finds links in text leaves as they are.
pub(crate) fn encode(value: &str, out: &mut String) {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/*".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)]);
            out.push(HEX[usize::from(byte & 15)]);
        }
    }
}

/// Undoes [`encode`], and takes `+` for a space as forms write it. A stray `%` stands for itself;
/// bytes that are no UTF-8 become replacement characters.
fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%'
            && let [high, low, after @ ..] = after
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            bytes.push(high << 4 | low);
            rest = after;
        } else {
            bytes.push(if first == b'+' { b' ' } else { first });
            rest = after;
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use dossier_engine::date::DateRange;
    use dossier_engine::explorer::{Filters, Group, GroupFilter, Sort};
    use proptest::prelude::*;

    use crate::place::{Place, Selection, View};

    #[test]
    fn a_plus_is_a_space_as_in_forms() {
        let place = Place::from_fragment("#/documents?q=arms+deal%2Bs");
        assert_eq!(place.selection.query, "arms deal+s");
    }

    #[test]
    fn an_address_says_everything() {
        let fragment = "#/passages?q=kim%20AND%20%22arms%20deal%22&topic=arms-deals,sanctions\
                        &-person=peskov&date=2023-09..2024-06&sort=newest&doc=post&p=3";
        let place = Place::from_fragment(fragment);
        assert_eq!(place.view, View::Passages);
        assert_eq!(place.selection.query, "kim AND \"arms deal\"");
        assert_eq!(place.paragraph, Some(3));
        assert_eq!(place.selection.filters.groups.len(), 2);
        assert_eq!(place.fragment(), fragment);
    }

    #[test]
    fn an_empty_place_is_just_its_view() {
        assert_eq!(Place::default().fragment(), "#/documents");
        assert_eq!(Place::from_fragment(""), Place::default());
    }

    #[test]
    fn what_is_not_known_is_dropped() {
        let place = Place::from_fragment("#/timeline?colour=red&q=kim&date=soon&sort=best&p=0&%zz");
        let mut expected = Place::default();
        expected.selection.query = "kim".into();
        assert_eq!(place, expected);
    }

    #[test]
    fn a_comma_inside_a_value_does_not_split_it() {
        let place = Place::from_fragment("#/documents?publisher=Smith%2C%20Jones,Reuters");
        let keys = &place.selection.filters.groups[&Group::Publisher].include;
        assert!(keys.contains("Smith, Jones") && keys.contains("Reuters"));
        assert_eq!(Place::from_fragment(&place.fragment()), place);
    }

    #[test]
    fn a_document_beside_needs_another_one() {
        let place = Place::from_fragment("#/documents?doc=a&with=b&editions=folded");
        assert_eq!(place.beside.as_deref(), Some("b"));
        assert!(place.folds);
        for fragment in ["#/documents?with=b", "#/documents?doc=a&with=a"] {
            assert_eq!(Place::from_fragment(fragment).beside, None);
        }
    }

    #[test]
    fn broken_encoding_is_taken_as_it_stands() {
        let place = Place::from_fragment("#/documents?q=100%&doc=%E2%82");
        assert_eq!(place.selection.query, "100%");
        assert_eq!(place.doc.as_deref(), Some("\u{fffd}"));
    }

    fn keys() -> impl Strategy<Value = BTreeSet<String>> {
        prop::collection::btree_set("\\PC{1,8}|[,&=%#+ -]{1,4}", 0..3)
    }

    fn filters() -> impl Strategy<Value = Filters> {
        let group = prop::sample::select(Group::ALL.to_vec());
        let filter = (keys(), keys()).prop_map(|(include, exclude)| GroupFilter {
            exclude: exclude.difference(&include).cloned().collect(),
            include,
        });
        let range = prop::sample::select(vec!["2023..", "..2024-06", "2023-09-01..2024", ".."]);
        let groups = prop::collection::btree_map(group, filter, 0..4);
        (groups, range).prop_map(|(mut groups, range): (BTreeMap<Group, GroupFilter>, _)| {
            groups.retain(|_, filter| !filter.include.is_empty() || !filter.exclude.is_empty());
            Filters {
                groups,
                dates: range.parse::<DateRange>().unwrap_or_default(),
            }
        })
    }

    fn places() -> impl Strategy<Value = Place> {
        let sort = prop::sample::select(vec![
            Sort::Relevance,
            Sort::Newest,
            Sort::Oldest,
            Sort::Title,
        ]);
        let view = prop::sample::select(View::ALL.to_vec());
        let name = prop::option::of("\\PC{1,12}");
        let paragraph = prop::option::of(1..9999_u32);
        (
            "\\PC{0,40}",
            filters(),
            sort,
            view,
            name.clone(),
            paragraph,
            name.clone(),
            (name, any::<bool>()),
        )
            .prop_map(
                |(query, filters, sort, view, doc, paragraph, entity, (beside, folds))| Place {
                    view,
                    selection: Selection {
                        query,
                        filters,
                        sort,
                    },
                    paragraph: paragraph.filter(|_| doc.is_some()),
                    beside: beside.filter(|other| doc.as_ref().is_some_and(|doc| doc != other)),
                    doc,
                    folds,
                    entity: entity.filter(|_| view == View::Entities),
                },
            )
    }

    proptest! {
        #[test]
        fn every_place_survives_the_address(place in places()) {
            prop_assert_eq!(Place::from_fragment(&place.fragment()), place);
        }

        #[test]
        fn every_fragment_is_some_place(fragment in "\\PC{0,60}|[#/?&=%,a-z0-9-]{0,60}") {
            let place = Place::from_fragment(&fragment);
            prop_assert_eq!(Place::from_fragment(&place.fragment()), place);
        }
    }
}
