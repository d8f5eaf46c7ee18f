//! The text of a report or rules file, and places in it.

use std::ops::{Deref, Range};

/// A range of byte offsets in a source.
pub type Span = Range<usize>;

/// A value with the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The place it was read from. For a TOML value, this is the whole value, including quotes.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Combines a value and its place.
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

/// A position in a text: line and column both count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line number.
    pub line: usize,
    /// The number of the character in its line.
    pub column: usize,
}

/// The text of a report or rules file, without its byte order mark. A line ends with a line feed, or with a carriage
/// return without one, as on old computers.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    /// The byte offset at which each line begins.
    lines: Vec<usize>,
}

impl Source {
    /// Creates a source. Messages show it under `name`.
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        // Several programs in a row may each have added a mark.
        let text = text.trim_start_matches('\u{FEFF}');
        let is_end = |at: usize| text[at..].starts_with('\n') || !text[at + 1..].starts_with('\n');
        let ends = text.match_indices(['\n', '\r']).filter(|(at, _)| is_end(*at));
        let lines = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Source { name: name.into(), text: text.to_owned(), lines }
    }

    /// The name that messages show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of the line that a byte offset is in, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// Converts a byte offset to a line and column.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|start| *start <= offset);
        Position { line, column: self.text[self.lines[line - 1]..offset].chars().count() + 1 }
    }

    /// The span, widened so that it begins and ends between characters and lies within the text.
    pub fn whole_characters(&self, span: &Span) -> Span {
        let start = self.text.floor_char_boundary(span.start);
        start..self.text.ceil_char_boundary(span.end.min(self.text.len())).max(start)
    }

    /// The byte range of the lines that a span touches. The last line's end is left out unless it is part of the span.
    pub fn lines_of(&self, span: &Span) -> Span {
        let line = |offset: usize| self.lines.partition_point(|start| *start <= offset) - 1;
        let end = self.lines.get(line(span.end.max(span.start)) + 1).map_or(self.text.len(), |next| next - 1);
        let text = &self.text[..end];
        self.lines[line(span.start)]..text.strip_suffix('\r').unwrap_or(text).len().max(span.end.min(end))
    }

    /// Converts a byte range of a string's value to its place in the source. `token` is the span of the string with
    /// its quotes.
    ///
    /// If the token is malformed, the value is only the parser's guess; the result still lies within the token.
    pub fn within_string(&self, token: &Span, value: &str, range: Range<usize>) -> Span {
        let raw = &self.text[token.clone()];
        // Most strings are on one line and have no escapes, so that the offsets are the same.
        if raw.len() == value.len() + 2 && raw.get(1..=value.len()) == Some(value) && !value.contains('\\') {
            let place = |at: usize| token.start + 1 + value.floor_char_boundary(at);
            return place(range.start)..place(range.end.max(range.start));
        }
        let written = written_characters(raw, !value.contains('\r'));
        let count = |end: usize| value.char_indices().take_while(|(at, _)| *at < end).count();
        let (first, after) = (count(range.start), count(range.end));
        // The token of an unclosed string ends with any character.
        let inside = self.text.floor_char_boundary(token.end.saturating_sub(1)).max(token.start);
        let start = written.get(first).map_or(inside, |c| token.start + c.start);
        let end = match after.checked_sub(1) {
            Some(last) if last >= first => written.get(last).map_or(token.end, |c| token.start + c.end),
            _ => start,
        };
        start..end.max(start)
    }

    /// The text at a place. Empty if the span does not fit the source.
    pub fn slice(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

/// Returns the byte range in a TOML string token of each character of its value, written literally or as an escape. A
/// line continuation yields no character. If `folded` is set, CRLF counts as one character, a line feed.
fn written_characters(raw: &str, folded: bool) -> Vec<Range<usize>> {
    let (quote, multi_line) = match raw {
        _ if raw.starts_with("\"\"\"") => ("\"\"\"", true),
        _ if raw.starts_with("'''") => ("'''", true),
        _ => (raw.get(..1).unwrap_or_default(), false),
    };
    let escapes = quote.starts_with('"');
    let inner = raw[quote.len()..].strip_suffix(quote).unwrap_or(&raw[quote.len()..]);
    let mut rest = inner;
    if multi_line {
        // A line end right after the opening quotes is not part of the value.
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
    }
    let mut characters = Vec::new();
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' if escapes => match line_continuation(&rest[1..]) {
                Some(skipped) => {
                    rest = &rest[1 + skipped..];
                    continue;
                }
                None => escape_length(rest),
            },
            '\r' if folded && rest.starts_with("\r\n") => 2,
            c => c.len_utf8(),
        };
        let start = quote.len() + inner.len() - rest.len();
        characters.push(start..start + length);
        rest = &rest[length..];
    }
    characters
}

/// Returns the length in bytes of the white space that a line continuation skips. `after` is the text after the
/// backslash. `None` if the backslash does not end a line.
fn line_continuation(after: &str) -> Option<usize> {
    const WHITE: [char; 4] = [' ', '\t', '\r', '\n'];
    let white = after.len() - after.trim_start_matches(WHITE).len();
    let line_end = after[..white].contains('\n');
    line_end.then_some(white)
}

/// Returns the length in bytes of an escape, including the backslash. It never exceeds the text or ends within a
/// character.
fn escape_length(raw: &str) -> usize {
    let digits = match raw.chars().nth(1) {
        Some('u') => 4,
        Some('U') => 8,
        Some('x') => 2,
        Some(other) => return 1 + other.len_utf8(),
        None => return 1,
    };
    2 + raw[2..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count()
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
    fn places_in_strings_are_found_after_escapes_and_folds() {
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
        // The value of a malformed string is a guess, so any place on character boundaries will do.
        for token in ["\"มาตร\\าร {year}\"", "ผล", "\"ผล", "\"\"{", "\"\\", "\"", "\"\"\""]
        {
            let source = Source::new("a", token);
            for at in 0..20 {
                let span =
                    source.within_string(&(0..token.len()), "มาตร\u{FFFD} {year} อีกยาว", at * 2..at * 3 + 2);
                assert!(
                    token.is_char_boundary(span.start) && token.is_char_boundary(span.end),
                    "{token} {span:?}"
                );
            }
        }
        let token = "\"\"\"ก\r\nข{x}\"\"\"";
        let source = Source::new("a", token);
        assert_eq!(&token[source.within_string(&(0..token.len()), "ก\nข{x}", 7..10)], "{x}");
        assert_eq!(&token[source.within_string(&(0..token.len()), "ก\r\nข{x}", 8..11)], "{x}");
    }
}
