//! The function `thai-table` that templates call for a table of texts. It finds the widths of the columns, the lines of
//! the texts, and the parts of the rows that stand on each page, before Typst sets the table.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use typst::World as _;
use typst::diag::{StrResult, eco_format};
use typst::engine::Engine;
use typst::foundations::Bytes;
use typst::text::Font;
use typst_library::foundations::Dict;
use typst_macros::func;

use super::columns::page::Page;
use super::columns::{self, BOLD, Columns};
use super::line_breaks::broken;
use super::line_breaks::fit::{Measured, Setting};
use super::recorded::{Kind, record};
use super::rows::{CellLines, Part, Row, Title, parts};
use crate::fonts::widths;
use crate::thai::breaks;
use crate::view::{Block, Cell};

/// The longest length of a page, in points: that of a page of PDF.
const LONGEST: f64 = 14_400.0;
/// The most lines of a title that begins the rest of a row. A longer one would leave no room for the rest.
const MOST_TITLE_LINES: usize = 8;
/// The name of the column that begins the rest of a row.
const TITLE: &str = "title";

/// What templates pass of a table: fields of `MeasuresTable`.
#[derive(Deserialize)]
struct Table {
    #[serde(default)]
    columns: Vec<String>,
    header: Vec<String>,
    rows: Vec<Vec<Cell>>,
    continued: String,
    /// The last row, below the measures. What is in it is up to the template; it takes a line.
    #[serde(default)]
    total: Option<IgnoredAny>,
}

/// The lengths of the page and of the cells, in points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Room {
    width: f64,
    height: f64,
    above: f64,
    /// The height of what moves to the next page with the table, if its first row does.
    stuck: f64,
    below: f64,
    size: f64,
    line: f64,
    leading: f64,
    side: f64,
    top: f64,
    bottom: f64,
    paragraph_gap: f64,
    marker_gap: f64,
}

/// The table as it is set.
#[derive(Serialize)]
struct SetTable {
    /// The widths of the columns in points, including padding.
    widths: Vec<usize>,
    /// Whether only the first line of a list's item is indented.
    narrow: bool,
    /// The headings, with marks where lines end.
    header: Vec<String>,
    rows: Vec<Part>,
}

/// Finds the columns of a table, the lines of its texts and the parts of its rows.
#[func]
pub(super) fn thai_table(
    engine: &mut Engine,
    /// The table: its `header`, its `rows` and what its cells contain, as in `data.measures`.
    table: Dict,
    /// An automaton of names that count as words.
    names: Bytes,
    /// The lengths of the page and of the cells, in points.
    room: Dict,
) -> StrResult<Dict> {
    let Some(font) = engine.world.font(0) else { return Ok(table) };
    let set = set(&json(&(&table, &room))?, &names, &font)?;
    serde_json::from_str(&set).map_err(|error| eco_format!("{error}"))
}

/// A `thai-table` that also records its result in a warning.
#[func(name = "thai-table")]
pub(super) fn recorded_table(
    engine: &mut Engine,
    /// The table.
    table: Dict,
    /// An automaton of names that count as words.
    names: Bytes,
    /// The lengths of the page and of the cells, in points.
    room: Dict,
) -> StrResult<Dict> {
    let set = thai_table(engine, table.clone(), names, room.clone())?;
    record(engine, Kind::Table, &json(&(&table, &room))?, &json(&set)?);
    Ok(set)
}

fn json(value: &impl Serialize) -> StrResult<String> {
    serde_json::to_string(value).map_err(|error| eco_format!("{error}"))
}

/// The table as JSON. `arguments` are a table and its room, as JSON too.
#[comemo::memoize]
#[typst_macros::time(name = "fit columns")]
fn set(arguments: &str, names: &[u8], font: &Font) -> StrResult<String> {
    let (table, room): (Table, Room) =
        serde_json::from_str(arguments).map_err(|error| eco_format!("not a table of texts: {error}"))?;
    let count = table.header.len();
    if let Some(at) = table.rows.iter().position(|row| row.len() != count) {
        let (row, cells) = (at + 1, table.rows[at].len());
        return Err(eco_format!("row {row} of the table has {cells} cells, but there are {count} headings"));
    }
    room.check()?;
    let advances = widths(font.data(), font.index());
    let width = |c: char| advances(c) * room.size;
    let page = room.page();
    let columns = columns::compute(&table.header, &table.rows, page, width, names);
    let fit = Fit { width: &width, names, setting: columns.setting };
    let header: Vec<(String, usize)> =
        table.header.iter().zip(&columns.widths).map(|(text, room)| fit.text(text, *room, BOLD)).collect();
    let heading = page.row(header.iter().map(|(_, lines)| *lines).max().unwrap_or(0) as f64 * page.line);
    let rows = rows(&table, &columns, &page, &fit);
    // The total stays with the last row, and so does what comes after the table, unless it takes most of a page.
    let total = if table.total.is_some() { page.row(page.line) } else { 0.0 };
    let end = total + if room.below < page.height / 2.0 { room.below } else { 0.0 };
    json(&SetTable {
        widths: columns.widths.iter().map(|width| width + page.padding).collect(),
        narrow: columns.narrow,
        header: header.into_iter().map(|(text, _)| text).collect(),
        rows: parts(&rows, &page, heading, room.stuck, end),
    })
}

