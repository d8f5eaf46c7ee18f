//! Corrections of a report file: edits of its text, and what a line looks like after them.

use super::source::{Source, Span};

/// A place in a file and the text that belongs there, as it is written in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The place.
    pub span: Span,
    /// Its new text. Empty if the place is to be removed.
    pub text: String,
}

/// A correction of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What is replaced by what, in the order of their places, which do not overlap.
    pub edits: Vec<Edit>,
    /// Whether it can be applied without a person reading it: what it replaces cannot have been meant.
    pub is_safe: bool,
}

/// The most characters of a corrected line that a message shows.
const SHOWN: usize = 170;

impl Source {
    /// The line of the first edit as it should be, without the far ends of a long one. Edits on other lines are left out.
    /// `edits` are in the order of their places.
    pub fn corrected_line(&self, edits: &[Edit]) -> Option<String> {
        let first = edits.first()?.span.start;
        let line = self.lines_of(&(first..first));
        // From the first character that changes to behind the last one, in the corrected line.
        let (mut text, mut at, mut changed) = (String::new(), line.start, None);
        for edit in edits.iter().filter(|edit| edit.span.start >= line.start && edit.span.start <= line.end) {
            text += self.slice(&(at..edit.span.start));
            let start = text.len();
            text += &edit.text;
            changed = Some((changed.map_or(start, |(first, _)| first), text.len()));
            at = edit.span.end;
        }
        text += self.slice(&(at..line.end.max(at)));
        let (start, end) = changed?;
        Some(shortened(&text, start, end))
    }
}

/// The line that has this range of a text in it, without the far ends of a long one.
fn shortened(text: &str, start: usize, end: usize) -> String {
    let start = text[..start].trim_end_matches(['\n', '\r']).len();
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let line = text[from..to].trim();
    if line.chars().count() <= SHOWN {
        return line.replace('\n', " ⏎ ");
    }
    let margin = SHOWN.saturating_sub(text[start..end].chars().count()) / 2;
    let before: String =
        text[from..start].chars().rev().take(margin).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text[start..to].chars().take(SHOWN - before.chars().count()).collect();
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let whole_before = before.len() == start - from;
    let whole_after = after.len() == to - start;
    format!("{}{}{}{}", cut(!whole_before), before.trim_start(), after.trim_end(), cut(!whole_after))
        .replace('\n', " ⏎ ")
}
