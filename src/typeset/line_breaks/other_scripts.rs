//! Words of other scripts, such as abbreviations, links and e-mail addresses. A short word is not broken at all. A long
//! word may be broken after its punctuation.

use super::marks::{BREAK, JOIN};
use crate::thai::characters::is_letter;
use crate::thai::digits::is_digit;
use crate::thai::words;

/// A word is kept whole up to the given `longest`, clamped to this range, in letters.
const MIN_WHOLE_FOREIGN: usize = 12;
const MAX_WHOLE_FOREIGN: usize = 18;
/// The widest part of a long word that is kept whole, in letters.
const LONGEST_PART: usize = 14;
/// A part of a long word that is narrower than this stays with its neighbour, in letters.
const SHORT_PART: usize = 6;

/// Adds a word of another script. A line may be broken between it and adjacent Thai, and within it if it is long. A
/// short word is not broken at its hyphens.
pub(super) fn push_word(out: &mut String, word: &str, after: &str, longest: usize) {
    if word.starts_with(|c: char| c.is_ascii_alphabetic())
        && out.ends_with(is_letter)
        && !words::ends_with_prefix(out)
    {
        out.push(BREAK);
    }
    if words::width(word) <= longest.clamp(MIN_WHOLE_FOREIGN, MAX_WHOLE_FOREIGN) {
        push_held(out, word, words::begins_word(after));
    } else {
        push_address(out, word, longest.min(LONGEST_PART));
    }
    if word.ends_with(|c: char| c.is_ascii_alphabetic()) && words::begins_word(after) {
        out.push(BREAK);
    }
}

/// Adds a short word and forbids line breaks after each of its hyphens that has text on both sides. `goes_on` says
/// whether a Thai word follows directly.
fn push_held(out: &mut String, word: &str, goes_on: bool) {
    for (at, c) in word.char_indices() {
        let has_text_before = at > 0 || out.ends_with(is_letter);
        let last = at + c.len_utf8() == word.len();
        out.push(c);
        if matches!(c, '-' | '–') && has_text_before && (!last || goes_on) {
            out.push(JOIN);
        }
    }
}

/// Adds a long word such as an e-mail address. It may be broken after punctuation, and anywhere within a part that is
/// itself too long. Short parts such as `www.` and `th` stay with their neighbour.
fn push_address(out: &mut String, word: &str, longest: usize) {
    let mut parts: Vec<String> = Vec::new();
    for part in word.split_inclusive(['@', '.', '_', '/', '&', '=', '?', '+', '-', '–']) {
        match parts.last_mut() {
            Some(last)
                if words::width(last).min(words::width(part)) < SHORT_PART
                    && words::width(last) + words::width(part) <= longest =>
            {
                last.push_str(part)
            }
            _ => parts.push(part.to_owned()),
        }
    }
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            out.push(BREAK);
        }
        let plain = part.chars().all(|c| c.is_ascii() || is_digit(c));
        for (at, c) in part.char_indices() {
            if at > 0 && plain && words::width(part) > longest {
                out.push(BREAK);
            }
            out.push(c);
        }
    }
}
