//! What all documents share: the [`View`] trait, the metadata of the file, and the names that must not be broken across
//! lines.

use serde::Serialize;
use serde_json::Value;

use super::image::Image;
use super::writer::Writer;
use crate::report::Report;
use crate::thai::Date;

/// The content of a document.
pub trait View {
    /// The whole view as JSON, as templates read it from `data.json`.
    fn data(&self) -> serde_json::Result<Value>;

    /// The words in the names of the agency, its offices and people. Line breaking needs them to keep names whole.
    fn names(&self) -> &[String];

    /// The pictures on the document's pages.
    fn images(&self) -> Vec<&Image> {
        Vec::new()
    }
}

/// The metadata of a document.
#[derive(Debug, Clone, Serialize)]
pub struct Meta {
    /// The document's title in one line.
    pub title: String,
    /// The agency's name.
    pub author: String,
    /// The date for the metadata of the file: year of the Common Era, month and day.
    pub date: (i32, u32, u32),
    /// The ten digits in the document's numerals, for page numbers: `digits[n]` is the digit n.
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

/// The names in the report, split into words at spaces, full stops, brackets and line breaks.
pub(super) fn names(writer: Writer) -> Vec<String> {
    let report = writer.report;
    let agency = [report.agency.name.value.clone(), report.agency.short_name.value.clone()];
    let offices = report.measures.iter().flat_map(|measure| &measure.responsible);
    let memo = report.memo.iter();
    let people = report.signatures.iter().chain(memo.clone().filter_map(|memo| memo.signer.as_ref()));
    let people = people.flat_map(|s| s.name.iter().chain(&s.position));
    let addresses = memo.flat_map(|memo| memo.from.iter().chain(&memo.to).chain(&memo.through));
    let texts =
        agency.into_iter().chain(offices.chain(people).chain(addresses).map(|prose| writer.text(prose)));
    let words = |text: String| text.split([' ', '.', '(', ')', '\n']).map(str::to_owned).collect::<Vec<_>>();
    texts.flat_map(words).filter(|word| !word.is_empty()).collect()
}
