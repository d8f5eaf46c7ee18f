//! Widths of the measures table's columns: such that the table takes few pages with little left blank on them,
//! and that no column gets narrower than its longest unbreakable word. Reckoned before Typst sets anything, from
//! the font's own widths, for measuring the table again and again would take longer than setting it.

use super::line_breaks::{self, BREAK};
use crate::thai::characters::is_mark;
use crate::view::{Block, Cell, ReportView};

// These are the lengths of templates/common/page.typ and tables.typ.

/// Padding to the left and right of a cell's text, in points.
const PADDING: usize = 6;
/// Padding above and below a cell's text.
const ROW_PADDING: usize = 6;
/// Height of a line in a cell, and of one in prose, in tenths of points.
const CELL_LINE: usize = 178;
const PROSE_LINE: usize = 212;
/// Widest that a single unbreakable word can make a column, in points.
const WIDEST_WORD: usize = 110;
/// What is lost at the end of a line on average, for words are kept whole, in points.
const RAGGED: usize = 9;
/// By how much a column grows at the cost of another in one step, in points: a little, and enough to get over a line
/// that a little does not save.
const STEPS: [usize; 3] = [2, 10, 30];
/// Narrowest that a column may get, in points.
const NARROWEST: usize = 2;
/// How many times more a row counts when the table is made to suit it.
const FOCUS: [f64; 2] = [4.0, 40.0];
/// How many times more a row's highest cell counts than the others: a little, so that lines are not broken beside
/// empty room, or so much that it alone counts.
const HIGHEST: [f64; 2] = [8.0, 400.0];

/// A table of more rows than this is not made to suit single rows: there are pages enough to fill.
const MOST_IN_FOCUS: usize = 30;

/// One cell's pieces of text, each starting a line of its own.
type Pieces = Vec<String>;

/// The columns' widths in points for the report's table of measures.
pub(super) fn of(view: &ReportView, width: impl Fn(char) -> f64, names: &[u8]) -> Vec<usize> {
    let ruler = Ruler { width, names };
    let measures = &view.measures;
    let page = if measures.landscape { Page::LANDSCAPE } else { Page::PORTRAIT };
    let header: Vec<Pieces> = measures.header.iter().map(|heading| vec![heading.clone()]).collect();
    let rows: Vec<Vec<Pieces>> = measures.rows.iter().map(|row| row.iter().map(pieces).collect()).collect();
    let above = ruler.prose_height(page, &view.title, &view.introduction);
    ruler.widths(&header, &rows, page, above)
}

fn pieces(cell: &Cell) -> Pieces {
    let texts = cell.iter().flat_map(|block| match block {
        Block::Paragraph { text } => vec![text.clone()],
        Block::List { items } => items.iter().map(|item| format!("{}{}", item.marker, item.text)).collect(),
    });
    texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The room that a page has inside its margins, in points.
#[derive(Debug, Clone, Copy)]
struct Page {
    width: usize,
    height: usize,
}

impl Page {
    /// A4 on its long side.
    pub const LANDSCAPE: Page = Page { width: 700, height: 467 };
    /// A4 upright.
    pub const PORTRAIT: Page = Page { width: 453, height: 714 };
}

/// Rows of cells of pieces, by the pieces' lengths in points.
type Lengths = Vec<Vec<Vec<usize>>>;

/// Knows how wide characters are, in points, and which names are words.
struct Ruler<'n, W> {
    width: W,
    names: &'n [u8],
}

