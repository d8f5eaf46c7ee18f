use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::words::{WORDS, has_any};
use crate::report::Loaded;

rule! {
    /// Dots, crosses or lines where a value belongs: `...`, `(......)`, `xx`, `____`.
    ///
    /// Something has not been filled in yet. Fill it in, or remove the line: what is left out is either not needed, or the
    /// document has a dotted line there to be filled in by hand. A draft may have such places: `ita-report render --draft`.
    ///
    /// ```toml
    /// [[signatures]]
    /// role = "ผู้รายงาน"
    /// name = "(......................)"
    /// ```
    /// # ไทย
    /// มีจุด กากบาท หรือขีดอยู่ในที่ที่ต้องมีข้อมูล เช่น ... (......) xx ____
    ///
    /// ยังไม่ได้กรอกข้อมูล ให้กรอก หรือลบบรรทัดนั้น สิ่งที่ไม่ระบุอาจไม่จำเป็น หรือในเอกสารมีเส้นประเว้นไว้ให้เขียนด้วยมือ ร่างที่ยังกรอกไม่ครบทำได้ด้วย ita-report render --draft
    "unfilled-value", error: check
}

/// A text that is nothing but dots, crosses or lines, also in brackets or quotes.
static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[\s(\[“‘<]*(?:[.…·_\s]*[.…_][.…·_\s]*[.…_][.…·_\s]*|…|[xXｘ×ฅ]{2,}|[?？]{2,}|-{2,})[\s)\]”’>]*$",
    )
});
/// Such signs within a text: in brackets, in a long row, or where the rest of a name is left open.
static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[(\[“]\s*(?:\.{2,}|…+|_{2,}|[xX]{2,})\s*[)\]”]|\.{5,}|…{2,}|_{3,}|(?:^|[\s\u{0E00}-\u{0E7F}(/])[xX]{2,}(?:$|[\s\u{0E00}-\u{0E7F})/.,])",
    )
});
/// An open end: `องค์การบริหารส่วนตำบล...`.
static OPEN_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:\.{3,}|…)\s*\)?$"));

/// Three dots where a figure is due: before a word for what is counted, or behind a word for a number.
static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    let words = &WORDS.unfilled_value;
    let any = |words: &[String]| words.iter().map(|word| regex::escape(word)).collect::<Vec<_>>().join("|");
    let (units, numbers) = (any(&words.units), any(&words.numbers));
    pattern(&format!(
        r"(?:^|[\s\u{{0E00}}-\u{{0E7F}}])(\.{{3,}}|…)\s*(?:{units})(?:$|[^\u{{0E00}}-\u{{0E7F}}])|(?:{numbers})\s*(\.{{3,}}|…)"
    ))
});

/// The place of dots in a text where a figure is due. Not if they end a list of examples.
fn missing_figure(text: &str) -> Option<Range<usize>> {
    let captures = FIGURE.captures_iter(text).find(|found| {
        let start = found.get(0).map_or(0, |whole| whole.start());
        let before = &text[text.floor_char_boundary(start.saturating_sub(EXAMPLES))..start];
        !has_any(before, &WORDS.unfilled_value.examples)
    })?;
    captures.get(1).or(captures.get(2)).map(|dots| dots.range())
}

/// How many bytes before dots are searched for the beginning of a list: 40 Thai letters.
const EXAMPLES: usize = 120;

/// The keys whose values are names and short statements, which never trail off.
const NAMES: [&str; 14] = [
    "name",
    "short_name",
    "district",
    "province",
    "address",
    "phone",
    "email",
    "website",
    "position",
    "role",
    "from",
    "to",
    "through",
    "number",
];

/// Whether a text has one of the signs that the patterns look for. Few texts have one, and compiling the patterns takes longer
/// than to check the rest of a report.
fn has_sign(text: &str) -> bool {
    let twice = |a: char, b: char| match a {
        'x' | 'X' => matches!(b, 'x' | 'X'),
        '?' | '？' => matches!(b, '?' | '？'),
        '.' | '-' | '_' => a == b,
        _ => false,
    };
    let is_letter = |c: char| c.is_alphanumeric() && !matches!(c, 'x' | 'X' | 'ｘ' | 'ฅ');
    text.contains('…')
        || text.chars().zip(text.chars().skip(1)).any(|(a, b)| twice(a, b))
        || !text.contains(is_letter)
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns of this rule are well formed")
}

fn check(file: &Loaded, found: &mut Vec<Finding>) {
    for string in file.strings.iter().filter(|string| string.file == 0) {
        let text = string.text.value.as_str();
        if !has_sign(text) {
            continue;
        }
        let is_name = NAMES.contains(&string.key.as_str());
        let range = if NOTHING.is_match(text) {
            Some(0..text.len())
        } else {
            let within = WITHIN.find(text).or_else(|| OPEN_END.find(text).filter(|_| is_name));
            within.map(|found| found.range()).or_else(|| missing_figure(text))
        };
        let Some(range) = range else { continue };
        let span = file.source().within_string(&string.text.span, text, range.clone());
        found.push(
            Finding::error("unfilled-value", span)
                .with("key", &string.key)
                .with("written", text[range].trim())
                .with("kind", if is_name { "name" } else { "text" }),
        );
    }
}
