//! The default sentences before the table of indicators: the result that the measures are based on, its weak
//! indicators, and what the table compares. If only one year has results, they say no more than that year shows: the
//! measures of a year were not made because of the result at its end.

use super::wording::REPORT;
use super::writer::Writer;
use crate::ita::{Results, Score};
use crate::thai::FiscalYear;

/// The two default paragraphs. Empty if neither year has results.
pub(super) fn paragraphs(writer: Writer) -> Vec<String> {
    let report = writer.report;
    let words = &REPORT.conclusion;
    let (previous, current) = (report.previous(), report.current());
    let (year, results, second) = match (previous, current) {
        (Some(results), Some(_)) => (report.fiscal_year.previous(), results, &words.compared),
        (Some(results), None) => (report.fiscal_year.previous(), results, &words.only_previous),
        (None, Some(results)) => (report.fiscal_year.value, results, &words.only_current),
        (None, None) => return Vec::new(),
    };
    vec![assessment(writer, year, results), writer.sentence(second, &[])]
}

/// States the total, the level and the weak indicators of one year.
pub(super) fn assessment(writer: Writer, year: FiscalYear, results: &Results) -> String {
    let words = &REPORT.conclusion;
    let (year, total) = (year.to_string(), results.total.to_string());
    let mut clauses =
        vec![writer.sentence(&words.assessment, &[("assessed_year", &year), ("total", &total)])];
    if let Some(level) = results.level() {
        clauses.push(writer.sentence(&words.level, &[("level", level)]));
    }
    clauses.extend(weak(writer, results));
    clauses.join(" ")
}

/// The clause about the indicators below the threshold. `None` if no indicator's score is known.
fn weak(writer: Writer, results: &Results) -> Option<String> {
    let words = &REPORT.conclusion;
    let threshold = writer.report.text.weak_below;
    let weak: Vec<String> = results
        .below(threshold)
        .filter_map(|(number, score)| {
            let indicator = results.rules.indicator(number)?;
            let (number, score) = (number.to_string(), score.to_string());
            let values = [("number", number.as_str()), ("name", &indicator.name), ("score", &score)];
            Some(writer.sentence(&words.weak_indicator, &values))
        })
        .collect();
    let count = results.indicators.len();
    if count == 0 {
        return None;
    }
    if weak.is_empty() {
        return Some(writer.sentence(&words.none_weak, &[("weak_below", &without_zero_decimals(threshold))]));
    }
    let conjunction = if results.passed() == Some(true) {
        &words.conjunction_after_pass
    } else {
        &words.conjunction_otherwise
    };
    let values = [
        ("conjunction", conjunction.as_str()),
        ("weak_count", &weak.len().to_string()),
        ("count", &count.to_string()),
        ("weak_below", &without_zero_decimals(threshold)),
        ("weak", &writer.list(&weak)),
    ];
    // Of a few known scores nothing can be said about all indicators.
    let all = weak.len() > 1 && weak.len() == results.rules.indicators().len();
    Some(writer.sentence(if all { &words.all_weak } else { &words.weak }, &values))
}

/// A threshold as it is usually written: 95, but 92.50.
fn without_zero_decimals(score: Score) -> String {
    let text = score.to_string();
    text.strip_suffix(".00").map_or(text.clone(), str::to_owned)
}
