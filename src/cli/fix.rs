//! `check --fix` and `--diff`: writes safe corrections into a report file, or shows them.

use std::path::Path;

use super::catalogue::Catalogue;
use crate::check::Finding;
use crate::report::{Edit, Source};

/// A report file with its safe corrections.
pub(super) struct Fixed {
    /// The whole text, without a byte order mark.
    pub text: String,
    /// What was corrected, in the order of the file.
    pub done: Vec<Done>,
}

/// A correction that was made.
#[derive(Clone)]
pub(super) struct Done {
    line: usize,
    column: usize,
    code: &'static str,
    /// The line after it.
    after: String,
}

/// Makes the safe corrections that do not touch each other. `None` if there are none.
pub(super) fn fixed(source: &Source, findings: &[Finding]) -> Option<Fixed> {
    let mut corrections: Vec<(&'static str, &[Edit])> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.file == 0) {
        let Some(correction) = finding.fix.as_ref().filter(|fix| fix.is_safe) else { continue };
        corrections.push((finding.code, &correction.edits));
    }
    corrections.sort_by_key(|(_, edits)| edits.first().map(|edit| edit.span.start));
    let (mut text, mut at, mut done) = (String::new(), 0, Vec::new());
    let line_end = if source.text().contains("\r\n") { "\r\n" } else { "\n" };
    for (code, edits) in corrections {
        let Some(first) = edits.first().filter(|first| first.span.start >= at) else { continue };
        let position = source.position(first.span.start);
        for edit in edits {
            text += source.slice(&(at..edit.span.start));
            text += &edit.text.replace('\n', line_end);
            at = edit.span.end;
        }
        done.push(Done {
            line: position.line,
            column: position.column,
            code,
            after: source.corrected_line(edits).unwrap_or_default(),
        });
    }
    text += source.slice(&(at..source.text().len()));
    (!done.is_empty()).then_some(Fixed { text, done })
}

/// Formats what was corrected, one line each.
pub(super) fn format_done(path: &Path, done: &[Done], catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for Done { line, column, code, after } in done {
        text += &format!("{}:{line}:{column}: {after} [{code}]\n", path.display());
    }
    let arguments = [("path", path.into()), ("count", done.len().into())];
    text + &catalogue.text("fixed", &arguments) + "\n"
}

/// The difference between two texts of a file, in the unified format.
pub(super) fn unified_diff(path: &Path, old: &str, new: &str) -> String {
    let name = path.display().to_string();
    similar::TextDiff::from_lines(old, new).unified_diff().header(&name, &name).to_string()
}
