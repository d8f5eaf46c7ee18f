//! Reads the rules files that a report names. They add rules for further years or replace built-in ones.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::file::read_file;
use super::loader::Loader;
use super::pictures::file_fault;
use super::scores::fiscal_year;
use crate::report::diagnostic::Fault;
use crate::report::loaded::Loaded;
use crate::report::reader::{Entry, Reader, Table};
use crate::report::source::Spanned;
use crate::report::syntax;

use crate::ita::{Indicator, Instrument, Level, RuleBook, Rules, RulesFile};

/// The rules for all years. Those from the files that the report names take precedence over the built-in ones. Adds the
/// files' sources, diagnostics and strings to `loaded`.
pub(super) fn rule_book(
    reader: &mut Reader,
    entry: Entry,
    loader: &Loader,
    loaded: &mut Loaded,
) -> Option<RuleBook> {
    let mut report_rules: Vec<Rules> = Vec::new();
    for name in entry.items().into_iter().filter_map(|item| reader.string(item)).collect::<Vec<_>>() {
        let Some(rules) = rules_file(reader, &name, loader, loaded) else { continue };
        let (from, to) = rules.years();
        let overlaps = |other: &Rules| from <= other.years().1 && other.years().0 <= to;
        if report_rules.iter().any(overlaps) {
            reader.report(Fault::RulesOverlap { path: name.value, from, to }, name.span);
        } else {
            report_rules.push(rules);
        }
    }
    Some(RuleBook::with_own_rules(report_rules))
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
    let mut single = false;
    let year = root.optional(reader, "year", |reader, entry| {
        single = true;
        fiscal_year(reader, entry)
    });
    if single {
        let year = year?.value.number();
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
    // Without the missing ones, their indicators would seem to be of unknown instruments.
    all_read.then_some(weights)
}

/// Reads the levels, best first. The last one must include all scores that are too low for the others.
fn levels(reader: &mut Reader, entry: Entry) -> Option<Vec<Level>> {
    let mut levels: Vec<Level> = Vec::new();
    let mut last = entry.span();
    for mut table in reader.tables(entry)? {
        let span = table.span();
        let name = table.required(reader, "name", Reader::text);
        let passed = table.required(reader, "passed", Reader::boolean);
        let common = table.optional(reader, "common", Reader::boolean).unwrap_or(false);
        let total = table.required(reader, "total", Reader::score);
        let instrument = table.optional(reader, "instrument", Reader::score);
        table.finish(reader);
        let (Some(name), Some(passed), Some(total)) = (name, passed, total) else { return None };
        if levels.last().is_some_and(|better| better.total < total) {
            reader.report(Fault::LevelsOrder { name: name.value.clone() }, span.clone());
        }
        levels.push(Level { name: name.value, passed, common, total, instrument });
        last = span;
    }
    if levels.last().is_none_or(|level| level.total.hundredths() > 0 || level.instrument.is_some()) {
        reader.report(Fault::LevelsEnd {}, last);
    }
    Some(levels)
}

/// Reads the indicators. Each needs an instrument that has a weight, and each instrument needs an indicator.
fn indicators(
    reader: &mut Reader,
    entry: Entry,
    weights: Option<&BTreeMap<Instrument, u8>>,
) -> Option<Vec<Indicator>> {
    let mut indicators: Vec<Indicator> = Vec::new();
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
        let (Some(number), Some(instrument), Some(name)) = (number, instrument, name) else { return None };
        if indicators.iter().any(|other| other.number == number) {
            reader.report(Fault::RepeatedIndicator { number }, span);
        }
        let instrument = Instrument::new(&instrument);
        indicators.push(Indicator { number, instrument, name: name.value });
    }
    let measures_nothing =
        |instrument: &&Instrument| !indicators.iter().any(|i| i.instrument == **instrument);
    for instrument in weights.into_iter().flat_map(BTreeMap::keys).filter(measures_nothing) {
        let fault = Fault::InstrumentWithoutIndicator { instrument: instrument.name().to_owned() };
        reader.report(fault, entry.span());
    }
    Some(indicators)
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
