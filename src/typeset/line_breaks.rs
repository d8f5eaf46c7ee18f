//! Line breaks of Thai by words: the functions `thai-breaks` and `thai-phrases` of templates, which mark where a text
//! may be broken.
//!
//! `common/page.typ` calls them from show rules on all text, so that bookmarks and metadata, which no show rule
//! touches, stay free of marks; `text_layer` takes them out of the text layer again. Typst itself would break Thai
//! by a statistical model that tears words and takes two thirds of the time. It does not do so for a language that it
//! breaks without such models, so the show rule sets the text as one of these, and `text_layer` sets it back to Thai.

mod ties;

use typst::foundations::Bytes;
use typst_library::foundations::Str;
use typst_macros::func;

use crate::thai::words;

/// A place to break a line that has no width.
pub(super) const BREAK: char = '\u{200B}';
/// A space that no line is broken at.
pub(super) const TIED_SPACE: char = '\u{A0}';
/// A place of no width that no line is broken at; a text with it is marked already.
pub(super) const JOIN: char = '\u{2060}';

/// How long a part of a title is kept whole, in characters: less than a line of an upright page.
const LONGEST_PHRASE: usize = 48;
/// Longer words of another script are broken behind their signs, by the template.
const LONGEST_WHOLE: usize = 15;

/// Marks in a text where lines may be broken: between Thai words. Spaces before ๆ, between number and unit and so on
/// are tied.
#[func]
pub(super) fn thai_breaks(
    /// The text.
    text: Str,
    /// An automaton of names that are words too.
    names: Bytes,
) -> Str {
    if text.as_str().contains(JOIN) { text } else { marked(text.as_str(), &names).into() }
}

/// Marks in a title where lines may be broken: where phrases begin, and between words only of a phrase that is long.
#[func]
pub(super) fn thai_phrases(
    /// The title.
    text: Str,
    /// An automaton of names that are words too.
    names: Bytes,
) -> Str {
    if text.as_str().contains(JOIN) { text } else { phrases(text.as_str(), &names).into() }
}

/// The text with its marks. Remembered until the document is set: the widths of columns are reckoned by it first.
#[comemo::memoize]
#[typst_macros::time(name = "cut words")]
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
            push_thai(&mut out, piece, names);
        } else if piece == " " {
            out.push(if ties::holds(&out, behind, names) { TIED_SPACE } else { ' ' });
        } else {
            push_other(&mut out, piece, behind);
        }
        rest = behind;
    }
    out
}

fn push_thai(out: &mut String, run: &str, names: &[u8]) {
    if ties::follows_name(out, run) {
        out.push_str(run);
        return;
    }
    let mut from = 0;
    for at in words::breaks(run, names) {
        out.push_str(&run[from..at]);
        out.push(BREAK);
        from = at;
    }
    out.push_str(&run[from..]);
}

/// Adds a word of another script. A line may be broken between it and Thai, but not behind its hyphen.
fn push_other(out: &mut String, word: &str, behind: &str) {
    if word.starts_with(|c: char| c.is_ascii_alphabetic())
        && out.ends_with(words::is_letter)
        && !words::ends_with_prefix(out)
    {
        out.push(BREAK);
    }
    let mut rest = word;
    while word.len() <= LONGEST_WHOLE
        && let Some(at) = rest.find('-')
    {
        out.push_str(&rest[..=at]);
        rest = &rest[at + 1..];
        if rest.starts_with(|c: char| c.is_ascii_alphabetic()) && out.ends_with("-") && at > 0 {
            out.push(JOIN);
        }
    }
    out.push_str(rest);
    if word.ends_with(|c: char| c.is_ascii_alphabetic()) && words::begins_word(behind) {
        out.push(BREAK);
    }
}

