//! Values without quotes: numbers as people type them, words for yes and no, and text whose quotes were forgotten.

use std::sync::LazyLock;

use regex::Regex;

use super::kinds::{Expected, KeyKind};
use super::signs::{ascii, is_odd_dash};

/// What a value without quotes is. All but `Valid` and `Text` come with the value as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bare {
    /// A number, date or boolean of TOML.
    Valid,
    /// Digits of another script, or full-width ones.
    Digits(String),
    /// A letter that looks like a digit.
    Letter(String),
    /// A comma where a decimal point is due.
    DecimalComma(String),
    /// Commas between thousands.
    Thousands(String),
    /// A decimal point without digits on one side of it.
    Point(String),
    /// Zeros before a number.
    Zeros(String),
    /// A unit or a percent sign behind a number.
    Unit(String),
    /// A dash that is not a minus sign.
    Dash(String),
    /// Another word or spelling of `true` or `false`.
    Boolean(String),
    /// Text without quotes.
    Text,
}

/// Compiles a pattern of this file.
fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns of this file are well formed")
}

static VALID: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+";
    let date = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?";
    let time = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?";
    pattern(&format!("^(?:{number}|{date}|{time}|[+-]?(?:inf|nan)|true|false)$"))
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[+-]?[0-9]+(?:\.[0-9]+)?$"));
static THOUSANDS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[+-]?[0-9]{1,3}(?:[, ][0-9]{3})+(?:\.[0-9]*)?$"));
static DECIMAL_COMMA: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[+-]?[0-9]+, ?[0-9]{1,2}$"));
static POINT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[+-]?(?:[0-9]+(?:\.[0-9]+)?\.|\.[0-9]+)$"));
static LETTERS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[+-]?[OoОlI|0-9]*[0-9][OoОlI|0-9]*(?:\.[OoОlI|0-9]+)?$"));
static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<number>[+-]?[0-9.,]*[0-9]\.?)\s*(?:%|\.?-|฿|(?:คะแนน|บาท|baht|points?|percent|ร้อยละ)(?:ถ้วน)?)$",
    )
});
static ONE_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<number>[+-]?[0-9][0-9.,]*[0-9]|[0-9])(?:\s*/\s*100)?[^0-9]*$"));
static BEFORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:ร้อยละ|฿|พ\.ศ\.|ปี|ข้อ|ข้อที่|ตัวชี้วัดที่|ที่)\s*(?P<number>[0-9.,]*[0-9])$"));

/// Whether a text is a number, date or boolean of TOML.
fn is_valid(text: &str) -> bool {
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    // Nearly all values are such numbers, or words without digits. The pattern, which takes long to compile, is for the rest.
    if is_digits(whole) && is_digits(decimals) && (whole == "0" || !whole.starts_with('0')) {
        return true;
    }
    match text.trim_start_matches(['+', '-']) {
        "inf" | "nan" | "true" | "false" => VALID.is_match(text),
        word => word.contains(|c: char| c.is_ascii_digit()) && VALID.is_match(text),
    }
}

/// Classifies a value without quotes, for a key of this kind.
pub(super) fn classify(written: &str, key: KeyKind) -> Bare {
    let expected = key.expected;
    if is_valid(written) {
        return Bare::Valid;
    }
    if let Some(value) = boolean(written).filter(|_| expected == Expected::Boolean) {
        return Bare::Boolean(value.to_owned());
    }
    let in_ascii: String = written.chars().map(|c| ascii(c).unwrap_or(c)).collect();
    let is_foreign = in_ascii != written;
    // A text may be made of digits: a telephone number, a date, a postal code.
    if expected != Expected::Number && !(is_foreign && is_valid(&in_ascii) && !in_ascii.contains('-')) {
        return Bare::Text;
    }
    let found = number(&in_ascii).or_else(|| {
        // Where no text can stand, what follows the number is a remark.
        let one = ONE_NUMBER.captures(&in_ascii).filter(|_| key.is_only_number)?;
        number(&one["number"]).map(|found| Bare::Unit(found.right().unwrap_or(&one["number"]).to_owned()))
    });
    match found.filter(|found| !(key.is_whole && matches!(found, Bare::DecimalComma(_)))) {
        Some(Bare::Valid) if is_foreign => Bare::Digits(in_ascii),
        Some(found) if is_foreign => Bare::Digits(found.right().unwrap_or(&in_ascii).to_owned()),
        Some(found) => found,
        None => Bare::Text,
    }
}

