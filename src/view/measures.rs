//! The tables of measures of the report and the plan, and the paragraphs and lists that all documents use.

use serde::Serialize;

use super::comparison;
use super::speaker::Speaker;
use super::wording::REPORT;
use crate::report::{Items, ListStyle, Measure, MeasurePeriod, Orientation};

/// The table of measures.
#[derive(Debug, Clone, Serialize)]
pub struct MeasuresTable {
    /// Whether the pages with the table are in landscape format.
    pub landscape: bool,
    /// The headings of the columns.
    pub header: Vec<String>,
    /// Whether the last column contains amounts of money.
    pub amounts: bool,
    /// The rows, one for each measure; each row has one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// The content of a table cell, from top to bottom.
pub type Cell = Vec<Block>;

/// A paragraph or a list. Templates distinguish them by `kind`, which is `paragraph` or `list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// The text of the paragraph.
        text: String,
    },
    /// A list with hanging indents: all lines of an item are indented past its marker.
    List {
        /// The items of the list.
        items: Vec<ListItem>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListItem {
    /// The marker before the text: a number with a full stop, or a dash.
    pub marker: String,
    /// The text of the item.
    pub text: String,
}

/// The table in the report: what was planned, done and achieved.
pub(super) fn report_table(speaker: Speaker) -> MeasuresTable {
    let rows = numbered_measures(speaker).map(|(number, measure)| {
        let comparison = measure.target.as_ref().filter(|_| measure.compare);
        let comparison = comparison.map(|target| comparison::lines(speaker, target.value));
        let outcome = measure.outcome.iter().flat_map(|prose| speaker.paragraphs(prose));
        let mut row = planned(speaker, number, measure);
        row.push(items(speaker, &measure.results));
        row.push(plain(comparison.into_iter().flatten().chain(outcome)));
        row
    });
    table(speaker, &REPORT.measures.header, false, rows.collect())
}

/// The table in the plan: what is planned, how it is monitored, and what it costs if any measure has a budget.
/// `headings` are the headings of all six columns, including the costs.
pub(super) fn plan_table(speaker: Speaker, headings: &[String]) -> MeasuresTable {
    let costs = speaker.report.measures.iter().any(|measure| measure.budget.is_some());
    let rows = numbered_measures(speaker).map(|(number, measure)| {
        let mut row = planned(speaker, number, measure);
        row.push(plain(measure.monitoring.iter().flat_map(|prose| speaker.paragraphs(prose))));
        if costs {
            row.push(plain(measure.budget.iter().map(|baht| speaker.set(&grouped(baht)))));
        }
        row
    });
    table(speaker, &headings[..if costs { 6 } else { 5 }], costs, rows.collect())
}

fn numbered_measures<'r>(speaker: Speaker<'r>) -> impl Iterator<Item = (usize, &'r Measure)> {
    (1..).zip(&speaker.report.measures)
}

fn table(speaker: Speaker, header: &[String], amounts: bool, rows: Vec<Vec<Cell>>) -> MeasuresTable {
    let landscape = speaker.report.layout.orientation == Orientation::Landscape;
    MeasuresTable { landscape, header: header.to_vec(), amounts, rows }
}

/// The four cells that both tables begin with: title, steps, responsible offices and period.
fn planned(speaker: Speaker, number: usize, measure: &Measure) -> Vec<Cell> {
    let responsible = measure.responsible.iter().flat_map(|unit| plain(speaker.paragraphs(unit)));
    vec![
        plain([format!("{}. {}", speaker.number(number), speaker.text(&measure.title))]),
        items(speaker, &measure.steps),
        responsible.collect(),
        plain([period(speaker, measure)]),
    ]
}

/// An amount in baht, with commas between the thousands and two decimals.
fn grouped(amount: &str) -> String {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    format!("{out}.{fraction:0<2}")
}

fn period(speaker: Speaker, measure: &Measure) -> String {
    match measure.period.as_deref() {
        Some(MeasurePeriod::Words(words)) => speaker.text(words),
        Some(MeasurePeriod::Months(months)) => speaker.set(&months.short()),
        None => speaker.set(&speaker.report.fiscal_year.months().short()),
    }
}

pub(super) fn plain(texts: impl IntoIterator<Item = String>) -> Cell {
    texts.into_iter().map(|text| Block::Paragraph { text }).collect()
}

pub(super) fn items(speaker: Speaker, list: &Items) -> Cell {
    let marker: fn(Speaker, usize) -> String = match list.style {
        ListStyle::Plain => return plain(list.items.iter().flat_map(|item| speaker.paragraphs(item))),
        ListStyle::Numbered => |speaker, number| format!("{}.", speaker.number(number)),
        ListStyle::Dash => |_, _| "-".to_owned(),
    };
    let items: Vec<ListItem> = list
        .items
        .iter()
        .zip(1..)
        .map(|(item, number)| ListItem { marker: marker(speaker, number), text: speaker.text(item) })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { items }] }
}
