//! A TOML file, read as far as it can be.

use crate::report::diagnostic::{Diagnostic, Fault};
use crate::report::reader::{Reader, SetString, Table};
use crate::report::source::Source;
use crate::report::syntax;

/// Reads a TOML file as far as it can be parsed. What is wrong with it, and what of it is set on pages, comes beside what
/// `read` makes of it.
pub(super) fn read_file<T>(
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
