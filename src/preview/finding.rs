//! What the page lists: findings of `check`, faults of templates, and files that cannot be read, all in one form.

use serde::Serialize;

use crate::report::{Severity, Source, Span};

/// A text in Thai and in English, so that the page can change its language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct InBothLanguages<T> {
    /// In Thai.
    pub th: T,
    /// In English.
    pub en: T,
}

/// The texts of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What is wrong at the very place.
    pub label: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

/// One thing that is wrong or may be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundItem {
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// The code of the rule or fault. Empty for what is not in the report file.
    pub code: &'static str,
    /// Its texts.
    pub words: InBothLanguages<Words>,
    /// Its place in a file.
    pub place: Option<FilePlace>,
}

/// A place in a file, with the line as it is there. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FilePlace {
    /// The name of the file.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// The line up to the place, the place, and the rest of the line.
    pub excerpt: [String; 3],
}

/// So many characters of a line are shown on either side of the place, and of the place itself.
const SHOWN: usize = 60;
const MARKED: usize = 160;

impl FilePlace {
    /// The place of a span in a source.
    pub fn new(source: &Source, span: &Span) -> Self {
        let start = source.position(span.start);
        let span = source.whole_characters(span);
        let line = source.lines_of(&(span.start..span.start));
        let end = span.end.clamp(span.start, line.end.max(span.start));
        let before = source.slice(&(line.start..span.start)).trim_start();
        let cut = before.chars().count().saturating_sub(SHOWN);
        let before: String = before.chars().skip(cut).collect();
        let before = if cut > 0 { format!("…{before}") } else { before };
        let first = |text: &str, most: usize| match text.char_indices().nth(most) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text.to_owned(),
        };
        let marked = first(source.slice(&(span.start..end)), MARKED);
        let after = first(source.slice(&(end..line.end.max(end))), SHOWN);
        FilePlace {
            file: source.name().to_owned(),
            line: start.line,
            column: start.column,
            excerpt: [before, marked, after],
        }
    }
}
