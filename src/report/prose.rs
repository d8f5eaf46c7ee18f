//! Prose of a report file: text with placeholders such as `{agency}`, which the views fill in.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Fault};
use super::nearest::nearest;
use super::source::{Source, Span, Spanned};

/// A placeholder, which stands for a value of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// `{agency}`: the agency's name.
    Agency,
    /// `{short_name}`: the agency's short name.
    ShortName,
    /// `{year}`: the report's fiscal year.
    Year,
    /// `{previous_year}`: the previous fiscal year.
    PreviousYear,
    /// `{total}`: the year's total score.
    Total,
    /// `{previous_total}`: the previous year's total score.
    PreviousTotal,
    /// `{change}`: the difference between the two totals, with a minus sign if the total fell.
    Change,
    /// `{level}`: the year's level.
    Level,
    /// `{previous_level}`: the previous year's level.
    PreviousLevel,
}

impl Placeholder {
    /// All placeholders with their names.
    pub const ALL: [(&'static str, Placeholder); 9] = [
        ("agency", Placeholder::Agency),
        ("short_name", Placeholder::ShortName),
        ("year", Placeholder::Year),
        ("previous_year", Placeholder::PreviousYear),
        ("total", Placeholder::Total),
        ("previous_total", Placeholder::PreviousTotal),
        ("change", Placeholder::Change),
        ("level", Placeholder::Level),
        ("previous_level", Placeholder::PreviousLevel),
    ];

    /// The name between the braces.
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, p)| *p == self);
        named.expect("every placeholder is in the list").0
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, p)| *p)
    }
}

/// A segment of prose: literal text, or a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Segment {
    content: SegmentContent,
    /// The bytes of the string's value that it comes from.
    range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum SegmentContent {
    /// Literal text. A doubled brace has become a single one.
    Text(String),
    Value(Placeholder),
}

/// Text with placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The string's value, with its placeholders.
    value: String,
    segments: Vec<Segment>,
    /// The whole string in the source, including quotes.
    pub span: Span,
}

impl Prose {
    /// Reads a string's value. Each fault in its braces is reported at its exact place within the string.
    pub fn read(source: &Source, span: &Span, value: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut segments = Vec::new();
        let mut pieces = Pieces::new(value);
        let mut start = 0;
        while let Some(piece) = pieces.next() {
            let range = start..pieces.at;
            start = pieces.at;
            let place = || source.within_string(span, value, range.clone());
            // A document can be made in spite of errors. It shows faulty braces as written.
            let as_written = || SegmentContent::Text(value[range.clone()].to_owned());
            let content = match piece {
                Piece::Text(text) => SegmentContent::Text(text.to_owned()),
                Piece::Braced(name) => match Placeholder::named(name) {
                    Some(placeholder) => SegmentContent::Value(placeholder),
                    None => {
                        let names = Placeholder::ALL.iter().map(|(name, _)| *name);
                        let fault = Fault::UnknownPlaceholder {
                            name: name.to_owned(),
                            nearest: nearest(name, names),
                        };
                        diagnostics.push(Diagnostic::new(fault, place()));
                        as_written()
                    }
                },
                Piece::Single(brace) => {
                    diagnostics.push(Diagnostic::new(Fault::SingleBrace { brace }, place()));
                    as_written()
                }
            };
            segments.push(Segment { content, range });
        }
        Prose { value: value.to_owned(), segments, span: span.clone() }
    }

    /// Reads a string without reporting faults. For strings whose faults are already known, and for strings that are
    /// not prose.
    pub fn new(source: &Source, text: &Spanned<String>) -> Self {
        Prose::read(source, &text.span, &text.value, &mut Vec::new())
    }

    /// Replaces every placeholder with the result of `value`, or with nothing if that is `None`.
    pub fn fill(&self, mut value: impl FnMut(Placeholder) -> Option<String>) -> Filled {
        let mut filled = Filled { text: String::new(), pieces: Vec::new() };
        for Segment { content, range } in &self.segments {
            let start = filled.text.len();
            match content {
                SegmentContent::Text(text) => filled.text.push_str(text),
                SegmentContent::Value(placeholder) => {
                    filled.text.push_str(&value(*placeholder).unwrap_or_default())
                }
            }
            let verbatim = matches!(content, SegmentContent::Text(text) if text.len() == range.len());
            filled.pieces.push(FilledPiece { start, range: range.clone(), verbatim });
        }
        filled
    }

    /// The placeholders in the text, with their places in the source.
    pub fn placeholders<'p>(&'p self, source: &'p Source) -> impl Iterator<Item = (Placeholder, Span)> + 'p {
        self.segments.iter().filter_map(|segment| match segment.content {
            SegmentContent::Value(placeholder) => {
                Some((placeholder, source.within_string(&self.span, &self.value, segment.range.clone())))
            }
            SegmentContent::Text(_) => None,
        })
    }

    /// Converts a byte range of the filled text to its place in the source. A range within a filled-in value becomes
    /// the place of its placeholder.
    pub fn place(&self, source: &Source, filled: &Filled, range: Range<usize>) -> Span {
        let start = filled.origin(range.start, false).start;
        let end = filled.origin(range.end.max(range.start + 1) - 1, true).end;
        source.within_string(&self.span, &self.value, start..end.max(start))
    }
}

