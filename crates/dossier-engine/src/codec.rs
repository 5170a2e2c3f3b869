//! How values become bytes and bytes values: the vocabulary of the archive's grammar.
//!
//! ```text
//! number  = bytes of 7 bits, least significant first, the top bit set on all but the last;
//!           at most 32 bits, no byte longer than needed
//! float   = the 32 bits of IEEE 754, little-endian
//! flag    = 0 | 1
//! text    = length:number, as many bytes of UTF-8
//! list(x) = count:number, as many x
//! maybe(x)= 0 | 1 x
//! ```

/// Why bytes cannot be read: what was expected, as a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

/// Bytes being written.
pub type Writer = Vec<u8>;

/// Bytes being read, front to back.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

/// A value that an archive can hold.
pub trait Stored: Sized {
    /// Appends the value.
    fn write(&self, out: &mut Writer);

    /// Takes the value off the front.
    ///
    /// # Errors
    /// Where the bytes hold no such value.
    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed>;
}

impl<'a> Reader<'a> {
    /// A reader at the first of `bytes`.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether all bytes are read.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// The bytes that are not read yet.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// Where fewer are left.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or(Malformed("more bytes"))?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next byte.
    ///
    /// # Errors
    /// Where none is left.
    pub fn byte(&mut self) -> Result<u8, Malformed> {
        let (&first, rest) = self.rest.split_first().ok_or(Malformed("more bytes"))?;
        self.rest = rest;
        Ok(first)
    }

    /// The next number.
    ///
    /// # Errors
    /// Where it is cut off, longer than 32 bits or longer than needed.
    pub fn number(&mut self) -> Result<u32, Malformed> {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7f);
            if bits << shift >> shift != bits || byte == 0 && shift > 0 {
                break;
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Malformed("a number of 32 bits"))
    }

    /// The count of a list whose items take at least one byte each.
    ///
    /// # Errors
    /// Where the bytes that are left cannot hold as many items.
    pub fn count(&mut self) -> Result<usize, Malformed> {
        let count = self.number()? as usize;
        if count > self.rest.len() {
            return Err(Malformed("a count that fits the bytes"));
        }
        Ok(count)
    }

    /// The next text, in place.
    ///
    /// # Errors
    /// Where it is cut off or not UTF-8.
    pub fn text(&mut self) -> Result<&'a str, Malformed> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Malformed("a text in UTF-8"))
    }
}

/// Appends a number.
pub fn write_number(mut value: u32, out: &mut Writer) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a text.
pub fn write_text(text: &str, out: &mut Writer) {
    write_number(text.len() as u32, out);
    out.extend_from_slice(text.as_bytes());
}

impl Stored for u32 {
    fn write(&self, out: &mut Writer) {
        write_number(*self, out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        input.number()
    }
}

impl Stored for f32 {
    fn write(&self, out: &mut Writer) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let bytes = input.take(4)?;
        let bytes = bytes.try_into().map_err(|_| Malformed("a float"))?;
        Ok(Self::from_le_bytes(bytes))
    }
}

impl Stored for bool {
    fn write(&self, out: &mut Writer) {
        out.push(u8::from(*self));
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        match input.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Malformed("a flag")),
        }
    }
}

impl Stored for String {
    fn write(&self, out: &mut Writer) {
        write_text(self, out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        input.text().map(Self::from)
    }
}

impl<T: Stored> Stored for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        bool::read(input)?.then(|| T::read(input)).transpose()
    }
}

impl<T: Stored> Stored for Vec<T> {
    fn write(&self, out: &mut Writer) {
        write_number(self.len() as u32, out);
        for item in self {
            item.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut items = Self::new();
        for _ in 0..input.count()? {
            items.push(T::read(input)?);
        }
        Ok(items)
    }
}

impl<T: Stored> Stored for [T; 2] {
    fn write(&self, out: &mut Writer) {
        for item in self {
            item.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok([T::read(input)?, T::read(input)?])
    }
}

/// Reader and writer of structs from one list: each is its fields in this order.
macro_rules! stored {
    ($($type:ty { $($field:ident),+ })+) => {$(
        impl $crate::codec::Stored for $type {
            fn write(&self, out: &mut $crate::codec::Writer) {
                $($crate::codec::Stored::write(&self.$field, out);)+
            }

            fn read(
                input: &mut $crate::codec::Reader<'_>,
            ) -> Result<Self, $crate::codec::Malformed> {
                $(let $field = $crate::codec::Stored::read(input)?;)+
                Ok(Self { $($field),+ })
            }
        }
    )+};
}

/// Reader and writer of kinds that are stored as their position among all.
macro_rules! stored_by_position {
    ($($kind:ty: $all:expr, $expected:literal;)+) => {$(
        impl $crate::codec::Stored for $kind {
            fn write(&self, out: &mut $crate::codec::Writer) {
                let position = $all.iter().position(|kind| kind == self);
                out.push(position.unwrap_or_default() as u8);
            }

            fn read(
                input: &mut $crate::codec::Reader<'_>,
            ) -> Result<Self, $crate::codec::Malformed> {
                let kind = $all.get(usize::from(input.byte()?));
                kind.copied().ok_or($crate::codec::Malformed($expected))
            }
        }
    )+};
}

pub(crate) use {stored, stored_by_position};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(Reader::new(&[0x80, 0x01]).number(), Ok(128));
        assert!(Reader::new(&[0x80, 0x00]).number().is_err());
        assert!(
            Reader::new(&[0xff, 0xff, 0xff, 0xff, 0x1f])
                .number()
                .is_err()
        );
        assert!(Reader::new(&[0x80]).number().is_err());
    }

    #[test]
    fn a_list_longer_than_the_bytes_is_refused_before_it_is_made() {
        assert!(Vec::<u32>::read(&mut Reader::new(&[0xff, 0xff, 0x03, 1])).is_err());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in any::<(u32, String)>(), list in any::<Vec<Option<u32>>>()) {
            let mut out = Writer::new();
            value.0.write(&mut out);
            value.1.write(&mut out);
            list.write(&mut out);
            let mut input = Reader::new(&out);
            prop_assert_eq!(u32::read(&mut input), Ok(value.0));
            prop_assert_eq!(String::read(&mut input), Ok(value.1));
            prop_assert_eq!(Vec::read(&mut input), Ok(list));
            prop_assert!(input.is_done());
        }
    }
}
