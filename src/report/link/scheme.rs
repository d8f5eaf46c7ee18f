//! The schemes that links begin with, as they should be and as people type them.

use crate::report::nearest::typos;

/// What links begin with.
pub(super) const SCHEMES: [&str; 3] = ["https://", "http://", MAIL];
pub(super) const MAIL: &str = "mailto:";

/// The scheme of a link as typed, and what follows it.
pub(super) fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let begins =
        |scheme: &&&str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    Some(text.split_at(SCHEMES.iter().find(begins)?.len()))
}

/// The text before the first of these characters, and the rest.
pub(super) fn split_before<'t>(text: &'t str, ends: &[char]) -> (&'t str, &'t str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// A link without what people put around it in a text. A bracket at its end alone may belong to it.
pub(super) fn unwrapped(text: &str) -> &str {
    const BRACKETS: &[char] = &['<', '>', '(', ')', '[', ']', '"', '“', '”', '\''];
    let text = text.trim();
    if text.starts_with(BRACKETS) { text.trim_matches(BRACKETS).trim() } else { text }
}

/// The scheme that a text begins with, perhaps misspelt, and what follows. A scheme that is there twice counts once.
pub(super) fn meant_scheme(written: &str) -> (Option<&'static str>, &str) {
    let (word, rest) = split_before(written, &[':', ';', '/', '\\', '@', '.', ' ']);
    let word = word.to_ascii_lowercase();
    let scheme = match word.as_str() {
        "http" => "http://",
        "mailto" => MAIL,
        word if typos(word, "https") <= 1 || typos(word, "https") == 2 && word.starts_with('h') => "https://",
        _ => return (None, written.trim_start_matches(['/', '\\', ':'])),
    };
    let after = rest.trim_start_matches([':', ';', '/', '\\', ' ']);
    let marks = &rest[..rest.len() - after.len()];
    if !marks.contains([':', ';', '/', '\\']) {
        return (None, written);
    }
    match meant_scheme(after) {
        (Some(second), rest) => (Some(second), rest),
        _ => (Some(scheme), after),
    }
}
