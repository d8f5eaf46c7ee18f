//! Measures how similar two texts are by the letter trigrams that they share. Everything but letters is ignored, and so
//! are full names of months.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::thai::calendar::MONTHS;
use crate::thai::words::is_letter;

/// With fewer letters, texts may be nearly the same by chance.
const MIN_NEARLY_SAME: usize = 25;
/// With fewer letters, texts may be the same by chance.
const MIN_SAME: usize = 12;
/// The least likeness, in percent, of two texts that are nearly the same.
const NEARLY: u32 = 85;
/// With a lower likeness, in percent, one text does not count as contained in the other.
const RELATED: u32 = 60;
/// The least share of the shorter text's trigrams, in percent, that a longer text must have to contain it.
const CONTAINED: usize = 92;

/// The letters of a text, and its distinct trigrams in sorted order.
pub(super) struct Shingles {
    trigrams: Vec<[char; 3]>,
    letters: Vec<char>,
}

impl Shingles {
    pub fn new(text: &str) -> Self {
        // Texts that differ only in the month were copied, too.
        let text = MONTHS.iter().fold(Cow::Borrowed(text), |text, (month, _)| match text.contains(month) {
            true => Cow::Owned(text.replace(month, "")),
            false => text,
        });
        let letters: Vec<char> = text.chars().filter(|c| is_letter(*c) || c.is_ascii_alphabetic()).collect();
        let mut trigrams: Vec<[char; 3]> =
            letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect();
        trigrams.sort_unstable();
        trigrams.dedup();
        Shingles { trigrams, letters }
    }

    /// Whether the letters are the same, and too many to be the same by chance.
    pub fn is_same(&self, other: &Self) -> bool {
        self.letters == other.letters && self.letters.len() >= MIN_SAME
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.trigrams.iter().peekable(), other.trigrams.iter().peekable());
        let mut shared = 0;
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }

    /// Likeness in percent: the Dice coefficient of the trigrams. It is 100 only if the letters are the same, and 0 if
    /// the lengths differ so much that it could not reach `RELATED`.
    pub fn likeness(&self, other: &Self) -> u32 {
        if self.letters == other.letters {
            return 100;
        }
        let total = self.trigrams.len() + other.trigrams.len();
        // At best, all trigrams of the shorter text are shared.
        if 200 * self.trigrams.len().min(other.trigrams.len()) < RELATED as usize * total {
            return 0;
        }
        (200 * self.shared(other)).checked_div(total).map_or(0, |percent| percent.min(99) as u32)
    }

    /// How far one text repeats the other. `None` if they are not even nearly the same.
    pub fn repeats(&self, other: &Self) -> Option<Repeat> {
        if self.is_same(other) {
            return Some(Repeat::Same);
        }
        if self.letters.len().min(other.letters.len()) < MIN_NEARLY_SAME {
            return None;
        }
        let shorter = self.trigrams.len().min(other.trigrams.len());
        let likeness = self.likeness(other);
        let contained = || likeness >= RELATED && 100 * self.shared(other) >= CONTAINED * shorter;
        (likeness >= NEARLY || contained()).then_some(Repeat::Nearly(likeness))
    }
}

/// How far a text repeats another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    Same,
    /// With the likeness in percent.
    Nearly(u32),
}

impl Repeat {
    /// The value by which messages choose their wording.
    pub fn argument(self) -> &'static str {
        match self {
            Repeat::Same => "same",
            Repeat::Nearly(_) => "nearly",
        }
    }

    fn percent(self) -> u32 {
        match self {
            Repeat::Same => 100,
            Repeat::Nearly(percent) => percent,
        }
    }
}

/// The index of the other text that `text` repeats the most, and how far. `None` if it repeats none of them.
pub(super) fn most_repeated<'s>(
    text: &Shingles,
    others: impl Iterator<Item = (usize, &'s Shingles)>,
) -> Option<(usize, Repeat)> {
    let repeated = others.filter_map(|(index, other)| Some((index, text.repeats(other)?)));
    // `max_by_key` takes the last of equal maxima; `Reverse` makes it the first.
    repeated.max_by_key(|(index, repeat)| (repeat.percent(), Reverse(*index)))
}
