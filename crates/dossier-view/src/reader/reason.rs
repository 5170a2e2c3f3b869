//! Why a mention was linked to its entity, in words.

use dossier_engine::document::Document;
use dossier_engine::entity::{Entity, EntityKind, LinkReason, Mention};

/// Why a mention was linked, as a sentence.
pub fn reason(
    mention: &Mention,
    entity: &Entity,
    entities: &[Entity],
    document: &Document,
) -> String {
    let quoted = ["“", mention.span.slice(&document.text), "”"].concat();
    let person = entity.kind == EntityKind::Person;
    match &mention.reason {
        LinkReason::Name if person => "Linked by the full name.".to_owned(),
        LinkReason::Name => "Linked by the name.".to_owned(),
        LinkReason::Alias => ["Linked by another name on the list: ", &quoted, "."].concat(),
        LinkReason::ShortForm { full } => {
            let full = full.slice(&document.text);
            [&quoted, " is short for “", full, "”, earlier in the text."].concat()
        }
        LinkReason::OnlyFit if person => {
            ["The only person of the collection whom ", &quoted, " fits."].concat()
        }
        LinkReason::OnlyFit => {
            ["The only entry of the collection that ", &quoted, " fits."].concat()
        }
        LinkReason::Title { title } => {
            ["Linked by the title “", title, "” before ", &quoted, "."].concat()
        }
        LinkReason::Derived => match entity.country.and_then(|id| entities.get(id.index())) {
            Some(country) => [&quoted, " is said of ", &country.name, "."].concat(),
            None => [&quoted, " is a form of the name “", &entity.name, "”."].concat(),
        },
        LinkReason::Recognised => [
            &quoted,
            " was recognised by its form and what stands around it.",
        ]
        .concat(),
        LinkReason::Rule => ["Found by the rules for ", ruled(entity.kind), "."].concat(),
        LinkReason::Resolved => match &document.published {
            Some(published) => [
                quoted.as_str(),
                " is reckoned from the date of publication, ",
                &published.date.english(),
                if published.inferred {
                    " (inferred)."
                } else {
                    "."
                },
            ]
            .concat(),
            None => [&quoted, " is reckoned from the date of publication."].concat(),
        },
    }
}

/// What the rules that find entities of this kind are for.
fn ruled(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "people",
        EntityKind::Organisation => "organisations",
        EntityKind::Place => "places",
        EntityKind::Group => "nationalities",
        EntityKind::Weapon => "weapons",
        EntityKind::Event => "events",
        EntityKind::Law => "treaties and resolutions",
        EntityKind::Date => "dates",
        EntityKind::Quantity => "quantities",
    }
}
