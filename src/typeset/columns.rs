//! Computes the column widths of the measures table, and the lines of its texts. The table should take few pages with
//! little blank space on them, its lines should end at good places, and no column should be narrower than its longest
//! word. This happens before Typst runs, because setting the table repeatedly would take longer.

mod claims;
pub(super) mod page;
mod ruler;

use super::line_breaks::fit::Setting;
use crate::view::Cell;
use claims::{Claim, fitting};
use page::{Page, extent};
use ruler::{CellText, Height, Ruler, Whole};

/// A word at most this wide, about nine letters, is torn in no column if all columns have room for theirs, in points. So is
/// a word that is at most that wide without its prefix, such as พระราชบัญญัติ.
const WHOLE: f64 = 60.0;
const WHOLE_BARE: f64 = 64.5;
/// Columns are narrow if they have less than this on average, in points: those of upright pages.
const NARROW: usize = 100;
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
/// What a point of the rows' heights counts, in points of the table's reach.
const HEIGHT_IN_REACH: f64 = 8.0;
/// How many times as high as without them the rows of narrow columns may be with whole lines of scores.
const HIGHER: f64 = 1.2;
/// How much wider a bold heading is than regular text.
pub(super) const BOLD: f64 = 1.05;
/// The weights of a row's highest cell, relative to the other cells. With the low weight, lines are not broken next to
/// empty space. With the high one, hardly anything but the highest cell counts.
const HIGHEST: [f64; 2] = [8.0, 400.0];
/// In a table with more rows than this, no row is put in focus: so many rows fill their pages anyway.
const MOST_IN_FOCUS: usize = 30;

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Columns {
    /// Their widths in points, without cell padding.
    pub widths: Vec<usize>,
    /// Whether they are narrow: in their lists, only the first line of an item is indented.
    pub narrow: bool,
    /// How lines are chosen in them.
    pub setting: Setting,
    /// For each cell of each row, where the lines of its texts are broken, as byte offsets. Each line of a source text
    /// counts as a text.
    pub rows: Vec<Vec<Vec<Vec<usize>>>>,
}

/// Computes the columns of a table. `width` returns a character's advance in points. `names` is an automaton of names
/// that count as words.
pub(super) fn compute<W: Fn(char) -> f64>(
    header: &[String],
    rows: &[Vec<Cell>],
    page: Page,
    width: W,
    names: &[u8],
) -> Columns {
    let narrow = page.width < NARROW * header.len();
    let ruler = Ruler { width, names, marker_gap: page.marker_gap, narrow };
    let mut measured = TableText::new(header, rows, &ruler, page);
    let (widths, setting) = measured.best();
    let cell = |(cell, width): (&CellText, &usize)| cell.breaks(*width, setting).collect();
    let rows = measured.rows.iter().map(|row| row.iter().zip(&widths).map(cell).collect()).collect();
    Columns { widths, narrow, setting, rows }
}

/// The measured table: everything that its column widths depend on.
struct TableText {
    rows: Vec<Vec<CellText>>,
    /// The least width of each column, without padding, in points.
    least: Vec<usize>,
    /// Width for text in a row, without padding, in points.
    width: usize,
    /// Whether the columns are narrow.
    narrow: bool,
    /// Height of the headings, in points.
    heading: f64,
    page: Page,
}

impl TableText {
    fn new<W: Fn(char) -> f64>(header: &[String], rows: &[Vec<Cell>], ruler: &Ruler<W>, page: Page) -> Self {
        let columns = header.len();
        let rows: Vec<Vec<CellText>> =
            rows.iter().map(|row| row.iter().map(|cell| ruler.cell(cell)).collect()).collect();
        // A word that just fits would be too close to the table's rules, so there is some slack.
        let headings = header.iter().map(|text| {
            ruler
                .pieces(text, 0.0, 0.0)
                .iter()
                .map(|piece| piece.widest_word() * BOLD + 0.5)
                .fold(0.0, f64::max)
        });
        let widest = |column: usize, of: fn(&CellText) -> f64| {
            rows.iter().map(|row| of(&row[column])).fold(0.0, f64::max)
        };
        let claim = |(column, heading)| Claim {
            heading,
            word: widest(column, CellText::widest_word) + 1.0,
            amount: widest(column, |cell| cell.widest_figure(Whole::Amounts)),
        };
        let width = page.width.saturating_sub(columns * page.padding);
        let claims: Vec<Claim> = headings.enumerate().map(claim).collect();
        let least = fitting(&claims, width);
        let lines = |heading: &String| heading.lines().count();
        let heading = page.row(header.iter().map(lines).max().unwrap_or(0) as f64 * page.line);
        TableText { rows, least, width, narrow: ruler.narrow, heading, page }
    }

    /// Returns the best column widths found, in points, without padding, and how lines are chosen in them.
    fn best(&mut self) -> (Vec<usize>, Setting) {
        // Choosing the lines of a long table would take long. Counting them does, because it fills its pages anyway.
        if self.rows.len() > MOST_IN_FOCUS {
            return (self.whole_widths(), Setting::Ragged);
        }
        let mut found = |setting| {
            self.rows.iter_mut().flatten().for_each(|cell| cell.set(Some(setting)));
            let widths = self.whole_widths();
            (self.reach(&widths), widths)
        };
        let ((reach, ragged), (tight_reach, tight)) = (found(Setting::Ragged), found(Setting::Tight));
        // Lines end at worse places if that saves paper.
        let saves = tight_reach < reach - MIN_SAVING * self.page.height;
        if saves { (tight, Setting::Tight) } else { (ragged, Setting::Ragged) }
    }

