//! Formats diagnostics for people, with the source and a caret under the place, and as JSON.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use super::catalogue::Catalogue;
use super::visible::visible;
use crate::check::Finding;
use crate::report::{Correction, Edit, Severity, Source, Span};

/// The texts of a finding in the catalogue's language.
struct Wording {
    message: String,
    label: Option<String>,
    help: Option<String>,
    /// The related places with their labels.
    related: Vec<(Span, Option<String>)>,
}

impl Wording {
    fn new(finding: &Finding, catalogue: &Catalogue) -> Self {
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
mod tests {
    use super::*;
    use crate::cli::catalogue::Language;
    use crate::report::{Diagnostic, Fault, ParserMessage, ValueType};

    /// At least one of each fault.
    fn faults() -> Vec<Fault> {
        let text = || "ก".to_owned();
        let (key, value, path, family, found) = (text(), text(), text(), text(), text());
        let character = text();
        vec![
            Fault::NotUtf8 { encoding: "tis-620" },
            Fault::NotAReport { kind: "xlsx" },
            Fault::NotAReport { kind: "docx" },
            Fault::NotAReport { kind: "pdf" },
            Fault::NotAReport { kind: "office" },
            Fault::NotAReport { kind: "html" },
            Fault::NotAReport { kind: "json" },
            Fault::NotAReport { kind: "archive" },
            Fault::NotAReport { kind: "picture" },
            Fault::NotAReport { kind: "empty" },
            Fault::WronglyDecoded { written: text() },
            Fault::Syntax { detail: ParserMessage("unclosed array".to_owned()) },
            Fault::UnknownKey { key: key.clone(), nearest: None, place: None, known: text() },
            Fault::UnknownKey { key: key.clone(), nearest: Some(text()), place: None, known: text() },
            Fault::UnknownKey {
                key: key.clone(),
                nearest: None,
                place: Some("top".to_owned()),
                known: text(),
            },
            Fault::UnknownKey { key: key.clone(), nearest: Some(text()), place: Some(text()), known: text() },
            Fault::ForeignDigits { written: text(), right: text() },
            Fault::LetterInNumber { written: text(), right: text() },
            Fault::CommaInNumber { written: text(), right: text(), kind: "decimal" },
            Fault::CommaInNumber { written: text(), right: text(), kind: "thousands" },
            Fault::NumberForm { written: text(), right: text(), kind: "point" },
            Fault::NumberForm { written: text(), right: text(), kind: "zeros" },
            Fault::NumberForm { written: text(), right: text(), kind: "dash" },
            Fault::NumberForm { written: text(), right: text(), kind: "unit" },
            Fault::NotANumber { written: text() },
            Fault::BooleanWord { written: text(), right: text() },
            Fault::UnquotedText { written: text() },
            Fault::OddQuote { character: text() },
            Fault::DoubledQuote {},
            Fault::QuoteInText {},
            Fault::UnclosedString { quotes: text() },
            Fault::TextOverLines { is_item: true },
            Fault::TextOverLines { is_item: false },
            Fault::Backslash { kind: "drive", name: text() },
            Fault::Backslash { kind: "path", name: text() },
            Fault::Backslash { kind: "text", name: text() },
            Fault::ControlInText { character: text(), is_line_end: true },
            Fault::ControlInText { character: text(), is_line_end: false },
            Fault::MissingComma {},
            Fault::ExtraComma {},
            Fault::OddComma { written: text() },
            Fault::ListBrackets {},
            Fault::WrongBracket { written: text(), right: text() },
            Fault::UnclosedBracket { bracket: "[", right: text() },
            Fault::MissingValue {},
            Fault::MissingEquals {},
            Fault::OddEquals { written: text() },
            Fault::KeyWithoutValue { key: text() },
            Fault::MissingKeyName {},
            Fault::KeyQuotes { key: text() },
            Fault::RepeatedKey { key: text(), first: 3 },
            Fault::RepeatedHeading { heading: text(), first: 3 },
            Fault::CommentedHeading { heading: text(), key: text(), at: 3 },
            Fault::HeadingBrackets { written: text(), right: text() },
            Fault::HeadingDot { written: text(), right: text() },
            Fault::HeadingTooEarly { heading: text(), array: text() },
            Fault::PairsInLine {},
            Fault::StrayText { written: text() },
            Fault::LooseText {},
            Fault::OddSpace { character: text() },
            Fault::OddLineEnd { character: text() },
            Fault::MissingKey { key: key.clone(), sample: "rules" },
            Fault::WrongType { key: key.clone(), expected: ValueType::Tables, found: ValueType::Hexadecimal },
            Fault::EmptyString { key: key.clone() },
            Fault::EmptyList { key: key.clone(), choices: text() },
            Fault::UnknownChoice { key: key.clone(), value: value.clone(), choices: text(), nearest: None },
            Fault::UnknownColumn { key: key.clone(), value: value.clone(), choices: text(), nearest: None },
            Fault::UnknownColumn {
                key: key.clone(),
                value: value.clone(),
                choices: text(),
                nearest: Some(text()),
            },
            Fault::RepeatedColumn { name: text() },
            Fault::ColumnsMany { key: key.clone(), most: 12, orientation: "landscape" },
            Fault::KeyInExtra { key: key.clone() },
            Fault::ScoreForm { value: value.clone() },
            Fault::ScorePlaces { value: value.clone() },
            Fault::ScoreRange { value: value.clone() },
            Fault::BudgetForm { value: value.clone() },
            Fault::IndicatorNumber { value: value.clone(), numbers: text(), years: (2566, 2568) },
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
            Fault::ControlCharacter { key: key.clone(), characters: text() },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: Some(text()), symbol: None },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: None, symbol: None },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: None, symbol: Some("bullet") },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: None, symbol: Some("tick") },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: None, symbol: Some("cross") },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: None, symbol: Some("box") },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: None, symbol: Some("arrow") },
            Fault::PrivateUse { key: key.clone(), characters: text(), meant: None, symbol: Some("other") },
            Fault::LinkScheme { value: value.clone(), right: None },
            Fault::LinkScheme { value: value.clone(), right: Some(text()) },
            Fault::LinkFile { value: value.clone() },
            Fault::LinkSpaces { value: value.clone(), right: None },
            Fault::LinkSpaces { value: value.clone(), right: Some(text()) },
            Fault::LinkDomain { value: value.clone(), domain: None, right: Some(text()) },
            Fault::LinkDomain { value: value.clone(), domain: Some(text()), right: None },
            Fault::LinkWithoutCode { length: 2_400, most: 2_331 },
            Fault::TextLong { key: key.clone(), what: "text", length: 64_000, most: 10_000 },
            Fault::TextLong { key: key.clone(), what: "name", length: 300, most: 200 },
            Fault::TextLong { key: key.clone(), what: "link", length: 9_000, most: 7_000 },
            Fault::TextLines { key: key.clone(), count: 256, most: 200 },
            Fault::ReportLong { what: "texts", count: 16_000, most: 10_000 },
            Fault::ReportLong { what: "characters", count: 700_000, most: 600_000 },
            Fault::FileAbsolute { path: path.clone(), name: Some(text()) },
            Fault::FileAbsolute { path: path.clone(), name: None },
            Fault::FileOutside { path: path.clone(), name: None },
            Fault::FileControl { path: path.clone(), right: text() },
            Fault::FileBackslash { path: path.clone(), right: text() },
            Fault::FileMissing { path: path.clone(), nearest: None, how: "other" },
            Fault::FileMissing { path: path.clone(), nearest: Some(text()), how: "other" },
            Fault::FileMissing { path: path.clone(), nearest: Some(text()), how: "same" },
            Fault::FileKind { path: path.clone(), kind: None, way: "none" },
            Fault::FileKind { path: path.clone(), kind: Some("HEIC"), way: "telephone" },
            Fault::FileKind { path: path.clone(), kind: Some("GIF"), way: "picture" },
            Fault::FileKind { path: path.clone(), kind: Some("PDF"), way: "document" },
            Fault::FileKind { path: path.clone(), kind: Some("HTML"), way: "page" },
            Fault::FileKind { path: path.clone(), kind: Some("MP4"), way: "film" },
            Fault::FileEmpty { path: path.clone(), what: "empty" },
            Fault::FileEmpty { path: path.clone(), what: "zeros" },
            Fault::FileBroken { path: path.clone(), reason: text() },
            Fault::FileEndsEarly { path: path.clone() },
            Fault::FileLinked { path: path.clone(), link: path.clone() },
            Fault::FileTooLarge { path: path.clone() },
            Fault::DrawingComplex { path: path.clone(), excess: "nesting", element: None },
            Fault::DrawingComplex { path: path.clone(), excess: "references", element: None },
            Fault::DrawingComplex { path: path.clone(), excess: "size", element: None },
            Fault::DrawingComplex { path: path.clone(), excess: "text", element: None },
            Fault::DrawingComplex { path: path.clone(), excess: "rules", element: None },
            Fault::DrawingComplex { path: path.clone(), excess: "effects", element: None },
            Fault::DrawingComplex { path: path.clone(), excess: "effect", element: Some(text()) },
            Fault::FileUnreadable { path: path.clone(), reason: text() },
            Fault::DrawingThin { path: path.clone() },
            Fault::NotAFile { path: path.clone(), what: "folder", example: Some(text()) },
            Fault::NotAFile { path: path.clone(), what: "folder", example: None },
            Fault::NotAFile { path: path.clone(), what: "device", example: None },
            Fault::NotAFolder { path: path.clone() },
            Fault::NotRules { path: path.clone() },
            Fault::RulesYearsTwice {},
            Fault::RulesYears { from: 2570, to: 2569 },
            Fault::RulesOverlap { path: path.clone(), years: (2569, 2569) },
            Fault::InstrumentName { value: value.clone() },
            Fault::WeightRange { value: value.clone() },
            Fault::WeightsSum { sum: 90 },
            Fault::RepeatedName { name: text() },
            Fault::LevelsOrder { name: text() },
            Fault::LevelsPassed { name: text() },
            Fault::LevelsEnd {},
            Fault::IndicatorRange { value: value.clone() },
            Fault::RepeatedIndicator { number: 3 },
            Fault::UnknownInstrument { value: value.clone(), known: text(), nearest: None },
            Fault::UnknownInstrument { value: value.clone(), known: text(), nearest: Some(text()) },
            Fault::InstrumentWithoutIndicator { instrument: text() },
            Fault::FontMissing { family: family.clone(), found: found.clone() },
            Fault::FontBroken { path },
            Fault::FontWithoutFamily { found: None },
            Fault::FontWithoutFamily { found: Some(found) },
            Fault::FontWithoutBold { family: family.clone() },
            Fault::FontWithoutRegular { family: family.clone() },
            Fault::FontLacks { character, family },
            Fault::RulesYear { year: 2570, years: (2566, 2568), own: None },
            Fault::RulesYear { year: 2570, years: (2566, 2568), own: Some(text()) },
        ]
    }

    #[test]
    fn the_faults_of_these_tests_are_all_there_are() {
        for code in Fault::CODES {
            assert!(faults().iter().any(|fault| fault.code() == *code), "{code}");
        }
    }

    #[test]
    fn every_fault_has_message_and_help_in_both_languages() {
        for language in [Language::Thai, Language::English] {
            let catalogue = Catalogue::new(language);
            for fault in faults() {
                let finding = Finding::from(&Diagnostic::new(fault, 0..1));
                let words = Wording::new(&finding, &catalogue);
                let parts = [Some(&words.message), words.label.as_ref(), words.help.as_ref()];
                for text in parts.into_iter().flatten() {
                    // An argument that is not filled in stays as `{$name}`.
                    assert!(!text.is_empty() && !text.contains("{$"), "{}: {text}", finding.code);
                }
                assert_ne!(words.message, finding.code, "a message of its own");
                assert!(words.help.is_some(), "{}: a way out", finding.code);
            }
        }
    }
}
