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
    /// The figure, or a dash if it is unknown.
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

fn figures(writer: Writer) -> Vec<Figure> {
    let (report, words) = (writer.report, &SUMMARY.headline);
    let (previous, current) = (report.previous(), report.current());
    let or_unknown = |text: Option<String>| text.unwrap_or_else(|| words.unknown.clone());
    let level = |year: &crate::report::YearScores| year.level().map(str::to_owned);
    let total = current.map(|year| writer.in_numerals(&year.total.to_string()));
    let change = previous.zip(current).map(|(then, now)| now.total - then.total);
    let change_text = |change: Difference| {
        let word = match change.signum() {
            1 => &words.rise,
            -1 => &words.fall,
            _ => return words.same.clone(),
        };
        format!("{word} {}", writer.in_numerals(&change.magnitude()))
    };
    let previous_note = |sentence: &str, name: &'static str, value: Option<String>| {
        value.map(|value| writer.sentence(sentence, &[(name, &value)])).unwrap_or_default()
    };
    let previous_total = previous.map(|year| year.total.to_string());
    vec![
        Figure {
            label: words.total.clone(),
            value: or_unknown(total),
            note: writer.in_numerals(&words.total_note),
        },
        Figure {
            label: words.level.clone(),
            value: or_unknown(current.and_then(level)),
            note: previous_note(&words.previous_level, "level", previous.and_then(level)),
        },
        Figure {
            label: words.change.clone(),
            value: or_unknown(change.map(change_text)),
            note: previous_note(&words.previous_total, "total", previous_total),
        },
    ]
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
    unknown: String,
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
