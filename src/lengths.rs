//! The lengths of pages, tables and pictures that both the templates and the program go by, read from
//! `templates/common/lengths.toml`. A user's own copy of that file changes both.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

/// Where the file lies among the templates, and its built-in text.
pub const LENGTHS_FILE: (&str, &str) =
    ("/common/lengths.toml", include_str!("../templates/common/lengths.toml"));

static BUILT_IN: LazyLock<Lengths> =
    LazyLock::new(|| Lengths::parse(LENGTHS_FILE.1).expect("the built-in lengths are valid"));

/// A4, upright, in millimetres.
const PAPER: (f64, f64) = (210.0, 297.0);
/// The least room inside the margins, in millimetres.
const LEAST_ROOM: f64 = 40.0;
const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;

/// All lengths. Each part says its unit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lengths {
    /// Margins.
    pub margins: Margins,
    /// Margins of what is printed on both sides and bound.
    pub bound_margins: BoundMargins,
    /// Heights of lines.
    pub lines: Lines,
    /// Room within cells.
    pub cells: Cells,
    /// Indents.
    pub indents: Indents,
    /// Sizes of pictures.
    pub pictures: PictureLengths,
}

/// Margins in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // The names say it all, here and below.
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
    /// Of pages on their long side.
    pub long_side: LongSideMargins,
}

/// Margins of a page on its long side: left and right, top and bottom, in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LongSideMargins {
    pub x: f64,
    pub y: f64,
}

/// Heights of lines, in points.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// Of a line, above its baseline.
    pub above_baseline: f64,
    /// Of a line, below its baseline.
    pub below_baseline: f64,
    /// Between lines of prose.
    pub leading: f64,
    /// Between lines in cells.
    pub cell_leading: f64,
    /// Below the title.
    pub after_title: f64,
}

/// Room within cells, in points.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cells {
    /// At the left and at the right of the text.
    pub side: f64,
    /// Above the text.
    pub top: f64,
    /// Below the text.
    pub bottom: f64,
    /// Between a list's marker and its text.
    pub marker_gap: f64,
}

/// Indents in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indents {
    /// Of a paragraph's first line.
    pub first_line: f64,
}

/// Sizes of pictures in millimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureLengths {
    /// Side of the square that a photograph is set within, two to a row.
    pub photo: f64,
    /// Width of a photograph that has a row of its own.
    pub photo_row: f64,
    /// Width over height from which a photograph has a row of its own.
    pub panorama: f64,
    /// The room for the cover's logo.
    pub logo: Room,
    /// The room for the memo's emblem.
    pub emblem: Room,
}

/// Width and height that something is to fit into.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Room {
    pub width: f64,
    pub height: f64,
}

/// What is wrong with a file of lengths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthsFault {
    /// What it is, in English.
    pub message: String,
    /// The bytes it is about.
    pub range: Range<usize>,
}

impl Default for Lengths {
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Lengths {
    /// Reads a file of lengths.
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

    /// What keeps these lengths from being used.
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
            // A length that is not a number is not enough either.
            let enough = |length: f64| length >= points(LEAST_ROOM);
            !(enough(width) && enough(height))
        });
        too_narrow.then(|| format!("the margins leave less than {LEAST_ROOM} mm of a page"))
    }

    /// The room that a page has inside its margins, in points: on its long side or upright, bound or not.
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

    /// The room for a photograph of that width and height, in millimetres.
    pub fn photo(&self, width: f64, height: f64) -> Room {
        let lengths = &self.pictures;
        let row = if self.is_panorama(width, height) { lengths.photo_row } else { lengths.photo };
        Room { width: row, height: lengths.photo }
    }

    /// Whether a photograph of that width and height has a row of its own.
    pub fn is_panorama(&self, width: f64, height: f64) -> bool {
        width >= self.pictures.panorama * height
    }
}

/// A length in points.
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
