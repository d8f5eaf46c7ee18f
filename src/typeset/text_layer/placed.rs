//! Adds glyphs to fonts for marks that are moved from their default position.
//!
//! Fonts position marks in two ways: with a separate glyph for each position, or with an offset for a single glyph. In
//! a PDF, an offset moves the pen sideways, up or down, and back. Readers that infer words from positions then see a
//! gap, another line, or a mark of the next letter. This module therefore adds separate glyphs to the font: composites
//! of existing glyphs, which the PDF embeds like any other. It also gives ำ a single glyph, because shaping makes two.

use std::collections::HashMap;

use typst::foundations::Bytes;
use typst::layout::{Abs, Em};
use typst::text::{Font, Glyph};
use typst_library::text::FontInstance;
use write_fonts::read::types::{GlyphId16, Tag, Version16Dot16};
use write_fonts::read::{FontRef, TableProvider};
use write_fonts::tables::glyf::{Anchor, Bbox, Component, ComponentFlags, CompositeGlyph, Transform};
use write_fonts::tables::{
    head::Head,
    hhea::Hhea,
    hmtx::{Hmtx, LongMetric},
    loca::Loca,
    maxp::Maxp,
    post::Post,
};
use write_fonts::{FontBuilder, dump_table, from_obj::ToOwnedTable};

use super::runs::same_font;
use crate::thai::characters::is_mark;

/// The glyphs that are added to the fonts of a document.
pub(super) struct PlacedGlyphs {
    fonts: Vec<PlacedInFont>,
    enabled: bool,
}

/// The glyphs that are added to one font, each with its advance in font units, and their glyph ids.
struct PlacedInFont {
    font: FontInstance,
    glyphs: Vec<(CompositeGlyph, u16)>,
    ids: HashMap<NewGlyph, u16>,
}

/// A glyph that is added to a font. It stands for one character only, because a PDF maps each glyph to one text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct NewGlyph {
    c: char,
    parts: Vec<MovedGlyph>,
}

/// A component of an added glyph: a glyph of the font and its offset in font units.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct MovedGlyph {
    id: u16,
    x: i16,
    y: i16,
}

impl PlacedGlyphs {
    pub(super) fn wherever_possible() -> Self {
        PlacedGlyphs { fonts: Vec::new(), enabled: true }
    }

    pub(super) fn nowhere() -> Self {
        PlacedGlyphs { fonts: Vec::new(), enabled: false }
    }

    /// Returns the id of a glyph that draws `second`, if given, and `first` at their offsets, and stands for `c`. Adds
    /// the glyph to the font if necessary. `None` if that is not enabled, for example because the font is variable or
    /// has no `glyf` table, or because an offset is not a whole number of font units.
    pub(super) fn glyph(
        &mut self,
        font: &FontInstance,
        c: char,
        second: Option<&Glyph>,
        first: &Glyph,
    ) -> Option<u16> {
        let tables = font.ttf().tables();
        if !self.enabled || tables.glyf.is_none() || font.ttf().is_variable() {
            return None;
        }
        let parts = second
            .into_iter()
            .chain([first])
            .map(|glyph| MovedGlyph::new(glyph, font))
            .collect::<Option<_>>()?;
        let drawing = NewGlyph { c, parts };
        let at = self.fonts.iter().position(|known| same_font(&known.font, font)).unwrap_or_else(|| {
            self.fonts.push(PlacedInFont { font: font.clone(), glyphs: Vec::new(), ids: HashMap::new() });
            self.fonts.len() - 1
        });
        let PlacedInFont { glyphs, ids, .. } = &mut self.fonts[at];
        if let Some(id) = ids.get(&drawing) {
            return Some(*id);
        }
        let composite = drawing.composite(font)?;
        // A mark gets no advance, even if it has one in the font. Other glyphs keep theirs.
        let id = ttf_parser::GlyphId(first.id);
        let advance = if is_mark(c) { 0 } else { font.ttf().glyph_hor_advance(id)? };
        let id = u16::try_from(usize::from(font.ttf().number_of_glyphs()) + glyphs.len()).ok()?;
        glyphs.push((composite, advance));
        ids.insert(drawing, id);
        Some(id)
    }

    /// Returns each font that got glyphs, paired with its extended copy. `None` if a font could not be written.
    pub(super) fn fonts(self) -> Option<Vec<(FontInstance, FontInstance)>> {
        let got_glyphs = self.fonts.into_iter().filter(|placed| !placed.glyphs.is_empty());
        let written = |PlacedInFont { font, glyphs, .. }: PlacedInFont| {
            let data = with_glyphs(&font, &glyphs)?;
            let variant = font.info().variant;
            let new = Font::new(Bytes::new(data), 0)?.instantiate(variant, Abs::zero(), font.variations());
            Some((font, new))
        };
        got_glyphs.map(written).collect()
    }
}

