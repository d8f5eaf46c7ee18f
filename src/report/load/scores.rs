//! Reads the fiscal year and the announced results. Checks that the years have rules and the placeholders have values.

use std::collections::BTreeMap;
use std::str::FromStr;

use toml::de::DeValue;

use crate::ita::{ChosenRules, Instrument, Results, RuleBook, Rules, RulesFit, Score};
use crate::report::diagnostic::{Fault, ValueType};
use crate::report::model::YearScores;
use crate::report::prose::Placeholder;
use crate::report::reader::{Entry, Reader};
use crate::report::source::{Span, Spanned};
use crate::thai::FiscalYear;
use crate::thai::calendar::YearError;

pub(super) fn fiscal_year(reader: &mut Reader, entry: Entry) -> Option<Spanned<FiscalYear>> {
    let number = reader.integer(entry)?;
    year(reader, number.value, number.span)
}

fn year(reader: &mut Reader, number: i64, span: Span) -> Option<Spanned<FiscalYear>> {
    let value = reader.source.slice(&span).to_owned();
    match FiscalYear::new(number) {
        Ok(year) => return Some(Spanned::new(year, span)),
        Err(YearError::CommonEra(year)) => {
            reader.report_with(Fault::YearCommonEra { value, year }, span, &year.to_string());
        }
        Err(YearError::OutOfRange) => reader.report(Fault::YearRange { value }, span),
    }
    None
}

/// The results by fiscal year. `None` for a year whose results cannot be read.
pub(super) type Years = BTreeMap<FiscalYear, Option<YearScores>>;

pub(super) fn scores(reader: &mut Reader, entry: Entry, book: &RuleBook) -> Option<Years> {
    let mut years = BTreeMap::new();
    for (entry, key) in reader.table(entry)?.entries() {
        let year = match canonical(entry.key) {
            Some(number) => year(reader, number, key.clone()),
            None => {
                reader.report(Fault::YearRange { value: entry.key.to_owned() }, key.clone());
                None
            }
        };
        let rules = year.as_ref().map_or_else(|| book.latest(), |year| book.rules_for(year.value));
        let scores = year_scores(reader, entry, year.clone(), rules);
        if let Some(year) = year {
            years.insert(year.value, scores);
        }
    }
    Some(years)
}

/// Reads the results of a year. If `year` is `None`, because the key is not a valid year, faults in the results are
/// reported all the same.
fn year_scores(
    reader: &mut Reader,
    entry: Entry,
    year: Option<Spanned<FiscalYear>>,
    chosen: ChosenRules,
) -> Option<YearScores> {
    if year.is_some()
        && let DeValue::Integer(_) | DeValue::Float(_) = entry.value.get_ref()
    {
        // The number alone is most likely the total.
        let fault = Fault::WrongType {
            key: entry.key.to_owned(),
            expected: ValueType::Table,
            found: ValueType::Number,
        };
        let right = format!("{{ total = {} }}", reader.source.slice(&entry.span()));
        reader.report_with(fault, entry.span(), &right);
        return None;
    }
    let mut table = reader.table(entry)?;
    let total = table.required(reader, "total", spanned_score);
    let level = table.optional_unless_empty(reader, "level", Reader::name);
    let instruments =
        table.optional(reader, "instruments", |r, e| instruments(r, e, &chosen)).unwrap_or_default();
    let indicators_span = table.entry("indicators").map(|entry| entry.span());
    let indicators =
        table.optional(reader, "indicators", |r, e| indicators(r, e, &chosen)).unwrap_or_default();
    if let Some(first) = table.take_numbered() {
        reader.report(Fault::IndicatorKeys {}, first);
    }
    table.finish(reader);
    let (total, year) = (total?, year?);
    let (level, level_span) = level.map(|level| (level.value, level.span)).unzip();
    Some(YearScores {
        year: year.value,
        span: year.span,
        total_span: total.span,
        level_span,
        indicators_span,
        indicator_spans: indicators.iter().map(|(number, score)| (*number, score.span.clone())).collect(),
        instrument_spans: instruments
            .iter()
            .map(|(name, score)| (name.clone(), score.span.clone()))
            .collect(),
        results: Results {
            rules: chosen.rules,
            total: total.value,
            stated_level: level,
            instruments: instruments.into_iter().map(|(name, score)| (name, score.value)).collect(),
            indicators: indicators.into_iter().map(|(number, score)| (number, score.value)).collect(),
        },
    })
}

fn spanned_score(reader: &mut Reader, entry: Entry) -> Option<Spanned<Score>> {
    reader.score(entry).map(|score| Spanned::new(score, entry.span()))
}

