//! Finds the known word that an unknown one was most likely meant to be, for messages that ask whether it was.

use strsim::damerau_levenshtein;

/// The candidate with the fewest typos, if they are so few that the word may well be it. Of several, the first one.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = candidates.filter(|candidate| is_near(word, candidate));
    near.min_by_key(|candidate| typos(word, candidate)).map(str::to_owned)
}

/// Whether one word may be a typo of the other: at most a third of its letters are wrong, or it is a whole part of the other.
pub fn is_near(word: &str, other: &str) -> bool {
    let (word, other) = (plain(word), plain(other));
    let (shorter, longer) =
        if word.chars().count() < other.chars().count() { (&word, &other) } else { (&other, &word) };
    let least = shorter.chars().count();
    // `indicator` for `indicators`, `phone_number` for `phone`.
    let is_part = least >= 4 && longer.starts_with(shorter.as_str());
    least >= 2 && (is_part || 3 * damerau_levenshtein(&word, &other) <= longer.chars().count())
}

/// The number of letters that are wrong, missing, added or swapped with their neighbour. Ignores case.
pub fn typos(word: &str, other: &str) -> usize {
    damerau_levenshtein(&word.to_lowercase(), &other.to_lowercase())
}

/// A word without the signs by which parts of keys and codes are joined in different ways.
fn plain(word: &str) -> String {
    word.to_lowercase().chars().filter(|c| !matches!(c, '_' | '-' | ' ' | '.')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_named() {
        let keys = [
            "title",
            "target",
            "responsible",
            "steps",
            "steps_style",
            "outcome",
            "period",
            "url",
            "short_name",
        ];
        let found = |word| nearest(word, keys.into_iter());
        for (word, key) in [
            ("responsable", "responsible"),
            ("step", "steps"),
            ("stepss", "steps"),
            ("ulr", "url"),
            ("Short Name", "short_name"),
            ("short-name", "short_name"),
            ("periods", "period"),
            ("outcomes", "outcome"),
        ] {
            assert_eq!(found(word).as_deref(), Some(key), "{word}");
        }
        for word in ["columns", "memo", "phone", "extra", "budget", "x", "งบประมาณ", ""] {
            assert_eq!(found(word), None, "{word}");
        }
    }
}
