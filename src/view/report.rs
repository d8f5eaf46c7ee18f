//! The annual report.

use serde::Serialize;
use serde_json::Value;

use super::chart::{self, ChartView};
use super::common::{Meta, View, names};
use super::comparison::{self, IndicatorsTable};
use super::conclusion;
use super::cover::{self, CoverView};
use super::evidence::{self, EvidenceView};
use super::image::Image;
use super::measures::{self, Block, MeasuresTable, list_cell};
use super::photos::{self, PhotosView};
use super::signatures::{self, SignatureView};
use super::wording::REPORT;
use super::writer::Writer;
use crate::report::{Items, ListStyle, Prose, Report, SignedDocument};
use crate::thai::Date;

/// The annual report. A line break within a text is `\n`.
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    /// The document's metadata: title, author, date and digits.
    pub meta: Meta,
    /// The cover, if the report file asks for one.
    pub cover: Option<CoverView>,
    /// The wording of the table of contents, if the report file asks for one.
    pub contents: Option<ContentsView>,
    /// The lines of the title.
    pub title: Vec<String>,
    /// The paragraphs before the table of measures.
    pub introduction: Vec<String>,
    /// The table of measures.
    pub measures: MeasuresTable,
    /// The heading and the paragraphs before the table of indicators.
    pub conclusion: Section,
    /// The table of indicators, if results of either year are known.
    pub indicators: Option<IndicatorsTable>,
    /// The chart of the indicators, if the report file asks for it and any scores are known.
    pub chart: Option<ChartView>,
    /// Obstacles and recommendations, if the report file gives any.
    pub lessons: Option<Section>,
    /// The closing paragraphs; empty if the report file gives none.
    pub closing: Vec<String>,
    /// The places to sign that are in the report, in the report file's order.
    pub signatures: Vec<SignatureView>,
    /// The annex of documents that prove the work, if there are any.
    pub evidence: Option<EvidenceView>,
    /// The annex of photographs, if there are any.
    pub photos: Option<PhotosView>,
    /// The words in the names of the agency, its offices and people, which line breaking keeps whole.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// The wording of the table of contents. The template collects the entries from the document's headings.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsView {
    /// The heading of the table of contents.
    pub heading: String,
    /// The heading of the column of page numbers.
    pub page: String,
}

/// A section with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading of the section.
    pub heading: String,
    /// The paragraphs and lists below the heading.
    pub blocks: Vec<Block>,
    /// The subsections, after the blocks.
    pub parts: Vec<Section>,
}

impl ReportView {
    /// Builds the annual report. `epoch` is the date for the metadata if the report gives none.
    pub fn new(report: &Report, epoch: Option<Date>) -> Self {
        let writer = Writer { report };
        let title = title(writer);
        let introduction = paragraphs(writer, report.text.introduction.as_deref())
            .unwrap_or_else(|| vec![default_introduction(writer)]);
        let (mut evidence, mut photos) = (evidence::evidence(writer), photos::photos(writer));
        let headings =
            [evidence.as_mut().map(|it| &mut it.heading), photos.as_mut().map(|it| &mut it.heading)];
        annexes(writer, headings.into_iter().flatten().collect());
        ReportView {
            meta: Meta::new(report, title.join(" "), epoch),
            cover: cover::cover(writer),
            contents: report.layout.contents.then(|| ContentsView {
                heading: REPORT.contents.heading.clone(),
                page: REPORT.contents.page.clone(),
            }),
            measures: measures::report_table(writer),
            introduction,
            conclusion: Section {
                heading: REPORT.conclusion.heading.clone(),
                blocks: paragraphs(writer, report.text.conclusion.as_deref())
                    .unwrap_or_else(|| conclusion::paragraphs(writer))
                    .into_iter()
                    .map(|text| Block::Paragraph { text })
                    .collect(),
                parts: Vec::new(),
            },
            indicators: comparison::table(writer),
            lessons: lessons(writer),
            chart: chart::chart(writer).filter(|_| report.layout.chart),
            closing: paragraphs(writer, report.text.closing.as_deref()).unwrap_or_default(),
            signatures: signatures::signatures(writer, SignedDocument::Report),
            evidence,
            photos,
            names: names(writer),
            title,
        }
    }
}

impl View for ReportView {
    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }

    fn names(&self) -> &[String] {
        &self.names
    }

    fn images(&self) -> Vec<&Image> {
        let logo = self.cover.iter().filter_map(|cover| cover.logo.as_ref());
        let photos = self.photos.iter().flat_map(|photos| photos.rows.iter().flatten());
        logo.chain(photos.map(|photo| &photo.picture)).collect()
    }
}

fn title(writer: Writer) -> Vec<String> {
    match &writer.report.text.title {
        Some(own) => writer.text(own).lines().map(str::to_owned).collect(),
        None => REPORT.title.iter().map(|line| writer.sentence(line, &[])).collect(),
    }
}

/// Speaks of the previous year's results only if there are any.
fn default_introduction(writer: Writer) -> String {
    let report = writer.report;
    let known = report.previous().is_some();
    let sentence = if known { &REPORT.introduction } else { &REPORT.introduction_without_results };
    writer.sentence(sentence, &[("kind", kind(report))])
}

fn paragraphs(writer: Writer, own: Option<&[Prose]>) -> Option<Vec<String>> {
    own.map(|own| own.iter().flat_map(|prose| writer.paragraphs(prose)).collect())
}

/// The kind of agency in words. The beginning of the agency's name shows whether it is a local government.
fn kind(report: &Report) -> &'static str {
    let local = REPORT.local_government_names.iter().any(|prefix| report.agency.name.starts_with(prefix));
    if local { &REPORT.local_government } else { &REPORT.other_agency }
}

/// Makes headings of annexes from the headings of the parts that are attached.
fn annexes(writer: Writer, headings: Vec<&mut String>) {
    let words = &REPORT.annexes;
    let sentence = if headings.len() == 1 { &words.one } else { &words.several };
    for (heading, letter) in headings.into_iter().zip(&words.letters) {
        *heading = writer.sentence(sentence, &[("heading", heading), ("letter", letter)]);
    }
}

fn numbered(writer: Writer, prose: &[Prose]) -> Vec<Block> {
    list_cell(writer, &Items { style: ListStyle::Numbered, items: prose.to_vec(), span: None })
}

fn lessons(writer: Writer) -> Option<Section> {
    let (lessons, words) = (&writer.report.lessons, &REPORT.lessons);
    let part = |heading: &str, prose: &[Prose]| {
        let blocks = numbered(writer, prose);
        (!blocks.is_empty()).then(|| Section { heading: heading.to_owned(), blocks, parts: Vec::new() })
    };
    let parts: Vec<Section> =
        [part(&words.obstacles, &lessons.obstacles), part(&words.recommendations, &lessons.recommendations)]
            .into_iter()
            .flatten()
            .collect();
    (!parts.is_empty()).then(|| Section { heading: words.heading.clone(), blocks: Vec::new(), parts })
}
