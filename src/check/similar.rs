//! Measures how similar two texts are by the letter trigrams that they share, and finds the texts of a list that are most
//! similar to one. Everything but letters is ignored, and so are full names of months.

use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::thai::calendar::MONTHS;
use crate::thai::characters::is_letter;

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

static MONTH_NAMES: LazyLock<Regex> = LazyLock::new(|| {
    let names = MONTHS.map(|(name, _)| name).join("|");
    Regex::new(&names).expect("a list of names")
});

/// The letters of a text, and its distinct trigrams in sorted order.
pub(super) struct Shingles {
    trigrams: Vec<Trigram>,
    letters: String,
    letter_count: usize,
}

/// Three letters, each in one byte: a Thai letter as its place in Unicode's Thai block with the highest bit set.
type Trigram = [u8; 3];

impl Shingles {
    pub fn new(text: &str) -> Self {
        // Texts that differ only in the month were copied, too.
        let text: Cow<str> = MONTH_NAMES.replace_all(text, "");
        let letters: String = text.chars().filter(|c| is_letter(*c) || c.is_ascii_alphabetic()).collect();
        let code = |c: char| if c.is_ascii() { c as u8 } else { 0x80 | (u32::from(c) & 0x7F) as u8 };
        let codes: Vec<u8> = letters.chars().map(code).collect();
        let mut trigrams: Vec<Trigram> =
            codes.windows(3).map(|three| [three[0], three[1], three[2]]).collect();
        trigrams.sort_unstable();
        trigrams.dedup();
        Shingles { trigrams, letters, letter_count: codes.len() }
    }

    /// Whether the letters are the same, and too many to be the same by chance.
    pub fn is_same(&self, other: &Self) -> bool {
        self.letters == other.letters && self.letter_count >= MIN_SAME
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
        if self.letter_count.min(other.letter_count) < MIN_NEARLY_SAME {
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

/// A trigram counts in so many texts that have it, the first ones. With the next constants, this keeps the time of a
/// search from growing with the number of texts. Only in lists of more than so many texts can a similar one be missed.
const COUNTED: usize = 128;
/// So many texts are compared exactly: those that seem most similar because of the trigrams counted.
const COMPARED: usize = 16;
/// Texts below this likeness, in percent, as far as the trigrams counted show it, are not compared. It is less than
/// `RELATED`, because not all trigrams are counted.
const SEEMING: u32 = 20;

/// Texts of measures by their exact wording. Within a measure only a text that is there twice is a repetition: two texts
/// that differ in a figure or a name may both be right.
#[derive(Default)]
pub(super) struct Verbatim<'t>(HashMap<(usize, &'t str), usize>);

impl<'t> Verbatim<'t> {
    /// Adds a text of a list, and returns the first one of the same measure that reads the same. `None` for a short text.
    pub fn add(&mut self, index: usize, measure: usize, text: &'t str) -> Option<usize> {
        if text.chars().filter(|c| is_letter(*c)).count() < MIN_SAME {
            return None;
        }
        match *self.0.entry((measure, text.trim())).or_insert(index) {
            first if first == index => None,
            first => Some(first),
        }
    }
}

/// For the letters of texts, the first text that has them, and the first of another measure.
#[derive(Default)]
pub(super) struct SameLetters(HashMap<String, Vec<Place>>);

/// The place of a text in a list, and the measure that it belongs to.
#[derive(Debug, Clone, Copy)]
struct Place {
    index: usize,
    measure: usize,
}

impl SameLetters {
    /// Texts must be added in their order.
    pub fn add(&mut self, index: usize, measure: usize, text: &Shingles) {
        let places = self.0.entry(text.letters.clone()).or_default();
        if places.is_empty() || places.len() == 1 && places[0].measure != measure {
            places.push(Place { index, measure });
        }
    }

