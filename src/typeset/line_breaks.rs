//! Line breaks between Thai words. Templates call the native functions `thai-breaks` and `thai-phrases`, which mark
//! where a text may be broken.
//!
//! `common/page.typ` calls them from show rules on all text. Show rules do not affect bookmarks and metadata, so these
//! stay free of marks, and `text_layer` removes the marks from the text layer. Typst itself would break Thai with a
//! statistical model that breaks inside words and takes two thirds of the compile time. It uses no such model for
//! Japanese, so the template declares the text as Japanese, and `text_layer` sets the language back to Thai.

pub(super) mod marks;
mod other_scripts;
mod ties;

use typst::diag::SourceDiagnostic;
use typst::engine::Engine;
use typst::foundations::Bytes;
use typst::syntax::Span;
use typst_library::foundations::Str;
use typst_macros::func;

use crate::thai::characters::is_letter;
use crate::thai::digits::is_digit;
use crate::thai::{Run, words};
use marks::{BREAK, JOIN, TIED_SPACE};

/// The longest phrase of a title that is kept whole, in characters: less than a line on a portrait page.
const LONGEST_PHRASE: usize = 48;
/// The widest word that is kept whole in prose, in letters: a third of a line.
const LONGEST_WORD: usize = 24;
/// The longest part of an abbreviation, in letters.
const LONGEST_ABBREVIATED: usize = 3;

/// Marks where lines of a text may be broken: between Thai words. A space that must hold, such as before ๆ or between a
/// number and its unit, becomes a no-break space.
#[func]
pub(super) fn thai_breaks(
    /// The text.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
    /// The greatest width that is kept together, in letters.
    #[named]
    longest: Option<usize>,
) -> Str {
    match longest {
        _ if text.as_str().starts_with(JOIN) => text,
        None => marked(text.as_str(), &names, LONGEST_WORD).into(),
        // The leading mark keeps text for a narrow column from being marked again by the show rule for prose.
        Some(longest) => format!("{JOIN}{}", marked(text.as_str(), &names, longest)).into(),
    }
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

/// A `thai-breaks` that also records its result in a warning. Typst repeats warnings even for results from its cache.
#[func(name = "thai-breaks")]
pub(super) fn recorded_breaks(
    engine: &mut Engine,
    /// The text.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
    /// The greatest width that is kept together, in letters.
    #[named]
    longest: Option<usize>,
) -> Str {
    let marked = thai_breaks(text.clone(), names, longest);
    let narrow = longest.map(|longest| longest.to_string()).unwrap_or_default();
    record(engine, &narrow, &text, &marked);
    marked
}

/// A `thai-phrases` that also records its result in a warning.
#[func(name = "thai-phrases")]
pub(super) fn recorded_phrases(
    engine: &mut Engine,
    /// The title.
    text: Str,
    /// An automaton of names that count as words.
    names: Bytes,
) -> Str {
    let marked = thai_phrases(text.clone(), names);
    record(engine, "title", &text, &marked);
    marked
}

fn record(engine: &mut Engine, kind: &str, text: &str, marked: &str) {
    if text != marked {
        let message = serde_json::json!([format!("{kind}:{text}"), marked]).to_string();
        engine.sink.warn(SourceDiagnostic::warning(Span::detached(), message));
    }
}

/// Parses the message of a recording warning into its key, `kind:text`, and the marked text. `None` for other warnings.
pub(super) fn recorded(message: &str) -> Option<(String, String)> {
    serde_json::from_str(message).ok()
}

/// Returns the text with its marks. It is memoized because `columns` needs the same results to compute column widths
/// before the document is set.
#[comemo::memoize]
#[typst_macros::time(name = "cut words")]
pub(super) fn marked(text: &str, names: &[u8], longest: usize) -> String {
    let mut untied = String::with_capacity(text.len() * 5 / 4);
    let tied = tied(text, names, longest);
    for part in tied.split_inclusive([BREAK, ' ']) {
        match words::width(part.trim_end_matches([BREAK, ' '])) > longest {
            true => push_untied(&mut untied, part, longest),
            false => untied.push_str(part),
        }
    }
    untied
}

/// Adds a text with no-break spaces that is wider than `longest`, and makes some of them ordinary spaces. As much as
/// fits stays together at the end, the most important part of dates and amounts: `วันที่ ๒๓~กุมภาพันธ์~พ.ศ.~๒๕๖๖`.
fn push_untied(out: &mut String, tied: &str, longest: usize) {
    let mut spaces = Vec::new();
    let mut room = longest;
    for part in tied.rsplit(TIED_SPACE) {
        let width = words::width(part.trim_end_matches([BREAK, ' ']));
        let stays = !spaces.is_empty() && width < room;
        spaces.push(if stays { TIED_SPACE } else { ' ' });
        room = if stays { room - width - 1 } else { longest.saturating_sub(width) };
    }
    // The first entry belongs to the last part, which no space follows.
    let spaces = spaces[1..].iter().rev().map(|space| Some(*space)).chain([None]);
    for (part, space) in tied.split(TIED_SPACE).zip(spaces) {
        match words::width(part) > longest {
            true => push_parts(out, part),
            false => out.push_str(part),
        }
        out.extend(space);
    }
}

/// Adds a text without spaces that is too wide. It may break between an abbreviation and the word after it.
fn push_parts(out: &mut String, word: &str) {
    for (at, c) in word.char_indices().filter(|(_, c)| *c != JOIN) {
        out.push(c);
        let after = Run::at_start(&word[at + c.len_utf8()..]);
        if c == '.' && words::width(after.as_str()) > LONGEST_ABBREVIATED {
            out.push(BREAK);
        }
    }
}

fn tied(text: &str, names: &[u8], longest: usize) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = Run::at_start(rest);
        let other = |c: char| c != ' ' && !is_letter(c);
        let piece = match run.as_str() {
            "" if first == ' ' => " ",
            "" => &rest[..rest.find(|c| !other(c)).unwrap_or(rest.len())],
            letters => letters,
        };
        let after = &rest[piece.len()..];
        if piece == run.as_str() {
            push_thai(&mut out, run, after, names, longest);
        } else if piece == " " {
            out.push(if ties::is_no_break_space(&out, after, names) { TIED_SPACE } else { ' ' });
        } else {
            other_scripts::push_word(&mut out, piece, after, longest);
        }
        rest = after;
    }
    out
}

