//! Small words of surnames, in the languages that have them.

use super::WordList;

/// Words that may begin a surname or stand inside one: `von der Leyen`, `bin Salman`, `de la Cruz`.
pub(crate) static PARTICLES: WordList = WordList::new(
    "abu af al bin bint ibn ben da das de del della den der des di do dos du el la le ten ter ul van \
     von zu",
);
