//! A glyph of a cluster and the character it stands for.

use std::ops::Range;

use typst::layout::Em;
use typst::text::Glyph;
use typst_library::text::FontInstance;

/// A character of a cluster and where it is in the run's text.
pub(super) type Character = (char, Range<u16>);

/// A glyph of a cluster with the character it stands for.
pub(super) struct Pair {
    pub glyph: Glyph,
    pub c: char,
    /// Where it is drawn, from the beginning of the cluster.
    pub origin: Em,
    /// Another glyph for the same character, and where it is drawn.
    pub second: Option<(Glyph, Em)>,
    /// Whether it needs a glyph of its own, for its font has this one for another character.
    pub redrawn: bool,
}

/// Whether the font has the glyph for the character.
pub(super) fn is_glyph_of(font: &FontInstance, glyph: &Glyph, c: char) -> bool {
    font.ttf().glyph_index(c).is_some_and(|id| id.0 == glyph.id)
}
