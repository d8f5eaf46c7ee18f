//! Line breaks in Thai. Templates call native functions that mark where a text may be broken: `thai-breaks` for any text,
//! `thai-phrases` for titles, and `thai-lines` for a text whose column is known, which chooses its lines.
//!
//! `common/page.typ` calls the first two from show rules on all text. Show rules do not affect bookmarks and metadata, so these
//! stay free of marks, and `text_layer` removes the marks from the text layer. Typst itself would break Thai with a
//! statistical model that breaks inside words and takes two thirds of the compile time. It uses no such model for
//! Japanese, so the template declares the text as Japanese, and `text_layer` sets the language back to Thai.

pub(super) mod fit;
mod held;
pub(super) mod marks;
mod spread;

use typst::World as _;
use typst::engine::Engine;
use typst::foundations::Bytes;
use typst_library::foundations::Str;
use typst_macros::func;

use super::recorded::{Kind, record};
use crate::fonts::widths;
use crate::thai::breaks::{self, Opportunity};
use fit::{Measured, Setting};
use marks::JOIN;
use spread::Column;

/// The longest phrase of a title that is kept whole, in letters: less than a line on a portrait page.
const LONGEST_PHRASE: usize = 40;
/// The widest part that is kept whole in a text whose column is not known, in letters: a third of a line.
const LONGEST_WORD: usize = 24;

/// Marks where lines of a text may be broken, whatever the width of its column: between Thai words, unless they belong
/// together. A space that must hold, such as before ๆ or between a number and its unit, becomes a no-break space.
#[func]
pub(super) fn thai_breaks(
    /// The text.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
) -> Str {
    if text.as_str().starts_with(JOIN) { text } else { words(text.as_str(), &names).into() }
}

/// Marks where lines of a title may be broken: before phrases, and between words only within a long phrase.
#[func]
pub(super) fn thai_phrases(
    /// The title.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
) -> Str {
    if text.as_str().starts_with(JOIN) { text } else { phrases(text.as_str(), &names).into() }
}

/// Breaks a text into the best lines for a column, and marks it so that its lines are broken there and nowhere else. If
/// the lines are justified, those that would be spread too far end in a line break, so that they are not.
#[func]
pub(super) fn thai_lines(
    engine: &mut Engine,
    /// The text.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
    /// The width of the column, in thousandths of the font size.
    room: i64,
    /// How far the first line is indented, in thousandths of the font size.
    #[named]
    #[default(0)]
    indent: i64,
    /// Whether the lines are justified.
    #[named]
    #[default(false)]
    justified: bool,
) -> Str {
    let Some(font) = engine.world.font(0).filter(|_| !text.as_str().starts_with(JOIN)) else { return text };
    let widths = widths(font.data(), font.index());
    let width = |c: char| widths(c) * 1_000.0;
    let (room, indent) = (room as f64, indent as f64);
    if justified {
        let column = Column { width, font_size: 1_000.0, room, indent };
        self::justified(text.as_str(), &names, &column).into()
    } else {
        fitted(text.as_str(), &names, width, (room, indent), Setting::Ragged).into()
    }
}

/// A `thai-breaks` that also records its result.
#[func(name = "thai-breaks")]
pub(super) fn recorded_breaks(
    engine: &mut Engine,
    /// The text.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
) -> Str {
    let marked = thai_breaks(text.clone(), names);
    record(engine, Kind::Breaks, &text, &marked);
    marked
}

/// A `thai-phrases` that also records its result.
#[func(name = "thai-phrases")]
pub(super) fn recorded_phrases(
    engine: &mut Engine,
    /// The title.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
) -> Str {
    let marked = thai_phrases(text.clone(), names);
    record(engine, Kind::Phrases, &text, &marked);
    marked
}

