//! Compares the scores of two years: in the last column of the table of measures, and in the table of indicators.

use serde::Serialize;

use super::wording::REPORT;
use super::writer::Writer;
use crate::ita::{Results, Score};
use crate::report::Target;
use crate::thai::FiscalYear;

/// The table of indicators with the scores of two years.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorsTable {
    /// The heading of the first column, the indicators' numbers.
    pub number: String,
    /// The heading of the second column, the indicators' names.
    pub name: String,
    /// The headings of the two score columns: the previous year, then the report's year.
    pub years: [String; 2],
    /// The second heading of both score columns, below the year.
    pub score: String,
    /// The heading of the last column, the changes.
    pub change: String,
    /// One row for each indicator, in the order of their numbers.
    pub rows: Vec<IndicatorRow>,
    /// The last row, with the total scores. Its name spans the first two columns.
    pub total: IndicatorRow,
}

/// The scores of two years and their difference, with two decimals each, or a dash if unknown.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// The indicator's number. The row of total scores has none.
    pub number: Option<String>,
    /// The indicator's name, or the label of the row of total scores.
    pub name: String,
    /// The score of the previous year.
    pub previous: String,
    /// The score of the report's year.
    pub current: String,
    /// The score of the report's year minus that of the previous year.
    pub change: String,
}

/// The table of indicators. `None` if neither year has results.
pub(super) fn table(writer: Writer) -> Option<IndicatorsTable> {
    let report = writer.report;
    let (previous, current) = (report.previous(), report.current());
    previous.or(current)?;
    let words = &REPORT.indicators;
    let year = |year: FiscalYear| writer.sentence(&words.year, &[("year", &year.to_string())]);
    let row = |number: Option<u8>, name: &str, pick: &dyn Fn(&Results) -> Option<Score>| {
        let (before, now) = (previous.and_then(|year| pick(year)), current.and_then(|year| pick(year)));
        let show =
            |score: Option<String>| score.map_or_else(|| words.unknown.clone(), |s| writer.in_numerals(&s));
        IndicatorRow {
            number: number.map(|n| writer.number(n.into())),
            name: writer.in_numerals(name),
            previous: show(before.map(|s| s.to_string())),
            current: show(now.map(|s| s.to_string())),
            change: show(before.zip(now).map(|(before, now)| (now - before).to_string())),
        }
    };
    let rules = report.rules();
    Some(IndicatorsTable {
        number: words.number.clone(),
        name: words.name.clone(),
        years: [year(report.fiscal_year.previous()), year(report.fiscal_year.value)],
        score: words.score.clone(),
        change: words.change.clone(),
        rows: rules
            .indicators()
            .iter()
            .map(|indicator| {
                row(Some(indicator.number), &indicator.name, &|results| results.score(indicator))
            })
            .collect(),
        total: row(None, &words.total, &|results| Some(results.total)),
    })
}

/// The lines about the scores in a measure's last column: what the measure aims at, each known score, and the change if
/// both scores are known. Empty if neither is known.
pub(super) fn lines(writer: Writer, target: Target) -> Vec<String> {
    let report = writer.report;
    let words = &REPORT.comparison;
    let rules = report.rules();
    let score = |results: &Results| match target {
        Target::Total => Some(results.total),
        Target::Indicator(number) => results.score(rules.indicator(number)?),
    };
    let years = [report.fiscal_year.previous(), report.fiscal_year.value];
    let scores = years.map(|year| report.scores.get(&year).and_then(|results| score(results)));
    if scores.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut lines = vec![heading(writer, target)];
    for (year, score) in years.into_iter().zip(scores) {
        let Some(score) = score else { continue };
        let (year_text, score) = (year.to_string(), score.to_string());
        let level = match target {
            Target::Total => report.scores.get(&year).and_then(|results| results.level()),
            Target::Indicator(_) => None,
        };
        let values = [("year", year_text.as_str()), ("score", &score), ("level", level.unwrap_or_default())];
        lines.push(
            writer.sentence(if level.is_some() { &words.score_with_level } else { &words.score }, &values),
        );
    }
    if let [Some(before), Some(now)] = scores {
        let change = now - before;
        let sentence = match change.signum() {
            1 => &words.rise,
            -1 => &words.fall,
            _ => &words.same,
        };
        lines.push(writer.sentence(sentence, &[("difference", &change.magnitude())]));
    }
    lines
}

fn heading(writer: Writer, target: Target) -> String {
    let words = &REPORT.comparison;
    let rules = writer.report.rules();
    let indicator = match target {
        Target::Total => None,
        Target::Indicator(number) => rules.indicator(number),
    };
    match indicator {
        None => words.total.clone(),
        Some(indicator) => {
            let number = indicator.number.to_string();
            let values = [
                ("number", number.as_str()),
                ("name", &indicator.name),
                ("instrument", indicator.instrument.name()),
            ];
            writer.sentence(&words.indicator, &values)
        }
    }
}
