//! A row of values that are compressed in groups, of which one is unpacked to read a value.
//!
//! ```text
//! groups   = count:u32 place{count} packed{count}
//! place    = first:u32 end:u32
//! unpacked = length:number{values of the group} value{values of the group}
//! ```
//!
//! A place says which value is the first of a group, and where the group ends, counted from the
//! first byte after the places. `packed` is told in `pack`.

use std::ops::Range;

use super::pack::{pack, unpack};
use crate::codec::{Malformed, Reader, Writer, write_number};
use crate::store::{Fault, Section};
use crate::work::{self, Workers};

/// A group is full with as many bytes before they are compressed. Greater ones are a little
/// smaller in sum, and take longer to read one value from.
const FULL: usize = 32 * 1024;

/// The bytes of values, which `write` writes.
pub(super) fn write<T: Sync>(
    values: &[T],
    workers: &dyn Workers,
    write: impl Fn(&T, &mut Writer) + Sync,
) -> Writer {
    let mut groups: Vec<(u32, Writer)> = Vec::new();
    let (mut lengths, mut bytes) = (Writer::new(), Writer::new());
    let mut first = 0;
    for (number, value) in (0..).zip(values) {
        let before = bytes.len();
        write(value, &mut bytes);
        write_number((bytes.len() - before) as u32, &mut lengths);
        if bytes.len() >= FULL || number as usize + 1 == values.len() {
            lengths.append(&mut bytes);
            groups.push((first, std::mem::take(&mut lengths)));
            first = number + 1;
        }
    }
    let packed = work::map(workers, &groups, |(_, bytes)| pack(bytes));
    let mut out = Writer::from((groups.len() as u32).to_le_bytes());
    let mut end = 0;
    for ((first, _), packed) in groups.iter().zip(&packed) {
        end += packed.len() as u32;
        out.extend(first.to_le_bytes());
        out.extend(end.to_le_bytes());
    }
    out.reserve_exact(end as usize);
    for packed in packed {
        out.extend(packed);
    }
    out
}

/// Where the groups of some values are.
pub(super) struct Groups<'a> {
    section: Section<'a>,
    /// For each group its first value and where it ends; after the last how many values there are.
    places: Vec<(u32, u32)>,
    values: u32,
    /// Where the packed groups begin.
    start: usize,
}

impl<'a> Groups<'a> {
    /// Reads where the groups of so many values are.
    pub fn read(section: Section<'a>, values: u32) -> Result<Self, Fault> {
        let (count, _) = section.get(0..4)?.as_chunks::<4>();
        let count = count.first().map_or(0, |&count| u32::from_le_bytes(count)) as usize;
        // No group is without a value.
        if count > values as usize {
            return Err(Fault::Malformed("a value in each group"));
        }
        let start = 4 + 8 * count;
        let (numbers, _) = section.get(4..start)?.as_chunks::<4>();
        let (places, _) = numbers.as_chunks::<2>();
        let places = places
            .iter()
            .map(|&[first, end]| (u32::from_le_bytes(first), u32::from_le_bytes(end)))
            .collect();
        let groups = Self {
            section,
            places,
            values,
            start,
        };
        let firsts = groups.places.iter().map(|&(first, _)| first);
        let in_order = firsts.clone().chain([values]).is_sorted_by(|a, b| a < b);
        let end = groups.places.last().map_or(0, |&(_, end)| end);
        if !in_order
            || firsts.take(1).any(|first| first > 0)
            || count == 0 && values > 0
            || start + end as usize != section.len()
        {
            return Err(Fault::Malformed("groups with all values in order"));
        }
        Ok(groups)
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The group with a value, and which of the values in it that is.
    pub fn of(&self, value: u32) -> Result<(Unpacked, usize), Fault> {
        if value >= self.values {
            return Err(Fault::Malformed("a document of this number"));
        }
        let after = self.places.partition_point(|&(first, _)| first <= value);
        let group = after.saturating_sub(1);
        let first = self.places.get(group).map_or(0, |&(first, _)| first);
        Ok((self.unpack(group)?, (value - first) as usize))
    }

    /// A group, unpacked.
    pub fn unpack(&self, group: usize) -> Result<Unpacked, Fault> {
        let end_of = |group: usize| self.places.get(group).map(|&(_, end)| end as usize);
        let start = group.checked_sub(1).map_or(Some(0), end_of);
        let (Some(start), Some(end)) = (start, end_of(group)) else {
            return Err(Fault::Malformed("a group of this number"));
        };
        let packed = self.section.get(self.start + start..self.start + end)?;
        let next = self
            .places
            .get(group + 1)
            .map_or(self.values, |&(first, _)| first);
        let count = (next - self.places[group].0) as usize;
        Ok(Unpacked::new(unpack(packed)?, count)?)
    }
}

/// The values of a group, in bytes.
pub(super) struct Unpacked {
    bytes: Vec<u8>,
    values: Vec<Range<usize>>,
}

impl Unpacked {
    fn new(bytes: Vec<u8>, count: usize) -> Result<Self, Malformed> {
        let mut input = Reader::new(&bytes);
        let mut lengths = Vec::new();
        for _ in 0..count {
            lengths.push(input.number()? as usize);
        }
        let mut end = bytes.len() - input.rest().len();
        let mut values = Vec::with_capacity(count);
        for length in lengths {
            let start = end;
            end = start.saturating_add(length);
            values.push(start..end);
        }
        if end != bytes.len() {
            return Err(Malformed("values that fill their group"));
        }
        Ok(Self { bytes, values })
    }

