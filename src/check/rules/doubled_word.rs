use std::ops::Range;

use super::{Facts, Finding, rule};
use crate::check::text::Text;
use crate::thai::characters::is_mark;
use crate::thai::words::{self, is_letter};

rule! {
    /// A word that stands twice.
    ///
    /// Most often a slip of copying: `การการป้องกัน`. What only looks doubled is left alone (`เจ้าหน้าที่ที่รับผิดชอบ`,
    /// `โครงการการจัดซื้อ`).
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการการการป้องกันการทุจริต"
    /// ```
    /// # ไทย
    /// คำซ้ำติดกัน
    ///
    /// มักเกิดจากการพิมพ์หรือลอกข้อความ เช่น “การการป้องกัน” ส่วนที่ดูเหมือนซ้ำแต่ถูกต้องไม่นับ (เจ้าหน้าที่ที่รับผิดชอบ โครงการการจัดซื้อ)
    "doubled-word", check
}

/// The longest thing looked for, in letters.
const LONGEST: usize = 30;
/// Words that stand beside themselves rightly; digits spelt out do (จุดหกหก).
const RIGHTLY: [&str; 13] =
    ["ที่", "ๆ", "ต่าง", "ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
/// What is doubled by a slip even where another word follows in one or a space lies between.
const JOINING: [&str; 20] = [
    "การ",
    "ความ",
    "ผู้",
    "และ",
    "หรือ",
    "ของ",
    "ใน",
    "ให้",
    "โดย",
    "จาก",
    "กับ",
    "เพื่อ",
    "ได้",
    "เป็น",
    "มี",
    "ซึ่ง",
    "ตาม",
    "ว่า",
    "แต่",
    "จะ",
];

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for text in &facts.texts {
        for run in words::runs(&text.content) {
            in_run(text, run.clone(), found);
            over_space(text, run, found);
        }
    }
}

fn report(text: &Text, range: Range<usize>, word: &str, found: &mut Vec<Finding>) {
    if !text.is_filled_in(&range) {
        found.push(
            Finding::warning("doubled-word", text.span(range.clone()))
                .with("written", &text.content[range])
                .with("word", word),
        );
    }
}

/// A word that follows itself within a run of letters.
fn in_run(text: &Text, run: Range<usize>, found: &mut Vec<Finding>) {
    let letters: Vec<(usize, char)> = text.content[run.clone()].char_indices().collect();
    let mut boundaries: Option<Vec<usize>> = None;
    let mut at = 0;
    while at < letters.len() {
        let length = (2..=LONGEST.min((letters.len() - at) / 2)).rev().find(|length| {
            let (once, twice) = (&letters[at..at + length], &letters[at + length..at + 2 * length]);
            once.iter().zip(twice).all(|(a, b)| a.1 == b.1)
                && !is_mark(once[0].1)
                && letters.get(at + 2 * length).is_none_or(|next| !is_mark(next.1))
        });
        let Some(length) = length else {
            at += 1;
            continue;
        };
        let place = |index: usize| letters.get(index).map_or(run.len(), |letter| letter.0);
        let (first, second, end) = (place(at), place(at + length), place(at + 2 * length));
        let word = &text.content[run.start + first..run.start + second];
        let boundaries = boundaries.get_or_insert_with(|| {
            words::words(&text.content[run.clone()])
                .iter()
                .map(|word| word.range.start)
                .chain([run.len()])
                .collect()
        });
        let apart = boundaries.contains(&first)
            && (boundaries.contains(&second) || JOINING.contains(&word))
            && (boundaries.contains(&end) || JOINING.contains(&word));
        if apart && !RIGHTLY.contains(&word) {
            report(text, run.start + first..run.start + end, word, found);
            at += 2 * length;
        } else {
            at += 1;
        }
    }
}

/// A joining word that stands alone and again behind a space.
fn over_space(text: &Text, run: Range<usize>, found: &mut Vec<Finding>) {
    let (word, end) = (&text.content[run.clone()], run.end);
    let behind = text.content[end..].trim_start_matches(' ');
    let gap = text.content[end..].len() - behind.len();
    let Some(joining) = JOINING.iter().find(|joining| {
        gap > 0
            && word.ends_with(**joining)
            && behind.strip_prefix(**joining).is_some_and(|rest| !rest.starts_with(is_mark))
    }) else {
        return;
    };
    // The first has to be a word of its own, the second too or the beginning of one.
    let cut = words::words(word);
    let whole = cut.last().is_some_and(|last| &word[last.range.clone()] == *joining);
    let run = &behind[..behind.find(|c| !is_letter(c)).unwrap_or(behind.len())];
    let begins = words::words(run).first().is_some_and(|first| &run[first.range.clone()] == *joining)
        || matches!(*joining, "การ" | "ความ");
    if whole && begins {
        report(text, end - joining.len()..end + gap + joining.len(), joining, found);
    }
}
