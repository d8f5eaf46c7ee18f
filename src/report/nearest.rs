//! Finds the known word nearest to an unknown one, for messages that ask whether it was meant.

use strsim::{damerau_levenshtein, jaro_winkler, normalized_damerau_levenshtein};

/// Returns the candidate most similar to the word. `None` if there are no candidates.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let rated = candidates.map(|candidate| (similarity(word, candidate), candidate));
    rated.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate.to_owned())
}

/// Whether two words are so similar that one may be a typo of the other.
pub fn alike(word: &str, other: &str) -> bool {
    similarity(word, other) >= 0.6
}

/// The number of letters that are wrong, missing, added or swapped with their neighbour. Ignores case. For short words,
/// such as abbreviations, [`alike`] is not strict enough.
pub fn typos(word: &str, other: &str) -> usize {
    damerau_levenshtein(&word.to_lowercase(), &other.to_lowercase())
}

/// The similarity of two words, from 0 to 1. It is high if they begin alike, or if only a few letters are wrong or
/// swapped.
fn similarity(word: &str, other: &str) -> f64 {
    jaro_winkler(word, other).max(normalized_damerau_levenshtein(word, other))
}
