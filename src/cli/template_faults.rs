//! Formats faults in templates for the terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::catalogue::Catalogue;
use super::visible::visible;
use crate::files::FileFault;
use crate::report::Argument;
use crate::typeset::{Refused, TemplateFault, TemplatePlace, WhyRefused};

/// An error in a template with a message of the catalogue.
pub(super) fn template_fault(
    place: Option<TemplatePlace>,
    message: &str,
    arguments: &[(&str, Argument)],
    catalogue: &Catalogue,
) -> TemplateFault {
    TemplateFault {
        place,
        warning: false,
        message: catalogue.text(message, arguments),
        hints: catalogue.part(message, "help", arguments).into_iter().collect(),
        file: None,
    }
}

/// Formats what Typst reports about templates, in its own words, with a caret under the place in the template. Files that
/// cannot be read are described in the words of the catalogue.
pub(super) fn format_template_faults(
    faults: &[TemplateFault],
    catalogue: &Catalogue,
    colour: bool,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let (error, warning, help) =
        (catalogue.text("error", &[]), catalogue.text("warning", &[]), catalogue.text("help", &[]));
    let mut out = String::new();
    for fault in faults {
        let fault = &worded(fault, catalogue);
        let level = match fault.warning {
            true => Level::WARNING.with_name(warning.as_str()),
            false => Level::ERROR.with_name(error.as_str()),
        };
        let mut group = Group::with_title(level.primary_title(visible(&fault.message)));
        if let Some(place) = &fault.place {
            let snippet = Snippet::source(place.text.as_str()).path(visible(&place.file));
            group = group.element(snippet.annotation(AnnotationKind::Primary.span(place.range.clone())));
        }
        for hint in &fault.hints {
            group = group.element(Level::HELP.with_name(help.as_str()).message(visible(hint)));
        }
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// The fault in the words of the catalogue, if it has some for it.
pub(super) fn worded(fault: &TemplateFault, catalogue: &Catalogue) -> TemplateFault {
    match &fault.file {
        Some(refused) => refused_file(refused, fault.place.clone(), catalogue),
        None => fault.clone(),
    }
}

/// A file that a template cannot read.
fn refused_file(refused: &Refused, place: Option<TemplatePlace>, catalogue: &Catalogue) -> TemplateFault {
    let path = ("path", Argument::from(&refused.name));
    let (message, argument) = match &refused.why {
        WhyRefused::Missing(nearest) => ("template-file-missing", ("nearest", nearest.clone().into())),
        WhyRefused::Programs => ("template-file-reserved", path.clone()),
        WhyRefused::NotUtf8 => ("template-not-utf8", path.clone()),
        WhyRefused::Fault(FileFault::Outside) => ("template-file-outside", path.clone()),
        WhyRefused::Fault(fault) => ("cannot-read", ("reason", catalogue.file_fault(fault).into())),
    };
    template_fault(place, message, &[path, argument], catalogue)
}