/// The title with its marks.
fn phrases(title: &str, names: &[u8]) -> String {
    let marked = marked(title, names);
    let mut out = String::with_capacity(marked.len());
    out.push(JOIN);
    for part in marked.split_inclusive(' ') {
        let words: Vec<&str> = part.split(BREAK).collect();
        let phrases = words.chunk_by(|_, next| !ties::begins_phrase(next.trim_end()));
        for (at, phrase) in phrases.enumerate() {
            if at > 0 {
                out.push(BREAK);
            }
            let length: usize = phrase.iter().map(|word| word.chars().count()).sum();
            let between = if length > LONGEST_PHRASE { BREAK.to_string() } else { String::new() };
            out.push_str(&phrase.join(&between));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        marked(text, &[]).replace(BREAK, "|").replace(TIED_SPACE, "~").replace(JOIN, "_")
    }

    #[test]
    fn numbers_keep_their_units_and_signs_their_words() {
        for (text, expected) in [
            ("ได้คะแนน ๙๔.๖๙ คะแนน", "ได้|คะแนน ๙๔.๖๙~คะแนน"),
            ("ตัวชี้วัดที่ 10 การป้องกันการทุจริต (OIT)", "ตัวชี้วัดที่~10 การป้องกัน|การทุจริต (OIT)"),
            ("ส่วนราชการต่าง ๆ ภายใน", "ส่วนราชการ|ต่าง~ๆ ภายใน"),
            ("ปีงบประมาณ พ.ศ. ๒๕๖๗", "ปีงบประมาณ พ.ศ.~๒๕๖๗"),
            ("ปี ๒๕๖๖ = ๙๗.๗๒ คะแนน", "ปี~๒๕๖๖ = ๙๗.๗๒~คะแนน"),
            ("ใช้เวลา ๓๕ นาทีต่อราย", "ใช้เวลา ๓๕~นาที|ต่อ|ราย"),
            ("ภายใน ๑๕ วันทำการนับจาก", "ภายใน ๑๕~วันทำการ|นับ|จาก"),
            ("เมื่อ 18 พฤศจิกายน 2567 และ ๒ ธ.ค. ๒๕๖๗", "เมื่อ 18~พฤศจิกายน~2567 และ ๒~ธ.ค.~๒๕๖๗"),
            ("วัสดุ อุปกรณ์ ฯลฯ ที่", "วัสดุ อุปกรณ์~ฯลฯ ที่"),
            ("ตามถนนเทศบาล ๗", "ตาม|ถนน|เทศบาล~๗"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn names_of_people_are_whole() {
        assert_eq!(shown("โดยนายธีรศักดิ์ บุณยนุช นิติกร"), "โดย|นายธีรศักดิ์ บุณยนุช นิติกร");
        assert_eq!(shown("มี น.ส. วรลักษณ์ ใจซื่อ"), "มี น.ส.~วรลักษณ์ ใจซื่อ");
        assert_eq!(shown("นายกเทศมนตรีเมือง"), "นายกเทศมนตรี|เมือง");
    }

    #[test]
    fn words_of_other_scripts_are_whole_and_apart_from_thai() {
        assert_eq!(shown("ใช้ E-Service ใหม่"), "ใช้ E-_Service ใหม่");
        assert_eq!(shown("ระบบe-GPของรัฐ"), "ระบบ|e-_GP|ของ|รัฐ");
        assert_eq!(shown("การประเมินแบบITA"), "การประเมิน|แบบ|ITA");
        assert_eq!(shown("โควิด-19 และ ๑-๓"), "โควิด-19 และ ๑-๓");
    }

    #[test]
    fn titles_are_broken_between_phrases() {
        let title =
            "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบลบ้านใหม่ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗";
        let shown = phrases(title, &[]).replace(BREAK, "|").replace(TIED_SPACE, "~").replace(JOIN, "");
        assert_eq!(
            shown,
            "รายงานผลการดำเนินการ|เพื่อส่งเสริมคุณธรรม|และความโปร่งใส|ของเทศบาลตำบลบ้านใหม่ \
             ประจำปีงบประมาณ พ.ศ.~๒๕๖๗"
        );
    }

    #[test]
    fn nothing_but_marks_is_added() {
        let text = "ศึกษาคู่มือการประเมิน ITA และแนวทางเปิดเผยข้อมูล (๒๕๖๗) “ผ่านดี” e-GP 😀 a b";
        let plain: String = marked(text, &[]).chars().filter(|c| ![BREAK, JOIN].contains(c)).collect();
        assert_eq!(plain.replace(TIED_SPACE, " "), text);
    }
}
