//! What a page says: every figure derived, every sentence worded, ready to be set. The views know nothing of how
//! they are set; a template lays out what stands in them and adds nothing. One file per document.

mod comparison;
mod conclusion;
mod report;
mod speaker;
mod wording;

use serde::Serialize;

use crate::report::Report;
use crate::thai::Date;

pub use comparison::{IndicatorRow, IndicatorsTable};
pub use report::{Block, Cell, Item, MeasuresTable, ReportView, Section, SignatureView};

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
