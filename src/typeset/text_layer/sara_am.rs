//! The vowel ำ, one character that shaping takes apart: a ring above the letter, below a tone mark, and an า behind
//! it. A PDF wants a character for each glyph, and there is one for both.

use typst::layout::Em;
use typst_library::text::FontInstance;

use super::pair::{Character, Pair, is_glyph_of};

const SARA_AM: char = 'ำ';
const SARA_AA: char = 'า';
const RING: char = '\u{E4D}';

/// The characters of a cluster with ำ as shaping takes it apart.
pub(super) fn apart(mut characters: Vec<Character>) -> Option<Vec<Character>> {
    let at = characters.iter().position(|(c, _)| *c == SARA_AM).filter(|at| *at > 0)?;
    let whole = characters[at].1.clone();
    characters[at].0 = SARA_AA;
    characters.insert(1, (RING, whole));
    Some(characters)
}

/// Makes one ำ of the ring and the า that it was taken apart into: the font's own, where that draws the same.
///
/// In a font that has ring and tone in one glyph, this one is the tone's, and the า alone the ำ.
pub(super) fn together(font: &FontInstance, mut pairs: Vec<Pair>) -> Vec<Pair> {
    let is_aa = |pair: &Pair| is_glyph_of(font, &pair.glyph, SARA_AA);
    if let Some(aa) = pairs.iter().position(|pair| pair.c == SARA_AM && is_aa(pair)) {
        pairs[aa].redrawn = true;
        return pairs;
    }
    let Some(aa) = pairs.iter().position(is_aa) else { return pairs };
    let range = pairs[aa].glyph.range.clone();
    let Some(ring) = pairs.iter().position(|pair| pair.c == RING && pair.glyph.range == range) else {
        return pairs;
    };
    pairs[aa].c = SARA_AM;
    match own_glyph(font, &pairs[ring], &pairs[aa]) {
        Some(own) => pairs[aa].glyph.id = own,
        None => {
            pairs[aa].second = Some((pairs[ring].glyph.clone(), pairs[ring].origin));
            pairs[aa].redrawn = true;
        }
    }
    // The advance of the ring, if it has one, is the cluster's still.
    let advance = pairs[ring].glyph.x_advance;
    pairs[aa].glyph.x_advance += advance;
    pairs.remove(ring);
    pairs
}

/// The font's own ำ, if it draws what the two draw.
fn own_glyph(font: &FontInstance, ring: &Pair, aa: &Pair) -> Option<u16> {
    let box_of = |id: u16| font.ttf().glyph_bounding_box(ttf_parser::GlyphId(id));
    let own = font.ttf().glyph_index(SARA_AM)?.0;
    let (drawn, above, behind) = (box_of(own)?, box_of(ring.glyph.id)?, box_of(aa.glyph.id)?);
    let apart = (ring.origin - aa.origin).get() * font.units_per_em();
    let same = (f64::from(above.x_min) + apart - f64::from(drawn.x_min)).abs() < 0.5
        && ring.glyph.y_offset == Em::zero()
        && aa.glyph.y_offset == Em::zero()
        && drawn.x_max == behind.x_max
        && drawn.y_min == behind.y_min
        && drawn.y_max == above.y_max;
    same.then_some(own)
}
