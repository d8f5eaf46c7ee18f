//! What is wrong with a report file, as data: which fault, where, and the words and figures a message needs.
//! The messages themselves are the terminal's affair and live in `data/messages/`.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::source::Span;
use crate::pictures::PictureFault;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing can be set before it is mended.
    Error,
    /// Worth a look; the report can be set.
    Warning,
}

/// One fault at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub fault: Fault,
    /// The place it is about.
    pub span: Span,
}

impl Diagnostic {
    /// A fault at its place.
    pub fn new(fault: Fault, span: Span) -> Self {
        Diagnostic { fault, span }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.fault {
            Fault::RulesYear { .. } | Fault::FontWithoutBold { .. } | Fault::FontWithoutRegular { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}

/// Everything that can be wrong with a report file by itself, in kebab case a message's code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
#[allow(missing_docs)] // Each fault is explained by its messages in data/messages/.
pub enum Fault {
    // The file as a whole
    NotUtf8 { encoding: &'static str },
    Syntax { detail: String },
    // Keys and their types
    UnknownKey { key: String, nearest: Option<String> },
    MissingKey { key: String },
    WrongType { key: String, expected: &'static str, found: &'static str },
    EmptyString { key: String },
    UnknownChoice { key: String, value: String, choices: String, nearest: Option<String> },
    // Numbers and dates
    ScoreForm { value: String },
    ScorePlaces { value: String },
    ScoreRange { value: String },
    BudgetForm { value: String },
    IndicatorNumber { value: String },
    YearCommonEra { value: String, year: u16 },
    YearRange { value: String },
    DateForm { value: String },
    DateImpossible { value: String },
    PeriodForm { value: String },
    PeriodOrder { from: String, to: String },
    MeasureNumber { value: String, count: usize },
    // Text
    UnknownPlaceholder { name: String, nearest: Option<String> },
    SingleBrace { brace: char },
    PlaceholderWithoutValue { name: &'static str, year: u16 },
    LevelUnknown { name: &'static str, year: u16 },
    ControlCharacter { key: String, character: String },
    PrivateUse { key: String, character: String, meant: Option<char> },
    LinkScheme { value: String },
    // Files
    FileAbsolute { path: String },
    FileOutside { path: String },
    FileMissing { path: String },
    FileKind { path: String },
    FileBroken { path: String, reason: String },
    FileEndsEarly { path: String },
    FileLinked { path: String, link: String },
    FileTooLarge { path: String },
    NotAFolder { path: String },
    // Fonts
    FontMissing { family: String, found: String },
    FontBroken { path: String },
    FontWithoutFamily { found: String },
    FontWithoutBold { family: String },
    FontWithoutRegular { family: String },
    FontLacks { character: String, family: String },
    NoGlyph { key: String, character: String, family: String },
    // Worth knowing
    RulesYear { year: u16, from: u16, to: u16 },
}

impl Fault {
    /// What is wrong with a picture of that name.
    pub fn of_picture(path: String, fault: PictureFault) -> Self {
        match fault {
            PictureFault::Kind => Fault::FileKind { path },
            PictureFault::TooLarge => Fault::FileTooLarge { path },
            PictureFault::Broken(reason) => Fault::FileBroken { path, reason },
            PictureFault::EndsEarly => Fault::FileEndsEarly { path },
            PictureFault::Linked(link) => Fault::FileLinked { path, link },
        }
    }

    /// The codes of those that are only warned of.
    pub const WARNINGS: [&str; 3] = ["rules-year", "font-without-bold", "font-without-regular"];

    /// The fault's code and the arguments of its message, by name. Absent ones are the word `none`.
    pub fn parts(&self) -> (String, Vec<(String, String)>) {
        let Ok(Value::Object(fields)) = serde_json::to_value(self) else {
            unreachable!("a fault is a tagged enum of named fields");
        };
        let mut code = String::new();
        let mut arguments = Vec::new();
        for (name, value) in fields {
            let text = match value {
                Value::String(text) => text,
                Value::Null => "none".to_owned(),
                other => other.to_string(),
            };
            if name == "code" { code = text } else { arguments.push((name, text)) }
        }
        (code, arguments)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, arguments) = self.parts();
        f.write_str(&code)?;
        for (name, value) in arguments {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}
