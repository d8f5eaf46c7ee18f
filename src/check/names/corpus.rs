//! The texts of a report as one, in which names are searched for.

use std::ops::Range;

use memchr::memmem;

use crate::check::text::Text;
use crate::thai::characters::is_letter;

/// All texts of a report joined, without spaces, each ended by a line feed.
pub(in crate::check) struct Corpus {
    pub(super) squeezed: String,
    /// For each byte of `squeezed`, the index of its text and its byte offset in that text.
    pub(super) origin: Vec<(u32, u32)>,
    /// For each byte of `squeezed`, whether a space precedes its character in the text.
    pub(super) spaced: Vec<bool>,
    trigrams: Trigrams,
}

impl Corpus {
    pub fn new(texts: &[Text]) -> Self {
        let mut corpus = Corpus {
            squeezed: String::new(),
            origin: Vec::new(),
            spaced: Vec::new(),
            trigrams: Trigrams::default(),
        };
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
        corpus.trigrams = Trigrams::of(&corpus.squeezed);
        corpus
    }

    /// The byte offsets in `squeezed` of the places where it contains a text.
    pub(super) fn find_all<'t>(&'t self, wanted: &'t str) -> impl Iterator<Item = usize> + 't {
        let may_be_there = self.trigrams.may_have_all(wanted);
        may_be_there
            .then(|| memmem::find_iter(self.squeezed.as_bytes(), wanted.as_bytes()))
            .into_iter()
            .flatten()
    }

    fn push(&mut self, c: char, text: usize, at: usize, spaced: bool) {
        self.squeezed.push(c);
        self.spaced.extend((0..c.len_utf8()).map(|_| spaced));
        self.origin.extend((0..c.len_utf8()).map(|byte| (text as u32, (at + byte) as u32)));
    }

    /// The Thai letters right before a place, from `start` or the nearest space after it on.
    pub(super) fn letters_before(&self, start: usize, at: usize) -> &str {
        let mut first = at;
        for (letter, c) in self.squeezed[start.min(at)..at].char_indices().rev() {
            if !is_letter(c) || self.is_spaced(first) {
                break;
            }
            first = start + letter;
        }
        &self.squeezed[first..at]
    }

    /// Where the letters around a place begin and end that tell where a name there begins and ends.
    pub(super) fn around(&self, place: &Range<usize>) -> Range<usize> {
        let far = NEAR * 'ก'.len_utf8();
        let end = self.squeezed.floor_char_boundary((place.end + far).min(self.squeezed.len()));
        self.squeezed.floor_char_boundary(place.start.saturating_sub(far))..end
    }

    /// The Thai letters from a place up to `end`, or up to the nearest space.
    pub(super) fn letters_after(&self, at: usize, end: usize) -> &str {
        let goes_on = |(letter, c): &(usize, char)| is_letter(*c) && !self.spaced[at + letter];
        let length = self.squeezed[at..end.max(at)].char_indices().take_while(goes_on).last();
        &self.squeezed[at..at + length.map_or(0, |(letter, c)| letter + c.len_utf8())]
    }

    /// Whether a space precedes the character at a place.
    pub(super) fn is_spaced(&self, at: usize) -> bool {
        self.spaced.get(at).is_some_and(|spaced| *spaced)
    }

    /// Whether a space lies within a range.
    pub(super) fn has_space(&self, range: &Range<usize>) -> bool {
        let first = self.squeezed[range.clone()].chars().next().map_or(0, char::len_utf8);
        self.spaced[range.start + first..range.end.max(range.start + first)].contains(&true)
    }

    /// The index of the text that a range of `squeezed` comes from, and the byte range in that text.
    pub(super) fn place(&self, range: &Range<usize>) -> (usize, Range<usize>) {
        let (text, start) = self.origin[range.start];
        (text as usize, start as usize..self.origin[range.end - 1].1 as usize + 1)
    }
}

/// So many letters beside a name tell where it begins and ends.
const NEAR: usize = 24;

/// Which groups of three characters a text has. Hundreds of names are searched for, and most are not there: this tells so
/// without a search. A group that is not there may seem to be, because groups share places in the table.
#[derive(Default)]
struct Trigrams(Vec<bool>);

impl Trigrams {
    const PLACES: u32 = 1 << 16;

    fn of(text: &str) -> Self {
        let mut present = vec![false; Self::PLACES as usize];
        places(text).for_each(|place| present[place] = true);
        Trigrams(present)
    }

    /// Whether a text may have been a part of the text that this was made of.
    fn may_have_all(&self, text: &str) -> bool {
        places(text).all(|place| self.0[place])
    }
}

/// The place in the table of each group of three characters.
fn places(text: &str) -> impl Iterator<Item = usize> {
    // The Thai block has 128 codes, so a Thai group has nearly its own place.
    let of = |(a, b, c): (char, char, char)| {
        let code = u32::from(a).wrapping_mul(49_157) ^ u32::from(b).wrapping_mul(769) ^ u32::from(c);
        (code % Trigrams::PLACES) as usize
    };
    text.chars().zip(text.chars().skip(1)).zip(text.chars().skip(2)).map(move |((a, b), c)| of((a, b, c)))
}

pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
