//! The card of a mention: who or what it names, and why it was linked.

use dossier_engine::entity::{Entity, EntityKind, LinkReason, Mention};
use dossier_engine::explorer::EntityRow;
use dossier_engine::id::EntityId;
use dossier_engine::order;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_engine::span::Span;

use super::reason::reason;
use crate::words;

/// How many entities "appears with" names at most.
const COMPANY: usize = 4;

/// What the card of a mention says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The entity.
    pub entity: EntityId,
    /// The mention as the text has it.
    pub quoted: String,
    /// Other forms of the entity's name in this document, by first use.
    pub forms: Vec<String>,
    /// Why the mention was linked to the entity, as a sentence.
    pub reason: String,
    /// The mention of the full name earlier in the text, where that is the reason.
    pub full_name: Option<usize>,
    /// The country whose government is meant.
    pub stands_for: Option<EntityId>,
    /// The country of a nationality.
    pub country: Option<EntityId>,
    /// How often it is named, here and elsewhere, as a sentence.
    pub counts: String,
    /// The entities named most often in the same passages.
    pub company: Vec<EntityId>,
    /// The mention that this one is a part of.
    pub inside: Option<usize>,
}

/// The card of the mention at a position of the document's mentions. `totals` counts the entity in
/// the whole collection, where that is known.
#[must_use]
pub fn card(
    content: &AnalysedDocument,
    entities: &[Entity],
    position: usize,
    totals: Option<EntityRow>,
) -> Option<Card> {
    let mentions = &content.mentions;
    let text = &content.document.text;
    let mention = mentions.get(position)?;
    let entity = entities.get(mention.entity.index())?;
    let full_name = match mention.reason {
        LinkReason::ShortForm { full } => mentions.iter().position(|other| other.span == full),
        _ => None,
    };
    let here = mentions
        .iter()
        .filter(|other| other.entity == mention.entity);
    Some(Card {
        entity: mention.entity,
        quoted: mention.span.slice(text).to_owned(),
        forms: forms(content, entity, mention.entity),
        reason: reason(mention, entity, entities, &content.document),
        full_name,
        stands_for: mention.stands_for,
        country: entity.country,
        counts: counts(here.count() as u32, totals),
        company: company(content, entities, mention.entity),
        inside: innermost_around(mentions, position),
    })
}

/// The forms of the entity's name in the document other than its canonical name, by first use.
fn forms(content: &AnalysedDocument, entity: &Entity, id: EntityId) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for mention in content
        .mentions
        .iter()
        .filter(|mention| mention.entity == id)
    {
        let form = mention.span.slice(&content.document.text);
        if form != entity.name && !forms.iter().any(|known| known == form) {
            forms.push(form.to_owned());
        }
    }
    forms
}

/// How often an entity is named, as a sentence.
fn counts(here: u32, totals: Option<EntityRow>) -> String {
    let times = match here {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => words::count(here, "time", "times"),
    };
    let others = totals.map(|row| {
        let documents = row.documents.saturating_sub(1);
        if documents == 0 {
            return ", in no other document".to_owned();
        }
        let mentions = words::count(row.mentions.saturating_sub(here), "time", "times");
        let documents = words::count(documents, "other document", "other documents");
        [", ", &mentions, " in ", &documents].concat()
    });
    [
        "Named ",
        &times,
        " here",
        others.as_deref().unwrap_or(""),
        ".",
    ]
    .concat()
}

/// The entities that share the most passages with this one, then by first use; no dates or
/// quantities.
fn company(content: &AnalysedDocument, entities: &[Entity], id: EntityId) -> Vec<EntityId> {
    let mut shared: Vec<(EntityId, u32)> = Vec::new();
    for block in content.document.passages() {
        let mut named = named_in(&content.mentions, block.span);
        if !named.contains(&id) {
            continue;
        }
        named.retain(|&other| other != id && entities.get(other.index()).is_some_and(is_company));
        for other in named {
            match shared.iter_mut().find(|(known, _)| *known == other) {
                Some((_, count)) => *count += 1,
                None => shared.push((other, 1)),
            }
        }
    }
    order::sort_by_key(&mut shared, |&(_, count)| std::cmp::Reverse(count));
    shared
        .into_iter()
        .map(|(other, _)| other)
        .take(COMPANY)
        .collect()
}

fn is_company(entity: &Entity) -> bool {
    !matches!(entity.kind, EntityKind::Date | EntityKind::Quantity)
}

/// The entities that are named in a passage, each once, by first use.
fn named_in(mentions: &[Mention], passage: Span) -> Vec<EntityId> {
    let from = mentions.partition_point(|mention| mention.span.start < passage.start);
    let mut named = Vec::new();
    for mention in mentions.iter().skip(from) {
        if mention.span.start >= passage.end {
            break;
        }
        if !named.contains(&mention.entity) {
            named.push(mention.entity);
        }
    }
    named
}

