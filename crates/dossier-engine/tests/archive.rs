//! What an archive promises: it holds the collection exactly, and broken bytes are an error.

mod common;

use dossier_engine::archive::{self, Archive, OpenError, Section};
use dossier_engine::document::Document;
use dossier_engine::explorer::{Explorer, SearchRequest};
use dossier_engine::id::DocId;
use dossier_engine::pipeline::{self, Collection};
use dossier_engine::retrieve::{self, Mode, Words};
use dossier_engine::store::Fault;
use proptest::prelude::*;

/// The collection as the opened archive gives it out.
fn reopened(bytes: Vec<u8>) -> Result<Collection, OpenError> {
    let explorer = Explorer::open(bytes)?;
    let overview = explorer.overview();
    Ok(Collection {
        title: overview.title,
        description: overview.description,
        topics: overview.topics,
        entities: overview.entities,
        documents: (0..overview.documents.len() as u32)
            .filter_map(|doc| explorer.document(DocId(doc)))
            .collect(),
        ..Collection::default()
    })
}

fn small() -> Collection {
    Collection {
        title: "Small".into(),
        documents: vec![
            common::analysed(common::document(
                "a",
                "One title",
                &["# Head", "U.S. arms, arms."],
            )),
            common::analysed(common::document("b", "Another", &["Éclair talks"])),
        ],
        ..Collection::default()
    }
}

/// An archive of some pages.
fn large() -> Vec<u8> {
    let words = [
        "grain", "harbour", "treaty", "weather", "minister", "signed", "ships", "talks",
    ];
    let text = |number: usize| -> String {
        let word = |at: usize| words[(number * number + at * at * 7 + at) % words.len()];
        let words: Vec<String> = (0..40)
            .map(|at| format!("{}{}", word(at), number % 9))
            .collect();
        words.join(" ")
    };
    let documents = (0..400)
        .map(|number| Document::plain(&number.to_string(), &text(number / 3)[..20], &text(number)));
    let collection = pipeline::searchable(documents.collect(), String::new(), String::new());
    archive::write(&collection)
}

