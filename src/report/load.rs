//! Reads a [`Report`] from a report file, and lists everything that is wrong with the file.

mod amount;
mod columns;
mod file;
mod fonts;
mod loader;
mod measures;
mod near_file;
mod parts;
mod pictures;
mod rules;
mod scores;
mod written;

use std::sync::Arc;

use super::loaded::Loaded;
use super::model::Report;
use super::reader::{Reader, Table};
use super::syntax;
use crate::files::Files;
use crate::fonts::Fonts;
use crate::ita::RuleBook;
use crate::lengths::Lengths;
use crate::workers::OneByOne;
use file::read_file;
pub use loader::Loader;

/// Loads a report from a file's bytes, on the caller's thread and for the built-in lengths. Messages show the file as
/// `name`. Its pictures, fonts and rules are read from `files`.
pub fn load(name: &str, bytes: &[u8], files: &dyn Files) -> Loaded {
    Loader { files, workers: &OneByOne, lengths: &Lengths::default(), pictures: None }.load(name, bytes)
}

impl Loader<'_> {
    /// Loads a report from a file's bytes. Messages show the file as `name`.
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
        for diagnostic in &mut loaded.diagnostics {
            // Faults of broken text are found by bytes.
            diagnostic.span = loaded.sources[diagnostic.file].whole_characters(&diagnostic.span);
        }
        loaded.diagnostics.sort_by_key(|d| (d.file, d.span.start, d.span.end));
        loaded.diagnostics.dedup();
        loaded
    }

    fn read_report(&self, loaded: &mut Loaded) {
        let source = loaded.source().clone();
        let (report, mut diagnostics, strings) =
            read_file(&source, "new", |reader, root| report(reader, root, self, loaded));
        loaded.report = report;
        diagnostics.extend(amount::excess(&strings));
        loaded.strings.extend(strings);
        loaded.diagnostics.append(&mut diagnostics);
    }
}

fn report(reader: &mut Reader, mut root: Table, loader: &Loader, loaded: &mut Loaded) -> Option<Report> {
    let file = written::as_json(reader.source, root.all());
    let fiscal_year = root.required(reader, "fiscal_year", scores::fiscal_year);
    let date = root.optional_unless_empty(reader, "date", Reader::date);
    let rule_book = root
        .optional_unless_empty(reader, "rules", |reader, entry| {
            rules::rule_book(reader, entry, loader, loaded)
        })
        .unwrap_or_else(|| {
            let book = RuleBook::default();
            if root.misspells("rules") { book.incomplete() } else { book }
        });
    let rules =
        fiscal_year.as_ref().map_or_else(|| rule_book.latest(), |year| rule_book.rules_for(year.value));
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
    let headings = columns::headings(&file);
    let (layout, fonts) = root
        .optional(reader, "layout", |r, e| parts::layout(r, e, loader, headings.as_deref()))
        .unwrap_or_else(|| (Default::default(), Fonts::embedded()));
    loaded.fonts = fonts.clone();
    loaded.allow = root.optional(reader, "check", parts::allow).unwrap_or_default();
    root.finish(reader);
    if let Some(year) = &fiscal_year {
        scores::check_years(reader, year, &scores, &rule_book);
        scores::check_placeholders(reader, year.value, &scores, &rule_book);
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
        file: Arc::new(file),
    })
}
