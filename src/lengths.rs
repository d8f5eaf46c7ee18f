//! The lengths of pages, tables and pictures that both the templates and the program use. They are read from
//! `templates/common/lengths.toml`; a user's own copy of that file changes both.

mod fault;

use std::sync::LazyLock;

use serde::Deserialize;
use toml::de::DeTable;

use fault::compare;
pub use fault::{LengthsFault, LengthsFaultKind};

/// The path of the file among the templates, and its built-in text.
pub const LENGTHS_FILE: (&str, &str) =
    ("/common/lengths.toml", include_str!("../templates/common/lengths.toml"));

static BUILT_IN: LazyLock<Lengths> =
    LazyLock::new(|| Lengths::parse(LENGTHS_FILE.1).expect("the built-in lengths are valid"));

/// Width and height of A4 portrait, in millimetres.
const PAPER: (f64, f64) = (210.0, 297.0);
/// The least width and height that the margins must leave, in millimetres. The table of indicators needs this width.
const LEAST_AREA: (u16, u16) = (130, 100);

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
    /// Space between paragraphs of prose, besides the leading.
    pub between_paragraphs: f64,
    /// Space below a title.
    pub after_title: f64,
}

/// Space inside table cells, in points.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cells {
    /// Space to the left and to the right of the text.
    pub side: f64,
    /// The same in the table of measures on portrait pages.
    pub side_portrait: f64,
    /// Space above the text.
    pub top: f64,
    /// Space below the text.
    pub bottom: f64,
    /// Space between two paragraphs.
    pub paragraph_gap: f64,
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
    /// Space between two photographs that share a row.
    pub photo_gap: f64,
    /// Largest width of a photograph that has a row of its own.
    pub photo_row: f64,
    /// Ratio of width to height from which a photograph has a row of its own. It has no unit.
    pub panorama: f64,
    /// Largest size of the logo on the cover.
    pub logo: Area,
    /// Largest size of the emblem on the memo.
    pub emblem: Area,
}

/// The width and height that something must fit into, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Area {
    pub width: f64,
    pub height: f64,
}

impl Default for Lengths {
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Lengths {
    /// Parses a lengths file and checks that its values are usable. Returns everything that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Vec<LengthsFault>> {
        let syntax = |error: toml::de::Error| {
            let kind = LengthsFaultKind::Syntax(error.message().to_owned());
            vec![LengthsFault { kind, range: error.span().unwrap_or(0..0) }]
        };
        let table = DeTable::parse(text).map_err(syntax)?;
        let built_in = DeTable::parse(LENGTHS_FILE.1).map_err(syntax)?;
        let mut faults = compare(text, table.get_ref(), built_in.get_ref());
        if !faults.is_empty() {
            return Err(faults);
        }
        let lengths: Lengths = toml::from_str(text).map_err(syntax)?;
        for (heading, bound) in [("margins", false), ("bound_margins", true)] {
            let wide = [false, true].iter().any(|landscape| {
                let area = lengths.page_area(*landscape, bound);
                area.width < LEAST_AREA.0.into() || area.height < LEAST_AREA.1.into()
            });
            if wide {
                let range = table.get_ref().get_key_value(heading).map_or(0..0, |(key, _)| key.span());
                faults.push(LengthsFault {
                    kind: LengthsFaultKind::WideMargins { width: LEAST_AREA.0, height: LEAST_AREA.1 },
                    range,
                });
            }
        }
        if faults.is_empty() { Ok(lengths) } else { Err(faults) }
    }

    /// The area of a page inside its margins.
    fn page_area(&self, landscape: bool, bound: bool) -> Area {
        let (margins, bound_margins) = (&self.margins, &self.bound_margins);
        let (x, y) = match (landscape, bound) {
            (_, false) => (margins.left + margins.right, margins.top + margins.bottom),
            (false, true) => {
                (bound_margins.inside + bound_margins.outside, bound_margins.top + bound_margins.bottom)
            }
            (true, true) => (2.0 * bound_margins.long_side.x, 2.0 * bound_margins.long_side.y),
        };
        let (width, height) = if landscape { (PAPER.1, PAPER.0) } else { PAPER };
        Area { width: width - x, height: height - y }
    }

