//! Divides the rows of a table into the parts that stand on its pages. A row is kept whole unless that would leave a page
//! bare. Then it is broken between lines, and its rest begins with its title and a word that says so, for those who
//! look at a page and for those who hear the table read.

mod cell;

use serde::Serialize;

use super::columns::page::Page;
use crate::view::{Block, Cell};
pub(super) use cell::CellLines;

/// How far the height of a page above a row may be from that on Typst's page, in points.
const UNSURE: f64 = 2.0;

/// A row whose lines are chosen.
pub(super) struct Row<'r> {
    /// The lines of each cell.
    pub cells: Vec<CellLines<'r>>,
    /// The title, if there is a column with it. Its text begins the rest of the row.
    pub title: Option<Title>,
}

/// The title of a row. It is broken only if nothing else would fill the page.
pub(super) struct Title {
    pub column: usize,
    /// What stands in the column where the row goes on, and whether that is the whole title.
    pub continued: Block,
    pub is_whole: bool,
    /// The height of that, in points.
    pub height: f64,
}

/// A row, or a part of one, as it stands on a page.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    /// The number of the row, from 0.
    pub row: usize,
    /// Whether it is the rest of a row that began on an earlier page.
    pub continued: bool,
    /// Whether it begins a page although it would fit on the one before: what comes after the table needs room too.
    pub new_page: bool,
    /// Whether Typst may break it, because no good places for that were found.
    pub breakable: bool,
    /// The cells, with marks where their lines end.
    pub cells: Vec<Cell>,
}

/// The rows as they stand on the pages, each of them part of a row or a whole one. `heading` is the height of the
/// headings, `stuck` that of what moves to the next page with the table, and `end` what stays with the last row, in points.
pub(super) fn parts(rows: &[Row], page: &Page, heading: f64, stuck: f64, end: f64) -> Vec<Part> {
    let room = page.height - heading;
    let mut left = (room - page.above).max(0.0);
    // The room that was left on the page before.
    let mut before = None;
    let mut parts = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let all: Vec<usize> = row.cells.iter().map(|cell| cell.lines.len()).collect();
        let end = if number + 1 == rows.len() { end } else { 0.0 };
        let mut starts = vec![0; row.cells.len()];
        let mut push = |starts: &[usize], ends: &[usize], before: &mut Option<f64>, breakable: bool| {
            let height = page.row(row.height(starts, ends));
            parts.push(Part {
                row: number,
                continued: row.is_continued(starts),
                new_page: before.take().is_some_and(|before| height <= before + UNSURE),
                breakable,
                cells: row.part(starts, ends),
            });
            height
        };
        loop {
            let height = page.row(row.height(&starts, &all));
            if height + end <= left {
                left -= push(&starts, &all, &mut before, false);
                break;
            }
            let first = number == 0 && !row.is_continued(&starts);
            let most = if first { room - stuck } else { room };
            let fresh = left >= most;
            let must = fresh || first || page.is_bare(left) || height > room;
            let ends = |height: f64, title: bool| {
                row.ends(&starts, height, title).filter(|ends| must && *ends != all)
            };
            let content = left - page.row_padding;
            // If only what stays with the row has no room, a part of the row stays with it.
            let found = ends(content, false).or_else(|| ends(content - end, false));
            match found.or_else(|| ends(content, true)) {
                Some(ends) => {
                    left -= push(&starts, &ends, &mut before, false);
                    starts = row.rest(ends);
                }
                // What cannot be broken well is broken anywhere by Typst.
                None if fresh => {
                    let height = push(&starts, &all, &mut before, true);
                    // Typst puts whole lines on each of the pages.
                    let page_of = ((room - page.row_padding) / page.line).floor().max(1.0) * page.line;
                    left = room - (height - page.row_padding).rem_euclid(page_of) - page.row_padding;
                    break;
                }
                None => {}
            }
            before = Some(left);
            left = if row.is_continued(&starts) { room } else { most };
        }
    }
    parts
}