/// A `thai-lines` that also records its result.
#[func(name = "thai-lines")]
pub(super) fn recorded_lines(
    engine: &mut Engine,
    /// The text.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
    /// The width of the column, in thousandths of the font size.
    room: i64,
    /// How far the first line is indented, in thousandths of the font size.
    #[named]
    #[default(0)]
    indent: i64,
    /// Whether the lines are justified.
    #[named]
    #[default(false)]
    justified: bool,
) -> Str {
    let marked = thai_lines(engine, text.clone(), names, room, indent, justified);
    record(engine, Kind::Lines { room, indent, justified }, &text, &marked);
    marked
}

/// The text with its marks, for a column of any width.
#[comemo::memoize]
#[typst_macros::time(name = "cut words")]
fn words(text: &str, names: &[u8]) -> String {
    held(text, &breaks::opportunities(text, names), LONGEST_WORD)
}

/// The title with its marks. It is broken at spaces and before phrases.
#[typst_macros::time(name = "cut words")]
fn phrases(title: &str, names: &[u8]) -> String {
    let mut found = breaks::opportunities(title, names);
    for at in 0..found.len() {
        let Opportunity { at: start, penalty } = found[at];
        if penalty <= breaks::NEAR && !title[..start].ends_with(' ') {
            let end = found[at + 1..].iter().find(|next| next.penalty < breaks::SEAM);
            let word = title[start..end.map_or(title.len(), |next| next.at)].trim_end_matches(' ');
            found[at].penalty = if breaks::begins_phrase(word) { breaks::PHRASE } else { breaks::NEAR };
        }
    }
    format!("{JOIN}{}", held(title, &found, LONGEST_PHRASE))
}

/// The text with marks between independent words. Of what belongs together, at most `longest` letters are kept whole.
fn held(text: &str, found: &[Opportunity], longest: usize) -> String {
    let letters = Measured::new(text, found, |_| 1.0);
    marks::marked(text, &held::breaks(&letters, breaks::WORD, longest as f64))
}

/// The text with its marks, for a column of this width and this indent of the first line. `width` returns a character's
/// advance, in the same unit.
#[typst_macros::time(name = "cut words")]
pub(super) fn fitted(
    text: &str,
    names: &[u8],
    width: impl Fn(char) -> f64,
    (room, indent): (f64, f64),
    setting: Setting,
) -> String {
    let measured = Measured::new(text, &breaks::opportunities(text, names), width);
    broken(text, &measured.lines(room, indent, setting).breaks)
}

/// The text with its marks, for justified lines in a column. A line that would be spread too far ends in `\n`.
#[typst_macros::time(name = "cut words")]
fn justified(text: &str, names: &[u8], column: &Column<impl Fn(char) -> f64>) -> String {
    let measured = Measured::new(text, &breaks::opportunities(text, names), &column.width);
    let breaks = measured.lines(column.room, column.indent, Setting::Justified).breaks;
    let ends = column.loose(text, &breaks).chain([text.len()]);
    let mut start = 0;
    let parts = ends.map(|end| {
        let inner: Vec<usize> =
            breaks.iter().filter(|at| (start + 1..end).contains(at)).map(|at| at - start).collect();
        let part = broken(&text[start..end], &inner);
        start = end;
        part
    });
    parts.collect::<Vec<_>>().join("\n")
}

/// The text with marks, so that its lines are broken at the given byte offsets and nowhere else.
pub(super) fn broken(text: &str, breaks: &[usize]) -> String {
    // The leading mark keeps the text from being marked again by the show rule for all text.
    format!("{JOIN}{}", marks::marked(text, breaks))
}

#[cfg(test)]
mod tests {
    use super::marks::{BREAK, TIED_SPACE};
    use super::*;

    fn shown(marked: &str) -> String {
        marked.replace(BREAK, "|").replace(TIED_SPACE, "~").replace(JOIN, "_")
    }

    fn plain(marked: &str) -> String {
        marked.chars().filter(|c| ![BREAK, JOIN].contains(c)).collect::<String>().replace(TIED_SPACE, " ")
    }

