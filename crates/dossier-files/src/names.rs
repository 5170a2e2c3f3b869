//! The tagger of English names that comes with the program.

use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::tagger::model::ModelError;

/// The model, as `cargo xtask train-tagger` wrote it.
const MODEL: &[u8] = include_bytes!("../../dossier-engine/models/english.tagger");

/// The tagger of English names. Unpacking it takes some hundredths of a second.
///
/// # Errors
/// Where the model that was compiled in is not one that the engine reads.
pub fn english_tagger() -> Result<Tagger, ModelError> {
    Tagger::from_bytes(MODEL)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_model_is_one_that_the_engine_reads() {
        let tagger = super::english_tagger().unwrap();
        let text = "Ines Quint flew from Lisbon to Oslo on Tuesday.";
        let found = tagger.tag(text);
        let names: Vec<&str> = found.iter().map(|name| name.span.slice(text)).collect();
        assert_eq!(names, ["Ines Quint", "Lisbon", "Oslo", "Tuesday"]);
    }
}
