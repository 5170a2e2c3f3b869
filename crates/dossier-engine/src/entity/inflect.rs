//! Regular English plurals.

/// The plural of a folded word, or `None` where it has no letter to inflect.
pub(super) fn plural(word: &str) -> Option<String> {
    let last = word.chars().next_back()?;
    if !last.is_alphabetic() {
        // `Hwasong-18s`
        return Some([word, "s"].concat());
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        return Some([stem, "ies"].concat());
    }
    let hisses = ["s", "x", "z", "ch", "sh"];
    let ending = if hisses.iter().any(|end| word.ends_with(end)) {
        "es"
    } else {
        "s"
    };
    Some([word, ending].concat())
}

/// The singular of a folded word that looks like a plural.
pub(super) fn singular(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies") {
        return (stem.len() > 1).then(|| [stem, "y"].concat());
    }
    for hiss in ["s", "x", "z", "ch", "sh"] {
        if let Some(stem) = word.strip_suffix("es")
            && stem.ends_with(hiss)
        {
            return Some(stem.to_owned());
        }
    }
    let stem = word.strip_suffix('s')?;
    let not_plural = stem.ends_with(['s', 'u', 'i']) || stem.len() < 2 || word == "gas";
    (!not_plural).then(|| stem.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{plural, singular};

    #[test]
    fn a_plural_leads_back_to_its_singular() {
        for (one, many) in [
            ("shell", "shells"),
            ("battery", "batteries"),
            ("torpedo", "torpedos"),
            ("convoy", "convoys"),
            ("cutlass", "cutlasses"),
            ("18", "18s"),
        ] {
            assert_eq!(plural(one).as_deref(), Some(many));
            assert_eq!(singular(many).as_deref(), Some(one));
        }
    }

    #[test]
    fn words_that_only_look_like_plurals_stay() {
        for word in ["cutlass", "virus", "crisis", "gas", "s"] {
            assert_eq!(singular(word), None, "{word}");
        }
    }
}
