//! Line breaks of Thai by words: the function `thai-breaks` of templates, which marks where a text may be broken.
//!
//! `common/page.typ` calls it from one show rule on all text, so that bookmarks and metadata, which no show rule
//! touches, stay free of marks; `text_layer` takes them out of the text layer again. Typst itself would break Thai
//! by a statistical model that tears words and takes two thirds of the time. It does not do so for a language that it
//! breaks without such models, so the show rule sets the text as one of these, and `text_layer` sets it back to Thai.

use typst::foundations::Bytes;
use typst_library::foundations::Str;
use typst_macros::func;

use crate::thai::words;

/// A place to break a line that has no width.
pub(super) const BREAK: char = '\u{200B}';
/// A space that no line is broken at.
pub(super) const TIED_SPACE: char = '\u{A0}';

/// Units that stay on the line of their number, and words that stay on the line of the number that follows.
const UNITS: [&str; 12] =
    ["คะแนน", "บาท", "คน", "ราย", "ครั้ง", "ข้อ", "หน้า", "วัน", "เดือน", "ปี", "ตัวชี้วัด", "มาตรการ"];
const BEFORE_NUMBERS: [&str; 9] = ["พ.ศ.", "ตัวชี้วัดที่", "มาตรการที่", "ข้อ", "ข้อที่", "หมู่", "หมู่ที่", "ร้อยละ", "ปี"];

/// Marks in a text where lines may be broken: between Thai words. Spaces before ๆ and between number and unit are
/// tied.
#[func]
pub(super) fn thai_breaks(
    /// The text.
    text: Str,
    /// An automaton of names that are words too.
    names: Bytes,
) -> Str {
    marked(text.as_str(), &names).into()
}

/// The text with its marks.
pub(super) fn marked(text: &str, names: &[u8]) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |inside: fn(char) -> bool| rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let (piece, thai) = match run(words::is_letter) {
            0 if first == ' ' => (" ", false),
            0 => (&rest[..run(|c| c != ' ' && !words::is_letter(c))], false),
            length => (&rest[..length], true),
        };
        let behind = &rest[piece.len()..];
        if thai {
            let mut from = 0;
            for at in words::breaks(piece, names) {
                out.push_str(&piece[from..at]);
                out.push(BREAK);
                from = at;
            }
            out.push_str(&piece[from..]);
        } else if piece == " " && is_tied(&out, behind) {
            out.push(TIED_SPACE);
        } else {
            out.push_str(piece);
        }
        rest = behind;
    }
    out
}

/// Whether a line is not to be broken at the space between two texts.
fn is_tied(before: &str, behind: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '๐'..='๙');
    let number_before = before.chars().next_back().is_some_and(is_digit);
    let number_behind = behind.chars().next().is_some_and(is_digit);
    let word = &behind[..behind.find(|c| !words::is_letter(c)).unwrap_or(behind.len())];
    behind.starts_with(['ๆ', 'ฯ'])
        || number_before && UNITS.contains(&word)
        || number_behind && BEFORE_NUMBERS.iter().any(|word| ends_with_word(before, word))
}

/// Whether the text, marks of breaks aside, ends with the word.
fn ends_with_word(text: &str, word: &str) -> bool {
    let mut text = text.chars().rev().filter(|c| *c != BREAK);
    word.chars().rev().all(|c| text.next() == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        marked(text, &[]).replace(BREAK, "|").replace(TIED_SPACE, "~")
    }

    #[test]
    fn numbers_keep_their_units_and_signs_their_words() {
        assert_eq!(shown("ได้คะแนน ๙๔.๖๙ คะแนน"), "ได้|คะแนน ๙๔.๖๙~คะแนน");
        assert_eq!(shown("ตัวชี้วัดที่ 10 การป้องกันการทุจริต (OIT)"), "ตัวชี้วัดที่~10 การป้องกัน|การทุจริต (OIT)");
        assert_eq!(shown("ส่วนราชการต่าง ๆ ภายใน"), "ส่วนราชการ|ต่าง~ๆ ภายใน");
        assert_eq!(shown("ปีงบประมาณ พ.ศ. ๒๕๖๗"), "ปีงบประมาณ พ.ศ.~๒๕๖๗");
        assert_eq!(shown("ปี ๒๕๖๖ = ๙๗.๗๒ คะแนน"), "ปี~๒๕๖๖ = ๙๗.๗๒~คะแนน");
        assert_eq!(shown("ใช้ E-Service ใหม่"), "ใช้ E-Service ใหม่");
    }

    #[test]
    fn nothing_but_marks_is_added() {
        let text = "ศึกษาคู่มือการประเมิน ITA และแนวทางเปิดเผยข้อมูล (๒๕๖๗) “ผ่านดี” 😀 a b";
        let plain: String = marked(text, &[]).chars().filter(|c| *c != BREAK).collect();
        assert_eq!(plain.replace(TIED_SPACE, " "), text);
    }
}
