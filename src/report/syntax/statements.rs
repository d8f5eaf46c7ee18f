//! Lines of a file: headings, keys with their values, and what is neither.

use std::sync::LazyLock;

use regex::Regex;

use super::kinds::{KeyKind, table_name};
use super::mender::{Mended, Mender, code_point, ends_line};
use super::outline::Outline;
use super::signs::{ascii, bracket, is_odd_dash, is_odd_quote, is_odd_space};
use super::values::{Container, pair_follows};
use crate::report::diagnostic::Fault;
use crate::report::keys;
use crate::report::source::{Source, Span};

/// Reads a whole file.
pub(super) fn mend(source: &Source) -> Mended {
    let mut mender = Mender::new(source);
    let mut outline = Outline::default();
    while mender.at < mender.text.len() {
        let before = mender.at;
        mender.skip_spaces();
        if mender.peek() == Some('#') {
            outline.note_comment(&mut mender);
        } else if !mender.skip_line_end() && mender.peek().is_some() {
            mender.statement(&mut outline);
        }
        if mender.at == before {
            // Nothing was understood here. The parser of TOML will say so.
            mender.at += mender.peek().map_or(1, char::len_utf8);
        }
    }
    mender.finish()
}

static TRAILING_BRACKET: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[A-Za-z_][\w.]*[ \t]*\]{1,2}[ \t]*(?:#.*)?$").expect("a pattern"));

impl Mender<'_> {
    fn statement(&mut self, outline: &mut Outline) {
        self.statement += 1;
        let first = self.peek().unwrap_or_default();
        let line = self.rest_of_line();
        if bracket(first) == Some('[') || TRAILING_BRACKET.is_match(line) || is_bare_heading(line) {
            return self.heading(outline);
        }
        if self.orphan_items() {
            return;
        }
        let start = self.at;
        let Some(name) = self.pair(Container::None, KeyKind::default()) else { return };
        outline.note_key(self, start, &name);
        self.after_value(start);
    }

    /// Reads a key and its value. Returns the parts of the key's name. `None` if there is no pair here. `parent` is the key
    /// of the table in braces that it belongs to.
    pub(super) fn pair(&mut self, container: Container, parent: KeyKind) -> Option<Vec<String>> {
        let start = self.at;
        let (name, written) = self.key(container, parent)?;
        self.skip_spaces();
        let rest = self.rest();
        let mut signs: String =
            rest.chars().take_while(|c| matches!(c, '=' | '＝' | ':' | '：' | '>')).collect();
        if signs.is_empty() && rest.starts_with(|c| c == '-' || is_odd_dash(c)) {
            // A dash between key and value.
            signs = rest.chars().take(1).collect();
        }
        match signs.as_str() {
            "=" => self.at += 1,
            "" => {
                let key_end = written.end;
                if self.peek().is_none_or(|c| c == '#' || ends_line(c)) {
                    self.stand_in(key_end..key_end, " = \"\"");
                    self.report(Fault::KeyWithoutValue { key: name.join(".") }, written.clone(), 1, false);
                    self.guess(start..key_end);
                    return Some(name);
                }
                self.mend(Fault::MissingEquals {}, key_end..key_end, key_end..key_end, " =", true);
            }
            other => {
                let span = self.at..self.at + other.len();
                let before = if self.text[..self.at].ends_with([' ', '\t']) { "" } else { " " };
                self.at = span.end;
                let after = if self.rest().starts_with([' ', '\t']) { "" } else { " " };
                let right = format!("{before}={after}");
                self.mend(Fault::OddEquals { written: other.to_owned() }, span.clone(), span, right, true);
            }
        }
        let own = name.last().map_or("", String::as_str);
        let kind =
            if container == Container::Inline { parent.inner() } else { KeyKind::new(&self.table, own) };
        self.value(container, kind);
        Some(name)
    }

    /// Reads a key. Returns the parts of its name, and its place. `None` if there is none here.
    fn key(&mut self, container: Container, parent: KeyKind) -> Option<(Vec<String>, Span)> {
        let start = self.at;
        if let Some(found) = self.quoted_key() {
            return Some(found);
        }
        let line = self.rest_of_line();
        let stops = |c: char| {
            matches!(c, '=' | '＝' | ':' | '：' | '"' | '\'' | '#' | ',' | '{' | '}' | '[' | ']')
                || is_odd_quote(c)
                || ends_line(c)
        };
        // Quotes of a key in several parts are part of what is read here: `"a".b`.
        let quoted = line.len() - line.trim_start_matches(['"', '\'']).len();
        let length = quoted + line[quoted..].find(stops).unwrap_or(line.len() - quoted);
        let mut written = line[..length].trim_end_matches(|c: char| c.is_whitespace() || is_odd_space(c));
        let is_ruler = line.len() > 3 && line.trim_end().bytes().all(|b| b == b'=');
        let has_equals = match line[length..].chars().next() {
            Some('=' | '＝') => !is_ruler,
            // A line of text may have a colon, too.
            Some(':' | '：') => container != Container::None || is_known_key(written),
            _ => false,
        };
        if !has_equals {
            match key_without_equals(line, length) {
                Some(word) => written = word,
                None => {
                    self.loose_text(container);
                    return None;
                }
            }
        }
        let span = start..start + written.len();
        self.at = span.end;
        if written.is_empty() {
            self.at = start + length;
            self.stand_in(start..start, "\"?\"");
            self.report(Fault::MissingKeyName {}, start..start + length + 1, 1, false);
            self.guess(start..start + length);
            return Some((vec!["?".to_owned()], span));
        }
        Some((self.bare_key(written, span.clone(), container, parent), span))
    }

    /// Reads a key of one part in quotes of any kind, if it is next.
    fn quoted_key(&mut self) -> Option<(Vec<String>, Span)> {
        let (start, line) = (self.at, self.rest_of_line());
        let quote = line.chars().next().filter(|c| matches!(c, '"' | '\'') || is_odd_quote(*c))?;
        let inside = quote.len_utf8();
        let closes = |c: char| c == quote || is_odd_quote(quote) && is_odd_quote(c);
        let (length, c) = line[inside..].char_indices().find(|(_, c)| closes(*c))?;
        let span = start..start + inside + length + c.len_utf8();
        if self.text[span.end..].trim_start_matches([' ', '\t']).starts_with('.') {
            return None;
        }
        if is_odd_quote(quote) {
            let opening = start..start + inside;
            self.edit(opening.clone(), "\"");
            self.edit(span.end - c.len_utf8()..span.end, "\"");
            self.report(Fault::OddQuote { character: quote.to_string(), right: '"' }, opening, 2, true);
        }
        self.at = span.end;
        Some((vec![line[inside..inside + length].to_owned()], span))
    }

    /// Mends a key without quotes, and returns the parts of its name.
    fn bare_key(&mut self, written: &str, span: Span, container: Container, parent: KeyKind) -> Vec<String> {
        let is_bare = |text: &str| {
            text.chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '\t' | '"' | '\''))
        };
        let parts = |text: &str| {
            text.split('.')
                .map(|part| part.trim_matches([' ', '\t', '"', '\'']).to_owned())
                .collect::<Vec<_>>()
        };
        let spaced = |part: &String| part.is_empty() || part.contains([' ', '\t']);
        if is_bare(written) && !parts(written).iter().any(spaced) {
            return parts(written);
        }
        let visible: String =
            written.chars().filter(|c| !is_odd_space(*c)).map(|c| ascii(c).unwrap_or(c)).collect();
        if is_bare(&visible) && !parts(&visible).iter().any(spaced) {
            // Only its digits or invisible characters are odd.
            match written.chars().find(|c| is_odd_space(*c)) {
                Some(c) => {
                    let fault = Fault::OddSpace { character: code_point(c) };
                    self.mend(fault, span.clone(), span, visible.clone(), true);
                }
                None => {
                    let fault = Fault::ForeignDigits { written: written.to_owned(), right: visible.clone() };
                    self.mend(fault, span.clone(), span, visible.clone(), true);
                }
            }
            return parts(&visible);
        }
        let quoted = format!("\"{}\"", written.replace('\\', "\\\\").replace('"', "\\\""));
        if container == Container::Inline && parent.has_own_keys
            || self.table.last().is_some_and(|table| table == "extra")
        {
            self.mend(Fault::KeyQuotes { key: written.to_owned() }, span.clone(), span, quoted, true);
        } else {
            // No key of the format is in Thai. The reader reports it as unknown.
            let table = table_name(&self.table);
            let right = keys::called_in_thai(written).find(|(place, _)| *place == table);
            let shown = right.map_or(quoted.clone(), |(_, key)| key.to_owned());
            self.edit_shown_as(span, quoted, shown);
        }
        vec![written.to_owned()]
    }

    /// Items of a list whose key and opening bracket are missing: lines that begin with a quote and have no key. They are one
    /// fault, up to the closing bracket.
    fn orphan_items(&mut self) -> bool {
        static ITEM: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r#"^["“][^"“”]*["”][ \t]*,?[ \t]*(?:\][ \t]*,?[ \t]*)?(?:#.*)?$"#).expect("a pattern")
        });
        let start = self.at;
        if !ITEM.is_match(self.rest_of_line()) {
            return false;
        }
        let first = start..start + self.rest_of_line().trim_end().len();
        let mut count = 0;
        loop {
            let line = self.rest_of_line();
            let closes = line.trim_start().starts_with(']');
            if !closes && !ITEM.is_match(line) {
                break;
            }
            self.stand_in(self.at..self.at, "# ");
            count += 1;
            self.at += line.len();
            let found = self.found();
            let end = self.at;
            self.skip_line_end();
            self.skip_spaces();
            if closes || self.rest_of_line().is_empty() || self.at == end {
                self.forget_since(found);
                self.at = end;
                break;
            }
        }
        self.report(Fault::UnopenedBracket {}, first, count, false);
        true
    }

    /// Text that is neither a heading nor a key with a value. Lines of it that follow each other are one fault.
    fn loose_text(&mut self, container: Container) {
        if container != Container::None {
            return;
        }
        let start = self.at;
        let first = self.rest_of_line().trim_end().len();
        let mut count = 0;
        loop {
            self.edit(self.at..self.at, "# ");
            count += 1;
            self.at += self.rest_of_line().len();
            let (end, found) = (self.at, self.found());
            self.skip_line_end();
            self.skip_spaces();
            let line = self.rest_of_line();
            if line.is_empty() || line.contains(['=', '＝', '#', '[', ':']) || self.at == end {
                self.forget_since(found);
                self.at = end;
                break;
            }
        }
        self.report(Fault::LooseText {}, start..start + first, count, false);
    }

    /// What stands behind a value in its line.
    fn after_value(&mut self, start: usize) {
        self.skip_spaces();
        let rest = self.rest_of_line().trim_end();
        if rest.is_empty() || rest.starts_with('#') {
            return;
        }
        let span = self.at..self.at + rest.len();
        let end = self.text[..self.at].trim_end().len();
        if rest.chars().all(|c| matches!(c, ',' | ';' | '.' | '，' | '；' | ' ' | ']' | '}' | ')')) {
            self.mend(Fault::ExtraComma {}, span.clone(), end..span.end, "", true);
            self.at = span.end;
        } else if let Some(value) = self.list_without_brackets(start, rest) {
            self.edit(value..value, "[");
            if rest.ends_with(']') {
                self.report(Fault::UnopenedBracket {}, value..value + 1, 1, true);
            } else {
                self.edit(span.end..span.end, "]");
                self.report(Fault::ListBrackets {}, span.clone(), 2, true);
            }
            self.at = span.end;
        } else if pair_follows(rest) {
            self.mend(Fault::PairsInLine {}, span.clone(), end..span.start, "\n", true);
        } else {
            let written = rest.chars().take(40).collect();
            // Letters behind a text most likely belong into its quotes.
            let is_text = self.text[..end].ends_with('"') && rest.starts_with(|c: char| c.is_alphanumeric());
            if is_text {
                self.edit(end - 1..end, "");
                self.edit(span.end..span.end, "\"");
            } else {
                self.edit(span.start..span.start, "# ");
            }
            let edits = if is_text { 2 } else { 1 };
            self.report(Fault::StrayText { written, is_text }, span.clone(), edits, false);
            self.at = span.end;
        }
    }

    /// The place of the value in a line, if only strings with commas between them follow it: `"กองคลัง", "กองช่าง"`.
    fn list_without_brackets(&self, start: usize, rest: &str) -> Option<usize> {
        static STRINGS: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r#"^(?:[ \t]*,?[ \t]*"[^"\\]*")+[ \t]*,?[ \t]*\]?[ \t]*$"#).expect("a pattern")
        });
        let line = &self.text[start..self.at];
        let value = start + line.find('=')? + 1;
        let value = value + self.text[value..].len() - self.text[value..].trim_start().len();
        (self.text[value..].starts_with('"') && STRINGS.is_match(rest)).then_some(value)
    }
}

