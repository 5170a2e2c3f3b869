//! The collection, and how it is built.

use dossier_engine::source::Source;
use dossier_engine::{archive, pipeline};

/// Documents with what differs between platforms when it is not taken care of: scores with
/// logarithms, orders of equal things, letters beyond ASCII, dates.
const DOCUMENTS: [(&str, &str); 3] = [
    (
        "harbour.md",
        "---\ntitle: The harbour of Skálanes\npublisher: Coast News\npublished: 2021-04-02\n---\n\n\
         ## Trade\n\nOn Friday Anna Björk, the harbour master, signed a treaty on herring with \
         Norway. Ms Björk said that 40,000 tonnes had been agreed. The treaty ends in May 2024.\n\n\
         Ice closed the harbour for 12 days. The ice came back in March.\n",
    ),
    (
        "ice.md",
        "---\ntitle: Ice and the harbour\npublisher: Coast News\npublished: 2021-03-20\n---\n\n\
         Ice closed the harbour for 12 days. Skálanes has no other harbour, and Norway is far.\n",
    ),
    (
        "treaty.md",
        "---\ntitle: A treaty on herring\npublisher: The Øresund Post\n---\n\n\
         Norway and Skálanes share the herring: e\u{301}qual parts, said Björk.\n",
    ),
];

const DEFINITION: &str = "\
[[topic]]\n\
key = \"trade\"\n\
name = \"Trade\"\n\
strong = [\"treaty\"]\n\
words = [\"herring\", \"tonnes\"]\n\
";

/// Builds the collection and gives its archive.
#[must_use]
pub fn build() -> Vec<u8> {
    let sources = DOCUMENTS.map(|(path, text)| Source {
        path,
        bytes: text.as_bytes(),
    });
    let definition = Source {
        path: "collection.toml",
        bytes: DEFINITION.as_bytes(),
    };
    archive::write(&pipeline::build(&sources, Some(definition), None).collection)
}
