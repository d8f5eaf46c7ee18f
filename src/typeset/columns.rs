//! Computes the column widths of the measures table. The table should take few pages with little blank space on them,
//! and no column should be narrower than its longest unbreakable word. This happens before Typst runs, because setting
//! the table repeatedly would take longer.

mod ruler;

use serde::Serialize;

use crate::lengths::{Lengths, points};
use crate::view::MeasuresTable;
use ruler::{CellText, Height, Ruler};

/// Limits to the width of text that a cell keeps together, in letters. The search starts from the largest limit for
/// which all columns have room.
const KEEP_LIMITS: [usize; 5] = [24, 20, 17, 14, 12];
/// The limit that is used if there is no room for any of `KEEP_LIMITS`, in letters.
const LEAST_KEEP_LIMIT: usize = 10;
/// How much shorter the table has to get to justify a lower limit, in page heights. `TableText::extent` is the sum of
/// two layouts, so this is a quarter of a page in each.
const MIN_SAVING: f64 = 0.5;
/// Limits below this, in letters, break not only names but also ordinary words. They are used only if there is no room
/// otherwise.
const LEAST_LIMIT_FOR_WORDS: usize = 14;
/// The greatest width that a single unbreakable word can claim for its column, in points.
const WIDEST_WORD: f64 = 144.0;
/// The least width of a column's text, in points.
const NARROWEST: usize = 2;
/// How much width one step moves from one column to another, in points. The larger steps can save a line where the
/// smallest one does not.
const STEPS: [usize; 3] = [2, 10, 30];
/// The weights of the row in focus, relative to the other rows.
const FOCUS: [f64; 2] = [4.0, 40.0];
/// The weights of a row's highest cell, relative to the other cells. With the low weight, lines are not broken next to
/// empty space. With the high one, hardly anything but the highest cell counts.
const HIGHEST: [f64; 2] = [8.0, 400.0];
/// In a table with more rows than this, no row is put in focus: so many rows fill their pages anyway.
const MOST_IN_FOCUS: usize = 30;

/// The measures table, and what determines the size of the pages that it is set on.
pub(super) struct TableOnPage<'t> {
    pub table: &'t MeasuresTable,
    /// The lines of the title, and the paragraphs above the table.
    pub above: [&'t [String]; 2],
    pub lengths: &'t Lengths,
    /// Whether the pages have margins for binding.
    pub bound: bool,
}

/// Lengths of a page in points: the area inside its margins, and the lines and cells on it.
#[derive(Debug, Clone, Copy)]
struct Page {
    width: usize,
    height: f64,
    /// Line pitch in a cell.
    cell_line: f64,
    /// Line pitch in prose.
    prose_line: f64,
    /// Left and right padding of a cell together.
    padding: usize,
    /// Top and bottom padding of a cell together.
    row_padding: f64,
    /// First-line indent of prose.
    indent: f64,
    /// Space between the title and the prose.
    after_title: f64,
    /// Distance from a list's marker to its text.
    marker_gap: f64,
}