fn rows<'t, W: Fn(char) -> f64>(
    table: &'t Table,
    columns: &Columns,
    page: &Page,
    fit: &Fit<W>,
) -> Vec<Row<'t>> {
    let mut named = table.columns.iter().take(table.header.len());
    let column = named.position(|column| column == TITLE);
    let title = |row: &[Cell]| {
        let column = column?;
        let text = row[column].iter().filter_map(Block::first_text).next().unwrap_or_default();
        let beginning = fit.beginning(text, columns.widths[column], MOST_TITLE_LINES);
        let continued = format!("{beginning} {}", table.continued);
        let (line_ends, lines) = fit.text(continued.trim(), columns.widths[column], 1.0);
        let (continued, height) = (Block::Paragraph { text: line_ends }, lines as f64 * page.line);
        Some(Title { column, continued, is_whole: beginning == text, height })
    };
    let row = |(row, breaks): (&'t Vec<Cell>, &Vec<Vec<Vec<usize>>>)| {
        let cells = row.iter().zip(breaks).map(|(cell, breaks)| CellLines::new(cell, breaks, page));
        Row { cells: cells.collect(), title: title(row) }
    };
    table.rows.iter().zip(&columns.rows).map(row).collect()
}

/// Chooses the lines of single texts.
struct Fit<'n, W> {
    width: &'n W,
    names: &'n [u8],
    setting: Setting,
}

impl<W: Fn(char) -> f64> Fit<'_, W> {
    /// The text, or what of it stands on so many lines in a room in points, and an ellipsis.
    fn beginning(&self, text: &str, room: usize, most: usize) -> String {
        let found = breaks::opportunities(text, self.names);
        let lines = Measured::new(text, &found, self.width).lines(room as f64, 0.0, self.setting);
        match lines.breaks.get(most) {
            Some(end) => format!("{}...", text[..*end].trim_end()),
            None => text.to_owned(),
        }
    }

    /// A text with marks where its lines end in a room in points, and their number. Its letters are wider by a factor.
    fn text(&self, text: &str, room: usize, factor: f64) -> (String, usize) {
        let mut count = 0;
        let mut line = |text: &str| {
            let found = breaks::opportunities(text, self.names);
            let lines = Measured::new(text, &found, |c| (self.width)(c) * factor).lines(
                room as f64,
                0.0,
                self.setting,
            );
            count += lines.breaks.len() + 1;
            broken(text, &lines.breaks)
        };
        (text.lines().map(&mut line).collect::<Vec<_>>().join("\n"), count)
    }
}

impl Room {
    /// Reports a length that no page has.
    fn check(&self) -> StrResult<()> {
        let whole =
            [("width", self.width), ("height", self.height), ("size", self.size), ("line", self.line)];
        let others = [
            ("above", self.above),
            ("stuck", self.stuck),
            ("below", self.below),
            ("leading", self.leading),
            ("side", self.side),
            ("top", self.top),
            ("bottom", self.bottom),
            ("paragraph-gap", self.paragraph_gap),
            ("marker-gap", self.marker_gap),
        ];
        let least = whole.iter().map(|(name, length)| (name, length, 1.0));
        let mut all = least.chain(others.iter().map(|(name, length)| (name, length, 0.0)));
        match all.find(|(_, length, least)| !(*least..=LONGEST).contains(*length)) {
            Some((name, _, least)) => {
                Err(eco_format!("`{name}` of the room has to be a length from {least} to {LONGEST} points"))
            }
            None => Ok(()),
        }
    }

    fn page(&self) -> Page {
        // The space between lines is not below the last one.
        let row_padding = self.top + self.bottom - self.leading;
        Page {
            width: self.width.max(0.0) as usize,
            // Sums of lengths are not exact.
            height: self.height - 0.5,
            above: self.above,
            line: self.line + self.leading,
            paragraph: self.paragraph_gap - self.leading,
            padding: (2.0 * self.side).ceil() as usize,
            row_padding,
            marker_gap: self.marker_gap,
        }
    }
}
