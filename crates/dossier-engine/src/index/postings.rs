//! Where one word stands.
//!
//! ```text
//! postings   = list(document)
//! document   = step:number fields:number
//!              [title:number occurrence{title}] [byline:number occurrence{byline}]
//!              occurrence{body}
//! occurrence = advance:number [length:number] gap:number
//! ```
//!
//! `step` is the distance to the document before, less one; of the first, its number. `fields` is
//! the count of occurrences in the body times 4, plus 2 where the byline and 1 where the title has
//! some. `advance` is twice the distance in positions to the occurrence before in the field, plus
//! 1 where the word as written has another length than as folded; then `length` follows, in bytes.
//! `gap` is the distance in bytes from the end of the occurrence before.

use super::Field;
use crate::codec::{Malformed, Reader, Writer, write_number};
use crate::id::DocId;
use crate::span::Span;

/// A place where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// In which document.
    pub doc: DocId,
    /// In which of its fields.
    pub field: Field,
    /// Position among the words of the field; block after block of the body with a gap between.
    pub position: u32,
    /// Where in the field's text.
    pub span: Span,
}

/// Appends the postings of a word from its occurrences, which are in order.
pub(super) fn write(word: &str, occurrences: &[Occurrence], out: &mut Writer) {
    let documents = occurrences.chunk_by(|a, b| a.doc == b.doc);
    write_number(documents.clone().count() as u32, out);
    let mut next = 0;
    for document in documents {
        let doc = document[0].doc.0;
        write_number(doc - next, out);
        next = doc + 1;
        let count = |field| document.iter().filter(|at| at.field == field).count() as u32;
        let (titles, bylines) = (count(Field::Title), count(Field::Byline));
        let fields = count(Field::Body) << 2 | u32::from(bylines > 0) << 1 | u32::from(titles > 0);
        write_number(fields, out);
        for field in document.chunk_by(|a, b| a.field == b.field) {
            if field[0].field != Field::Body {
                write_number(field.len() as u32, out);
            }
            let (mut position, mut end) = (0, 0);
            for at in field {
                let plain = at.span.len() as usize == word.len();
                write_number((at.position - position) << 1 | u32::from(!plain), out);
                if !plain {
                    write_number(at.span.len(), out);
                }
                write_number(at.span.start - end, out);
                (position, end) = (at.position, at.span.end);
            }
        }
    }
}

/// The occurrences of a word, in order.
pub(super) fn read(word: &str, bytes: &[u8]) -> Result<Vec<Occurrence>, Malformed> {
    let mut input = Reader::new(bytes);
    let mut found = Vec::new();
    let mut next = 0_u32;
    for _ in 0..input.count()? {
        let doc = add(next, input.number()?)?;
        next = add(doc, 1)?;
        let fields = input.number()?;
        let titles = if fields & 1 == 0 {
            0
        } else {
            some(input.count()?)?
        };
        occurrences(
            word,
            DocId(doc),
            Field::Title,
            titles,
            &mut input,
            &mut found,
        )?;
        let bylines = if fields & 2 == 0 {
            0
        } else {
            some(input.count()?)?
        };
        occurrences(
            word,
            DocId(doc),
            Field::Byline,
            bylines,
            &mut input,
            &mut found,
        )?;
        let bodies = (fields >> 2) as usize;
        occurrences(
            word,
            DocId(doc),
            Field::Body,
            bodies,
            &mut input,
            &mut found,
        )?;
        if fields == 0 {
            return Err(Malformed("words that stand somewhere"));
        }
    }
    if input.is_done() {
        Ok(found)
    } else {
        Err(Malformed("nothing after a word's places"))
    }
}

/// In how many documents a word stands, by its postings.
pub(super) fn document_count(bytes: &[u8]) -> u32 {
    Reader::new(bytes).number().unwrap_or(0)
}

fn occurrences(
    word: &str,
    doc: DocId,
    field: Field,
    count: usize,
    input: &mut Reader<'_>,
    found: &mut Vec<Occurrence>,
) -> Result<(), Malformed> {
    let (mut position, mut end) = (0, 0);
    for _ in 0..count {
        let advance = input.number()?;
        let length = if advance & 1 == 0 {
            word.len() as u32
        } else {
            input.number()?
        };
        let start = add(end, input.number()?)?;
        position = add(position, advance >> 1)?;
        end = add(start, length)?;
        found.push(Occurrence {
            doc,
            field,
            position,
            span: Span::new(start, end),
        });
    }
    Ok(())
}

fn some(count: usize) -> Result<usize, Malformed> {
    if count == 0 {
        Err(Malformed("fields that hold the word"))
    } else {
        Ok(count)
    }
}

fn add(a: u32, b: u32) -> Result<u32, Malformed> {
    a.checked_add(b).ok_or(Malformed("a position of 32 bits"))
}
