//! The vowel ำ (sara am). Shaping decomposes this single character into two glyphs: a ring above the letter, below any
//! tone mark, and an า after the letter. A PDF needs a character for each glyph, but there is only one for both.

use typst::layout::Em;
use typst_library::text::FontInstance;

use super::pair::{Character, Pair, is_glyph_of};

const SARA_AM: char = 'ำ';
const SARA_AA: char = 'า';
const RING: char = '\u{E4D}';

/// Decomposes the ำ in the characters of a cluster as shaping does. Both parts keep the range of the ำ. `None` if the
/// cluster has no ำ after its first character.
pub(super) fn apart(mut characters: Vec<Character>) -> Option<Vec<Character>> {
    let at = characters.iter().position(|(c, _)| *c == SARA_AM).filter(|at| *at > 0)?;
    let whole = characters[at].1.clone();
    characters[at].0 = SARA_AA;
    characters.insert(1, (RING, whole));
    Some(characters)
}

/// Merges the ring and the า of a decomposed ำ into one glyph: the font's own ำ if that looks the same, otherwise a new
/// glyph.
///
/// If the font draws ring and tone mark as one glyph, that glyph stands for the tone mark, and the า alone for the ำ.
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
    // The cluster keeps the advance of the ring, if it has one.
    let advance = pairs[ring].glyph.x_advance;
    pairs[aa].glyph.x_advance += advance;
    pairs.remove(ring);
    pairs
}

/// Returns the id of the font's own ำ if its bounding box matches that of the ring and the า together.
fn own_glyph(font: &FontInstance, ring: &Pair, aa: &Pair) -> Option<u16> {
    let box_of = |id: u16| font.ttf().glyph_bounding_box(ttf_parser::GlyphId(id));
    let own = font.ttf().glyph_index(SARA_AM)?.0;
    let (drawn, above, after) = (box_of(own)?, box_of(ring.glyph.id)?, box_of(aa.glyph.id)?);
    let apart = (ring.origin - aa.origin).get() * font.units_per_em();
    let same = (f64::from(above.x_min) + apart - f64::from(drawn.x_min)).abs() < 0.5
        && ring.glyph.y_offset == Em::zero()
        && aa.glyph.y_offset == Em::zero()
        && drawn.x_max == after.x_max
        && drawn.y_min == after.y_min
        && drawn.y_max == above.y_max;
    same.then_some(own)
}
