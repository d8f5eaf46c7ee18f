//! The page for the council: total, level and change, the chart, rises and falls, the measures.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::chart::{self, ChartView};
use super::common::{Meta, View, names};
use super::speaker::Speaker;
use super::wording;
use crate::ita::Difference;
use crate::report::Report;
use crate::thai::Date;

/// The whole page.
#[derive(Debug, Clone, Serialize)]
pub struct SummaryView {
    /// Title, author, date and digits.
    pub meta: Meta,
    /// The title's lines.
    pub title: Vec<String>,
    /// The figures in large type.
    pub figures: Vec<Figure>,
    /// The chart, where there are scores.
    pub chart: Option<ChartView>,
    /// Rises and falls, where there are scores of both years.
    pub changes: Vec<Changes>,
    /// The heading over the measures.
    pub measures_heading: String,
    /// The headings of their columns.
    pub measures_header: [String; 3],
    /// The measures, each with who is responsible.
    pub measures: Vec<MeasureLine>,
    /// Names within which no line is to be broken.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// A figure in large type.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// What stands below it.
    pub note: String,
}

/// Indicators that moved one way.
#[derive(Debug, Clone, Serialize)]
pub struct Changes {
    /// The heading.
    pub heading: String,
    /// The indicators with their differences, the largest first.
    pub rows: Vec<(String, String)>,
    /// What stands in place of none.
    pub none: String,
}

/// A measure in one line.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureLine {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Who is responsible.
    pub responsible: String,
}

impl SummaryView {
    /// The view of a report; `epoch` as for the report itself.
    pub fn new(report: &Report, epoch: Option<Date>) -> Self {
        let speaker = Speaker { report };
        let title: Vec<String> = SUMMARY.title.iter().map(|line| speaker.word(line, &[])).collect();
        SummaryView {
            meta: Meta::new(report, title.join(" "), epoch),
            figures: figures(speaker),
            chart: chart::chart(speaker),
            changes: changes(speaker),
            measures_heading: SUMMARY.measures.clone(),
            measures_header: SUMMARY.measures_header.clone(),
            measures: measures(speaker),
            names: names(speaker),
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

fn figures(speaker: Speaker) -> Vec<Figure> {
    let (report, words) = (speaker.report, &SUMMARY.headline);
    let (previous, current) = (report.previous(), report.current());
    let or_unknown = |text: Option<String>| text.unwrap_or_else(|| words.unknown.clone());
    let level = |year: &crate::report::YearScores| year.level().map(str::to_owned);
    let total = current.map(|year| speaker.set(&year.total.to_string()));
    let change = previous.zip(current).map(|(then, now)| now.total - then.total);
    let told = |change: Difference| {
        let word = match change.signum() {
            1 => &words.rise,
            -1 => &words.fall,
            _ => return words.same.clone(),
        };
        format!("{word} {}", speaker.set(&change.magnitude()))
    };
    let of_previous = |sentence: &str, name: &'static str, value: Option<String>| {
        value.map(|value| speaker.word(sentence, &[(name, &value)])).unwrap_or_default()
    };
    let previous_total = previous.map(|year| year.total.to_string());
    vec![
        Figure { label: words.total.clone(), value: or_unknown(total), note: speaker.set(&words.of) },
        Figure {
            label: words.level.clone(),
            value: or_unknown(current.and_then(level)),
            note: of_previous(&words.previous_level, "level", previous.and_then(level)),
        },
        Figure {
            label: words.change.clone(),
            value: or_unknown(change.map(told)),
            note: of_previous(&words.previous_total, "total", previous_total),
        },
    ]
}

fn changes(speaker: Speaker) -> Vec<Changes> {
    let (report, words) = (speaker.report, &SUMMARY.changes);
    let Some((then, now)) = report.previous().zip(report.current()) else { return Vec::new() };
    let rules = report.rules();
    let mut moved: Vec<(u8, Difference)> = rules
        .numbers()
        .filter_map(|number| Some((number, *now.indicators.get(&number)? - *then.indicators.get(&number)?)))
        .collect();
    if moved.is_empty() {
        return Vec::new();
    }
    moved.sort_by_key(|(number, change)| (std::cmp::Reverse(change.size()), *number));
    let rows = |sign: i32| -> Vec<(String, String)> {
        let way = moved.iter().filter(|(_, change)| change.signum() == sign);
        way.map(|(number, change)| {
            let name = rules.indicator(*number).map_or("", |indicator| indicator.name.as_str());
            (speaker.word(&words.indicator, &[("name", name)]), speaker.set(&change.to_string()))
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

fn measures(speaker: Speaker) -> Vec<MeasureLine> {
    let lines = speaker.report.measures.iter().zip(1..).map(|(measure, number)| {
        let responsible: Vec<String> = measure.responsible.iter().map(|unit| speaker.text(unit)).collect();
        MeasureLine {
            number: format!("{}.", speaker.number(number)),
            title: speaker.text(&measure.title),
            responsible: responsible.join(", "),
        }
    });
    lines.collect()
}

/// The wording of the page for the council. Its fields are explained beside the sentences themselves.
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
    of: String,
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
