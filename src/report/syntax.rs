//! Turns bytes into a TOML tree: decoding, mending what people type that TOML rejects, and parsing.

mod bare;
mod decode;
mod file_kind;
mod kinds;
mod lists;
mod mender;
mod outline;
mod signs;
mod statements;
mod string_end;
mod strings;
mod unquoted;
mod values;

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue, Error};

pub(super) use decode::decode;
use kinds::{Expected, KeyKind};
use mender::Mended;
use outline::has_commented_heading;
use statements::mend;

use super::correction::Edit;
use super::diagnostic::{Diagnostic, Fault, ParserMessage};
use super::source::{Source, Span};
use crate::thai::Date;

/// A file as TOML's parser reads it, with places in the file as it is written.
pub(super) struct Parsed<'t> {
    pub table: DeTable<'t>,
    /// What is wrong with the syntax. Every fault is reported once.
    pub diagnostics: Vec<Diagnostic>,
    /// Places of the file whose content is a guess, so that further faults in them say nothing.
    pub guesses: Vec<Span>,
    /// The edits of the text that was parsed, as messages show them, in the order of their places.
    pub edits: Vec<Edit>,
}

/// Parses the source. If the parser finds a fault, the text is mended first, so that the rest of the file is read as it was
/// meant. `room` receives the text that is parsed instead of the source's.
///
/// TOML counts leap years in the Common Era, so it rejects `2567-02-29`, a valid day in the Buddhist Era. Such days are
/// parsed with the 28th in place of the 29th. Dates must be read from the source, not from the tree.
pub(super) fn parse<'t>(source: &'t Source, room: &'t mut String) -> Parsed<'t> {
    let plain = |table: Spanned<DeTable<'t>>| Parsed {
        table: table.into_inner(),
        diagnostics: Vec::new(),
        guesses: Vec::new(),
        edits: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(source.text());
    if errors.is_empty() && !has_commented_heading(source.text()) && !has_unknown_table(table.get_ref()) {
        return plain(table);
    }
    let with_leap_days = with_leap_days(source.text(), &errors);
    let is_broken = errors.len() > with_leap_days.as_ref().map_or(0, |(_, days)| *days);
    let mended = mend(source);
    let is_of_headings = |d: &Diagnostic| {
        matches!(
            d.fault,
            Fault::CommentedHeading { .. }
                | Fault::HeadingName { .. }
                | Fault::UnknownKey { .. }
                | Fault::HeadingYear {}
                | Fault::HeadingBrackets { .. }
        )
    };
    // A file that can be parsed needs no mending, unless one of its headings is a comment or a name of no table.
    let only_headings = !mended.diagnostics.is_empty() && mended.diagnostics.iter().all(is_of_headings);
    if !is_broken && !only_headings {
        let Some((text, _)) = with_leap_days else { return plain(table) };
        room.push_str(&text);
        return plain(DeTable::parse_recoverable(room).0);
    }
    let (_, errors) = DeTable::parse_recoverable(&mended.text);
    room.push_str(&self::with_leap_days(&mended.text, &errors).map_or(mended.text.clone(), |(text, _)| text));
    let (table, errors) = DeTable::parse_recoverable(room);
    let table = placed_table(table.into_inner(), &mended);
    let line = |d: &Diagnostic| source.position(d.span.start).line;
    let known: BTreeSet<usize> = mended.diagnostics.iter().map(line).collect();
    let mut seen = BTreeSet::new();
    let left = errors.iter().map(|error| residual(&mended, error));
    let left: Vec<Diagnostic> = left
        .filter(|d| !mended.is_guess(&d.span) && !known.contains(&line(d)) && seen.insert(line(d)))
        .collect();
    let mut guesses = mended.guesses;
    // What the parser makes of a line that it cannot read is its guess.
    guesses.extend(left.iter().map(|d| source.lines_of(&d.span)));
    let mut diagnostics = mended.diagnostics;
    diagnostics.extend(left);
    Parsed { table, diagnostics, guesses, edits: mended.shown }
}

/// Whether a table of the file is none of a report's, or the results of a year that is not said.
fn has_unknown_table(root: &DeTable) -> bool {
    root.iter().any(|(key, value)| match (key.get_ref().as_ref(), value.get_ref()) {
        ("scores", DeValue::Table(scores)) => {
            scores.contains_key("total") || scores.contains_key("indicators")
        }
        (key, DeValue::Table(_) | DeValue::Array(_)) => !outline::TABLES.contains(&key) && key != "rules",
        _ => false,
    })
}