/// The smallest other mention that holds all of this one.
fn innermost_around(mentions: &[Mention], position: usize) -> Option<usize> {
    let span = mentions.get(position)?.span;
    let before = mentions.iter().enumerate().take(position);
    before
        .filter(|(_, other)| other.span.contains(span))
        .min_by_key(|(index, other)| (other.span.len(), std::cmp::Reverse(*index)))
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::BlockKind;
    use dossier_engine::entity::{Entity, EntityKind, LinkReason, Mention};
    use dossier_engine::explorer::EntityRow;
    use dossier_engine::id::EntityId;
    use dossier_engine::pipeline::AnalysedDocument;
    use dossier_engine::span::Span;

    use super::{Card, card};
    use crate::reader::fixture::{document, find};

    fn entity(kind: EntityKind, name: &str) -> Entity {
        Entity {
            key: name.to_lowercase(),
            name: name.to_owned(),
            kind,
            aliases: Vec::new(),
            description: None,
            country: None,
        }
    }

    fn collection() -> (AnalysedDocument, Vec<Entity>) {
        let document = document(&[
            (
                BlockKind::Paragraph,
                "Ada Lund met Oslo's envoy; Ms Lund spoke of 40 sealed drums.",
            ),
            (
                BlockKind::Paragraph,
                "Later the envoy thanked Lund in Norwegian.",
            ),
        ]);
        let mut entities = vec![
            entity(EntityKind::Person, "Ada Lund"),
            entity(EntityKind::Place, "Oslo"),
            entity(EntityKind::Quantity, "40"),
            entity(EntityKind::Weapon, "Drum"),
            entity(EntityKind::Group, "Norwegian"),
            entity(EntityKind::Place, "Norway"),
        ];
        entities[4].country = Some(EntityId(5));
        let mention = |word: &str, nth: usize, id: u32, reason: LinkReason| Mention {
            span: find(&document, word, nth),
            entity: EntityId(id),
            reason,
            stands_for: None,
        };
        let full = find(&document, "Ada Lund", 0);
        let mut oslo = mention("Oslo", 0, 1, LinkReason::Name);
        oslo.stands_for = Some(EntityId(5));
        let mentions = vec![
            mention("Ada Lund", 0, 0, LinkReason::Name),
            oslo,
            mention(
                "Lund",
                1,
                0,
                LinkReason::Title {
                    title: "Ms".to_owned(),
                },
            ),
            mention("40 sealed drums", 0, 2, LinkReason::Rule),
            mention("drums", 0, 3, LinkReason::Alias),
            mention("Lund", 2, 0, LinkReason::ShortForm { full }),
            mention("Norwegian", 0, 4, LinkReason::Derived),
        ];
        let content = AnalysedDocument {
            document,
            mentions,
            ..AnalysedDocument::default()
        };
        (content, entities)
    }

    fn card_of(position: usize) -> Card {
        let (content, entities) = collection();
        card(&content, &entities, position, None).expect("there is such a mention")
    }

    #[test]
    fn a_surname_names_the_full_name_before_it() {
        let card = card_of(5);
        assert_eq!(
            card.reason,
            "“Lund” is short for “Ada Lund”, earlier in the text."
        );
        assert_eq!(card.full_name, Some(0));
        assert_eq!(card.forms, ["Lund"]);
    }

    #[test]
    fn every_reason_reads_as_a_sentence() {
        let reasons: Vec<String> = (0..7).map(|position| card_of(position).reason).collect();
        assert_eq!(
            reasons,
            [
                "Linked by the full name.",
                "Linked by the name.",
                "Linked by the title “Ms” before “Lund”.",
                "Found by the rules for quantities.",
                "Linked by another name on the list: “drums”.",
                "“Lund” is short for “Ada Lund”, earlier in the text.",
                "“Norwegian” is said of Norway.",
            ]
        );
    }

    #[test]
    fn a_seat_of_power_says_whom_it_stands_for() {
        assert_eq!(card_of(1).stands_for, Some(EntityId(5)));
    }

    #[test]
    fn a_mention_inside_another_leads_out_to_it() {
        assert_eq!(card_of(4).inside, Some(3));
        assert_eq!(card_of(3).inside, None);
    }

    #[test]
    fn company_leaves_out_numbers() {
        assert_eq!(card_of(0).company, [EntityId(1), EntityId(3), EntityId(4)]);
    }

    #[test]
    fn counts_tell_this_document_from_the_others() {
        let (content, entities) = collection();
        let counts = |documents, mentions| {
            let row = EntityRow {
                entity: EntityId(0),
                documents,
                mentions,
            };
            card(&content, &entities, 0, Some(row))
                .expect("is a mention")
                .counts
        };
        assert_eq!(counts(1, 3), "Named 3 times here, in no other document.");
        assert_eq!(
            counts(3, 4),
            "Named 3 times here, 1 time in 2 other documents."
        );
        assert_eq!(card_of(1).counts, "Named once here.");
    }

    #[test]
    fn there_is_no_card_for_a_mention_that_is_not_there() {
        let (content, entities) = collection();
        assert_eq!(card(&content, &entities, 99, None), None);
        assert_eq!(card(&content, &[], 0, None), None);
    }

    #[test]
    fn spans_that_do_not_fit_the_text_harm_nobody() {
        let (mut content, entities) = collection();
        content.mentions[0].span = Span::new(4000, 4010);
        assert_eq!(
            card(&content, &entities, 0, None)
                .expect("is a mention")
                .quoted,
            ""
        );
    }
}
