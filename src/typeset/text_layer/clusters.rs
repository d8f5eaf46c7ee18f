//! Pairs the glyphs of a cluster, a letter with its marks, with the cluster's characters.

use typst::layout::Em;
use typst::text::{Glyph, TextItem};
use typst_library::text::FontInstance;

use super::pair::{Character, Pair, is_glyph_of};
use super::placed::PlacedGlyphs;
use super::sara_am;
use crate::thai::characters::is_letter;

/// Assigns each glyph of a run the character that it stands for. Clusters that cannot be paired stay unchanged.
pub(super) fn pair(run: &mut TextItem, placed: &mut PlacedGlyphs) {
    let mut glyphs = Vec::with_capacity(run.glyphs.len());
    for cluster in run.glyphs.chunk_by(|glyph, next| glyph.range == next.range) {
        match paired(run, cluster).and_then(|pairs| in_place(pairs, &run.font, placed)) {
            Some(pairs) => glyphs.extend(pairs),
            None => glyphs.extend_from_slice(cluster),
        }
    }
    run.glyphs = glyphs;
}

/// Pairs the glyphs of a cluster with its characters, in text order. `None` if the cluster has only one glyph, contains
/// no Thai, or cannot be paired.
fn paired(run: &TextItem, glyphs: &[Glyph]) -> Option<Vec<Pair>> {
    // A single glyph needs no pairing. Clusters of other scripts follow rules that this code does not know.
    if glyphs.len() < 2 || !run.text[glyphs[0].range()].contains(is_letter) {
        return None;
    }
    let start = glyphs[0].range.start;
    let characters: Vec<Character> = run.text[glyphs[0].range()]
        .char_indices()
        .map(|(at, c)| (c, start + at as u16..start + (at + c.len_utf8()) as u16))
        .collect();
    let characters = match glyphs.len() == characters.len() + 1 {
        true => sara_am::apart(characters)?,
        false => characters,
    };
    let pairs = assigned(&run.font, glyphs, characters)?;
    let mut pairs = sara_am::together(&run.font, pairs);
    pairs.sort_by_key(|pair| pair.glyph.range.start);
    Some(pairs)
}

/// Assigns each glyph a character. If the font's `cmap` maps a character of the cluster to the glyph, the glyph gets
/// that character. The other glyphs are variants for a position above another mark or beside a tall letter. They get
/// the remaining characters in order; a single one may get several adjacent characters. `None` if the numbers of glyphs
/// and characters do not match.
fn assigned(font: &FontInstance, glyphs: &[Glyph], characters: Vec<Character>) -> Option<Vec<Pair>> {
    let mut free: Vec<Option<Character>> = characters.into_iter().map(Some).collect();
    let mut take_own = |glyph: &Glyph| {
        let own =
            |free: &&mut Option<Character>| free.as_ref().is_some_and(|(c, _)| is_glyph_of(font, glyph, *c));
        free.iter_mut().find(own).and_then(Option::take)
    };
    let own: Vec<Option<Character>> = glyphs.iter().map(&mut take_own).collect();
    let without = own.iter().filter(|own| own.is_none()).count();
    let mut left: Vec<Character> = free.into_iter().flatten().collect();
    if without == 1 && left.windows(2).all(|two| two[0].1.end == two[1].1.start) {
        let end = left.last()?.1.end;
        left.truncate(1);
        left[0].1.end = end;
    }
    if left.len() != without {
        return None;
    }
    let mut left = left.into_iter();
    let mut pen = Em::zero();
    let pair = |(glyph, own): (&Glyph, Option<Character>)| {
        let (c, range) = own.or_else(|| left.next())?;
        let origin = pen + glyph.x_offset;
        pen += glyph.x_advance;
        Some(Pair { glyph: Glyph { range, ..glyph.clone() }, c, origin, second: None, redrawn: false })
    };
    glyphs.iter().zip(own).map(pair).collect()
}

/// Returns the glyphs in text order, each drawn at the pen position. A reader that infers the order from positions
/// assigns a mark slightly too far to the right to the next letter. A mark with an offset is therefore replaced by a
/// glyph that has the offset built in. The letter keeps its advance, and the last mark gets the rest of the cluster's
/// advance. `None` if a glyph that needs to be redrawn cannot be.
fn in_place(pairs: Vec<Pair>, font: &FontInstance, placed: &mut PlacedGlyphs) -> Option<Vec<Glyph>> {
    let width: Em = pairs.iter().map(|pair| pair.glyph.x_advance).sum();
    let last = pairs.len() - 1;
    let mut pen = Em::zero();
    let mut glyphs = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.into_iter().enumerate() {
        let advance = match at {
            0 => pair.glyph.x_advance,
            _ if at < last => Em::zero(),
            _ => width - pen,
        };
        let mut glyph = Glyph { x_offset: pair.origin - pen, x_advance: advance, ..pair.glyph };
        let moved = at > 0 && (glyph.x_offset != Em::zero() || glyph.y_offset != Em::zero());
        if moved || pair.redrawn {
            let second = pair.second.map(|(second, origin)| Glyph { x_offset: origin - pen, ..second });
            match placed.glyph(font, pair.c, second.as_ref(), &glyph) {
                Some(id) => glyph = Glyph { id, x_offset: Em::zero(), y_offset: Em::zero(), ..glyph },
                None if pair.redrawn => return None,
                None => {}
            }
        }
        pen += advance;
        glyphs.push(glyph);
    }
    Some(glyphs)
}