    /// The bytes of each value.
    pub fn values(&self) -> impl Iterator<Item = &[u8]> {
        let values = self.values.iter();
        values.map(|range| self.bytes.get(range.clone()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, checksums};
    use crate::work::OneByOne;

    fn store(bytes: &[u8]) -> Store {
        Store::whole(bytes.to_vec().into(), 0, checksums(bytes))
    }

    /// Values of very different sizes, some of which fill a group alone.
    fn values() -> Vec<Vec<u8>> {
        let sizes = [3, 0, 9000, 40_000, 1, 25_000, 8000, 70_000, 0];
        let values = sizes
            .iter()
            .map(|&size| vec![b'a' + (size % 7) as u8; size]);
        values.collect()
    }

    fn written(values: &[Vec<u8>]) -> Writer {
        write(values, &OneByOne, |value, out| out.extend(value))
    }

    #[test]
    fn each_value_is_read_from_its_group() {
        let values = values();
        let bytes = written(&values);
        let store = store(&bytes);
        let section = Section::new(&store, 0..bytes.len());
        let groups = Groups::read(section, values.len() as u32).unwrap();
        assert_eq!(groups.len(), 4);
        for (number, value) in (0..).zip(&values) {
            let (group, at) = groups.of(number).unwrap();
            assert_eq!(group.values().nth(at), Some(value.as_slice()), "{number}");
        }
        assert!(groups.of(9).is_err());
    }

    #[test]
    fn another_count_of_values_is_refused() {
        let values = values();
        let bytes = written(&values);
        let store = store(&bytes);
        let section = Section::new(&store, 0..bytes.len());
        for count in [0, 1, 7] {
            assert!(Groups::read(section, count).is_err(), "{count}");
        }
        let more = Groups::read(section, 10).unwrap();
        assert!(more.of(9).is_err());
    }

    #[test]
    fn no_values_have_no_groups() {
        let bytes = written(&[]);
        let store = store(&bytes);
        let groups = Groups::read(Section::new(&store, 0..bytes.len()), 0).unwrap();
        assert_eq!(groups.len(), 0);
        assert!(groups.of(0).is_err());
    }

    #[test]
    fn flipped_bits_are_refused_or_read_as_other_values() {
        let values = values();
        let bytes = written(&values);
        // All bits of the places, and some of the rest.
        let some = (300..bytes.len() * 8).step_by(9973);
        for at in (0..300).chain(some) {
            let mut bytes = bytes.clone();
            bytes[at / 8] ^= 1 << (at % 8);
            let store = store(&bytes);
            let section = Section::new(&store, 0..bytes.len());
            if let Ok(groups) = Groups::read(section, values.len() as u32) {
                for value in 0..values.len() as u32 {
                    let _ = groups
                        .of(value)
                        .map(|(group, at)| group.values().nth(at).map(<[u8]>::len));
                }
            }
        }
    }
}
