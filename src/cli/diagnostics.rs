//! Formats diagnostics for people, with the source and a caret under the place, and as JSON.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use super::catalogue::Catalogue;
use super::visible::visible;
use crate::check::Finding;
use crate::report::{Correction, Edit, Severity, Source, Span};

/// The texts of a finding in the catalogue's language.
pub(super) struct Wording {
    pub message: String,
    pub label: Option<String>,
    pub help: Option<String>,
    /// The related places with their labels.
    related: Vec<(Span, Option<String>)>,
}

impl Wording {
    pub fn new(finding: &Finding, catalogue: &Catalogue) -> Self {
        let shows = |label| catalogue.part(finding.code, label, &finding.arguments);
        Wording {
            message: catalogue.text(finding.code, &finding.arguments),
            label: shows("label"),
            help: shows("help"),
            related: finding.related.iter().map(|place| (place.span.clone(), shows(place.label))).collect(),
        }
    }
}

/// A related place at most this many lines and bytes away is drawn in the same snippet. Others get a snippet of their
/// own, which can show another part of a long line.
const NEAR: usize = 3;
const NEAR_BYTES: usize = 2_000;
/// So many bytes of a line are shown on either side of the places in it. The renderer shows fewer, but the time that it
/// takes grows with what it is given.
const MARGIN: usize = 2_000;

/// So many findings are shown. Nobody reads more, and to draw them would take long.
const MOST_SHOWN: usize = 1_000;

/// Formats the findings of one report for people. Uses colours if `colour` is set.
pub(super) fn format_findings(
    sources: &[Source],
    findings: &[&Finding],
    catalogue: &Catalogue,
    colour: bool,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let (error, warning, help) =
        (catalogue.text("error", &[]), catalogue.text("warning", &[]), catalogue.text("help", &[]));
    let mut out = String::new();
    for finding in findings.iter().take(MOST_SHOWN) {
        let source = &sources[finding.file];
        let words = Wording::new(finding, catalogue);
        let level = match finding.severity {
            Severity::Error => Level::ERROR.with_name(error.as_str()),
            Severity::Warning => Level::WARNING.with_name(warning.as_str()),
        };
        let line = |span: &Span| source.position(span.start).line;
        let (near, far): (Vec<_>, Vec<_>) = words.related.iter().partition(|(span, _)| {
            span.start.abs_diff(finding.span.start) <= NEAR_BYTES
                && line(span).abs_diff(line(&finding.span)) <= NEAR
        });
        let shown = |(span, label): &(Span, Option<String>)| Shown {
            kind: AnnotationKind::Context,
            span: span.clone(),
            label: label.clone(),
        };
        let primary =
            Shown { kind: AnnotationKind::Primary, span: finding.span.clone(), label: words.label.clone() };
        let first = std::iter::once(primary).chain(near.into_iter().map(shown)).collect();
        let mut excerpts = vec![Excerpt::new(source, first)];
        if !far.is_empty() {
            excerpts.push(Excerpt::new(source, far.into_iter().map(shown).collect()));
        }
        let mut group = Group::with_title(level.primary_title(words.message.as_str()).id(finding.code));
        for excerpt in &excerpts {
            group = group.element(excerpt.snippet());
        }
        if let Some(text) = &words.help {
            group = group.element(Level::HELP.with_name(help.as_str()).message(text.as_str()));
        }
        let mut rendered = renderer.render(&[group]);
        excerpts.iter().for_each(|excerpt| excerpt.correct_column(&mut rendered));
        out.push_str(&rendered);
        out.push_str("\n\n");
    }
    if findings.len() > MOST_SHOWN {
        let count = ("count", (findings.len() - MOST_SHOWN).into());
        out.push_str(&(catalogue.text("not-shown", &[count]) + "\n\n"));
    }
    out
}

/// A place to mark in a snippet.
struct Shown {
    kind: AnnotationKind,
    span: Span,
    label: Option<String>,
}

/// The part of a source that a snippet shows: the lines from the first place to the last, without the far ends of long
/// lines. With the whole source, the time for each snippet would grow with the length of the file.
struct Excerpt<'s> {
    source: &'s Source,
    places: Vec<Shown>,
    range: Span,
}

