//! Reads tables and values of the parsed TOML, and reports every fault in them. serde would stop at the first one, so
//! the loader asks for each key by name. Keys that it has not asked for are unknown keys.

mod special;

use std::collections::BTreeSet;
use std::str::FromStr;

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::correction::{Correction, Edit};
use super::diagnostic::{Diagnostic, Fault, ValueType};
use super::nearest::{nearest, typos};
use super::prose::{Placeholder, Prose};
use super::retyped::retyped;
use super::source::{Source, Span, Spanned};
use super::unknown::unknown_key;
use crate::ita::{Score, ScoreError};
use crate::thai::characters::{is_blank, is_invisible};
use crate::thai::{Date, calendar::DateError};

/// A key with its value.
#[derive(Clone, Copy)]
pub(super) struct Entry<'t> {
    pub key: &'t str,
    pub value: &'t TomlSpanned<DeValue<'t>>,
}

impl<'t> Entry<'t> {
    pub fn span(&self) -> Span {
        self.value.span()
    }

    /// The items of an array, or the value itself as the only item.
    pub fn items(self) -> Vec<Entry<'t>> {
        match self.value.get_ref() {
            DeValue::Array(items) => items.iter().map(|value| Entry { key: self.key, value }).collect(),
            _ => vec![self],
        }
    }
}

#[cfg(test)]
thread_local! {
    /// The place of each table that has been read, and the keys that were asked for, to hold `data/keys.toml` against them.
    pub(super) static ASKED: std::cell::RefCell<Vec<(Span, BTreeSet<String>)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// A table that records which of its keys have been asked for.
pub(super) struct Table<'t> {
    /// Its own name, the last part of its heading. Empty for the top of the file.
    name: &'t str,
    table: &'t DeTable<'t>,
    asked: BTreeSet<String>,
    missing: Vec<&'static str>,
    span: Span,
}

impl<'t> Table<'t> {
    pub fn new(name: &'t str, table: &'t DeTable<'t>, span: Span) -> Self {
        Table { name, table, asked: BTreeSet::new(), missing: Vec::new(), span }
    }

    /// The place of the table: its heading, or the whole of an inline table.
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// The whole table.
    pub fn all(&self) -> &'t DeTable<'t> {
        self.table
    }

    /// The entry of a key. `None` if the table does not have the key.
    pub fn entry(&mut self, key: &str) -> Option<Entry<'t>> {
        self.asked.insert(key.to_owned());
        let (key, value) = self.table.iter().find(|(k, _)| k.get_ref() == key)?;
        Some(Entry { key: key.get_ref(), value })
    }

    /// The keys that have been asked for so far.
    pub fn asked(&self) -> &BTreeSet<String> {
        &self.asked
    }

    /// Takes all keys that are numbers as asked for. Returns the place of the first one.
    pub fn take_numbered(&mut self) -> Option<Span> {
        let is_number = |key: &str| !key.is_empty() && key.bytes().all(|b| b.is_ascii_digit());
        let numbered = self.table.keys().filter(|key| is_number(key.get_ref()));
        let (keys, places): (Vec<String>, Vec<Span>) =
            numbered.map(|key| (key.get_ref().to_string(), key.span())).unzip();
        self.asked.extend(keys);
        places.into_iter().min_by_key(|place| place.start)
    }

    /// Whether the table lacks a key but has one that differs from it by at most two typos.
    pub fn misspells(&self, key: &str) -> bool {
        let keys = || self.table.keys().map(|known| known.get_ref());
        !keys().any(|known| known == key) && keys().any(|known| typos(known, key) <= 2)
    }

    /// Reads the value of a key with `read`. `None` if the key is missing or its value cannot be read.
    pub fn optional<'s, T>(
        &mut self,
        reader: &mut Reader<'s>,
        key: &str,
        read: impl FnOnce(&mut Reader<'s>, Entry<'t>) -> Option<T>,
    ) -> Option<T> {
        self.entry(key).and_then(|entry| read(reader, entry))
    }

    /// Like [`Table::optional`], but an empty string counts as a missing key.
    pub fn optional_unless_empty<'s, T>(
        &mut self,
        reader: &mut Reader<'s>,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'s>, Entry<'t>) -> Option<T>,
    ) -> Option<T> {
        self.entry(key).filter(|entry| !is_empty(*entry)).and_then(|entry| read(reader, entry))
    }

    /// Like [`Table::optional`], but [`Table::finish`] reports the key if it is missing.
    pub fn required<'s, T>(
        &mut self,
        reader: &mut Reader<'s>,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'s>, Entry<'t>) -> Option<T>,
    ) -> Option<T> {
        match self.entry(key) {
            Some(entry) => read(reader, entry),
            None => {
                self.missing.push(key);
                None
            }
        }
    }

    /// Reports unknown keys and missing required keys. If an unknown key looks like a misspelt required one, the latter
    /// is not reported as missing.
    pub fn finish(mut self, reader: &mut Reader) {
        #[cfg(test)]
        ASKED.with_borrow_mut(|asked| asked.push((self.span.clone(), self.asked.clone())));
        for key in self.table.keys().filter(|key| !self.asked.contains(key.get_ref().as_ref())) {
            let known = self.asked.iter().map(String::as_str);
            let (fault, meant) = unknown_key(self.name, key.get_ref(), known, reader.sample);
            self.missing.retain(|missing| meant != Some(*missing));
            reader.report_meant(fault, key.span(), meant);
        }
        for key in self.missing {
            let fault = Fault::MissingKey { key: key.to_owned(), sample: reader.sample };
            reader.report(fault, self.span.clone());
        }
    }

    /// All entries with the places of their keys, for tables whose keys are data.
    pub fn entries(&self) -> impl Iterator<Item = (Entry<'t>, Span)> + use<'t> {
        self.table.iter().map(|(key, value)| (Entry { key: key.get_ref(), value }, key.span()))
    }
}

