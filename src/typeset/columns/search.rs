//! Searches for the column widths with which a table is lowest: moves width from column to column as long as that helps.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::page::{Page, extent};
use super::ruler::{CellText, Height};
use crate::typeset::line_breaks::fit::Setting;

/// How much width one step moves from one column to another, in points. The larger steps can save a line where the
/// smallest one does not.
const STEPS: [usize; 3] = [2, 10, 30];
/// The weights of the row in focus, relative to the other rows.
const FOCUS: [f64; 2] = [4.0, 40.0];
/// The weights of a row's highest cell, relative to the other cells. With the low weight, lines are not broken next to
/// empty space. With the high one, hardly anything but the highest cell counts.
const HIGHEST: [f64; 2] = [8.0, 400.0];
/// What a unit of penalty counts: in squared lines, and in points of the table's extent.
const PENALTY_IN_SQUARED_LINES: f64 = 0.1;
const PENALTY_IN_POINTS: f64 = 0.04;
/// What a point of the rows' heights counts, in points of the table's reach.
const HEIGHT_IN_REACH: f64 = 8.0;
/// In a table with more rows than this, no row is put in focus: so many rows fill their pages anyway.
pub(super) const MOST_IN_FOCUS: usize = 30;

/// The heights of a table's cells by the widths of its columns, and the search for the best widths.
pub(super) struct Search<'t> {
    rows: &'t [Vec<CellText>],
    /// How lines are chosen. `None` if they are only counted.
    setting: Option<Setting>,
    /// Width for text in a row, without padding, in points.
    width: usize,
    /// Height of the headings, in points.
    heading: f64,
    page: &'t Page,
    heights: Known<Height>,
    costs: Known<HeightCost>,
    extents: Known<Extent>,
}

/// What is known of the cells of each column at each width of it. It is computed when it is asked for.
struct Known<T>(Vec<Vec<OnceCell<Box<[T]>>>>);

impl<T> Known<T> {
    fn get(&self, column: usize, width: usize, compute: impl FnOnce() -> Box<[T]>) -> &[T] {
        self.0[column][width].get_or_init(compute)
    }
}

/// A property of cells of which that of a row is made. The default is that of a row without cells.
trait OfRow: Copy + Default {
    fn with(self, cell: Self) -> Self;
}

/// What makes up the cost of a row's height.
#[derive(Clone, Copy, Default)]
struct HeightCost {
    /// The height of the highest cell, and the sum of the squares of all, see [`Height::smooth`].
    highest: f64,
    squares: f64,
    penalty: f64,
}

impl OfRow for HeightCost {
    fn with(self, cell: Self) -> Self {
        HeightCost {
            highest: self.highest.max(cell.highest),
            squares: self.squares + cell.squares,
            penalty: self.penalty + cell.penalty,
        }
    }
}

/// What makes up the extent of a row.
#[derive(Clone, Copy, Default)]
struct Extent {
    /// The height of the highest content, in points: with these widths, and with widths one point narrower.
    content: f64,
    narrower: f64,
    penalty: f64,
}

impl OfRow for Extent {
    fn with(self, cell: Self) -> Self {
        Extent {
            content: self.content.max(cell.content),
            narrower: self.narrower.max(cell.narrower),
            penalty: self.penalty + cell.penalty,
        }
    }
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

impl<'t> Search<'t> {
    /// Prepares a table with a `heading` of this height and so much `width` for text in a row, both in points.
    pub fn new(
        rows: &'t [Vec<CellText>],
        setting: Option<Setting>,
        (width, heading): (usize, f64),
        page: &'t Page,
    ) -> Self {
        let columns = rows.first().map_or(0, Vec::len);
        let (heights, costs, extents) = (known(columns, width), known(columns, width), known(columns, width));
        Search { rows, setting, width, heading, page, heights, costs, extents }
    }

