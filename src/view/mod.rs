//! What a page says: every figure derived, every sentence worded, ready to be set. The views know nothing of how
//! they are set; a template lays out what stands in them and adds nothing. One file per document.

mod chart;
mod comparison;
mod conclusion;
mod cover;
mod evidence;
mod measures;
mod memo;
mod photos;
mod picture;
mod plan;
mod report;
mod speaker;
mod summary;
mod wording;

use serde::Serialize;

use crate::report::Report;
use crate::thai::Date;

pub use chart::{Bar, ChartRow, ChartView};
pub use comparison::{IndicatorRow, IndicatorsTable};
pub use cover::CoverView;
pub use evidence::{EvidenceItem, EvidenceView, QrCode};
pub use measures::{Block, Cell, Item, MeasuresTable};
pub use memo::MemoView;
pub use photos::{PhotoView, PhotosView};
pub use picture::Picture;
pub use plan::{PlanView, ScoreTable};
pub use report::{ContentsView, ReportView, Section, SignatureView};
pub use summary::{Changes, Figure, MeasureLine, SummaryView};

use speaker::Speaker;

/// What a document says.
pub trait View: Serialize {
    /// The name of the template that lays it out.
    const TEMPLATE: &'static str;

    /// Names of the agency, its offices and people, within which no line is to be broken.
    fn names(&self) -> &[String];

    /// The table of measures, with the lines of the title and the paragraphs above it.
    fn measures(&self) -> Option<(&MeasuresTable, [&[String]; 2])> {
        None
    }

    /// The pictures on its pages.
    fn pictures(&self) -> Vec<&Picture> {
        Vec::new()
    }
}

/// Names in the report's texts, in the words between their spaces and points.
fn names(speaker: Speaker) -> Vec<String> {
    let report = speaker.report;
    let agency = [report.agency.name.value.clone(), report.agency.short_name.value.clone()];
    let offices = report.measures.iter().flat_map(|measure| &measure.responsible);
    let memo = report.memo.iter();
    let people = report.signatures.iter().chain(memo.clone().filter_map(|memo| memo.signer.as_ref()));
    let people = people.flat_map(|s| s.name.iter().chain(&s.position));
    let addresses = memo.flat_map(|memo| memo.from.iter().chain(&memo.to));
    let texts =
        agency.into_iter().chain(offices.chain(people).chain(addresses).map(|prose| speaker.text(prose)));
    let words = |text: String| text.split([' ', '.', '(', ')', '\n']).map(str::to_owned).collect::<Vec<_>>();
    texts.flat_map(words).filter(|word| !word.is_empty()).collect()
}

/// What the file itself says of the document.
#[derive(Debug, Clone, Serialize)]
pub struct Meta {
    /// The document's title in one line.
    pub title: String,
    /// The agency.
    pub author: String,
    /// Year of the Common Era, month and day.
    pub date: (i32, u32, u32),
    /// Page numbers by page, in the document's digits: `digits[n]` stands for the digit n.
    pub digits: Vec<String>,
}

impl Meta {
    fn new(report: &Report, title: String, epoch: Option<Date>) -> Self {
        let date = report.date.or(epoch).unwrap_or_else(|| report.fiscal_year.last_day());
        Meta {
            title,
            author: report.agency.name.value.clone(),
            date: date.ymd(),
            digits: (0..10).map(|digit| report.layout.numerals.integer(digit)).collect(),
        }
    }
}
