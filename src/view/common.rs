//! What all documents have: their data, what the file says of itself, and the names within which no line is to be broken.

use serde::Serialize;
use serde_json::Value;

use super::image::Image;
use super::measures::MeasuresTable;
use super::speaker::Speaker;
use crate::report::Report;
use crate::thai::Date;

/// What a document says.
pub trait View {
    /// All of it, as templates read it.
    fn data(&self) -> serde_json::Result<Value>;

    /// Names of the agency, its offices and people, within which no line is to be broken.
    fn names(&self) -> &[String];

    /// The table of measures, with the lines of the title and the paragraphs above it.
    fn measures(&self) -> Option<(&MeasuresTable, [&[String]; 2])> {
        None
    }

    /// The pictures on its pages.
    fn images(&self) -> Vec<&Image> {
        Vec::new()
    }
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
    pub(super) fn new(report: &Report, title: String, epoch: Option<Date>) -> Self {
        let date = report.date.or(epoch).unwrap_or_else(|| report.fiscal_year.last_day());
        Meta {
            title,
            author: report.agency.name.value.clone(),
            date: date.ymd(),
            digits: (0..10).map(|digit| report.layout.numerals.integer(digit)).collect(),
        }
    }
}

/// Names in the report's texts, in the words between their spaces and points.
pub(super) fn names(speaker: Speaker) -> Vec<String> {
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
