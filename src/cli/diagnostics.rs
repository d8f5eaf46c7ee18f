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

/// The parser's words in the catalogue's language, where the catalogue has them: it knows them by their
/// first words.
fn syntax_detail(english: &str, catalogue: &Catalogue) -> String {
    let words: Vec<&str> =
        english.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()).collect();
    let name = |count: usize| format!("toml-{}", words[..count.min(words.len())].join("-").to_lowercase());
    let known = (1..=4).map(name).rev().find(|name| catalogue.has(name));
    catalogue.text(known.as_deref().unwrap_or("toml-other"), &[("detail", english.to_owned())])
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::catalogue::Language;

    /// One of each fault.
    fn faults() -> Vec<Fault> {
        let text = || "ก".to_owned();
        let (key, value, path, family, found) = (text(), text(), text(), text(), text());
        let character = text();
        vec![
            Fault::NotUtf8 { encoding: "tis-620" },
            Fault::Syntax { detail: "unclosed array".to_owned() },
            Fault::UnknownKey { key: key.clone(), nearest: None },
            Fault::UnknownKey { key: key.clone(), nearest: Some(text()) },
            Fault::MissingKey { key: key.clone() },
            Fault::WrongType { key: key.clone(), expected: "tables", found: "hexadecimal" },
            Fault::EmptyString { key: key.clone() },
            Fault::UnknownChoice { key: key.clone(), value: value.clone(), choices: text(), nearest: None },
            Fault::ScoreForm { value: value.clone() },
            Fault::ScorePlaces { value: value.clone() },
            Fault::ScoreRange { value: value.clone() },
            Fault::BudgetForm { value: value.clone() },
            Fault::IndicatorNumber { value: value.clone() },
            Fault::YearCommonEra { value: value.clone(), year: 2567 },
            Fault::YearRange { value: value.clone() },
            Fault::DateForm { value: value.clone() },
            Fault::DateImpossible { value: value.clone() },
            Fault::PeriodForm { value: value.clone() },
            Fault::PeriodOrder { from: text(), to: text() },
            Fault::MeasureNumber { value: value.clone(), count: 6 },
            Fault::UnknownPlaceholder { name: text(), nearest: None },
            Fault::UnknownPlaceholder { name: text(), nearest: Some(text()) },
            Fault::SingleBrace { brace: '{' },
            Fault::PlaceholderWithoutValue { name: "total", year: 2567 },
            Fault::LevelUnknown { name: "level", year: 2567 },
            Fault::ControlCharacter { key: key.clone(), character: character.clone() },
            Fault::PrivateUse { key: key.clone(), character: character.clone(), meant: Some('่') },
            Fault::LinkScheme { value },
            Fault::FileAbsolute { path: path.clone() },
            Fault::FileOutside { path: path.clone() },
            Fault::FileMissing { path: path.clone() },
            Fault::FileKind { path: path.clone() },
            Fault::FileBroken { path: path.clone(), reason: text() },
            Fault::FileTooLarge { path: path.clone() },
            Fault::NotAFolder { path: path.clone() },
            Fault::FontMissing { family: family.clone(), found: found.clone() },
            Fault::FontBroken { path },
            Fault::FontWithoutFamily { found },
            Fault::FontWithoutBold { family: family.clone() },
            Fault::FontWithoutRegular { family: family.clone() },
            Fault::FontLacks { character: character.clone(), family: family.clone() },
            Fault::NoGlyph { key, character, family },
            Fault::RulesYear { year: 2570, from: 2566, to: 2568 },
            Fault::NotSetYet { key: "photos" },
        ]
    }

    #[test]
    fn every_fault_has_message_and_help_in_both_languages() {
        for language in [Language::Thai, Language::English] {
            let catalogue = Catalogue::new(language);
            for fault in faults() {
                let words = Words::of(&Diagnostic::new(fault, 0..1), &catalogue);
                let parts = [Some(&words.message), words.label.as_ref(), words.help.as_ref()];
                for text in parts.into_iter().flatten() {
                    // A name that is not filled stays as `{$name}`.
                    assert!(!text.is_empty() && !text.contains("{$"), "{}: {text}", words.code);
                }
                assert_ne!(words.message, words.code, "a message of its own");
                assert!(words.help.is_some(), "{}: a way out", words.code);
            }
        }
    }
}