    /// Returns the best column widths found, in points, without padding, of which none is below its `least`. Together, the
    /// least widths take no more than the width of a row.
    ///
    /// Searches for widths that keep the rows low, first with equal weights, then with each row in focus. Each result
    /// is refined for the least extent.
    pub fn widths(&self, least: &[usize]) -> Vec<usize> {
        let in_focus = if self.rows.len() > MOST_IN_FOCUS { 0 } else { self.rows.len() };
        let focused = (0..in_focus).flat_map(|row| FOCUS.map(|times| (row, times)));
        let goals = std::iter::once((0, 1.0)).chain(focused);
        let goals = goals.flat_map(|(row, row_weight)| {
            HIGHEST.map(|highest_weight| Goal { row, row_weight, highest_weight })
        });
        // Minimize the row heights first. From there, minimize the extent. Many goals have the same result.
        let mut seen = BTreeSet::new();
        let short = goals.map(|goal| self.low(self.even(least), least, goal));
        let candidates = short.filter(|widths| seen.insert(widths.clone())).map(|short| {
            let few = self.refined(short, least);
            (self.extent(&self.extents_of(&few)), few)
        });
        let best = candidates.min_by(|(a, _), (b, _)| a.total_cmp(b));
        best.expect("the first goal is for all rows").1
    }

    /// Returns the widths near these that keep the rows low.
    fn low(&self, widths: Vec<usize>, least: &[usize], goal: Goal) -> Vec<usize> {
        let cells = |column, width| self.costs(column, width);
        descend(self.rows.len(), widths, least, cells, |rows| height_cost(rows, goal))
    }

    /// Returns the widths near these that have the least extent.
    pub fn refined(&self, widths: Vec<usize>, least: &[usize]) -> Vec<usize> {
        let cells = |column, width| self.extents(column, width);
        descend(self.rows.len(), widths, least, cells, |rows| self.extent(rows))
    }

    /// Returns the least widths, each with an equal share of the remaining room.
    fn even(&self, least: &[usize]) -> Vec<usize> {
        let (count, spare) = (least.len(), self.width.saturating_sub(least.iter().sum()));
        let share = |column| spare / count + usize::from(column < spare % count);
        least.iter().enumerate().map(|(column, least)| least + share(column)).collect()
    }

    /// Returns what widths cost, in points: how far down the pages the table reaches, and how high its rows are, for what
    /// the last page leaves blank says nothing of the others. The penalties of the line ends count too.
    fn extent(&self, rows: &[Extent]) -> f64 {
        let penalties = rows.iter().map(|row| row.penalty).sum::<f64>() * PENALTY_IN_POINTS;
        let heights = rows.iter().map(|row| self.page.row(row.content)).sum::<f64>() * HEIGHT_IN_REACH;
        self.reach_of(rows) + heights + penalties
    }

    /// Returns how far down the pages the table reaches, in points: the sum for these widths and for widths one point
    /// narrower. Among widths that need the same number of lines, this prefers those that leave some slack.
    pub fn reach(&self, widths: &[usize]) -> f64 {
        self.reach_of(&self.extents_of(widths))
    }

    fn reach_of(&self, rows: &[Extent]) -> f64 {
        let reach = |height: fn(&Extent) -> f64| {
            extent(rows.iter().map(|row| self.page.row(height(row))), self.heading, self.page)
        };
        reach(|row| row.content) + reach(|row| row.narrower)
    }

    /// Returns the height of all rows together, in points.
    pub fn height(&self, widths: &[usize]) -> f64 {
        self.extents_of(widths).iter().map(|row| self.page.row(row.content)).sum()
    }

    fn extents_of(&self, widths: &[usize]) -> Vec<Extent> {
        let columns = widths.iter().enumerate().map(|(column, width)| self.extents(column, *width));
        rows(self.rows.len(), columns)
    }

    fn costs(&self, column: usize, width: usize) -> &[HeightCost] {
        self.costs.get(column, width, || {
            let cost = |height: &Height| HeightCost {
                highest: height.smooth,
                squares: height.smooth * height.smooth,
                penalty: height.penalty,
            };
            self.heights(column, width).iter().map(cost).collect()
        })
    }

