//! Splits text into tokens: Thai words, abbreviations, numbers, addresses, words of other scripts, and signs.

use std::ops::Range;

use super::characters::{is_combining, is_letter};
use super::digits::{self, is_digit};
use super::run::Run;
use super::words::{self, Origin};

/// A part of a text that is not a space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    /// Its byte offset in the text.
    pub start: usize,
    /// Whether a space is before it.
    pub spaced: bool,
    pub kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Thai(Origin),
    /// Thai letters with full stops: `พ.ร.บ.`
    Abbreviation,
    /// Digits, with commas, full stops and colons between them.
    Number,
    /// A URL or an e-mail address.
    Address,
    /// A word of another script, with the digits and hyphens in it: `e-GP`.
    Foreign,
    /// A single character.
    Sign,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub fn is_thai(&self) -> bool {
        matches!(self.kind, Kind::Thai(_))
    }

    pub fn is_sign(&self, signs: &[&str]) -> bool {
        self.kind == Kind::Sign && signs.contains(&self.text)
    }
}

/// The longest part of an abbreviation, in letters.
const LONGEST_ABBREVIATED: usize = 5;

/// The tokens of a text in order. `names` is an automaton of names that count as words.
pub(super) fn tokens<'t>(text: &'t str, names: &[u8]) -> Vec<Token<'t>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut addresses = digits::addresses(text).peekable();
    let mut at = 0;
    let mut spaced = false;
    while let Some(first) = text[at..].chars().next() {
        if first == ' ' {
            (at, spaced) = (at + 1, true);
            continue;
        }
        while addresses.next_if(|address| address.start < at).is_some() {}
        let most = addresses.peek().map_or(text.len(), |address| address.start);
        let mut push = |range: Range<usize>, kind| {
            tokens.push(Token { text: &text[range.clone()], start: range.start, spaced, kind });
            spaced = false;
        };
        let run = Run::at_start(&text[at..]);
        let end = if let Some(address) = addresses.next_if(|address| address.start == at) {
            push(address.clone(), Kind::Address);
            address.end
        } else if run.letter_count() > 0 {
            for cut in words::cut(run, names) {
                push(at + cut.range.start..at + cut.range.end, Kind::Thai(cut.origin));
            }
            at + run.as_str().len()
        } else if is_digit(first) {
            let end = at + number(&text[at..most]);
            push(at..end, Kind::Number);
            end
        } else if first.is_alphanumeric() {
            let end = at + foreign(&text[at..most]);
            push(at..end, Kind::Foreign);
            end
        } else {
            let end = at + first.len_utf8();
            push(at..end, Kind::Sign);
            end
        };
        at = end;
    }
    abbreviated(text, tokens)
}

/// The length of the number at the start of a text, in bytes.
fn number(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '.' | ',' | ':') && chars.peek().is_some_and(|(_, next)| is_digit(*next));
        if !is_digit(c) && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// The length of the word of another script at the start of a text, in bytes.
fn foreign(text: &str) -> usize {
    let (mut end, mut numbered) = (0, false);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let thai_digit = |c: char| ('๐'..='๙').contains(&c);
        let within = |c: char| c.is_alphanumeric() && !is_letter(c) && !thai_digit(c);
        // The number of a form may have Thai digits: IT-F-๐๓๗.
        numbered = thai_digit(c) && (numbered || text[..at].ends_with(['-', '_']));
        let joins = matches!(c, '-' | '.' | '\'' | '’' | '&' | '+' | '_')
            && chars
                .peek()
                .is_some_and(|(_, next)| within(*next) || matches!(c, '-' | '_') && thai_digit(*next));
        let mark = !c.is_ascii() && !c.is_alphanumeric() && is_combining(c);
        if !within(c) && !joins && !mark && !numbered {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Joins short Thai words and the full stops after them to abbreviations.
fn abbreviated<'t>(text: &'t str, tokens: Vec<Token<'t>>) -> Vec<Token<'t>> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if token.text == "." && !token.spaced {
            let mut first = out.len();
            let mut letters = 0;
            // A part of an abbreviation may have been cut into words: ก|สท|ช.
            while first > 0 {
                let before = &out[first - 1];
                let count = before.text.chars().count();
                let begins = before.spaced || first == 1 || !out[first - 2].is_thai();
                let is_part = !is_common(before) || begins && (letters == 0 || count < 3);
                if !before.is_thai() || letters + count > LONGEST_ABBREVIATED || !is_part {
                    break;
                }
                (letters, first) = (letters + count, first - 1);
                if begins {
                    break;
                }
            }
            if first < out.len() {
                let joins = first > 0 && !out[first].spaced && out[first - 1].kind == Kind::Abbreviation;
                let first = if joins { first - 1 } else { first };
                let Token { start, spaced, .. } = out[first];
                out.truncate(first);
                let text = &text[start..token.end()];
                out.push(Token { text, start, spaced, kind: Kind::Abbreviation });
                continue;
            }
        }
        out.push(token);
    }
    out
}

/// Whether the token is a word that is not rare.
fn is_common(token: &Token) -> bool {
    matches!(token.kind, Kind::Thai(Origin::Word { rarity }) if rarity < 5)
}
