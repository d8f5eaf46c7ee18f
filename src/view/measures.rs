//! The tables of measures of the report and the plan, and the paragraphs and lists that all documents use.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::writer::Writer;
use super::{comparison, money, wording};
use crate::report::{Budget, Column, Items, ListStyle, Measure, MeasurePeriod, Orientation, Prose, Spanned};
use crate::thai::digits::is_digit;

/// The table of measures.
#[derive(Debug, Clone, Serialize)]
pub struct MeasuresTable {
    /// Whether the pages with the table are in landscape format.
    pub landscape: bool,
    /// The columns: their names in the report file. Columns in which nothing stands are left out.
    pub columns: Vec<String>,
    /// The headings of the columns.
    pub header: Vec<String>,
    /// The rows, one for each measure; each row has one cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// The sum of the amounts of money, if there are any and a column has them.
    pub total: Option<Total>,
    /// What follows the title in the rest of a row that goes on on the next page.
    pub continued: String,
}

/// The last row of a table with amounts of money.
#[derive(Debug, Clone, Serialize)]
pub struct Total {
    /// What the sum is of.
    pub label: String,
    /// The sum in baht.
    pub amount: String,
    /// The column that it is in, from 0.
    pub column: usize,
}

/// The content of a table cell, from top to bottom.
pub type Cell = Vec<Block>;

/// A paragraph, an amount of money or a list. Templates distinguish them by `kind`: `paragraph`, `amount` or `list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// The text of the paragraph.
        text: String,
    },
    /// An amount of money.
    Amount {
        /// The amount in baht.
        text: String,
    },
    /// A list.
    List {
        /// The items of the list.
        items: Vec<ListItem>,
        /// If the list is a part of one: the longest marker of the whole list, whose items all have the same indent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        longest: Option<String>,
    },
}