impl<W: Fn(char) -> f64> Ruler<'_, W> {
    /// Width of a text in one line.
    fn length(&self, text: &str) -> usize {
        text.chars().filter(|&c| !is_mark(c)).map(&self.width).sum::<f64>() as usize
    }

    /// Height of prose across the page: centred lines, then paragraphs with an indent.
    fn prose_height(&self, page: Page, title: &[String], paragraphs: &[String]) -> usize {
        const INDENT: usize = 71;
        let lines = |text: &str, indent: usize| (self.length(text) + indent).div_ceil(page.width).max(1);
        let title: usize = title.iter().map(|line| lines(line, 0)).sum();
        let body: usize =
            paragraphs.iter().flat_map(|text| text.lines()).map(|line| lines(line, INDENT)).sum();
        (title + body) * PROSE_LINE / 10 + 12
    }

    /// The columns' widths in points, cell paddings included. `above` is how much of the first page is taken.
    ///
    /// Looks for widths that make the rows short, all alike and then each row in particular, and takes those that
    /// leave the least blank where a row that is kept whole moves on to the next page.
    fn widths(&self, header: &[Pieces], rows: &[Vec<Pieces>], page: Page, above: usize) -> Vec<usize> {
        let lengths = |cell: &Pieces| cell.iter().map(|piece| self.length(piece)).collect();
        let table: Lengths = rows.iter().map(|row| row.iter().map(lengths).collect()).collect();
        let words = (0..header.len()).map(|column| self.widest_word(column, header, rows)).collect();
        let header_lines =
            header.iter().map(|cell| cell.iter().map(|p| p.lines().count()).sum::<usize>()).max();
        let header_height = header_lines.unwrap_or(0) * CELL_LINE / 10 + ROW_PADDING;
        let start = start(words, page);
        let in_focus = if rows.len() > MOST_IN_FOCUS { 0 } else { rows.len() };
        let focused = (0..in_focus).flat_map(|row| FOCUS.map(|times| (row, times)));
        let goals = std::iter::once((0, 1.0)).chain(focused);
        let goals = goals.flat_map(|(row, times)| HIGHEST.map(|highest| Goal { row, times, highest }));
        let candidates = goals.map(|goal| shorten(&start, &table, goal));
        // As reckoned, and with words that fit less well: of widths that do alike, those with some slack are best.
        let blank = |widths: &Vec<usize>| -> usize {
            let room = page.height.saturating_sub(header_height);
            let tight: Vec<usize> = widths.iter().map(|width| width - width / 40).collect();
            let height = |row: &Vec<Vec<usize>>, widths: &[usize]| {
                row_lines(row, widths) * CELL_LINE / 10 + ROW_PADDING
            };
            [widths, &tight]
                .iter()
                .map(|widths| blank(table.iter().map(|row| height(row, widths)), room, above))
                .sum()
        };
        let best = candidates.min_by_key(blank).unwrap_or_default();
        best.into_iter().map(|width| width + PADDING).collect()
    }

    /// The width of the widest word of a column that cannot be broken, within bounds.
    fn widest_word(&self, column: usize, header: &[Pieces], rows: &[Vec<Pieces>]) -> usize {
        // The Bold of headings is a twentieth wider, and a word that just fits would be too near to the rules.
        let headings = header[column].iter().map(|piece| self.widest(piece) * 11 / 10);
        let texts = rows.iter().flat_map(|row| &row[column]).map(|piece| self.widest(piece));
        headings.chain(texts).max().unwrap_or(0).clamp(NARROWEST, WIDEST_WORD)
    }

    /// The width of the widest part of a text between places to break.
    fn widest(&self, text: &str) -> usize {
        let marked = line_breaks::marked(text, self.names);
        let parts = marked.split([BREAK, ' ', '/', '-', '\n']);
        parts.map(|part| self.length(part)).max().unwrap_or(0)
    }
}

/// Widths to start from, and the least that each column may have.
struct Start {
    widths: Vec<usize>,
    least: Vec<usize>,
}

fn start(words: Vec<usize>, page: Page) -> Start {
    let count = words.len();
    let room = page.width.saturating_sub(count * PADDING);
    // Where not all of the widest words have room, those wider than the others give way first.
    let capped = |cap: usize| words.iter().map(|word| *word.min(&cap)).collect::<Vec<_>>();
    let fitting =
        (NARROWEST..=WIDEST_WORD).rev().map(capped).find(|least| least.iter().sum::<usize>() <= room);
    let least = fitting.unwrap_or_else(|| capped(NARROWEST));
    let spare = room.saturating_sub(least.iter().sum());
    let share = |column| spare / count + usize::from(column < spare % count);
    let widths = least.iter().enumerate().map(|(column, least)| least + share(column)).collect();
    Start { widths, least }
}

/// What the widths are to suit: a row in particular, counted so many times, and in each row its highest cell.
#[derive(Clone, Copy)]
struct Goal {
    row: usize,
    times: f64,
    highest: f64,
}

/// Moves room from column to column for as long as that makes the rows shorter. The goal says what counts.
fn shorten(start: &Start, table: &Lengths, goal: Goal) -> Vec<usize> {
    let count = start.widths.len();
    let mut widths = start.widths.clone();
    let mut best = height(table, &widths, goal);
    loop {
        let pairs = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
        let moves = pairs.flat_map(|(from, to)| STEPS.map(|step| (from, to, step)));
        let mut better = None;
        for (from, to, step) in moves {
            if from == to || widths[from] < start.least[from] + step {
                continue;
            }
            let mut moved = widths.clone();
            moved[from] -= step;
            moved[to] += step;
            let height = height(table, &moved, goal);
            if height < best {
                best = height;
                better = Some(moved);
            }
        }
        match better {
            Some(moved) => widths = moved,
            None => return widths,
        }
    }
}

