//! Strings: where they end, and the quotes and backslashes in them that TOML does not take.

use super::kinds::KeyKind;
use super::mender::{AHEAD, Mender, code_point, ends_line};
use super::signs::{is_odd_line_end, is_odd_quote};
use super::string_end::{End, end_of_content, end_of_string, ends_value, text_of_line};
use super::values::{Container, pair_follows};
use crate::report::diagnostic::Fault;
use crate::report::keys;
use crate::report::source::Span;

impl Mender<'_> {
    /// Reads a string that begins here with any quotation mark.
    pub(super) fn string(&mut self, container: Container, key: KeyKind) {
        let is_path = key.is_path;
        let rest = self.rest();
        for quotes in ["\"\"\"", "'''"] {
            if rest.starts_with(quotes) {
                return self.multi_line(quotes, container);
            }
        }
        let start = self.at;
        let opening = self.peek().unwrap_or('"');
        self.at += opening.len_utf8();
        if is_odd_quote(opening) {
            return self.oddly_quoted(start, container, key);
        }
        let line = text_of_line(self.rest());
        let line = &line[..line.floor_char_boundary(AHEAD)];
        match end_of_string(line, opening, container) {
            End::Closed { at, inner } => {
                let content = self.at..self.at + at;
                self.at = content.end + 1;
                self.inner_quotes(&content, &inner);
                self.content(start, content, opening, is_path);
            }
            End::Doubled { before, at } => {
                let content = self.at + before..self.at + at;
                let closing = &self.text[content.end..];
                let length = closing.len() - closing.trim_start_matches(opening).len();
                self.edit(self.at..content.start, "");
                self.edit(content.end + 1..content.end + length, "");
                let first = if before > 0 { start } else { content.end };
                self.report(Fault::DoubledQuote { quote: opening }, first..first + 2, 2, true);
                self.at = content.end + length;
                self.guess(start..self.at);
            }
            End::OddlyClosed { at, length } => {
                let closing = self.at + at..self.at + at + length;
                let character = self.text[closing.clone()].to_owned();
                self.mend(
                    Fault::OddQuote { character, right: opening },
                    closing.clone(),
                    closing.clone(),
                    opening.to_string(),
                    true,
                );
                self.content(start, self.at..closing.start, opening, is_path);
                self.at = closing.end;
            }
            End::Open { at } => self.unclosed(start, opening, self.at + at, container, key),
        }
    }

    /// Reads a string of several lines, in `"""` or `'''`.
    fn multi_line(&mut self, quotes: &str, container: Container) {
        let (start, inside) = (self.at, self.at + 3);
        match find_closing(&self.text[inside..], quotes) {
            Some(length) => {
                let content = inside..inside + length;
                // Up to two more quotes may belong to the content.
                let rest = &self.text[content.end + 3..];
                let further = rest.bytes().take(2).take_while(|b| *b == quotes.as_bytes()[0]).count();
                self.at = content.end + 3 + further;
                if quotes == "\"\"\"" {
                    self.backslashes(start, content.clone(), false);
                }
                self.control_characters(content);
            }
            None => {
                self.at = inside;
                let at = inside + end_of_content(self.rest_of_line(), container);
                let quote = &quotes[..1];
                // `"""text"` on one line has two quotes too many at its beginning.
                match self.text[inside..at].trim_end_matches(quote) {
                    content if content.len() < at - inside && !content.is_empty() => {
                        let end = inside + content.len();
                        self.edit(start..inside, quote);
                        self.edit(end..at, quote);
                        self.report(Fault::DoubledQuote { quote: '"' }, start..inside, 2, true);
                        self.at = at;
                    }
                    _ => {
                        let fault = Fault::UnclosedString { quotes: quotes.to_owned() };
                        self.mend(fault, start..inside, at..at, quotes, false);
                        self.guess(start..at);
                        self.at = at;
                    }
                }
            }
        }
    }

    /// Reads a string in quotes that are none of TOML's, from behind the opening one at `start`.
    fn oddly_quoted(&mut self, start: usize, container: Container, key: KeyKind) {
        let opening = self.at;
        let character = self.text[start..opening].to_owned();
        let line = self.rest_of_line();
        let closing = line.char_indices().take_while(|(at, _)| *at < AHEAD).find(|(at, c)| {
            (is_odd_quote(*c) || matches!(c, '"' | '\'')) && ends_value(&line[at + c.len_utf8()..], container)
        });
        let (end, length) = match closing {
            Some((at, c)) => (at, c.len_utf8()),
            None if container == Container::None => {
                let end = opening + line.trim_end().len();
                if let Some((end, lines)) = self.further_lines(end) {
                    let first = line.trim_end().to_owned();
                    return self.text_over_lines(start..end, &[vec![first], lines].concat(), key, true);
                }
                (end_of_content(line, container), 0)
            }
            None => (end_of_content(line, container), 0),
        };
        let content = opening..opening + end;
        self.edit(start..opening, "\"");
        // A straight quote within would end the string.
        let inner: Vec<usize> =
            self.text[content.clone()].match_indices('"').map(|(at, _)| content.start + at).collect();
        for at in &inner {
            self.edit(*at..at + 1, "\\\"");
        }
        self.edit(content.end..content.end + length, "\"");
        self.report(Fault::OddQuote { character, right: '"' }, start..opening, 2 + inner.len(), length > 0);
        self.at = content.end + length;
        if length == 0 {
            self.guess(start..self.at);
        }
    }

    /// A string without its closing quote. `end` is where its text most likely ends in this line.
    fn unclosed(&mut self, start: usize, opening: char, end: usize, container: Container, key: KeyKind) {
        let quote = opening.to_string();
        let Some((closing, _)) = self.closed_on_a_later_line(end, opening) else {
            let fault = Fault::UnclosedString { quotes: quote.clone() };
            self.mend(fault, start..start + 1, end..end, quote, false);
            self.guess(start..end);
            self.at = end;
            return;
        };
        let inside = &self.text[start + 1..closing];
        let lines: Vec<String> = inside.split(ends_line).map(|line| line.trim().to_owned()).collect();
        let key = if container == Container::None { key } else { KeyKind::default() };
        self.text_over_lines(start..closing + 1, &lines, key, true);
    }

    /// Reports a text over several lines, as a list of them where its key takes a list, otherwise in one line.
    pub(super) fn text_over_lines(&mut self, span: Span, lines: &[String], key: KeyKind, is_quoted: bool) {
        let quoted = |line: &String| format!("\"{}\"", line.replace('\\', "\\\\").replace('"', "”"));
        let lines: Vec<String> = lines.iter().filter(|line| !line.is_empty()).cloned().collect();
        let text = match key.takes_list {
            true => format!("[{}]", lines.iter().map(quoted).collect::<Vec<_>>().join(", ")),
            false => quoted(&lines.join(" ")),
        };
        let first = span.start..span.start + self.text[span.start..].chars().next().map_or(0, char::len_utf8);
        self.mend(Fault::TextOverLines { is_quoted }, first, span.clone(), text, false);
        self.at = span.end;
    }

    /// The lines that go on with a text which ends at `end` in its line: those up to a blank line, a comment, a heading or a
    /// key. `None` if there are none. Quotes at their ends are left out.
    pub(super) fn further_lines(&self, end: usize) -> Option<(usize, Vec<String>)> {
        const MOST_LINES: usize = 30;
        let (mut at, mut lines) = (end, Vec::new());
        let rest = &self.text[end..];
        let rest_of_line = &rest[..rest.find(ends_line).unwrap_or(rest.len())];
        if !rest_of_line.trim().is_empty() {
            return None;
        }
        let mut line_end = end + rest_of_line.len();
        while lines.len() < MOST_LINES {
            let after = &self.text[line_end..];
            let start = line_end
                + if after.starts_with("\r\n") { 2 } else { after.chars().next().map_or(0, char::len_utf8) };
            let line = &self.text[start..];
            let line = &line[..line.find(ends_line).unwrap_or(line.len())];
            let text = line.trim();
            let is_further = !text.is_empty()
                && !text.starts_with(['#', '[', ']', '{', '}'])
                && !text.contains(['=', '＝'])
                && !keys::is_table(text.trim_end_matches(':'));
            if !is_further {
                break;
            }
            let is_quote = |c: char| matches!(c, '"' | '\'') || is_odd_quote(c);
            let ends = text.ends_with(is_quote);
            lines.push(text.trim_end_matches(is_quote).trim_end().to_owned());
            line_end = start + line.len();
            at = start + line.trim_end().len();
            if ends || line_end == self.text.len() {
                break;
            }
        }
        (!lines.is_empty()).then_some((at, lines))
    }

    /// The closing quote on one of the next lines, with the ends of the lines before it. `None` if a heading or a key
    /// comes first, because then the quote was forgotten.
    fn closed_on_a_later_line(&self, end: usize, opening: char) -> Option<(usize, Vec<Span>)> {
        const MOST_LINES: usize = 20;
        let mut breaks = Vec::new();
        let mut at = end;
        for _ in 0..MOST_LINES {
            let rest = &self.text[at..];
            let line_end = at + rest.find(ends_line)?;
            let next = line_end + self.text[line_end..].chars().next()?.len_utf8();
            let next = if self.text[line_end..].starts_with("\r\n") { line_end + 2 } else { next };
            breaks.push(line_end..next);
            let line = &self.text[next..];
            let line = &line[..line.find(ends_line).unwrap_or(line.len())];
            if line.trim().is_empty() || line.trim_start().starts_with(['[', '#']) || pair_follows(line) {
                return None;
            }
            let mut quotes = line.match_indices(opening);
            match (quotes.next(), quotes.next()) {
                (None, _) => at = next + line.len(),
                (Some((quote, _)), None) if !line[..quote].trim().is_empty() => {
                    return Some((next + quote, breaks));
                }
                // Another string begins here.
                _ => return None,
            }
        }
        None
    }

    /// Turns straight quotes within a text into curly ones.
    fn inner_quotes(&mut self, content: &Span, inner: &[usize]) {
        for (count, at) in inner.iter().enumerate() {
            let curly = if count % 2 == 0 { "“" } else { "”" };
            self.edit(content.start + at..content.start + at + 1, curly);
        }
        if let Some(first) = inner.first() {
            let first = content.start + first;
            // An odd one is of a pair whose other one is missing.
            let is_paired = inner.len().is_multiple_of(2);
            self.report(Fault::QuoteInText {}, first..first + 1, inner.len(), is_paired);
            self.guess(content.start - 1..content.end + 1);
        }
    }

    /// Looks at the text of a string between its quotes.
    fn content(&mut self, start: usize, content: Span, opening: char, is_path: bool) {
        if opening == '"' {
            self.backslashes(start, content.clone(), is_path);
        }
        self.control_characters(content);
    }

    /// Reports a backslash that begins no escape of TOML, as in paths of Windows.
    fn backslashes(&mut self, start: usize, content: Span, is_path: bool) {
        let text = &self.text[content.clone()];
        let Some(first) = wrong_backslash(text) else { return };
        let first = content.start + first;
        let drive = text.as_bytes().get(1) == Some(&b':') && text.as_bytes()[0].is_ascii_alphabetic();
        let as_path = is_path || drive;
        let places: Vec<usize> = backslashes(text).map(|at| content.start + at).collect();
        let count = places.len();
        for at in places {
            // An escaped backslash is one.
            let length = if self.text[at..content.end].starts_with("\\\\") { 2 } else { 1 };
            self.edit(at..at + length, if as_path { "/" } else { "\\\\" });
        }
        let kind = if drive {
            "drive"
        } else if as_path {
            "path"
        } else {
            "text"
        };
        let name = text.rsplit('\\').next().unwrap_or_default().to_owned();
        self.report(Fault::Backslash { kind, name }, first..first + 1, count, as_path && !drive);
        self.guess(start..content.end + 1);
    }

    /// Reports control characters, which TOML does not take: word processors use some of them for line ends.
    fn control_characters(&mut self, content: Span) {
        let text = &self.text[content.clone()];
        let is_wrong = |at: usize, c: char| match c {
            '\t' | '\n' => false,
            '\r' => !text[at..].starts_with("\r\n"),
            c => c.is_ascii_control(),
        };
        let places: Vec<(usize, char)> = text.char_indices().filter(|(at, c)| is_wrong(*at, *c)).collect();
        let Some((first, c)) = places.first().copied() else { return };
        for (at, c) in &places {
            let at = content.start + at;
            self.edit(at..at + c.len_utf8(), " ");
        }
        let span = content.start + first..content.start + first + c.len_utf8();
        let is_line_end = is_odd_line_end(c);
        self.guess(content);
        self.report(Fault::ControlInText { character: code_point(c), is_line_end }, span, places.len(), true);
    }
}

