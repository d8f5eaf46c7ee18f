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
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Source {
    /// A source of that name, which messages show.
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
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

    /// The line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|start| *start <= offset);
        Position { line, column: self.text[self.lines[line - 1]..offset].chars().count() + 1 }
    }

    /// Where bytes `range` of a string's value stand in the source; `token` is the string with its quotes.
    ///
    /// Where the token is broken, so that its value is a guess of the parser's, the place is within the token.
    pub fn within_string(&self, token: &Span, value: &str, range: Range<usize>) -> Span {
        let raw = &self.text[token.clone()];
        // Most strings are written on one line as they are.
        if raw.len() == value.len() + 2 && raw.get(1..=value.len()) == Some(value) && !value.contains('\\') {
            let place = |at: usize| token.start + 1 + value.floor_char_boundary(at);
            return place(range.start)..place(range.end.max(range.start));
        }
        let written = written_characters(raw, !value.contains('\r'));
        let count = |end: usize| value.char_indices().take_while(|(at, _)| *at < end).count();
        let (first, behind) = (count(range.start), count(range.end));
        let inside = token.end.saturating_sub(1).max(token.start);
        let start = written.get(first).map_or(inside, |c| token.start + c.start);
        let end = match behind.checked_sub(1) {
            Some(last) if last >= first => written.get(last).map_or(token.end, |c| token.start + c.end),
            _ => start,
        };
        start..end.max(start)
    }

    /// What stands in the source at that place.
    pub fn slice(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

/// Where each character of a string's value is written in its TOML token: as itself, as an escape, behind a line
/// end that is folded away. `folded`: CRLF is one character, a line feed.
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
        // A line end right behind the opening quotes is not part of the value.
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

/// Length of the white space behind a backslash at the end of a line, if that is what it is.
fn line_continuation(behind: &str) -> Option<usize> {
    const WHITE: [char; 4] = [' ', '\t', '\r', '\n'];
    let white = behind.len() - behind.trim_start_matches(WHITE).len();
    let line_end = behind[..white].contains('\n');
    line_end.then_some(white)
}

/// Length of an escape, backslash included; never beyond the end or within a character.
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
        // A broken string, whose value is a guess: any place in it will do.
        for token in ["\"มาตร\\าร {year}\"", "\"\"{", "\"\\", "\"", "\"\"\""] {
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