impl MovedGlyph {
    fn new(glyph: &Glyph, font: &FontInstance) -> Option<MovedGlyph> {
        Some(MovedGlyph {
            id: glyph.id,
            x: in_units(glyph.x_offset, font)?,
            y: in_units(glyph.y_offset, font)?,
        })
    }
}

/// Converts a length to font units. `None` if it is not a whole number of units, as offsets of marks are, or too large.
fn in_units(length: Em, font: &FontInstance) -> Option<i16> {
    let units = length.get() * font.units_per_em();
    let fits = (units - units.round()).abs() < 0.01 && units.abs() < f64::from(i16::MAX);
    fits.then_some(units.round() as i16)
}

/// Returns the font file with the glyphs appended. `None` if a table cannot be read or written.
fn with_glyphs(font: &FontInstance, glyphs: &[(CompositeGlyph, u16)]) -> Option<Vec<u8>> {
    let source = FontRef::from_index(font.data(), font.index()).ok()?;
    let mut head: Head = source.head().ok()?.to_owned_table();
    let mut hhea: Hhea = source.hhea().ok()?.to_owned_table();
    let mut hmtx: Hmtx = source.hmtx().ok()?.to_owned_table();
    let mut maxp: Maxp = source.maxp().ok()?.to_owned_table();
    // The new glyphs have no names. Version 3 of the table stores no names at all.
    let mut post: Post = source.post().ok()?.to_owned_table();
    post.version = Version16Dot16::VERSION_3_0;
    (post.num_glyphs, post.glyph_name_index, post.string_data) = (None, None, None);
    let loca = source.loca(None).ok()?;
    let mut glyf: Vec<u8> = source.glyf().ok()?.offset_data().as_bytes().to_vec();
    let mut places =
        (0..=usize::from(maxp.num_glyphs)).map(|id| loca.get_raw(id)).collect::<Option<Vec<u32>>>()?;
    let end = hmtx.h_metrics.last()?.advance;
    let without = std::mem::take(&mut hmtx.left_side_bearings);
    hmtx.h_metrics.extend(without.into_iter().map(|bearing| LongMetric::new(end, bearing)));
    for (glyph, advance) in glyphs {
        glyf.resize(glyf.len().next_multiple_of(4), 0);
        *places.last_mut()? = u32::try_from(glyf.len()).ok()?;
        hmtx.h_metrics.push(LongMetric::new(*advance, glyph.bbox.x_min));
        glyf.extend(dump_table(glyph).ok()?);
        places.push(u32::try_from(glyf.len()).ok()?);
    }
    maxp.num_glyphs = u16::try_from(places.len() - 1).ok()?;
    maxp.max_component_elements = maxp.max_component_elements.map(|most| most.max(2));
    maxp.max_component_depth = maxp.max_component_depth.map(|depth| depth + 1);
    hhea.number_of_h_metrics = u16::try_from(hmtx.h_metrics.len()).ok()?;
    let loca = Loca::new(places);
    head.index_to_loc_format = loca.format() as i16;
    let mut font = FontBuilder::new();
    font.add_table(&head).ok()?.add_table(&hhea).ok()?.add_table(&hmtx).ok()?.add_table(&maxp).ok()?;
    font.add_table(&post)
        .ok()?
        .add_table(&loca)
        .ok()?
        .add_raw(Tag::new(b"glyf"), glyf)
        .copy_missing_tables(source);
    Some(font.build())
}

impl NewGlyph {
    fn composite(&self, font: &FontInstance) -> Option<CompositeGlyph> {
        let mut whole: Option<CompositeGlyph> = None;
        for MovedGlyph { id, x, y } in &self.parts {
            let drawn = font.ttf().glyph_bounding_box(ttf_parser::GlyphId(*id))?;
            let moved = Bbox {
                x_min: drawn.x_min.checked_add(*x)?,
                y_min: drawn.y_min.checked_add(*y)?,
                x_max: drawn.x_max.checked_add(*x)?,
                y_max: drawn.y_max.checked_add(*y)?,
            };
            let offset = Anchor::Offset { x: *x, y: *y };
            let part = Component::new(
                GlyphId16::new(*id),
                offset,
                Transform::default(),
                ComponentFlags { unscaled_component_offset: true, ..ComponentFlags::default() },
            );
            match &mut whole {
                Some(whole) => whole.add_component(part, moved),
                None => whole = Some(CompositeGlyph::new(part, moved)),
            }
        }
        whole
    }
}
