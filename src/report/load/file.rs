//! Reads a TOML file as far as it can be parsed.

use std::collections::HashMap;

use crate::report::correction::Edit;
use crate::report::diagnostic::{Diagnostic, Fault};
use crate::report::reader::{Reader, SetString, Table};
use crate::report::source::{Source, Span};
use crate::report::syntax;

/// Reads a TOML file as far as it can be parsed. `sample` is the subcommand that writes a sample of such a file. Returns
/// the result of `read`, the diagnostics, and the strings that may be set on a page.
pub(super) fn read_file<T>(
    source: &Source,
    sample: &'static str,
    read: impl FnOnce(&mut Reader, Table) -> T,
) -> (T, Vec<Diagnostic>, Vec<SetString>) {
    let mut room = String::new();
    let parsed = syntax::parse(source, &mut room);
    let mut reader = Reader::new(source, sample);
    // The root table's own span is the whole file. Missing keys are reported at the beginning of the file instead.
    let value = read(&mut reader, Table::new("", &parsed.table, 0..0));
    let Reader { mut diagnostics, strings, .. } = reader;
    if !parsed.diagnostics.is_empty() {
        // If a missing key occurs in the text, the parser lost it. A fault in a guess says nothing.
        let lost =
            |d: &Diagnostic| matches!(&d.fault, Fault::MissingKey { key, .. } if source.text().contains(key));
        // The place of what a table lacks is its heading, or the beginning of the file.
        let lacks = |d: &Diagnostic| matches!(d.fault, Fault::MissingKey { .. });
        let touches = |guess: &Span, place: &Span| {
            place.start < guess.end && guess.start < place.end
                || guess.start <= place.start && place.end <= guess.end
        };
        let guessed =
            |d: &Diagnostic| !lacks(d) && parsed.guesses.iter().any(|guess| touches(guess, &d.span));
        diagnostics.retain(|d| !lost(d) && !guessed(d));
    }
    // The correction of a value goes before the edit that only makes it readable.
    let own =
        diagnostics.iter().filter_map(|d| d.correction.as_ref()).flat_map(|correction| &correction.edits);
    let edits: Vec<Edit> = parsed.edits.iter().chain(own).cloned().collect();
    diagnostics.extend(parsed.diagnostics);
    show_lines(source, &mut diagnostics, edits);
    (value, diagnostics, strings)
}

/// Gives each diagnostic with a correction the line as it should be, with all corrections of that line in it: a person who
/// types one of them should not undo another. Of two edits of the same place, the later one of the list counts.
fn show_lines(source: &Source, diagnostics: &mut [Diagnostic], mut edits: Vec<Edit>) {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup_by(|next, kept| {
        if next.span == kept.span {
            kept.text = next.text.clone();
        }
        next.span == kept.span || next.span.start < kept.span.end
    });
    let mut shown: HashMap<usize, Option<String>> = HashMap::new();
    for diagnostic in diagnostics {
        let Some(first) = diagnostic.correction.as_ref().and_then(|correction| correction.edits.first())
        else {
            continue;
        };
        let line = source.lines_of(&(first.span.start..first.span.start));
        let shown = shown.entry(line.start).or_insert_with(|| {
            let from = edits.partition_point(|edit| edit.span.start < line.start);
            let to = edits.partition_point(|edit| edit.span.start <= line.end);
            source.corrected_line(&edits[from..to.max(from)])
        });
        diagnostic.line.clone_from(shown);
    }
}
