//! The comparison of two years' scores: in a measure's last column, and as the table of the ten indicators.

use serde::Serialize;

use super::speaker::Speaker;
use super::wording::REPORT;
use crate::ita::{Results, Score};
use crate::report::Target;
use crate::thai::FiscalYear;

/// The table of the indicators of two years.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorsTable {
    /// Headings of the two columns before the years'.
    pub number: String,
    /// The second of them.
    pub name: String,
    /// Headings of the two years.
    pub years: [String; 2],
    /// What stands below each year.
    pub score: String,
    /// Heading of the last column.
    pub change: String,
    /// One row for each indicator.
    pub rows: Vec<IndicatorRow>,
    /// The last row, its name over the first two columns.
    pub mean: IndicatorRow,
}

/// Scores of two years and their difference, with two decimals each.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorRow {
    /// The indicator's number; none in the row of means.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// The previous year's score.
    pub previous: String,
    /// This year's.
    pub current: String,
    /// This year's less the previous one's.
    pub change: String,
}

/// The table, where there are results of either year.
pub(super) fn table(speaker: Speaker) -> Option<IndicatorsTable> {
    let report = speaker.report;
    let (previous, current) = (report.previous(), report.current());
    previous.or(current)?;
    let words = &REPORT.indicators;
    let year = |year: FiscalYear| speaker.word(&words.year, &[("year", &year.to_string())]);
    let row = |number: Option<u8>, name: &str, pick: &dyn Fn(&Results) -> Option<Score>| {
        let (before, now) = (previous.and_then(|year| pick(year)), current.and_then(|year| pick(year)));
        let show = |score: Option<String>| score.map_or_else(|| words.unknown.clone(), |s| speaker.set(&s));
        IndicatorRow {
            number: number.map(|n| speaker.number(n.into())),
            name: name.to_owned(),
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
            .map(|i| row(Some(i.number), &i.name, &|results| results.indicators.get(&i.number).copied()))
            .collect(),
        mean: row(None, &words.mean, &|results| Some(results.total)),
    })
}

/// The lines of a measure's last column: what it aimed at, the scores of both years, and the change.
pub(super) fn lines(speaker: Speaker, target: Target) -> Vec<String> {
    let report = speaker.report;
    let words = &REPORT.comparison;
    let score = |results: &Results| match target {
        Target::Total => Some(results.total),
        Target::Indicator(number) => results.indicators.get(&number).copied(),
    };
    let years = [report.fiscal_year.previous(), report.fiscal_year.value];
    let scores = years.map(|year| report.scores.get(&year).and_then(|results| score(results)));
    if scores.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut lines = vec![heading(speaker, target)];
    for (year, score) in years.into_iter().zip(scores) {
        let Some(score) = score else { continue };
        let (year_text, score) = (year.to_string(), score.to_string());
        let level = match target {
            Target::Total => report.scores.get(&year).and_then(|results| results.level()),
            Target::Indicator(_) => None,
        };
        let values = [("year", year_text.as_str()), ("score", &score), ("level", level.unwrap_or_default())];
        lines.push(
            speaker.word(if level.is_some() { &words.score_with_level } else { &words.score }, &values),
        );
    }
    if let [Some(before), Some(now)] = scores {
        let change = now - before;
        let sentence = match change.signum() {
            1 => &words.rise,
            -1 => &words.fall,
            _ => &words.same,
        };
        lines.push(speaker.word(sentence, &[("difference", &change.magnitude())]));
    }
    lines
}

fn heading(speaker: Speaker, target: Target) -> String {
    let words = &REPORT.comparison;
    let rules = speaker.report.rules();
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
            speaker.word(&words.indicator, &values)
        }
    }
}
