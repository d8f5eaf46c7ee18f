//! Reads the rules files that a report names. They add rules for other years or replace built-in ones.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::file::read_file;
use super::loader::Loader;
use super::pictures::file_fault;
use super::scores::fiscal_year;
use crate::ita::{Indicator, Instrument, Level, RuleBook, Rules, RulesFile};
use crate::report::diagnostic::Fault;
use crate::report::loaded::Loaded;
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
        let name = reader.string(item);
        let rules = name.as_ref().and_then(|name| rules_file(reader, name, loader, loaded));
        let (Some(name), Some(rules)) = (name, rules) else {
            complete = false;
            continue;
        };
        let (from, to) = rules.years();
        let overlaps = |other: &Rules| from <= other.years().1 && other.years().0 <= to;
        if own.iter().any(overlaps) {
            reader.report(Fault::RulesOverlap { path: name.value, from, to }, name.span);
        } else {
            own.push(rules);
        }
    }
    Some(RuleBook::with_own_rules(own, complete))
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
            reader.report(file_fault(name.value.clone(), fault), name.span.clone());
            return None;
        }
    };
    let file = loaded.sources.len();
    let (source, undecodable) = syntax::decode(&shown_name(loaded.source().name(), &name.value), &bytes);
    let mut rules = None;
    let mut diagnostics: Vec<_> = undecodable.into_iter().collect();
    if diagnostics.is_empty() {
        let (read, found, strings) = read_file(&source, read_rules);
        rules = read.filter(|_| found.is_empty());
        diagnostics = found;
        loaded.strings.extend(strings.into_iter().map(|string| string.in_file(file)));
    }
    loaded.diagnostics.extend(diagnostics.into_iter().map(|diagnostic| diagnostic.in_file(file)));
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
    Some(Rules::new(RulesFile { from, to, weights: weights?, levels: levels?, indicators: indicators? }))
}

/// Reads the first and last fiscal year of the rules: a single `year`, or `from` and `to`.
fn years(reader: &mut Reader, root: &mut Table) -> Option<(u16, u16)> {
    if root.entry("from").or_else(|| root.entry("to")).is_none() {
        let year = root.required(reader, "year", fiscal_year)?.value.number();
        return Some((year, year));
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

/// Reads the weight of each instrument, in percent. Reports weights that do not add up to 100.
fn weights(reader: &mut Reader, entry: Entry) -> Option<BTreeMap<Instrument, u8>> {
    let mut weights = BTreeMap::new();
    let mut all_read = true;
    for (entry, key) in reader.table(entry)?.entries() {
        // `check` recognizes an instrument in prose as a word of ASCII letters and digits.
        if !entry.key.chars().all(|c| c.is_ascii_alphanumeric()) || entry.key.is_empty() {
            reader.report(Fault::InstrumentName { value: entry.key.to_owned() }, key);
            all_read = false;
            continue;
        }
        match number(reader, entry, 0..=100, |value| Fault::WeightRange { value }) {
            Some(weight) => drop(weights.insert(Instrument::new(entry.key), weight)),
            None => all_read = false,
        }
    }
    let sum: usize = weights.values().map(|weight| usize::from(*weight)).sum();
    if all_read && sum != 100 {
        reader.report(Fault::WeightsSum { sum }, entry.span());
    }
    // Without a weight, the indicators of its instrument would seem to have an unknown one.
    all_read.then_some(weights)
}

/// Reads the levels, best first. The last one must include all scores that are too low for the others.
fn levels(reader: &mut Reader, entry: Entry) -> Option<Vec<Level>> {
    let mut levels: Vec<Level> = Vec::new();
    let mut all_read = true;
    let mut last = entry.span();
    for mut table in reader.tables(entry)? {
        last = table.span();
        let name = table.required(reader, "name", Reader::text);
        let passed = table.required(reader, "passed", Reader::boolean);
        let common = table.optional(reader, "common", Reader::boolean).unwrap_or(false);
        let total = table.required(reader, "total", Reader::score);
        let instrument = table.optional(reader, "instrument", Reader::score);
        table.finish(reader);
        let (Some(name), Some(passed), Some(total)) = (name, passed, total) else {
            all_read = false;
            continue;
        };
        let level = Level { name: name.value, passed, common, total, instrument };
        if levels.iter().any(|better| better.name == level.name) {
            reader.report(Fault::RepeatedLevel { name: level.name.clone() }, last.clone());
        } else if levels.last().is_some_and(|better| better.total < total)
            || levels.iter().any(|better| better.includes(&level))
        {
            reader.report(Fault::LevelsOrder { name: level.name.clone() }, last.clone());
        }
        levels.push(level);
    }
    if all_read
        && levels.last().is_none_or(|level| level.total.hundredths() > 0 || level.instrument.is_some())
    {
        reader.report(Fault::LevelsEnd {}, last);
    }
    all_read.then_some(levels)
}

/// Reads the indicators. Each needs an instrument that has a weight, and each instrument needs an indicator.
fn indicators(
    reader: &mut Reader,
    entry: Entry,
    weights: Option<&BTreeMap<Instrument, u8>>,
) -> Option<Vec<Indicator>> {
    let mut indicators: Vec<Indicator> = Vec::new();
    let mut all_read = true;
    for mut table in reader.tables(entry)? {
        let span = table.span();
        let number = table.required(reader, "number", |reader, entry| {
            number(reader, entry, 1..=99, |value| Fault::IndicatorRange { value })
        });
        let instrument = table.required(reader, "instrument", Reader::string);
        let name = table.required(reader, "name", Reader::text);
        table.finish(reader);
        if let (Some(instrument), Some(weights)) = (&instrument, weights)
            && !weights.contains_key(instrument.as_str())
        {
            let known = weights.keys().map(Instrument::name).collect::<Vec<_>>().join(", ");
            let fault = Fault::UnknownInstrument { value: instrument.value.clone(), known };
            reader.report(fault, instrument.span.clone());
        }
        let (Some(number), Some(instrument), Some(name)) = (number, instrument, name) else {
            all_read = false;
            continue;
        };
        if indicators.iter().any(|other| other.number == number) {
            reader.report(Fault::RepeatedIndicator { number }, span);
        }
        let instrument = Instrument::new(&instrument);
        indicators.push(Indicator { number, instrument, name: name.value });
    }
    let measures_nothing =
        |instrument: &&Instrument| !indicators.iter().any(|i| i.instrument == **instrument);
    let instruments = weights.filter(|_| all_read).into_iter().flat_map(BTreeMap::keys);
    for instrument in instruments.filter(measures_nothing) {
        let fault = Fault::InstrumentWithoutIndicator { instrument: instrument.name().to_owned() };
        reader.report(fault, entry.span());
    }
    all_read.then_some(indicators)
}

/// Reads a whole number within `range`. Reports `fault` if it lies outside.
fn number(
    reader: &mut Reader,
    entry: Entry,
    range: RangeInclusive<u8>,
    fault: impl FnOnce(String) -> Fault,
) -> Option<u8> {
    let number = reader.integer(entry)?;
    let known = u8::try_from(number.value).ok().filter(|number| range.contains(number));
    if known.is_none() {
        reader.report(fault(reader.source.slice(&number.span).to_owned()), number.span);
    }
    known
}
