//! Computes the column widths of the measures table, and the lines of its texts. The table should take few pages with
//! little blank space on them, its lines should end at good places, and no column should be narrower than its longest
//! word. This happens before Typst runs, because setting the table repeatedly would take longer.

mod page;
mod ruler;

use serde::Serialize;

use super::line_breaks::fit::Setting;
use super::line_breaks::{broken, fitted};
use crate::lengths::Lengths;
use crate::view::{Block, Cell, ListItem, MeasuresTable};
use page::{Page, extent};
use ruler::{CellText, Height, Ruler};

/// The greatest width that a word can claim for its column, in points. It is lowered, but not below `SHORTEST_CAP`, until the
/// columns together claim at most a share of the room. A word that claims too little still gets more by the penalty of a
/// line end inside it.
const WIDEST_WORD: usize = 144;
const SHORTEST_CAP: usize = 57;
const CLAIMED: f64 = 0.4;
/// A word at most this wide, about ten letters, is torn in no column if all columns have room for theirs, in points.
const WHOLE: f64 = 62.0;
/// Columns are narrow if they have less than this on average, in points: those of upright pages.
const NARROW: usize = 100;
/// The least width of a column's text, in points.
const NARROWEST: usize = 2;
/// How much width one step moves from one column to another, in points. The larger steps can save a line where the
/// smallest one does not.
const STEPS: [usize; 3] = [2, 10, 30];
/// How much shorter the table has to get to justify line ends at worse places, in page heights. `TableText::reach` is the
/// sum of two layouts, so this is a quarter of a page in each.
const MIN_SAVING: f64 = 0.5;
/// The weights of the row in focus, relative to the other rows.
const FOCUS: [f64; 2] = [4.0, 40.0];
/// What a unit of penalty counts: in squared lines, and in points of the table's extent.
const PENALTY_IN_SQUARED_LINES: f64 = 0.1;
const PENALTY_IN_POINTS: f64 = 0.04;
/// How much wider a bold heading is than regular text.
const BOLD: f64 = 1.05;
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