/// The length of the text up to the closing quotes of a string of several lines.
fn find_closing(text: &str, quotes: &str) -> Option<usize> {
    if quotes == "'''" {
        return text.find(quotes);
    }
    let mut from = 0;
    loop {
        let at = from + text[from..].find(['\\', '"'])?;
        if text[at..].starts_with(quotes) {
            return Some(at);
        }
        let skipped =
            if text[at..].starts_with('\\') { text[at + 1..].chars().next()?.len_utf8() } else { 0 };
        from = at + 1 + skipped;
    }
}

/// The backslashes of a text, an escaped one as one place.
fn backslashes(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find('\\')?;
        from = at + if text[at..].starts_with("\\\\") { 2 } else { 1 };
        Some(at)
    })
}

/// The first backslash that begins no escape.
fn wrong_backslash(text: &str) -> Option<usize> {
    let digits = |after: &str, count: usize| {
        after.len() > count && after.as_bytes()[1..=count].iter().all(u8::is_ascii_hexdigit)
    };
    backslashes(text).find(|at| {
        let after = &text[at + 1..];
        !match after.chars().next() {
            Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\' | '\n' | '\r') => true,
            Some('x') => digits(after, 2),
            Some('u') => digits(after, 4),
            Some('U') => digits(after, 8),
            Some(' ' | '\t') => after.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']),
            _ => false,
        }
    })
}
