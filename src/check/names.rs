//! Finds near misses of names: text that differs from a name by one or two typos in letters or marks.
//!
//! All texts are searched at once, without their spaces. If a name has at most n typos and is divided into n+1 parts,
//! at least one part is intact. So text is compared only around places where a part occurs. One kind of typo can be
//! missed: two letters exchanged across the boundary of two parts.

use std::ops::Range;

use super::text::Text;
use crate::thai::characters::{is_letter, is_mark};
use crate::thai::{Run, words};

/// All texts of a report joined, without spaces, each ended by a line feed.
pub(super) struct Corpus {
    squeezed: String,
    /// For each byte of `squeezed`, the index of its text and its byte offset in that text.
    origin: Vec<(u32, u32)>,
    /// For each byte of `squeezed`, whether a space precedes its character in the text.
    spaced: Vec<bool>,
}

impl Corpus {
    pub fn new(texts: &[Text]) -> Self {
        let mut corpus = Corpus { squeezed: String::new(), origin: Vec::new(), spaced: Vec::new() };
        for (index, text) in texts.iter().enumerate() {
            let mut spaced = false;
            for (at, c) in text.content.char_indices() {
                if c.is_whitespace() {
                    spaced = true;
                } else {
                    corpus.push(c, index, at, std::mem::take(&mut spaced));
                }
            }
            corpus.push('\n', index, text.content.len(), true);
        }
        corpus
    }

    fn push(&mut self, c: char, text: usize, at: usize, spaced: bool) {
        self.squeezed.push(c);
        self.spaced.extend((0..c.len_utf8()).map(|_| spaced));
        self.origin.extend((0..c.len_utf8()).map(|byte| (text as u32, (at + byte) as u32)));
    }

    /// The index of the text that a range of `squeezed` comes from, and the byte range in that text.
    fn place(&self, range: &Range<usize>) -> (usize, Range<usize>) {
        let (text, start) = self.origin[range.start];
        (text as usize, start as usize..self.origin[range.end - 1].1 as usize + 1)
    }
}

/// A name whose near misses are searched for.
pub(super) struct Name {
    /// The correct spelling.
    pub spelling: String,
    /// The most typos that a near miss can have.
    pub max_typos: usize,
    /// Whether the name may also be a common word. Then a near miss that differs in letters must overlap a word that is
    /// not in the dictionary, and one that differs only in marks must not follow an opening quote.
    pub may_be_common_word: bool,
}

impl Miss {
    /// Whether it cannot be anything but a misspelt name: it has a word that no dictionary has, or it is too long to be
    /// like a name of this kind by chance.
    pub fn is_certain(&self, name: &str) -> bool {
        self.has_unknown_word || name.chars().count() >= MIN_FOR_CERTAIN
    }
}

/// From this length in characters, text with a single typo is certainly the name, if no other names are alike.
const MIN_FOR_CERTAIN: usize = 15;

/// The longest name to search for, in characters. What is longer is a sentence, and the search takes time with the square
/// of the length.
const LONGEST: usize = 200;

/// A near miss of a name.
pub(super) struct Miss {
    /// The name's index in the list that was searched for.
    pub name_index: usize,
    pub text_index: usize,
    /// The byte range in the text's content.
    pub range: Range<usize>,
    /// Whether a word in it is in no dictionary, so that it is hardly another name.
    pub has_unknown_word: bool,
}

/// The places where a name is written with two of its words exchanged, in order. Each is the index of a text and the
/// byte range in that text.
pub(super) fn exchanged(corpus: &Corpus, name: &str) -> Vec<(usize, Range<usize>)> {
    let name = squeezed(name);
    if name.chars().count() > LONGEST {
        return Vec::new();
    }
    let right = Places::find(corpus, std::iter::once(name.as_str()));
    let parts: Vec<&str> = words::words(&name).into_iter().map(|word| &name[word.range]).collect();
    let mut found = Vec::new();
    // `words` skips everything but Thai letters. If the name has other characters, its words together are shorter than
    // the name, and nothing is found.
    for (a, b) in (0..parts.len()).flat_map(|a| (a + 1..parts.len()).map(move |b| (a, b))) {
        let mut other = parts.clone();
        other.swap(a, b);
        let other = other.concat();
        if other != name && other.len() == name.len() {
            let places = find_all(&corpus.squeezed, &other).map(|at| at..at + other.len());
            // A match that overlaps the correct name is part of it and of the text around it.
            found.extend(places.filter(|place| !right.overlaps(place)).map(|place| corpus.place(&place)));
        }
    }
    found.sort_by_key(|(text, range)| (*text, range.start));
    found
}

