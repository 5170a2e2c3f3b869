//! Training: passes over the labelled texts, each time in another order and with other variants.

use std::collections::BTreeSet;

use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::tagger::model::{Model, Parts};

use crate::agreement;
use crate::augment;
use crate::crf::{Field, Learnt};
use crate::data::{self, Document, Text};
use crate::example::Example;
use crate::export;
use crate::lists::Known;
use crate::random::Random;
use crate::settings::Settings;
use crate::tables::Names;

/// The orders in which the model is taught that checks automatic labels.
const FIRST_SEED: u64 = 99;

/// The model that the documents teach.
pub fn model(documents: &[Document], known: &Known, names: &Names, settings: &Settings) -> Parts {
    let checked;
    let mut documents = documents;
    if settings.agreed {
        let by_hand: Vec<Document> = documents
            .iter()
            .filter(|own| !own.is_automatic())
            .cloned()
            .collect();
        let first = one(&by_hand, known, names, settings, FIRST_SEED);
        let first = export::parts(&first, known, settings.step, settings.kept);
        checked = agreement::checked(documents, &Tagger::new(Model::new(&first)));
        documents = &checked;
    }
    let mut learnt = Learnt::default();
    for number in 0..settings.models {
        learnt.join(&one(
            documents,
            known,
            names,
            settings,
            settings.seed + number,
        ));
    }
    export::parts(&learnt, known, settings.step, settings.kept)
}

/// What one training teaches.
fn one(
    documents: &[Document],
    known: &Known,
    names: &Names,
    settings: &Settings,
    seed: u64,
) -> Learnt {
    let gazetteer = known.gazetteer();
    let mut field = Field::new(settings.rates, settings.least);
    for document in documents {
        let text = document.joined();
        field.count(&Example::new(&text, document.scheme, 1.0, &gazetteer));
    }
    for pass in 0..settings.passes {
        let only_by_hand = pass + settings.by_hand >= settings.passes;
        let mut random = Random((seed << 32) | (pass + 1));
        let mut order: Vec<&Document> = documents.iter().collect();
        random.shuffle(&mut order);
        for document in order {
            let automatic = document.is_automatic();
            if automatic && only_by_hand {
                continue;
            }
            let weight = if automatic { settings.automatic } else { 1.0 };
            for text in cut(document, names, settings, &mut random) {
                let example = Example::new(&text, document.scheme, weight, &gazetteer);
                let mut hiding = Random(random.next());
                field.learn(&example, || hiding.happens(settings.hidden));
            }
        }
        if pass + settings.averaged >= settings.passes {
            field.remember();
        }
        eprintln!("pass {} of {}", pass + 1, settings.passes);
    }
    field.remembered()
}

/// The texts of a document as they are learnt from this time: together, or each alone.
fn cut(document: &Document, names: &Names, settings: &Settings, random: &mut Random) -> Vec<Text> {
    let renamed = random
        .happens(settings.renamed)
        .then(|| augment::renamed(&document.texts, names, random));
    let texts = renamed.as_ref().unwrap_or(&document.texts).iter();
    let varied: Vec<Text> = texts.map(|text| augment::varied(text, random)).collect();
    if random.happens(70) {
        vec![data::join(&varied)]
    } else {
        varied
    }
}

/// Leaves out automatically labelled texts that share a longer line with what is held back.
pub fn without_copies(documents: &mut Vec<Document>, held: &[Document]) {
    let texts = held.iter().flat_map(|document| &document.texts);
    let lines: BTreeSet<&str> = texts
        .map(|text| text.text.as_str())
        .filter(|text| text.len() >= 40)
        .collect();
    for document in documents
        .iter_mut()
        .filter(|document| document.is_automatic())
    {
        let shares = |text: &Text| text.text.lines().any(|line| lines.contains(line.trim()));
        document.texts.retain(|text| !shares(text));
    }
    documents.retain(|document| !document.texts.is_empty());
}
