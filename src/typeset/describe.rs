//! Converts Typst's diagnostics into template faults with their locations.

use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::{DiagSpan, DiagSpanKind, FileId, Source};

use super::fault::{TemplateFault, TemplatePlace};
use super::templates::Templates;

/// Converts a diagnostic into a fault. If Typst reached the location from a user's template, for example by a function
/// call, the fault is placed at that point of the user's template.
pub(super) fn describe(
    diagnostic: &SourceDiagnostic,
    templates: &Templates,
    source: impl Fn(FileId) -> Option<Source>,
) -> TemplateFault {
    let led_there = diagnostic.trace.iter().map(|point| DiagSpan::from(point.span));
    TemplateFault {
        place: nearest_own([diagnostic.span].into_iter().chain(led_there), templates, source),
        warning: diagnostic.severity == Severity::Warning,
        message: diagnostic.message.to_string(),
        hints: diagnostic
            .hints
            .iter()
            .map(|hint| hint.v.to_string())
            // Typst's own command has this argument.
            .filter(|hint| !hint.contains("--root"))
            .collect(),
        file: None,
    }
}

/// The first of the spans that is in a user's template. If none is, the first that has a place at all.
pub(super) fn nearest_own(
    spans: impl Iterator<Item = DiagSpan>,
    templates: &Templates,
    source: impl Fn(FileId) -> Option<Source>,
) -> Option<TemplatePlace> {
    let place = |span: DiagSpan| {
        let id = span.id()?;
        let source = source(id)?;
        let range = match span.get() {
            DiagSpanKind::Detached => return None,
            DiagSpanKind::Number { num, sub_range, .. } => source.range(num, sub_range)?,
            DiagSpanKind::Range { range, .. } => range,
        };
        let (path, text) = (id.get().vpath().get_with_slash(), source.text().to_owned());
        let own = templates.own_name(path);
        Some((own.is_some(), TemplatePlace { file: own.unwrap_or(path.to_owned()), text, range }))
    };
    let places: Vec<_> = spans.filter_map(place).collect();
    let own = places.iter().position(|(own, _)| *own).unwrap_or(0);
    places.into_iter().nth(own).map(|(_, place)| place)
}
