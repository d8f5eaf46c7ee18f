//! The invisible marks that allow or forbid line breaks in a text.

/// Zero-width space: a line may be broken here.
pub(in crate::typeset) const BREAK: char = '\u{200B}';
/// No-break space.
pub(in crate::typeset) const TIED_SPACE: char = '\u{A0}';
/// Word joiner: a line must not be broken here. At the start of a text, it says that the text is already marked.
pub(in crate::typeset) const JOIN: char = '\u{2060}';
