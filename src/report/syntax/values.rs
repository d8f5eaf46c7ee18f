//! Values: strings, arrays, tables in one line, and values without quotes.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::kinds::KeyKind;
use super::mender::{DEEPEST, Mender, ends_line};
use super::signs::{bracket, is_joint, is_odd_comma, is_odd_quote};
use crate::report::diagnostic::Fault;

/// What a value stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// A line of its own.
    None,
    Array,
    Inline,
}

static PAIR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[ \t]*[A-Za-z0-9_][\w.-]*[ \t]*=").expect("a pattern"));
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[ \t]*\[{1,2}[ \t]*[\w.-]+[ \t]*\]{0,2}[ \t]*(?:#.*)?$").expect("a pattern")
});

/// Whether the text begins with a key and `=`.
pub(super) fn pair_follows(text: &str) -> bool {
    PAIR.is_match(text)
}

/// Whether a line is the heading of a table.
pub(super) fn is_heading(line: &str) -> bool {
    HEADING.is_match(line)
        && line.trim_start_matches([' ', '\t', '[']).starts_with(|c: char| c.is_alphabetic())
}

impl Mender<'_> {
    /// Reads a value. Nothing is read if there is none.
    pub(super) fn value(&mut self, container: Container, key: KeyKind) {
        self.skip_spaces();
        if self.unbracketed(container, key) {
            return;
        }
        match self.peek() {
            Some('"' | '\'') => self.string(container, key),
            Some(c) if is_odd_quote(c) => self.string(container, key),
            Some('(' | '{') if self.list_in_other_brackets(key) => self.nested(|mender| mender.array(key)),
            Some('{') if self.is_text_behind_brace() => self.brace_for_quote(),
            Some(c) if bracket(c) == Some('[') => self.nested(|mender| mender.array(key)),
            Some(c) if bracket(c) == Some('{') => self.nested(|mender| mender.inline(key)),
            Some(c) if !is_end(c, container) => self.bare(container, key),
            _ => self.missing_value(),
        }
    }

    /// Reads one level deeper. What is nested too deeply is left to the parser of TOML.
    fn nested(&mut self, read: impl FnOnce(&mut Self)) {
        if self.depth == DEEPEST {
            self.at = self.text.len();
            return;
        }
        self.depth += 1;
        read(self);
        self.depth -= 1;
    }

    fn missing_value(&mut self) {
        self.stand_in(self.at..self.at, " \"\"");
        self.report(Fault::MissingValue {}, self.at..self.at, 1, false);
        self.guess(self.at..self.at);
    }

    /// Reads the opening bracket.
    fn open(&mut self, right: char) -> usize {
        let start = self.at;
        let written = self.peek().unwrap_or(right);
        self.at += written.len_utf8();
        if written != right {
            self.wrong_bracket(start, written, right);
        }
        start
    }

    fn wrong_bracket(&mut self, at: usize, written: char, right: char) {
        let span = at..at + written.len_utf8();
        let fault = Fault::WrongBracket { written: written.to_string(), right: right.to_string() };
        self.mend(fault, span.clone(), span, right.to_string(), true);
    }

    /// Closes an array or table that began at `start`. `end` is where its content ends. If its opening bracket was a wrong
    /// one, so may be the closing one. Returns whether it was closed.
    fn close(&mut self, start: usize, end: usize, right: char) -> bool {
        let Some(c) = self.peek() else {
            self.unclosed_bracket(start, end, right);
            return true;
        };
        if bracket(c) == Some(right) || c == ')' || matches!(bracket(c), Some(']' | '}')) {
            let opening = if right == '}' { '{' } else { '[' };
            let is_opened = self.text[start..].starts_with(opening);
            match c == right {
                true => {}
                false if is_opened => self.wrong_bracket(self.at, c, right),
                false => {
                    let span = self.at..self.at + c.len_utf8();
                    self.edit_of_last("wrong-bracket", span, right.to_string());
                }
            }
            self.at += c.len_utf8();
            return true;
        }
        false
    }

    fn unclosed_bracket(&mut self, start: usize, end: usize, right: char) {
        let closing = if right == '}' { " }" } else { "]" };
        let fault = Fault::UnclosedBracket {
            bracket: if right == '}' { "{" } else { "[" },
            right: right.to_string(),
            at: self.source.position(end).line,
        };
        self.at = end;
        // A list whose opening bracket is missing, too, has its message.
        if self.text[start..].starts_with(['[', '{']) {
            self.mend(fault, start..start + 1, end..end, closing, false);
        } else {
            self.edit(end..end, closing);
        }
    }

    /// Reads an array.
    fn array(&mut self, key: KeyKind) {
        let start = self.open('[');
        self.items(start, true, key);
    }

    /// Reads the items of an array that begins at `start`, and its closing bracket. If it has no opening bracket, it ends
    /// with its line at the latest where no further text follows.
    pub(super) fn items(&mut self, start: usize, is_opened: bool, key: KeyKind) {
        let mut end = self.at;
        loop {
            let (before, found) = (self.at, self.found());
            self.skip_blank();
            let line_begins = self.text[before..self.at].contains(ends_line);
            let stops = is_heading(self.rest_of_line()) || pair_follows(self.rest_of_line());
            if line_begins && (stops || !is_opened && self.peek().is_none()) {
                self.forget_since(found);
                return self.unclosed_bracket(start, end, ']');
            }
            if self.close(start, end, ']') {
                return;
            }
            match self.peek() {
                Some(',') => {
                    self.mend(Fault::ExtraComma {}, self.at..self.at + 1, self.at..self.at + 1, "", true);
                    self.at += 1;
                    continue;
                }
                _ => self.value(Container::Array, key),
            }
            end = self.at;
            self.separator(&mut end, ']', |mender| {
                let line = mender.rest_of_line();
                is_heading(line) || pair_follows(line)
            });
        }
    }

    /// Reads what stands between two items: a comma, or nothing, if the next character closes the container. `end` is the
    /// end of the item before it.
    fn separator(&mut self, end: &mut usize, closing: char, stops: impl Fn(&Self) -> bool) {
        let (before, found) = (self.at, self.found());
        self.skip_blank();
        let line_begins = self.text[before..self.at].contains(ends_line);
        match self.peek() {
            Some(',') => {
                self.at += 1;
                *end = self.at;
            }
            Some(c) if is_odd_comma(c) || is_joint(c) && self.rest()[1..].trim_start().starts_with('"') => {
                let span = self.at..self.at + c.len_utf8();
                self.mend(Fault::OddComma { written: c.to_string() }, span.clone(), span.clone(), ",", true);
                self.at = span.end;
                *end = self.at;
            }
            None => {}
            Some(c) if is_joint(c) && self.rest()[1..].trim_start().starts_with(closing) => {
                let span = self.at..self.at + 1;
                self.mend(Fault::ExtraComma {}, span.clone(), span.clone(), "", true);
                self.at = span.end;
            }
            Some(c) if bracket(c) == Some(closing) || matches!(c, ')' | ']' | '}') => {}
            Some(_) if line_begins && stops(self) => {
                // The next statement begins here, so the container is not closed.
                self.forget_since(found);
                self.at = before;
            }
            Some(_) => {
                self.mend(Fault::MissingComma {}, *end..*end, *end..*end, ",", true);
                *end = self.at;
            }
        }
    }

    /// Reads a table in braces.
    fn inline(&mut self, key: KeyKind) {
        let start = self.open('{');
        let mut end = self.at;
        // A table that begins with a pair in its first line most likely ends in that line.
        let is_in_one_line =
            !self.rest_of_line().trim_start().starts_with('#') && !self.rest_of_line().trim().is_empty();
        let stops = |mender: &Self| is_heading(mender.rest_of_line()) || is_in_one_line;
        let (mut has_comma, mut names) = (true, HashSet::new());
        loop {
            let (before, found) = (self.at, self.found());
            self.skip_blank();
            let line_begins = self.text[before..self.at].contains(ends_line);
            if line_begins && (is_heading(self.rest_of_line()) || is_in_one_line && !has_comma) {
                self.forget_since(found);
                return self.unclosed_bracket(start, end, '}');
            }
            if self.close(start, end, '}') {
                return;
            }
            if self.peek() == Some(',') {
                self.mend(Fault::ExtraComma {}, self.at..self.at + 1, self.at..self.at + 1, "", true);
                self.at += 1;
                continue;
            }
            let pair = self.at;
            let name = self.pair(Container::Inline, key).map(|name| name.join("."));
            if let Some(name) = name
                && !names.insert(name.clone())
            {
                self.repeated_in_table(pair, name);
            }
            if self.at == pair {
                // What is no pair at all is left to the parser, up to the end of the table or line.
                let rest = self.rest_of_line();
                self.at += rest.find('}').unwrap_or(rest.len());
                end = self.at;
                continue;
            }
            end = self.at;
            self.separator(&mut end, '}', stops);
            has_comma = self.text[..self.at].ends_with(is_comma);
        }
    }

    /// Reports a key that a table in braces has twice. The second one is left out.
    fn repeated_in_table(&mut self, start: usize, key: String) {
        let first = self.source.position(start).line;
        let place = start..start + key.len();
        self.stand_in(place.clone(), format!("again-{start}"));
        self.report(Fault::RepeatedKey { key, first, is_inline: true }, place, 1, false);
        self.guess(start..self.at);
    }
}

fn is_comma(c: char) -> bool {
    c == ',' || is_odd_comma(c)
}

/// Whether a character ends a value before it has begun.
pub(super) fn is_end(c: char, container: Container) -> bool {
    c == '#'
        || ends_line(c)
        || (container != Container::None && (is_comma(c) || matches!(bracket(c), Some(']' | '}'))))
}
