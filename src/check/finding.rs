//! A finding as data: its code, severity, message arguments and place, and related places that show the reason. The
//! loader's diagnostics become findings too, so that both are reported in the same way.

use crate::report::{Argument, Correction, Diagnostic, Edit, Severity, Span};

/// One thing that is wrong or may be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The code of the rule or fault, in kebab case. It is also the key of the message in `data/messages/`.
    pub code: &'static str,
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// The arguments of the message, by name.
    pub arguments: Vec<(&'static str, Argument)>,
    /// The file, by its index in `Loaded::sources`. The report file has index 0.
    pub file: usize,
    /// The place in that file.
    pub span: Span,
    /// Places in the same file that show the reason.
    pub related: Vec<RelatedPlace>,
    /// The correction, if the right form is known.
    pub fix: Option<Correction>,
}

/// A place that shows why something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedPlace {
    /// The place.
    pub span: Span,
    /// The name of the part of the finding's message that describes this place.
    pub label: &'static str,
}

impl Finding {
    /// A warning at a place in the report file.
    pub(super) fn warning(code: &'static str, span: Span) -> Self {
        Finding::new(code, Severity::Warning, span)
    }

    /// An error at a place in the report file.
    pub(super) fn error(code: &'static str, span: Span) -> Self {
        Finding::new(code, Severity::Error, span)
    }

    fn new(code: &'static str, severity: Severity, span: Span) -> Self {
        Finding { code, severity, arguments: Vec::new(), file: 0, span, related: Vec::new(), fix: None }
    }

    /// Moves the finding to the file with this index.
    pub(super) fn in_file(self, file: usize) -> Self {
        Finding { file, ..self }
    }

    /// Adds an argument of the message.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// Adds a correction that can be applied without a person reading it. `None` if the place cannot be edited, such as
    /// the value of a placeholder.
    pub(super) fn fixed_by(self, edit: Option<Edit>) -> Self {
        self.with_fix(edit, true)
    }

    /// Adds a correction that is only offered, because a person has to decide.
    pub(super) fn offering(self, edit: Option<Edit>) -> Self {
        self.with_fix(edit, false)
    }

    /// Adds a correction of several places that can be applied without a person reading it. Like [`Finding::fixed_by`] it
    /// is left out if one of the places cannot be edited.
    pub(super) fn fixed_by_all(self, edits: impl IntoIterator<Item = Option<Edit>>) -> Self {
        let edits: Option<Vec<Edit>> = edits.into_iter().collect();
        Finding { fix: edits.map(|edits| Correction { edits, is_safe: true }), ..self }
    }

    fn with_fix(self, edit: Option<Edit>, is_safe: bool) -> Self {
        Finding { fix: edit.map(|edit| Correction { edits: vec![edit], is_safe }), ..self }
    }

    /// Adds a related place.
    pub(super) fn shown_by(mut self, label: &'static str, span: Span) -> Self {
        self.related.push(RelatedPlace { span, label });
        self
    }

    /// Adds a related place if there is one.
    pub(super) fn shown_by_optional(self, label: &'static str, span: Option<Span>) -> Self {
        match span {
            Some(span) => self.shown_by(label, span),
            None => self,
        }
    }
}

impl From<&Diagnostic> for Finding {
    fn from(diagnostic: &Diagnostic) -> Self {
        let mut arguments = diagnostic.fault.arguments();
        arguments.push(("line", diagnostic.line.clone().into()));
        Finding {
            code: diagnostic.fault.code(),
            severity: diagnostic.severity(),
            arguments,
            file: diagnostic.file,
            span: diagnostic.span.clone(),
            related: Vec::new(),
            fix: diagnostic.correction.clone(),
        }
    }
}