/// The key that a line begins with, if only the `=` behind it is missing. `length` is how far the line may be a key.
fn key_without_equals(line: &str, length: usize) -> Option<&str> {
    let word = &line[..line[..length].find(char::is_whitespace).unwrap_or(length)];
    let is_word = !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let is_key = || keys::tables_with(word).next().is_some();
    let is_value = |c: char| matches!(c, '"' | '\'' | '[' | '{') || is_odd_quote(c);
    let written = line[..length].trim_end();
    // `2 90.00` in a table of scores.
    let is_numbered = || {
        word.bytes().all(|b| b.is_ascii_digit())
            && written[word.len()..].trim_start().starts_with(char::is_numeric)
    };
    let value_follows =
        line[length..].starts_with(is_value) || word.len() < written.len() && (is_key() || is_numbered());
    let is_alone = word.len() == line.trim_end().len() && is_key();
    (is_word && (value_follows || is_alone)).then_some(word)
}

/// Whether a line is the name of a table alone, without the brackets of a heading: `agency` or `agency:`.
fn is_bare_heading(line: &str) -> bool {
    let name = line.split('#').next().unwrap_or_default().trim().trim_end_matches([':', '：']).trim_end();
    let name = name.trim_start_matches(['{', '(']).trim_end_matches(['}', ')']).trim();
    let path: Vec<String> = name.split('.').map(str::to_owned).collect();
    !name.is_empty() && keys::is_table(&table_name(&path))
}

/// Whether a word is a key of the format, or a Thai name of one.
fn is_known_key(word: &str) -> bool {
    let is_bare = word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'));
    is_bare || keys::called_in_thai(word).next().is_some()
}