/// Prose with its placeholders filled in. Records where each piece of the text comes from.
#[derive(Debug, Clone)]
pub struct Filled {
    /// The filled text.
    pub text: String,
    pieces: Vec<FilledPiece>,
}

#[derive(Debug, Clone)]
struct FilledPiece {
    /// Its first byte in the filled text.
    start: usize,
    /// The bytes of the string's value that it comes from.
    range: Range<usize>,
    /// Whether it equals those bytes.
    verbatim: bool,
}

impl Filled {
    /// Converts a byte of the filled text to a range of the string's value. For verbatim text: the empty range at that
    /// byte, or, with `last`, the range that ends after its character. For any other piece: its whole range.
    fn origin(&self, at: usize, last: bool) -> Range<usize> {
        let Some(piece) = self.pieces.iter().rev().find(|piece| piece.start <= at) else { return 0..0 };
        if !piece.verbatim {
            return piece.range.clone();
        }
        let end = if last { self.text.ceil_char_boundary(at + 1) } else { at };
        piece.range.start + at - piece.start..piece.range.start + end - piece.start
    }

    /// Whether a byte range of the filled text lies within one piece that is not verbatim: the value of a placeholder,
    /// or a doubled brace.
    pub fn is_filled_in(&self, range: &Range<usize>) -> bool {
        let piece = self.pieces.iter().rposition(|piece| piece.start <= range.start);
        piece.is_some_and(|index| {
            let end = self.pieces.get(index + 1).map_or(self.text.len(), |next| next.start);
            !self.pieces[index].verbatim && range.end <= end
        })
    }
}

enum Piece<'t> {
    Text(&'t str),
    /// The text between two braces.
    Braced(&'t str),
    /// A brace without its partner.
    Single(char),
}

struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Pieces<'t> {
    fn new(text: &'t str) -> Self {
        Pieces { text, at: 0 }
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let start = self.at;
        let rest = &self.text[start..];
        let (piece, length) = if rest.is_empty() {
            return None;
        } else if rest.starts_with("{{") || rest.starts_with("}}") {
            (Piece::Text(&rest[..1]), 2)
        } else if rest.starts_with('}') {
            (Piece::Single('}'), 1)
        } else if let Some(inner) = rest.strip_prefix('{') {
            match inner.find(['{', '}', '\n']) {
                Some(end) if inner[end..].starts_with('}') => (Piece::Braced(&inner[..end]), end + 2),
                _ => (Piece::Single('{'), 1),
            }
        } else {
            let end = rest.find(['{', '}']).unwrap_or(rest.len());
            (Piece::Text(&rest[..end]), end)
        };
        self.at += length;
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> (Prose, Vec<(Fault, String)>) {
        let token = format!("\"{value}\"");
        let source = Source::new("a.toml", &token);
        let mut found = Vec::new();
        let prose = Prose::read(&source, &(0..token.len()), value, &mut found);
        (prose, found.into_iter().map(|d| (d.fault, token[d.span].to_owned())).collect())
    }

    #[test]
    fn placeholders_are_filled_and_doubled_braces_are_braces() {
        let (prose, found) = read("ปี {year} ของ{agency} {{จริง}}");
        assert!(found.is_empty());
        let value =
            |p| Some(if p == Placeholder::Year { "2567".to_owned() } else { "อบต.".to_owned() });
        let filled = prose.fill(value);
        assert_eq!(filled.text, "ปี 2567 ของอบต. {จริง}");
        // Every part of the filled text leads back to the place where it was written.
        let source = Source::new("a.toml", "\"ปี {year} ของ{agency} {{จริง}}\"");
        let place = |text: &str| {
            let start = filled.text.find(text).unwrap();
            let range = start..start + text.len();
            (
                source.slice(&prose.place(&source, &filled, range.clone())).to_owned(),
                filled.is_filled_in(&range),
            )
        };
        assert_eq!(place("ของ"), ("ของ".to_owned(), false));
        assert_eq!(place("2567"), ("{year}".to_owned(), true));
        assert_eq!(place("56"), ("{year}".to_owned(), true));
        assert_eq!(place("ปี 2567 ของ"), ("ปี {year} ของ".to_owned(), false));
        assert_eq!(place("จริง"), ("จริง".to_owned(), false));
    }

    #[test]
    fn wrong_braces_are_found_where_they_stand() {
        let (_, found) = read("ปี {yaer} ของ {agency และ } จบ");
        let unknown = Fault::UnknownPlaceholder { name: "yaer".into(), nearest: Some("year".into()) };
        assert_eq!(found[0], (unknown, "{yaer}".into()));
        let odd =
            Fault::UnknownPlaceholder { name: "agency และ ".into(), nearest: Some("agency".into()) };
        assert_eq!(found[1], (odd, "{agency และ }".into()));
        let (_, found) = read("ก { ข } } {");
        assert_eq!(found.len(), 3);
        assert_eq!(found[1], (Fault::SingleBrace { brace: '}' }, "}".into()));
        assert_eq!(found[2], (Fault::SingleBrace { brace: '{' }, "{".into()));
    }
}