    /// Returns the best column widths in which as much is whole as there is room for. In narrow columns, lines of scores are
    /// only whole if the rows do not get much higher.
    fn whole_widths(&mut self) -> Vec<usize> {
        let has_room = |least: &Vec<usize>| least.iter().sum::<usize>() <= self.width;
        let with_words =
            [Whole::ScoreLines, Whole::ScoreFigures, Whole::Words].map(|whole| self.least_for(whole));
        let mut least: Vec<Vec<usize>> = with_words.into_iter().filter(has_room).collect();
        least.dedup();
        if least.is_empty() {
            least.push(self.least.clone());
        }
        if !self.narrow {
            least.truncate(1);
        }
        let found: Vec<Vec<usize>> = least.iter().map(|least| self.widths_without_tears(least)).collect();
        let heights: Vec<f64> = found.iter().map(|widths| self.row_heights(widths).sum()).collect();
        let most = heights.iter().copied().fold(f64::MAX, f64::min) * HIGHER;
        let first = heights.iter().position(|height| *height <= most).unwrap_or(0);
        found.into_iter().nth(first).unwrap_or_default()
    }

    /// Returns how wide each column has to be so that this is whole.
    fn least_for(&self, whole: Whole) -> Vec<usize> {
        let cell =
            |cell: &CellText| f64::max(cell.widest_word_within(WHOLE, WHOLE_BARE), cell.widest_figure(whole));
        let widest = |(column, least): (usize, &usize)| {
            let cells = self.rows.iter().map(|row| cell(&row[column]));
            (cells.fold(0.0, f64::max).ceil() as usize).max(*least)
        };
        self.least.iter().enumerate().map(widest).collect()
    }

    /// Returns the best column widths of at least these. Only a column that would be narrower is held to its width.
    fn widths_without_tears(&mut self, whole: &[usize]) -> Vec<usize> {
        let usual = self.least.clone();
        let widths = loop {
            let widths = self.widths();
            let torn: Vec<usize> =
                (0..whole.len()).filter(|column| whole[*column] > widths[*column]).collect();
            torn.iter().for_each(|column| self.least[*column] = whole[*column]);
            if torn.is_empty() {
                break widths;
            }
        };
        self.least = usual;
        widths
    }

    /// Returns the best column widths found, in points, without padding.
    ///
    /// Searches for widths that keep the rows low, first with equal weights, then with each row in focus. Each result
    /// is refined for the least extent.
    fn widths(&self) -> Vec<usize> {
        let in_focus = if self.rows.len() > MOST_IN_FOCUS { 0 } else { self.rows.len() };
        let focused = (0..in_focus).flat_map(|row| FOCUS.map(|times| (row, times)));
        let goals = std::iter::once((0, 1.0)).chain(focused);
        let goals = goals.flat_map(|(row, row_weight)| {
            HIGHEST.map(|highest_weight| Goal { row, row_weight, highest_weight })
        });
        // Minimize the row heights first. From there, minimize the extent.
        let candidates = goals.map(|goal| {
            let short = self.descend(self.even(), |widths| self.height_cost(widths, goal));
            let few = self.descend(short, |widths| self.extent(widths));
            (self.extent(&few), few)
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

    /// Returns what widths cost, in points: how far down the pages the table reaches, and how high its rows are, for what
    /// the last page leaves blank says nothing of the others. The penalties of the line ends count too.
    fn extent(&self, widths: &[usize]) -> f64 {
        let penalties =
            |cells: &Vec<CellText>| heights(cells, widths).map(|height| height.penalty).sum::<f64>();
        let penalties = self.rows.iter().map(penalties).sum::<f64>() * PENALTY_IN_POINTS;
        self.reach(widths) + self.row_heights(widths).sum::<f64>() * HEIGHT_IN_REACH + penalties
    }

    /// Returns how far down the pages the table reaches, in points: the sum for these widths and for widths one point
    /// narrower. Among widths that need the same number of lines, this prefers those that leave some slack.
    fn reach(&self, widths: &[usize]) -> f64 {
        let tight: Vec<usize> = widths.iter().map(|width| width.saturating_sub(1)).collect();
        [widths, &tight].map(|widths| extent(self.row_heights(widths), self.heading, &self.page)).iter().sum()
    }

    fn row_heights<'w>(&'w self, widths: &'w [usize]) -> impl Iterator<Item = f64> + 'w {
        self.rows.iter().map(move |cells| {
            let contents = heights(cells, widths).zip(cells).map(|(height, cell)| {
                let gaps = cell.paragraphs.saturating_sub(1);
                height.lines as f64 * self.page.line + gaps as f64 * self.page.paragraph
            });
            self.page.row(contents.fold(0.0, f64::max))
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Block, Cell};

    fn cell(text: &str) -> Cell {
        vec![Block::Paragraph { text: text.to_owned() }]
    }

    /// Returns the column widths, including padding, with every letter six points wide.
    fn widths(header: &[&str], rows: Vec<Vec<Cell>>, landscape: bool) -> Vec<usize> {
        let (width, height) = if landscape { (700, 467.0) } else { (453, 714.0) };
        let page = Page {
            width,
            height,
            above: 0.0,
            line: 17.8,
            paragraph: 3.8,
            padding: 8,
            row_padding: 6.0,
            marker_gap: 4.0,
        };
        let header: Vec<String> = header.iter().map(|heading| (*heading).to_owned()).collect();
        let ruler = Ruler { width: |_| 6.0, names: &[], marker_gap: page.marker_gap, narrow: false };
        TableText::new(&header, &rows, &ruler, page)
            .best()
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
            widths(&["หน่วยงาน\nผู้รับผิดชอบ", "ข"], vec![row], false)[0] - 8
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
