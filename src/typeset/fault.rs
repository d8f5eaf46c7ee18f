//! What is wrong with a template.

use std::fmt;
use std::ops::Range;

/// What Typst says of a template.
#[derive(Debug, Clone)]
pub struct TemplateFault {
    /// Where it stands, as far as Typst knows.
    pub place: Option<TemplatePlace>,
    /// Whether it is only warned of.
    pub warning: bool,
    /// Typst's own words.
    pub message: String,
    /// Typst's own hints.
    pub hints: Vec<String>,
}

/// A place in a template.
#[derive(Debug, Clone)]
pub struct TemplatePlace {
    /// What messages call the user's file, or the path of the embedded template.
    pub file: String,
    /// The template's text.
    pub text: String,
    /// The bytes.
    pub range: Range<usize>,
}

impl TemplateFault {
    pub(super) fn error(message: String, place: Option<TemplatePlace>) -> Self {
        TemplateFault { place, warning: false, message, hints: Vec::new() }
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

/// Several faults, a line each.
pub(crate) fn lines(faults: &[TemplateFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