    /// The first text of another measure with the same letters, if these are too many to be the same by chance.
    pub fn first_of_other(&self, measure: usize, text: &Shingles) -> Option<usize> {
        let place = self.0.get(&text.letters)?.iter().find(|place| place.measure != measure)?;
        (text.letter_count >= MIN_SAME).then_some(place.index)
    }
}

/// A list of texts, in which those similar to one text are found without a comparison with each. Every text belongs to a
/// measure.
pub(super) struct Index {
    texts: Vec<(usize, Shingles)>,
    same: SameLetters,
    /// The first texts that have a trigram, in order.
    having: HashMap<Trigram, Vec<u32>>,
    /// For each text, how many of the trigrams that are being counted it has. All are 0 between searches.
    shared: RefCell<Vec<u16>>,
}

impl Index {
    pub fn new(texts: impl Iterator<Item = (usize, Shingles)>) -> Self {
        let texts: Vec<(usize, Shingles)> = texts.collect();
        let (mut same, mut having) = (SameLetters::default(), HashMap::<Trigram, Vec<u32>>::new());
        for (at, (measure, text)) in texts.iter().enumerate() {
            same.add(at, *measure, text);
            for trigram in &text.trigrams {
                let having = having.entry(*trigram).or_default();
                if having.len() < COUNTED {
                    having.push(at as u32);
                }
            }
        }
        Index { shared: RefCell::new(vec![0; texts.len()]), texts, same, having }
    }

    pub fn text(&self, at: usize) -> &Shingles {
        &self.texts[at].1
    }

    /// The earlier text of another measure that the text at `at` repeats the most, and how far.
    pub fn most_repeated(&self, at: usize) -> Option<(usize, Repeat)> {
        let (measure, text) = &self.texts[at];
        if let Some(first) = self.same.first_of_other(*measure, text).filter(|first| *first < at) {
            return Some((first, Repeat::Same));
        }
        let others = self.similar(text, at, Some(*measure), SEEMING).into_iter();
        let repeated = others.filter_map(|other| Some((other, text.repeats(self.text(other))?)));
        repeated.max_by_key(|(other, repeat)| (repeat.percent(), Reverse(*other)))
    }

    /// The likeness of the text that is most like `text`, in percent. 0 if the list is empty.
    pub fn greatest_likeness(&self, text: &Shingles) -> u32 {
        if self.same.0.contains_key(&text.letters) {
            return 100;
        }
        let similar = self.similar(text, self.texts.len(), None, 0).into_iter();
        similar.map(|at| text.likeness(self.text(at))).max().unwrap_or_default()
    }

    /// The texts before `end` that seem most similar to `text`, with at least this likeness in percent. Texts of the
    /// measure `except` are left out.
    fn similar(&self, text: &Shingles, end: usize, except: Option<usize>, least: u32) -> Vec<usize> {
        let mut shared = self.shared.borrow_mut();
        let mut sharing: Vec<usize> = Vec::new();
        for having in text.trigrams.iter().filter_map(|trigram| self.having.get(trigram)) {
            let earlier = having.iter().map(|at| *at as usize).take_while(|at| *at < end);
            for at in earlier.filter(|at| Some(self.texts[*at].0) != except) {
                if shared[at] == 0 {
                    sharing.push(at);
                }
                shared[at] += 1;
            }
        }
        let likeness = |at: usize| {
            let shared = usize::from(std::mem::take(&mut shared[at]));
            (10_000 * 2 * shared / (text.trigrams.len() + self.text(at).trigrams.len()), Reverse(at))
        };
        let mut similar: Vec<_> = sharing.into_iter().map(likeness).collect();
        similar.retain(|(likeness, _)| *likeness >= 100 * least as usize);
        if similar.len() > COMPARED {
            similar.select_nth_unstable_by_key(COMPARED, |likeness| Reverse(*likeness));
            similar.truncate(COMPARED);
        }
        similar.into_iter().map(|(_, Reverse(at))| at).collect()
    }
}