/// The columns of the measures table.
#[derive(Debug, Serialize)]
pub(super) struct Columns {
    /// Their widths in points, including cell padding.
    widths: Vec<usize>,
    /// Whether they are narrow: in their lists, only the first line of an item is indented.
    narrow: bool,
    /// Their headings and their cells, with marks where lines are broken.
    header: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// Computes the columns of the measures table. `width` returns a character's advance in points. `names` is an automaton
/// of names that count as words.
pub(super) fn compute(on_page: &TableOnPage, width: impl Fn(char) -> f64, names: &[u8]) -> Columns {
    let &TableOnPage { table: measures, above, lengths, bound } = on_page;
    let page = Page::new(lengths, measures.landscape, bound);
    let narrow = page.width < NARROW * measures.header.len();
    let ruler = Ruler { width: &width, names, marker_gap: page.marker_gap, narrow };
    // The height that the title and the prose take on the first page.
    let prose =
        |text: &str, indent: f64| (((ruler.text_width(text) + indent) / page.width as f64).ceil()).max(1.0);
    let [title, paragraphs] = above;
    let title = title.iter().map(|line| prose(line, 0.0));
    let gaps = page.after_title + paragraphs.len() as f64 * page.between_paragraphs;
    let paragraphs = paragraphs.iter().flat_map(|text| text.lines()).map(|line| prose(line, page.indent));
    let above = title.chain(paragraphs).sum::<f64>() * page.prose_line + gaps;
    let mut measured = TableText::new(measures, &ruler, page);
    let (widths, setting) = measured.best(above);
    let cell = |((cell, text), width): ((&Cell, &CellText), &usize)| {
        let mut breaks = text.breaks(*width, setting);
        // Each line of the source text begins a new line.
        let mut broken = |text: &str| {
            text.lines()
                .zip(&mut breaks)
                .map(|(line, breaks)| broken(line, &breaks))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let block = |block: &Block| match block {
            Block::Paragraph { text } => Block::Paragraph { text: broken(text) },
            Block::List { items } => {
                let mut item =
                    |item: &ListItem| ListItem { marker: item.marker.clone(), text: broken(&item.text) };
                Block::List { items: items.iter().map(&mut item).collect() }
            }
        };
        cell.iter().map(block).collect()
    };
    let row =
        |(row, texts): (&Vec<Cell>, &Vec<CellText>)| row.iter().zip(texts).zip(&widths).map(cell).collect();
    let heading = |(text, room): (&String, &usize)| {
        let line = |line| fitted(line, names, |c| width(c) * BOLD, (*room as f64, 0.0), setting);
        text.lines().map(line).collect::<Vec<_>>().join("\n")
    };
    Columns {
        header: measures.header.iter().zip(&widths).map(heading).collect(),
        rows: measures.rows.iter().zip(&measured.rows).map(row).collect(),
        narrow,
        widths: widths.iter().map(|width| width + page.padding).collect(),
    }
}

/// The measured table: everything that its column widths depend on.
struct TableText {
    rows: Vec<Vec<CellText>>,
    /// The least width of each column, without padding, in points.
    least: Vec<usize>,
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
        // A word that just fits would be too close to the table's rules, so there is some slack.
        let headings = measures.header.iter().map(|text| {
            ruler
                .pieces(text, 0.0, 0.0)
                .iter()
                .map(|piece| piece.widest_word() * BOLD + 0.5)
                .fold(0.0, f64::max)
        });
        let word = |column: usize| rows.iter().map(|row| row[column].widest_word() + 1.0).fold(0.0, f64::max);
        let width = page.width.saturating_sub(columns * page.padding);
        let least = fitting(headings.collect(), (0..columns).map(word).collect(), width);
        let lines = |heading: &String| heading.lines().count();
        let heading =
            measures.header.iter().map(lines).max().unwrap_or(0) as f64 * page.cell_line + page.row_padding;
        TableText { rows, least, width, height: page.height - heading, page }
    }

    /// Returns the best column widths found, in points, without padding, and how lines are chosen in them.
    fn best(&mut self, above: f64) -> (Vec<usize>, Setting) {
        // Choosing the lines of a long table would take long. Counting them does, because it fills its pages anyway.
        if self.rows.len() > MOST_IN_FOCUS {
            return (self.whole_widths(above), Setting::Ragged);
        }
        let mut found = |setting| {
            self.rows.iter_mut().flatten().for_each(|cell| cell.set(Some(setting)));
            let widths = self.whole_widths(above);
            (self.reach(&widths, above), widths)
        };
        let ((reach, ragged), (tight_reach, tight)) = (found(Setting::Ragged), found(Setting::Tight));
        // Lines end at worse places if that saves paper.
        let saves = tight_reach < reach - MIN_SAVING * self.height;
        if saves { (tight, Setting::Tight) } else { (ragged, Setting::Ragged) }
    }

    /// Returns the best column widths in which no word of usual width is torn, if there is room for that. A column that
    /// tears one is widened.
    fn whole_widths(&mut self, above: f64) -> Vec<usize> {
        let usual = self.least.clone();
        let widths = loop {
            let widths = self.widths(above);
            let whole = |column: usize| {
                let words = self.rows.iter().map(|row| row[column].widest_word_within(WHOLE));
                words.fold(0.0, f64::max).ceil() as usize
            };
            let torn: Vec<usize> =
                (0..widths.len()).filter(|column| whole(*column) > widths[*column]).collect();
            let mut least = self.least.clone();
            torn.iter().for_each(|column| least[*column] = whole(*column));
            if torn.is_empty() || least.iter().sum::<usize>() > self.width {
                break widths;
            }
            self.least = least;
        };
        self.least = usual;
        widths
    }

    /// Returns the best column widths found, in points, without padding.
    ///
    /// Searches for widths that keep the rows low, first with equal weights, then with each row in focus. Each result
    /// is refined for the least extent. `above` is the height taken on the first page, in points.
    fn widths(&self, above: f64) -> Vec<usize> {
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
        best.expect("the first goal is for all rows").1
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
            let (highest, sum, penalty) =
                heights(cells, widths).fold((0.0, 0.0, 0.0), |(highest, sum, penalty), height| {
                    let smooth = height.smooth;
                    (f64::max(highest, smooth), sum + smooth * smooth, penalty + height.penalty)
                });
            let penalty = penalty * PENALTY_IN_SQUARED_LINES;
            (highest * highest * goal.highest_weight + sum + penalty)
                * if goal.row == number { goal.row_weight } else { 1.0 }
        };
        self.rows.iter().enumerate().map(row).sum()
    }

