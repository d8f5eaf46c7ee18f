//! From a report file to a [`Report`], or to the list of everything that is wrong with it.

mod fonts;
mod measures;
mod parts;
mod pictures;
mod rules;
mod scores;

use std::sync::Arc;

use super::diagnostic::{Diagnostic, Fault, Severity};
use super::model::Report;
use super::reader::{Reader, SetString, Table};
use super::source::{Source, Spanned};
use super::syntax;
use crate::files::Files;
use crate::fonts::Fonts;
use crate::lengths::Lengths;
use crate::workers::{OneByOne, Workers};

/// What loading a file gives, errors or not.
#[derive(Debug)]
pub struct Loaded {
    /// The text of the report file, and behind it that of its rules files, for showing places.
    pub sources: Vec<Source>,
    /// The report as far as it can be read. With errors among the diagnostics something of the file is missing in it.
    pub report: Option<Report>,
    /// Every string that is set on a page.
    pub strings: Vec<SetString>,
    /// The fonts that the report asks for, or the embedded ones.
    pub fonts: Arc<Fonts>,
    /// Codes of checks that are silenced in this file.
    pub allow: Vec<Spanned<String>>,
    /// Errors and warnings in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The text of the report file.
    pub fn source(&self) -> &Source {
        &self.sources[0]
    }

    /// The report of a file without errors.
    pub fn sound(&self) -> Option<&Report> {
        let errors = self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
        self.report.as_ref().filter(|_| !errors)
    }
}

/// Loads a report from a file's bytes. `name` is what messages call the file; its pictures, fonts and rules are read from
/// `files`.
pub fn load(name: &str, bytes: &[u8], files: &dyn Files) -> Loaded {
    Loader { files, workers: &OneByOne, lengths: &Lengths::default() }.load(name, bytes)
}

/// What reports are loaded with.
#[derive(Clone, Copy)]
pub struct Loader<'l> {
    /// The files beside the report.
    pub files: &'l dyn Files,
    /// Who reads pictures.
    pub workers: &'l dyn Workers,
    /// The sizes that pictures will be set at.
    pub lengths: &'l Lengths,
}

impl Loader<'_> {
    /// Loads a report from a file's bytes. `name` is what messages call the file.
    pub fn load(&self, name: &str, bytes: &[u8]) -> Loaded {
        let (source, undecodable) = syntax::decode(name, bytes);
        let mut loaded = Loaded {
            sources: vec![source],
            report: None,
            strings: Vec::new(),
            fonts: Fonts::embedded(),
            allow: Vec::new(),
            diagnostics: Vec::new(),
        };
        match undecodable {
            Some(diagnostic) => loaded.diagnostics.push(diagnostic),
            None => self.read_report(&mut loaded),
        }
        loaded.diagnostics.sort_by_key(|d| (d.file, d.span.start, d.span.end));
        loaded.diagnostics.dedup();
        loaded
    }

    fn read_report(&self, loaded: &mut Loaded) {
        let source = loaded.source().clone();
        let (report, mut diagnostics, strings) =
            read_file(&source, |reader, root| report(reader, root, self, loaded));
        loaded.report = report;
        loaded.strings.extend(strings);
        loaded.diagnostics.append(&mut diagnostics);
    }
}

/// Reads a TOML file as far as it can be parsed. What is wrong with it, and what of it is set on pages, comes beside what
/// `read` makes of it.
fn read_file<T>(
    source: &Source,
    read: impl FnOnce(&mut Reader, Table) -> T,
) -> (T, Vec<Diagnostic>, Vec<SetString>) {
    let mut patched = String::new();
    let (table, syntax_errors) = syntax::parse(source, &mut patched);
    let mut reader = Reader::new(source);
    // The table's own span is the whole document; what is missing in it is missing at its beginning.
    let value = read(&mut reader, Table::new(table.get_ref(), 0..0));
    let Reader { mut diagnostics, strings, .. } = reader;
    if !syntax_errors.is_empty() {
        let line = |d: &Diagnostic| source.position(d.span.start).line;
        let broken: Vec<usize> = syntax_errors.iter().map(line).collect();
        // What the parser lost is not the user's omission, and what it guessed on a broken line is not the user's word.
        let lost =
            |d: &Diagnostic| matches!(&d.fault, Fault::MissingKey { key } if source.text().contains(key));
        diagnostics.retain(|d| !lost(d) && (!broken.contains(&line(d)) || d.span.is_empty()));
        // Nothing is known of what stands behind a bracket that was not closed.
        let unclosed = |d: &&Diagnostic| matches!(&d.fault, Fault::Syntax { detail } if detail.0.starts_with("unclosed"));
        if let Some(bracket) = syntax_errors.iter().find(unclosed) {
            diagnostics.retain(|d| d.span.end < bracket.span.start);
        }
        diagnostics.extend(syntax_errors);
    }
    (value, diagnostics, strings)
}

fn report(reader: &mut Reader, mut root: Table, loader: &Loader, loaded: &mut Loaded) -> Option<Report> {
    let fiscal_year = root.required(reader, "fiscal_year", scores::fiscal_year);
    let date = root.optional_text(reader, "date", Reader::date);
    let rule_book = root
        .optional_text(reader, "rules", |reader, entry| rules::rule_book(reader, entry, loader, loaded))
        .unwrap_or_default();
    let rules =
        fiscal_year.as_ref().map_or_else(|| rule_book.latest(), |year| rule_book.of(year.value).rules);
    let agency = root.required(reader, "agency", |r, e| parts::agency(r, e, loader));
    let scores = root.optional(reader, "scores", |r, e| scores::scores(r, e, &rule_book)).unwrap_or_default();
    let measures = root.required(reader, "measures", |r, e| measures::measures(r, e, &rules));
    let text = root.optional(reader, "text", parts::text).unwrap_or_else(parts::default_text);
    let lessons = root.optional(reader, "lessons", parts::lessons).unwrap_or_default();
    let count = measures.as_ref().map(Vec::len);
    let photos =
        root.optional(reader, "photos", |r, e| parts::photos(r, e, loader, count)).unwrap_or_default();
    let evidence = root.optional(reader, "evidence", |r, e| parts::evidence(r, e, count)).unwrap_or_default();
    let signatures = root.optional(reader, "signatures", parts::signatures).unwrap_or_default();
    let memo = root.optional(reader, "memo", |r, e| parts::memo(r, e, loader));
    let (layout, fonts) = root
        .optional(reader, "layout", |r, e| parts::layout(r, e, loader))
        .unwrap_or_else(|| (Default::default(), Fonts::embedded()));
    loaded.fonts = fonts.clone();
    loaded.allow = root.optional(reader, "check", parts::allow).unwrap_or_default();
    root.finish(reader);
    if let Some(year) = &fiscal_year {
        scores::check_years(reader, year, &scores, &rule_book);
        scores::check_placeholders(reader, year.value, &scores);
    }
    Some(Report {
        fiscal_year: fiscal_year?,
        date,
        rule_book,
        agency: agency?,
        scores: scores.into_iter().filter_map(|(year, scores)| Some((year, scores?))).collect(),
        measures: measures?,
        text,
        lessons,
        photos,
        evidence,
        signatures,
        memo,
        layout,
        fonts,
    })
}