impl Page {
    fn new(lengths: &Lengths, landscape: bool, bound: bool) -> Self {
        let Lengths { lines, cells, indents, .. } = lengths;
        let area = lengths.page_area(landscape, bound);
        let line = lines.above_baseline + lines.below_baseline;
        // Round towards less room, so that the table never gets more than there is.
        let (height, indent) =
            ((points(area.height) * 10.0).floor() / 10.0, points(indents.first_line).ceil());
        Page {
            width: points(area.width) as usize,
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

/// Removes the floating-point error from a sum of lengths: 13.6 + 4 + 0.2 must be 17.8.
fn rounded(points: f64) -> f64 {
    (points * 1_000.0).round() / 1_000.0
}

/// The columns of the measures table.
#[derive(Debug, Serialize)]
pub(super) struct Columns {
    /// Their widths in points, including cell padding.
    widths: Vec<usize>,
    /// The greatest width of text that a cell keeps together, in letters.
    longest: usize,
}

/// Computes the columns of the measures table. `width` returns a character's advance in points. `names` is an automaton
/// of names that count as words.
pub(super) fn compute(on_page: &TableOnPage, width: impl Fn(char) -> f64, names: &[u8]) -> Columns {
    let &TableOnPage { table: measures, above, lengths, bound } = on_page;
    let page = Page::new(lengths, measures.landscape, bound);
    let ruler = |longest| Ruler { width: &width, names, longest, marker_gap: page.marker_gap };
    // The height that the title and the prose take on the first page.
    let prose = |text: &str, indent: f64| {
        (((ruler(KEEP_LIMITS[0]).text_width(text) + indent) / page.width as f64).ceil()).max(1.0)
    };
    let [title, paragraphs] = above;
    let title = title.iter().map(|line| prose(line, 0.0));
    let paragraphs = paragraphs.iter().flat_map(|text| text.lines()).map(|line| prose(line, page.indent));
    let above = title.chain(paragraphs).sum::<f64>() * page.prose_line + page.after_title;
    let table = |longest| TableText::new(measures, &ruler(longest), page);
    let whole = KEEP_LIMITS.into_iter().find(|longest| table(*longest).roomy).unwrap_or(LEAST_KEEP_LIMIT);
    let mut longest = whole;
    let (mut extent, mut widths) = table(whole).widths(above);
    // Keep long names whole unless breaking them saves paper. Long tables fill their pages anyway.
    let few = measures.rows.len() <= MOST_IN_FOCUS;
    for kept in KEEP_LIMITS.into_iter().filter(|kept| few && (LEAST_LIMIT_FOR_WORDS..whole).contains(kept)) {
        let (next, narrower) = table(kept).widths(above);
        if next >= extent - MIN_SAVING * page.height {
            break;
        }
        (longest, extent, widths) = (kept, next, narrower);
    }
    Columns { widths, longest }
}

/// The measured table: everything that its column widths depend on.
struct TableText {
    rows: Vec<Vec<CellText>>,
    /// The least width of each column, without padding, in points.
    least: Vec<usize>,
    /// Whether the widest words of all columns fit next to each other, and none is wider than `WIDEST_WORD`.
    roomy: bool,
    /// Width for text in a row, without padding, in points.
    width: usize,
    /// Height for rows on a page below the table's heading, in points.
    height: f64,
    page: Page,
}

impl TableText {
    fn new<W: Fn(char) -> f64>(measures: &MeasuresTable, ruler: &Ruler<W>, page: Page) -> Self {
        let columns = measures.header.len();
        let rows: Vec<Vec<CellText>> =
            measures.rows.iter().map(|row| row.iter().map(|cell| ruler.cell(cell)).collect()).collect();
        let widest = |column: usize| {
            // Bold headings are 5 % wider than regular text. The rest is slack: a word that just fits would be too
            // close to the table's rules.
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

    /// Returns the least extent found (see `extent`) and its column widths in points, including padding.
    ///
    /// Searches for widths that keep the rows low, first with equal weights, then with each row in focus. Each result
    /// is refined for the least extent. `above` is the height taken on the first page, in points.
    fn widths(&self, above: f64) -> (f64, Vec<usize>) {
        let in_focus = if self.rows.len() > MOST_IN_FOCUS { 0 } else { self.rows.len() };
        let focused = (0..in_focus).flat_map(|row| FOCUS.map(|times| (row, times)));
        let goals = std::iter::once((0, 1.0)).chain(focused);
        let goals = goals.flat_map(|(row, row_weight)| {
            HIGHEST.map(|highest_weight| Goal { row, row_weight, highest_weight })
        });
        // Minimize the row heights first. From there, minimize the extent.
        let candidates = goals.map(|goal| {
            let short = self.descend(self.even(), |widths| self.height_cost(widths, goal));
            let few = self.descend(short, |widths| self.extent(widths, above));
            (self.extent(&few, above), few)
        });
        let best = candidates.min_by(|(a, _), (b, _)| a.total_cmp(b));
        let (extent, widths) = best.expect("the first goal is for all rows");
        (extent, widths.into_iter().map(|width| width + self.page.padding).collect())
    }

    /// Returns the least widths, each with an equal share of the remaining room.
    fn even(&self) -> Vec<usize> {
        let (count, spare) = (self.least.len(), self.width.saturating_sub(self.least.iter().sum()));
        let share = |column| spare / count + usize::from(column < spare % count);
        self.least.iter().enumerate().map(|(column, least)| least + share(column)).collect()
    }

    /// Moves width between columns as long as that lowers the cost. Each step takes the best of all moves.
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

    /// Returns the cost of the row heights. Heights are squared, because high rows are hard to fit on a page. The lower
    /// cells of a row count too, so that their lines are not broken next to empty space.
    fn height_cost(&self, widths: &[usize], goal: Goal) -> f64 {
        let row = |(number, cells): (usize, &Vec<CellText>)| {
            let heights = heights(cells, widths).map(|height| height.smooth);
            let (highest, sum) =
                heights.fold((0.0, 0.0), |(highest, sum), h| (f64::max(highest, h), sum + h * h));
            (highest * highest * goal.highest_weight + sum)
                * if goal.row == number { goal.row_weight } else { 1.0 }
        };
        self.rows.iter().enumerate().map(row).sum()
    }

    /// Returns how far down the pages the table reaches, in points: the sum for these widths and for widths one point
    /// narrower. Among widths that need the same number of lines, this prefers those that leave some slack.
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

/// The weights that widths are optimized for.
#[derive(Clone, Copy)]
struct Goal {
    /// The row in focus.
    row: usize,
    /// The weight of that row. Other rows have weight 1.
    row_weight: f64,
    /// The weight of each row's highest cell. Other cells have weight 1.
    highest_weight: f64,
}

/// Returns least widths for columns with these widest words. If the words do not fit into the room together, the widest
/// ones are cut to a common maximum.
fn fitting(words: Vec<f64>, room: usize) -> Vec<usize> {
    let whole: Vec<usize> = words.iter().map(|word| word.min(WIDEST_WORD).ceil() as usize).collect();
    let capped = |cap: usize| whole.iter().map(|word| (*word).clamp(NARROWEST, cap)).collect::<Vec<_>>();
    let caps = (NARROWEST..=WIDEST_WORD as usize).rev();
    let found = caps.map(capped).find(|least| least.iter().sum::<usize>() <= room);
    found.unwrap_or_else(|| capped(NARROWEST))
}

/// Returns how far down the pages rows of these heights reach, including the blank space left at the bottom of a page
/// where the next row does not fit. The first such space counts twice, because it looks worst on the first page. `room`
/// is the height for rows on a page, `above` the height taken on the first page.
fn extent(rows: impl Iterator<Item = f64>, room: f64, above: f64) -> f64 {
    let mut left = (room - above).max(0.0);
    let mut extent = above;
    let mut first = true;
    for height in rows {
        extent += height;
        if height <= left {
            left -= height;
        } else if height > room {
            // A row higher than a page is split and starts directly after the previous row. Add a penalty of four
            // pages: the row may be this high only because its columns are narrow.
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

    /// Returns the column widths, including padding, with every letter six points wide.
    fn widths(header: &[&str], rows: Vec<Vec<Cell>>, landscape: bool) -> Vec<usize> {
        let page = Page::new(&Lengths::default(), landscape, false);
        let header = header.iter().map(|heading| (*heading).to_owned()).collect();
        let ruler =
            Ruler { width: |_| 6.0, names: &[], longest: KEEP_LIMITS[0], marker_gap: page.marker_gap };
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
