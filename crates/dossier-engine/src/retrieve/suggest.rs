//! Ways to go on with what a person types.

use std::cmp::Reverse;

use crate::index::{Index, Stem};
use crate::order;
use crate::store::{self, Fault};

/// What is typed with its last word completed to words of the collection, at most `limit`: the words
/// that most documents have in any form, with how many these are. Nothing where the last word has
/// ended.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn suggest(index: Index<'_>, typed: &str, limit: usize) -> Result<Vec<(String, u32)>, Fault> {
    let tokens = index.analyser().tokens(typed);
    let Some(last) = tokens
        .last()
        .filter(|last| last.span.end as usize == typed.len())
    else {
        return Ok(Vec::new());
    };
    let before = &typed[..last.span.start as usize];
    let mut stems = index.with_prefix(&last.word)?;
    order::sort_by_key(&mut stems, |stem| {
        (Reverse(stem.documents()), stem.position())
    });
    stems.truncate(limit);
    let completed = |stem: &Stem| {
        let forms = index.forms(*stem)?.into_iter();
        let begin = forms.filter(|form| form.starts_with(&last.word));
        let shortest = begin.min_by_key(String::len);
        Ok(shortest.map(|form| ([before, &form].concat(), stem.documents())))
    };
    let found = store::all::<_, Fault>(stems.iter().map(completed))?;
    let mut found: Vec<(String, u32)> = found.into_iter().flatten().collect();
    order::sort_by(&mut found, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(found)
}
