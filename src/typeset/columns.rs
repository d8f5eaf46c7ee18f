//! Widths of the measures table's columns: such that the table takes few pages with little left blank on them,
//! and that no column gets narrower than its longest unbreakable word. Reckoned before Typst sets anything, for
//! setting the table again and again would take longer.

mod ruler;

use serde::Serialize;

use crate::lengths::{Lengths, points};
use crate::view::MeasuresTable;
use ruler::{CellText, Height, Ruler};

/// How much text is kept together in a cell at most, in letters: as much as there is room for in all columns.
const KEPT: [usize; 5] = [24, 20, 17, 14, 12];
const LEAST_KEPT: usize = 10;
/// How much of a page has to be spared for breaking longer names, twice counted as `TableText::extent` is.
const SPARED: f64 = 0.5;
/// Below this, words are broken that are no names, which is done only where there is no room.
const LONGEST_WORD: usize = 14;
/// Widest that a single unbreakable word can make a column, in points.
const WIDEST_WORD: f64 = 144.0;
/// Narrowest that a column may get, in points.
const NARROWEST: usize = 2;
/// By how much a column grows at the cost of another in one step, in points: a little, and enough to get over a line
/// that a little does not save.
const STEPS: [usize; 3] = [2, 10, 30];
/// How many times more a row counts when the table is made to suit it.
const FOCUS: [f64; 2] = [4.0, 40.0];
/// How many times more a row's highest cell counts than the others: a little, so that lines are not broken beside
/// empty room, or so much that it alone counts.
const HIGHEST: [f64; 2] = [8.0, 400.0];
/// A table of more rows than this is not made to suit single rows: there are pages enough to fill.
const MOST_IN_FOCUS: usize = 30;

/// The table of measures on the pages that it is set on.
pub(super) struct TableOnPage<'t> {
    pub table: &'t MeasuresTable,
    /// The lines of the title and the paragraphs that stand above it.
    pub above: [&'t [String]; 2],
    pub lengths: &'t Lengths,
    /// Whether the pages are bound.
    pub bound: bool,
}

/// Lengths in points: of the room that a page has inside its margins, and of the lines on it.
#[derive(Debug, Clone, Copy)]
struct Page {
    width: usize,
    height: f64,
    /// Height of a line in a cell, and of one in prose.
    cell_line: f64,
    prose_line: f64,
    /// Padding at the left and right of a cell's text together, and above and below it.
    padding: usize,
    row_padding: f64,
    /// First-line indent of prose, and what is between the title and the prose.
    indent: f64,
    after_title: f64,
    /// Distance from a list's marker to its text.
    marker_gap: f64,
}

impl Page {
    fn new(lengths: &Lengths, landscape: bool, bound: bool) -> Self {
        let Lengths { lines, cells, indents, .. } = lengths;
        let room = lengths.page(landscape, bound);
        let line = lines.above_baseline + lines.below_baseline;
        // Rounded to the safe side.
        let (height, indent) = ((room.height * 10.0).floor() / 10.0, points(indents.first_line).ceil());
        Page {
            width: room.width as usize,
            height,
            cell_line: rounded(line + lines.cell_leading),
            prose_line: rounded(line + lines.leading),
            padding: (2.0 * cells.side).ceil() as usize,
            row_padding: cells.top + cells.bottom,
            indent,
            after_title: lines.after_title,
            marker_gap: cells.marker_gap,
        }
    }
}

/// A sum of lengths as it is written: 13.6 + 4 + 0.2 is 17.8.
fn rounded(points: f64) -> f64 {
    (points * 1_000.0).round() / 1_000.0
}

/// The columns of the table of measures.
#[derive(Debug, Serialize)]
pub(super) struct Columns {
    /// Their widths in points, cell paddings included.
    widths: Vec<usize>,
    /// How much text is kept together in a cell at most, in letters.
    longest: usize,
}

/// Reckons the columns of the table of measures. `width` gives a character's width in points, `names` is an automaton of
/// names that are words.
pub(super) fn reckon(on_page: &TableOnPage, width: impl Fn(char) -> f64, names: &[u8]) -> Columns {
    let &TableOnPage { table: measures, above, lengths, bound } = on_page;
    let page = Page::new(lengths, measures.landscape, bound);
    let ruler = |longest| Ruler { width: &width, names, longest, marker_gap: page.marker_gap };
    // How much of the first page is taken.
    let prose = |text: &str, indent: f64| {
        (((ruler(KEPT[0]).length(text) + indent) / page.width as f64).ceil()).max(1.0)
    };
    let [title, paragraphs] = above;
    let title = title.iter().map(|line| prose(line, 0.0));
    let paragraphs = paragraphs.iter().flat_map(|text| text.lines()).map(|line| prose(line, page.indent));
    let above = title.chain(paragraphs).sum::<f64>() * page.prose_line + page.after_title;
    let table = |longest| TableText::new(measures, &ruler(longest), page);
    let whole = KEPT.into_iter().find(|longest| table(*longest).roomy).unwrap_or(LEAST_KEPT);
    let mut longest = whole;
    let (mut extent, mut widths) = table(whole).widths(above);
    // Long names are whole unless that takes more paper; long tables fill their pages anyway.
    let few = measures.rows.len() <= MOST_IN_FOCUS;
    for kept in KEPT.into_iter().filter(|kept| few && (LONGEST_WORD..whole).contains(kept)) {
        let (next, narrower) = table(kept).widths(above);
        if next >= extent - SPARED * page.height {
            break;
        }
        (longest, extent, widths) = (kept, next, narrower);
    }
    Columns { widths, longest }
}

