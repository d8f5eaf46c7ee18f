//! One font of a family: its data, its style, its characters and their widths.

use std::fmt;
use std::sync::Arc;

use subsetter::GlyphRemapper;
use ttf_parser::Face as Table;
use usvg::fontdb::{FaceInfo, Source, Style};

/// The content of a font file. Clones share the same data.
#[derive(Clone)]
pub struct FontData(Arc<dyn AsRef<[u8]> + Send + Sync>);

impl AsRef<[u8]> for FontData {
    fn as_ref(&self) -> &[u8] {
        (*self.0).as_ref()
    }
}

/// One font of a family.
pub struct Face {
    /// The content of its file.
    pub data: FontData,
    /// Its index among the fonts in the file, from 0.
    pub index: u32,
    /// Its weight, 100 to 900.
    pub weight: u16,
    pub(super) style: Style,
    /// The width class of its letters, 1 (narrowest) to 9 (widest).
    pub(super) stretch: u16,
    /// The characters that it has glyphs for, sorted.
    characters: Vec<char>,
}

impl Face {
    /// Reads a face of a database. `None` if its tables cannot be parsed.
    pub(super) fn new(info: &FaceInfo) -> Option<Self> {
        let Source::Binary(data) = &info.source else { return None };
        let data = FontData(data.clone());
        let table = Table::parse(data.as_ref(), info.index).ok()?;
        let mut characters = Vec::new();
        let subtables = table.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for subtable in subtables.filter(|subtable| subtable.is_unicode()) {
            subtable.codepoints(|code| characters.extend(char::from_u32(code)));
        }
        characters.sort_unstable();
        characters.dedup();
        let (weight, stretch) = (info.weight.0, info.stretch.to_number());
        Some(Face { data, index: info.index, weight, style: info.style, stretch, characters })
    }

    /// Whether the PDF writer can take all glyphs of the font into a document. It refuses damaged ones.
    pub(super) fn is_whole(&self) -> bool {
        let count = self.table().map_or(0, |table| table.number_of_glyphs());
        let glyphs: Vec<u16> = (0..count).collect();
        let all = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        subsetter::subset(self.data.as_ref(), self.index, &all).is_ok()
    }

    /// Whether the font has a glyph for a character.
    pub fn has(&self, c: char) -> bool {
        self.characters.binary_search(&c).is_ok()
    }

    /// The height of a character above the baseline, as a fraction of the font size. `None` if the font has no outline
    /// for it.
    pub fn height(&self, c: char) -> Option<f64> {
        let table = self.table()?;
        let height = table.glyph_bounding_box(table.glyph_index(c)?)?.y_max;
        Some(f64::from(height) / f64::from(table.units_per_em()))
    }

    /// Returns a function that gives the advance of a single character, without shaping, as a fraction of the font
    /// size. The advance of a character that the font lacks is 0.
    pub fn widths(&self) -> impl Fn(char) -> f64 {
        widths(self.data.as_ref(), self.index)
    }

    fn table(&self) -> Option<Table<'_>> {
        Table::parse(self.data.as_ref(), self.index).ok()
    }
}

/// Like [`Face::widths`], for the font with this index in a font file.
pub fn widths(data: &[u8], index: u32) -> impl Fn(char) -> f64 {
    let table = Table::parse(data, index).ok();
    move |c| {
        let advance = table.as_ref().and_then(|table| {
            let advance = table.glyph_hor_advance(table.glyph_index(c)?)?;
            Some(f64::from(advance) / f64::from(table.units_per_em()))
        });
        advance.unwrap_or_default()
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("index", &self.index).field("weight", &self.weight).finish()
    }
}
