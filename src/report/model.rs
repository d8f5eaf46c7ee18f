//! The types of a report file, with the places they were read from.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use serde_json::Value;

use super::link::Link;
use super::prose::{Placeholder, Prose};
use super::source::{Span, Spanned};
use crate::fonts::Fonts;
use crate::ita::{Instrument, Results, RuleBook, Rules, Score};
use crate::lengths::Area;
use crate::pictures::Picture;
use crate::thai::{Date, FiscalYear, Numerals, Period};

/// One agency's fiscal year, as its report file describes it.
#[derive(Debug, Clone)]
pub struct Report {
    /// The fiscal year that the report covers.
    pub fiscal_year: Spanned<FiscalYear>,
    /// The date of the report, if the file gives one.
    pub date: Option<Date>,
    /// The rules of the assessment for each fiscal year.
    pub rule_book: RuleBook,
    /// The agency that reports.
    pub agency: Agency,
    /// The announced results by fiscal year.
    pub scores: BTreeMap<FiscalYear, YearScores>,
    /// The measures, in the order of the file.
    pub measures: Vec<Measure>,
    /// Wording that replaces the default wording.
    pub text: ReportText,
    /// Obstacles and recommendations.
    pub lessons: Lessons,
    /// The photographs, in the order of the file.
    pub photos: Vec<Photo>,
    /// Published documents that prove the work.
    pub evidence: Vec<Evidence>,
    /// The signature blocks.
    pub signatures: Vec<Signature>,
    /// The memo that submits the report.
    pub memo: Option<Memo>,
    /// The layout options.
    pub layout: Layout,
    /// The fonts that the report is set in.
    pub fonts: Arc<Fonts>,
    /// The report file as written, for templates that read keys by themselves: tables and arrays as in TOML, dates as
    /// strings.
    pub file: Arc<Value>,
}

impl Report {
    /// Every picture that the file names.
    pub fn pictures(&self) -> impl Iterator<Item = &PictureFile> {
        let emblem = self.memo.iter().filter_map(|memo| memo.emblem.as_ref());
        self.agency.logo.iter().chain(self.photos.iter().map(|photo| &photo.file)).chain(emblem)
    }

    /// The rules for the report's fiscal year.
    pub fn rules(&self) -> Arc<Rules> {
        self.rule_book.rules_for(self.fiscal_year.value).rules
    }

    /// How far the file has come. It is at its plan stage as long as it has neither results nor outcomes nor scores of its
    /// own year.
    pub fn stage(&self) -> Stage {
        let reports = |measure: &Measure| !measure.results.items.is_empty() || !measure.outcome.is_empty();
        if self.current().is_none() && !self.measures.iter().any(reports) {
            Stage::Plan
        } else {
            Stage::Report
        }
    }

    /// The announced results of the report's fiscal year.
    pub fn current(&self) -> Option<&YearScores> {
        self.scores.get(&self.fiscal_year.value)
    }

    /// The two fiscal years that the report compares: the previous one, then its own.
    pub fn years(&self) -> impl Iterator<Item = FiscalYear> {
        [self.fiscal_year.previous(), self.fiscal_year.value].into_iter()
    }

    /// The numbers of the indicators in the rules of the report's fiscal year and the year before.
    pub fn indicator_numbers(&self) -> BTreeSet<u8> {
        self.years()
            .flat_map(|year| self.rule_book.rules_for(year).rules.numbers().collect::<Vec<_>>())
            .collect()
    }

    /// The announced results of the previous fiscal year.
    pub fn previous(&self) -> Option<&YearScores> {
        self.scores.get(&self.fiscal_year.previous())
    }