/// The most characters of a string. Strings in a PDF/A have at most 32,767 bytes, two for each character.
const MAX_CHARACTERS: usize = 10_000;
/// The most characters of a name. Searching texts for its typos takes time with the square of its length.
const MAX_NAME: usize = 200;
/// The same for the heading of a column, which stands above each page's part of a table.
const MAX_HEADING: usize = 80;
/// The most lines of a string. Typst cannot group more than 255 in a cell.
const MAX_LINES: usize = 200;

/// A string that may be set on a page.
#[derive(Debug, Clone)]
pub struct SetString {
    /// The file it is in, as an index into the sources of `Loaded`.
    pub file: usize,
    /// The key that it belongs to.
    pub key: String,
    /// Its value and place.
    pub text: Spanned<String>,
}

impl SetString {
    /// The same string in another file.
    pub(super) fn in_file(self, file: usize) -> Self {
        SetString { file, ..self }
    }
}

/// Converts TOML values to the report's types, and collects their faults.
pub(super) struct Reader<'s> {
    pub source: &'s Source,
    /// The subcommand that writes a sample of such a file: `new` or `rules`.
    pub sample: &'static str,
    pub diagnostics: Vec<Diagnostic>,
    /// Every string that may be set on a page, to check that the fonts have its characters.
    pub strings: Vec<SetString>,
    /// Every placeholder in the file, with its place.
    pub placeholders: Vec<(Placeholder, Span)>,
}

impl<'s> Reader<'s> {
    pub fn new(source: &'s Source, sample: &'static str) -> Self {
        Reader { source, sample, diagnostics: Vec::new(), strings: Vec::new(), placeholders: Vec::new() }
    }

    pub fn report(&mut self, fault: Fault, span: Span) {
        self.diagnostics.push(Diagnostic::new(fault, span));
    }

    /// Reports a fault that `right` in its place mends.
    pub fn report_with(&mut self, fault: Fault, span: Span, right: &str) {
        let edits = vec![Edit { span: span.clone(), text: right.to_owned() }];
        let diagnostic = Diagnostic::new(fault, span).corrected_by(Correction { edits, is_safe: false });
        self.diagnostics.push(diagnostic);
    }

    /// Reports a fault, and what belongs in its place if that is known.
    pub fn report_meant(&mut self, fault: Fault, span: Span, right: Option<&str>) {
        match right {
            Some(right) => self.report_with(fault, span, right),
            None => self.report(fault, span),
        }
    }

