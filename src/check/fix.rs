//! Corrections that findings offer, as edits of the report file. Nothing is written here: a front end applies them.

use crate::report::Span;

/// A correction of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced by what. The places do not overlap.
    pub edits: Vec<Edit>,
    /// Whether it can be applied without a person reading it: what it replaces cannot have been meant.
    pub is_safe: bool,
}

/// A place in the report file and the text that belongs there, as it is written in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The place.
    pub span: Span,
    /// Its new text. Empty if the place is to be removed.
    pub text: String,
}