/// The text with the 28th in place of each leap day of the Buddhist Era, and how many there are. `None` if there are none.
fn with_leap_days(text: &str, errors: &[Error]) -> Option<(String, usize)> {
    let days: Vec<Span> = errors
        .iter()
        .filter_map(|error| date_token(text, error))
        .filter(|day| is_leap_day(&text[day.clone()]))
        .collect();
    if days.is_empty() {
        return None;
    }
    let mut patched = text.to_owned();
    for day in &days {
        patched.replace_range(day.start + "2567-02-2".len()..day.end, "8");
    }
    Some((patched, days.len()))
}

/// The span of the whole date, if the error says that a date is invalid.
fn date_token(text: &str, error: &Error) -> Option<Span> {
    let at = error.span().filter(|_| error.message().starts_with("invalid date"))?.start;
    let part = |c: char| c.is_ascii_digit() || c == '-';
    let start = text[..at].trim_end_matches(part).len();
    let after = &text[at..];
    let end = at + after.len() - after.trim_start_matches(part).len();
    Some(start..end)
}

/// Whether the text is a 29 February that exists in the Buddhist Era.
fn is_leap_day(text: &str) -> bool {
    text.ends_with("-02-29") && text.len() == "2567-02-29".len() && text.parse::<Date>().is_ok()
}

/// The diagnostic for an error that is left in the mended text.
fn residual(mended: &Mended, error: &Error) -> Diagnostic {
    match date_token(&mended.text, error) {
        Some(span) => {
            let value = mended.text[span.clone()].to_owned();
            Diagnostic::new(Fault::DateImpossible { value }, mended.place(&span))
        }
        None => {
            let fault = Fault::Syntax { detail: ParserMessage(error.message().to_owned()) };
            Diagnostic::new(fault, mended.place(&error.span().unwrap_or(0..0)))
        }
    }
}

/// The table with the places in the file that the mended text was made of.
fn placed_table<'t>(table: DeTable<'t>, mended: &Mended) -> DeTable<'t> {
    let pair = |(key, value): (Spanned<DeString<'t>>, Spanned<DeValue<'t>>)| {
        let span = mended.place(&key.span());
        (Spanned::new(span, key.into_inner()), placed_value(value, mended))
    };
    table.into_iter().map(pair).collect()
}

fn placed_value<'t>(value: Spanned<DeValue<'t>>, mended: &Mended) -> Spanned<DeValue<'t>> {
    let span = mended.place(&value.span());
    let placed = match value.into_inner() {
        DeValue::Array(items) => {
            DeValue::Array(items.into_iter().map(|item| placed_value(item, mended)).collect())
        }
        DeValue::Table(table) => DeValue::Table(placed_table(table, mended)),
        other => other,
    };
    Spanned::new(span, placed)
}

/// The number that a text was meant to be, in the digits and signs of TOML. `None` if it is no number.
pub(super) fn number_as_typed(text: &str) -> Option<String> {
    let found = bare::classify(text, KeyKind { expected: Expected::Number, ..KeyKind::default() });
    let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
    match found.right() {
        Some(right) => Some(right.to_owned()),
        None => (found == bare::Bare::Valid && is_number).then(|| text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The TOML files of the repository that can be parsed.
    fn files() -> Vec<(String, String)> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders =
            ["data/examples", "data/ita", "tests/checked/clean", "tests/checked/planted", "tests/gold"];
        let mut files = Vec::new();
        for folder in folders {
            for entry in std::fs::read_dir(root.join(folder)).expect("a folder").flatten() {
                let path = entry.path();
                if path.extension().is_some_and(|extension| extension == "toml") {
                    let text = std::fs::read_to_string(&path).expect("text");
                    files.push((
                        path.display().to_string(),
                        text.replace("@year@", "2567").replace("@previous_year@", "2566"),
                    ));
                }
            }
        }
        files
    }

    #[test]
    fn what_the_parser_reads_is_left_as_it_is() {
        let files = files();
        assert!(files.len() > 50, "{}", files.len());
        for (name, text) in files {
            for text in [text.clone(), text.replace('\n', "\r\n")] {
                let source = Source::new(&name, &text);
                assert!(DeTable::parse_recoverable(source.text()).1.is_empty(), "{name}");
                let mended = mend(&source);
                assert_eq!(mended.diagnostics, [], "{name}");
                assert_eq!(mended.text, source.text(), "{name}");
            }
        }
    }
}
