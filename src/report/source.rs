//! The text of a report file, and places in it.

use std::ops::{Deref, Range};

/// A range of bytes in the source.
pub type Span = Range<usize>;

/// A value with the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands: the whole TOML value, quotes included.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A place as people count it: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line's number.
    pub line: usize,
    /// The character's number in its line.
    pub column: usize,
}

/// A report file as text, without its byte-order mark.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// A source of that name, which messages show.
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Source { name: name.into(), text: text.to_owned() }
    }

    /// The name that messages show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// Where bytes `range` of a string's value stand in the source; `token` is the string with its quotes.
    pub fn within_string(&self, token: &Span, value: &str, range: Range<usize>) -> Span {
        let raw = &self.text[token.clone()];
        token.start + raw_offset(raw, value, range.start)..token.start + raw_offset(raw, value, range.end)
    }
}

/// The offset in a TOML string token of the character at byte `offset` of its value.
///
/// Walks both in step: escapes, trimmed line ends and folded CRLF take more room in the token than in the value.
fn raw_offset(raw: &str, value: &str, offset: usize) -> usize {
    let multi_line = raw.starts_with("\"\"\"") || raw.starts_with("'''");
    let escapes = raw.starts_with('"');
    let mut at = if multi_line { 3 } else { 1 };
    if multi_line {
        at += raw[at..].len() - raw[at..].trim_start_matches('\r').len();
        at += usize::from(raw[at..].starts_with('\n'));
    }
    for (i, c) in value.char_indices() {
        at += skipped(&raw[at..], c, escapes);
        if i >= offset {
            return at;
        }
        at += if escapes {
            written_length(&raw[at..])
        } else {
            raw[at..].chars().next().map_or(0, char::len_utf8)
        };
    }
    at
}

/// Length of what stands before the next character of the value without being part of it.
fn skipped(raw: &str, next: char, escapes: bool) -> usize {
    let mut rest = raw;
    loop {
        if rest.starts_with('\r') && next != '\r' {
            rest = &rest[1..];
        } else if escapes && rest.starts_with('\\') && rest[1..].starts_with(char::is_whitespace) {
            rest = rest[1..].trim_start();
        } else {
            return raw.len() - rest.len();
        }
    }
}

/// Length of the next character as it is written: an escape or the character itself.
fn written_length(raw: &str) -> usize {
    let mut chars = raw.chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), Some('u')) => 6,
        (Some('\\'), Some('U')) => 10,
        (Some('\\'), Some('x')) => 4,
        (Some('\\'), Some(_)) => 2,
        (Some(c), _) => c.len_utf8(),
        (None, _) => 0,
    }
    .min(raw.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters() {
        let source = Source::new("a.toml", "\u{FEFF}ก = 1\r\nชื่อ = \"ที่\"\r\n");
        let at = source.text().find("ที่").unwrap();
        assert_eq!(source.position(at), Position { line: 2, column: 9 });
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn places_in_strings_are_found_behind_escapes_and_folds() {
        for token in [
            r#""ก{x}""#,
            r#"'ก{x}'"#,
            r#""\u0E01{x}""#,
            "\"\"\"\nก{x}\"\"\"",
            "\"\"\"\r\nก\\\r\n   {x}\"\"\"",
            "'''\r\nก{x}'''",
        ] {
            let source = Source::new("a", token);
            let value = "ก{x}";
            let span = source.within_string(&(0..token.len()), value, 3..6);
            assert_eq!(&token[span], "{x}", "{token:?}");
        }
        let token = "\"\"\"ก\r\nข{x}\"\"\"";
        let source = Source::new("a", token);
        assert_eq!(&token[source.within_string(&(0..token.len()), "ก\nข{x}", 7..10)], "{x}");
        assert_eq!(&token[source.within_string(&(0..token.len()), "ก\r\nข{x}", 8..11)], "{x}");
    }
}
