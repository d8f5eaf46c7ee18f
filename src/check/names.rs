//! Finds near misses of names: text that differs from a name by one or two typos in letters or marks.
//!
//! All texts are searched at once, without their spaces. If a name has at most n typos and is divided into n+1 parts,
//! at least one part is intact. So text is compared only around places where a part occurs. One kind of typo can be
//! missed: two letters exchanged across the boundary of two parts.

mod corpus;
mod windows;

use std::ops::Range;

pub(super) use corpus::Corpus;
use corpus::squeezed;
use windows::{settled, windows};

use super::text::Text;
use super::words::WORDS;
use crate::thai::characters::{is_letter, is_mark};
use crate::thai::words;

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
            let places = corpus.find_all(&other).map(|at| at..at + other.len());
            // A match that overlaps the correct name is part of it and of the text around it. Over a space, the parts are
            // those of two names: `อำเภอเมืองน่าน จังหวัดน่าน`.
            let places = places.filter(|place| !right.overlaps(place) && !corpus.has_space(place));
            found.extend(places.map(|place| corpus.place(&place)));
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
        found.extend(doubled_edges(corpus, &name.spelling).map(|window| (index, window)));
        for window in windows(corpus, &pattern, name.max_typos) {
            let window = settled(corpus, window, &name.spelling);
            let whole_text = corpus.origin[window.start].0 == corpus.origin[window.end - 1].0;
            if !right.covers(&window)
                && whole_text
                && !is_other_body(corpus, &window, &pattern)
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
            places.extend(corpus.find_all(&name).map(|at| at..at + name.len()));
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

/// Whether an abbreviation before the last dot makes it the name of another body: อบต.บ้านแป้น is not ทต.บ้านแป้น. A space
/// within an abbreviation parts two words, too.
fn is_other_body(corpus: &Corpus, window: &Range<usize>, name: &[char]) -> bool {
    let Some(dot) = name.iter().rposition(|c| *c == '.') else { return false };
    let Some(end) = corpus.squeezed[window.clone()].rfind('.').map(|at| window.start + at) else {
        return true;
    };
    let own: String = name[..dot].iter().collect();
    let in_head = |c: char| is_letter(c) || c == '.';
    let start = corpus.squeezed[..end].char_indices().rev().take_while(|(_, c)| in_head(*c)).last();
    let mut start = start.map_or(end, |(at, _)| at);
    // What lies before a space is no part of it.
    if let Some(space) = (start + 1..end).rev().find(|at| corpus.is_spaced(*at)) {
        start = start.max(corpus.squeezed.floor_char_boundary(space));
    }
    let head = &corpus.squeezed[start..end];
    let others = WORDS.names.abbreviations.iter().filter(|other| **other != own);
    let is_other = others.filter_map(|other| head.strip_suffix(other.as_str())).any(|before| {
        words::cost(before) < words::UNKNOWN || words::words(before).iter().all(|word| word.known)
    });
    window.start < start || is_other && !head.ends_with(&own)
}

/// The places where a correctly spelt name follows its first letter or is followed by its last letter once more, and that
/// letter belongs to no word there.
fn doubled_edges(corpus: &Corpus, name: &str) -> impl Iterator<Item = Range<usize>> {
    let (text, name) = (&corpus.squeezed, squeezed(name));
    let letter = |c: Option<char>| c.filter(|c| is_letter(*c) && !is_mark(*c));
    let (first, last) = (letter(name.chars().next()), letter(name.chars().next_back()));
    let is_extra =
        |with_it: &str, without: &str| words::cost(with_it) >= words::cost(without) + words::UNKNOWN;
    let places: Vec<usize> = corpus.find_all(&name).collect();
    let mut found = Vec::new();
    for at in places {
        let end = at + name.len();
        let around = corpus.around(&(at..end));
        if let Some(first) = first.filter(|first| text[..at].ends_with(*first) && !corpus.spaced[at]) {
            let start = at - first.len_utf8();
            // A leading vowel would be that of the letter.
            let follows_vowel = text[..start].ends_with(|c| matches!(c, 'เ'..='ไ'));
            if !follows_vowel
                && is_extra(
                    corpus.letters_before(around.start, at),
                    corpus.letters_before(around.start, start),
                )
            {
                found.push(start..end);
            }
        }
        if let Some(last) = last.filter(|last| text[end..].starts_with(*last) && !corpus.is_spaced(end)) {
            let extra = end + last.len_utf8();
            let after = corpus.letters_after(extra, around.end);
            if !after.starts_with(is_mark) && is_extra(corpus.letters_after(end, around.end), after) {
                found.push(at..extra);
            }
        }
    }
    found.into_iter()
}

/// Whether two spellings differ only in marks and spaces.
pub(super) fn have_same_letters(one: &str, other: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| !is_mark(*c) && !c.is_whitespace()).collect::<String>();
    letters(one) == letters(other)
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
    let starts_cluster = !written.first().is_some_and(|c| is_mark(*c) || matches!(c, 'ะ' | 'า' | 'ำ' | 'ๅ'))
        && !before.is_some_and(|c| matches!(c, 'เ'..='ไ'));
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
    // If a letter is lost, fewer of those before it are left.
    let same = if written.len() < name.len() { 2 } else { 3 };
    let begins_alike =
        name.len() >= MIN_FOR_SAME_BEGINNING && written.iter().zip(name).take(same).all(|(a, b)| a == b);
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
