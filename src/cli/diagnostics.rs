//! Diagnostics as a person reads them, with the source and a caret under the place, and as JSON.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

use super::catalogue::Catalogue;
use crate::report::{Diagnostic, Fault, Severity, Source};

/// The words of a diagnostic in the catalogue's language.
struct Words {
    code: String,
    message: String,
    label: Option<String>,
    help: Option<String>,
}

impl Words {
    fn of(diagnostic: &Diagnostic, catalogue: &Catalogue) -> Self {
        let (code, arguments) = diagnostic.fault.parts();
        let arguments: Vec<(&str, String)> = arguments
            .iter()
            .map(|(name, value)| {
                let value = match (&diagnostic.fault, name.as_str()) {
                    (Fault::WrongType { .. }, "expected" | "found") => {
                        catalogue.text(&format!("type-{value}"), &[])
                    }
                    (Fault::Syntax { .. }, "detail") => syntax_detail(value, catalogue),
                    (_, "found") if value.is_empty() => "none".to_owned(),
                    _ => value.clone(),
                };
                (name.as_str(), value)
            })
            .collect();
        Words {
            message: catalogue.text(&code, &arguments),
            label: catalogue.part(&code, "label", &arguments),
            help: catalogue.part(&code, "help", &arguments),
            code,
        }
    }
}

/// The parser's words in the catalogue's language, where the catalogue has them: it knows them by two or three of
/// their first words.
fn syntax_detail(english: &str, catalogue: &Catalogue) -> String {
    let words: Vec<&str> =
        english.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()).collect();
    let name = |count: usize| format!("toml-{}", words[..count.min(words.len())].join("-").to_lowercase());
    let known = (2..=4).map(name).find(|name| catalogue.has(name));
    known.map_or_else(|| english.to_owned(), |name| catalogue.text(&name, &[]))
}

/// Diagnostics of one file for a person, with colours if asked for.
pub(super) fn human(
    source: &Source,
    diagnostics: &[Diagnostic],
    catalogue: &Catalogue,
    colour: bool,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let (error, warning, help) =
        (catalogue.text("error", &[]), catalogue.text("warning", &[]), catalogue.text("help", &[]));
    let mut out = String::new();
    for diagnostic in diagnostics {
        let words = Words::of(diagnostic, catalogue);
        let level = match diagnostic.severity() {
            Severity::Error => Level::ERROR.with_name(error.as_str()),
            Severity::Warning => Level::WARNING.with_name(warning.as_str()),
        };
        let place = AnnotationKind::Primary.span(diagnostic.span.clone()).label(words.label.as_deref());
        let snippet = Snippet::source(source.text()).path(source.name()).annotation(place);
        let mut group = level.primary_title(words.message.as_str()).id(words.code.as_str()).element(snippet);
        if let Some(text) = &words.help {
            group = group.element(Level::HELP.with_name(help.as_str()).message(text.as_str()));
        }
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// A diagnostic as `check --format json` prints it. Lines and columns count from 1, columns in characters; the end
/// is the place behind the last character.
#[derive(Serialize)]
pub(super) struct JsonDiagnostic {
    severity: Severity,
    code: String,
    message: String,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: Option<String>,
}

impl JsonDiagnostic {
    pub fn of(source: &Source, diagnostic: &Diagnostic, catalogue: &Catalogue) -> Self {
        let words = Words::of(diagnostic, catalogue);
        let (start, end) = (source.position(diagnostic.span.start), source.position(diagnostic.span.end));
        JsonDiagnostic {
            severity: diagnostic.severity(),
            code: words.code,
            message: words.message,
            file: source.name().to_owned(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            help: words.help,
        }
    }

    /// A file that cannot be read, as a diagnostic at its first character.
    pub fn unreadable(file: String, message: String) -> Self {
        JsonDiagnostic {
            severity: Severity::Error,
            code: "cannot-read".to_owned(),
            message,
            file,
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
            help: None,
        }
    }
}
