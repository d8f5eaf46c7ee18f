//! Clusters: a letter with its marks, whose glyphs and characters are paired here.

use typst::layout::Em;
use typst::text::{Glyph, TextItem};
use typst_library::text::FontInstance;

use super::pair::{Character, Pair, is_glyph_of};
use super::placed::PlacedGlyphs;
use super::sara_am;
use crate::thai::words::is_letter;

/// Gives each glyph of a run the character it stands for.
pub(super) fn pair(run: &mut TextItem, placed: &mut PlacedGlyphs) {
    let mut glyphs = Vec::with_capacity(run.glyphs.len());
    for cluster in run.glyphs.chunk_by(|one, next| one.range == next.range) {
        match paired(run, cluster).and_then(|pairs| in_place(pairs, &run.font, placed)) {
            Some(pairs) => glyphs.extend(pairs),
            None => glyphs.extend_from_slice(cluster),
        }
    }
    run.glyphs = glyphs;
}

/// The glyphs of a cluster, each with its character, in the order of the text.
fn paired(run: &TextItem, glyphs: &[Glyph]) -> Option<Vec<Pair>> {
    // Of other scripts' clusters nothing is known here.
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

/// Gives each glyph a character: the one that the font has it for, and to the others, drawn for their place above
/// another mark or beside a tall letter, what is left, in order. One glyph may be left for several characters.
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

/// Glyphs in the order of the text, each drawn at the pen: readers that guess the order from places take a mark a
/// hair's breadth to the right for one of the next letter. What stands elsewhere becomes a glyph that is drawn there.
/// The letter moves the pen, and the last of its marks by what is left of the cluster's width.
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
