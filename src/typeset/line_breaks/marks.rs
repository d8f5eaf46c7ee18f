//! The invisible marks that allow or forbid line breaks in a text.

use crate::thai::characters::is_letter;

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
        // The last space before a break is the ordinary one.
        let next = breaks.peek().copied().unwrap_or(usize::MAX);
        let free = c == ' ' && text[at..].trim_start_matches(' ').len() + next.min(text.len()) == text.len();
        let set = if c != ' ' || free { c } else { TIED_SPACE };
        match before {
            Some(' ') if breaks_here && is_held_behind_space(c) => out.push(BREAK),
            Some(' ') | None => {}
            Some(_) if breaks_here => out.push(BREAK),
            Some(before) if set != ' ' && breaks_by_itself(before, set) => out.push(JOIN),
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

/// Whether Unicode allows a line break between two characters of which neither is a space. More pairs than that do no
/// harm.
fn breaks_by_itself(before: char, after: char) -> bool {
    let plain = |c: char| is_letter(c) || c.is_ascii_alphanumeric();
    !(plain(before) && plain(after))
        && (matches!(before, '-' | '/' | '?' | '!' | '|' | '}' | '%' | '…')
            || !before.is_ascii() && !is_letter(before) && !before.is_alphanumeric()
            || matches!(after, '—'))
}
