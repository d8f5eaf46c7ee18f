//! Words of Thai text: where a line of it may end.
//!
//! Thai is written without spaces between words. A run of Thai letters is cut into the fewest words of a dictionary,
//! common ones before rare ones; what the dictionary does not know is kept whole. Then the cuts are dropped at which
//! no careful writer would end a line: behind a bound prefix (การ, ความ, ผู้), before ๆ and ฯ, beside a lone letter.
//!
//! Compared in one run with the crate nlpo3 1.4 (newmm) and the same general list, on 33 kB of the examples, with the
//! first version of this code: 3 ms against 13 ms. nlpo3 cut behind prefixes and, by taking the longest word first,
//! within words (`กิจ|กรรมการ|ดำเนินงาน`); in its safe mode it also tore clusters of long texts (`กำก|ั|บ`).

use std::sync::LazyLock;

use fst::raw::{Fst, Output};

/// The dictionary of `data/lexicon/`, built by `build.rs`; the value of a word is its rarity, 0 to 9.
static GENERAL: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| {
    Fst::new(include_bytes!(concat!(env!("OUT_DIR"), "/words.fst")).as_slice()).expect("embedded dictionary")
});

/// Cost of a word, of a cluster that no word has, and of words so short that they are seldom meant.
const WORD: u64 = 100;
const UNKNOWN: u64 = 300;
const RARITY: u64 = 2;
const SHORT: u64 = 20;

/// What belongs to the word that follows.
const PREFIXES: [&str; 7] = ["การ", "ความ", "ผู้", "นัก", "ชาว", "น่า", "ข้อ"];

/// The longest name that is kept whole, in letters; longer ones have words of their own.
const LONGEST_NAME: usize = 20;

/// Names of a report that no dictionary has, as one automaton.
pub fn automaton_of_names<'n>(names: impl Iterator<Item = &'n str>) -> Vec<u8> {
    let mut words: Vec<&str> = names.filter_map(name_word).collect();
    words.sort_unstable();
    words.dedup();
    fst::Set::from_iter(words).map(|set| set.into_fst().into_inner()).unwrap_or_default()
}

/// What of a name is to be kept whole: `ม่วงหมู่` of `องค์การบริหารส่วนตำบลม่วงหมู่`.
fn name_word(name: &str) -> Option<&str> {
    let own = match longest_word(&GENERAL, name) {
        Some(kind) if kind < name.len() && name[kind..].chars().count() > 2 => &name[kind..],
        _ => name,
    };
    let letters = own.chars().count();
    let fits = (2..=LONGEST_NAME).contains(&letters) && own.chars().all(is_letter);
    fits.then_some(own)
}

/// Length of the longest word that the text begins with and that ends where a cluster does.
fn longest_word(dictionary: &Fst<&'static [u8]>, text: &str) -> Option<usize> {
    let boundaries = boundaries(text);
    let mut longest = None;
    each_prefix(dictionary, text.as_bytes(), |length, _| {
        if boundaries.get(length) == Some(&true) {
            longest = Some(length);
        }
    });
    longest
}

/// Whether the character is a Thai letter, vowel, mark, ๆ or ฯ: what words are made of.
pub fn is_letter(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}')
}

/// Where a run of Thai letters may be broken, in bytes, in order. `names` is an automaton of names.
pub fn breaks(run: &str, names: &[u8]) -> Vec<usize> {
    let names = Fst::new(names).ok();
    let tokens = tokens(run, names.as_ref());
    let between = tokens.windows(2).filter(|pair| may_break(run, &pair[0], &pair[1]));
    between.map(|pair| pair[1].start).collect()
}

#[derive(Debug, Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    known: bool,
}

/// The cheapest way from each boundary to the end of the run.
#[derive(Clone, Copy)]
struct Way {
    cost: u64,
    next: usize,
    known: bool,
}

/// The run cut into the fewest words.
fn tokens(run: &str, names: Option<&Fst<&[u8]>>) -> Vec<Token> {
    let boundaries = boundaries(run);
    let bytes = run.as_bytes();
    let mut ways: Vec<Option<Way>> = vec![None; run.len() + 1];
    ways[run.len()] = Some(Way { cost: 0, next: run.len(), known: true });
    for start in (0..run.len()).rev().filter(|at| boundaries[*at]) {
        let next = (start + 1..=run.len()).find(|at| boundaries[*at]).unwrap_or(run.len());
        let onward = |at: usize, cost: u64| ways[at].map_or(u64::MAX, |way| way.cost.saturating_add(cost));
        let mut best = Way { cost: onward(next, UNKNOWN), next, known: is_sign(&run[start..next]) };
        let mut consider = |length: usize, rarity: u64| {
            let end = start + length;
            if boundaries[end] {
                let word = &run[start..end];
                let short = match word.chars().count() {
                    // The list has the letters of the alphabet, which are no words within others.
                    1 if word != "ณ" => return,
                    1 | 2 => SHORT,
                    _ => 0,
                };
                let cost = onward(end, WORD + RARITY * rarity + short);
                if cost < best.cost {
                    best = Way { cost, next: end, known: true };
                }
            }
        };
        each_prefix(&GENERAL, &bytes[start..], &mut consider);
        if let Some(names) = names {
            each_prefix(names, &bytes[start..], |length, _| consider(length, 0));
        }
        ways[start] = Some(best);
    }
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(Way { next, known, .. }) = ways[at].filter(|_| at < run.len()) {
        match tokens.last_mut() {
            // Clusters that no word has are one unknown word together.
            Some(before) if !before.known && !known => before.end = next,
            _ => tokens.push(Token { start: at, end: next, known }),
        }
        at = next;
    }
    tokens
}

