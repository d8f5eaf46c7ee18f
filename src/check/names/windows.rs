//! Finds where text differs from a name by few typos, and where exactly such text begins and ends.

use std::ops::Range;

use strsim::damerau_levenshtein;

use super::corpus::{Corpus, squeezed};
use crate::thai::characters::is_mark;
use crate::thai::words;

/// The byte ranges of the corpus that differ from the pattern by at least one and at most `max_typos` typos. Empty if
/// the pattern has fewer than two characters per part.
pub(super) fn windows(corpus: &Corpus, pattern: &[char], max_typos: usize) -> Vec<Range<usize>> {
    let (text, parts) = (&corpus.squeezed, max_typos + 1);
    let mut found = Vec::new();
    if pattern.len() < 2 * parts {
        return found;
    }
    for part in 0..parts {
        let (from, to) = (pattern.len() * part / parts, pattern.len() * (part + 1) / parts);
        let intact: String = pattern[from..to].iter().collect();
        let first: Vec<char> = pattern[..from].iter().rev().copied().collect();
        for at in corpus.find_all(&intact) {
            let after = at + intact.len();
            let left = text[..at].char_indices().rev().map(|(at, c)| (c, corpus.spaced[at + c.len_utf8()]));
            let right = text[after..].char_indices().map(|(from, c)| (c, corpus.spaced[after + from]));
            let left = Fit::new(&first, &left.take(from + max_typos).collect::<Vec<_>>());
            let right =
                Fit::new(&pattern[to..], &right.take(pattern.len() - to + max_typos).collect::<Vec<_>>());
            if (1..=max_typos).contains(&(left.typos + right.typos)) {
                found.push(at - left.bytes..after + right.bytes);
            }
        }
    }
    found.sort_by_key(|window| (window.start, window.end));
    found.dedup();
    found
}

/// Of the windows that begin or end at most one character away and have as few typos, the one that leaves the most likely
/// text beside it. A name may have lost its last letter: in `ทุจริใน`, the first letter of the next word is not it.
pub(super) fn settled(corpus: &Corpus, window: Range<usize>, name: &str) -> Range<usize> {
    let text = &corpus.squeezed;
    let name = squeezed(name);
    let steps = |at: usize| {
        let before = text[..at].chars().next_back().map_or(0, char::len_utf8);
        let after = text[at..].chars().next().map_or(0, char::len_utf8);
        [at, at - before, at + after]
    };
    let around = corpus.around(&window);
    let own = damerau_levenshtein(&text[window.clone()], &name);
    let ends = steps(window.end);
    let both = steps(window.start).into_iter().flat_map(|start| ends.map(move |end| start..end));
    let rated = both.filter_map(|range| {
        let grown =
            |from: usize, to: usize| from < to && (corpus.is_spaced(to) || corpus.has_space(&(from..to)));
        let over_space =
            grown(range.start, window.start) || range.end > window.end && corpus.is_spaced(window.end);
        if range.is_empty() || over_space || text[range.clone()].contains('\n') {
            return None;
        }
        let typos = damerau_levenshtein(&text[range.clone()], &name);
        let beside = words::cost(corpus.letters_before(around.start, range.start))
            + words::cost(corpus.letters_after(range.end, around.end));
        (1..=own).contains(&typos).then_some((beside, range))
    });
    rated.min_by_key(|(beside, _)| *beside).map_or(window.clone(), |(_, range)| range)
}

/// The beginning of a text that fits a pattern best.
struct Fit {
    /// The number of typos found: letters added, left out, replaced, or exchanged with their neighbour.
    typos: usize,
    /// The length of that beginning.
    bytes: usize,
}

impl Fit {
    /// `text` holds each character with whether a space lies between it and the character before.
    fn new(pattern: &[char], text: &[(char, bool)]) -> Self {
        let width = text.len() + 1;
        let mut rows = vec![(0..width).collect::<Vec<usize>>()];
        for (i, p) in pattern.iter().enumerate() {
            let mut row = vec![i + 1; width];
            for j in 1..width {
                let other = usize::from(*p != text[j - 1].0);
                row[j] = (rows[i][j - 1] + other).min(rows[i][j] + 1).min(row[j - 1] + 1);
                if i > 0 && j > 1 && *p == text[j - 2].0 && pattern[i - 1] == text[j - 1].0 {
                    row[j] = row[j].min(rows[i - 1][j - 2] + 1);
                }
            }
            rows.push(row);
        }
        let last = &rows[pattern.len()];
        // Among ends with equally few typos prefer, in this order: one that does not cut a cluster, one whose last
        // character does not follow a space, one whose last character is a mark if and only if the pattern's is (a
        // consonant does not replace a missing mark), and one near the pattern's length.
        let cuts_cluster =
            |end: usize| text.get(end).is_some_and(|(c, _)| is_mark(*c) || matches!(c, 'ะ' | 'า' | 'ำ'));
        let after_space = |end: usize| end > 1 && text[end - 1].1;
        let other_kind = |end: usize| {
            end > 0 && pattern.last().is_some_and(|last| is_mark(*last) != is_mark(text[end - 1].0))
        };
        let length_gap = |end: usize| end.abs_diff(pattern.len());
        let rated = (0..width).map(|end| {
            ((last[end], cuts_cluster(end), after_space(end), other_kind(end), length_gap(end)), end)
        });
        let ((typos, ..), end) = rated.min().unwrap_or_default();
        Fit { typos, bytes: text[..end].iter().map(|(c, _)| c.len_utf8()).sum() }
    }
}
