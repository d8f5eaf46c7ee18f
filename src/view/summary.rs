//! The one-page summary for the council: total, level and change, the chart, rises and falls, and the measures.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::chart::{self, ChartView};
use super::common::{Meta, View, names};
use super::wording;
use super::writer::Writer;
use crate::ita::Difference;
use crate::report::Report;
use crate::thai::Date;

/// The summary.
#[derive(Debug, Clone, Serialize)]
pub struct SummaryView {
    /// The document's metadata: title, author, date and digits.
    pub meta: Meta,
    /// The lines of the title.
    pub title: Vec<String>,
    /// The figures in large type: the total, the level, and the change from the previous year.
    pub figures: Vec<Figure>,
    /// The chart of the indicators, if any of their scores are known.
    pub chart: Option<ChartView>,
    /// Two groups: the indicators that rose and those that fell. Empty unless scores of indicators are known for both
    /// years.
    pub changes: Vec<Changes>,
    /// The heading above the measures.
    pub measures_heading: String,
    /// The headings of the three columns: number, measure, responsible offices.
    pub measures_header: [String; 3],
    /// The measures in the report file's order.
    pub measures: Vec<MeasureLine>,
    /// The words in names, which line breaking keeps whole.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// A figure in large type.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// The label above the figure.
    pub label: String,
    /// The figure.
    pub value: String,
    /// The note below the figure: the maximum score, or the previous year's value. Empty if that value is unknown.
    pub note: String,
}

/// The indicators that rose, or those that fell.
#[derive(Debug, Clone, Serialize)]
pub struct Changes {
    /// The heading of the group.
    pub heading: String,
    /// The name and the difference of each indicator, the largest difference first. Falls have a minus sign.
    pub rows: Vec<(String, String)>,
    /// The text to show if `rows` is empty.
    pub none: String,
}

/// A measure on one row of the table.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureLine {
    /// The measure's number with a full stop.
    pub number: String,
    /// The title of the measure.
    pub title: String,
    /// The responsible offices as a list in words.
    pub responsible: String,
}

impl SummaryView {
    /// Builds the summary of a report. `epoch` is the date for the metadata if the report gives none.
    pub fn new(report: &Report, epoch: Option<Date>) -> Self {
        let writer = Writer { report };
        let title: Vec<String> = SUMMARY.title.iter().map(|line| writer.sentence(line, &[])).collect();
        SummaryView {
            meta: Meta::new(report, title.join(" "), epoch),
            figures: figures(writer),
            chart: chart::chart(writer),
            changes: changes(writer),
            measures_heading: SUMMARY.measures.clone(),
            measures_header: SUMMARY.measures_header.clone(),
            measures: measures(writer),
            names: names(writer),
            title,
        }
    }
}

impl View for SummaryView {
    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }

    fn names(&self) -> &[String] {
        &self.names
    }
}

/// The total, the level and the change of the report's year, as far as they are known.
fn figures(writer: Writer) -> Vec<Figure> {
    let (report, words) = (writer.report, &SUMMARY.headline);
    let (previous, current) = (report.previous(), report.current());
    let figure = |label: &str, value: String, note: String| Figure { label: label.to_owned(), value, note };
    let note = |sentence: &str, name: &'static str, value: Option<&str>| {
        value.map(|value| writer.sentence(sentence, &[(name, value)])).unwrap_or_default()
    };
    let total = current.map(|year| {
        let value = writer.in_numerals(&year.total.to_string());
        figure(&words.total, value, writer.in_numerals(&words.total_note))
    });
    let level = current.and_then(|year| year.level()).map(|level| {
        let before = previous.and_then(|year| year.level());
        figure(&words.level, level.to_owned(), note(&words.previous_level, "level", before))
    });
    let change = previous.zip(current).map(|(then, now)| {
        let change = now.total - then.total;
        let word = match change.signum() {
            1 => &words.rise,
            -1 => &words.fall,
            _ => &words.same,
        };
        let value = match change.signum() {
            0 => word.clone(),
            _ => format!("{word} {}", writer.in_numerals(&change.magnitude())),
        };
        figure(&words.change, value, note(&words.previous_total, "total", Some(&then.total.to_string())))
    });
    [total, level, change].into_iter().flatten().collect()
}

fn changes(writer: Writer) -> Vec<Changes> {
    let (report, words) = (writer.report, &SUMMARY.changes);
    let Some((then, now)) = report.previous().zip(report.current()) else { return Vec::new() };
    let rules = report.rules();
    let mut moved: Vec<(u8, Difference)> = rules
        .indicators()
        .iter()
        .filter_map(|indicator| Some((indicator.number, now.score(indicator)? - then.score(indicator)?)))
        .collect();
    if moved.is_empty() {
        return Vec::new();
    }
    moved.sort_by_key(|(number, change)| (std::cmp::Reverse(change.size()), *number));
    let rows = |sign: i32| -> Vec<(String, String)> {
        let same_direction = moved.iter().filter(|(_, change)| change.signum() == sign);
        same_direction
            .map(|(number, change)| {
                let name = rules.indicator(*number).map_or("", |indicator| indicator.name.as_str());
                (
                    writer.sentence(&words.indicator, &[("name", name)]),
                    writer.in_numerals(&change.to_string()),
                )
            })
            .collect()
    };
    [(&words.rises, 1), (&words.falls, -1)]
        .map(|(heading, sign)| Changes {
            heading: heading.clone(),
            rows: rows(sign),
            none: words.none.clone(),
        })
        .into()
}

fn measures(writer: Writer) -> Vec<MeasureLine> {
    let lines = writer.report.measures.iter().zip(1..).map(|(measure, number)| {
        let responsible: Vec<String> = measure.responsible.iter().map(|unit| writer.text(unit)).collect();
        MeasureLine {
            number: format!("{}.", writer.number(number)),
            title: writer.text(&measure.title),
            responsible: writer.list(&responsible),
        }
    });
    lines.collect()
}

/// The wording of the summary. The comments in the TOML file explain its fields.
static SUMMARY: LazyLock<SummaryWording> =
    LazyLock::new(|| wording::read(include_str!("../../data/wording/summary.toml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SummaryWording {
    title: Vec<String>,
    measures: String,
    measures_header: [String; 3],
    headline: HeadlineWording,
    changes: ChangesWording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadlineWording {
    total: String,
    total_note: String,
    level: String,
    previous_level: String,
    change: String,
    previous_total: String,
    rise: String,
    fall: String,
    same: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangesWording {
    rises: String,
    falls: String,
    none: String,
    indicator: String,
}
