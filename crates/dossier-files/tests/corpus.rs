//! The embedded corpus as it is read and built.

use std::error::Error;
use std::path::Path;

use dossier_engine::pipeline::Outcome;
use dossier_files::Folder;

fn corpus() -> Result<Outcome, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    Ok(Folder::read(&path)?.build())
}

#[test]
fn it_has_five_documents_and_no_problems() -> Result<(), Box<dyn Error>> {
    let outcome = corpus()?;
    assert_eq!(outcome.diagnostics, []);
    assert_eq!(outcome.collection.documents.len(), 5);
    for analysed in &outcome.collection.documents {
        let published = analysed.document.published.as_ref();
        let published = published.ok_or(analysed.document.name.clone())?;
        assert!(published.inferred && published.date.day.is_some());
    }
    Ok(())
}

#[test]
fn the_two_texts_of_one_agency_story_are_editions_and_no_others() -> Result<(), Box<dyn Error>> {
    let documents = corpus()?.collection.documents;
    let mut editions = Vec::new();
    for analysed in &documents {
        assert_eq!(analysed.related.len(), 4);
        for related in &analysed.related {
            let other = &documents[related.doc.index()].document.name;
            if related.edition {
                editions.push([analysed.document.name.as_str(), other]);
            } else {
                assert!(related.shared < 0.05 && related.likeness < 0.5);
            }
        }
    }
    let agency = ["reuters-summit-asia-edition", "reuters-summit-factbox"];
    assert_eq!(editions, [agency, [agency[1], agency[0]]]);
    Ok(())
}

#[test]
fn the_editions_show_in_their_texts_without_being_named() -> Result<(), Box<dyn Error>> {
    let mut documents = corpus()?.collection.documents;
    for analysed in &mut documents {
        analysed.document.edition_of = None;
    }
    let documents: Vec<_> = documents.into_iter().map(|d| d.document).collect();
    let related = dossier_engine::similar::relate(&documents, &dossier_files::Cores, &mut |_| {});
    assert!(related[3][0].edition && related[3][0].doc.index() == 4);
    Ok(())
}
