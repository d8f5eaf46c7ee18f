//! What is wrong with a report file, as data: the fault, its place, and the arguments of its message. The messages
//! themselves are in `data/messages/`.

use std::fmt;

use serde::Serialize;

use super::argument::Argument;
use super::correction::Correction;
use super::source::Span;

/// The severity of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Must be fixed before a document can be made, unless the user forces it.
    Error,
    /// Worth checking, but does not prevent a document.
    Warning,
}

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// The file it is in, as an index into the sources of `Loaded`. The report file has index 0.
    pub file: usize,
    /// The place of the fault.
    pub span: Span,
    /// The correction, if what was meant is known.
    pub correction: Option<Correction>,
    /// The line as it should be, for the message.
    pub line: Option<String>,
}

impl Diagnostic {
    /// Creates a diagnostic in the report file.
    pub fn new(fault: Fault, span: Span) -> Self {
        Diagnostic { fault, file: 0, span, correction: None, line: None }
    }

    /// The same diagnostic with a correction.
    pub(super) fn corrected_by(self, correction: Correction) -> Self {
        Diagnostic { correction: Some(correction), ..self }
    }

    /// The same diagnostic in another file.
    pub(super) fn in_file(self, file: usize) -> Self {
        Diagnostic { file, ..self }
    }

    /// The severity, which depends on the fault alone.
    pub fn severity(&self) -> Severity {
        if Fault::WARNINGS.contains(&self.fault.code()) { Severity::Warning } else { Severity::Error }
    }
}

/// The type of a TOML value, as messages distinguish them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names are self-explanatory.
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

/// A message of the TOML parser, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParserMessage(pub String);

impl From<ParserMessage> for Argument {
    fn from(message: ParserMessage) -> Self {
        Argument::Parser(message.0)
    }
}

