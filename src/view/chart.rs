//! The chart of the indicators over the years in the report file.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::wording;
use super::writer::Writer;
use crate::ita::Indicator;
use crate::report::YearScores;

/// The most years that the chart shows: the latest ones. The bars of more years would be hard to tell apart.
const YEARS: usize = 4;

/// A bar chart with a bar for each indicator and year.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// The heading above the chart.
    pub heading: String,
    /// The labels of the years, the earliest first.
    pub years: Vec<String>,
    /// One row for each indicator, in the order of their numbers.
    pub rows: Vec<ChartRow>,
    /// The alternative text, for readers who cannot see the chart.
    pub alt: String,
}

/// The bars of one indicator.
#[derive(Debug, Clone, Serialize)]
pub struct ChartRow {
    /// The indicator's number with a full stop.
    pub number: String,
    /// The indicator's name.
    pub name: String,
    /// One bar for each year, in the order of `years`.
    pub bars: Vec<Bar>,
}

/// The bar of one indicator and year.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// The score, or a dash if it is unknown.
    pub score: String,
    /// The length of the bar: the score in hundredths of a point, 0 to 10000. It is 0 if the score is unknown.
    pub length: i32,
}

/// The chart. `None` if no year up to the report's own has scores of indicators.
pub(super) fn chart(writer: Writer) -> Option<ChartView> {
    let report = writer.report;
    let words = &CHART;
    let is_charted =
        |year: &&YearScores| year.year <= report.fiscal_year.value && !year.indicators.is_empty();
    let charted: Vec<&YearScores> = report.scores.values().filter(is_charted).collect();
    let latest = &charted[charted.len().saturating_sub(YEARS)..];
    if latest.is_empty() {
        return None;
    }
    let rules = report.rules();
    let bar = |year: &&YearScores, indicator: &Indicator| match year.score(indicator) {
        Some(score) => Bar { score: writer.in_numerals(&score.to_string()), length: score.hundredths() },
        None => Bar { score: words.unknown.clone(), length: 0 },
    };
    let rows: Vec<ChartRow> = rules
        .indicators()
        .iter()
        .map(|indicator| ChartRow {
            number: format!("{}.", writer.number(indicator.number.into())),
            name: writer.in_numerals(&indicator.name),
            bars: latest.iter().map(|year| bar(year, indicator)).collect(),
        })
        .collect();
    let years: Vec<String> =
        latest.iter().map(|year| writer.sentence(&words.year, &[("year", &year.year.to_string())])).collect();
    let row_texts: Vec<String> = rows.iter().map(|row| row_in_words(writer, row)).collect();
    let values = [("years", years.join(", ")), ("rows", row_texts.join("; "))];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(ChartView { heading: words.heading.clone(), alt: writer.sentence(&words.alt, &values), years, rows })
}

/// The scores of one row in words, for the alternative text.
fn row_in_words(writer: Writer, row: &ChartRow) -> String {
    let scores: Vec<&str> = row.bars.iter().map(|bar| bar.score.as_str()).collect();
    writer.sentence(&CHART.alt_row, &[("name", &row.name), ("scores", &scores.join(", "))])
}

/// The wording of the chart. The comments in the TOML file explain its fields.
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
