//! Turns bytes into a TOML tree: decoding, parsing, and leap days of the Buddhist Era, which TOML rejects.

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::diagnostic::{Diagnostic, Fault, ParserMessage};
use super::source::{Source, Span};
use crate::thai::Date;

/// Decodes a file's bytes as UTF-8. On failure, the source has the text that could be decoded, so that messages can
/// show the place.
pub(super) fn decode(name: &str, bytes: &[u8]) -> (Source, Option<Diagnostic>) {
    let error = match str::from_utf8(bytes) {
        // UTF-16 text in Latin letters has a zero in every second byte, and may be valid UTF-8 as a whole.
        Ok(text) if text.bytes().take(1000).filter(|b| *b == 0).count() > 10 => {
            let fault = Fault::NotUtf8 { encoding: "utf-16" };
            return (Source::new(name, text), Some(Diagnostic::new(fault, 0..1)));
        }
        Ok(text) => return (Source::new(name, text), None),
        Err(error) => error,
    };
    let source = Source::new(name, &String::from_utf8_lossy(bytes));
    // Before the error, the lossy text equals the file's, but `Source` removes the byte order mark.
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let at = error.valid_up_to().saturating_sub(mark);
    let fault = Fault::NotUtf8 { encoding: encoding(bytes) };
    (source, Some(Diagnostic::new(fault, at..at + char::REPLACEMENT_CHARACTER.len_utf8())))
}

/// Guesses the encoding of bytes that are not UTF-8: `utf-16`, `tis-620` or `unknown`.
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

/// Parses the source as far as possible.
///
/// TOML counts leap years in the Common Era, so it rejects `2567-02-29`, a valid day in the Buddhist Era. If the source
/// has such days, `patched` receives its text with the 28th in place of the 29th, and that text is parsed instead. All
/// byte offsets stay the same. Dates must be read from the source, not from the tree.
pub(super) fn parse<'t>(
    source: &'t Source,
    patched: &'t mut String,
) -> (Spanned<DeTable<'t>>, Vec<Diagnostic>) {
    let text = source.text();
    let (table, errors) = DeTable::parse_recoverable(text);
    let leap_days: Vec<Span> = errors
        .iter()
        .filter_map(|error| date_token(source, error))
        .filter(|day| is_leap_day(source, day))
        .collect();
    if leap_days.is_empty() {
        return (table, diagnostics(source, errors));
    }
    patched.push_str(text);
    for day in leap_days {
        patched.replace_range(day.start + "2567-02-2".len()..day.start + "2567-02-29".len(), "8");
    }
    let (table, errors) = DeTable::parse_recoverable(patched);
    (table, diagnostics(source, errors))
}

/// Converts the parser's errors, without those that only follow from others: keeps the first error on each line, and
/// none after an unclosed bracket.
fn diagnostics(source: &Source, mut errors: Vec<Error>) -> Vec<Diagnostic> {
    let start = |error: &Error| error.span().map_or(0, |span| span.start);
    errors.sort_by_key(start);
    let unclosed = unclosed_bracket(source, &errors);
    if let Some((first, _)) = unclosed {
        errors.truncate(first);
    }
    errors.dedup_by_key(|error| source.position(start(error)).line);
    let found = errors.iter().map(|error| diagnostic(source, error));
    found.chain(unclosed.map(|(_, diagnostic)| diagnostic)).collect()
}

/// If an array or inline table lacks its closing bracket, the parser reports an error for each line after it. Returns
/// the index of the first such error, and the diagnostic to show instead, at the end of the text before that error.
fn unclosed_bracket(source: &Source, errors: &[Error]) -> Option<(usize, Diagnostic)> {
    const SYMPTOMS: [&str; 3] = ["unexpected `=` in array", "unclosed array", "unclosed inline table"];
    const EARLIER_SYMPTOMS: [&str; 2] = ["missing comma", "string values must be quoted"];
    let says = |error: &Error, words: &[&str]| words.iter().any(|word| error.message().starts_with(word));
    let noticed = errors.iter().position(|error| says(error, &SYMPTOMS))?;
    let line = |error: &Error| source.position(error.span().map_or(0, |span| span.start)).line;
    let follows = |error: &&Error| says(error, &EARLIER_SYMPTOMS) || line(error) == line(&errors[noticed]);
    let before = errors[..noticed].iter().rev().take_while(follows).count();
    let first = noticed - before;
    let at = source.slice(&(0..errors[first].span()?.start)).trim_end().len();
    let inline = says(&errors[noticed], &SYMPTOMS[2..]);
    let detail = if inline { SYMPTOMS[2] } else { SYMPTOMS[1] };
    Some((first, Diagnostic::new(Fault::Syntax { detail: ParserMessage(detail.to_owned()) }, at..at)))
}

/// The span of the whole date, if the error says that a date is invalid.
fn date_token(source: &Source, error: &Error) -> Option<Span> {
    let at = error.span().filter(|_| error.message().starts_with("invalid date"))?.start;
    let part = |c: char| c.is_ascii_digit() || c == '-';
    let before = source.slice(&(0..at));
    let start = before.trim_end_matches(part).len();
    let after = source.slice(&(at..source.text().len()));
    let end = at + after.len() - after.trim_start_matches(part).len();
    Some(start..end)
}

/// Whether the text at `day` is a 29 February that exists in the Buddhist Era.
fn is_leap_day(source: &Source, day: &Span) -> bool {
    let text = source.slice(day);
    text.ends_with("-02-29") && text.len() == "2567-02-29".len() && text.parse::<Date>().is_ok()
}

fn diagnostic(source: &Source, error: &Error) -> Diagnostic {
    match date_token(source, error) {
        Some(span) => {
            let value = source.slice(&span).to_owned();
            Diagnostic::new(Fault::DateImpossible { value }, span)
        }
        None => {
            let fault = Fault::Syntax { detail: ParserMessage(error.message().to_owned()) };
            Diagnostic::new(fault, error.span().unwrap_or(0..0))
        }
    }
}
