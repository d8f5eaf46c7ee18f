//! Where a string on one line ends: at its closing quote, or, if people typed quotes in it or forgot one, where it most
//! likely was meant to end.

use super::mender::ends_line;
use super::signs::{is_joint, is_odd_comma, is_odd_quote, is_odd_space, opens};
use super::values::{Container, pair_follows};

/// How a string on one line ends. Places are bytes behind its opening quote.
pub(super) enum End {
    /// At the closing quote. `inner` are quotes within the text.
    Closed { at: usize, inner: Vec<usize> },
    /// With a quote too many. `before` such quotes follow the opening one, `at` is the first of the closing ones.
    Doubled { before: usize, at: usize },
    /// With a quote that is none of TOML's.
    OddlyClosed { at: usize, length: usize },
    /// Not at all. `at` is where the text most likely ends.
    Open { at: usize },
}

/// Finds the end of a string. `line` is the text behind its opening quote, to the end of the line.
pub(super) fn end_of_string(line: &str, opening: char, container: Container) -> End {
    let escapes = opening == '"';
    let (mut quotes, mut opened, mut is_escaped) = (Vec::new(), 0usize, false);
    // The first comma behind which another string begins, for a string whose quote is missing.
    let mut before_next = None;
    // The first odd quote that may close the string, if no straight one does.
    let mut odd = None;
    for (at, c) in line.char_indices() {
        if std::mem::take(&mut is_escaped) {
            continue;
        }
        let after = &line[at + c.len_utf8()..];
        if escapes && c == '\\' {
            // A backslash before the last quote belongs to a path: "photos\".
            is_escaped = !after
                .strip_prefix('"')
                .is_some_and(|after| ends_value(after, container) && !after.contains('"'));
        } else if c == opening {
            let ends =
                ends_value(after, container) || begins_next(after, opening, quotes.is_empty() && at > 0);
            // Quotes within the text come in pairs, so that the closing one is the first, third, fifth ...
            if ends && quotes.len() % 2 == 0 {
                return End::Closed { at, inner: quotes };
            }
            if at == 0
                && !ends
                && let Some(end) = doubled(line, opening, container)
            {
                return End::Doubled { before: 1, at: end };
            }
            if !ends && before_next.is_none() && line[..at].trim_end().ends_with(',') {
                before_next = Some(line[..at].trim_end().len() - 1);
            }
            quotes.push(at);
        } else if is_odd_quote(c) {
            if opens(c) {
                opened += 1;
            } else if opened > 0 {
                opened -= 1;
            } else if odd.is_none() && ends_value(after, container) {
                odd = Some(End::OddlyClosed { at, length: c.len_utf8() });
            }
        }
    }
    if let Some(odd) = odd {
        return odd;
    }
    if let Some(at) = before_next {
        return End::Open { at };
    }
    match quotes[..] {
        [first, last] if first + 1 == last && ends_value(&line[last + 1..], container) => {
            End::Doubled { before: 0, at: first }
        }
        // The last quote closes the string, and one within the text has lost its partner.
        [ref inner @ .., last] if ends_value(&line[last + 1..], container) => {
            End::Closed { at: last, inner: inner.to_vec() }
        }
        // The other straight quote closes it.
        [] if line.trim_end().ends_with(other(opening)) => {
            End::OddlyClosed { at: line.trim_end().len() - 1, length: 1 }
        }
        // Behind the quote there is further text, such as a comment without its sign.
        [only]
            if line[only + 1..].starts_with([' ', '\t'])
                || line[only + 1..].trim_end().chars().all(is_joint) =>
        {
            End::Closed { at: only, inner: Vec::new() }
        }
        _ => End::Open { at: end_of_content(line, container) },
    }
}

fn other(quote: char) -> char {
    if quote == '"' { '\'' } else { '"' }
}

/// The text up to the end of the line. Within quotes, the line ends of word processors are characters.
pub(super) fn text_of_line(text: &str) -> &str {
    &text[..text.find(['\n', '\r']).unwrap_or(text.len())]
}

/// The first of the doubled quotes that close a string which begins with two: `""text""` or `""text"`.
fn doubled(line: &str, opening: char, container: Container) -> Option<usize> {
    let content = &line[1..];
    let end = content.find(opening)?;
    let closing = content[end..].len() - content[end..].trim_start_matches(opening).len();
    (end > 0 && ends_value(&content[end + closing..], container)).then_some(1 + end)
}

/// Whether a value can end before this text: the line ends, or a comment, a comma or a closing bracket follows.
pub(super) fn ends_value(after: &str, container: Container) -> bool {
    match after.trim_start_matches(|c| matches!(c, ' ' | '\t') || is_odd_space(c)).chars().next() {
        None | Some('#') => true,
        Some(c) if ends_line(c) => true,
        Some(c) if c == ',' || is_odd_comma(c) => true,
        Some(']' | '}' | ')') => container != Container::None,
        Some(_) => pair_follows(after),
    }
}

/// Whether another string begins behind a closing quote, so that only the comma between them is missing.
fn begins_next(after: &str, opening: char, has_text: bool) -> bool {
    let next = after.trim_start();
    let between = next.strip_prefix(is_joint).unwrap_or(next).trim_start();
    has_text && between.len() < after.len() && between.starts_with(opening)
}

/// Where the text of an unclosed string ends in its line: before a comment, and in an array or table before a comma or
/// closing bracket at the end of the line.
pub(super) fn end_of_content(line: &str, container: Container) -> usize {
    let line = line.find(" #").map_or(line, |comment| &line[..comment]);
    let mut text = line.trim_end();
    if container != Container::None {
        text = text.trim_end_matches([',', ' ']);
        text = text.trim_end_matches([']', '}', ' ']);
    }
    text.len()
}
