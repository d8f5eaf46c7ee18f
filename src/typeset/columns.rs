//! Computes the column widths of the measures table, and the lines of its texts. The table should take few pages with
//! little blank space on them, its lines should end at good places, and no column should be narrower than its longest
//! word. This happens before Typst runs, because setting the table repeatedly would take longer.

mod claims;
pub(super) mod page;
mod ruler;
mod search;

use super::line_breaks::fit::Setting;
use crate::view::Cell;
use claims::{Claim, fitting};
use page::Page;
use ruler::{CellText, Ruler, Whole};
use search::{MOST_IN_FOCUS, Search};

/// A word at most this wide, about nine letters, is torn in no column if all columns have room for theirs, in points. So is
/// a word that is at most that wide without its prefix, such as พระราชบัญญัติ.
const WHOLE: f64 = 60.0;
const WHOLE_BARE: f64 = 64.5;
/// Columns are narrow if they have less than this on average, in points: those of upright pages.
const NARROW: usize = 100;
/// How much shorter the table has to get to justify line ends at worse places, in page heights. `TableText::reach` is the
/// sum of two layouts, so this is a quarter of a page in each.
const MIN_SAVING: f64 = 0.5;
/// How many times as high as without them the rows of narrow columns may be with whole lines of scores.
const HIGHER: f64 = 1.2;
/// How much wider a bold heading is than regular text.
pub(super) const BOLD: f64 = 1.05;
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
    let measured = TableText::new(header, rows, &ruler, page);
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
    fn best(&self) -> (Vec<usize>, Setting) {
        // Choosing the lines of a long table would take long. Counting them does, because it fills its pages anyway.
        if self.rows.len() > MOST_IN_FOCUS {
            return (self.found(None).1, Setting::Ragged);
        }
        let (reach, ragged) = self.found(Some(Setting::Ragged));
        // Lines end at worse places if that saves paper. Full lines are as few as lines can be.
        let most = reach - MIN_SAVING * self.page.height;
        let full = self.search(None);
        if full.reach(&full.refined(ragged.clone(), &self.least)) < most {
            let (tight_reach, tight) = self.found(Some(Setting::Tight));
            if tight_reach < most {
                return (tight, Setting::Tight);
            }
        }
        (ragged, Setting::Ragged)
    }

    /// Returns the best column widths if lines are chosen so, or only counted, and how far down the pages the table reaches
    /// with them.
    fn found(&self, setting: Option<Setting>) -> (f64, Vec<usize>) {
        let search = self.search(setting);
        let widths = self.whole_widths(&search);
        (search.reach(&widths), widths)
    }

    fn search(&self, setting: Option<Setting>) -> Search<'_> {
        // What has no room takes more than there is.
        let width = self.width.max(self.least.iter().sum());
        Search::new(&self.rows, setting, (width, self.heading), &self.page)
    }

    /// Returns the best column widths in which as much is whole as there is room for. In narrow columns, lines of scores are
    /// only whole if the rows do not get much higher.
    fn whole_widths(&self, search: &Search) -> Vec<usize> {
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
        let found: Vec<Vec<usize>> =
            least.iter().map(|least| self.widths_without_tears(search, least)).collect();
        let heights: Vec<f64> = found.iter().map(|widths| search.height(widths)).collect();
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
    fn widths_without_tears(&self, search: &Search, whole: &[usize]) -> Vec<usize> {
        let mut least = self.least.clone();
        loop {
            let widths = search.widths(&least);
            let torn: Vec<usize> =
                (0..whole.len()).filter(|column| whole[*column] > widths[*column]).collect();
            if torn.is_empty() {
                return widths;
            }
            torn.iter().for_each(|column| least[*column] = whole[*column]);
        }
    }
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
