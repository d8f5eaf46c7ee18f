//! The known word that is nearest to an unknown one, for asking whether it was meant.

use strsim::{jaro_winkler, normalized_damerau_levenshtein};

/// The candidate that looks most like the word.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let rated = candidates.map(|candidate| (similarity(word, candidate), candidate));
    rated.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate.to_owned())
}

/// Whether two words are so much alike that one may be a slip of the other.
pub fn alike(word: &str, other: &str) -> bool {
    similarity(word, other) >= 0.6
}

/// From 0 to 1: words that begin alike, and words of which a few letters are wrong or exchanged.
fn similarity(word: &str, other: &str) -> f64 {
    jaro_winkler(word, other).max(normalized_damerau_levenshtein(word, other))
}
