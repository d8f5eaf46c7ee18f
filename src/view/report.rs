//! The annual report as its pages say it.

use serde::Serialize;
use serde_json::Value;

use super::chart::{self, ChartView};
use super::common::{Meta, View, names};
use super::comparison::{self, IndicatorsTable};
use super::conclusion;
use super::cover::{self, CoverView};
use super::evidence::{self, EvidenceView};
use super::image::Image;
use super::measures::{self, Block, MeasuresTable, items};
use super::photos::{self, PhotosView};
use super::speaker::Speaker;
use super::wording::REPORT;
use crate::report::{Items, ListStyle, Prose, Report, Signature};
use crate::thai::Date;

/// The whole report. A line break within a text is `\n`.
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    /// Title, author, date and digits.
    pub meta: Meta,
    /// The cover, where one is asked for.
    pub cover: Option<CoverView>,
    /// What stands over and in the table of contents, where one is asked for.
    pub contents: Option<ContentsView>,
    /// The title's lines.
    pub title: Vec<String>,
    /// Paragraphs before the table of measures.
    pub introduction: Vec<String>,
    /// The table of measures.
    pub measures: MeasuresTable,
    /// Heading and paragraphs before the table of indicators.
    pub conclusion: Section,
    /// The table of indicators, where there are results.
    pub indicators: Option<IndicatorsTable>,
    /// Obstacles and recommendations.
    pub lessons: Option<Section>,
    /// The chart of the indicators, where it is asked for.
    pub chart: Option<ChartView>,
    /// Photographs.
    pub photos: Option<PhotosView>,
    /// What proves the work.
    pub evidence: Option<EvidenceView>,
    /// Closing paragraphs.
    pub closing: Vec<String>,
    /// Who signs, in the file's order.
    pub signatures: Vec<SignatureView>,
    /// Names of the agency, its offices and people, within which no line is to be broken.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// The table of contents; what it lists are the document's headings.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsView {
    /// The heading.
    pub heading: String,
    /// What stands over the numbers of pages.
    pub page: String,
}

/// A part with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
    /// Parts within it.
    pub parts: Vec<Section>,
}

/// A place to sign.
#[derive(Debug, Clone, Serialize)]
pub struct SignatureView {
    /// What stands before the dotted line.
    pub sign: String,
    /// What stands behind it.
    pub role: Option<String>,
    /// The name in brackets.
    pub name: Option<String>,
    /// The position, below the name.
    pub position: Option<String>,
}

impl ReportView {
    /// The view of a report. `epoch` is the date to use where the file gives none, before the fiscal year's last day.
    pub fn new(report: &Report, epoch: Option<Date>) -> Self {
        let speaker = Speaker { report };
        let title = title(speaker);
        let introduction = paragraphs(speaker, report.text.introduction.as_deref())
            .unwrap_or_else(|| vec![speaker.word(&REPORT.introduction, &[("kind", kind(report))])]);
        ReportView {
            meta: Meta::new(report, title.join(" "), epoch),
            cover: cover::cover(speaker),
            contents: report.layout.contents.then(|| ContentsView {
                heading: REPORT.contents.heading.clone(),
                page: REPORT.contents.page.clone(),
            }),
            measures: measures::report_table(speaker),
            introduction,
            conclusion: Section {
                heading: REPORT.conclusion.heading.clone(),
                blocks: paragraphs(speaker, report.text.conclusion.as_deref())
                    .unwrap_or_else(|| conclusion::paragraphs(speaker))
                    .into_iter()
                    .map(|text| Block::Paragraph { text })
                    .collect(),
                parts: Vec::new(),
            },
            indicators: comparison::table(speaker),
            lessons: lessons(speaker),
            chart: chart::chart(speaker).filter(|_| report.layout.chart),
            photos: photos::photos(speaker),
            evidence: evidence::evidence(speaker),
            closing: paragraphs(speaker, report.text.closing.as_deref()).unwrap_or_default(),
            signatures: report.signatures.iter().map(|s| signature(speaker, s)).collect(),
            names: names(speaker),
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

    fn measures(&self) -> Option<(&MeasuresTable, [&[String]; 2])> {
        Some((&self.measures, [&self.title, &self.introduction]))
    }

    fn images(&self) -> Vec<&Image> {
        let logo = self.cover.iter().filter_map(|cover| cover.logo.as_ref());
        let photos = self.photos.iter().flat_map(|photos| photos.rows.iter().flatten());
        logo.chain(photos.map(|photo| &photo.picture)).collect()
    }
}

fn title(speaker: Speaker) -> Vec<String> {
    match &speaker.report.text.title {
        Some(own) => speaker.text(own).lines().map(str::to_owned).collect(),
        None => REPORT.title.iter().map(|line| speaker.word(line, &[])).collect(),
    }
}

fn paragraphs(speaker: Speaker, own: Option<&[Prose]>) -> Option<Vec<String>> {
    own.map(|own| own.iter().flat_map(|prose| speaker.paragraphs(prose)).collect())
}

/// What the agency is one of: a local government or some other agency, told by the beginning of its name.
fn kind(report: &Report) -> &'static str {
    let local = REPORT.local_government_names.iter().any(|prefix| report.agency.name.starts_with(prefix));
    if local { &REPORT.local_government } else { &REPORT.other_agency }
}

fn numbered(speaker: Speaker, prose: &[Prose]) -> Vec<Block> {
    items(speaker, &Items { style: ListStyle::Numbered, items: prose.to_vec(), span: None })
}

fn lessons(speaker: Speaker) -> Option<Section> {
    let (lessons, words) = (&speaker.report.lessons, &REPORT.lessons);
    let part = |heading: &str, prose: &[Prose]| {
        let blocks = numbered(speaker, prose);
        (!blocks.is_empty()).then(|| Section { heading: heading.to_owned(), blocks, parts: Vec::new() })
    };
    let parts: Vec<Section> =
        [part(&words.obstacles, &lessons.obstacles), part(&words.recommendations, &lessons.recommendations)]
            .into_iter()
            .flatten()
            .collect();
    (!parts.is_empty()).then(|| Section { heading: words.heading.clone(), blocks: Vec::new(), parts })
}

fn signature(speaker: Speaker, signature: &Signature) -> SignatureView {
    let text = |prose: &Option<Prose>| prose.as_ref().map(|prose| speaker.text(prose));
    SignatureView {
        sign: REPORT.signatures.sign.clone(),
        role: text(&signature.role),
        name: signature.name.as_ref().map(|name| speaker.bracketed(name)),
        position: text(&signature.position),
    }
}
