//! From a report file to a [`Report`], or to the list of everything that is wrong with it.

mod measures;
mod parts;
mod scores;

use std::path::Path;

use super::diagnostic::{Diagnostic, Fault, Severity};
use super::reader::{Reader, SetString, Table};
use super::source::{Source, Spanned};
use super::{Layout, Report, syntax};
use crate::ita::RuleBook;

/// What loading a file gives, errors or not.
#[derive(Debug)]
pub struct Loaded {
    /// The file's text, for showing places.
    pub source: Source,
    /// The report as far as it can be read. With errors among the diagnostics something of the file is missing in it.
    pub report: Option<Report>,
    /// Every string that is set on a page.
    pub strings: Vec<SetString>,
    /// How the report is to be set.
    pub layout: Layout,
    /// Codes of checks that are silenced in this file.
    pub allow: Vec<Spanned<String>>,
    /// Errors and warnings in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The report of a file without errors.
    pub fn sound(&self) -> Option<&Report> {
        let errors = self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
        self.report.as_ref().filter(|_| !errors)
    }
}

/// Loads a report from a file's bytes.
///
/// `name` is what messages call the file; its paths start from `folder`.
pub fn load(name: &str, bytes: &[u8], folder: &Path) -> Loaded {
    let (source, undecodable) = syntax::decode(name, bytes);
    let mut loaded = Loaded {
        source,
        report: None,
        strings: Vec::new(),
        layout: Layout::default(),
        allow: Vec::new(),
        diagnostics: undecodable.into_iter().collect(),
    };
    if !loaded.diagnostics.is_empty() {
        return loaded;
    }
    let source = loaded.source.clone();
    let mut patched = String::new();
    let (table, syntax_errors) = syntax::parse(&source, &mut patched);
    let mut reader = Reader::new(&source);
    // The table's own span is the whole document; what is missing in it is missing at its beginning.
    let report = report(&mut reader, Table::new(table.get_ref(), 0..0), folder, &mut loaded);
    let Reader { mut diagnostics, strings, .. } = reader;
    if !syntax_errors.is_empty() {
        let line = |d: &Diagnostic| source.position(d.span.start).line;
        let broken: Vec<usize> = syntax_errors.iter().map(line).collect();
        // What the parser lost is not the user's omission, and what it guessed on a broken line not their words.
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
    diagnostics.sort_by_key(|d| (d.span.start, d.span.end));
    diagnostics.dedup();
    loaded.report = report;
    loaded.strings = strings;
    loaded.diagnostics = diagnostics;
    loaded
}

fn report(reader: &mut Reader, mut root: Table, folder: &Path, loaded: &mut Loaded) -> Option<Report> {
    let fiscal_year = root.required(reader, "fiscal_year", scores::fiscal_year);
    let date = root.optional_text(reader, "date", Reader::date);
    let agency = root.required(reader, "agency", |r, e| parts::agency(r, e, folder));
    let rule_book = RuleBook::default();
    let rules =
        fiscal_year.as_ref().map_or_else(|| rule_book.latest(), |year| rule_book.of(year.value).rules);
    let scores = root.optional(reader, "scores", |r, e| scores::scores(r, e, &rule_book)).unwrap_or_default();
    let measures = root.required(reader, "measures", |r, e| measures::measures(r, e, &rules));
    let text = root.optional(reader, "text", parts::text).unwrap_or_else(parts::default_text);
    let lessons = root.optional(reader, "lessons", parts::lessons).unwrap_or_default();
    let count = measures.as_ref().map(Vec::len);
    let photos =
        root.optional(reader, "photos", |r, e| parts::photos(r, e, folder, count)).unwrap_or_default();
    let evidence = root.optional(reader, "evidence", |r, e| parts::evidence(r, e, count)).unwrap_or_default();
    let signatures = root.optional(reader, "signatures", parts::signatures).unwrap_or_default();
    let memo = root.optional(reader, "memo", |r, e| parts::memo(r, e, folder));
    let layout = root.optional(reader, "layout", |r, e| parts::layout(r, e, folder)).unwrap_or_default();
    loaded.allow = root.optional(reader, "check", parts::allow).unwrap_or_default();
    root.finish(reader);
    loaded.layout = layout.clone();
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
    })
}
