//! Guesses what was meant by a name that is not known.

/// Longest name that is compared, in characters; longer ones are no typing errors.
const LONGEST: usize = 60;

/// The one of `known` that is closest to `name`, where it is close enough to be meant: at most a
/// third of its characters, rounded up, differ. The first of several that are equally close.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let name: Vec<char> = fold(name);
    if name.len() > LONGEST {
        return None;
    }
    let close = known.into_iter().filter_map(|candidate| {
        let folded = fold(candidate);
        let allowed = name.len().max(folded.len()).div_ceil(3);
        let distance = (folded.len() <= LONGEST).then(|| distance(&name, &folded))?;
        (distance <= allowed).then_some((distance, candidate))
    });
    close
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

fn fold(name: &str) -> Vec<char> {
    name.chars().flat_map(char::to_lowercase).collect()
}

/// Levenshtein distance: how many characters must be inserted, removed or replaced.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut last = i + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(b) {
            let replaced = diagonal + usize::from(left != right);
            diagonal = *cell;
            last = replaced.min(last + 1).min(*cell + 1);
            *cell = last;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typing_error_is_understood() {
        let known = ["title", "publisher", "published"];
        assert_eq!(nearest("Titel", known), Some("title"));
        assert_eq!(nearest("publishd", known), Some("published"));
        assert_eq!(nearest("date", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn another_spelling_is_understood() {
        assert_eq!(nearest("kim-jongun", ["kim-jong-un"]), Some("kim-jong-un"));
    }
}