/// The table as far as its columns' widths hang on it.
struct TableText {
    rows: Vec<Vec<CellText>>,
    /// The least width of each column, and whether nothing in it is wider.
    least: Vec<usize>,
    roomy: bool,
    /// Room for text in a row, and for rows on a page.
    width: usize,
    height: f64,
    page: Page,
}

impl TableText {
    fn new<W: Fn(char) -> f64>(measures: &MeasuresTable, ruler: &Ruler<W>, page: Page) -> Self {
        let columns = measures.header.len();
        let rows: Vec<Vec<CellText>> =
            measures.rows.iter().map(|row| row.iter().map(|cell| ruler.cell(cell)).collect()).collect();
        let widest = |column: usize| {
            // The Bold of headings is a twentieth wider, and a word that just fits would be too near to the rules.
            let heading = ruler.pieces(&measures.header[column], 0.0);
            let heading = heading.iter().map(|piece| piece.widest() * 1.1);
            heading.chain(rows.iter().map(|row| row[column].widest() + 1.0)).fold(0.0, f64::max)
        };
        let width = page.width.saturating_sub(columns * page.padding);
        let widest: Vec<f64> = (0..columns).map(widest).collect();
        let roomy = widest.iter().sum::<f64>() + columns as f64 <= width as f64
            && widest.iter().all(|widest| *widest <= WIDEST_WORD);
        let least = fitting(widest, width);
        let lines = |heading: &String| heading.lines().count();
        let heading =
            measures.header.iter().map(lines).max().unwrap_or(0) as f64 * page.cell_line + page.row_padding;
        TableText { rows, least, roomy, width, height: page.height - heading, page }
    }

    /// Looks for widths that make the rows short, all alike and then each row in particular, and takes those with
    /// which the table takes the least of its pages, blank ends of pages before a row that is kept whole included.
    fn widths(&self, above: f64) -> (f64, Vec<usize>) {
        let in_focus = if self.rows.len() > MOST_IN_FOCUS { 0 } else { self.rows.len() };
        let focused = (0..in_focus).flat_map(|row| FOCUS.map(|times| (row, times)));
        let goals = std::iter::once((0, 1.0)).chain(focused);
        let goals = goals.flat_map(|(row, times)| HIGHEST.map(|highest| Goal { row, times, highest }));
        // First short rows, then from there few pages.
        let candidates = goals.map(|goal| {
            let short = self.descend(self.even(), |widths| self.measure(widths, goal));
            let few = self.descend(short, |widths| self.extent(widths, above));
            (self.extent(&few, above), few)
        });
        let best = candidates.min_by(|(a, _), (b, _)| a.total_cmp(b));
        let (extent, widths) = best.expect("the first goal is for all rows");
        (extent, widths.into_iter().map(|width| width + self.page.padding).collect())
    }

    /// The least widths, with what room is left shared evenly.
    fn even(&self) -> Vec<usize> {
        let (count, spare) = (self.least.len(), self.width.saturating_sub(self.least.iter().sum()));
        let share = |column| spare / count + usize::from(column < spare % count);
        self.least.iter().enumerate().map(|(column, least)| least + share(column)).collect()
    }

    /// Moves room from column to column for as long as that costs less.
    fn descend(&self, mut widths: Vec<usize>, cost: impl Fn(&[usize]) -> f64) -> Vec<usize> {
        let count = widths.len();
        let mut least = cost(&widths);
        loop {
            let pairs = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
            let moves = pairs.flat_map(|(from, to)| STEPS.map(|step| (from, to, step)));
            let mut better = None;
            for (from, to, step) in moves {
                if from == to || widths[from] < self.least[from] + step {
                    continue;
                }
                let mut moved = widths.clone();
                moved[from] -= step;
                moved[to] += step;
                let cost = cost(&moved);
                if cost < least {
                    least = cost;
                    better = Some(moved);
                }
            }
            match better {
                Some(moved) => widths = moved,
                None => return widths,
            }
        }
    }

    /// A measure of the table's height: each row's highest cell, high ones above all for they fit nowhere, and the
    /// others, so that lines are not broken beside empty room.
    fn measure(&self, widths: &[usize], goal: Goal) -> f64 {
        let row = |(number, cells): (usize, &Vec<CellText>)| {
            let heights = heights(cells, widths).map(|height| height.smooth);
            let (highest, sum) =
                heights.fold((0.0, 0.0), |(highest, sum), h| (f64::max(highest, h), sum + h * h));
            (highest * highest * goal.highest + sum) * if goal.row == number { goal.times } else { 1.0 }
        };
        self.rows.iter().enumerate().map(row).sum()
    }

