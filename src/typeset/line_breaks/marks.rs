//! The marks that stand in a text where its lines may be broken and where they may not.

/// A place to break a line that has no width.
pub(in crate::typeset) const BREAK: char = '\u{200B}';
/// A space that no line is broken at.
pub(in crate::typeset) const TIED_SPACE: char = '\u{A0}';
/// A place of no width that no line is broken at; a text with it is marked already.
pub(in crate::typeset) const JOIN: char = '\u{2060}';
