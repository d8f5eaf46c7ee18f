//! Values without quotes: where they end in their line, and the message for each.

use std::sync::LazyLock;

use regex::Regex;

use super::bare::{Bare, classify};
use super::kinds::{Expected, KeyKind};
use super::mender::Mender;
use super::signs::is_odd_quote;
use super::values::{Container, is_end, pair_follows};
use crate::report::diagnostic::Fault;
use crate::report::source::Span;

impl Mender<'_> {
    /// Reads a value without quotes.
    pub(super) fn bare(&mut self, container: Container, key: KeyKind) {
        let start = self.at;
        let line = self.rest_of_line();
        let mut length = end_of_bare(line, container);
        // A comma within a number does not end it: `97,00`.
        if container != Container::None && key.expected == Expected::Number {
            length = with_commas(line, length);
        }
        let mut written = line[..length].trim_end();
        if container == Container::None {
            // What is left at the end of the line has its own message.
            written = written.trim_end_matches([',', ';', ' ']);
        }
        let span = start..start + written.len();
        self.at = span.end;
        let found = classify(written, key);
        let Some(right) = found.right().map(str::to_owned) else {
            if found == Bare::Text {
                self.unquoted(container, key, span);
            }
            return;
        };
        let (written, shown) = (written.to_owned(), right.clone());
        let fault = match found {
            Bare::Digits(_) => Fault::ForeignDigits { written, right: shown },
            Bare::Letter(_) => Fault::LetterInNumber { written, right: shown },
            Bare::DecimalComma(_) => Fault::CommaInNumber { written, right: shown, kind: "decimal" },
            Bare::Thousands(_) => Fault::CommaInNumber { written, right: shown, kind: "thousands" },
            Bare::Point(_) => Fault::NumberForm { written, right: shown, kind: "point" },
            Bare::Zeros(_) => Fault::NumberForm { written, right: shown, kind: "zeros" },
            Bare::Unit(_) => Fault::NumberForm { written, right: shown, kind: "unit" },
            Bare::Dash(_) => Fault::NumberForm { written, right: shown, kind: "dash" },
            Bare::Boolean(_) => Fault::BooleanWord { written, right: shown },
            Bare::Valid | Bare::Text => return,
        };
        self.mend(fault, span.clone(), span.clone(), right, true);
        self.guess(span);
    }

    /// Reads a text without quotes, or with a closing one only.
    fn unquoted(&mut self, container: Container, key: KeyKind, span: Span) {
        let written = self.text[span.clone()].to_owned();
        let is_target = key.is_word && key.expected == Expected::Number;
        if key.is_only_number && !is_target || is_target && written.contains(char::is_numeric) {
            self.stand_in(span.clone(), if is_target { "\"total\"" } else { "0" });
            self.report(Fault::NotANumber { written: clipped(&written), is_target }, span.clone(), 1, false);
            return self.guess(span);
        }
        let last = written.chars().next_back().filter(|c| matches!(c, '"' | '\'') || is_odd_quote(*c));
        let mut text = written.trim_end_matches(|c: char| Some(c) == last).trim_end().replace('"', "”");
        let mut is_safe = true;
        if key.is_path || text.contains(":\\") {
            let is_drive = text.as_bytes().get(1) == Some(&b':');
            is_safe = !is_drive;
            text = text.replace('\\', "/");
            if is_drive {
                text = text.rsplit('/').next().unwrap_or_default().to_owned();
            }
        }
        let quoted = format!("\"{}\"", text.replace('\\', "\\\\"));
        if key.is_word && !written.is_ascii() {
            // No choice is a Thai word. The reader lists them.
            return self.edit(span, quoted);
        }
        if container == Container::None
            && let Some((end, lines)) = self.further_lines(span.end)
        {
            return self.text_over_lines(span.start..end, &[vec![text], lines].concat(), key, false);
        }
        self.mend(
            Fault::UnquotedText { written: clipped(&written) },
            span.clone(),
            span.clone(),
            quoted,
            is_safe,
        );
        if !is_safe {
            self.guess(span);
        }
    }
}

/// Where a value without quotes ends in a line: at a comment; in an array or table also at a comma, a closing bracket or
/// the next key.
fn end_of_bare(line: &str, container: Container) -> usize {
    let mut previous = ' ';
    for (at, c) in line.char_indices() {
        let spaced = previous.is_whitespace();
        let next_is_pair = || c.is_whitespace() && !spaced && pair_follows(&line[at..]);
        // A comma between digits is part of a text: `๓,๐๐๐ เล่ม`.
        let in_figure = || {
            let next = line[at + c.len_utf8()..].chars().next();
            container == Container::Array && previous.is_numeric() && next.is_some_and(char::is_numeric)
        };
        let ends = match container {
            Container::None => c == '#' && spaced,
            _ => is_end(c, container) && !in_figure(),
        };
        if at > 0 && (ends || next_is_pair()) {
            return at;
        }
        previous = c;
    }
    line.len()
}

/// The length of a number with commas in it, whose part before the first comma has this length.
fn with_commas(line: &str, length: usize) -> usize {
    static GROUPS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:,\d{3})*(?:,\d{2,3})(?:\.\d+)?(?P<after>[ \t]*(?:[,}\]#]|$|[\w]+[ \t]*=))")
            .expect("a pattern")
    });
    let before = &line[..length];
    if !before.ends_with(|c: char| c.is_numeric()) {
        return length;
    }
    let rest: String = line[length..].chars().take(60).collect();
    GROUPS.captures(&rest).map_or(length, |found| length + found[0].len() - found["after"].len())
}

/// A text without its far end, for a message.
fn clipped(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        text.to_owned()
    } else {
        text.chars().take(MOST).chain(['…']).collect()
    }
}