/// Calls with length and value of each word of the dictionary that the text begins with.
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

/// Whether a careful writer would end a line between two words.
fn may_break(run: &str, left: &Token, right: &Token) -> bool {
    let (before, after) = (&run[left.start..left.end], &run[right.start..right.end]);
    let long = |token: &Token, text: &str| token.known && text.chars().count() >= 3;
    let lone = |text: &str| text.chars().count() == 1 && text != "ณ";
    match (left.known, right.known) {
        _ if is_sign(after)
            || PREFIXES.contains(&before)
            || lone(before) && !is_sign(before)
            || lone(after) =>
        {
            false
        }
        (true, true) => true,
        (true, false) => long(left, before),
        (false, true) => long(right, after),
        (false, false) => false,
    }
}

/// ๆ and ฯ, which follow a word and are part of none.
fn is_sign(text: &str) -> bool {
    matches!(text, "ๆ" | "ฯ")
}

/// For each byte whether a cluster begins there: a letter with its marks and the vowels that lean on it.
fn boundaries(run: &str) -> Vec<bool> {
    let mut boundaries = vec![false; run.len() + 1];
    let mut leading = false;
    for (at, c) in run.char_indices() {
        let leans = matches!(c, '\u{E30}'..='\u{E3A}' | '\u{E45}' | '\u{E47}'..='\u{E4E}');
        boundaries[at] = at == 0 || !(leans || leading);
        leading = matches!(c, '\u{E40}'..='\u{E44}');
    }
    boundaries[run.len()] = true;
    boundaries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let names = automaton_of_names(["องค์การบริหารส่วนตำบลม่วงหมู่", "กองป่าไม้"].into_iter());
        let mut out = String::new();
        let mut from = 0;
        for at in breaks(text, &names) {
            out += &text[from..at];
            out.push('|');
            from = at;
        }
        out + &text[from..]
    }

    #[test]
    fn words_of_the_field_are_whole() {
        for (text, expected) in [
            ("ตัวชี้วัดที่กำหนด", "ตัวชี้วัดที่|กำหนด"),
            ("เจ้าหน้าที่ผู้มีหน้าที่รับผิดชอบ", "เจ้าหน้าที่|ผู้มีหน้าที่|รับผิดชอบ"),
            ("ผู้รับผิดชอบดำเนินการปรับปรุงข้อมูล", "ผู้รับผิดชอบ|ดำเนินการ|ปรับปรุง|ข้อมูล"),
            ("องค์การบริหารส่วนตำบลม่วงหมู่จึงได้จัดทำ", "องค์การบริหารส่วนตำบล|ม่วงหมู่|จึง|ได้|จัดทำ"),
            ("ประชุมคณะทำงานประจำปีงบประมาณ", "ประชุม|คณะทำงาน|ประจำ|ปีงบประมาณ"),
            ("คะแนนเฉลี่ยกำกับข้อมูล", "คะแนนเฉลี่ย|กำกับ|ข้อมูล"),
        ] {
            assert_eq!(cut(text), expected);
        }
    }

    #[test]
    fn prefixes_signs_and_lone_letters_stay_with_their_word() {
        assert_eq!(cut("การบริหาร"), "การบริหาร");
        assert_eq!(cut("มาตรการฯของ"), "มาตรการฯ|ของ");
        assert_eq!(cut("ต่างๆภายใน"), "ต่างๆ|ภายใน");
        assert!(!cut("ความเชื่อมโยง").starts_with("ความ|"));
    }

    #[test]
    fn what_no_dictionary_has_is_not_torn() {
        assert_eq!(cut("ฆฌซฮฎฏ"), "ฆฌซฮฎฏ");
        assert_eq!(cut("คณะทำงานฬฆซฌ"), "คณะทำงาน|ฬฆซฌ");
    }

    #[test]
    fn anything_can_be_cut() {
        for text in ["", "ก", "เ", "์", "ๆๆๆ", "ฯลฯ", "เเเ", "ะาำ", "กกกกกกกกกกกกกกกกกกกกกกกกกกกกกก"]
        {
            for at in breaks(text, &[]) {
                assert!(text.is_char_boundary(at) && at > 0 && at < text.len());
            }
        }
    }
}