    /// The value of a placeholder. `None` if the report lacks it; loading has reported that.
    pub fn value(&self, placeholder: Placeholder) -> Option<String> {
        let level = |year: &YearScores| year.level().map(str::to_owned);
        match placeholder {
            Placeholder::Agency => Some(self.agency.name.value.clone()),
            Placeholder::ShortName => Some(self.agency.short_name.value.clone()),
            Placeholder::Year => Some(self.fiscal_year.to_string()),
            Placeholder::PreviousYear => Some(self.fiscal_year.previous().to_string()),
            Placeholder::Total => self.current().map(|year| year.total.to_string()),
            Placeholder::PreviousTotal => self.previous().map(|year| year.total.to_string()),
            Placeholder::Change => {
                self.current().zip(self.previous()).map(|(now, then)| (now.total - then.total).to_string())
            }
            Placeholder::Level => self.current().and_then(level),
            Placeholder::PreviousLevel => self.previous().and_then(level),
        }
    }
}

/// How far a report file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The measures are planned. The year is not over, or nobody has written what came of it.
    Plan,
    /// Something is known of what was done, achieved or scored.
    Report,
}

/// The announced results of a fiscal year, with their places in the file.
#[derive(Debug, Clone)]
pub struct YearScores {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The span of the year's key.
    pub span: Span,
    /// The announced results.
    pub results: Results,
    /// The span of the total's value.
    pub total_span: Span,
    /// The span of the stated level, if the file states one.
    pub level_span: Option<Span>,
    /// The span of the table of indicators, if there is one.
    pub indicators_span: Option<Span>,
    /// The spans of the indicators' values, by indicator number.
    pub indicator_spans: BTreeMap<u8, Span>,
    /// The spans of the stated scores of instruments.
    pub instrument_spans: BTreeMap<Instrument, Span>,
}

impl Deref for YearScores {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.results
    }
}

/// The agency that reports.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // The names are self-explanatory.
pub struct Agency {
    pub name: Spanned<String>,
    /// Defaults to the name.
    pub short_name: Spanned<String>,
    pub district: Option<Spanned<String>>,
    pub province: Option<Spanned<String>>,
    pub address: Option<Spanned<String>>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    pub logo: Option<PictureFile>,
    pub logo_alt: Option<String>,
}

/// A picture that the report file names.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// The file's name, as written in the report file.
    pub name: Spanned<String>,
    /// The picture that was read from the file.
    pub picture: Picture,
    /// The area that the picture must fit into on the page.
    pub area: Area,
}

/// The score that a measure is meant to raise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The total score.
    Total,
    /// The score of one indicator, by its number.
    Indicator(u8),
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListStyle {
    /// ๑. ๒. ๓.
    #[default]
    Numbered,
    /// A dash before each item.
    Dash,
    /// Paragraphs without marks.
    Plain,
}

/// The items of a list, and their style.
#[derive(Debug, Clone, Default)]
pub struct Items {
    /// How the items are marked.
    pub style: ListStyle,
    /// The items.
    pub items: Vec<Prose>,
    /// The span of the whole list. `None` if the file has no such list.
    pub span: Option<Span>,
}

/// When a measure was carried out.
#[derive(Debug, Clone)]
pub enum MeasurePeriod {
    /// From one month to another.
    Months(Period),
    /// Described in prose.
    Words(Prose),
}

/// A measure: what was planned, done and achieved.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Measure {
    /// The span of its heading in the file.
    pub span: Span,
    pub title: Prose,
    pub target: Option<Spanned<Target>>,
    pub responsible: Vec<Prose>,
    /// Defaults to the whole fiscal year.
    pub period: Option<Spanned<MeasurePeriod>>,
    pub steps: Items,
    pub results: Items,
    pub outcome: Vec<Prose>,
    /// Whether a comparison of the two years' scores precedes the outcome. Always `false` without a target.
    pub compare: bool,
    pub monitoring: Option<Prose>,
    pub budget: Option<Budget>,
    /// What shows that it succeeded (ตัวชี้วัดความสำเร็จ).
    pub kpi: Option<Prose>,
    /// The value that the `kpi` is to reach (ค่าเป้าหมาย).
    pub goal: Option<Prose>,
    /// The user's own columns: their headings and texts, in the order of the file.
    pub extra: Vec<(Spanned<String>, Vec<Prose>)>,
}

/// What a measure costs.
#[derive(Debug, Clone)]
pub enum Budget {
    /// An amount in baht, as written.
    Baht(String),
    /// Said in words.
    Words(Prose),
}

