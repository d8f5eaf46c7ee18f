//! Lists and tables of scores whose brackets people left out, or put others in their place.

use std::sync::LazyLock;

use regex::Regex;

use super::kinds::KeyKind;
use super::mender::{AHEAD, Mender, ends_line};
use super::signs::{ascii, is_odd_quote};
use super::values::Container;
use crate::report::diagnostic::Fault;

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns of this file are well formed")
}

/// A dash, a bullet or a number before a text in quotes.
static MARKER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"^(?P<marker>(?:[-–—•*:]|[0-9๐-๙]+[.)])[ \t]*)["“]"#));
/// Texts in quotes that only words or signs join: `"กองคลัง" และ "กองช่าง"`.
static JOINED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"^"[^"\\]*"(?:[ \t]*(?:และ|หรือ|กับ|[/&+.;])[ \t]*"[^"\\]*")+[ \t]*(?:#.*)?$"#));
static JOINT: LazyLock<Regex> = LazyLock::new(|| pattern(r#""[ \t]*(?:และ|หรือ|กับ|[/&+.;])[ \t]*""#));
/// A text in quotes and a comma, with nothing behind them.
static FIRST_ITEM: LazyLock<Regex> = LazyLock::new(|| pattern(r#"^"[^"\\]*"[ \t]*,[ \t]*(?:#.*)?$"#));
static SCORE_PAIR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?P<key>[A-Z]{2,}|\d+)\s*[=:]\s*(?P<score>\d+(?:[.,]\d+)?)"));
static FIGURE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+(?:[.,]\d+)?"));

impl Mender<'_> {
    /// Reads a value that begins with a sign that does not belong to it, or that is a list or table without its brackets.
    /// Returns whether it was one.
    pub(super) fn unbracketed(&mut self, container: Container, key: KeyKind) -> bool {
        if key.has_numbers && container == Container::None {
            return self.number_table(key);
        }
        let line = self.rest_of_line();
        if let Some(found) = MARKER.captures(line) {
            let marker = &found["marker"];
            let span = self.at..self.at + marker.len();
            let written = marker.trim_end().to_owned();
            self.mend(
                Fault::ItemMarker { written },
                self.at..self.at + marker.trim_end().len(),
                span.clone(),
                "",
                true,
            );
            self.at = span.end;
            return false;
        }
        let takes_list = key.takes_list && container == Container::None;
        if !takes_list {
            return false;
        }
        if JOINED.is_match(line) {
            self.joined(line);
            return true;
        }
        let next_is_text = || {
            let after = &self.text[self.at + line.len()..];
            let next = after.trim_start();
            !after.is_empty() && next.starts_with(|c: char| c == '"' || is_odd_quote(c))
        };
        let is_blank = line.trim().is_empty() || line.trim_start().starts_with('#');
        if (is_blank || FIRST_ITEM.is_match(line)) && next_is_text() {
            self.mend(Fault::UnopenedBracket {}, self.at..self.at, self.at..self.at, " [", false);
            self.items(self.at, false, key);
            return true;
        }
        false
    }

    /// Whether a bracket that is no `[` opens a list here: `("a", "b")` or `{"a", "b"}`.
    pub(super) fn list_in_other_brackets(&self, key: KeyKind) -> bool {
        let inside = self.rest().get(1..).unwrap_or_default().trim_start();
        let is_text = inside.starts_with('"');
        let after = || inside[1..].find('"').map_or("", |end| inside[end + 2..].trim_start());
        match self.peek() {
            Some('(') => is_text,
            Some('{') => is_text && key.takes_list && after().starts_with([',', '}', '"']),
            _ => false,
        }
    }

    /// Whether a brace was typed in place of the quote that is on the same key of some keyboards: `{text"`.
    pub(super) fn is_text_behind_brace(&self) -> bool {
        let line = self.rest_of_line().trim_end();
        !line.contains(['=', '}'])
            && line.len() > 2
            && line.ends_with('"')
            && !line[1..].trim_start().starts_with('"')
    }

    /// Reads a text that begins with a brace in place of its quote.
    pub(super) fn brace_for_quote(&mut self) {
        let start = self.at;
        self.at += self.rest_of_line().trim_end().len();
        let fault = Fault::WrongBracket { written: "{".to_owned(), right: "\"".to_owned() };
        self.mend(fault, start..start + 1, start..start + 1, "\"", false);
        self.guess(start..self.at);
    }

    /// Reads texts that words join in place of commas.
    fn joined(&mut self, line: &str) {
        let start = self.at;
        let end = line.rfind('"').map_or(line.len(), |quote| quote + 1);
        self.edit(start..start, "[");
        let joints: Vec<_> = JOINT.find_iter(&line[..end]).map(|joint| joint.range()).collect();
        for joint in &joints {
            self.edit(start + joint.start + 1..start + joint.end - 1, ", ");
        }
        self.edit(start + end..start + end, "]");
        let first = joints.first().map_or(0, |joint| joint.start + 1);
        self.report(Fault::ListBrackets {}, start + first..start + end, joints.len() + 2, true);
        self.at = start + end;
    }

    /// Reads the scores of indicators or instruments that are no table in braces. Returns whether they are not.
    fn number_table(&mut self, key: KeyKind) -> bool {
        let start = self.at;
        let rest = self.rest();
        let rest = &rest[..rest.floor_char_boundary(AHEAD)];
        let (open, close) = match rest.chars().next() {
            Some('{') => (1, "}"),
            Some('[') => (1, "]"),
            Some('(') => (1, ")"),
            Some(c) if c.is_numeric() || c.is_ascii_uppercase() => (0, ""),
            _ => return false,
        };
        let inside = &rest[open..];
        let content = match (open, inside.find(close)) {
            (1, Some(end)) => &inside[..end],
            (1, None) => return false,
            _ => lines_of_figures(inside),
        };
        if close == "}" && content.contains(['=', ':', '＝', '：']) || content.trim().is_empty() {
            return false;
        }
        let Some(pairs) = pairs(content) else { return false };
        let end = start + open + content.len() + close.len();
        let name = if key.is_instruments { "instruments" } else { "indicators" };
        let fault = Fault::NumberTable { key: name.to_owned() };
        let first = start..start + rest.lines().next().unwrap_or_default().trim_end().len().max(1);
        self.mend(fault, first, start..end, format!("{{ {} }}", pairs.join(", ")), false);
        self.at = end;
        true
    }
}

/// The lines that a text begins with as long as they begin with a figure.
fn lines_of_figures(text: &str) -> &str {
    let mut end = 0;
    for line in text.split_inclusive(ends_line) {
        let is_further = end > 0;
        let begins = line.trim_start().chars().next();
        if is_further && !begins.is_some_and(|c| c.is_numeric() || c.is_ascii_uppercase()) {
            break;
        }
        end += line.len();
    }
    let content = &text[..end];
    content.find(" #").map_or(content, |comment| &content[..comment]).trim_end()
}

/// The pairs of a table of scores as they should be written. Without keys, scores are numbered. `None` if there are none.
fn pairs(content: &str) -> Option<Vec<String>> {
    let plain: String = content.chars().map(|c| ascii(c).unwrap_or(c)).collect();
    let score = |text: &str| text.replace(',', ".");
    let written: Vec<String> = SCORE_PAIR
        .captures_iter(&plain)
        .map(|pair| format!("{} = {}", &pair["key"], score(&pair["score"])))
        .collect();
    if !written.is_empty() {
        return Some(written);
    }
    let figures: Vec<&str> = FIGURE.find_iter(&plain).map(|figure| figure.as_str()).collect();
    let numbered = figures.len().is_multiple_of(2)
        && figures.chunks(2).zip(1..).all(|(pair, number)| pair[0] == number.to_string());
    let written: Vec<String> = match numbered {
        true => figures.chunks(2).map(|pair| format!("{} = {}", pair[0], score(pair[1]))).collect(),
        false => {
            figures.iter().zip(1..).map(|(figure, number)| format!("{number} = {}", score(figure))).collect()
        }
    };
    (!written.is_empty()).then_some(written)
}