/// The near misses of names, in order. Among overlapping ones the first is kept, and the longest of those that begin at
/// the same place. `known` are additional correct names, which are not near misses. Values of placeholders are skipped.
pub(super) fn misses(corpus: &Corpus, texts: &[Text], names: &[Name], known: &[&str]) -> Vec<Miss> {
    let right =
        Places::find(corpus, names.iter().map(|name| name.spelling.as_str()).chain(known.iter().copied()));
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let pattern: Vec<char> = squeezed(&name.spelling).chars().collect();
        if pattern.len() > LONGEST {
            continue;
        }
        found.extend(doubled_ends(corpus, &name.spelling).map(|window| (index, window)));
        for window in windows(corpus, &pattern, name.max_typos) {
            let whole_text = corpus.origin[window.start].0 == corpus.origin[window.end - 1].0;
            if !right.covers(&window)
                && whole_text
                && is_typo(&corpus.squeezed, &window, &pattern, name.may_be_common_word)
            {
                found.push((index, window));
            }
        }
    }
    found.sort_by_key(|(_, window)| (window.start, usize::MAX - window.end));
    let mut misses: Vec<Miss> = Vec::new();
    let mut end = 0;
    for (name_index, window) in found {
        if window.start >= end {
            end = window.end;
            let (text_index, range) = corpus.place(&window);
            if !texts[text_index].is_filled_in(&range) {
                let has_unknown_word = has_unknown_word(&corpus.squeezed, &window);
                misses.push(Miss { name_index, text_index, range, has_unknown_word });
            }
        }
    }
    misses
}

/// The places of correctly spelt names in the corpus, in order.
struct Places {
    places: Vec<Range<usize>>,
    /// The length of the longest place in bytes.
    longest: usize,
}

impl Places {
    fn find<'n>(corpus: &Corpus, names: impl Iterator<Item = &'n str>) -> Self {
        let mut places: Vec<Range<usize>> = Vec::new();
        for name in names.map(squeezed).filter(|name| !name.is_empty()) {
            places.extend(find_all(&corpus.squeezed, &name).map(|at| at..at + name.len()));
        }
        places.sort_by_key(|place| (place.start, place.end));
        let longest = places.iter().map(Range::len).max().unwrap_or_default();
        Places { places, longest }
    }

    /// The places that overlap a window.
    fn overlapping(&self, window: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let end = self.places.partition_point(|place| place.start < window.end);
        let nearest = window.start.saturating_sub(self.longest);
        let (start, window) = (window.start, window.clone());
        self.places[..end]
            .iter()
            .rev()
            .take_while(move |place| place.start >= nearest)
            .filter(move |place| start < place.end && place.start < window.end)
    }

    fn overlaps(&self, window: &Range<usize>) -> bool {
        self.overlapping(window).next().is_some()
    }

    /// Whether the text in a window is correct because it overlaps a correctly spelt name. A name that lies within a
    /// longer window does not count: a misspelt name may contain a shorter, correct one.
    fn covers(&self, window: &Range<usize>) -> bool {
        self.overlapping(window).any(|place| {
            !(window.start <= place.start && place.end <= window.end && place.len() < window.len())
        })
    }
}

