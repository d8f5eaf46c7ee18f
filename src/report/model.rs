//! The types of a report file, with the places that they were read from.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use super::prose::{Placeholder, Prose};
use super::source::{Span, Spanned};
use crate::fonts::Fonts;
use crate::ita::{Results, RuleBook, Rules, Score};
use crate::lengths::Room;
use crate::pictures::Picture;
use crate::thai::{Date, FiscalYear, Numerals, Period};

/// One agency's fiscal year, as its report file tells it.
#[derive(Debug, Clone)]
pub struct Report {
    /// The fiscal year reported on.
    pub fiscal_year: Spanned<FiscalYear>,
    /// The report's own date, where the file gives one.
    pub date: Option<Date>,
    /// The rules of the assessment, year by year.
    pub rule_book: RuleBook,
    /// Whose report it is.
    pub agency: Agency,
    /// Announced results by fiscal year.
    pub scores: BTreeMap<FiscalYear, YearScores>,
    /// What was done, in the file's order.
    pub measures: Vec<Measure>,
    /// Wording that replaces the default.
    pub text: ReportText,
    /// Obstacles and recommendations.
    pub lessons: Lessons,
    /// Photographs.
    pub photos: Vec<Photo>,
    /// What proves the work, published on the web.
    pub evidence: Vec<Evidence>,
    /// Who signs.
    pub signatures: Vec<Signature>,
    /// The letter that submits the report.
    pub memo: Option<Memo>,
    /// How it is set.
    pub layout: Layout,
    /// The fonts that it is set in.
    pub fonts: Arc<Fonts>,
}

impl Report {
    /// The rules of the report's own year.
    pub fn rules(&self) -> Arc<Rules> {
        self.rule_book.rules_for(self.fiscal_year.value).rules
    }

    /// The announced results of the report's own year.
    pub fn current(&self) -> Option<&YearScores> {
        self.scores.get(&self.fiscal_year.value)
    }

    /// The report's own year and the one before, which it is compared with.
    pub fn years(&self) -> impl Iterator<Item = FiscalYear> {
        [self.fiscal_year.previous(), self.fiscal_year.value].into_iter()
    }

    /// The announced results of the year before.
    pub fn previous(&self) -> Option<&YearScores> {
        self.scores.get(&self.fiscal_year.previous())
    }

    /// What a placeholder stands for; `None` where the report lacks it, which loading has reported.
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

/// The announced results of a fiscal year, and where they stand in the file.
#[derive(Debug, Clone)]
pub struct YearScores {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The year's key.
    pub span: Span,
    /// The results.
    pub results: Results,
    /// The total's value.
    pub total_span: Span,
    /// The stated level.
    pub level_span: Option<Span>,
    /// The table of indicators.
    pub indicators_span: Option<Span>,
    /// Each indicator's value.
    pub indicator_spans: BTreeMap<u8, Span>,
}

impl Deref for YearScores {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.results
    }
}

/// An agency.
#[derive(Debug, Clone)]
#[allow(missing_docs)] // The names say it all.
pub struct Agency {
    pub name: Spanned<String>,
    /// Default: the name.
    pub short_name: Spanned<String>,
    pub district: Option<String>,
    pub province: Option<String>,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    pub logo: Option<PictureFile>,
    pub logo_alt: Option<String>,
}

/// A picture that the report names.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// The file's name.
    pub name: Spanned<String>,
    /// What is in it.
    pub picture: Picture,
    /// The room that it is set in, in millimetres.
    pub room: Room,
}

/// What a measure is to raise.
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
    /// A dash each.
    Dash,
    /// Paragraphs without marks.
    Plain,
}

/// A list and its style.
#[derive(Debug, Clone, Default)]
pub struct Items {
    /// How the items are marked.
    pub style: ListStyle,
    /// The items.
    pub items: Vec<Prose>,
    /// The whole list; `None` where the file has none.
    pub span: Option<Span>,
}

/// When a measure was carried out.
#[derive(Debug, Clone)]
pub enum MeasurePeriod {
    /// From month to month.
    Months(Period),
    /// In the user's own words.
    Words(Prose),
}

/// A measure: what was planned, done and reached.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Measure {
    /// Its heading in the file.
    pub span: Span,
    pub title: Prose,
    pub target: Option<Spanned<Target>>,
    pub responsible: Vec<Prose>,
    /// Default: the fiscal year.
    pub period: Option<Spanned<MeasurePeriod>>,
    pub steps: Items,
    pub results: Items,
    pub outcome: Vec<Prose>,
    /// Whether the comparison of scores stands before the outcome; only with a target.
    pub compare: bool,
    pub monitoring: Option<Prose>,
    /// Baht, as written.
    pub budget: Option<String>,
}

/// Wording of the user's own in place of the default.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct ReportText {
    pub title: Option<Prose>,
    pub introduction: Option<Vec<Prose>>,
    pub conclusion: Option<Vec<Prose>>,
    pub closing: Option<Vec<Prose>>,
    /// Indicators below this score are called rather low.
    pub weak_below: Score,
}

/// ปัญหา อุปสรรค และข้อเสนอแนะ.
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
    /// Its heading in the file.
    pub span: Span,
    pub file: PictureFile,
    /// Whether it is so wide that it has a row of its own.
    pub is_panorama: bool,
    pub caption: Option<Prose>,
    /// Default: the caption.
    pub alt: Option<Prose>,
    /// The measure it belongs to, from 1.
    pub measure: Option<usize>,
}

/// Something published that proves the work.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Evidence {
    /// Its heading in the file.
    pub span: Span,
    pub title: Prose,
    pub url: Option<Spanned<String>>,
    /// The measure it belongs to, from 1.
    pub measure: Option<usize>,
}

/// A place to sign.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Signature {
    pub role: Option<Prose>,
    pub name: Option<Prose>,
    pub position: Option<Prose>,
}

/// บันทึกข้อความ.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Memo {
    /// The emblem (ครุฑ), which is the user's to have.
    pub emblem: Option<PictureFile>,
    pub emblem_alt: Option<String>,
    pub number: Option<Prose>,
    pub date: Option<Date>,
    pub from: Option<Prose>,
    pub to: Option<Prose>,
    pub subject: Option<Prose>,
    pub body: Vec<Prose>,
    pub signer: Option<Signature>,
}

/// Which way the pages of the measures table lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Orientation {
    #[default]
    Landscape,
    Portrait,
}

/// How the report is set.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct Layout {
    pub numerals: Numerals,
    pub orientation: Orientation,
    pub cover: bool,
    pub contents: bool,
    pub chart: bool,
}
