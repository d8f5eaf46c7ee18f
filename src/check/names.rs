//! Near misses of names: what differs from a name of the report in a letter or a mark, as a slip of typing does.
//!
//! All texts are looked through at once, without their spaces. A name with at most n slips has one of its n+1 parts
//! unharmed, so only where a part of a name stands is anything compared.

use std::ops::Range;

use super::facts::Facts;
use super::text::Text;
use crate::thai::characters::is_mark;
use crate::thai::words::{self, is_letter};

/// All texts of a report in one, without spaces, each ended by a line feed.
pub(super) struct Corpus {
    squeezed: String,
    /// For each byte of it the text and the byte there.
    origin: Vec<(u32, u32)>,
}

impl Corpus {
    pub fn new(texts: &[Text]) -> Self {
        let mut corpus = Corpus { squeezed: String::new(), origin: Vec::new() };
        for (index, text) in texts.iter().enumerate() {
            for (at, c) in text.content.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                corpus.push(c, index, at);
            }
            corpus.push('\n', index, text.content.len());
        }
        corpus
    }

    /// How often a name stands in the texts.
    pub fn count(&self, name: &str) -> usize {
        self.squeezed.matches(&squeezed(name)).count()
    }

    fn push(&mut self, c: char, text: usize, at: usize) {
        self.squeezed.push(c);
        self.origin.extend((0..c.len_utf8()).map(|byte| (text as u32, (at + byte) as u32)));
    }

    /// The text that a range lies in, and where.
    fn place(&self, range: &Range<usize>) -> (usize, Range<usize>) {
        let (text, start) = self.origin[range.start];
        (text as usize, start as usize..self.origin[range.end - 1].1 as usize + 1)
    }
}

/// A name to look for.
pub(super) struct Name {
    /// As it is to be written.
    pub right: String,
    /// Slips at most.
    pub slips: usize,
    /// Whether what is found may differ in marks only, being a common sort of word.
    pub marks_only: bool,
}

/// A near miss of a name.
pub(super) struct Miss {
    /// The name's index.
    pub name: usize,
    pub text: usize,
    pub range: Range<usize>,
}

/// Where a name stands with two of its words exchanged, in order.
pub(super) fn exchanged(facts: &Facts, name: &str) -> Vec<(usize, Range<usize>)> {
    let name = squeezed(name);
    let parts: Vec<&str> = words::words(&name).into_iter().map(|word| &name[word.range]).collect();
    let mut found = Vec::new();
    // What is no word of letters alone has parts that are not among them.
    for (a, b) in (0..parts.len()).flat_map(|a| (a + 1..parts.len()).map(move |b| (a, b))) {
        let mut other = parts.clone();
        other.swap(a, b);
        let other = other.concat();
        if other != name && other.len() == name.len() {
            let places = facts.corpus.squeezed.match_indices(&other);
            found.extend(places.map(|(at, _)| facts.corpus.place(&(at..at + other.len()))));
        }
    }
    found.sort_by_key(|(text, range)| (*text, range.start));
    found
}

/// The near misses of some names, in order, the longest where several overlap. `known` are names that may stand
/// there rightly.
pub(super) fn misses(facts: &Facts, names: &[Name], known: &[&str]) -> Vec<Miss> {
    let corpus = &facts.corpus;
    let mut right: Vec<Range<usize>> = Vec::new();
    for name in names.iter().map(|name| name.right.as_str()).chain(known.iter().copied()) {
        let name = squeezed(name);
        if !name.is_empty() {
            right.extend(corpus.squeezed.match_indices(&name).map(|(at, _)| at..at + name.len()));
        }
    }
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let pattern: Vec<char> = squeezed(&name.right).chars().collect();
        for window in windows(&corpus.squeezed, &pattern, name.slips) {
            // A shorter name may stand within this one, harmed as it is.
            let within =
                |r: &Range<usize>| window.start <= r.start && r.end <= window.end && r.len() < window.len();
            let rightly = right.iter().any(|r| r.start < window.end && window.start < r.end && !within(r));
            let whole_text = corpus.origin[window.start].0 == corpus.origin[window.end - 1].0;
            if !rightly && whole_text && is_slip(&corpus.squeezed, &window, &pattern, name.marks_only) {
                found.push((index, window));
            }
        }
    }
    found.sort_by_key(|(_, window)| (window.start, usize::MAX - window.end));
    let mut misses: Vec<Miss> = Vec::new();
    let mut end = 0;
    for (name, window) in found {
        if window.start >= end {
            end = window.end;
            let (text, range) = corpus.place(&window);
            if !facts.texts[text].is_filled_in(&range) {
                misses.push(Miss { name, text, range });
            }
        }
    }
    misses
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Where the text has something at least one and at most `slips` slips away from the pattern.
fn windows(text: &str, pattern: &[char], slips: usize) -> Vec<Range<usize>> {
    let parts = slips + 1;
    let mut found = Vec::new();
    if pattern.len() < 2 * parts {
        return found;
    }
    for part in 0..parts {
        let (from, to) = (pattern.len() * part / parts, pattern.len() * (part + 1) / parts);
        let unharmed: String = pattern[from..to].iter().collect();
        for (at, _) in text.match_indices(&unharmed) {
            let before: Vec<char> = text[..at].chars().rev().take(from + slips).collect();
            let backwards: Vec<char> = pattern[..from].iter().rev().copied().collect();
            let behind: Vec<char> =
                text[at + unharmed.len()..].chars().take(pattern.len() - to + slips).collect();
            let (left, left_slips) = fit(&backwards, &before);
            let (right, right_slips) = fit(&pattern[to..], &behind);
            if (1..=slips).contains(&(left_slips + right_slips)) {
                let length = |characters: &[char]| characters.iter().map(|c| c.len_utf8()).sum::<usize>();
                found.push(at - length(&before[..left])..at + unharmed.len() + length(&behind[..right]));
            }
        }
    }
    found.sort_by_key(|window| (window.start, window.end));
    found.dedup();
    found
}

