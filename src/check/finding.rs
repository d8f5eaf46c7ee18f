//! What is wrong, as data: a code, how bad it is, the words and figures of its message, the place, and related places
//! that show why. Faults of the file itself become findings too, so that a reader is told of both in one way.

use crate::report::{Argument, Diagnostic, Severity, Span};

/// One thing that is wrong, or may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The code of its rule or fault, in kebab case; its messages stand under it in `data/messages/`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The words and figures of the message, by name.
    pub arguments: Vec<(&'static str, Argument)>,
    /// The file it is in, by its number among the sources of what was loaded. The report file is the first.
    pub file: usize,
    /// The place it is about.
    pub span: Span,
    /// Places in the same file that show why.
    pub related: Vec<RelatedPlace>,
}

/// A place that shows why something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedPlace {
    /// The place.
    pub span: Span,
    /// What it shows: the name of a part of the finding's message.
    pub label: &'static str,
}

impl Finding {
    /// A warning of a rule at its place.
    pub(super) fn warning(code: &'static str, span: Span) -> Self {
        Finding::new(code, Severity::Warning, span)
    }

    /// An error at its place.
    pub(super) fn error(code: &'static str, span: Span) -> Self {
        Finding::new(code, Severity::Error, span)
    }

    fn new(code: &'static str, severity: Severity, span: Span) -> Self {
        Finding { code, severity, arguments: Vec::new(), file: 0, span, related: Vec::new() }
    }

    /// The same in another file.
    pub(super) fn in_file(self, file: usize) -> Self {
        Finding { file, ..self }
    }

    /// The same with a word or figure of its message.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// The same with a place that shows it.
    pub(super) fn shown_by(mut self, label: &'static str, span: Span) -> Self {
        self.related.push(RelatedPlace { span, label });
        self
    }

    /// The same with a place that shows it, if there is one.
    pub(super) fn shown_by_any(self, label: &'static str, span: Option<Span>) -> Self {
        match span {
            Some(span) => self.shown_by(label, span),
            None => self,
        }
    }
}

impl From<&Diagnostic> for Finding {
    fn from(diagnostic: &Diagnostic) -> Self {
        Finding {
            code: diagnostic.fault.code(),
            severity: diagnostic.severity(),
            arguments: diagnostic.fault.arguments(),
            file: diagnostic.file,
            span: diagnostic.span.clone(),
            related: Vec::new(),
        }
    }
}
