//! Documents in several languages: a query finds a word in whatever form they have it.

use dossier_engine::archive::{self, Archive};
use dossier_engine::document::{Document, languages};
use dossier_engine::explorer::{Explorer, SearchRequest};
use dossier_engine::id::DocId;
use dossier_engine::pipeline;
use dossier_engine::retrieve::{self, Mode, Reason, Way, Words};
use dossier_engine::snippet::Snippet;

const TEXTS: [(&str, &str); 8] = [
    (
        "haus",
        "Die alten Häuser am Hafen sind mit roten Ziegeln gedeckt, und der Wind von der See ist rau.",
    ),
    (
        "schiff",
        "Das Schiff ist in der Nacht auf ein Riff gelaufen, und die Besatzung wurde von dem Haus des Lotsen aus gesehen.",
    ),
    (
        "accord",
        "Les négociations sur la pêche ont repris dans la capitale, et les délégués qui sont venus restent pour la semaine.",
    ),
    (
        "etat",
        "La réforme de l'État est au programme du gouvernement, que les députés ont critiqué dans une lettre avec des experts.",
    ),
    (
        "cancion",
        "Las canciones de los pescadores se cantan en el puerto, y los jóvenes las aprenden con sus abuelos por la tarde.",
    ),
    (
        "mesa",
        "El capitán dejó la carta en la mesa del comedor, y no volvió más al barco que lo esperaba en el muelle.",
    ),
    (
        "vstrecha",
        "Переговоры прошли в порту, и рыбаки говорят, что это был важный день для города, но не для моряков.",
    ),
    (
        "english",
        "The fishermen of the harbour are waiting for the weather to change, and the boats have not been out for a week.",
    ),
];

fn collection() -> Vec<u8> {
    let tags = languages(TEXTS.iter().map(|&(_, text)| text));
    let documents = TEXTS.iter().zip(tags).map(|(&(name, text), tag)| Document {
        language: tag.into(),
        ..Document::plain(name, name, text)
    });
    let collection = pipeline::searchable(documents.collect(), String::new(), String::new());
    archive::write(&collection)
}

/// The words that are marked in extracts.
fn marks(snippets: &[Snippet]) -> Vec<&str> {
    snippets
        .iter()
        .flat_map(|snippet| snippet.marks.iter().map(|mark| mark.slice(&snippet.text)))
        .collect()
}

/// Queries in a form that no document has or another document has, what they find first, and the
/// words that are marked there.
const QUERIES: [(&str, &str, &[&str]); 11] = [
    ("Häuser", "haus", &["Häuser"]),
    ("alter hauses", "haus", &["alten", "Häuser"]),
    ("Schiffe Riffe", "schiff", &["Schiff", "Riff"]),
    ("negociation", "accord", &["négociations"]),
    ("délégué capitales", "accord", &["capitale", "délégués"]),
    ("état", "etat", &["État"]),
    ("réformes d'état", "etat", &["réforme", "État"]),
    ("pescador", "cancion", &["pescadores"]),
    ("abuelo cantan", "cancion", &["cantan", "abuelos"]),
    ("рыбаками порту", "vstrecha", &["порту", "рыбаки"]),
    ("boat waits", "english", &["waiting", "boats"]),
];

#[test]
fn a_word_in_another_form_finds_its_document_marks_it_and_says_why() {
    let archive = Archive::open(collection()).unwrap();
    for (query, name, marked) in QUERIES {
        let index = archive.index();
        let words = Words::new(index, query, Mode::Plain).unwrap();
        let found = retrieve::search(index, &words, 10).unwrap();
        let first = found.first().map(|found| DocId(found.doc));
        let doc = first.unwrap_or_else(|| panic!("{query} finds nothing"));
        assert_eq!(archive.name(doc).unwrap().0, name, "{query}");
        let document = archive.document(doc).unwrap().document;
        let extracts = retrieve::extracts(index, &words, &document).unwrap();
        assert_eq!(marks(&extracts.snippets), marked, "{query}");
        let explained = retrieve::explain(index, &words, doc.0, &document, &|_| true).unwrap();
        let mut shown: Vec<String> = explained
            .unwrap()
            .parts
            .into_iter()
            .filter_map(|part| match part.reason {
                Reason::Word {
                    way: Way::Whole,
                    found,
                    in_title: false,
                    ..
                } => Some(found),
                _ => None,
            })
            .flatten()
            .collect();
        shown.sort();
        let mut expected: Vec<String> = marked.iter().map(|&mark| mark.into()).collect();
        expected.sort();
        assert_eq!(shown, expected, "{query}");
    }
}

#[test]
fn the_explorer_finds_and_marks_the_same_forms() {
    let explorer = Explorer::open(collection()).unwrap();
    for (query, name, marked) in QUERIES {
        let answer = explorer.search(&SearchRequest {
            query: query.into(),
            ..SearchRequest::default()
        });
        let hit = answer.documents.first();
        let hit = hit.unwrap_or_else(|| panic!("{query} finds nothing"));
        assert_eq!(
            explorer.overview().documents[hit.doc.index()].name,
            name,
            "{query}"
        );
        assert_eq!(marks(&hit.snippets), marked, "{query}");
    }
}

#[test]
fn a_form_that_no_document_has_is_taken_for_one_that_other_words_have() {
    let archive = Archive::open(collection()).unwrap();
    for (query, name) in [
        ("capitanes", "mesa"),
        ("Besatzungen", "schiff"),
        ("réformer", "etat"),
        ("городами", "vstrecha"),
    ] {
        let words = Words::new(archive.index(), query, Mode::Plain).unwrap();
        let found = retrieve::search(archive.index(), &words, 1).unwrap();
        let name_of = |found: &retrieve::Found| archive.name(DocId(found.doc)).unwrap().0;
        assert_eq!(found.first().map(name_of), Some(name), "{query}");
    }
}

#[test]
fn a_word_inside_a_run_of_characters_is_marked_to_its_end() {
    let document = Document::plain("tokyo", "東京", "昨日、東京都庁で会議。");
    let collection = pipeline::searchable(vec![document], String::new(), String::new());
    let explorer = Explorer::open(archive::write(&collection)).unwrap();
    for word in ["東京", "都庁", "京都庁", "会議"] {
        let answer = explorer.search(&SearchRequest {
            query: word.into(),
            ..SearchRequest::default()
        });
        assert_eq!(marks(&answer.documents[0].snippets), [word]);
    }
}
