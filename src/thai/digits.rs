//! Thai and Arabic digits, and the addresses in which digits stay as typed.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Matches URLs with and without a scheme, and e-mail addresses. They end at white space, a quotation mark or a Thai
/// character, unless that begins a part of the path: `/ข้อมูล/2567`. In a host without a scheme, a letter must follow the
/// last dot: `0023.1/1234` is the reference number of a document.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let rest = r"(?:[/=_-][\u{0E00}-\u{0E7F}]+|[^\s\u{0E00}-\u{0E7F}<>\x22“”‘’])*";
    let host = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z][A-Za-z0-9-]+";
    Regex::new(&format!(
        r"(?:https?://|mailto:|www\.){rest}|[A-Za-z0-9._%+-]+@{host}|{host}/{rest}|{host}\.(?:th|com|org|net)\b"
    ))
    .expect("the pattern of addresses is well formed")
});

/// Whether a text has a sign without which it has no address. Most texts have none, and this takes less time than the pattern.
fn has_address_sign(text: &str) -> bool {
    let mut before = 0;
    text.contains("www.")
        || text.bytes().any(|byte| {
            let is_sign = matches!(byte, b'@' | b'/')
                || before == b':' && byte.is_ascii_graphic()
                || before == b'.' && byte.is_ascii_alphabetic();
            before = byte;
            is_sign
        })
}

/// The byte ranges of the URLs and e-mail addresses in a text.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let has_any = has_address_sign(text);
    has_any.then(|| ADDRESS.find_iter(text)).into_iter().flatten().map(|found| found.range())
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

/// Converts Arabic digits to Thai ones.
pub fn to_thai(text: &str) -> String {
    text.chars().map(thai_digit).collect()
}

fn thai_digit(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32('๐' as u32 + u32::from(c) - u32::from('0'))
            .expect("Thai digits follow one another"),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_both_kinds_can_be_read_and_converted() {
        assert_eq!(to_arabic("๕ ต.ค. ๒๕๖๗"), "5 ต.ค. 2567");
        assert_eq!(to_thai("5 ต.ค. ๒567"), "๕ ต.ค. ๒๕๖๗");
    }
}
