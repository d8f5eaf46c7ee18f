//! Reads a TOML file as far as it can be parsed.

use crate::report::diagnostic::{Diagnostic, Fault};
use crate::report::reader::{Reader, SetString, Table};
use crate::report::source::Source;
use crate::report::syntax;

/// Reads a TOML file as far as it can be parsed. `sample` is the subcommand that writes a sample of such a file. Returns
/// the result of `read`, the diagnostics, and the strings that may be set on a page.
pub(super) fn read_file<T>(
    source: &Source,
    sample: &'static str,
    read: impl FnOnce(&mut Reader, Table) -> T,
) -> (T, Vec<Diagnostic>, Vec<SetString>) {
    let mut patched = String::new();
    let (table, syntax_errors) = syntax::parse(source, &mut patched);
    let mut reader = Reader::new(source, sample);
    // The root table's own span is the whole file. Missing keys are reported at the beginning of the file instead.
    let value = read(&mut reader, Table::new(table.get_ref(), 0..0));
    let Reader { mut diagnostics, strings, .. } = reader;
    if !syntax_errors.is_empty() {
        let line = |d: &Diagnostic| source.position(d.span.start).line;
        let broken: Vec<usize> = syntax_errors.iter().map(line).collect();
        // If a missing key occurs in the text, the parser lost it. Values on a broken line are the parser's guesses, so
        // their faults are not reported. Keys missing from the root table have an empty span and are kept.
        let lost =
            |d: &Diagnostic| matches!(&d.fault, Fault::MissingKey { key, .. } if source.text().contains(key));
        diagnostics.retain(|d| !lost(d) && (!broken.contains(&line(d)) || d.span.is_empty()));
        // Everything after an unclosed bracket is a guess too.
        let unclosed = |d: &&Diagnostic| matches!(&d.fault, Fault::Syntax { detail } if detail.0.starts_with("unclosed"));
        if let Some(bracket) = syntax_errors.iter().find(unclosed) {
            diagnostics.retain(|d| d.span.end < bracket.span.start);
        }
        diagnostics.extend(syntax_errors);
    }
    (value, diagnostics, strings)
}
