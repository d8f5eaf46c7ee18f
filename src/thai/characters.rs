//! Characters that have no place on a page: invisible ones that word processors and web pages leave in
//! copied text, control characters, and the private-use codes of old Thai fonts.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Whether the character is invisible by its nature: zero-width spaces and joiners, soft hyphen, direction marks,
/// variation selectors, byte-order mark. They carry no text and are dropped before setting.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether nothing of the text would be seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether the character belongs to a private-use area, where every font means something else.
pub fn is_private_use(c: char) -> bool {
    // Nothing below the first such area needs to be looked up.
    c >= '\u{E000}' && c.general_category() == GeneralCategory::PrivateUse
}

/// The Thai character that an old Thai Windows font meant by a private-use code: marks drawn lower or
/// further left, and letters without their foot (the codes are those of Microsoft's Thai fonts).
pub fn private_use_meaning(c: char) -> Option<char> {
    let meant = match c {
        '\u{F700}' => 'ฐ',
        '\u{F701}' => '\u{E34}',
        '\u{F702}' => '\u{E35}',
        '\u{F703}' => '\u{E36}',
        '\u{F704}' => '\u{E37}',
        '\u{F705}' | '\u{F70A}' | '\u{F713}' => '\u{E48}',
        '\u{F706}' | '\u{F70B}' | '\u{F714}' => '\u{E49}',
        '\u{F707}' | '\u{F70C}' | '\u{F715}' => '\u{E4A}',
        '\u{F708}' | '\u{F70D}' | '\u{F716}' => '\u{E4B}',
        '\u{F709}' | '\u{F70E}' | '\u{F717}' => '\u{E4C}',
        '\u{F70F}' => 'ญ',
        '\u{F710}' => '\u{E31}',
        '\u{F711}' => '\u{E4D}',
        '\u{F712}' => '\u{E47}',
        '\u{F718}' => '\u{E38}',
        '\u{F719}' => '\u{E39}',
        '\u{F71A}' => '\u{E3A}',
        _ => return None,
    };
    Some(meant)
}

/// Whether the character is one of the four tone marks.
pub fn is_tone(c: char) -> bool {
    matches!(c, '\u{E48}'..='\u{E4B}')
}

/// Whether the character is a Thai mark above or below its letter.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}
