//! The chart of the indicators over the years that the file has.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::speaker::Speaker;
use super::wording;
use crate::report::YearScores;

/// Most years that bars can be told apart of, the latest ones.
const YEARS: usize = 4;

/// A bar for each indicator and year.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// The heading over it.
    pub heading: String,
    /// The years, the earliest first.
    pub years: Vec<String>,
    /// A row for each indicator.
    pub rows: Vec<ChartRow>,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// An indicator's bars.
#[derive(Debug, Clone, Serialize)]
pub struct ChartRow {
    /// The indicator's number as a marker.
    pub number: String,
    /// Its name.
    pub name: String,
    /// A bar for each year, in their order.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// The score as it is set, or the sign for an unknown one.
    pub score: String,
    /// Its length in hundredths of a point, 0 to 10000.
    pub length: i32,
}

/// The chart, where any indicator has a score.
pub(super) fn chart(speaker: Speaker) -> Option<ChartView> {
    let report = speaker.report;
    let words = &CHART;
    let upto = |year: &&YearScores| year.year <= report.fiscal_year.value && !year.indicators.is_empty();
    let all: Vec<&YearScores> = report.scores.values().filter(upto).collect();
    let scored = &all[all.len().saturating_sub(YEARS)..];
    if scored.is_empty() {
        return None;
    }
    let rules = report.rules();
    let bar = |year: &&YearScores, number: u8| match year.indicators.get(&number) {
        Some(score) => Bar { score: speaker.set(&score.to_string()), length: score.hundredths() },
        None => Bar { score: words.unknown.clone(), length: 0 },
    };
    let rows: Vec<ChartRow> = rules
        .indicators()
        .iter()
        .map(|indicator| ChartRow {
            number: format!("{}.", speaker.number(indicator.number.into())),
            name: indicator.name.clone(),
            bars: scored.iter().map(|year| bar(year, indicator.number)).collect(),
        })
        .collect();
    let years: Vec<String> =
        scored.iter().map(|year| speaker.word(&words.year, &[("year", &year.year.to_string())])).collect();
    let told: Vec<String> = rows.iter().map(|row| told(speaker, row)).collect();
    let values = [("years", years.join(", ")), ("rows", told.join("; "))];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(ChartView { heading: words.heading.clone(), alt: speaker.word(&words.alt, &values), years, rows })
}

/// An indicator's bars in words.
fn told(speaker: Speaker, row: &ChartRow) -> String {
    let scores: Vec<&str> = row.bars.iter().map(|bar| bar.score.as_str()).collect();
    speaker.word(&CHART.alt_row, &[("name", &row.name), ("scores", &scores.join(", "))])
}

/// The wording of the chart. Its fields are explained beside the sentences themselves.
static CHART: LazyLock<ChartWording> =
    LazyLock::new(|| wording::read(include_str!("../../data/wording/chart.toml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChartWording {
    heading: String,
    year: String,
    alt: String,
    alt_row: String,
    unknown: String,
}