/// The number that a text in ASCII digits was meant to be, with the first thing that is wrong with it. `None` if it is no
/// number.
fn number(text: &str) -> Option<Bare> {
    // No number is written without digits. Most texts have none, and the patterns take long to compile.
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return is_valid(text).then_some(Bare::Valid);
    }
    if is_valid(text) {
        return Some(Bare::Valid);
    }
    // What is left when one slip is mended may have another; the last mend gives the number.
    let rest = |right: String| number(&right).map(|found| found.right().map_or(right.clone(), str::to_owned));
    if let Some(unsigned) = text.strip_prefix(is_odd_dash) {
        return rest(format!("-{}", unsigned.trim_start())).map(Bare::Dash);
    }
    if let Some(unit) = UNIT.captures(text).or_else(|| BEFORE.captures(text)) {
        return rest(unit["number"].to_owned()).map(Bare::Unit);
    }
    if THOUSANDS.is_match(text) {
        return rest(text.replace([',', ' '], "")).map(Bare::Thousands);
    }
    if DECIMAL_COMMA.is_match(text) {
        return rest(text.replace(", ", ".").replace(',', ".")).map(Bare::DecimalComma);
    }
    if POINT.is_match(text) {
        let right = match text.strip_suffix('.') {
            Some(whole) => whole.to_owned(),
            None => text.replacen('.', "0.", 1),
        };
        return rest(right).map(Bare::Point);
    }
    if NUMBER.is_match(text) {
        let (sign, digits) = text.split_at(text.len() - text.trim_start_matches(['+', '-']).len());
        let trimmed = digits.trim_start_matches('0');
        let zero = if trimmed.is_empty() || trimmed.starts_with('.') { "0" } else { "" };
        return Some(Bare::Zeros(format!("{sign}{zero}{trimmed}")));
    }
    if LETTERS.is_match(text) {
        let digit = |c: char| match c {
            'O' | 'o' | 'О' => '0',
            'l' | 'I' | '|' => '1',
            c => c,
        };
        return rest(text.chars().map(digit).collect()).map(Bare::Letter);
    }
    None
}

impl Bare {
    /// The value as it should be.
    pub fn right(&self) -> Option<&str> {
        match self {
            Bare::Valid | Bare::Text => None,
            Bare::Digits(right)
            | Bare::Letter(right)
            | Bare::DecimalComma(right)
            | Bare::Thousands(right)
            | Bare::Point(right)
            | Bare::Zeros(right)
            | Bare::Unit(right)
            | Bare::Dash(right)
            | Bare::Boolean(right) => Some(right),
        }
    }
}

fn boolean(written: &str) -> Option<&'static str> {
    match written.to_lowercase().as_str() {
        "true" | "yes" | "on" | "ใช่" | "จริง" | "มี" | "เปิด" => Some("true"),
        "false" | "no" | "off" | "ไม่ใช่" | "เท็จ" | "ไม่มี" | "ไม่" | "ปิด" => {
            Some("false")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number_kind() -> KeyKind {
        KeyKind { expected: Expected::Number, ..KeyKind::default() }
    }

    #[test]
    fn numbers_as_people_type_them() {
        let right = |written: &str| classify(written, number_kind()).right().map(str::to_owned);
        for (written, expected) in [
            ("๒๕๖๘", "2568"),
            ("９７．００", "97.00"),
            ("1O0", "100"),
            ("l00", "100"),
            ("97,00", "97.00"),
            ("๘๗,๒๑", "87.21"),
            ("15,000", "15000"),
            ("1,250,000.50", "1250000.50"),
            ("1,250,000 บาท", "1250000"),
            ("๕,๐๐๐.- ", "5000"),
            ("97.", "97"),
            ("93.40.", "93.40"),
            (".5", "0.5"),
            ("097.00", "97.00"),
            ("000", "0"),
            ("97.0%", "97.0"),
            ("–5.25", "-5.25"),
            ("ร้อยละ ๙๕", "95"),
        ] {
            assert_eq!(right(written.trim()).as_deref(), Some(expected), "{written}");
        }
        for written in
            ["2567", "97.00", "-3", "10_000", "2567-10-05", "10:00:00", "true", "0x1F", "nan", "9e1"]
        {
            assert_eq!(classify(written, number_kind()), Bare::Valid, "{written}");
        }
        for written in ["สำนักปลัด", "1.2.3", "๕ ตุลาคม ๒๕๖๗", "a", "-", "97 98"]
        {
            assert_eq!(classify(written, number_kind()), Bare::Text, "{written}");
        }
        for written in ["๐๓๔-๕๖๗๘๙", "034567", "๕ ตุลาคม ๒๕๖๗", "๒๕๖๗-๑๐-๐๕"]
        {
            assert_eq!(classify(written, KeyKind::default()), Bare::Text, "{written}");
        }
        assert_eq!(
            classify("ใช่", KeyKind { expected: Expected::Boolean, ..KeyKind::default() }),
            Bare::Boolean("true".to_owned())
        );
    }
}