impl<'s> Excerpt<'s> {
    fn new(source: &'s Source, places: Vec<Shown>) -> Self {
        let start = places.iter().map(|shown| shown.span.start).min().unwrap_or_default();
        let end = places.iter().map(|shown| shown.span.end).max().unwrap_or_default();
        let (text, lines) = (source.text(), source.lines_of(&(start..end)));
        let from = text.floor_char_boundary(start.saturating_sub(MARGIN));
        let to = text.ceil_char_boundary((end + MARGIN).min(text.len()));
        Excerpt { source, places, range: lines.start.max(from)..lines.end.min(to) }
    }

    fn snippet(&self) -> Snippet<'_, Annotation<'_>> {
        let annotation = |shown: &Shown| {
            let span = shown.span.start - self.range.start..shown.span.end - self.range.start;
            shown.kind.span(span).label(shown.label.clone())
        };
        Snippet::source(self.source.slice(&self.range))
            .line_start(self.source.position(self.range.start).line)
            .path(visible(self.source.name()))
            .annotations(self.places.iter().map(annotation))
    }

    /// Corrects the column in a rendered snippet. The renderer counts it from the start of the excerpt.
    fn correct_column(&self, rendered: &mut String) {
        let (start, place) =
            (self.source.position(self.range.start), self.source.position(self.places[0].span.start));
        if start.column > 1 && start.line == place.line {
            let path = |column: usize| format!("{}:{}:{column}", visible(self.source.name()), place.line);
            *rendered = rendered.replacen(&path(place.column + 1 - start.column), &path(place.column), 1);
        }
    }
}

/// A place as `check --format json` prints it. Lines and columns count from 1, columns in characters. The end is the
/// position after the last character.
#[derive(Serialize)]
struct JsonPlace {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl JsonPlace {
    fn new(source: &Source, span: &Span) -> Self {
        let (start, end) = (source.position(span.start), source.position(span.end));
        JsonPlace { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}

/// A related place with its label.
#[derive(Serialize)]
struct JsonRelatedPlace {
    message: Option<String>,
    #[serde(flatten)]
    place: JsonPlace,
}

/// A finding as `check --format json` prints it.
#[derive(Serialize)]
pub(super) struct JsonDiagnostic {
    severity: Severity,
    code: &'static str,
    message: String,
    file: String,
    #[serde(flatten)]
    place: JsonPlace,
    help: Option<String>,
    /// The related places. `evidence` is part of the JSON format.
    evidence: Vec<JsonRelatedPlace>,
    /// The correction, if the right form is known.
    fix: Option<JsonFix>,
}

/// A correction as `check --format json` prints it.
#[derive(Serialize)]
struct JsonFix {
    /// Whether `check --fix` makes it.
    safe: bool,
    edits: Vec<JsonEdit>,
}

/// A place and its new text.
#[derive(Serialize)]
struct JsonEdit {
    #[serde(flatten)]
    place: JsonPlace,
    text: String,
}

impl JsonFix {
    fn new(source: &Source, fix: &Correction) -> Self {
        let edit =
            |edit: &Edit| JsonEdit { place: JsonPlace::new(source, &edit.span), text: edit.text.clone() };
        JsonFix { safe: fix.is_safe, edits: fix.edits.iter().map(edit).collect() }
    }
}

impl JsonDiagnostic {
    pub fn new(sources: &[Source], finding: &Finding, catalogue: &Catalogue) -> Self {
        let source = &sources[finding.file];
        let words = Wording::new(finding, catalogue);
        let related = words
            .related
            .into_iter()
            .map(|(span, message)| JsonRelatedPlace { message, place: JsonPlace::new(source, &span) });
        JsonDiagnostic {
            severity: finding.severity,
            code: finding.code,
            message: words.message,
            file: source.name().to_owned(),
            place: JsonPlace::new(source, &finding.span),
            help: words.help,
            evidence: related.collect(),
            fix: finding.fix.as_ref().map(|fix| JsonFix::new(source, fix)),
        }
    }

    /// A diagnostic for a file that cannot be read, at its first character.
    pub fn unreadable(file: String, message: String) -> Self {
        JsonDiagnostic {
            severity: Severity::Error,
            code: "cannot-read",
            message,
            file,
            place: JsonPlace { line: 1, column: 1, end_line: 1, end_column: 1 },
            help: None,
            evidence: Vec::new(),
            fix: None,
        }
    }
}

#[cfg(test)]
mod tests;