impl Row<'_> {
    fn is_continued(&self, starts: &[usize]) -> bool {
        starts.iter().any(|start| *start > 0)
    }

    /// The height of what stands above the rest of a cell: the title, in its column. In points.
    fn above(&self, column: usize, starts: &[usize]) -> f64 {
        let cell = &self.cells[column];
        match &self.title {
            Some(title) if title.column == column && self.is_continued(starts) => {
                title.height + if starts[column] < cell.lines.len() { cell.paragraph } else { 0.0 }
            }
            _ => 0.0,
        }
    }

    /// The height of the highest of these parts of cells, in points.
    fn height(&self, starts: &[usize], ends: &[usize]) -> f64 {
        let cells = self.cells.iter().zip(starts.iter().zip(ends)).enumerate();
        let height = |(at, (cell, (start, end))): (usize, (&CellLines, (&usize, &usize)))| {
            self.above(at, starts) + cell.height(*start..*end)
        };
        cells.map(height).fold(0.0, f64::max)
    }

    /// Where the cells are broken if this height is left for them. `None` if the title does not fit and may not be broken, or a
    /// cell would have too few lines on either side.
    fn ends(&self, starts: &[usize], height: f64, break_title: bool) -> Option<Vec<usize>> {
        let is_whole = |at: usize| {
            let is_title = self.title.as_ref().is_some_and(|title| title.column == at);
            is_title && !break_title && starts[at] == 0
        };
        let cells = || self.cells.iter().zip(starts).enumerate();
        let end = |(at, (cell, start)): (usize, (&CellLines, &usize))| {
            cell.end(*start, height - self.above(at, starts))
        };
        let ends: Vec<usize> = cells().map(end).collect();
        let broken = |(at, (cell, start)): (usize, (&CellLines, &usize))| {
            let (end, all) = (ends[at], cell.lines.len());
            self.above(at, starts) <= height && (end == all || !is_whole(at) && end > *start)
        };
        cells().all(broken).then_some(ends)
    }

    /// Where the rest of the row begins, if a part of it ends here. What has the whole title needs no rest of it.
    fn rest(&self, mut ends: Vec<usize>) -> Vec<usize> {
        if let Some(title) = self.title.as_ref().filter(|title| title.is_whole) {
            ends[title.column] = self.cells[title.column].lines.len();
        }
        ends
    }

    fn part(&self, starts: &[usize], ends: &[usize]) -> Vec<Cell> {
        let bounds = starts.iter().zip(ends);
        let mut cells: Vec<Cell> =
            self.cells.iter().zip(bounds).map(|(cell, (start, end))| cell.part(*start..*end)).collect();
        if let Some(title) = self.title.as_ref().filter(|_| self.is_continued(starts)) {
            cells[title.column].insert(0, title.continued.clone());
        }
        cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::ListItem;

    /// A page for thirty lines below the headings, without space around rows.
    const PAGE: Page = Page {
        width: 400,
        height: 310.0,
        above: 0.0,
        line: 10.0,
        paragraph: 0.0,
        padding: 0,
        row_padding: 0.0,
        marker_gap: 0.0,
    };

    /// A list with items of so many lines.
    fn list(lines: &[usize]) -> Cell {
        let item = |(at, lines): (usize, &usize)| ListItem {
            marker: format!("{}.", at + 1),
            text: vec!["ก"; *lines].join("\n"),
        };
        vec![Block::List { items: lines.iter().enumerate().map(item).collect(), longest: None }]
    }

    fn title(text: &str) -> Cell {
        vec![Block::Paragraph { text: text.to_owned() }]
    }

    fn continued() -> Title {
        let continued = Block::Paragraph { text: "ข (ต่อ)".to_owned() };
        Title { column: 0, continued, is_whole: true, height: 10.0 }
    }

    /// The parts of rows with a title and these cells, as the numbers of lines of their second cell.
    fn shown(rows: &[Cell], above: f64) -> Vec<(usize, bool, usize)> {
        let titles: Vec<Cell> = (0..rows.len()).map(|_| title("ข")).collect();
        let page = Page { above, ..PAGE };
        let lines = |cell| CellLines::new(cell, &vec![Vec::new(); 200], &page);
        let row = |(cell, title): (&'static Cell, &'static Cell)| Row {
            cells: vec![lines(title), lines(cell)],
            title: Some(continued()),
        };
        let (rows, titles): (&'static [Cell], &'static [Cell]) = (rows.to_vec().leak(), titles.leak());
        let rows: Vec<Row> = rows.iter().zip(titles).map(row).collect();
        let count = |cell: &Cell| -> usize {
            let items = cell.iter().filter_map(|block| match block {
                Block::List { items, .. } => Some(items),
                _ => None,
            });
            items.flatten().map(|item| item.text.lines().count()).sum()
        };
        parts(&rows, &page, 10.0, 0.0, 0.0)
            .iter()
            .map(|part| (part.row, part.continued, count(&part.cells[1])))
            .collect()
    }

    #[test]
    fn a_row_is_whole_unless_that_would_leave_a_third_of_the_page() {
        // Twenty lines are taken, ten are left: less than a third of the page.
        assert_eq!(shown(&[list(&[20]), list(&[15])], 0.0), [(0, false, 20), (1, false, 15)]);
        // Twelve are left. The row is broken between its items.
        assert_eq!(shown(&[list(&[18]), list(&[3; 5])], 0.0), [(0, false, 18), (1, false, 12), (1, true, 3)]);
    }

    #[test]
    fn two_lines_stand_on_either_side_of_a_break() {
        assert_eq!(shown(&[list(&[18]), list(&[13])], 0.0), [(0, false, 18), (1, false, 11), (1, true, 2)]);
        // An item of three lines is not broken.
        assert_eq!(
            shown(&[list(&[18]), list(&[11, 3])], 0.0),
            [(0, false, 18), (1, false, 11), (1, true, 3)]
        );
    }

    #[test]
    fn the_first_page_has_a_part_of_the_table() {
        assert_eq!(shown(&[list(&[20])], 250.0), [(0, false, 5), (0, true, 15)]);
        // There is no room for two lines.
        assert_eq!(shown(&[list(&[20])], 290.0), [(0, false, 20)]);
    }

    #[test]
    fn a_row_of_several_pages_loses_no_line() {
        let found = shown(&[list(&[7; 20])], 100.0);
        assert_eq!(found.iter().map(|(_, _, lines)| lines).sum::<usize>(), 140);
        assert!(found.len() > 4 && found[1..].iter().all(|(_, continued, _)| *continued));
    }

    #[test]
    fn the_rest_begins_with_the_title_and_an_item_that_goes_on_has_no_marker() {
        let (cell, named) = (list(&[6]), title("ข"));
        let lines = |cell| CellLines::new(cell, &vec![Vec::new(); 100], &PAGE);
        let row = Row { cells: vec![lines(&named), lines(&cell)], title: Some(continued()) };
        let rest = row.part(&[1, 4], &[1, 6]);
        assert_eq!(rest[0], title("ข (ต่อ)"));
        let Block::List { items, longest } = &rest[1][0] else { panic!("a list") };
        assert_eq!((items[0].marker.as_str(), longest.as_deref()), ("", Some("1.")));
    }
}
