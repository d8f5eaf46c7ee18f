//! Thai and Arabic digits: converts the digits of a text to those of the document, except where they must stay as
//! typed.

use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use regex::Regex;

/// The digits that a document uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numerals {
    /// ๐ to ๙, as in official Thai correspondence.
    #[default]
    Thai,
    /// 0 to 9. Thai digits that the text already contains stay Thai.
    Arabic,
}

impl Numerals {
    /// All numerals with their names.
    pub const ALL: [(&'static str, Numerals); 2] = [("thai", Numerals::Thai), ("arabic", Numerals::Arabic)];

    /// The name by which users choose them: `thai` or `arabic`.
    pub fn name(self) -> &'static str {
        match self {
            Numerals::Thai => "thai",
            Numerals::Arabic => "arabic",
        }
    }

    /// Converts the digits of a text.
    ///
    /// With [`Numerals::Thai`], Arabic digits become Thai ones, except in URLs, in e-mail addresses, and in numbers
    /// that touch a Latin letter, directly or through a hyphen (`COVID-19`, `ISO9001`, `3D`). With
    /// [`Numerals::Arabic`], the text stays as it is.
    pub fn convert(self, text: &str) -> String {
        match self {
            Numerals::Thai if text.bytes().any(|b| b.is_ascii_digit()) => to_thai(text),
            _ => text.to_owned(),
        }
    }

    /// Formats a whole number in these digits.
    pub fn integer(self, number: usize) -> String {
        self.convert(&number.to_string())
    }
}

impl FromStr for Numerals {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Numerals::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, numerals)| numerals).ok_or(())
    }
}

/// Matches URLs with and without a scheme, and e-mail addresses. They end at white space, a quotation mark or a Thai
/// character. In a host without a scheme, a letter must follow the last dot: `0023.1/1234` is the reference number of a
/// document.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let rest = r"[^\s\u{0E00}-\u{0E7F}<>\x22“”‘’]*";
    let host = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z][A-Za-z0-9-]+";
    Regex::new(&format!(
        r"(?:https?://|mailto:|www\.){rest}|[A-Za-z0-9._%+-]+@{host}|{host}/{rest}|{host}\.(?:th|com|org|net)\b"
    ))
    .expect("the pattern of addresses is well formed")
});

/// The byte ranges of the URLs and e-mail addresses in a text.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    ADDRESS.find_iter(text).map(|found| found.range())
}

fn to_thai(text: &str) -> String {
    let addresses: Vec<Range<usize>> = addresses(text).collect();
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut rest = 0;
    for number in numbers(text) {
        out.push_str(&text[rest..number.start]);
        let digits = &text[number.clone()];
        let in_address = addresses.iter().any(|a| a.contains(&number.start));
        if in_address || touches_latin(text, &number) {
            out.push_str(digits);
        } else {
            out.extend(digits.chars().map(thai_digit));
        }
        rest = number.end;
    }
    out.push_str(&text[rest..]);
    out
}

/// The byte ranges of numbers in Arabic digits, including the dots and commas inside them.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = (at..bytes.len()).find(|&i| digit(i))?;
        let mut end = start + 1;
        while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
            end += 1;
        }
        at = end;
        Some(start..end)
    })
}

fn touches_latin(text: &str, number: &Range<usize>) -> bool {
    fn starts_latin(mut next: impl Iterator<Item = char>) -> bool {
        match next.next() {
            Some('-') => next.next().is_some_and(is_latin),
            Some(c) => is_latin(c),
            None => false,
        }
    }
    starts_latin(text[..number.start].chars().rev()) || starts_latin(text[number.end..].chars())
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}' if c.is_alphabetic())
}

fn thai_digit(c: char) -> char {
    match c.to_digit(10) {
        Some(value) => char::from_u32('๐' as u32 + value).expect("Thai digits follow one another"),
        None => c,
    }
}

/// The value of a Thai or Arabic digit, or `None` if the character is neither.
pub fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '๐'..='๙' => Some((c as u32 - '๐' as u32) as u8),
        _ => None,
    }
}

/// Whether the character is a Thai or Arabic digit.
pub fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// Converts Thai digits to Arabic ones, so that numbers in the text can be parsed.
pub fn to_arabic(text: &str) -> String {
    text.chars().map(|c| digit(c).map_or(c, |value| char::from(b'0' + value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_thai_prose_become_thai() {
        for (typed, set) in [
            ("ประจำปีงบประมาณ พ.ศ.2567", "ประจำปีงบประมาณ พ.ศ.๒๕๖๗"),
            ("1,250.50 บาท (5%)", "๑,๒๕๐.๕๐ บาท (๕%)"),
            ("ITA 2567 ได้ 94.69", "ITA ๒๕๖๗ ได้ ๙๔.๖๙"),
            ("1.ITA ประจำปี", "๑.ITA ประจำปี"),
            ("ข้อ 3-5 และ ๗", "ข้อ ๓-๕ และ ๗"),
            ("-23.33", "-๒๓.๓๓"),
            ("ที่ มท 0808.2/ว 1234", "ที่ มท ๐๘๐๘.๒/ว ๑๒๓๔"),
            ("อย 0023.1/1234 ข้อ 3.2/4", "อย ๐๐๒๓.๑/๑๒๓๔ ข้อ ๓.๒/๔"),
        ] {
            assert_eq!(Numerals::Thai.convert(typed), set);
            assert_eq!(Numerals::Arabic.convert(typed), typed);
        }
    }

    #[test]
    fn digits_that_touch_latin_letters_stay() {
        for text in ["COVID-19", "ISO9001", "v1.2.3", "O1-O35", "3D", "4-Way"] {
            assert_eq!(Numerals::Thai.convert(text), text);
        }
        assert_eq!(Numerals::Thai.convert("โรคCOVID-19ปี 2563"), "โรคCOVID-19ปี ๒๕๖๓");
    }

    #[test]
    fn addresses_stay_and_the_text_around_them_does_not() {
        for (typed, set) in [
            (
                "ดู https://www.muangmu.go.th/ita/2567/o34?id=5 ข้อ 2",
                "ดู https://www.muangmu.go.th/ita/2567/o34?id=5 ข้อ ๒",
            ),
            ("saraban_06170101@dla.go.th โทร 036", "saraban_06170101@dla.go.th โทร ๐๓๖"),
            ("เว็บ muangmu.go.th/34 หน้า 3", "เว็บ muangmu.go.th/34 หน้า ๓"),
            ("www.muangmu2.go.thหน้า 3", "www.muangmu2.go.thหน้า ๓"),
        ] {
            assert_eq!(Numerals::Thai.convert(typed), set);
        }
    }

    #[test]
    fn thai_digits_can_be_read() {
        assert_eq!(to_arabic("๕ ต.ค. ๒๕๖๗"), "5 ต.ค. 2567");
    }
}
