//! Shows a correction within the word that it belongs to: `ดำเนินการ`, not the two letters that change.

use std::ops::Range;

use crate::thai::Run;
use crate::thai::characters::{is_letter, is_mark};
use crate::thai::words::words;

/// The letters right before a place in a text.
pub(super) fn letters_before(content: &str, at: usize) -> &str {
    let start = content[..at].trim_end_matches(is_letter).len();
    &content[start..at]
}

/// The letters right after a place in a text.
pub(super) fn letters_after(content: &str, at: usize) -> &str {
    Run::at_start(&content[at..]).as_str()
}

/// What is written around a byte range of a text, and how it reads with `right` in place of the range. Both are whole words
/// if the dictionary knows the corrected word, and otherwise only what the range is drawn with.
pub(super) fn respelt(content: &str, range: Range<usize>, right: &str) -> (String, String) {
    let (before, after) = (letters_before(content, range.start), letters_after(content, range.end));
    let corrected = format!("{before}{right}{after}");
    let (place, end) = (before.len(), before.len() + right.len());
    let leans = |c: char| is_mark(c) || matches!(c, 'ะ' | 'า' | 'ำ' | 'ๅ');
    // What leans on the letter before, and what only closes a gap, belongs to the word before.
    let first = if right.is_empty() || right.starts_with(leans) { place.saturating_sub(1) } else { place };
    let last = if right.is_empty() { end + 1 } else { end };
    let overlapping: Vec<_> = words(&corrected)
        .into_iter()
        .filter(|word| word.range.start < last && first < word.range.end)
        .collect();
    let around = match (overlapping.first(), overlapping.last()) {
        (Some(one), Some(other)) if overlapping.iter().all(|word| word.known) => {
            one.range.start.min(place)..other.range.end.max(end)
        }
        _ => {
            let base = before.trim_end_matches(leans).char_indices().next_back();
            let start = base.filter(|_| first < place).map_or(place, |(at, _)| at);
            start..corrected.len() - corrected[end..].trim_start_matches(leans).len()
        }
    };
    let written = range.start - (place - around.start)..range.end + (around.end - end);
    (content[written].to_owned(), corrected[around].to_owned())
}