/// How much of the beginning of `text` the pattern is meant by, and how many slips away (added, missing, other and
/// exchanged letters).
fn fit(pattern: &[char], text: &[char]) -> (usize, usize) {
    let width = text.len() + 1;
    let mut rows = vec![(0..width).collect::<Vec<usize>>()];
    for (i, p) in pattern.iter().enumerate() {
        let mut row = vec![i + 1; width];
        for j in 1..width {
            let same = usize::from(*p != text[j - 1]);
            row[j] = (rows[i][j - 1] + same).min(rows[i][j] + 1).min(row[j - 1] + 1);
            if i > 0 && j > 1 && *p == text[j - 2] && pattern[i - 1] == text[j - 1] {
                row[j] = row[j].min(rows[i - 1][j - 2] + 1);
            }
        }
        rows.push(row);
    }
    let last = &rows[pattern.len()];
    // Of equally good ends the one between clusters, then the shortest.
    let cuts_cluster =
        |end: usize| text.get(end).is_some_and(|c| is_mark(*c) || matches!(c, 'ะ' | 'า' | 'ำ'));
    (0..width)
        .map(|end| (last[end], cuts_cluster(end), end))
        .min()
        .map_or((0, pattern.len()), |(slips, _, end)| (end, slips))
}

/// Letters from which on a name that begins alike is not another word by chance.
const LONG: usize = 8;
/// Letters below which a name with another letter is another name, as abbreviations are.
const SHORT: usize = 6;

/// Whether what stands in a window is a slip for a name, rather than other words that happen to be alike.
fn is_slip(text: &str, window: &Range<usize>, name: &[char], marks_only: bool) -> bool {
    let written: Vec<char> = text[window.clone()].chars().collect();
    let behind = text[window.end..].chars().next();
    let before = text[..window.start].chars().next_back();
    let starts_cluster =
        !written.first().is_some_and(|c| is_mark(*c)) && !before.is_some_and(|c| matches!(c, 'เ'..='ไ'));
    if written.contains(&'\n') || !starts_cluster || behind.is_some_and(is_mark) {
        return false;
    }
    let letters =
        |characters: &[char]| characters.iter().filter(|c| !is_mark(**c)).copied().collect::<String>();
    if letters(&written) == letters(name) {
        return true;
    }
    // Other digits or Latin letters are another name.
    let foreign =
        |characters: &[char]| characters.iter().filter(|c| !is_letter(**c)).copied().collect::<String>();
    if foreign(&written) != foreign(name) {
        return false;
    }
    // Of few letters another one makes another name; exchanged they are a slip.
    let exchanged = || {
        let sorted = |characters: &[char]| {
            let mut sorted = characters.to_vec();
            sorted.sort_unstable();
            sorted
        };
        sorted(&written) == sorted(name)
    };
    let begins_alike = name.len() >= LONG && written.iter().zip(name).take(3).all(|(a, b)| a == b);
    (name.len() >= SHORT || exchanged()) && (!marks_only && begins_alike || has_unknown_word(text, window))
}

/// Whether the words around a window show that what stands there is no word.
fn has_unknown_word(text: &str, window: &Range<usize>) -> bool {
    let start = text[..window.start].rfind(|c| !is_letter(c)).map_or(0, |at| text.ceil_char_boundary(at + 1));
    let end = text[window.end..].find(|c| !is_letter(c)).map_or(text.len(), |at| window.end + at);
    // Words far from the window do not change how it is cut.
    let near = |from: usize, to: usize| to.saturating_sub(from) < 600;
    if !near(start, end) {
        return false;
    }
    words::words(&text[start..end]).iter().any(|word| {
        !word.known && start + word.range.start < window.end && window.start < start + word.range.end
    })
}
