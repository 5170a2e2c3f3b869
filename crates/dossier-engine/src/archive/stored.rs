//! What each value of a collection is in bytes. Reader and writer of a value come from one list.

use crate::codec::{Malformed, Reader, Stored, Writer, stored, stored_by_position};
use crate::date::PartialDate;
use crate::document::{AsideKind, Block, BlockKind, Document, LeftOut, Published};
use crate::entity::{Entity, EntityKind, LinkReason, Mention};
use crate::id::{DocId, EntityId, TopicId};
use crate::pipeline::AnalysedDocument;
use crate::similar::Related;
use crate::span::Span;
use crate::topic::{Assignment, Topic};

stored! {
    Topic { key, name, description }
    Entity { key, name, kind, aliases, description, country }
    AnalysedDocument { document, mentions, topics, related }
    Document {
        name, title, language, kind, publisher, source_title, authors, contributors, editors,
        dateline, published, edition_of, text, blocks, left_out
    }
    Published { date, inferred, note }
    Block { kind, span }
    LeftOut { kind, after, text }
    Mention { span, entity, reason, stands_for }
    Assignment { topic, strength, evidence }
    Related { doc, shared, likeness, edition }
}

/// A position in a table is a number.
macro_rules! stored_id {
    ($($type:ident)+) => {$(
        impl Stored for $type {
            fn write(&self, out: &mut Writer) {
                self.0.write(out);
            }

            fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
                u32::read(input).map(Self)
            }
        }
    )+};
}

stored_id! { DocId EntityId TopicId }

/// `start:number length:number`
impl Stored for Span {
    fn write(&self, out: &mut Writer) {
        self.start.write(out);
        self.len().write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let start = u32::read(input)?;
        let end = start.checked_add(u32::read(input)?);
        Ok(Self::new(start, end.ok_or(Malformed("a span"))?))
    }
}

/// `year:number month:number day:number`, 0 for what is not known
impl Stored for PartialDate {
    fn write(&self, out: &mut Writer) {
        u32::from(self.year).write(out);
        u32::from(self.month.unwrap_or(0)).write(out);
        u32::from(self.day.unwrap_or(0)).write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let year = u32::read(input)?;
        let month = Some(u32::read(input)?).filter(|&month| month > 0);
        let day = Some(u32::read(input)?).filter(|&day| day > 0);
        let part = |part: Option<u32>| part.map(u8::try_from).transpose();
        let date = u16::try_from(year)
            .ok()
            .zip(part(month).ok())
            .zip(part(day).ok());
        date.and_then(|((year, month), day)| Self::new(year, month, day).ok())
            .ok_or(Malformed("a date of the calendar"))
    }
}

/// 1 to 6 heading of that level, 7 paragraph, 8 item, 9 quotation, 10 preformatted
impl Stored for BlockKind {
    fn write(&self, out: &mut Writer) {
        out.push(match *self {
            Self::Heading(level) => level.clamp(1, 6),
            Self::Paragraph => 7,
            Self::Item => 8,
            Self::Quote => 9,
            Self::Preformatted => 10,
        });
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(match input.byte()? {
            level @ 1..=6 => Self::Heading(level),
            7 => Self::Paragraph,
            8 => Self::Item,
            9 => Self::Quote,
            10 => Self::Preformatted,
            _ => return Err(Malformed("a kind of block")),
        })
    }
}

stored_by_position! {
    AsideKind: AsideKind::ALL, "a kind of text around an article";
    EntityKind: EntityKind::ALL, "a kind of entity";
}

/// A byte for the reason; after 2 the span of the full name, after 4 the title.
impl Stored for LinkReason {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Name => out.push(0),
            Self::Alias => out.push(1),
            Self::ShortForm { full } => {
                out.push(2);
                full.write(out);
            }
            Self::OnlyFit => out.push(3),
            Self::Title { title } => {
                out.push(4);
                title.write(out);
            }
            Self::Derived => out.push(5),
            Self::Rule => out.push(6),
            Self::Resolved => out.push(7),
            Self::Recognised => out.push(8),
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(match input.byte()? {
            0 => Self::Name,
            1 => Self::Alias,
            2 => Self::ShortForm {
                full: Span::read(input)?,
            },
            3 => Self::OnlyFit,
            4 => Self::Title {
                title: String::read(input)?,
            },
            5 => Self::Derived,
            6 => Self::Rule,
            7 => Self::Resolved,
            8 => Self::Recognised,
            _ => return Err(Malformed("a reason for a link")),
        })
    }
}