    #[test]
    fn a_text_is_broken_between_words_that_do_not_belong_together() {
        for (text, expected) in [
            ("ได้คะแนน ๙๔.๖๙ คะแนน", "ได้คะแนน ๙๔.๖๙~คะแนน"),
            ("ตัวชี้วัดที่ 10 การป้องกันการทุจริต (OIT)", "ตัวชี้วัดที่~10 การป้องกัน|การทุจริต (OIT)"),
            ("ใช้ E-Service ใหม่", "ใช้~E-_Service ใหม่"),
            ("กุมภาพันธ์ พ.ศ. ๒๕๖๖ ขนาด ๑.๒๐ × ๒.๔๐ เมตร", "กุมภาพันธ์~พ.ศ.~๒๕๖๖ ขนาด~๑.๒๐~×_~๒.๔๐~เมตร"),
            ("แอร์ 36,000 BTU วันที่ 14–16 มกราคม", "แอร์ 36,000~BTU วันที่~14_–_16~มกราคม"),
            ("ใช้เวลา ๑๒ นาที/ราย", "ใช้เวลา~๑๒~นาที/_ราย"),
            ("saraban_0512@nakhon.go.th", "saraban_0512@nakhon.go.th"),
            ("๑๒,๓๔๕,๖๗๘,๙๐๑.๕๐", "๑๒,๓๔๕,๖๗๘,๙๐๑.๕๐"),
        ] {
            assert_eq!(shown(&words(text, &[])), expected);
        }
    }

    #[test]
    fn titles_are_broken_between_phrases() {
        let title =
            "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสของเทศบาลตำบลบ้านใหม่ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗";
        assert_eq!(
            shown(&phrases(title, &[])).replace('_', ""),
            "รายงานผลการดำเนินการ|เพื่อส่งเสริมคุณธรรม|และความโปร่งใส|ของเทศบาลตำบลบ้านใหม่ \
             ประจำปีงบประมาณ พ.ศ.~๒๕๖๗"
        );
    }

    /// Any sequence of words, titles, signs and marks keeps its characters.
    #[test]
    fn any_sequence_of_pieces_keeps_its_characters() {
        const PIECES: [&str; 18] = [
            "นายก",
            "นาย",
            "น.ส.",
            "สมชาย",
            "ที่",
            "๑๒",
            "/",
            "(",
            "-",
            ".",
            "ฯ",
            "ๆ",
            "\u{E48}",
            "ำ",
            "e-GP",
            "😀",
            "พระครู",
            "สมเด็จ",
        ];
        let joints = ["", " "];
        for (a, b, c) in
            PIECES.iter().flat_map(|a| PIECES.iter().flat_map(move |b| PIECES.iter().map(move |c| (a, b, c))))
        {
            for (x, y) in joints.iter().flat_map(|x| joints.iter().map(move |y| (x, y))) {
                let text = format!("{a}{x}{b}{y}{c} ร่วมประชุม");
                assert_eq!(plain(&words(&text, &[])), text);
                assert_eq!(plain(&phrases(&text, &[])), text);
                for room in [40.0, 3.0] {
                    assert_eq!(plain(&fitted(&text, &[], |_| 1.0, (room, 0.0), Setting::Ragged)), text);
                }
            }
        }
    }

    #[test]
    fn nothing_but_marks_is_added() {
        let text = "ศึกษาคู่มือการประเมิน ITA และแนวทางเปิดเผยข้อมูล (๒๕๖๗) “ผ่านดี” e-GP 😀 a b";
        assert_eq!(plain(&words(text, &[])), text);
        for font_size in [1.0, 100.0] {
            let column = Column { width: |_| 1.0, font_size, room: 20.0, indent: 5.0 };
            assert_eq!(plain(&justified(text, &[], &column).replace('\n', "")), text);
        }
    }
}
