//! A row of values of which each can be read without the others.

use crate::codec::Writer;
use crate::store::{Fault, Section};

/// The bytes of a table of values: offsets, then the values.
pub(super) fn write<T>(values: &[T], write: impl Fn(&T, &mut Writer)) -> Writer {
    let mut entries = Writer::new();
    let mut table = Writer::new();
    table.extend(0_u32.to_le_bytes());
    for value in values {
        write(value, &mut entries);
        table.extend((entries.len() as u32).to_le_bytes());
    }
    table.extend(entries);
    table
}

/// The bytes of the value at `position` of a table of `count`.
pub(super) fn entry(table: Section<'_>, count: u32, position: u32) -> Result<&[u8], Fault> {
    if position >= count {
        return Err(Fault::Malformed("a document of this number"));
    }
    let head = 4 * (count as usize + 1);
    let offset = |at: usize| -> Result<usize, Fault> {
        let bytes = table.get(4 * at..4 * at + 4)?;
        let bytes = bytes
            .try_into()
            .map_err(|_| Fault::Malformed("an offset"))?;
        Ok(head + u32::from_le_bytes(bytes) as usize)
    };
    table.get(offset(position as usize)?..offset(position as usize + 1)?)
}
