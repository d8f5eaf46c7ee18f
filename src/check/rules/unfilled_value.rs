use std::sync::LazyLock;

use regex::Regex;

use crate::check::finding::Finding;
use crate::check::rule::rule;
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

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns of this rule are well formed")
}

fn check(file: &Loaded, found: &mut Vec<Finding>) {
    for string in file.strings.iter().filter(|string| string.file == 0) {
        let text = string.text.value.as_str();
        let is_name = NAMES.contains(&string.key.as_str());
        let range = if NOTHING.is_match(text) {
            Some(0..text.len())
        } else {
            let within = WITHIN.find(text).or_else(|| OPEN_END.find(text).filter(|_| is_name));
            within.map(|found| found.range())
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