    /// How far down the pages the table reaches: as reckoned, and with columns a little narrower, for of widths that do
    /// alike those with some slack are best.
    fn extent(&self, widths: &[usize], above: f64) -> f64 {
        let tight: Vec<usize> = widths.iter().map(|width| width.saturating_sub(1)).collect();
        let height = |cells: &Vec<CellText>, widths: &[usize]| {
            let lines = heights(cells, widths).map(|height| height.lines).max().unwrap_or(0);
            lines as f64 * self.page.cell_line + self.page.row_padding
        };
        let rows = |widths| self.rows.iter().map(move |cells| height(cells, widths));
        extent(rows(widths), self.height, above) + extent(rows(&tight), self.height, above)
    }
}

fn heights<'c>(cells: &'c [CellText], widths: &'c [usize]) -> impl Iterator<Item = Height> + 'c {
    cells.iter().zip(widths).map(|(cell, width)| cell.height(*width))
}

/// What the widths are to suit: a row in particular, counted so many times, and in each row its highest cell.
#[derive(Clone, Copy)]
struct Goal {
    row: usize,
    times: f64,
    highest: f64,
}

/// Least widths that fit in the room together: where not all of the widest words do, those wider than the others give
/// way first.
fn fitting(words: Vec<f64>, room: usize) -> Vec<usize> {
    let whole: Vec<usize> = words.iter().map(|word| word.min(WIDEST_WORD).ceil() as usize).collect();
    let capped = |cap: usize| whole.iter().map(|word| (*word).clamp(NARROWEST, cap)).collect::<Vec<_>>();
    let caps = (NARROWEST..=WIDEST_WORD as usize).rev();
    let found = caps.map(capped).find(|least| least.iter().sum::<usize>() <= room);
    found.unwrap_or_else(|| capped(NARROWEST))
}

/// How far down the pages rows of these heights reach when they are kept whole; what is left blank on the first page
/// counts twice, for there it looks worst.
fn extent(rows: impl Iterator<Item = f64>, room: f64, above: f64) -> f64 {
    let mut left = (room - above).max(0.0);
    let mut extent = above;
    let mut first = true;
    for height in rows {
        extent += height;
        if height <= left {
            left -= height;
        } else if height > room {
            // Longer than a page: broken, and goes on where the page before ends. Counted as blank pages, for it may be
            // so long only because its columns are narrow.
            extent += 4.0 * room;
            left = room - (height - left) % room;
        } else {
            extent += if first { left * 2.0 } else { left };
            left = room - height;
            first = false;
        }
    }
    extent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Block, Cell};

    fn cell(text: &str) -> Cell {
        vec![Block::Paragraph { text: text.to_owned() }]
    }

    /// Widths of text in columns, every letter six points wide.
    fn widths(header: &[&str], rows: Vec<Vec<Cell>>, landscape: bool) -> Vec<usize> {
        let page = Page::new(&Lengths::default(), landscape, false);
        let header = header.iter().map(|heading| (*heading).to_owned()).collect();
        let ruler = Ruler { width: |_| 6.0, names: &[], longest: KEPT[0], marker_gap: page.marker_gap };
        TableText::new(&MeasuresTable { amounts: false, landscape: true, header, rows }, &ruler, page)
            .widths(0.0)
            .1
    }

    fn words(count: usize) -> Cell {
        cell(&"ข้อมูล ".repeat(count))
    }

    #[test]
    fn long_columns_get_the_room() {
        let row = vec![words(4), words(80), words(2), words(40)];
        let found = widths(&["ก", "ข", "ค", "ง"], vec![row.clone(), row.clone(), row], true);
        assert_eq!(found.iter().sum::<usize>(), 700);
        assert!(found[1] > found[3] && found[3] > found[0] && found[0] >= found[2], "{found:?}");
    }

    #[test]
    fn no_column_gets_narrower_than_a_word() {
        let narrow = |text: &str| {
            let row = vec![cell(text), words(200)];
            widths(&["หน่วยงาน\nผู้รับผิดชอบ", "ข"], vec![row], false)[0] - 6
        };
        assert_eq!(narrow("saraban@dla.go.th และอื่น ๆ"), 17 * 6 + 2, "a point to spare, and rounded up");
        assert_eq!(narrow("ประสิทธิภาพการสื่อสาร"), 9 * 6 + 2, "ประสิทธิภาพ has nine letters");
        assert_eq!(narrow("กอง"), 53, "the eight letters of ผู้รับผิดชอบ in bold");
    }

    #[test]
    fn words_that_have_no_room_together_share_it() {
        let row = vec![cell("https://www.example.go.th_ita_2567_o34.pdf"); 6];
        let found = widths(&["ก"; 6], vec![row], false);
        assert!(found.iter().sum::<usize>() <= 453, "{found:?}");
    }

    #[test]
    fn a_table_of_many_long_rows_takes_no_time() {
        let row = vec![words(5), words(500), words(1), words(1), words(400), words(150)];
        let before = std::time::Instant::now();
        widths(&["ก"; 6], vec![row; 150], true);
        assert!(before.elapsed().as_secs() < 2, "{:?}", before.elapsed());
    }
}