    fn extents(&self, column: usize, width: usize) -> &[Extent] {
        self.extents.get(column, width, || {
            let content = |row: usize, height: &Height| {
                let gaps = self.rows[row][column].paragraphs.saturating_sub(1);
                height.lines as f64 * self.page.line + gaps as f64 * self.page.paragraph
            };
            let narrower = self.heights(column, width.saturating_sub(1));
            let extent = |(row, (height, narrower)): (usize, (&Height, &Height))| Extent {
                content: content(row, height),
                narrower: content(row, narrower),
                penalty: height.penalty,
            };
            self.heights(column, width).iter().zip(narrower).enumerate().map(extent).collect()
        })
    }

    fn heights(&self, column: usize, width: usize) -> &[Height] {
        self.heights.get(column, width, || {
            self.rows.iter().map(|row| row[column].height(width, self.setting)).collect()
        })
    }
}

fn known<T>(columns: usize, width: usize) -> Known<T> {
    Known((0..columns).map(|_| (0..=width).map(|_| OnceCell::new()).collect()).collect())
}

/// Returns the cost of the row heights. Heights are squared, because high rows are hard to fit on a page. The lower
/// cells of a row count too, so that their lines are not broken next to empty space.
fn height_cost(rows: &[HeightCost], goal: Goal) -> f64 {
    let row = |(number, row): (usize, &HeightCost)| {
        let penalty = row.penalty * PENALTY_IN_SQUARED_LINES;
        (row.highest * row.highest * goal.highest_weight + row.squares + penalty)
            * if goal.row == number { goal.row_weight } else { 1.0 }
    };
    rows.iter().enumerate().map(row).sum()
}

/// So many rows with these columns of cells.
fn rows<'k, T: OfRow + 'k>(count: usize, columns: impl Iterator<Item = &'k [T]>) -> Vec<T> {
    let mut rows = vec![T::default(); count];
    for cells in columns {
        rows.iter_mut().zip(cells).for_each(|(row, cell)| *row = row.with(*cell));
    }
    rows
}

/// Moves width between the columns of so many rows as long as that lowers the cost. Each step takes the best of all moves.
/// `cells` returns the cells of a column at a width of it.
fn descend<'k, T: OfRow + 'k>(
    row_count: usize,
    mut widths: Vec<usize>,
    least: &[usize],
    cells: impl Fn(usize, usize) -> &'k [T],
    cost: impl Fn(&[T]) -> f64,
) -> Vec<usize> {
    let count = widths.len();
    let mut lowest = cost(&rows(row_count, (0..count).map(|column| cells(column, widths[column]))));
    let mut moved = Vec::new();
    loop {
        let mut better: Option<(usize, usize, usize)> = None;
        for (a, b) in (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))) {
            // Only two columns change.
            let others = (0..count).filter(|column| *column != a && *column != b);
            let others = rows(row_count, others.map(|column| cells(column, widths[column])));
            for (from, to) in [(a, b), (b, a)] {
                for step in STEPS.into_iter().take_while(|step| widths[from] >= least[from] + step) {
                    let (narrowed, widened) =
                        (cells(from, widths[from] - step), cells(to, widths[to] + step));
                    moved.clear();
                    let changed = narrowed.iter().zip(widened).map(|(a, b)| a.with(*b));
                    moved.extend(others.iter().zip(changed).map(|(others, changed)| others.with(changed)));
                    let (cost, best) = (cost(&moved), (from, to, step));
                    // Of equal moves, the first by its columns.
                    if cost < lowest || cost == lowest && better.is_some_and(|better| best < better) {
                        lowest = cost;
                        better = Some(best);
                    }
                }
            }
        }
        let Some((from, to, step)) = better else { return widths };
        widths[from] -= step;
        widths[to] += step;
    }
}