    pub fn wrong_type<T>(&mut self, entry: Entry, expected: ValueType) -> Option<T> {
        let found = match entry.value.get_ref() {
            DeValue::String(_) => ValueType::String,
            DeValue::Integer(number) if number.radix() != 10 => ValueType::Hexadecimal,
            DeValue::Integer(_) => ValueType::Integer,
            DeValue::Float(_) => ValueType::Float,
            DeValue::Boolean(_) => ValueType::Boolean,
            DeValue::Datetime(date) if date.date.is_none() => ValueType::Time,
            DeValue::Datetime(_) => ValueType::Date,
            DeValue::Array(_) => ValueType::Array,
            DeValue::Table(_) => ValueType::Table,
        };
        let key = entry.key.to_owned();
        let fault = Fault::WrongType { key, expected, found };
        let right = retyped(entry.value.get_ref(), self.source.slice(&entry.span()), expected);
        self.report_meant(fault, entry.span(), right.as_deref());
        None
    }

    pub fn table<'t>(&mut self, entry: Entry<'t>) -> Option<Table<'t>> {
        match entry.value.get_ref() {
            DeValue::Table(table) => Some(Table::new(entry.key, table, entry.span())),
            _ => self.wrong_type(entry, ValueType::Table),
        }
    }

    /// Reads an array of tables, `[[key]]`. Items that are not tables are reported and left out.
    pub fn tables<'t>(&mut self, entry: Entry<'t>) -> Option<Vec<Table<'t>>> {
        match entry.value.get_ref() {
            DeValue::Array(_) => Some(entry.items().into_iter().filter_map(|e| self.table(e)).collect()),
            _ => self.wrong_type(entry, ValueType::Tables),
        }
    }

    pub fn boolean(&mut self, entry: Entry) -> Option<bool> {
        match entry.value.get_ref() {
            DeValue::Boolean(value) => Some(*value),
            _ => self.wrong_type(entry, ValueType::Boolean),
        }
    }

    /// Reads a string as written. An empty or blank one is reported.
    pub fn string(&mut self, entry: Entry) -> Option<Spanned<String>> {
        let DeValue::String(value) = entry.value.get_ref() else {
            return self.wrong_type(entry, ValueType::String);
        };
        if is_blank(value) {
            self.report(Fault::EmptyString { key: entry.key.to_owned() }, entry.span());
            return None;
        }
        Some(Spanned::new(value.to_string(), entry.span()))
    }

    /// Reads a string that may be set on a page, and checks its characters.
    fn set_string(&mut self, entry: Entry) -> Option<Spanned<String>> {
        let text = self.string(entry)?;
        self.checked(entry.key, text)
    }

    /// Checks the length and the characters of a string that may be set on a page.
    fn checked(&mut self, key: &str, text: Spanned<String>) -> Option<Spanned<String>> {
        if !self.fits(key, &text, ("text", MAX_CHARACTERS)) {
            return None;
        }
        self.characters(key, &text);
        self.strings.push(SetString { file: 0, key: key.to_owned(), text: text.clone() });
        Some(text)
    }

    /// Reads a single line of text, such as a name. Drops invisible characters and collapses white space.
    pub fn text(&mut self, entry: Entry) -> Option<Spanned<String>> {
        self.set_string(entry).map(|text| in_one_line(&text))
    }

    /// Like [`Reader::text`], for a name that texts are searched for.
    pub fn name(&mut self, entry: Entry) -> Option<Spanned<String>> {
        self.text(entry).filter(|name| self.fits(entry.key, name, ("name", MAX_NAME)))
    }

    /// Reads a key that is set on a page as a heading. `span` is the place of the key.
    pub fn heading(&mut self, key: &str, span: Span) -> Option<Spanned<String>> {
        if is_blank(key) {
            self.report(Fault::EmptyString { key: key.to_owned() }, span);
            return None;
        }
        let text = Spanned::new(key.to_owned(), span);
        self.checked(key, text)
            .map(|text| in_one_line(&text))
            .filter(|name| self.fits(key, name, ("name", MAX_HEADING)))
    }

    /// Whether a string is short enough. Otherwise reports it. `what` is `text` or `name`.
    fn fits(&mut self, key: &str, text: &Spanned<String>, (what, most): (&'static str, usize)) -> bool {
        let (key, length) = (key.to_owned(), text.chars().count());
        if length > most {
            let start = text.span.start;
            self.report(Fault::TextLong { key, what, length, most }, start..start + 1);
            return false;
        }
        let Some((at, _)) = text.match_indices('\n').nth(MAX_LINES - 1) else { return true };
        let count = text.lines().count();
        let span = self.source.within_string(&text.span, &text.value, at..at + 1);
        self.report(Fault::TextLines { key, count, most: MAX_LINES }, span);
        false
    }

    /// Reads prose with placeholders.
    pub fn prose(&mut self, entry: Entry) -> Option<Prose> {
        let text = self.set_string(entry)?;
        let prose = Prose::read(self.source, &text.span, &text.value, &mut self.diagnostics);
        self.placeholders.extend(prose.placeholders(self.source));
        Some(prose)
    }

    /// Reads a string or an array of strings as prose. Empty strings are left out.
    pub fn prose_list(&mut self, entry: Entry) -> Option<Vec<Prose>> {
        let items = self.string_items(entry)?;
        Some(items.into_iter().filter_map(|item| self.prose(item)).collect())
    }

    /// The items of an array of strings, or the string itself as the only item. Empty strings are left out.
    pub fn string_items<'t>(&mut self, entry: Entry<'t>) -> Option<Vec<Entry<'t>>> {
        match entry.value.get_ref() {
            DeValue::String(_) | DeValue::Array(_) => {
                Some(entry.items().into_iter().filter(|item| !is_empty(*item)).collect())
            }
            _ => self.wrong_type(entry, ValueType::Strings),
        }
    }

    /// Reads one of several words. `choices` pairs each word with its value.
    pub fn choice<T: Copy>(&mut self, entry: Entry, choices: &[(&str, T)]) -> Option<T> {
        let word = self.string(entry)?;
        if let Some((_, chosen)) = choices.iter().find(|(name, _)| *name == word.as_str()) {
            return Some(*chosen);
        }
        let near = nearest(&word, choices.iter().map(|(name, _)| *name));
        let fault = Fault::UnknownChoice {
            key: entry.key.to_owned(),
            nearest: near.clone(),
            value: word.value,
            choices: choices.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(" | "),
        };
        match near {
            Some(near) => self.report_with(fault, word.span, &format!("\"{near}\"")),
            None => self.report(fault, word.span),
        }
        None
    }

    pub fn integer(&mut self, entry: Entry) -> Option<Spanned<i64>> {
        match entry.value.get_ref() {
            // A number that does not fit in 64 bits is out of every valid range, and so is the largest one.
            DeValue::Integer(number) => {
                let value = i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX);
                Some(Spanned::new(value, entry.span()))
            }
            _ => self.wrong_type(entry, ValueType::Integer),
        }
    }

    /// Reads a decimal number as written, to keep its decimal places.
    pub fn decimal<'t>(&mut self, entry: Entry<'t>) -> Option<&'t str> {
        match entry.value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
            DeValue::Float(number) => Some(number.as_str()),
            _ => self.wrong_type(entry, ValueType::Number),
        }
    }

    pub fn score(&mut self, entry: Entry) -> Option<Score> {
        let written = self.decimal(entry)?;
        let value = written.to_owned();
        let fault = match Score::from_str(written) {
            Ok(score) => return Some(score),
            Err(ScoreError::Form) => Fault::ScoreForm { value },
            Err(ScoreError::Places) => Fault::ScorePlaces { value },
            Err(ScoreError::Range) => Fault::ScoreRange { value },
        };
        self.report(fault, entry.span());
        None
    }

    /// Reads a date: a string in words or digits, or a TOML date.
    pub fn date(&mut self, entry: Entry) -> Option<Date> {
        let written = match entry.value.get_ref() {
            DeValue::String(text) => text.to_string(),
            // Reads from the source, because the parsed text may have another day in place of 29 February; see
            // `syntax::parse`.
            DeValue::Datetime(date) if date.date.is_some() => {
                self.source.text()[entry.span()].chars().take("2567-10-05".len()).collect()
            }
            _ => return self.wrong_type(entry, ValueType::Date),
        };
        let meant = Date::meant(&written).map(|date| format!("\"{}\"", date.long()));
        let fault = match written.parse() {
            Ok(date) => return Some(date),
            Err(DateError::Form) => Fault::DateForm { value: written },
            Err(DateError::Impossible) => Fault::DateImpossible { value: written },
        };
        self.report_meant(fault, entry.span(), meant.as_deref());
        None
    }
}

fn is_empty(entry: Entry) -> bool {
    matches!(entry.value.get_ref(), DeValue::String(text) if is_blank(text))
}

/// The text without invisible characters, and with single spaces for white space.
fn in_one_line(text: &Spanned<String>) -> Spanned<String> {
    let visible: String = text.value.chars().filter(|&c| !is_invisible(c)).collect();
    Spanned::new(visible.split_whitespace().collect::<Vec<_>>().join(" "), text.span.clone())
}
