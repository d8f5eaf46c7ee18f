//! The invisible marks that allow or forbid line breaks in a text.

use crate::thai::characters::{is_combining, is_letter};

/// Zero-width space: a line may be broken here.
pub(in crate::typeset) const BREAK: char = '\u{200B}';
/// No-break space.
pub(in crate::typeset) const TIED_SPACE: char = '\u{A0}';
/// Word joiner: a line must not be broken here. At the start of a text, it says that the text is already marked.
pub(in crate::typeset) const JOIN: char = '\u{2060}';

/// Returns the text with marks, so that lines are broken at the given byte offsets and nowhere else. Spaces before an
/// offset stay ordinary spaces, and all others become no-break spaces.
pub(super) fn marked(text: &str, breaks: &[usize]) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    let mut breaks = breaks.iter().copied().peekable();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let breaks_here = breaks.next_if(|next| *next <= at) == Some(at);
        // The spaces before a break are ordinary ones.
        let next = breaks.peek().copied().unwrap_or(usize::MAX);
        let free = c == ' ' && text[at..].trim_start_matches(' ').len() + next.min(text.len()) == text.len();
        let set = if c != ' ' || free { c } else { TIED_SPACE };
        match before {
            Some(' ') if breaks_here && is_held_behind_space(c) => out.push(BREAK),
            Some(' ') | None => {}
            Some(_) if breaks_here => out.push(BREAK),
            Some(before) if set != ' ' && breaks_by_itself(before, set) => out.push(JOIN),
            // Typst breaks what begins with `www.` by rules of its own.
            Some('w') if text[at..].starts_with("ww.") => out.push(JOIN),
            Some(_) => {}
        }
        out.push(set);
        before = Some(c);
    }
    out
}

/// Whether Unicode forbids a line break before the character even behind a space, as before `/` and closing brackets.
fn is_held_behind_space(c: char) -> bool {
    !is_letter(c) && !c.is_alphanumeric() && !matches!(c, '(' | '[' | '{' | '“' | '‘' | '<' | '#' | '@' | '*')
}

/// Whether Unicode allows a line break between two characters of which neither is an ordinary space. More pairs than that
/// do no harm, but none inside a picture of several characters.
fn breaks_by_itself(before: char, after: char) -> bool {
    // Letters and digits of scripts with spaces between words.
    let plain = |c: char| is_letter(c) || c < '\u{2E80}' && c.is_alphanumeric();
    // Quotation marks and no-break spaces hold both neighbours by themselves.
    let strange = |c: char| !c.is_ascii() && !plain(c) && !matches!(c, '“' | '”' | '‘' | '’' | TIED_SPACE);
    let opening = |c: char| matches!(c, '(' | '[' | '{' | '<');
    // U+1F1E6 to U+1F1FF are drawn in pairs, U+1F3FB to U+1F3FF colour the character before.
    let joined =
        |c: char| is_combining(c) || matches!(c, '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F3FB}'..='\u{1F3FF}');
    let breaks = match before {
        '-' | '/' | '?' | '!' | '|' | '}' | '%' | '…' => true,
        '.' | ',' | ':' | ';' | ')' | ']' => opening(after) || strange(after),
        _ => !before.is_ascii() && !plain(before) || strange(after),
    };
    breaks && !joined(after)
}
