//! From bytes to a TOML tree: encodings, and the one date that TOML and Thailand disagree about.

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::diagnostic::{Diagnostic, Fault};
use super::source::Source;
use crate::thai::Date;

/// Reads a file's bytes as UTF-8. On failure the text is what could be read, for showing the place.
pub(super) fn decode(name: &str, bytes: &[u8]) -> (Source, Option<Diagnostic>) {
    let error = match str::from_utf8(bytes) {
        Ok(text) => return (Source::new(name, text), None),
        Err(error) => error,
    };
    let source = Source::new(name, &String::from_utf8_lossy(bytes));
    // Up to the error the lossy text is the file's own, less the byte-order mark.
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let at = error.valid_up_to().saturating_sub(mark);
    let fault = Fault::NotUtf8 { encoding: encoding(bytes) };
    (source, Some(Diagnostic::new(fault, at..at + char::REPLACEMENT_CHARACTER.len_utf8())))
}

/// A guess at what the bytes are instead, for the message.
fn encoding(bytes: &[u8]) -> &'static str {
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    let thai = bytes.iter().filter(|b| matches!(**b, 0xA1..=0xDA | 0xDF..=0xFB)).count();
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        "utf-16"
    } else if thai == high {
        "tis-620"
    } else {
        "unknown"
    }
}

/// Parses the source as far as it can be parsed.
///
/// TOML counts leap years in the Common Era, so it refuses `2567-02-29`, a day that Thailand had. `patched` is room
/// for the same text with that day moved to the 28th, which leaves every place where it was; whoever reads a date
/// reads it from the source.
pub(super) fn parse<'t>(
    source: &'t Source,
    patched: &'t mut String,
) -> (Spanned<DeTable<'t>>, Vec<Diagnostic>) {
    let text = source.text();
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return (table, Vec::new());
    }
    patched.push_str(text);
    for (at, _) in text.match_indices("-02-29") {
        let touched = errors.iter().filter_map(Error::span).any(|s| s.start <= at + 6 && at <= s.end + 4);
        let year = at.checked_sub(4).and_then(|start| text.get(start..at)?.parse().ok());
        if touched && year.is_some_and(|year: i32| year >= 2400 && Date::of_either_era(year, 2, 29).is_some())
        {
            patched.replace_range(at + 5..at + 6, "8");
        }
    }
    let (table, errors) = DeTable::parse_recoverable(patched);
    let diagnostic = |error: Error| {
        let span = error.span().unwrap_or(0..0);
        Diagnostic::new(Fault::Syntax { detail: error.message().to_owned() }, span)
    };
    (table, errors.into_iter().map(diagnostic).collect())
}
