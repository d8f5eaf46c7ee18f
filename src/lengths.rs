//! The lengths of pages, tables and pictures that both the templates and the program use. They are read from
//! `templates/common/lengths.toml`; a user's own copy of that file changes both.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

/// The path of the file among the templates, and its built-in text.
pub const LENGTHS_FILE: (&str, &str) =
    ("/common/lengths.toml", include_str!("../templates/common/lengths.toml"));

static BUILT_IN: LazyLock<Lengths> =
    LazyLock::new(|| Lengths::parse(LENGTHS_FILE.1).expect("the built-in lengths are valid"));

/// Width and height of A4 portrait, in millimetres.
const PAPER: (f64, f64) = (210.0, 297.0);
/// The least width and height that the margins must leave, in millimetres.
const LEAST_ROOM: f64 = 40.0;
const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;

/// All lengths. Each part states its unit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lengths {
    /// Margins.
    pub margins: Margins,
    /// Margins of documents that are printed on both sides and bound.
    pub bound_margins: BoundMargins,
    /// Line heights and the space between lines.
    pub lines: Lines,
    /// Space inside table cells.
    pub cells: Cells,
    /// Indents.
    pub indents: Indents,
    /// Sizes of pictures.
    pub pictures: PictureLengths,
}

/// Margins in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // The field names say enough, here and below.
pub struct Margins {
    pub top: f64,
    pub bottom: f64,
    pub left: f64,
    pub right: f64,
}

/// Margins of bound pages, in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct BoundMargins {
    pub top: f64,
    pub bottom: f64,
    pub inside: f64,
    pub outside: f64,
    /// Margins of landscape pages.
    pub long_side: LongSideMargins,
}

/// Margins of a landscape page in millimetres: `x` at the left and right, `y` at the top and bottom.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LongSideMargins {
    pub x: f64,
    pub y: f64,
}

/// Line heights and the space between lines, in points.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// Height of a line above its baseline.
    pub above_baseline: f64,
    /// Height of a line below its baseline.
    pub below_baseline: f64,
    /// Space between lines of prose.
    pub leading: f64,
    /// Space between lines in table cells.
    pub cell_leading: f64,
    /// Space below a title.
    pub after_title: f64,
}

/// Space inside table cells, in points.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cells {
    /// Space to the left and to the right of the text.
    pub side: f64,
    /// Space above the text.
    pub top: f64,
    /// Space below the text.
    pub bottom: f64,
    /// Space between a list marker and its text.
    pub marker_gap: f64,
}

/// Indents, in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indents {
    /// Indent of a paragraph's first line.
    pub first_line: f64,
}

/// Sizes of pictures, in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureLengths {
    /// Side of the square that a photograph must fit into if two share a row.
    pub photo: f64,
    /// Largest width of a photograph that has a row of its own.
    pub photo_row: f64,
    /// Ratio of width to height from which a photograph has a row of its own. It has no unit.
    pub panorama: f64,
    /// Largest size of the logo on the cover.
    pub logo: Room,
    /// Largest size of the emblem on the memo.
    pub emblem: Room,
}

/// The width and height that something must fit into: in points for [`Lengths::page`], otherwise in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Room {
    pub width: f64,
    pub height: f64,
}

/// What is wrong with a lengths file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthsFault {
    /// The message, in English.
    pub message: String,
    /// The byte range in the file, or `0..0` if the fault has no single place.
    pub range: Range<usize>,
}

