//! Prose of a report file: text with placeholders such as `{agency}` that the view fills in.

use super::diagnostic::{Diagnostic, Fault};
use super::nearest::{alike, nearest};
use super::source::{Source, Span};

/// What a placeholder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// `{agency}`: the agency's name.
    Agency,
    /// `{short_name}`: its short name.
    ShortName,
    /// `{year}`: the report's fiscal year.
    Year,
    /// `{previous_year}`: the fiscal year before.
    PreviousYear,
    /// `{total}`: this year's total score.
    Total,
    /// `{previous_total}`: the total score of the year before.
    PreviousTotal,
    /// `{change}`: the difference of the two totals, with a minus sign for a fall.
    Change,
    /// `{level}`: this year's level.
    Level,
    /// `{previous_level}`: the level of the year before.
    PreviousLevel,
}

impl Placeholder {
    /// All placeholders by name.
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

/// A piece of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text as it stands, with doubled braces already single.
    Text(String),
    /// A value to fill in, and where it is asked for.
    Value(Placeholder, Span),
}

/// Text with placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// Its parts in order.
    pub parts: Vec<Part>,
    /// The whole string in the source, quotes included.
    pub span: Span,
}

impl Prose {
    /// Reads a string's value; what is wrong with its braces is reported at its own column.
    pub fn read(source: &Source, span: &Span, value: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut parts = Vec::new();
        for piece in Pieces::new(value) {
            let within = |range| source.within_string(span, value, range);
            match piece {
                Piece::Text(text) => match parts.last_mut() {
                    Some(Part::Text(before)) => before.push_str(text),
                    _ => parts.push(Part::Text(text.to_owned())),
                },
                Piece::Braced(name, start) => {
                    let place = within(start..start + name.len() + 2);
                    match Placeholder::named(name) {
                        Some(placeholder) => parts.push(Part::Value(placeholder, place)),
                        None => {
                            let names = Placeholder::ALL.iter().map(|(name, _)| *name);
                            let fault = Fault::UnknownPlaceholder {
                                name: name.to_owned(),
                                nearest: nearest(name, names).filter(|known| alike(name, known)),
                            };
                            diagnostics.push(Diagnostic::new(fault, place));
                        }
                    }
                }
                Piece::Single(brace, start) => {
                    diagnostics.push(Diagnostic::new(Fault::SingleBrace { brace }, within(start..start + 1)));
                }
            }
        }
        Prose { parts, span: span.clone() }
    }

    /// The text with every placeholder replaced by what `value` gives for it.
    pub fn fill(&self, mut value: impl FnMut(Placeholder) -> String) -> String {
        let fill = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Value(placeholder, _) => value(*placeholder),
        };
        self.parts.iter().map(fill).collect()
    }

    /// The placeholders in it, and where they stand.
    pub fn placeholders(&self) -> impl Iterator<Item = (Placeholder, &Span)> {
        self.parts.iter().filter_map(|part| match part {
            Part::Value(placeholder, span) => Some((*placeholder, span)),
            Part::Text(_) => None,
        })
    }
}

enum Piece<'t> {
    Text(&'t str),
    /// What stands between the braces, and the offset of the opening one.
    Braced(&'t str, usize),
    /// A brace without its partner.
    Single(char, usize),
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
            (Piece::Single('}', start), 1)
        } else if let Some(inner) = rest.strip_prefix('{') {
            match inner.find(['{', '}', '\n']) {
                Some(end) if inner[end..].starts_with('}') => (Piece::Braced(&inner[..end], start), end + 2),
                _ => (Piece::Single('{', start), 1),
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
        let filled = prose.fill(|p| if p == Placeholder::Year { "2567".into() } else { "อบต.".into() });
        assert_eq!(filled, "ปี 2567 ของอบต. {จริง}");
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
