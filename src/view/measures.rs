//! The tables of measures of the report and the plan, and the paragraphs and lists that all documents use.

use serde::Serialize;

use super::comparison;
use super::wording::REPORT;
use super::writer::Writer;
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
    /// A list.
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
pub(super) fn report_table(writer: Writer) -> MeasuresTable {
    let rows = numbered_measures(writer).map(|(number, measure)| {
        let comparison = measure.target.as_ref().filter(|_| measure.compare);
        let comparison = comparison.map(|target| comparison::lines(writer, target.value));
        let outcome = measure.outcome.iter().flat_map(|prose| writer.paragraphs(prose));
        let mut row = planned(writer, number, measure);
        row.push(list_cell(writer, &measure.results));
        row.push(paragraphs_cell(comparison.into_iter().flatten().chain(outcome)));
        row
    });
    table(writer, &REPORT.measures.header, false, rows.collect())
}

/// The table in the plan: what is planned, how it is monitored, and what it costs if any measure has a budget.
/// `headings` are the headings of all six columns, including the costs.
pub(super) fn plan_table(writer: Writer, headings: &[String]) -> MeasuresTable {
    let costs = writer.report.measures.iter().any(|measure| measure.budget.is_some());
    let rows = numbered_measures(writer).map(|(number, measure)| {
        let mut row = planned(writer, number, measure);
        row.push(paragraphs_cell(measure.monitoring.iter().flat_map(|prose| writer.paragraphs(prose))));
        if costs {
            row.push(paragraphs_cell(measure.budget.iter().map(|baht| writer.in_numerals(&grouped(baht)))));
        }
        row
    });
    table(writer, &headings[..if costs { 6 } else { 5 }], costs, rows.collect())
}

fn numbered_measures<'r>(writer: Writer<'r>) -> impl Iterator<Item = (usize, &'r Measure)> {
    (1..).zip(&writer.report.measures)
}

fn table(writer: Writer, header: &[String], amounts: bool, rows: Vec<Vec<Cell>>) -> MeasuresTable {
    let landscape = writer.report.layout.orientation == Orientation::Landscape;
    MeasuresTable { landscape, header: header.to_vec(), amounts, rows }
}

/// The four cells that both tables begin with: title, steps, responsible offices and period.
fn planned(writer: Writer, number: usize, measure: &Measure) -> Vec<Cell> {
    let responsible = measure.responsible.iter().flat_map(|unit| paragraphs_cell(writer.paragraphs(unit)));
    vec![
        paragraphs_cell([format!("{}. {}", writer.number(number), writer.text(&measure.title))]),
        list_cell(writer, &measure.steps),
        responsible.collect(),
        paragraphs_cell([period(writer, measure)]),
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

fn period(writer: Writer, measure: &Measure) -> String {
    match measure.period.as_deref() {
        Some(MeasurePeriod::Words(words)) => writer.text(words),
        Some(MeasurePeriod::Months(months)) => writer.in_numerals(&months.short()),
        None => writer.in_numerals(&writer.report.fiscal_year.months().short()),
    }
}

pub(super) fn paragraphs_cell(texts: impl IntoIterator<Item = String>) -> Cell {
    texts.into_iter().map(|text| Block::Paragraph { text }).collect()
}

pub(super) fn list_cell(writer: Writer, list: &Items) -> Cell {
    let marker: fn(Writer, usize) -> String = match list.style {
        ListStyle::Plain => {
            return paragraphs_cell(list.items.iter().flat_map(|item| writer.paragraphs(item)));
        }
        ListStyle::Numbered => |writer, number| format!("{}.", writer.number(number)),
        ListStyle::Dash => |_, _| "-".to_owned(),
    };
    let items: Vec<ListItem> = list
        .items
        .iter()
        .zip(1..)
        .map(|(item, number)| ListItem { marker: marker(writer, number), text: writer.text(item) })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { items }] }
}