/// Defines the enum of faults from their codes, names and fields. The fields are the arguments of a fault's message.
macro_rules! faults {
    ($($code:literal $fault:ident { $($field:ident: $type:ty),* })*) => {
        /// Everything that can be wrong with a report file by itself. A fault's code is the name of its message in
        /// `data/messages/`.
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

            /// The arguments of the fault's message, by name.
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
    "not-a-report" NotAReport { kind: &'static str }
    "wrongly-decoded" WronglyDecoded { written: String }
    "syntax" Syntax { detail: ParserMessage }
    // Slips of the syntax whose mend is known
    "foreign-digits" ForeignDigits { written: String, right: String }
    "letter-in-number" LetterInNumber { written: String, right: String }
    "comma-in-number" CommaInNumber { written: String, right: String, kind: &'static str }
    "number-form" NumberForm { written: String, right: String, kind: &'static str }
    "not-a-number" NotANumber { written: String, is_target: bool }
    "boolean-word" BooleanWord { written: String, right: String }
    "unquoted-text" UnquotedText { written: String }
    "odd-quote" OddQuote { character: String, right: char }
    "doubled-quote" DoubledQuote { quote: char }
    "quote-in-text" QuoteInText {}
    "unclosed-string" UnclosedString { quotes: String }
    "text-over-lines" TextOverLines { is_quoted: bool }
    "backslash" Backslash { kind: &'static str, name: String }
    "control-in-text" ControlInText { character: String, is_line_end: bool }
    "missing-comma" MissingComma {}
    "extra-comma" ExtraComma {}
    "odd-comma" OddComma { written: String }
    "list-brackets" ListBrackets {}
    "wrong-bracket" WrongBracket { written: String, right: String }
    "unclosed-bracket" UnclosedBracket { bracket: &'static str, right: String, at: usize }
    "unopened-bracket" UnopenedBracket {}
    "number-table" NumberTable { key: String }
    "indicator-keys" IndicatorKeys {}
    "missing-value" MissingValue {}
    "missing-equals" MissingEquals {}
    "odd-equals" OddEquals { written: String }
    "key-without-value" KeyWithoutValue { key: String }
    "missing-key-name" MissingKeyName {}
    "key-quotes" KeyQuotes { key: String }
    "repeated-key" RepeatedKey { key: String, first: usize, is_inline: bool }
    "repeated-heading" RepeatedHeading { heading: String, first: usize }
    "commented-heading" CommentedHeading { heading: String, key: String, at: usize }
    "heading-brackets" HeadingBrackets { written: String, right: String }
    "heading-name" HeadingName { written: String, right: String }
    "heading-year" HeadingYear {}
    "heading-dot" HeadingDot { written: String, right: String }
    "heading-too-early" HeadingTooEarly { heading: String, array: String }
    "pairs-in-line" PairsInLine {}
    "stray-text" StrayText { written: String, is_text: bool }
    "item-marker" ItemMarker { written: String }
    "loose-text" LooseText {}
    "odd-space" OddSpace { character: String }
    "odd-line-end" OddLineEnd { character: String }
    // Keys and their types
    "unknown-key" UnknownKey { key: String, nearest: Option<String>, place: Option<String>, known: String }
    "missing-key" MissingKey { key: String, sample: &'static str }
    "wrong-type" WrongType { key: String, expected: ValueType, found: ValueType }
    "empty-string" EmptyString { key: String }
    "empty-list" EmptyList { key: String, choices: String }
    "unknown-choice" UnknownChoice { key: String, value: String, choices: String, nearest: Option<String> }
    "unknown-column" UnknownColumn { key: String, value: String, choices: String, nearest: Option<String> }
    "repeated-column" RepeatedColumn { name: String }
    "columns-many" ColumnsMany { key: String, most: usize, orientation: &'static str }
    "key-in-extra" KeyInExtra { key: String }
    // Numbers and dates
    "score-form" ScoreForm { value: String }
    "score-places" ScorePlaces { value: String }
    "score-range" ScoreRange { value: String }
    "budget-form" BudgetForm { value: String }
    "indicator-number" IndicatorNumber { value: String, numbers: String, years: (u16, u16) }
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
    "control-character" ControlCharacter { key: String, characters: String }
    "private-use" PrivateUse { key: String, characters: String, meant: Option<String>, symbol: Option<&'static str> }
    "link-scheme" LinkScheme { value: String, right: Option<String> }
    "link-scheme-twice" LinkSchemeTwice { right: Option<String> }
    "several-links" SeveralLinks { key: String, count: usize, first: String, second: String }
    "link-email" LinkEmail { written: Option<String>, website: Option<String> }
    "link-ending" LinkEnding { right: String }
    "link-backslash" LinkBackslash { right: String }
    "link-private" LinkPrivate { server: String }
    "link-file" LinkFile { value: String }
    "link-spaces" LinkSpaces { value: String, right: Option<String> }
    "link-domain" LinkDomain { value: String, domain: Option<String>, right: Option<String> }
    "link-without-code" LinkWithoutCode { length: usize, most: usize }
    "text-long" TextLong { key: String, what: &'static str, length: usize, most: usize }
    "text-lines" TextLines { key: String, count: usize, most: usize }
    "report-long" ReportLong { what: &'static str, count: usize, most: usize }
    // Files
    "file-absolute" FileAbsolute { path: String, name: Option<String> }
    "file-outside" FileOutside { path: String, name: Option<String> }
    "file-control" FileControl { path: String, right: String }
    "file-backslash" FileBackslash { path: String, right: String }
    "file-missing" FileMissing { path: String, nearest: Option<String>, how: &'static str }
    "file-kind" FileKind { path: String, kind: Option<&'static str>, way: &'static str }
    "file-empty" FileEmpty { path: String, what: &'static str }
    "file-broken" FileBroken { path: String, reason: String }
    "file-ends-early" FileEndsEarly { path: String }
    "file-linked" FileLinked { path: String, link: String }
    "file-too-large" FileTooLarge { path: String }
    "drawing-complex" DrawingComplex { path: String, excess: &'static str, element: Option<String> }
    "drawing-thin" DrawingThin { path: String }
    "file-unreadable" FileUnreadable { path: String, reason: String }
    "not-a-file" NotAFile { path: String, what: &'static str, example: Option<String> }
    "not-a-folder" NotAFolder { path: String }
    // Rules of the assessment
    "not-rules" NotRules { path: String }
    "rules-years" RulesYears { from: u16, to: u16 }
    "rules-years-twice" RulesYearsTwice {}
    "rules-overlap" RulesOverlap { path: String, years: (u16, u16) }
    "instrument-name" InstrumentName { value: String }
    "weight-range" WeightRange { value: String }
    "weights-sum" WeightsSum { sum: usize }
    "repeated-name" RepeatedName { name: String }
    "levels-order" LevelsOrder { name: String }
    "levels-passed" LevelsPassed { name: String }
    "levels-end" LevelsEnd {}
    "indicator-range" IndicatorRange { value: String }
    "repeated-indicator" RepeatedIndicator { number: u8 }
    "unknown-instrument" UnknownInstrument { value: String, known: String, nearest: Option<String> }
    "instrument-without-indicator" InstrumentWithoutIndicator { instrument: String }
    // Fonts
    "font-missing" FontMissing { family: String, found: String }
    "font-broken" FontBroken { path: String }
    "font-without-family" FontWithoutFamily { found: Option<String> }
    "font-without-bold" FontWithoutBold { family: String }
    "font-without-regular" FontWithoutRegular { family: String }
    "font-lacks" FontLacks { character: String, family: String }
    // Years without rules of their own
    "rules-year" RulesYear { year: u16, years: (u16, u16), own: Option<String> }
}

impl Fault {
    /// The codes of the faults that are only warnings.
    pub const WARNINGS: [&str; 7] = [
        "rules-year",
        "font-without-bold",
        "font-without-regular",
        "link-without-code",
        "link-ending",
        "link-backslash",
        "link-private",
    ];
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