fn instruments(
    reader: &mut Reader,
    entry: Entry,
    chosen: &ChosenRules,
) -> Option<BTreeMap<Instrument, Spanned<Score>>> {
    let mut table = reader.table(entry)?;
    let mut scores = BTreeMap::new();
    for (instrument, _) in chosen.rules.instruments() {
        if let Some(score) = table.optional(reader, instrument.name(), spanned_score) {
            scores.insert(instrument.clone(), score);
        }
    }
    if chosen.fit != RulesFit::StandIn {
        table.finish(reader);
    }
    Some(scores)
}

fn indicators(
    reader: &mut Reader,
    entry: Entry,
    chosen: &ChosenRules,
) -> Option<BTreeMap<u8, Spanned<Score>>> {
    let mut scores = BTreeMap::new();
    for (entry, key) in reader.table(entry)?.entries() {
        match canonical(entry.key) {
            Some(number) if !chosen.rules_out(number) => {
                if let Some(score) = spanned_score(reader, entry) {
                    scores.insert(number, score);
                }
            }
            _ => reader.report(unknown_indicator(entry.key, &chosen.rules), key),
        }
    }
    Some(scores)
}

/// The fault for an indicator number that the rules do not have.
pub(super) fn unknown_indicator(written: &str, rules: &Rules) -> Fault {
    let numbers = in_ranges(rules.numbers().map(u16::from));
    Fault::IndicatorNumber { value: written.to_owned(), numbers, years: rules.years() }
}

/// Formats sorted numbers as ranges: `1 - 10`, `1 - 3, 5`.
fn in_ranges(numbers: impl Iterator<Item = u16>) -> String {
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let written =
        |(first, last)| if first == last { format!("{first}") } else { format!("{first} - {last}") };
    ranges.into_iter().map(written).collect::<Vec<_>>().join(", ")
}

/// Parses a key as a number. `None` unless it is in canonical form, because `01` and `+1` would be
/// additional keys for the same number.
fn canonical<T: FromStr + ToString>(key: &str) -> Option<T> {
    key.parse().ok().filter(|number: &T| number.to_string() == key)
}

/// Warns once, at the first year that has no rules of its own.
pub(super) fn check_years(reader: &mut Reader, year: &Spanned<FiscalYear>, scores: &Years, book: &RuleBook) {
    let years = scores.values().flatten().map(|scores| (scores.year, scores.span.clone()));
    let unknown = std::iter::once((year.value, year.span.clone()))
        .chain(years)
        .find(|(year, _)| book.rules_for(*year).fit == RulesFit::OfOtherYears);
    if let Some((year, span)) = unknown {
        let mut own: Vec<u16> = book.own().flat_map(|rules| rules.years().0..=rules.years().1).collect();
        own.sort_unstable();
        let own = (!own.is_empty()).then(|| in_ranges(own.into_iter()));
        let years = book.rules_for(year).rules.years();
        reader.report(Fault::RulesYear { year: year.number(), years, own }, span);
    }
}

/// Reports placeholders for which the file has no value.
pub(super) fn check_placeholders(reader: &mut Reader, current: FiscalYear, scores: &Years, book: &RuleBook) {
    let previous = current.previous();
    // A year whose results cannot be read is a key of `scores`, and its faults have been reported.
    let without_total = |year: &&FiscalYear| !scores.contains_key(*year);
    let without_level = |year: &&FiscalYear| {
        let results = scores.get(*year).and_then(Option::as_ref);
        let certain = book.rules_for(**year).fit != RulesFit::StandIn;
        certain && results.is_some_and(|results| results.level().is_none())
    };
    for (placeholder, span) in std::mem::take(&mut reader.placeholders) {
        let (totals, levels): (&[FiscalYear], &[FiscalYear]) = match placeholder {
            Placeholder::Agency | Placeholder::ShortName | Placeholder::Year | Placeholder::PreviousYear => {
                (&[], &[])
            }
            Placeholder::Total => (&[current], &[]),
            Placeholder::PreviousTotal => (&[previous], &[]),
            Placeholder::Change => (&[current, previous], &[]),
            Placeholder::Level => (&[current], &[current]),
            Placeholder::PreviousLevel => (&[previous], &[previous]),
        };
        let name = placeholder.name();
        let value = |year: &FiscalYear| Fault::PlaceholderWithoutValue { name, year: year.number() };
        let level = |year: &FiscalYear| Fault::LevelUnknown { name, year: year.number() };
        let fault = totals.iter().find(without_total).map(value);
        if let Some(fault) = fault.or_else(|| levels.iter().find(without_level).map(level)) {
            reader.report(fault, span);
        }
    }
}
