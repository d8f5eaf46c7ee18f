//! Runs of Thai letters: the type of what the dictionary can cut into words. Only a run has letter codes, so text of
//! another script never reaches the dictionary.

use std::ops::Range;

use super::characters::is_letter;

/// The code of ์, the mark of silent letters.
const SILENT: u8 = 0x4C;
/// The length of a Thai letter in UTF-8, in bytes.
const BYTES: usize = 3;

/// A stretch of a text that has only Thai letters, as [`is_letter`] defines them. It may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run<'t>(&'t str);

impl<'t> Run<'t> {
    /// The run that a text begins with. Empty if the text begins with something else.
    pub fn at_start(text: &'t str) -> Self {
        Run(&text[..text.find(|c| !is_letter(c)).unwrap_or(text.len())])
    }

    /// All runs of a text, each with its byte offset in the text. None is empty.
    pub fn all(text: &'t str) -> impl Iterator<Item = (usize, Self)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at + text[at..].find(is_letter)?;
            let run = Run::at_start(&text[start..]);
            at = start + run.0.len();
            Some((start, run))
        })
    }

    /// The run as text.
    pub fn as_str(self) -> &'t str {
        self.0
    }

    /// The number of its letters, marks included.
    pub fn letter_count(self) -> usize {
        self.0.len() / BYTES
    }

    /// The letters with these numbers, marks included.
    pub(super) fn letters(self, range: Range<usize>) -> Self {
        Run(&self.0[range.start * BYTES..range.end * BYTES])
    }

    /// The byte offset of the letter with this number.
    pub(super) fn byte_of(letter: usize) -> usize {
        letter * BYTES
    }

    /// Its letters as codes of the dictionary: offsets in Unicode's Thai block, as in `build.rs`.
    pub(super) fn codes(self) -> Vec<u8> {
        self.0.chars().map(|c| (u32::from(c) - 0xE00) as u8).collect()
    }
}

/// For each letter code of a run and for its end: whether a cluster begins there. A cluster is a letter with its marks,
/// its vowels and the silent consonants that follow.
pub(super) fn cluster_starts(codes: &[u8]) -> Vec<bool> {
    let mut leading = false;
    let silent = |at: usize| match codes.get(at + 1..) {
        // A consonant is silent if ์ follows, or a vowel and ์ (สิทธิ์, พันธุ์).
        Some([SILENT, ..] | [0x34 | 0x38, SILENT, ..]) => true,
        _ => false,
    };
    let begins = |(at, code): (usize, &u8)| {
        let leans = matches!(code, 0x30..=0x3A | 0x45 | 0x47..=0x4E) || silent(at);
        let begins = at == 0 || !(leans || leading);
        leading = matches!(code, 0x40..=0x44);
        begins
    };
    let mut starts: Vec<bool> = codes.iter().enumerate().map(begins).collect();
    starts.push(true);
    starts
}
