//! Classes of characters: invisible ones that word processors and web pages leave in copied text, the private-use codes
//! of old Thai fonts, and Thai marks.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Whether the character is always invisible: zero-width spaces and joiners, soft hyphen, direction marks, variation
/// selectors, byte-order mark. Such characters carry no text and are removed before typesetting.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether a text has no visible characters.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether the character belongs to a private-use area, whose codes mean something different in every font.
pub fn is_private_use(c: char) -> bool {
    // Saves the lookup for everything below the first private-use area.
    c >= '\u{E000}' && c.general_category() == GeneralCategory::PrivateUse
}

/// The Thai character that old Thai Windows fonts showed for a private-use code. These fonts used the codes for marks
/// that are drawn lower or further left, and for letters without their foot. The codes are those of Microsoft's Thai
/// fonts. `None` for any other character.
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

/// The codes of characters, at most three of them.
pub fn codes(characters: impl Iterator<Item = char>) -> String {
    const MOST: usize = 3;
    let mut codes: Vec<String> = characters.map(|c| format!("U+{:04X}", u32::from(c))).collect();
    if codes.len() > MOST {
        codes.truncate(MOST);
        codes.push("…".to_owned());
    }
    codes.join(" ")
}

/// What a character of Word's symbol fonts, Symbol and Wingdings, stands for. Word stores them under private-use codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// The mark before an item of a list.
    Bullet,
    /// A tick or a ticked box.
    Tick,
    /// A cross or a crossed box.
    Cross,
    /// An empty box.
    Box,
    /// An arrow.
    Arrow,
    /// Any other one.
    Other,
}

/// What a private-use character stands for in Word's symbol fonts. `None` for any other character.
pub fn symbol(c: char) -> Option<Symbol> {
    let symbol = match c {
        '\u{F06C}' | '\u{F06E}' | '\u{F075}' | '\u{F076}' | '\u{F077}' | '\u{F09E}' | '\u{F09F}'
        | '\u{F0A7}' | '\u{F0B7}' | '\u{F0D8}' => Symbol::Bullet,
        '\u{F050}' | '\u{F052}' | '\u{F0FC}' | '\u{F0FE}' => Symbol::Tick,
        '\u{F04F}' | '\u{F051}' | '\u{F053}' | '\u{F0FB}' | '\u{F0FD}' => Symbol::Cross,
        '\u{F06F}' | '\u{F070}' | '\u{F071}' | '\u{F072}' | '\u{F0A8}' => Symbol::Box,
        '\u{F0AC}'..='\u{F0AF}' | '\u{F0DB}'..='\u{F0F0}' => Symbol::Arrow,
        '\u{F020}'..='\u{F0FF}' => Symbol::Other,
        _ => return None,
    };
    Some(symbol)
}

/// Whether the character can be part of a Thai word: a consonant, a vowel, a mark, ๆ or ฯ.
pub fn is_letter(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}')
}

/// Whether the character is drawn together with the one before it, in any script.
pub fn is_combining(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark
}

/// Whether the character is one of the four tone marks.
pub fn is_tone(c: char) -> bool {
    matches!(c, '\u{E48}'..='\u{E4B}')
}

/// Whether the character is a Thai mark that is drawn above or below a letter.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}
