//! How much two texts are alike: by the threes of letters they share, whatever their spaces and digits.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::thai::calendar::MONTHS;
use crate::thai::words::is_letter;

/// Shorter texts are nearly alike by chance, and the same by chance, in letters.
const LONG: usize = 25;
const SHORT: usize = 12;
/// From this likeness on, in percent, one text is nearly the other.
const NEARLY: u32 = 85;
/// Below this likeness, in percent, a part that stands in both means nothing.
const RELATED: u32 = 60;
/// From this part of the shorter text on, in percent, it is nearly all of the longer one.
const CONTAINED: usize = 92;

/// The threes of letters of a text, each once, in order.
pub(super) struct Shingles {
    threes: Vec<[char; 3]>,
    letters: Vec<char>,
}

impl Shingles {
    pub fn new(text: &str) -> Self {
        // What differs in a month only was copied all the same.
        let text = MONTHS.iter().fold(Cow::Borrowed(text), |text, (month, _)| match text.contains(month) {
            true => Cow::Owned(text.replace(month, "")),
            false => text,
        });
        let letters: Vec<char> = text.chars().filter(|c| is_letter(*c) || c.is_ascii_alphabetic()).collect();
        let mut threes: Vec<[char; 3]> =
            letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect();
        threes.sort_unstable();
        threes.dedup();
        Shingles { threes, letters }
    }

    /// Whether the letters are the same, and enough of them for that to mean something.
    pub fn is_same(&self, other: &Self) -> bool {
        self.letters == other.letters && self.letters.len() >= SHORT
    }

    fn shared(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.threes.iter().peekable(), other.threes.iter().peekable());
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

    /// Likeness in percent: 100 for the same letters and only for those.
    pub fn likeness(&self, other: &Self) -> u32 {
        if self.letters == other.letters {
            return 100;
        }
        let all = self.threes.len() + other.threes.len();
        // So different in length that they cannot be alike.
        if 200 * self.threes.len().min(other.threes.len()) < RELATED as usize * all {
            return 0;
        }
        (200 * self.shared(other)).checked_div(all).map_or(0, |percent| percent.min(99) as u32)
    }

    /// How far one repeats the other.
    pub fn repeats(&self, other: &Self) -> Option<Repeat> {
        if self.is_same(other) {
            return Some(Repeat::Same);
        }
        if self.letters.len().min(other.letters.len()) < LONG {
            return None;
        }
        let shorter = self.threes.len().min(other.threes.len());
        let likeness = self.likeness(other);
        let contained = || likeness >= RELATED && 100 * self.shared(other) >= CONTAINED * shorter;
        (likeness >= NEARLY || contained()).then_some(Repeat::Nearly(likeness))
    }
}

/// How far a text repeats another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    Same,
    /// With its likeness in percent.
    Nearly(u32),
}

impl Repeat {
    /// As messages choose their words by.
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

/// The text among some that is repeated the most, its index, and how far.
pub(super) fn most_repeated<'s>(
    said: &Shingles,
    others: impl Iterator<Item = (usize, &'s Shingles)>,
) -> Option<(usize, Repeat)> {
    let repeated = others.filter_map(|(index, other)| Some((index, said.repeats(other)?)));
    // Of equally good ones the first.
    repeated.max_by_key(|(index, repeat)| (repeat.percent(), Reverse(*index)))
}
