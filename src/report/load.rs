//! From a report file to a [`Report`], or to the list of everything that is wrong with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::de::DeValue;

use super::diagnostic::{Diagnostic, Fault, Severity};
use super::prose::Placeholder;
use super::reader::{Entry, Reader, Table};
use super::source::{Source, Span, Spanned};
use super::{
    Agency, Evidence, Items, Layout, Lessons, ListStyle, Measure, MeasurePeriod, Memo, Orientation, Photo,
    Report, Signature, Target, Text, syntax,
};
use crate::ita::{INDICATORS, Instrument, Results, Rules, Score};
use crate::thai::calendar::YearError;
use crate::thai::{FiscalYear, Month, Numerals, Period};

/// What loading a file gives.
#[derive(Debug)]
pub struct Loaded {
    /// The file's text, for showing places.
    pub source: Source,
    /// The report, if the file has no errors.
    pub report: Option<Report>,
    /// Every string that is set on a page, errors or not.
    pub strings: Vec<Spanned<String>>,
    /// The font family asked for, and the folder of its files.
    pub font: Option<Spanned<String>>,
    /// The second of them.
    pub font_dir: Option<Spanned<PathBuf>>,
    /// Errors and warnings in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads a report from a file's bytes.
///
/// `name` is what messages call the file; its paths start from `folder`.
pub fn load(name: &str, bytes: &[u8], folder: &Path) -> Loaded {
    let (source, undecodable) = syntax::decode(name, bytes);
    if let Some(diagnostic) = undecodable {
        let diagnostics = vec![diagnostic];
        return Loaded { source, report: None, strings: Vec::new(), font: None, font_dir: None, diagnostics };
    }
    let mut patched = String::new();
    let (table, syntax_errors) = syntax::parse(&source, &mut patched);
    let mut reader = Reader::new(&source);
    // The table's own span is the whole document; what is missing in it is missing at its beginning.
    let (report, layout) = report(&mut reader, Table::new(table.get_ref(), 0..0), folder);
    let Reader { mut diagnostics, strings, .. } = reader;
    if !syntax_errors.is_empty() {
        let line = |d: &Diagnostic| source.position(d.span.start).line;
        let broken: Vec<usize> = syntax_errors.iter().map(line).collect();
        // What the parser lost is not the user's omission, and what it guessed on a broken line not their words.
        diagnostics.retain(|d| !matches!(d.fault, Fault::MissingKey { .. }) && !broken.contains(&line(d)));
        diagnostics.extend(syntax_errors);
    }
    diagnostics.sort_by_key(|d| (d.span.start, d.span.end));
    diagnostics.dedup();
    let report = report.filter(|_| diagnostics.iter().all(|d| d.severity() != Severity::Error));
    drop(table);
    Loaded { source, report, strings, font: layout.font, font_dir: layout.font_dir, diagnostics }
}

fn report(reader: &mut Reader, mut root: Table, folder: &Path) -> (Option<Report>, Layout) {
    let fiscal_year = root.required(reader, "fiscal_year", fiscal_year);
    let date = root.optional(reader, "date", Reader::date);
    let agency = root.required(reader, "agency", |r, e| agency(r, e, folder));
    let scores = root.optional(reader, "scores", scores).unwrap_or_default();
    let measures = root.required(reader, "measures", measures);
    let text = root.optional(reader, "text", text).unwrap_or_else(default_text);
    let lessons = root.optional(reader, "lessons", lessons).unwrap_or_default();
    let count = measures.as_ref().map(Vec::len);
    let photos = root.optional(reader, "photos", |r, e| photos(r, e, folder, count)).unwrap_or_default();
    let evidence = root.optional(reader, "evidence", |r, e| evidence(r, e, count)).unwrap_or_default();
    let signatures = root.optional(reader, "signatures", signatures).unwrap_or_default();
    let memo = root.optional(reader, "memo", memo);
    let layout = root.optional(reader, "layout", |r, e| layout(r, e, folder)).unwrap_or_default();
    let allow = root.optional(reader, "check", allow).unwrap_or_default();
    root.finish(reader);
    if let Some(year) = &fiscal_year {
        check_year(reader, year);
        check_placeholders(reader, year.value, &scores);
    }
    let (Some(fiscal_year), Some(agency), Some(measures)) = (fiscal_year, agency, measures) else {
        return (None, layout);
    };
    let scores = scores.into_iter().filter_map(|(year, results)| Some((year, results?))).collect();
    let report = Report {
        fiscal_year,
        date,
        agency,
        scores,
        measures,
        text,
        lessons,
        photos,
        evidence,
        signatures,
        memo,
        layout: layout.clone(),
        allow,
    };
    (Some(report), layout)
}

fn fiscal_year(reader: &mut Reader, entry: Entry) -> Option<Spanned<FiscalYear>> {
    let number = reader.integer(entry)?;
    year(reader, number.value, number.span)
}

fn year(reader: &mut Reader, number: i64, span: Span) -> Option<Spanned<FiscalYear>> {
    let value = number.to_string();
    match FiscalYear::new(number) {
        Ok(year) => return Some(Spanned::new(year, span)),
        Err(YearError::CommonEra(year)) => reader.report(Fault::YearCommonEra { value, year }, span),
        Err(YearError::OutOfRange) => reader.report(Fault::YearRange { value }, span),
    }
    None
}

fn agency(reader: &mut Reader, entry: Entry, folder: &Path) -> Option<Agency> {
    let mut table = reader.table(entry)?;
    let name = table.required(reader, "name", Reader::text).map(|name| name.value);
    let mut optional = |reader: &mut Reader, key| table.optional(reader, key, Reader::text).map(|t| t.value);
    let short_name = optional(reader, "short_name");
    let district = optional(reader, "district");
    let province = optional(reader, "province");
    let address = optional(reader, "address");
    let phone = optional(reader, "phone");
    let email = optional(reader, "email");
    let website = optional(reader, "website");
    let logo_alt = optional(reader, "logo_alt");
    let logo = table.optional(reader, "logo", |r, e| r.picture(e, folder));
    table.finish(reader);
    let name = name?;
    let short_name = short_name.unwrap_or_else(|| name.clone());
    Some(Agency { name, short_name, district, province, address, phone, email, website, logo, logo_alt })
}

/// Results by year; `None` for a year whose results cannot be read.
type Years = BTreeMap<FiscalYear, Option<Spanned<Results>>>;

fn scores(reader: &mut Reader, entry: Entry) -> Option<Years> {
    let mut years = BTreeMap::new();
    for (entry, key) in reader.table(entry)?.entries() {
        let year = match entry.key.parse() {
            Ok(number) => year(reader, number, key.clone()),
            Err(_) => {
                reader.report(Fault::YearRange { value: entry.key.to_owned() }, key.clone());
                None
            }
        };
        let results = results(reader, entry);
        if let Some(year) = year {
            years.insert(year.value, results.map(|results| Spanned::new(results, key)));
        }
    }
    Some(years)
}

fn results(reader: &mut Reader, entry: Entry) -> Option<Results> {
    let mut table = reader.table(entry)?;
    let total = table.required(reader, "total", Reader::score);
    let stated_level = table.optional(reader, "level", Reader::text).map(|level| level.value);
    let instruments = table.optional(reader, "instruments", instruments).unwrap_or_default();
    let indicators = table.optional(reader, "indicators", indicators).unwrap_or_default();
    table.finish(reader);
    Some(Results { total: total?, stated_level, instruments, indicators })
}

fn instruments(reader: &mut Reader, entry: Entry) -> Option<BTreeMap<Instrument, Score>> {
    let mut table = reader.table(entry)?;
    let mut scores = BTreeMap::new();
    for instrument in Instrument::ALL {
        if let Some(score) = table.optional(reader, instrument.name(), Reader::score) {
            scores.insert(instrument, score);
        }
    }
    table.finish(reader);
    Some(scores)
}

fn indicators(reader: &mut Reader, entry: Entry) -> Option<BTreeMap<u8, Score>> {
    let mut scores = BTreeMap::new();
    for (entry, key) in reader.table(entry)?.entries() {
        match entry.key.parse().ok().filter(|number| (1..=INDICATORS).contains(number)) {
            Some(number) => {
                if let Some(score) = reader.score(entry) {
                    scores.insert(number, score);
                }
            }
            None => reader.report(Fault::IndicatorNumber { value: entry.key.to_owned() }, key),
        }
    }
    Some(scores)
}

fn measures(reader: &mut Reader, entry: Entry) -> Option<Vec<Measure>> {
    let tables = reader.tables(entry)?;
    if tables.is_empty() {
        reader.report(Fault::MissingKey { key: "measures".to_owned() }, entry.span());
    }
    Some(tables.into_iter().filter_map(|table| measure(reader, table)).collect())
}

fn measure(reader: &mut Reader, mut table: Table) -> Option<Measure> {
    let title = table.required(reader, "title", Reader::prose);
    let target = table.optional(reader, "target", target);
    let responsible = table.optional(reader, "responsible", Reader::prose_list).unwrap_or_default();
    let period = table.optional(reader, "period", period);
    let steps = items(reader, &mut table, "steps", "steps_style");
    let results = items(reader, &mut table, "results", "results_style");
    let outcome = table.optional(reader, "outcome", Reader::prose_list).unwrap_or_default();
    let compare = table.optional(reader, "compare", Reader::boolean).unwrap_or(true);
    let monitoring = table.optional(reader, "monitoring", Reader::prose);
    let budget = table.optional(reader, "budget", Reader::baht);
    table.finish(reader);
    Some(Measure {
        title: title?,
        target,
        responsible,
        period,
        steps,
        results,
        outcome,
        compare: compare && target.is_some(),
        monitoring,
        budget,
    })
}

fn items(reader: &mut Reader, table: &mut Table, items: &'static str, style: &'static str) -> Items {
    const STYLES: [(&str, ListStyle); 3] =
        [("numbered", ListStyle::Numbered), ("dash", ListStyle::Dash), ("plain", ListStyle::Plain)];
    Items {
        items: table.optional(reader, items, Reader::prose_list).unwrap_or_default(),
        style: table.optional(reader, style, |r, e| r.choice(e, &STYLES)).unwrap_or_default(),
    }
}

fn target(reader: &mut Reader, entry: Entry) -> Option<Target> {
    if let DeValue::String(_) = entry.value.get_ref() {
        return reader.choice(entry, &[("total", Target::Total)]);
    }
    let number = reader.integer(entry)?;
    match u8::try_from(number.value).ok().filter(|n| (1..=INDICATORS).contains(n)) {
        Some(number) => Some(Target::Indicator(number)),
        None => {
            reader.report(Fault::IndicatorNumber { value: number.value.to_string() }, number.span);
            None
        }
    }
}

fn period(reader: &mut Reader, entry: Entry) -> Option<MeasurePeriod> {
    if let DeValue::String(_) = entry.value.get_ref() {
        return reader.prose(entry).map(MeasurePeriod::Words);
    }
    let mut table = reader.table(entry)?;
    let from = table.required(reader, "from", month);
    let to = table.required(reader, "to", month);
    table.finish(reader);
    let (from, to) = (from?, to?);
    if to < from {
        let fault = Fault::PeriodOrder { from: from.short(), to: to.short() };
        reader.report(fault, entry.span());
        return None;
    }
    Some(MeasurePeriod::Months(Period { from, to }))
}

fn month(reader: &mut Reader, entry: Entry) -> Option<Month> {
    let written = reader.string(entry)?;
    let value = written.value.clone();
    let month = written.parse().ok();
    if month.is_none() {
        reader.report(Fault::PeriodForm { value }, written.span);
    }
    month
}

fn default_text() -> Text {
    let weak_below = Score::from_hundredths(95_00).expect("95 is a score");
    Text { title: None, introduction: None, conclusion: None, closing: None, weak_below }
}

fn text(reader: &mut Reader, entry: Entry) -> Option<Text> {
    let mut table = reader.table(entry)?;
    let title = table.optional(reader, "title", Reader::prose);
    let mut paragraphs = |reader: &mut Reader, key| {
        table.optional(reader, key, Reader::prose_list).filter(|paragraphs| !paragraphs.is_empty())
    };
    let introduction = paragraphs(reader, "introduction");
    let conclusion = paragraphs(reader, "conclusion");
    let closing = paragraphs(reader, "closing");
    let weak_below = table.optional(reader, "weak_below", Reader::score);
    table.finish(reader);
    let default = default_text();
    Some(Text {
        title,
        introduction,
        conclusion,
        closing,
        weak_below: weak_below.unwrap_or(default.weak_below),
    })
}

fn lessons(reader: &mut Reader, entry: Entry) -> Option<Lessons> {
    let mut table = reader.table(entry)?;
    let obstacles = table.optional(reader, "obstacles", Reader::prose_list).unwrap_or_default();
    let recommendations = table.optional(reader, "recommendations", Reader::prose_list).unwrap_or_default();
    table.finish(reader);
    Some(Lessons { obstacles, recommendations })
}

fn photos(reader: &mut Reader, entry: Entry, folder: &Path, measures: Option<usize>) -> Option<Vec<Photo>> {
    let mut photos = Vec::new();
    for mut table in reader.tables(entry)? {
        reader.report(Fault::NotSetYet { key: "photos" }, table.span());
        let file = table.required(reader, "file", |r, e| r.picture(e, folder));
        let caption = table.optional(reader, "caption", Reader::prose);
        let alt = table.optional(reader, "alt", Reader::prose);
        let measure = table.optional(reader, "measure", |r, e| measure_number(r, e, measures));
        table.finish(reader);
        photos.extend(file.map(|file| Photo { file, caption, alt, measure }));
    }
    Some(photos)
}

fn evidence(reader: &mut Reader, entry: Entry, measures: Option<usize>) -> Option<Vec<Evidence>> {
    let mut evidence = Vec::new();
    for mut table in reader.tables(entry)? {
        let title = table.required(reader, "title", Reader::prose);
        let url = table.optional(reader, "url", Reader::link);
        let measure = table.optional(reader, "measure", |r, e| measure_number(r, e, measures));
        table.finish(reader);
        evidence.extend(title.map(|title| Evidence { title, url, measure }));
    }
    Some(evidence)
}

/// The number of a measure of this file, as far as their count is known.
fn measure_number(reader: &mut Reader, entry: Entry, count: Option<usize>) -> Option<usize> {
    let number = reader.integer(entry)?;
    let count = count?;
    let valid = usize::try_from(number.value).ok().filter(|n| (1..=count).contains(n));
    if valid.is_none() {
        reader.report(Fault::MeasureNumber { value: number.value.to_string(), count }, number.span);
    }
    valid
}

fn signatures(reader: &mut Reader, entry: Entry) -> Option<Vec<Signature>> {
    let tables = reader.tables(entry)?;
    Some(
        tables
            .into_iter()
            .map(|mut table| {
                let role = table.optional(reader, "role", Reader::prose);
                let signature = signer(reader, &mut table);
                table.finish(reader);
                Signature { role, ..signature }
            })
            .collect(),
    )
}

fn signer(reader: &mut Reader, table: &mut Table) -> Signature {
    let name = table.optional(reader, "name", Reader::prose);
    let position = table.optional(reader, "position", Reader::prose);
    Signature { role: None, name, position }
}

fn memo(reader: &mut Reader, entry: Entry) -> Option<Memo> {
    let mut table = reader.table(entry)?;
    let mut prose = |reader: &mut Reader, key| table.optional(reader, key, Reader::prose);
    let number = prose(reader, "number");
    let from = prose(reader, "from");
    let to = prose(reader, "to");
    let subject = prose(reader, "subject");
    let date = table.optional(reader, "date", Reader::date);
    let body = table.optional(reader, "body", Reader::prose_list).unwrap_or_default();
    let signer = table.optional(reader, "signer", |reader, entry| {
        let mut table = reader.table(entry)?;
        let signer = signer(reader, &mut table);
        table.finish(reader);
        Some(signer)
    });
    table.finish(reader);
    Some(Memo { number, date, from, to, subject, body, signer })
}

fn layout(reader: &mut Reader, entry: Entry, folder: &Path) -> Option<Layout> {
    let mut table = reader.table(entry)?;
    let numerals = [("thai", Numerals::Thai), ("arabic", Numerals::Arabic)];
    let orientation = [("landscape", Orientation::Landscape), ("portrait", Orientation::Portrait)];
    let numerals = table.optional(reader, "numerals", |r, e| r.choice(e, &numerals)).unwrap_or_default();
    let orientation =
        table.optional(reader, "orientation", |r, e| r.choice(e, &orientation)).unwrap_or_default();
    let mut switch = |reader: &mut Reader, key| {
        let entry = table.entry(key)?;
        let on = reader.boolean(entry)?;
        if on {
            reader.report(Fault::NotSetYet { key }, entry.span());
        }
        Some(on)
    };
    let cover = switch(reader, "cover").unwrap_or(false);
    let contents = switch(reader, "contents").unwrap_or(false);
    let chart = switch(reader, "chart").unwrap_or(false);
    let font = table.optional(reader, "font", Reader::string);
    let font_dir = table.optional(reader, "font_dir", |r, e| r.folder(e, folder));
    table.finish(reader);
    Some(Layout { numerals, orientation, cover, contents, chart, font, font_dir })
}

fn allow(reader: &mut Reader, entry: Entry) -> Option<Vec<Spanned<String>>> {
    let mut table = reader.table(entry)?;
    let codes = table.optional(reader, "allow", |reader, entry| {
        Some(entry.items().into_iter().filter_map(|item| reader.string(item)).collect())
    });
    table.finish(reader);
    codes
}

/// Says where rules of other years stand in for this year's.
fn check_year(reader: &mut Reader, year: &Spanned<FiscalYear>) {
    let found = Rules::of(year.value);
    if !found.known {
        let (from, to) = found.rules.years();
        reader.report(Fault::RulesYear { year: year.number(), from, to }, year.span.clone());
    }
}

/// Reports placeholders whose value this file does not have.
fn check_placeholders(reader: &mut Reader, current: FiscalYear, scores: &Years) {
    let previous = current.previous();
    // A year whose results cannot be read has been reported on.
    let lacks = |year: FiscalYear, level: bool| {
        let known = scores.get(&year).is_some_and(|results| match results {
            Some(results) => !level || results.level(Rules::of(year).rules).is_some(),
            None => true,
        });
        (!known).then_some(year)
    };
    for (placeholder, span) in std::mem::take(&mut reader.placeholders) {
        let lacking = match placeholder {
            Placeholder::Agency | Placeholder::ShortName | Placeholder::Year | Placeholder::PreviousYear => {
                None
            }
            Placeholder::Total => lacks(current, false),
            Placeholder::PreviousTotal => lacks(previous, false),
            Placeholder::Change => lacks(current, false).or_else(|| lacks(previous, false)),
            Placeholder::Level => lacks(current, true),
            Placeholder::PreviousLevel => lacks(previous, true),
        };
        if let Some(year) = lacking {
            let fault = Fault::PlaceholderWithoutValue { name: placeholder.name(), year: year.number() };
            reader.report(fault, span);
        }
    }
}
