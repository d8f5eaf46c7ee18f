//! The page that the measures table is set on: its lengths, and how far down the pages rows reach.

/// Lengths of a page and of a table's cells, in points.
#[derive(Debug, Clone, Copy)]
pub(in crate::typeset) struct Page {
    /// The width and height of the area inside the margins.
    pub width: usize,
    pub height: f64,
    /// The height taken above the table on its first page.
    pub above: f64,
    /// Line pitch in a cell.
    pub line: f64,
    /// What a paragraph's distance from the one before adds to the line pitch.
    pub paragraph: f64,
    /// Left and right padding of a cell together.
    pub padding: usize,
    /// What a row's height is more than the pitch of its lines.
    pub row_padding: f64,
    /// Distance from a list's marker to its text.
    pub marker_gap: f64,
}

impl Page {
    /// The height of a row whose highest cell has this content.
    pub fn row(&self, content: f64) -> f64 {
        content + self.row_padding
    }

    /// Whether this much blank space at the foot of a page is too much: more than a third.
    pub fn is_bare(&self, blank: f64) -> bool {
        blank > self.height / 3.0
    }
}

/// Returns how far down the pages rows of these heights reach below headings of a height, including the blank space left at
/// the bottom of a page where the next row does not fit. A row is broken where it would leave a page bare.
pub(super) fn extent(rows: impl Iterator<Item = f64>, heading: f64, page: &Page) -> f64 {
    let room = page.height - heading;
    let mut left = (room - page.above).max(0.0);
    let mut extent = page.above;
    for (at, height) in rows.enumerate() {
        extent += height;
        if height <= left {
            left -= height;
        } else if at == 0 || page.is_bare(left) || height > room {
            // Breaking a row costs about a line, and looks worse than not to break it.
            let broken = 2.0 * page.line;
            extent += broken;
            left = room - (height - left + broken).rem_euclid(room);
        } else {
            extent += left;
            left = room - height;
        }
    }
    extent
}