impl Block {
    /// The text of a paragraph, or of a list's first item.
    pub fn first_text(&self) -> Option<&str> {
        match self {
            Block::Paragraph { text } | Block::Amount { text } => Some(text),
            Block::List { items, .. } => items.first().map(|item| item.text.as_str()),
        }
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    /// The marker before the text: a number with a full stop, or a dash.
    pub marker: String,
    /// The text of the item.
    pub text: String,
}

/// The usual columns of the report: what was planned, done and achieved.
const REPORT_COLUMNS: [Column; 6] =
    [Column::Title, Column::Steps, Column::Responsible, Column::Period, Column::Results, Column::Outcome];

/// The usual columns of the plan: what is planned, what it costs, and how it is measured and monitored.
const PLAN_COLUMNS: [Column; 8] = [
    Column::Title,
    Column::Steps,
    Column::Responsible,
    Column::Period,
    Column::Budget,
    Column::Kpi,
    Column::Goal,
    Column::Monitoring,
];

/// The table in the report.
pub(super) fn report_table(writer: Writer) -> MeasuresTable {
    table(writer, writer.report.layout.columns.as_deref(), &REPORT_COLUMNS)
}

/// The table in the plan.
pub(super) fn plan_table(writer: Writer) -> MeasuresTable {
    table(writer, writer.report.layout.plan_columns.as_deref(), &PLAN_COLUMNS)
}

/// The table with the columns that were asked for, or the usual ones. Those in which nothing stands are left out.
fn table(writer: Writer, asked_for: Option<&[Spanned<Column>]>, usual: &[Column]) -> MeasuresTable {
    let report = writer.report;
    let columns: Vec<&Column> = match asked_for {
        Some(columns) => columns.iter().map(|column| &column.value).collect(),
        None => usual.iter().collect(),
    };
    let cells = |column: &Column| -> Vec<Cell> {
        (1..).zip(&report.measures).map(|(number, measure)| cell(writer, number, measure, column)).collect()
    };
    let filled = |cells: &Vec<Cell>| cells.iter().any(|cell| !cell.is_empty());
    let mut set: Vec<(&Column, Vec<Cell>)> =
        columns.iter().map(|column| (*column, cells(column))).filter(|(_, cells)| filled(cells)).collect();
    if set.is_empty() {
        set.push((&Column::Title, cells(&Column::Title)));
    }
    let row = |at: usize| set.iter().map(|(_, cells)| cells[at].clone()).collect();
    MeasuresTable {
        landscape: report.layout.orientation == Orientation::Landscape,
        columns: set.iter().map(|(column, _)| column.name().to_owned()).collect(),
        header: set.iter().map(|(column, _)| heading(writer, column)).collect(),
        rows: (0..report.measures.len()).map(row).collect(),
        total: total(writer, set.iter().position(|(column, _)| **column == Column::Budget)),
        continued: MEASURES.continued.clone(),
    }
}

fn heading(writer: Writer, column: &Column) -> String {
    let words = &MEASURES.headings;
    writer.in_numerals(words.get(column.name()).map_or(column.name(), String::as_str))
}

/// The cell of a measure in a column.
fn cell(writer: Writer, number: usize, measure: &Measure, column: &Column) -> Cell {
    let prose =
        |prose: &Option<Prose>| paragraphs_cell(prose.iter().flat_map(|prose| writer.paragraphs(prose)));
    match column {
        Column::Title => {
            paragraphs_cell([format!("{}. {}", writer.number(number), writer.text(&measure.title))])
        }
        Column::Steps => list_cell(writer, &measure.steps),
        Column::Responsible => {
            paragraphs_cell(measure.responsible.iter().flat_map(|unit| writer.paragraphs(unit)))
        }
        Column::Period => paragraphs_cell([period(writer, measure)]),
        Column::Budget => match &measure.budget {
            None => Vec::new(),
            Some(Budget::Words(words)) => paragraphs_cell(writer.paragraphs(words)),
            Some(Budget::Baht(baht)) => {
                vec![Block::Amount { text: writer.in_numerals(&money::grouped(baht)) }]
            }
        },
        Column::Kpi => prose(&measure.kpi),
        Column::Goal => prose(&measure.goal),
        Column::Monitoring => prose(&measure.monitoring),
        Column::Results => list_cell(writer, &measure.results),
        Column::Outcome => {
            let target = measure.target.as_ref().filter(|_| measure.compare);
            let comparison = target.map(|target| comparison::paragraphs(writer, target.value));
            let outcome = measure.outcome.iter().flat_map(|prose| writer.paragraphs(prose));
            paragraphs_cell(comparison.into_iter().flatten().chain(outcome))
        }
        Column::Extra(heading) => {
            let own =
                measure.extra.iter().filter(|(own, _)| own.value == *heading).flat_map(|(_, texts)| texts);
            paragraphs_cell(own.flat_map(|text| writer.paragraphs(text)))
        }
    }
}

/// The sum of the amounts of money, if more than one measure has one, and none has figures in words.
fn total(writer: Writer, column: Option<usize>) -> Option<Total> {
    let baht = |measure: &Measure| match &measure.budget {
        Some(Budget::Baht(baht)) => Some(baht.clone()),
        _ => None,
    };
    let has_figures = |measure: &Measure| match &measure.budget {
        Some(Budget::Words(words)) => writer.text(words).contains(is_digit),
        _ => false,
    };
    if writer.report.measures.iter().any(has_figures) {
        return None;
    }
    let amounts: Vec<String> = writer.report.measures.iter().filter_map(baht).collect();
    let sum = (amounts.len() > 1).then(|| money::sum(amounts.iter().map(String::as_str)))??;
    Some(Total {
        label: MEASURES.total.clone(),
        amount: writer.in_numerals(&money::grouped(&sum)),
        column: column?,
    })
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
    if let ([item], ListStyle::Numbered) = (list.items.as_slice(), list.style) {
        return paragraphs_cell(writer.paragraphs(item));
    }
    let items: Vec<ListItem> = list
        .items
        .iter()
        .zip(1..)
        .map(|(item, number)| ListItem { marker: marker(writer, number), text: writer.text(item) })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { items, longest: None }] }
}

/// The wording of the tables of measures. The comments in the TOML file explain its fields.
static MEASURES: LazyLock<MeasuresWording> =
    LazyLock::new(|| wording::read(include_str!("../../data/wording/measures.toml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasuresWording {
    continued: String,
    total: String,
    /// By the names of the columns.
    headings: BTreeMap<String, String>,
}