/// The byte offsets of the places where a text contains another.
fn find_all<'t>(text: &'t str, wanted: &'t str) -> impl Iterator<Item = usize> + 't {
    memchr::memmem::find_iter(text.as_bytes(), wanted.as_bytes())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The byte ranges of the corpus that differ from the pattern by at least one and at most `max_typos` typos. Empty if
/// the pattern has fewer than two characters per part.
fn windows(corpus: &Corpus, pattern: &[char], max_typos: usize) -> Vec<Range<usize>> {
    let (text, parts) = (&corpus.squeezed, max_typos + 1);
    let mut found = Vec::new();
    if pattern.len() < 2 * parts {
        return found;
    }
    for part in 0..parts {
        let (from, to) = (pattern.len() * part / parts, pattern.len() * (part + 1) / parts);
        let intact: String = pattern[from..to].iter().collect();
        let first: Vec<char> = pattern[..from].iter().rev().copied().collect();
        for at in find_all(text, &intact) {
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

/// The places where a correctly spelt name is followed by its last letter once more, which begins no word there.
fn doubled_ends(corpus: &Corpus, name: &str) -> impl Iterator<Item = Range<usize>> {
    let (text, name) = (&corpus.squeezed, squeezed(name));
    let last = name.chars().next_back().filter(|c| is_letter(*c) && !is_mark(*c));
    let places: Vec<usize> =
        last.map_or(Vec::new(), |_| find_all(text, &name).map(|at| at + name.len()).collect());
    let is_extra = move |end: &usize| {
        let Some(rest) = last.and_then(|last| text[*end..].strip_prefix(last)) else { return false };
        let after = Run::at_start(rest).as_str();
        let with_it = Run::at_start(&text[*end..]).as_str();
        !corpus.spaced[*end]
            && !after.starts_with(is_mark)
            && words::cost(with_it) >= words::cost(after) + words::UNKNOWN
    };
    let (name, extra) = (name.len(), last.map_or(0, char::len_utf8));
    places.into_iter().filter(is_extra).map(move |end| end - name..end + extra)
}

/// Whether two spellings differ only in marks and spaces.
pub(super) fn have_same_letters(one: &str, other: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| !is_mark(*c) && !c.is_whitespace()).collect::<String>();
    letters(one) == letters(other)
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

/// From this length in characters, text that begins like a name is not another word by chance.
const MIN_FOR_SAME_BEGINNING: usize = 8;
/// Below this length in characters, text with a different letter is a different name, as with abbreviations.
const MIN_FOR_OTHER_LETTER: usize = 6;

/// Whether the text in a window is a misspelt name, not other words that happen to be similar.
fn is_typo(text: &str, window: &Range<usize>, name: &[char], may_be_common_word: bool) -> bool {
    let written: Vec<char> = text[window.clone()].chars().collect();
    let after = text[window.end..].chars().next();
    let before = text[..window.start].chars().next_back();
    let starts_cluster =
        !written.first().is_some_and(|c| is_mark(*c)) && !before.is_some_and(|c| matches!(c, 'เ'..='ไ'));
    if written.contains(&'\n') || !starts_cluster || after.is_some_and(is_mark) {
        return false;
    }
    let letters =
        |characters: &[char]| characters.iter().filter(|c| !is_mark(**c)).copied().collect::<String>();
    if letters(&written) == letters(name) {
        // After an opening quote it is the name of something else.
        return !(may_be_common_word && before == Some('“'));
    }
    // Different digits, Latin letters or signs make a different name.
    let foreign =
        |characters: &[char]| characters.iter().filter(|c| !is_letter(**c)).copied().collect::<String>();
    if foreign(&written) != foreign(name) {
        return false;
    }
    // In a short name a different letter makes a different name, but exchanged letters are a typo.
    let exchanged = || {
        let sorted = |characters: &[char]| {
            let mut sorted = characters.to_vec();
            sorted.sort_unstable();
            sorted
        };
        sorted(&written) == sorted(name)
    };
    let begins_alike =
        name.len() >= MIN_FOR_SAME_BEGINNING && written.iter().zip(name).take(3).all(|(a, b)| a == b);
    (name.len() >= MIN_FOR_OTHER_LETTER || exchanged())
        && (!may_be_common_word && begins_alike || has_unknown_word(text, window))
}

/// Whether a word that overlaps a window is not in the dictionary.
fn has_unknown_word(text: &str, window: &Range<usize>) -> bool {
    let start = text[..window.start].rfind(|c| !is_letter(c)).map_or(0, |at| text.ceil_char_boundary(at + 1));
    let end = text[window.end..].find(|c| !is_letter(c)).map_or(text.len(), |at| window.end + at);
    // Runs of 600 bytes or more are not split into words. All their words count as known.
    let is_short = |from: usize, to: usize| to.saturating_sub(from) < 600;
    if !is_short(start, end) {
        return false;
    }
    words::words(&text[start..end]).iter().any(|word| {
        !word.known && start + word.range.start < window.end && window.start < start + word.range.end
    })
}
