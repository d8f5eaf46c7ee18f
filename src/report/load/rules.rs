//! Reads the rules files that a report names. They add rules for other years or replace built-in ones.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::file::read_file;
use super::loader::Loader;
use super::pictures::file_fault;
use super::scores::fiscal_year;
use crate::ita::{Indicator, Instrument, Level, RuleBook, Rules, RulesFile};
use crate::report::diagnostic::Fault;
use crate::report::loaded::Loaded;
use crate::report::nearest::typos;
use crate::report::reader::{Entry, Reader, Table};
use crate::report::source::Spanned;
use crate::report::syntax;

/// The rules for all years. Those from the files that the report names take precedence over the built-in ones. Adds the
/// files' sources, diagnostics and strings to `loaded`.
pub(super) fn rule_book(
    reader: &mut Reader,
    entry: Entry,
    loader: &Loader,
    loaded: &mut Loaded,
) -> Option<RuleBook> {
    let mut own: Vec<Rules> = Vec::new();
    let items = reader.string_items(entry);
    let mut complete = items.is_some();
    for item in items.unwrap_or_default() {
        let name = reader.path(item);
        let rules = name.as_ref().and_then(|name| rules_file(reader, name, loader, loaded));
        let (Some(name), Some(rules)) = (name, rules) else {
            complete = false;
            continue;
        };
        let (from, to) = rules.years();
        let overlaps = |other: &Rules| from <= other.years().1 && other.years().0 <= to;
        if own.iter().any(overlaps) {
            reader.report(Fault::RulesOverlap { path: name.value, years: (from, to) }, name.span);
            complete = false;
        } else {
            own.push(rules);
        }
    }
    let book = RuleBook::with_own_rules(own);
    Some(if complete { book } else { book.incomplete() })
}

fn rules_file(
    reader: &mut Reader,
    name: &Spanned<String>,
    loader: &Loader,
    loaded: &mut Loaded,
) -> Option<Rules> {
    let bytes = match loader.files.read(&name.value) {
        Ok(bytes) => bytes,
        Err(fault) => {
            reader.report(file_fault(name.value.clone(), fault, loader.files), name.span.clone());
            return None;
        }
    };
    let file = loaded.sources.len();
    let (source, undecodable) = syntax::decode(&shown_name(loaded.source().name(), &name.value), &bytes);
    let mut is_report = false;
    let (rules, found, strings) = match undecodable {
        Some(diagnostic) => (None, vec![diagnostic], Vec::new()),
        None => read_file(&source, "rules", |reader, mut root| {
            let mut has = |key: &&str| root.entry(key).is_some();
            is_report = ["fiscal_year", "measures"].iter().any(&mut has)
                && !["weights", "levels", "indicators"].iter().any(&mut has);
            if is_report { None } else { read_rules(reader, root) }
        }),
    };
    if is_report {
        reader.report(Fault::NotRules { path: name.value.clone() }, name.span.clone());
        return None;
    }
    let rules = rules.filter(|_| found.is_empty());
    loaded.strings.extend(strings.into_iter().map(|string| string.in_file(file)));
    loaded.diagnostics.extend(found.into_iter().map(|diagnostic| diagnostic.in_file(file)));
    loaded.sources.push(source);
    rules
}

/// The name under which messages show a file that is named relative to the report.
fn shown_name(report: &str, name: &str) -> String {
    let folder = report.rfind(['/', '\\']).map_or("", |at| &report[..=at]);
    format!("{folder}{name}")
}

/// Reads the content of a rules file.
fn read_rules(reader: &mut Reader, mut root: Table) -> Option<Rules> {
    let years = years(reader, &mut root);
    let weights = root.required(reader, "weights", weights);
    let levels = root.required(reader, "levels", levels);
    let indicators = root.required(reader, "indicators", |r, e| indicators(r, e, weights.as_ref()));
    root.finish(reader);
    let (from, to) = years?;
    let weights = weights?.into_iter().map(|(instrument, weight)| (instrument, weight.value)).collect();
    Some(Rules::new(RulesFile { from, to, weights, levels: levels?, indicators: indicators? }))
}

/// Reads the first and last fiscal year of the rules: a single `year`, or `from` and `to`.
fn years(reader: &mut Reader, root: &mut Table) -> Option<(u16, u16)> {
    let ends = [root.entry("from"), root.entry("to")];
    if ends.iter().all(Option::is_none) {
        let year = root.required(reader, "year", fiscal_year)?.value.number();
        return Some((year, year));
    }
    if let Some(year) = root.entry("year") {
        reader.report(Fault::RulesYearsTwice {}, year.span());
        return None;
    }
    let from = root.required(reader, "from", fiscal_year);
    let to = root.required(reader, "to", fiscal_year);
    let (from, to) = (from?, to?);
    let years = (from.value.number(), to.value.number());
    if years.1 < years.0 {
        reader.report(Fault::RulesYears { from: years.0, to: years.1 }, to.span);
        return None;
    }
    Some(years)
}

/// The weight of each instrument in percent, with its place.
type Weights = BTreeMap<Instrument, Spanned<u8>>;

/// Reads the weight of each instrument. Reports weights that do not add up to 100.
fn weights(reader: &mut Reader, entry: Entry) -> Option<Weights> {
    let mut weights = BTreeMap::new();
    let mut all_read = true;
    for (entry, key) in reader.table(entry)?.entries() {
        if !is_abbreviation(entry.key) {
            reader.report(Fault::InstrumentName { value: entry.key.to_owned() }, key);
            all_read = false;
            continue;
        }
        if weights.keys().any(|other: &Instrument| other.name().eq_ignore_ascii_case(entry.key)) {
            reader.report(Fault::RepeatedName { name: entry.key.to_owned() }, key);
            all_read = false;
            continue;
        }
        match number(reader, entry, 1..=100, |value| Fault::WeightRange { value }) {
            Some(weight) => drop(weights.insert(Instrument::new(entry.key), weight)),
            None => all_read = false,
        }
    }
    let sum: usize = weights.values().map(|weight| usize::from(weight.value)).sum();
    if all_read && sum != 100 {
        reader.report(Fault::WeightsSum { sum }, entry.span());
    }
    // If a weight is missing, the indicators of its instrument would seem to have an unknown one.
    (all_read && sum == 100).then_some(weights)
}

