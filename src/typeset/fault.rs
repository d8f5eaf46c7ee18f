//! Errors and warnings in templates.

use std::fmt;
use std::ops::Range;

use super::templates::Refused;

/// An error or warning in a template or in a file that it reads.
#[derive(Debug, Clone)]
pub struct TemplateFault {
    /// Where the fault is. `None` if its location is unknown.
    pub place: Option<TemplatePlace>,
    /// Whether this is a warning rather than an error.
    pub warning: bool,
    /// The message: Typst's own, in English, or one of the caller's.
    pub message: String,
    /// Typst's hints.
    pub hints: Vec<String>,
    /// The file that the template cannot read, if that is the fault.
    pub file: Option<Refused>,
}

/// A location in a template.
#[derive(Debug, Clone)]
pub struct TemplatePlace {
    /// The name of the user's file as messages show it, or the path of the embedded template.
    pub file: String,
    /// The full text of the template.
    pub text: String,
    /// The byte range in `text`.
    pub range: Range<usize>,
}

impl TemplateFault {
    pub(super) fn error(message: String, place: Option<TemplatePlace>) -> Self {
        TemplateFault { place, warning: false, message, hints: Vec::new(), file: None }
    }
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            let line = place.text[..place.range.start].matches('\n').count() + 1;
            write!(f, "{}:{line}: ", place.file)?;
        }
        f.write_str(&self.message)?;
        self.hints.iter().try_for_each(|hint| write!(f, " ({hint})"))
    }
}

/// Formats several faults, one per line.
pub(crate) fn lines(faults: &[TemplateFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