impl Default for Lengths {
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Lengths {
    /// Parses a lengths file and checks that its values are usable.
    pub fn parse(text: &str) -> Result<Self, LengthsFault> {
        let lengths: Lengths = toml::from_str(text).map_err(|error| LengthsFault {
            message: error.message().to_owned(),
            range: error.span().unwrap_or(0..0),
        })?;
        match lengths.fault() {
            Some(message) => Err(LengthsFault { message, range: 0..0 }),
            None => Ok(lengths),
        }
    }

    /// The reason why these lengths cannot be used, or `None` if they can.
    fn fault(&self) -> Option<String> {
        let Lengths { margins, bound_margins, lines, cells, indents, pictures } = self;
        let positive = [
            lines.above_baseline,
            lines.below_baseline,
            pictures.photo,
            pictures.photo_row,
            pictures.panorama,
            pictures.logo.width,
            pictures.logo.height,
            pictures.emblem.width,
            pictures.emblem.height,
        ];
        let not_negative = [
            margins.top,
            margins.bottom,
            margins.left,
            margins.right,
            bound_margins.top,
            bound_margins.bottom,
            bound_margins.inside,
            bound_margins.outside,
            bound_margins.long_side.x,
            bound_margins.long_side.y,
            lines.leading,
            lines.cell_leading,
            lines.after_title,
            cells.side,
            cells.top,
            cells.bottom,
            cells.marker_gap,
            indents.first_line,
        ];
        let usable = |length: &f64| length.is_finite() && *length < 1_000.0;
        if !positive.iter().all(|length| usable(length) && *length > 0.0)
            || !not_negative.iter().all(|length| usable(length) && *length >= 0.0)
        {
            return Some(
                "every length has to be a number from 0 to 1000, and those of pictures and lines above 0"
                    .into(),
            );
        }
        let rooms = [(false, false), (false, true), (true, false), (true, true)];
        let too_narrow = rooms.iter().any(|(landscape, bound)| {
            let Room { width, height } = self.page(*landscape, *bound);
            let enough = |length: f64| length >= points(LEAST_ROOM);
            !(enough(width) && enough(height))
        });
        too_narrow.then(|| format!("the margins leave less than {LEAST_ROOM} mm of a page"))
    }

    /// The area of a page inside its margins, in points.
    pub fn page(&self, landscape: bool, bound: bool) -> Room {
        let (margins, bound_margins) = (&self.margins, &self.bound_margins);
        let (x, y) = match (landscape, bound) {
            (_, false) => (margins.left + margins.right, margins.top + margins.bottom),
            (false, true) => {
                (bound_margins.inside + bound_margins.outside, bound_margins.top + bound_margins.bottom)
            }
            (true, true) => (2.0 * bound_margins.long_side.x, 2.0 * bound_margins.long_side.y),
        };
        let (width, height) = if landscape { (PAPER.1, PAPER.0) } else { PAPER };
        Room { width: points(width - x), height: points(height - y) }
    }

    /// The room for a photograph, in millimetres. Only the ratio of `width` to `height` matters.
    pub fn photo(&self, width: f64, height: f64) -> Room {
        let lengths = &self.pictures;
        let row = if self.is_panorama(width, height) { lengths.photo_row } else { lengths.photo };
        Room { width: row, height: lengths.photo }
    }

    /// Whether a photograph is wide enough to have a row of its own. Only the ratio of `width` to `height` matters.
    pub fn is_panorama(&self, width: f64, height: f64) -> bool {
        width >= self.pictures.panorama * height
    }
}

/// Converts millimetres to points.
pub fn points(millimetres: f64) -> f64 {
    millimetres * POINTS_PER_MILLIMETRE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_of_pages_are_paper_less_margins() {
        let rounded = |room: Room| (room.width.round(), room.height.round());
        let lengths = Lengths::default();
        assert_eq!(rounded(lengths.page(true, false)), (700.0, 468.0));
        assert_eq!(rounded(lengths.page(false, false)), (454.0, 714.0));
        assert_eq!(lengths.page(true, true), lengths.page(true, false), "bound, they hold as much");
    }

    #[test]
    fn what_cannot_be_used_is_refused_where_it_stands() {
        let text = LENGTHS_FILE.1;
        let with = |from: &str, to: &str| Lengths::parse(&text.replacen(from, to, 1)).unwrap_err();
        let unknown = with("left = 30", "lef = 30");
        assert_eq!(&text.replacen("left", "lef", 1)[unknown.range], "lef");
        assert!(with("left = 30", "left = 190").message.contains("margins"));
        for (from, to) in
            [("left = 30", "left = nan"), ("photo = 77.5", "photo = 0"), ("inside = 30", "inside = -1")]
        {
            assert!(with(from, to).message.contains("every length"), "{to}");
        }
    }
}