fn push_thai(out: &mut String, run: Run, after: &str, names: &[u8], longest: usize) {
    let letters = run.as_str();
    if words::width(letters) <= longest && ties::is_part_of_name(out, letters) {
        out.push_str(letters);
        return;
    }
    // Before a number, ที่ belongs to the preceding word: ครั้งที่ ๓.
    let ordinal = after.strip_prefix(' ').is_some_and(|after| after.starts_with(is_digit));
    let breaks = words::breaks(run, names, longest);
    let mut from = 0;
    for at in breaks.into_iter().filter(|at| !(ordinal && &letters[*at..] == "ที่")) {
        out.push_str(&letters[from..at]);
        out.push(BREAK);
        from = at;
    }
    out.push_str(&letters[from..]);
}

/// Returns the title with its marks.
fn phrases(title: &str, names: &[u8]) -> String {
    let marked = marked(title, names, LONGEST_WORD);
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
        marked(text, &[], LONGEST_WORD).replace(BREAK, "|").replace(TIED_SPACE, "~").replace(JOIN, "_")
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
            ("ประชุมครั้งที่ ๓/๒๕๖๗ วันพุธที่ ๑๒ มิถุนายน", "ประชุม|ครั้งที่~๓/๒๕๖๗ วันพุธที่~๑๒~มิถุนายน"),
            ("กุมภาพันธ์ พ.ศ. ๒๕๖๖ ขนาด ๑.๒๐ × ๒.๔๐ เมตร", "กุมภาพันธ์~พ.ศ.~๒๕๖๖ ขนาด ๑.๒๐~×~๒.๔๐~เมตร"),
            ("ต.ค. ๒๕๖๖ – ก.ย. ๒๕๖๗", "ต.ค.~๒๕๖๖~– ก.ย.~๒๕๖๗"),
            ("แอร์ 36,000 BTU วันที่ 14–16 มกราคม", "แอร์ 36,000~BTU วันที่~14–_16~มกราคม"),
            ("กองคลัง โทร. ๐ ๕๓๐๐ ๐๐๐๐ ต่อ ๑๒", "กองคลัง โทร.~๐~๕๓๐๐~๐๐๐๐ ต่อ~๑๒"),
            ("๑๒. ชุดที่ ๑ มาตรการ", "๑๒.~ชุดที่~๑ มาตรการ"),
            ("งบ ๙๖.๒๗ ล้านบาท ถาม-ตอบ", "งบ ๙๖.๒๗~ล้านบาท ถาม-_ตอบ"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn names_of_people_are_whole() {
        assert_eq!(shown("โดยนายธีรศักดิ์ บุณยนุช นิติกร"), "โดย|นายธีรศักดิ์ บุณยนุช นิติกร");
        assert_eq!(shown("มี น.ส. วรลักษณ์ ใจซื่อ"), "มี น.ส.~วรลักษณ์ ใจซื่อ");
        assert_eq!(shown("นายกเทศมนตรีเมือง"), "นายกเทศมนตรี|เมือง");
        assert_eq!(shown("จำนวน ๑๒ นาย เมื่อวันที่ ๓"), "จำนวน ๑๒~นาย เมื่อ|วันที่~๓");
    }

    #[test]
    fn words_of_other_scripts_are_whole_and_apart_from_thai() {
        assert_eq!(shown("ใช้ E-Service ใหม่"), "ใช้ E-_Service ใหม่");
        assert_eq!(shown("ระบบe-GPของรัฐ"), "ระบบ|e-_GP|ของ|รัฐ");
        assert_eq!(shown("การประเมินแบบITA"), "การประเมิน|แบบ|ITA");
        assert_eq!(shown("โควิด-19 และ ๑-๓"), "โควิด-_19 และ ๑-_๓");
    }

    #[test]
    fn long_words_of_other_scripts_are_broken_after_their_signs() {
        assert_eq!(shown("https://www.example.go.th/ita/o34"), "https://www.|example.go.th/|ita/o34");
        assert_eq!(shown("saraban_0512@nakhon.go.th"), "saraban_0512@|nakhon.go.th");
        assert_eq!(shown(&"A".repeat(20)), vec!["A"; 20].join("|"));
        assert_eq!(shown("๑๒,๓๔๕,๖๗๘,๙๐๑.๕๐"), "๑๒,๓๔๕,๖๗๘,๙๐๑.๕๐", "an amount is whole");
    }

    #[test]
    fn what_has_no_room_is_loose_again() {
        let narrow = |text: &str| marked(text, &[], 12).replace(BREAK, "|").replace(TIED_SPACE, "~");
        assert_eq!(narrow("วันที่ ๑๕ พฤศจิกายน ๒๕๖๖"), "วันที่ ๑๕~พฤศจิกายน ๒๕๖๖");
        assert_eq!(narrow("วันที่ ๑๕ ก.พ. ๒๕๖๖"), "วันที่ ๑๕~ก.พ.~๒๕๖๖");
        assert_eq!(narrow("๔๕ คะแนน"), "๔๕~คะแนน");
        assert_eq!(narrow("พ.ร.บ.ข้อมูลข่าวสาร"), "พ.ร.บ.|ข้อมูลข่าวสาร");
        assert_eq!(narrow("องค์กรปกครองส่วนท้องถิ่น"), "องค์กร|ปกครอง|ส่วนท้องถิ่น");
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

    /// Any sequence of words, titles, signs and marks keeps its characters.
    #[test]
    fn any_sequence_of_pieces_keeps_its_characters() {
        const PIECES: [&str; 16] = [
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
        ];
        let joints = ["", " "];
        for (a, b, c) in
            PIECES.iter().flat_map(|a| PIECES.iter().flat_map(move |b| PIECES.iter().map(move |c| (a, b, c))))
        {
            for (x, y) in joints.iter().flat_map(|x| joints.iter().map(move |y| (x, y))) {
                let text = format!("{a}{x}{b}{y}{c} ร่วมประชุม");
                for longest in [LONGEST_WORD, 3] {
                    let marked = marked(&text, &[], longest);
                    let plain: String = marked.chars().filter(|c| ![BREAK, JOIN].contains(c)).collect();
                    assert_eq!(plain.replace(TIED_SPACE, " "), text);
                }
                let title: String =
                    phrases(&text, &[]).chars().filter(|c| ![BREAK, JOIN].contains(c)).collect();
                assert_eq!(title.replace(TIED_SPACE, " "), text);
            }
        }
    }

    #[test]
    fn nothing_but_marks_is_added() {
        let text = "ศึกษาคู่มือการประเมิน ITA และแนวทางเปิดเผยข้อมูล (๒๕๖๗) “ผ่านดี” e-GP 😀 a b";
        let plain: String =
            marked(text, &[], LONGEST_WORD).chars().filter(|c| ![BREAK, JOIN].contains(c)).collect();
        assert_eq!(plain.replace(TIED_SPACE, " "), text);
    }
}
