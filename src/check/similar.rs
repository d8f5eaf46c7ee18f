//! How much two texts are alike: by the threes of letters they share, whatever their spaces and digits.

use std::borrow::Cow;

use crate::thai::calendar::MONTHS;
use crate::thai::words::is_letter;

/// Shorter texts are alike by chance, in letters.
const LONG: usize = 25;
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
    pub fn of(text: &str) -> Self {
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

    /// Whether it is long enough for likeness to mean something.
    pub fn is_long(&self) -> bool {
        self.letters.len() >= LONG
    }

    /// Whether the letters are the same.
    pub fn is_same(&self, other: &Self) -> bool {
        self.letters == other.letters
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
        if self.is_same(other) {
            return 100;
        }
        let all = self.threes.len() + other.threes.len();
        // So different in length that they cannot be alike.
        if 200 * self.threes.len().min(other.threes.len()) < RELATED as usize * all {
            return 0;
        }
        (200 * self.shared(other)).checked_div(all).map_or(0, |percent| percent.min(99) as u32)
    }

    /// Whether one is nearly the other, or nearly all of one stands in the other; `likeness` is theirs.
    pub fn is_nearly(&self, other: &Self, likeness: u32) -> bool {
        let shorter = self.threes.len().min(other.threes.len());
        let contained = likeness >= RELATED && 100 * self.shared(other) >= CONTAINED * shorter;
        likeness >= NEARLY || contained
    }
}
