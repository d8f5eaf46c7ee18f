//! Spaces at which a line must not be broken: between a number and its unit, a title and a name, the parts of a date.
//! The word lists are in `data/lexicon/ties.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::marks::{BREAK, TIED_SPACE};
use crate::thai::calendar::MONTHS;
use crate::thai::characters::is_letter;
use crate::thai::digits::is_digit;
use crate::thai::{Run, words};

static TIES: LazyLock<Ties> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/lexicon/ties.toml")).expect("the embedded list is TOML")
});

#[derive(Deserialize)]
struct Ties {
    after_numbers: Vec<String>,
    before_numbers: Vec<String>,
    before_names: Vec<String>,
    phrases: Vec<String>,
}

/// The longest Latin unit that stays with its number, in letters.
const LONGEST_UNIT: usize = 4;
/// The longest number that must not be left alone on the last line, in digits.
const LONGEST_LAST: usize = 3;

/// Whether a line must not be broken at the space between two texts.
pub(super) fn is_no_break_space(before: &str, after: &str, names: &[u8]) -> bool {
    let number = &after[..after.find(|c| !is_digit(c)).unwrap_or(after.len())];
    if after.starts_with(['ๆ', 'ฯ']) || begins_with_dash(after) || is_item_number(before) {
        true
    } else if before.ends_with('×') || after.starts_with('×') {
        is_number_or_sign(before) && after.starts_with(|c| is_digit(c) || c == '×')
    } else if !number.is_empty() {
        let last = number.len() == after.len() && number.chars().count() <= LONGEST_LAST;
        last && before.ends_with(is_letter)
            || ends_with(before, "ที่")
            || ends_with_telephone_number(before)
            || TIES.before_numbers.iter().any(|word| ends_with(before, word))
            || ends_with_month(before)
    } else if before.strip_suffix(".-").unwrap_or(before).ends_with(is_digit) {
        MONTHS.iter().any(|(long, short)| begins_with(after, long, names) || after.starts_with(short))
            || is_unit_of_another_script(after)
            || !is_ordinal(before) && TIES.after_numbers.iter().any(|unit| begins_with(after, unit, names))
    } else if after.starts_with("พ.ศ.") {
        ends_with_month(before)
    } else {
        titles().any(|title| ends_with_title(before, title))
    }
}

/// Whether the text ends with the first groups of a telephone number, which starts with a zero: ๐ ๕๓๐๐.
fn ends_with_telephone_number(text: &str) -> bool {
    let before = text.trim_end_matches(|c| is_digit(c) || c == ' ' || c == TIED_SPACE);
    let number = text[before.len()..].trim_start_matches([' ', TIED_SPACE]);
    number.starts_with(['0', '๐']) && number.ends_with(is_digit)
}

/// Whether the number at the end of the text is an ordinal rather than a count: ชุดที่ ๑ มาตรการ.
fn is_ordinal(text: &str) -> bool {
    ends_with(text.trim_end_matches(is_digit).trim_end_matches([' ', TIED_SPACE]), "ที่")
}

/// Whether the text is only an item number, as at the beginning of a measure: `๑.`
fn is_item_number(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|number| !number.is_empty() && number.chars().all(is_digit))
}

/// Whether the text begins with a dash and a space. This dash joins two dates and must not begin a line.
fn begins_with_dash(text: &str) -> bool {
    text.strip_prefix(['-', '–', '—']).is_some_and(|after| after.starts_with(' '))
}

fn ends_with_month(text: &str) -> bool {
    MONTHS.iter().any(|(long, short)| ends_with(text, long) || ends_with(text, short))
}

fn is_number_or_sign(text: &str) -> bool {
    text.ends_with(|c| is_digit(c) || c == '×')
}

/// Whether the text begins with a short Latin word such as BTU.
fn is_unit_of_another_script(text: &str) -> bool {
    let word = &text[..text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len())];
    (1..=LONGEST_UNIT).contains(&word.len())
}

/// Whether the text ends with the word. Break marks in the text are ignored.
fn ends_with(text: &str, word: &str) -> bool {
    let mut text = text.chars().rev().filter(|c| *c != BREAK);
    word.chars().rev().all(|c| text.next() == Some(c))
}

/// Returns the titles that stay on one line with the name after them.
fn titles() -> impl Iterator<Item = &'static str> {
    TIES.before_names.iter().map(String::as_str).chain(words::TITLES)
}

/// Whether the text is the title, or ends with it after a space or an opening bracket. After a number, the
/// word is a unit, not a title: ๑๒ นาย.
fn ends_with_title(text: &str, title: &str) -> bool {
    let Some(before) = text.strip_suffix(title) else { return false };
    let counted = before.trim_end_matches([' ', TIED_SPACE]).ends_with(is_digit);
    before.is_empty() || before.ends_with([' ', TIED_SPACE, '(']) && !counted
}

/// Whether the text begins with the word as a whole word: the run of Thai letters ends after it, or a line could be
/// broken there.
fn begins_with(text: &str, word: &str, names: &[u8]) -> bool {
    let Some(after) = text.strip_prefix(word) else { return false };
    if !after.starts_with(is_letter) {
        return true;
    }
    words::breaks(Run::at_start(text), names, usize::MAX).contains(&word.len())
}

/// Whether a run of Thai letters belongs to the name of a person: whether it follows a title, or a title and a first
/// name. The dictionary does not know the word boundaries in such names.
pub(super) fn is_part_of_name(before: &str, run: &str) -> bool {
    if run.chars().count() > words::LONGEST_NAME {
        return false;
    }
    let spaces = [' ', TIED_SPACE];
    let title = |text: &str| titles().any(|title| ends_with_title(text, title));
    if before.ends_with('.') && title(before) {
        return true;
    }
    let Some(before) = before.strip_suffix(spaces) else { return false };
    let before = before.strip_suffix("หญิง").filter(|before| before.ends_with('.')).unwrap_or(before);
    let first = before.rsplit([' ', TIED_SPACE, BREAK]).next().unwrap_or(before);
    let before_first = before[..before.len() - first.len()].trim_end_matches(spaces);
    title(before) || title(before_first) || words::begins_with_title(first)
}

/// Whether the word begins a phrase.
pub(super) fn begins_phrase(word: &str) -> bool {
    TIES.phrases.iter().any(|phrase| phrase == word)
}