/// Reads the levels, best first. The last one must include all scores that are too low for the others.
fn levels(reader: &mut Reader, entry: Entry) -> Option<Vec<Level>> {
    let mut levels: Vec<Level> = Vec::new();
    let mut last = entry.span();
    let mut names = BTreeSet::new();
    let tables = reader.tables(entry)?;
    let mut all_read = tables.len() == entry.items().len();
    for mut table in tables {
        last = table.span();
        let name = table.required(reader, "name", Reader::name);
        let passed = table.required(reader, "passed", Reader::boolean);
        let common = table.optional(reader, "common", Reader::boolean).unwrap_or(false);
        let total = table.required(reader, "total", Reader::score);
        let has_instrument = table.entry("instrument").is_some();
        let instrument = table.optional(reader, "instrument", Reader::score);
        table.finish(reader);
        let (Some(name), Some(passed), Some(total)) = (name, passed, total) else {
            all_read = false;
            continue;
        };
        if has_instrument && instrument.is_none() {
            all_read = false;
            continue;
        }
        // 0 is no requirement.
        let instrument = instrument.filter(|score| score.hundredths() > 0);
        let level = Level { name: name.value.clone(), passed, common, total, instrument };
        if !names.insert(level.name.clone()) {
            reader.report(Fault::RepeatedName { name: level.name.clone() }, name.span);
        } else if levels.last().is_some_and(|better| better.total < total || better.includes(&level)) {
            reader.report(Fault::LevelsOrder { name: level.name.clone() }, last.clone());
        } else if passed && levels.last().is_some_and(|better| !better.passed) {
            reader.report(Fault::LevelsPassed { name: level.name.clone() }, last.clone());
        }
        levels.push(level);
    }
    let excludes = |level: &Level| level.total.hundredths() > 0 || level.instrument.is_some();
    if all_read && levels.last().is_none_or(excludes) {
        reader.report(Fault::LevelsEnd {}, last);
    }
    all_read.then_some(levels)
}

/// Reads the indicators. Each needs an instrument that has a weight, and each instrument needs an indicator.
fn indicators(reader: &mut Reader, entry: Entry, weights: Option<&Weights>) -> Option<Vec<Indicator>> {
    let mut indicators: Vec<Indicator> = Vec::new();
    let tables = reader.tables(entry)?;
    let mut all_read = tables.len() == entry.items().len();
    for mut table in tables {
        let number = table.required(reader, "number", |reader, entry| {
            number(reader, entry, 1..=99, |value| Fault::IndicatorRange { value })
        });
        let instrument = table.required(reader, "instrument", Reader::string);
        let name = table.required(reader, "name", Reader::name);
        table.finish(reader);
        if let (Some(instrument), Some(weights)) = (&instrument, weights)
            && !weights.contains_key(instrument.as_str())
        {
            let known: Vec<&str> = weights.keys().map(Instrument::name).collect();
            let rated = known.iter().map(|known| (typos(&instrument.value, known), *known));
            let nearest = rated.min().filter(|(typos, _)| *typos <= 1).map(|(_, known)| known);
            let (value, nearest) = (instrument.value.clone(), nearest.map(str::to_owned));
            let fault = Fault::UnknownInstrument { value, known: known.join(", "), nearest };
            reader.report(fault, instrument.span.clone());
            all_read = false;
        }
        let (Some(number), Some(instrument), Some(name)) = (number, instrument, name) else {
            all_read = false;
            continue;
        };
        if indicators.iter().any(|other| other.number == number.value) {
            reader.report(Fault::RepeatedIndicator { number: number.value }, number.span);
        } else if indicators.iter().any(|other| other.name == name.value) {
            reader.report(Fault::RepeatedName { name: name.value.clone() }, name.span);
        }
        let instrument = Instrument::new(&instrument);
        indicators.push(Indicator { number: number.value, instrument, name: name.value });
    }
    for (instrument, weight) in weights.filter(|_| all_read).into_iter().flatten() {
        if !indicators.iter().any(|indicator| indicator.instrument == *instrument) {
            let fault = Fault::InstrumentWithoutIndicator { instrument: instrument.name().to_owned() };
            reader.report(fault, weight.span.clone());
        }
    }
    all_read.then_some(indicators)
}

/// Whether a key can be the abbreviation of an instrument. `check` recognizes one in prose as a word of ASCII letters and
/// digits. `ITA` is the assessment itself.
fn is_abbreviation(key: &str) -> bool {
    key.len() <= 10
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric())
        && !key.eq_ignore_ascii_case("ITA")
}

/// Reads a whole number within `range`. Reports `fault` if it lies outside.
fn number(
    reader: &mut Reader,
    entry: Entry,
    range: RangeInclusive<u8>,
    fault: impl FnOnce(String) -> Fault,
) -> Option<Spanned<u8>> {
    let number = reader.integer(entry)?;
    match u8::try_from(number.value).ok().filter(|number| range.contains(number)) {
        Some(known) => Some(Spanned::new(known, number.span)),
        None => {
            reader.report(fault(reader.source.slice(&number.span).to_owned()), number.span);
            None
        }
    }
}
