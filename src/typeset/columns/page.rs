//! The page that the measures table is set on: its lengths, and how far down the pages rows reach.

use crate::lengths::{Lengths, points};

/// Lengths of a page in points: the area inside its margins, and the lines and cells on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub width: usize,
    pub height: f64,
    /// Line pitch in a cell.
    pub cell_line: f64,
    /// Line pitch in prose.
    pub prose_line: f64,
    /// Left and right padding of a cell together.
    pub padding: usize,
    /// Top and bottom padding of a cell together.
    pub row_padding: f64,
    /// First-line indent of prose.
    pub indent: f64,
    /// Space between the title and the prose, besides what belongs to a line.
    pub after_title: f64,
    /// Space between paragraphs, and between the last one and the table, besides what belongs to a line.
    pub between_paragraphs: f64,
    /// Distance from a list's marker to its text.
    pub marker_gap: f64,
}

impl Page {
    pub fn new(lengths: &Lengths, landscape: bool, bound: bool) -> Self {
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
            after_title: lines.after_title - lines.leading,
            between_paragraphs: lines.between_paragraphs,
            marker_gap: cells.marker_gap,
        }
    }
}

/// Removes the floating-point error from a sum of lengths: 13.6 + 4 + 0.2 must be 17.8.
fn rounded(points: f64) -> f64 {
    (points * 1_000.0).round() / 1_000.0
}

/// Returns how far down the pages rows of these heights reach, including the blank space left at the bottom of a page
/// where the next row does not fit. The first such space counts twice, because it looks worst on the first page. `room`
/// is the height for rows on a page, `above` the height taken on the first page.
pub(super) fn extent(rows: impl Iterator<Item = f64>, room: f64, above: f64) -> f64 {
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