    /// Returns how far down the pages the table reaches, in points: the sum for these widths and for widths one point
    /// narrower. Among widths that need the same number of lines, this prefers those that leave some slack. The penalties of
    /// the line ends count too.
    fn extent(&self, widths: &[usize], above: f64) -> f64 {
        let penalties =
            |cells: &Vec<CellText>| heights(cells, widths).map(|height| height.penalty).sum::<f64>();
        self.reach(widths, above) + self.rows.iter().map(penalties).sum::<f64>() * PENALTY_IN_POINTS
    }

    /// The extent without the penalties.
    fn reach(&self, widths: &[usize], above: f64) -> f64 {
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

/// Returns least widths for columns with these widest words, in their headings and in their cells. Words of cells are
/// cut to a common maximum, so that together the columns claim at most a share of the room. If the headings do not fit,
/// they are cut too.
fn fitting(headings: Vec<f64>, words: Vec<f64>, room: usize) -> Vec<usize> {
    let capped = |most_heading: usize, most_word: usize| -> Vec<usize> {
        let whole = |(heading, word): (&f64, &f64)| {
            let (heading, word) = (heading.ceil() as usize, word.ceil() as usize);
            heading.min(most_heading).max(word.min(most_word)).max(NARROWEST)
        };
        headings.iter().zip(&words).map(whole).collect()
    };
    let claimed = |least: &Vec<usize>| least.iter().sum::<usize>() as f64;
    let share = CLAIMED * room as f64;
    let by_words = (SHORTEST_CAP..=WIDEST_WORD).rev().map(|cap| capped(WIDEST_WORD, cap));
    let roomy = by_words.clone().find(|least| claimed(least) <= share);
    let tight = || (NARROWEST..=WIDEST_WORD).rev().map(|cap| capped(cap, cap.min(SHORTEST_CAP)));
    roomy
        .or_else(|| tight().find(|least| claimed(least) <= room as f64))
        .unwrap_or_else(|| capped(NARROWEST, NARROWEST))
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
        let ruler = Ruler { width: |_| 6.0, names: &[], marker_gap: page.marker_gap, narrow: false };
        TableText::new(&MeasuresTable { amounts: false, landscape: true, header, rows }, &ruler, page)
            .best(0.0)
            .0
            .into_iter()
            .map(|width| width + page.padding)
            .collect()
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
        assert_eq!(narrow("กอง"), 52, "the eight letters of ผู้รับผิดชอบ in bold");
    }

    #[test]
    fn words_that_have_no_room_together_share_it() {
        let row = vec![cell("https://www.example.go.th_ita_2567_o34.pdf"); 6];
        let found = widths(&["ก"; 6], vec![row], false);
        assert!(found.iter().sum::<usize>() <= 453, "{found:?}");
    }

    #[test]
    fn a_table_of_many_long_rows_fills_its_width() {
        let row = vec![words(5), words(500), words(1), words(1), words(400), words(150)];
        let found = widths(&["ก"; 6], vec![row; 150], true);
        assert_eq!(found.iter().sum::<usize>(), 700);
        assert!(found[1] > found[0] && found[4] > found[0], "{found:?}");
    }
}
