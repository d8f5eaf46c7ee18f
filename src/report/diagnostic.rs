//! What is wrong with a report file, as data: which fault, where, and the words and figures that its message needs.
//! The messages themselves are in `data/messages/`.

use std::fmt;

use serde::Serialize;

use super::argument::Argument;
use super::source::Span;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing can be set before it is mended.
    Error,
    /// Worth a look; the report can be set.
    Warning,
}

/// A fault at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub fault: Fault,
    /// The file it is in, by its number among the sources of what was loaded. The report file is the first.
    pub file: usize,
    /// The place it is about.
    pub span: Span,
}

impl Diagnostic {
    /// A fault at its place in the report file.
    pub fn new(fault: Fault, span: Span) -> Self {
        Diagnostic { fault, file: 0, span }
    }

    /// The same in another file.
    pub(super) fn in_file(self, file: usize) -> Self {
        Diagnostic { file, ..self }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        if Fault::WARNINGS.contains(&self.fault.code()) { Severity::Warning } else { Severity::Error }
    }
}

/// The type of a TOML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it all.
pub enum ValueType {
    String,
    Strings,
    Integer,
    Float,
    Number,
    Boolean,
    Date,
    Time,
    Hexadecimal,
    Array,
    Table,
    Tables,
}

impl From<ValueType> for Argument {
    fn from(value_type: ValueType) -> Self {
        Argument::Term(match value_type {
            ValueType::String => "type-string",
            ValueType::Strings => "type-strings",
            ValueType::Integer => "type-integer",
            ValueType::Float => "type-float",
            ValueType::Number => "type-number",
            ValueType::Boolean => "type-boolean",
            ValueType::Date => "type-date",
            ValueType::Time => "type-time",
            ValueType::Hexadecimal => "type-hexadecimal",
            ValueType::Array => "type-array",
            ValueType::Table => "type-table",
            ValueType::Tables => "type-tables",
        })
    }
}

/// What the TOML parser says, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParserMessage(pub String);

impl From<ParserMessage> for Argument {
    fn from(message: ParserMessage) -> Self {
        Argument::Parser(message.0)
    }
}

/// Makes the enum of faults from their codes, names and fields. The fields are the arguments of a fault's message.
macro_rules! faults {
    ($($code:literal $fault:ident { $($field:ident: $type:ty),* })*) => {
        /// Everything that can be wrong with a report file by itself. Each is explained by its message in
        /// `data/messages/`, which stands under its code.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Fault {
            $($fault { $($field: $type),* }),*
        }

        impl Fault {
            /// The codes of all faults.
            pub const CODES: &[&str] = &[$($code),*];

            /// The fault's code, in kebab case.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Fault::$fault { .. } => $code),*
                }
            }

            /// The words and figures of its message, by name.
            pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
                match self {
                    $(Fault::$fault { $($field),* } => {
                        vec![$((stringify!($field), Argument::from($field.clone()))),*]
                    })*
                }
            }
        }
    };
}

faults! {
    // The file as a whole
    "not-utf8" NotUtf8 { encoding: &'static str }
    "syntax" Syntax { detail: ParserMessage }
    // Keys and their types
    "unknown-key" UnknownKey { key: String, nearest: Option<String> }
    "missing-key" MissingKey { key: String }
    "wrong-type" WrongType { key: String, expected: ValueType, found: ValueType }
    "empty-string" EmptyString { key: String }
    "unknown-choice" UnknownChoice { key: String, value: String, choices: String, nearest: Option<String> }
    // Numbers and dates
    "score-form" ScoreForm { value: String }
    "score-places" ScorePlaces { value: String }
    "score-range" ScoreRange { value: String }
    "budget-form" BudgetForm { value: String }
    "indicator-number" IndicatorNumber { value: String, numbers: String, from: u16, to: u16 }
    "year-common-era" YearCommonEra { value: String, year: u16 }
    "year-range" YearRange { value: String }
    "date-form" DateForm { value: String }
    "date-impossible" DateImpossible { value: String }
    "period-form" PeriodForm { value: String }
    "period-order" PeriodOrder { from: String, to: String }
    "measure-number" MeasureNumber { value: String, count: usize }
    // Text
    "unknown-placeholder" UnknownPlaceholder { name: String, nearest: Option<String> }
    "single-brace" SingleBrace { brace: char }
    "placeholder-without-value" PlaceholderWithoutValue { name: &'static str, year: u16 }
    "level-unknown" LevelUnknown { name: &'static str, year: u16 }
    "control-character" ControlCharacter { key: String, character: String }
    "private-use" PrivateUse { key: String, character: String, meant: Option<char> }
    "link-scheme" LinkScheme { value: String }
    // Files
    "file-absolute" FileAbsolute { path: String }
    "file-outside" FileOutside { path: String }
    "file-missing" FileMissing { path: String }
    "file-kind" FileKind { path: String }
    "file-broken" FileBroken { path: String, reason: String }
    "file-ends-early" FileEndsEarly { path: String }
    "file-linked" FileLinked { path: String, link: String }
    "file-too-large" FileTooLarge { path: String }
    "file-unreadable" FileUnreadable { path: String, reason: String }
    "not-a-file" NotAFile { path: String }
    "not-a-folder" NotAFolder { path: String }
    // Rules of the assessment
    "rules-years" RulesYears { from: u16, to: u16 }
    "rules-overlap" RulesOverlap { path: String, from: u16, to: u16 }
    "instrument-name" InstrumentName { value: String }
    "weight-range" WeightRange { value: String }
    "weights-sum" WeightsSum { sum: usize }
    "levels-order" LevelsOrder { name: String }
    "levels-end" LevelsEnd {}
    "indicator-range" IndicatorRange { value: String }
    "repeated-indicator" RepeatedIndicator { number: u8 }
    "unknown-instrument" UnknownInstrument { value: String, known: String }
    "instrument-without-indicator" InstrumentWithoutIndicator { instrument: String }
    // Fonts
    "font-missing" FontMissing { family: String, found: String }
    "font-broken" FontBroken { path: String }
    "font-without-family" FontWithoutFamily { found: Option<String> }
    "font-without-bold" FontWithoutBold { family: String }
    "font-without-regular" FontWithoutRegular { family: String }
    "font-lacks" FontLacks { character: String, family: String }
    // Worth knowing
    "rules-year" RulesYear { year: u16, from: u16, to: u16 }
}

impl Fault {
    /// The codes of those that are only warned of.
    pub const WARNINGS: [&str; 3] = ["rules-year", "font-without-bold", "font-without-regular"];
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        for (name, value) in self.arguments() {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}