/// A column of the tables of measures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // The names are those of the keys of a measure.
pub enum Column {
    Title,
    Steps,
    Responsible,
    Period,
    Budget,
    Kpi,
    Goal,
    Monitoring,
    Results,
    Outcome,
    /// The user's own column with this heading.
    Extra(String),
}

impl Column {
    /// The columns that every report file may ask for, with their names.
    pub const NAMED: [(&'static str, Column); 10] = [
        ("title", Column::Title),
        ("steps", Column::Steps),
        ("responsible", Column::Responsible),
        ("period", Column::Period),
        ("budget", Column::Budget),
        ("kpi", Column::Kpi),
        ("goal", Column::Goal),
        ("monitoring", Column::Monitoring),
        ("results", Column::Results),
        ("outcome", Column::Outcome),
    ];

    /// The name by which the report file asks for it. For the user's own columns, that is the heading.
    pub fn name(&self) -> &str {
        match self {
            Column::Extra(heading) => heading,
            named => Column::NAMED.iter().find(|(_, column)| column == named).map_or("", |(name, _)| name),
        }
    }
}

/// Wording that replaces the default wording.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct ReportText {
    pub title: Option<Prose>,
    pub introduction: Option<Vec<Prose>>,
    pub conclusion: Option<Vec<Prose>>,
    pub closing: Option<Vec<Prose>>,
    /// Indicators with a score below this are described as weak.
    pub weak_below: Score,
}

/// Obstacles and recommendations (ปัญหา อุปสรรค และข้อเสนอแนะ).
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct Lessons {
    pub obstacles: Vec<Prose>,
    pub recommendations: Vec<Prose>,
}

/// A photograph.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Photo {
    /// The span of its heading in the file.
    pub span: Span,
    pub file: PictureFile,
    /// Whether it is so wide that it gets a row of its own.
    pub is_panorama: bool,
    pub caption: Option<Prose>,
    /// Defaults to the caption.
    pub alt: Option<Prose>,
    /// The number of the measure it belongs to, from 1.
    pub measure: Option<usize>,
}

/// A published document that proves the work.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Evidence {
    /// The span of its heading in the file.
    pub span: Span,
    pub title: Prose,
    pub url: Option<Spanned<Link>>,
    /// The number of the measure it belongs to, from 1.
    pub measure: Option<usize>,
}

/// A document that has places to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names are self-explanatory.
pub enum SignedDocument {
    Report,
    Plan,
}

/// A signature block.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Signature {
    pub role: Option<Prose>,
    pub name: Option<Prose>,
    pub position: Option<Prose>,
    /// The documents that it is in. Empty for the signer of the memo, who signs only that.
    pub documents: Vec<SignedDocument>,
}

/// The memo that submits the report (บันทึกข้อความ).
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Memo {
    /// The emblem (ครุฑ), a file that the user provides.
    pub emblem: Option<PictureFile>,
    pub emblem_alt: Option<String>,
    pub number: Option<Prose>,
    pub date: Option<Date>,
    pub from: Option<Prose>,
    pub to: Option<Prose>,
    /// Who receives the memo first and passes it on (ผ่าน).
    pub through: Option<Prose>,
    pub subject: Option<Prose>,
    pub body: Vec<Prose>,
    pub signer: Option<Signature>,
}

/// The orientation of the pages with the measures table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Orientation {
    #[default]
    Landscape,
    Portrait,
}

impl Orientation {
    /// Their names in the report file.
    pub const ALL: [(&'static str, Orientation); 2] =
        [("landscape", Orientation::Landscape), ("portrait", Orientation::Portrait)];

    /// The name in the report file.
    pub fn name(self) -> &'static str {
        Orientation::ALL.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }
}

/// The layout options of a report.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct Layout {
    pub numerals: Numerals,
    pub orientation: Orientation,
    pub cover: bool,
    pub contents: bool,
    pub chart: bool,
    /// The columns of the report's table of measures. `None` for the usual ones.
    pub columns: Option<Vec<Spanned<Column>>>,
    /// The columns of the plan's table of measures. `None` for the usual ones.
    pub plan_columns: Option<Vec<Spanned<Column>>>,
}