/// The best documents for a query with their names.
fn answer(archive: &Archive, query: &str) -> Result<Vec<(u32, String)>, Fault> {
    let words = Words::new(archive.index(), query, Mode::Typo)?;
    let found = retrieve::search(archive.index(), &words, 10)?;
    let named = |doc: u32| Ok((doc, archive.name(DocId(doc))?.0.to_owned()));
    found.into_iter().map(|found| named(found.doc)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_archive_that_comes_in_pieces_answers_as_one_that_is_whole(
        queries in prop::collection::vec("(grain|harbour|tr[aeiou]aty|minsiter|ships)[0-9]( talks[0-9])?", 1..4),
        pieces in prop::collection::vec((0_usize..400_000, 0_usize..60_000), 0..4),
        backwards in any::<bool>(),
    ) {
        let bytes = large();
        let whole = Archive::open(bytes.clone()).unwrap();
        let size = bytes.len() as u64;
        let first = archive::beginning(&bytes[..archive::FIRST], size).unwrap();
        prop_assert!(first < size / 2, "{first} of {size}");
        let mut sparse = Archive::sparse(&bytes[..first as usize], size).unwrap();
        for (start, length) in pieces {
            let (start, end) = (start.min(bytes.len()), (start + length).min(bytes.len()));
            sparse.provide(start as u64, &bytes[start..end]);
        }
        for query in queries {
            let found = loop {
                match answer(&sparse, &query) {
                    Err(Fault::Missing) => {
                        let mut wanted = sparse.wanted();
                        prop_assert!(!wanted.is_empty());
                        if backwards {
                            wanted.reverse();
                        }
                        for range in wanted {
                            sparse.provide(range.start, &bytes[range.start as usize..range.end as usize]);
                        }
                    }
                    other => break other,
                }
            };
            prop_assert_eq!(found, answer(&whole, &query));
        }
    }
}

#[test]
fn the_beginning_of_an_archive_must_be_whole_to_open_it() {
    let bytes = large();
    let first = archive::beginning(&bytes, bytes.len() as u64).unwrap() as usize;
    let opened = |length: usize| Archive::sparse(&bytes[..length], bytes.len() as u64).err();
    assert_eq!(opened(first), None);
    assert_eq!(opened(first - 1), Some(OpenError::Missing));
    assert!(matches!(opened(20), Some(OpenError::Truncated { .. })));
    let shorter = Archive::sparse(&bytes[..first], bytes.len() as u64 - 1).err();
    assert!(matches!(shorter, Some(OpenError::Truncated { .. })));
}

#[test]
fn what_is_no_archive_is_said_to_be_none() {
    for bytes in [&b""[..], b"PK\x03\x04 and more", b"<!doctype html>"] {
        assert_eq!(Explorer::open(bytes).err(), Some(OpenError::NotAnArchive));
    }
}

#[test]
fn another_version_is_named() {
    let mut bytes = archive::write(&small());
    bytes[8] = 77;
    assert_eq!(
        reopened(bytes),
        Err(OpenError::UnknownVersion { version: 77 })
    );
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = archive::write(&small());
    for length in 1..bytes.len() {
        let error = reopened(bytes[..length].to_vec()).unwrap_err();
        assert!(
            matches!(error, OpenError::Truncated { .. }),
            "{length}: {error}"
        );
    }
}

#[test]
fn bytes_after_the_end_are_an_error() {
    let mut bytes = archive::write(&small());
    bytes.push(0);
    assert_eq!(reopened(bytes), Err(OpenError::TrailingBytes));
}

#[test]
fn every_flipped_bit_is_an_error() {
    let bytes = archive::write(&small());
    for at in 0..bytes.len() * 8 {
        let mut bytes = bytes.clone();
        bytes[at / 8] ^= 1 << (at % 8);
        assert!(reopened(bytes).is_err(), "bit {at}");
    }
}

#[test]
fn damage_is_noticed() {
    let mut bytes = archive::write(&small());
    let last = bytes.len() - 1;
    bytes[last] ^= 0xff;
    let error = reopened(bytes).unwrap_err();
    assert!(matches!(error, OpenError::Checksum { .. }), "{error}");
    assert!(error.to_string().starts_with("the archive is damaged"));
}

#[test]
fn a_span_outside_its_text_is_refused() {
    let mut collection = small();
    collection.documents[0].document.blocks[1].span.end += 40;
    assert!(matches!(
        reopened(archive::write(&collection)),
        Err(OpenError::Malformed {
            section: Section::Documents,
            ..
        })
    ));
}

/// The checksum as the format states it, by the definition instead of a table.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}

/// Bytes before the sections of an archive that has one page of them.
const HEADER: usize = 8 + 1 + 12 * 4 + 4 + 4;

/// Makes all checksums of an archive of one page fit again.
fn resign(bytes: &mut [u8]) {
    let page = crc32(&bytes[HEADER..]);
    bytes[HEADER - 8..HEADER - 4].copy_from_slice(&page.to_le_bytes());
    let table = crc32(&bytes[..HEADER - 4]);
    bytes[HEADER - 4..HEADER].copy_from_slice(&table.to_le_bytes());
}

#[test]
fn a_forged_archive_opens_or_is_an_error() {
    let bytes = archive::write(&small());
    let mut signed = bytes.clone();
    resign(&mut signed);
    assert_eq!(signed, bytes);
    for at in HEADER * 8..bytes.len() * 8 {
        let mut bytes = bytes.clone();
        bytes[at / 8] ^= 1 << (at % 8);
        resign(&mut bytes);
        if let Ok(explorer) = Explorer::open(bytes) {
            for query in [
                "arms",
                "u*",
                "\"one title\"",
                "eclair NEAR/3 talks",
                "armz",
                "-arms",
            ] {
                let _ = explorer.search(&SearchRequest {
                    query: query.into(),
                    ..SearchRequest::default()
                });
                let _ = explorer.matches(query, DocId(0));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_collection_comes_back_exactly(collection in common::collection()) {
        let bytes = archive::write(&collection);
        prop_assert_eq!(&bytes, &archive::write(&collection));
        prop_assert_eq!(reopened(bytes), Ok(collection));
    }

    #[test]
    fn any_bytes_behind_the_magic_are_an_error(bytes in any::<Vec<u8>>()) {
        let mut archive = b"\x89DOSSIER\x02".to_vec();
        archive.extend(bytes);
        prop_assert!(reopened(archive).is_err());
    }
}
