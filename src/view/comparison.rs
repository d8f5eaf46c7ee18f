//! Compares the scores of two years: in the last column of the table of measures, and in the table of indicators.

use serde::Serialize;

use super::wording::REPORT;
use super::writer::Writer;
use crate::ita::{Results, Rules, Score};
use crate::report::{Target, YearScores};
use crate::thai::FiscalYear;

/// The table of indicators with the scores of a year or two.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorsTable {
    /// The heading of the first column, the indicators' numbers.
    pub number: String,
    /// The heading of the second column, the indicators' names.
    pub name: String,
    /// The headings of the columns of scores, the earlier year first. Years without results have no column.
    pub years: Vec<String>,
    /// The second heading of these columns, below the year.
    pub score: String,
    /// The heading of the last column, the changes, if there are two years.
    pub change: Option<String>,
    /// One row for each indicator, in the order of their numbers. Empty if only totals are known.
    pub rows: Vec<IndicatorRow>,
    /// The last row, with the total scores. Its name spans the first two columns.
    pub total: IndicatorRow,
}

/// The scores of an indicator and their difference, with two decimals each, or a dash if unknown.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// The indicator's number. The row of total scores has none.
    pub number: Option<String>,
    /// The indicator's name, or the label of the row of total scores.
    pub name: String,
    /// The scores, one for each year of the table.
    pub scores: Vec<String>,
    /// The later year's score minus the earlier one's, if there are two years.
    pub change: Option<String>,
}

/// The table of the report's year and the year before. `None` if neither has results.
pub(super) fn table(writer: Writer) -> Option<IndicatorsTable> {
    let report = writer.report;
    let years: Vec<&YearScores> = [report.previous(), report.current()].into_iter().flatten().collect();
    (!years.is_empty()).then(|| table_of(writer, &report.rules(), &years, &REPORT.indicators.total))
}

/// The table of these years, by the indicators of these rules. `total` is the label of the last row.
pub(super) fn table_of(writer: Writer, rules: &Rules, years: &[&YearScores], total: &str) -> IndicatorsTable {
    let words = &REPORT.indicators;
    let show =
        |score: Option<String>| score.map_or_else(|| words.unknown.clone(), |s| writer.in_numerals(&s));
    let row = |number: Option<u8>, name: &str, pick: &dyn Fn(&Results) -> Option<Score>| {
        let scores: Vec<Option<Score>> = years.iter().map(|year| pick(year)).collect();
        let change = |before: &Option<Score>, now: &Option<Score>| {
            show(before.zip(*now).map(|(before, now)| (now - before).to_string()))
        };
        IndicatorRow {
            number: number.map(|n| writer.number(n.into())),
            name: writer.in_numerals(name),
            scores: scores.iter().map(|score| show(score.map(|s| s.to_string()))).collect(),
            change: if let [before, now] = scores.as_slice() { Some(change(before, now)) } else { None },
        }
    };
    let known = years.iter().any(|year| !year.indicators.is_empty());
    let indicators = rules.indicators().iter().filter(|_| known);
    IndicatorsTable {
        number: words.number.clone(),
        name: words.name.clone(),
        years: years
            .iter()
            .map(|year| writer.sentence(&words.year, &[("year", &year.year.to_string())]))
            .collect(),
        score: words.score.clone(),
        change: (years.len() == 2).then(|| words.change.clone()),
        rows: indicators
            .map(|indicator| row(Some(indicator.number), &indicator.name, &|year| year.score(indicator)))
            .collect(),
        total: row(None, total, &|year| Some(year.total)),
    }
}

/// The paragraphs about the scores in a measure's last column: what the measure aims at, the known scores on lines of
/// their own, and the change if both scores are known. Empty if neither is known.
pub(super) fn paragraphs(writer: Writer, target: Target) -> Vec<String> {
    let report = writer.report;
    let words = &REPORT.comparison;
    let rules = report.rules();
    let score = |results: &Results| match target {
        Target::Total => Some(results.total),
        Target::Indicator(number) => results.score(rules.indicator(number)?),
    };
    let years = [report.fiscal_year.previous(), report.fiscal_year.value];
    let scores = years.map(|year| report.scores.get(&year).and_then(|results| score(results)));
    let line = |(year, score): (FiscalYear, Option<Score>)| {
        let (year_text, score) = (year.to_string(), score?.to_string());
        let level = match target {
            Target::Total => report.scores.get(&year).and_then(|results| results.level()),
            Target::Indicator(_) => None,
        };
        let values = [("year", year_text.as_str()), ("score", &score), ("level", level.unwrap_or_default())];
        let sentence = if level.is_some() { &words.score_with_level } else { &words.score };
        Some(writer.sentence(sentence, &values))
    };
    let lines: Vec<String> = years.into_iter().zip(scores).filter_map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let change = |before: Score, now: Score| {
        let change = now - before;
        let sentence = match change.signum() {
            1 => &words.rise,
            -1 => &words.fall,
            _ => &words.same,
        };
        writer.sentence(sentence, &[("difference", &change.magnitude())])
    };
    let [before, now] = scores;
    let change = before.zip(now).map(|(before, now)| change(before, now));
    [heading(writer, target), lines.join("\n")].into_iter().chain(change).collect()
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