/// A measure of the table's height: each row's highest cell, high ones above all for they fit nowhere, and a little
/// of every cell, so that there is always a direction to go.
fn height(table: &Lengths, widths: &[usize], goal: Goal) -> f64 {
    // Lines as they will be, and as they would be could they be parted at any place.
    let piece = |length: usize, width: usize| lines(length, width) as f64 + length as f64 / width as f64;
    let cell =
        |pieces: &Vec<usize>, width: usize| pieces.iter().map(|length| piece(*length, width)).sum::<f64>();
    let row = |(number, cells): (usize, &Vec<Vec<usize>>)| {
        let heights = cells.iter().zip(widths).map(|(pieces, width)| cell(pieces, *width));
        let (highest, sum) =
            heights.fold((0.0, 0.0), |(highest, sum), h| (f64::max(highest, h), sum + h * h));
        (highest * highest * goal.highest + sum) * if goal.row == number { goal.times } else { 1.0 }
    };
    table.iter().enumerate().map(row).sum()
}

/// Lines that a piece takes.
fn lines(length: usize, width: usize) -> usize {
    if length <= width { 1 } else { length.div_ceil(width.saturating_sub(RAGGED).max(1)) }
}

fn row_lines(row: &[Vec<usize>], widths: &[usize]) -> usize {
    let cell =
        |(pieces, width): (&Vec<usize>, &usize)| pieces.iter().map(|length| lines(*length, *width)).sum();
    row.iter().zip(widths).map(cell).max().unwrap_or(0)
}

/// What is left blank at the ends of pages but the last, squared, when rows of these heights are kept whole.
fn blank(rows: impl Iterator<Item = usize>, room: usize, above: usize) -> usize {
    let mut left = room.saturating_sub(above);
    let mut blank = 0;
    for height in rows {
        if height <= left {
            left -= height;
        } else if height > room {
            // Longer than a page: broken, and goes on where the page before ends.
            left = room - (height - left) % room;
        } else {
            blank += left * left;
            left = room - height;
        }
    }
    blank
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter six points wide.
    const RULER: Ruler<fn(char) -> f64> = Ruler { width: |_| 6.0, names: &[] };

    fn cell(length: usize) -> Pieces {
        vec!["ก".repeat(length)]
    }

    #[test]
    fn long_columns_get_the_room() {
        let header = vec![cell(7); 4];
        let rows = vec![vec![cell(20), cell(400), cell(8), cell(200)]; 3];
        let found = RULER.widths(&header, &rows, Page::LANDSCAPE, 0);
        assert_eq!(found.iter().sum::<usize>(), Page::LANDSCAPE.width);
        assert!(found[1] > found[3] && found[3] > found[0] && found[0] >= found[2], "{found:?}");
    }

    #[test]
    fn no_column_gets_narrower_than_a_word() {
        let header = vec![vec!["หน่วยงาน\nผู้รับผิดชอบ".to_owned()], cell(7)];
        let narrow = |text: &str| {
            let rows = vec![vec![vec![text.to_owned()], cell(900)]];
            RULER.widths(&header, &rows, Page::PORTRAIT, 0)[0] - PADDING
        };
        assert_eq!(narrow("saraban@dla.go.th และอื่น ๆ"), 17 * 6);
        assert_eq!(narrow("ประสิทธิภาพการสื่อสาร"), 9 * 6, "ประสิทธิภาพ has nine letters");
        let heading = narrow("กอง");
        assert!(
            (8 * 6 * 11 / 10..8 * 6 * 12 / 10).contains(&heading),
            "the eight letters of ผู้รับผิดชอบ in bold: {heading}"
        );
    }

    #[test]
    fn words_that_have_no_room_together_share_it() {
        let header = vec![cell(7); 6];
        let rows = vec![vec![vec!["https://www.example.go.th/ita/2567/o34.pdf".to_owned()]; 6]];
        let found = RULER.widths(&header, &rows, Page::PORTRAIT, 0);
        assert!(found.iter().sum::<usize>() <= Page::PORTRAIT.width);
    }

    #[test]
    fn a_table_of_many_long_rows_takes_no_time() {
        let rows = vec![vec![cell(30), cell(3000), cell(8), cell(10), cell(2500), cell(900)]; 150];
        let before = std::time::Instant::now();
        RULER.widths(&vec![cell(7); 6], &rows, Page::LANDSCAPE, 100);
        assert!(before.elapsed().as_secs() < 2, "{:?}", before.elapsed());
    }
}