    /// The area for a photograph. Only the ratio of `width` to `height` matters. On pages that are narrower than a row of
    /// photographs, they are smaller, so that a row always fits.
    pub fn photo_area(&self, width: f64, height: f64) -> Area {
        let lengths = &self.pictures;
        let page = self.page_area(false, false).width.min(self.page_area(false, true).width);
        let row = lengths.photo_row.min(page);
        let photo = lengths.photo.min((row - lengths.photo_gap) / 2.0).max(1.0);
        Area { width: if self.is_panorama(width, height) { row } else { photo }, height: photo }
    }

    /// Whether a photograph is wide enough to have a row of its own. Only the ratio of `width` to `height` matters.
    pub fn is_panorama(&self, width: f64, height: f64) -> bool {
        width >= self.pictures.panorama * height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_a_page_is_paper_less_margins() {
        let lengths = Lengths::default();
        let area = |landscape, bound| {
            let Area { width, height } = lengths.page_area(landscape, bound);
            (width, height)
        };
        assert_eq!(area(false, false), (160.0, 252.0));
        assert_eq!(area(true, false), (247.0, 165.0));
        assert_eq!(area(true, true), (247.0, 165.0), "the same when bound");
    }

    #[test]
    fn two_photographs_and_the_gap_between_them_fit_the_page() {
        for (from, to, page) in [
            ("left = 30", "left = 30", 160.0),
            ("left = 30\nright = 20", "left = 45\nright = 35", 130.0),
            ("photo = 77.5", "photo = 300", 160.0),
            ("photo_row = 160", "photo_row = 300", 160.0),
            ("photo_gap = 5", "photo_gap = 40", 160.0),
        ] {
            let lengths = Lengths::parse(&LENGTHS_FILE.1.replacen(from, to, 1)).expect(to);
            let photo = lengths.photo_area(4.0, 3.0);
            assert!(2.0 * photo.width + lengths.pictures.photo_gap <= page, "{to}: {photo:?}");
            assert!(lengths.photo_area(4.0, 1.0).width <= page, "{to}");
        }
    }

    #[test]
    fn unusable_lengths_are_refused_at_their_place() {
        for (from, to, place) in [
            ("left = 30", "lef = 30", "lef"),
            ("top = 25", "tpo = 25", "tpo"),
            ("photo_gap = 5", "photogap = 5", "photogap"),
            ("left = 30", "left = nan", "nan"),
            ("left = 30", "left = \"30\"", "\"30\""),
            ("top = 25", "top = 1_000.0", "1_000.0"),
            ("photo = 77.5", "photo = 0", "0"),
            ("width = 60", "width = 0", "0"),
            ("above_baseline = 13.6", "above_baseline = 0", "0"),
            ("inside = 30", "inside = -1", "-1"),
            ("left = 30", "left = 190", "margins"),
            ("left = 30", "left = 61", "margins"),
            ("x = 25", "x = 140", "bound_margins"),
            ("\nside = 4", "", "cells"),
            ("\nbetween_paragraphs = 6", "", "lines"),
            ("between_paragraphs = 6", "between_paragraphs = 61", "61"),
            ("emblem = { width = 30, height = 15 }", "emblem = 15", "15"),
            ("\nside = 4", "\nside = { x = 3 }", "{ x = 3 }"),
        ] {
            let text = LENGTHS_FILE.1.replacen(from, to, 1);
            let faults = Lengths::parse(&text).expect_err(to);
            assert_eq!(faults.len(), 1, "{to}: {faults:?}");
            let range = faults[0].range.clone();
            assert_eq!(&text[range], place, "{to}");
        }
        assert!(Lengths::parse(&LENGTHS_FILE.1.replace("\nside = 4", "\nside = 0")).is_ok());
    }
}
