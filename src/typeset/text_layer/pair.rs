//! A glyph of a cluster and the character that it stands for.

use std::ops::Range;

use typst::layout::Em;
use typst::text::Glyph;
use typst_library::text::FontInstance;

/// A character of a cluster and its byte range in the run's text.
pub(super) type Character = (char, Range<u16>);

/// A glyph of a cluster with the character that it stands for.
pub(super) struct Pair {
    pub glyph: Glyph,
    pub c: char,
    /// The horizontal position of the glyph, from the start of the cluster.
    pub origin: Em,
    /// A second glyph for the same character, and its horizontal position.
    pub second: Option<(Glyph, Em)>,
    /// Whether a new glyph must replace this one, because it does not stand for `c` in the font.
    pub redrawn: bool,
}

/// Whether the font's `cmap` maps the character to the glyph.
pub(super) fn is_glyph_of(font: &FontInstance, glyph: &Glyph, c: char) -> bool {
    font.ttf().glyph_index(c).is_some_and(|id| id.0 == glyph.id)
}
