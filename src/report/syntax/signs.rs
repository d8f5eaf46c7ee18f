//! Signs that look like the ones that TOML needs: quotes, spaces, brackets, dashes and digits of word processors,
//! telephones and web pages.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Whether the character looks like a quotation mark but is neither `"` nor `'`.
pub(super) fn is_odd_quote(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '″'
            | '＂'
            | '〝'
            | '〞'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '′'
            | '´'
            | '`'
            | '‹'
            | '›'
            | '˝'
            | 'ʺ'
            | '＇'
    )
}

/// Whether an odd quotation mark can only open a quotation.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '“' | '„' | '‘' | '‚' | '«' | '‹' | '〝')
}

/// Whether the character is a space of another kind than TOML's, or invisible.
pub(super) fn is_odd_space(c: char) -> bool {
    c != ' ' && c.general_category() == GeneralCategory::SpaceSeparator
        || crate::thai::characters::is_invisible(c)
}

/// Whether the character ends a line in a word processor or on an old computer, but not in TOML. A carriage return counts
/// only if no line feed follows it, which the caller has to look at.
pub(super) fn is_odd_line_end(c: char) -> bool {
    matches!(c, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the character is a dash that looks like the minus sign or hyphen of ASCII.
pub(super) fn is_odd_dash(c: char) -> bool {
    matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '﹣')
}

/// The ASCII character that a digit of any other script, or a full-width sign, stands for.
pub(super) fn ascii(c: char) -> Option<char> {
    match c {
        // Full-width forms follow the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0),
        _ if c.is_ascii() => None,
        _ => digit(c),
    }
}

/// The ASCII digit that a decimal digit of another script stands for. In every script they follow each other, and a
/// script's zero is ten characters before the first character that is no longer one.
fn digit(c: char) -> Option<char> {
    let is_digit = |code: u32| {
        char::from_u32(code).is_some_and(|c| c.general_category() == GeneralCategory::DecimalNumber)
    };
    let code = u32::from(c);
    if !is_digit(code) {
        return None;
    }
    // Blocks of digits begin at a code that ends in 0 or 6.
    let value = (0..10).find(|back| {
        let zero = code - back;
        matches!(zero % 16, 0 | 6) && (zero..zero + 10).all(is_digit)
    })?;
    char::from_digit(value, 10)
}

/// The ASCII sign that a full-width or decorated bracket stands for.
pub(super) fn bracket(c: char) -> Option<char> {
    match c {
        '［' | '【' | '〔' => Some('['),
        '］' | '】' | '〕' => Some(']'),
        '｛' => Some('{'),
        '｝' => Some('}'),
        '[' | ']' | '{' | '}' => Some(c),
        _ => None,
    }
}

/// Whether the character looks like a comma but is not `,`.
pub(super) fn is_odd_comma(c: char) -> bool {
    matches!(c, '，' | '、' | ';' | '；' | '،' | '‚')
}

/// Whether people put this sign between items in place of a comma.
pub(super) fn is_joint(c: char) -> bool {
    matches!(c, '.' | '/' | '|' | '&' | '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_are_read() {
        let read = |text: &str| text.chars().map(|c| ascii(c).unwrap_or(c)).collect::<String>();
        assert_eq!(read("๒๕๖๘"), "2568");
        assert_eq!(read("９７．０1"), "97.01");
        assert_eq!(read("۱۲۳ ०९ ၀၅ ០១ ໙"), "123 09 05 01 9");
        assert_eq!(read("กข"), "กข");
    }
}
