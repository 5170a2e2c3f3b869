//! The definition of a collection in bytes: what is needed to add documents to it.

use crate::codec::{Malformed, Reader, Stored, Writer};
use crate::collection::{
    CollectionDefinition, Cue, CueTarget, EntityDefinition, Gender, TopicDefinition,
};
use crate::document::Columns;

/// `title:text description:text list(topic) list(entity) list(column)`
impl Stored for CollectionDefinition {
    fn write(&self, out: &mut Writer) {
        self.title.write(out);
        self.description.write(out);
        self.topics.write(out);
        self.entities.write(out);
        self.columns.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            title: Stored::read(input)?,
            description: Stored::read(input)?,
            topics: Stored::read(input)?,
            entities: Stored::read(input)?,
            columns: Stored::read(input)?,
        })
    }
}

/// `key:text name:text description:text list(cue) threshold:float`
impl Stored for TopicDefinition {
    fn write(&self, out: &mut Writer) {
        self.key.write(out);
        self.name.write(out);
        self.description.write(out);
        self.cues.write(out);
        self.threshold.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            key: Stored::read(input)?,
            name: Stored::read(input)?,
            description: Stored::read(input)?,
            cues: Stored::read(input)?,
            threshold: finite(input)?,
        })
    }
}

/// `is_entity:flag target:text weight:float`
impl Stored for Cue {
    fn write(&self, out: &mut Writer) {
        let (is_entity, target) = match &self.target {
            CueTarget::Words(words) => (false, words),
            CueTarget::Entity(key) => (true, key),
        };
        is_entity.write(out);
        target.write(out);
        self.weight.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let is_entity = bool::read(input)?;
        let target = String::read(input)?;
        Ok(Self {
            target: if is_entity {
                CueTarget::Entity(target)
            } else {
                CueTarget::Words(target)
            },
            weight: finite(input)?,
        })
    }
}

/// `key:text name:text kind:byte aliases:list(text) gender:maybe(gender) stands_for:maybe(text)
/// country:maybe(text) offices:list(text) description:maybe(text)`
impl Stored for EntityDefinition {
    fn write(&self, out: &mut Writer) {
        self.key.write(out);
        self.name.write(out);
        self.kind.write(out);
        self.aliases.write(out);
        self.gender.write(out);
        self.stands_for.write(out);
        self.country.write(out);
        self.offices.write(out);
        self.description.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            key: Stored::read(input)?,
            name: Stored::read(input)?,
            kind: Stored::read(input)?,
            aliases: Stored::read(input)?,
            gender: Stored::read(input)?,
            stands_for: Stored::read(input)?,
            country: Stored::read(input)?,
            offices: Stored::read(input)?,
            description: Stored::read(input)?,
        })
    }
}

/// A flag: whether female.
impl Stored for Gender {
    fn write(&self, out: &mut Writer) {
        (*self == Self::Female).write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(if bool::read(input)? {
            Self::Female
        } else {
            Self::Male
        })
    }
}

/// A list of `part:text column:text`; a part that is not known is passed over.
impl Stored for Columns {
    fn write(&self, out: &mut Writer) {
        let chosen = self.chosen();
        (chosen.len() as u32).write(out);
        for (part, column) in chosen {
            crate::codec::write_text(part, out);
            column.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut columns = Self::default();
        for _ in 0..input.count()? {
            let part = input.text()?;
            columns.choose(part, input.text()?);
        }
        Ok(columns)
    }
}

fn finite(input: &mut Reader<'_>) -> Result<f32, Malformed> {
    let value = f32::read(input)?;
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Malformed("finite weights"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection;
    use crate::source::Source;

    const DEFINITION: &str = r#"
title = "Summits"
description = "Two of them."
[columns]
text = "Body"
[[topic]]
name = "Arms"
threshold = 1.5
words = ["munitions"]
against = ["arms control"]
entities = { hwasong-18 = 1.5 }
[[person]]
name = "Kim Yo Jong"
gender = "female"
offices = ["director"]
[[person]]
name = "Kim Jong Un"
gender = "male"
aliases = ["Kim Jong-un"]
description = "Leader."
[[weapon]]
name = "Hwasong-18"
[[place]]
name = "North Korea"
[[place]]
name = "Pyongyang"
stands_for = "north-korea"
[[group]]
name = "North Korean"
country = "north-korea"
"#;

    #[test]
    fn a_definition_is_read_as_it_was_written() {
        let mut problems = Vec::new();
        let source = Source {
            path: "collection.toml",
            bytes: DEFINITION.as_bytes(),
        };
        let definition = collection::parse(source, &mut problems);
        assert_eq!(problems, []);
        let mut out = Writer::new();
        definition.write(&mut out);
        let mut input = Reader::new(&out);
        assert_eq!(CollectionDefinition::read(&mut input), Ok(definition));
        assert!(input.is_done());
    }
}
