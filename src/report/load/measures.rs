//! Reads the measures.

use toml::de::DeValue;

use super::columns;
use super::scores::unknown_indicator;
use crate::ita::ChosenRules;
use crate::report::diagnostic::{Fault, ValueType};
use crate::report::model::{Budget, Items, ListStyle, Measure, MeasurePeriod, Target};
use crate::report::reader::{Entry, Reader, Table};
use crate::report::source::Spanned;
use crate::report::syntax::number_as_typed;
use crate::thai::calendar::ERA_OFFSET;
use crate::thai::{Month, Period};

pub(super) fn measures(reader: &mut Reader, entry: Entry, rules: &ChosenRules) -> Option<Vec<Measure>> {
    let tables = reader.tables(entry)?;
    if tables.is_empty() {
        reader.report(Fault::MissingKey { key: "measures".to_owned(), sample: reader.sample }, entry.span());
    }
    Some(tables.into_iter().filter_map(|table| measure(reader, table, rules)).collect())
}

fn measure(reader: &mut Reader, mut table: Table, rules: &ChosenRules) -> Option<Measure> {
    let span = table.span();
    let title = table.required(reader, "title", Reader::prose);
    let target = table.optional(reader, "target", spanned(|r: &mut Reader, e| target(r, e, rules)));
    let responsible =
        table.optional_unless_empty(reader, "responsible", Reader::prose_list).unwrap_or_default();
    let period = table.optional_unless_empty(reader, "period", spanned(period));
    let steps = items(reader, &mut table, "steps", "steps_style");
    let results = items(reader, &mut table, "results", "results_style");
    let outcome = table.optional_unless_empty(reader, "outcome", Reader::prose_list).unwrap_or_default();
    let compare = table.optional(reader, "compare", Reader::boolean).unwrap_or(true);
    let monitoring = table.optional_unless_empty(reader, "monitoring", Reader::prose);
    let budget = table.optional_unless_empty(reader, "budget", budget);
    let kpi = table.optional_unless_empty(reader, "kpi", Reader::prose);
    let goal = table.optional_unless_empty(reader, "goal", Reader::prose);
    let extra = table.entry("extra");
    let extra = extra.and_then(|entry| columns::extra(reader, entry, table.asked())).unwrap_or_default();
    table.finish(reader);
    Some(Measure {
        span,
        title: title?,
        compare: compare && target.is_some(),
        target,
        responsible,
        period,
        steps,
        results,
        outcome,
        monitoring,
        budget,
        kpi,
        goal,
        extra,
    })
}

fn budget(reader: &mut Reader, entry: Entry) -> Option<Budget> {
    match entry.value.get_ref() {
        DeValue::String(_) => reader.prose(entry).map(Budget::Words),
        _ => baht(reader, entry).map(Budget::Baht),
    }
}

/// Reads an amount of money that is not negative, with at most two decimal places.
fn baht(reader: &mut Reader, entry: Entry) -> Option<String> {
    let written = reader.decimal(entry)?;
    let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    if !whole.is_empty() && digits(whole) && digits(fraction) && fraction.len() <= 2 {
        return Some(written.replace('_', ""));
    }
    reader.report(Fault::BudgetForm { value: written.to_owned() }, entry.span());
    None
}

fn items(reader: &mut Reader, table: &mut Table, items: &'static str, style: &'static str) -> Items {
    const STYLES: [(&str, ListStyle); 3] =
        [("numbered", ListStyle::Numbered), ("dash", ListStyle::Dash), ("plain", ListStyle::Plain)];
    Items {
        span: table.entry(items).map(|entry| entry.span()),
        items: table.optional_unless_empty(reader, items, Reader::prose_list).unwrap_or_default(),
        style: table.optional_unless_empty(reader, style, |r, e| r.choice(e, &STYLES)).unwrap_or_default(),
    }
}

/// Adds the place of the entry's value to the result of `read`.
fn spanned<'s, 't, T>(
    read: impl Fn(&mut Reader<'s>, Entry<'t>) -> Option<T>,
) -> impl FnOnce(&mut Reader<'s>, Entry<'t>) -> Option<Spanned<T>> {
    move |reader, entry| read(reader, entry).map(|value| Spanned::new(value, entry.span()))
}

fn target(reader: &mut Reader, entry: Entry, rules: &ChosenRules) -> Option<Target> {
    if let DeValue::String(text) = entry.value.get_ref() {
        if number_as_typed(text.trim()).is_some() {
            return reader.wrong_type(entry, ValueType::Integer);
        }
        let words = ["รวม", "คะแนนรวม", "ทั้งหมด", "คะแนนรวมทั้งหมด"];
        if words.contains(&text.trim()) {
            let fault = Fault::UnknownChoice {
                key: entry.key.to_owned(),
                value: text.to_string(),
                choices: "\"total\"".to_owned(),
                nearest: Some("total".to_owned()),
            };
            reader.report_with(fault, entry.span(), "\"total\"");
            return None;
        }
        return reader.choice(entry, &[("total", Target::Total)]);
    }
    let number = reader.integer(entry)?;
    let known = u8::try_from(number.value).ok().filter(|number| !rules.rules_out(*number));
    if known.is_none() {
        reader.report(unknown_indicator(reader.source.slice(&number.span), &rules.rules), number.span);
    }
    known.map(Target::Indicator)
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
    let meant = Month::meant(&value).map(|month| format!("\"{}\"", month.written()));
    let fault = match written.parse::<Month>() {
        Ok(month) if month.is_buddhist() => return Some(month),
        Ok(month) => {
            Fault::YearCommonEra { value: month.year.to_string(), year: (month.year + ERA_OFFSET) as u16 }
        }
        Err(_) => Fault::PeriodForm { value },
    };
    reader.report_meant(fault, written.span, meant.as_deref());
    None
}
