//! Fonts: the embedded family, or the user's own from a folder of theirs. A family that is not there and a
//! character that the family lacks are found here, before anything is set.

use std::fs;
use std::path::Path;

use serde::Serialize;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontStretch, FontStyle, FontVariant, FontVariations, FontWeight};
use typst::utils::LazyHash;

use super::assets::FONTS;
use crate::report::{Diagnostic, Fault, Loaded, Span};
use crate::thai::characters::{is_invisible, is_private_use};
use crate::view::characters;

/// The family that documents are set in unless the report names another.
const DEFAULT_FAMILY: &str = "TH SarabunPSK";
/// The size of the official face, in points.
const SIZE: f64 = 16.0;
/// Height of its consonants, of its size.
const CONSONANT_HEIGHT: f64 = 0.401;

/// The fonts that a document may be set in.
pub struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    family: String,
}

/// What templates are told of the fonts.
#[derive(Serialize)]
pub(super) struct Face<'f> {
    family: &'f str,
    size: f64,
}

impl Fonts {
    /// The embedded family alone.
    pub fn embedded() -> Self {
        let fonts = FONTS.iter().map(|data| Font::new(Bytes::new(*data), 0).expect("embedded font parses"));
        Fonts::new(fonts.collect(), DEFAULT_FAMILY)
    }

    fn new(fonts: Vec<Font>, family: &str) -> Self {
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Fonts { fonts, book, family: family.to_owned() }
    }

    /// The fonts that a file asks for by `layout.font` and `layout.font_dir`, held against all its text.
    ///
    /// Errors among the diagnostics mean that the report cannot be set in these fonts.
    pub fn of(file: &Loaded) -> (Self, Vec<Diagnostic>) {
        let (fonts, mut diagnostics) = Fonts::asked_for(file);
        if diagnostics.is_empty() {
            diagnostics = fonts.check(file);
        }
        (fonts, diagnostics)
    }

    fn asked_for(file: &Loaded) -> (Self, Vec<Diagnostic>) {
        let embedded = Fonts::embedded();
        let own = file.font_dir.as_ref().map(|folder| fonts_in(folder)).unwrap_or_default();
        let fault = |fault, span: &Span| vec![Diagnostic::new(fault, span.clone())];
        let Some(family) = &file.font else {
            let Some(folder) = &file.font_dir else { return (embedded, Vec::new()) };
            let found = families(&own);
            return (embedded, fault(Fault::FontWithoutFamily { found }, &folder.span));
        };
        // The user's files come first, so that they win over an embedded family of the same name.
        let all: Vec<Font> = own.into_iter().chain(embedded.fonts.iter().cloned()).collect();
        let fitting: Vec<Font> = all.iter().filter(|font| same_family(font, family)).cloned().collect();
        if fitting.is_empty() {
            let missing = Fault::FontMissing { family: family.value.clone(), found: families(&all) };
            return (embedded, fault(missing, &family.span));
        }
        (Fonts::new(fitting, family), Vec::new())
    }

    /// The family, and the size in points at which its letters are as high as the official face's at 16.
    ///
    /// Families differ by half in how large they are drawn: Sarabun at 16 points is TH SarabunPSK at 24.
    pub(super) fn face(&self) -> Face<'_> {
        let height = self.select(FontWeight::REGULAR).and_then(|font| {
            let font =
                font.clone().instantiate(font.info().variant, Abs::pt(SIZE), &FontVariations::default());
            let consonant = font.ttf().glyph_index('ก')?;
            let height = font.ttf().glyph_bounding_box(consonant)?.y_max;
            Some(font.to_em(height).get()).filter(|height| *height > 0.0)
        });
        let size = SIZE * CONSONANT_HEIGHT / height.unwrap_or(CONSONANT_HEIGHT);
        Face { family: &self.family, size: (size * 100.0).round() / 100.0 }
    }

    /// What the fonts lack for this file.
    fn check(&self, file: &Loaded) -> Vec<Diagnostic> {
        let (start, family) = (0..0, self.family.clone());
        let place = file.font.as_ref().map_or(&start, |font| &font.span);
        let named = |c: char| format!("{c} (U+{:04X})", c as u32);
        // The characters that every document needs: one message says that the font is not one for Thai.
        if let Some(c) = characters().find(|&c| self.lacks(c)) {
            return vec![Diagnostic::new(Fault::FontLacks { character: named(c), family }, place.clone())];
        }
        let mut found = Vec::new();
        if !self.has_bold() {
            found.push(Diagnostic::new(Fault::FontWithoutBold { family: family.clone() }, place.clone()));
        }
        for text in &file.strings {
            for (at, c) in text.char_indices().filter(|&(_, c)| self.lacks(c)) {
                let fault = Fault::NoGlyph { character: named(c), family: family.clone() };
                let place = file.source.within_string(&text.span, text, at..at + c.len_utf8());
                found.push(Diagnostic::new(fault, place));
            }
        }
        found
    }

    /// Whether a character that is set has no glyph in one of the weights used.
    fn lacks(&self, c: char) -> bool {
        if is_invisible(c) || is_private_use(c) || c.is_control() {
            return false;
        }
        let weights = [FontWeight::REGULAR, FontWeight::BOLD];
        weights
            .into_iter()
            .any(|weight| self.select(weight).is_none_or(|f| !f.info().coverage.contains(c as u32)))
    }

    fn has_bold(&self) -> bool {
        self.select(FontWeight::BOLD).is_some_and(|font| font.info().variant.weight >= FontWeight::SEMIBOLD)
    }

    fn select(&self, weight: FontWeight) -> Option<&Font> {
        let variant = FontVariant::new(FontStyle::Normal, weight, FontStretch::NORMAL);
        self.book.select(&self.family.to_lowercase(), variant).and_then(|index| self.fonts.get(index))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
}

fn same_family(font: &Font, family: &str) -> bool {
    font.info().family.to_lowercase() == family.to_lowercase()
}

/// All fonts in a folder, those in its folders not among them, in the order of the file names.
fn fonts_in(folder: &Path) -> Vec<Font> {
    let mut files: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let is_font = |file: &std::path::PathBuf| {
        let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
        ["ttf", "otf", "ttc", "otc"].iter().any(|known| extension == *known)
    };
    let read = |file| fs::read(file).ok();
    files.into_iter().filter(is_font).filter_map(read).flat_map(|data| Font::iter(Bytes::new(data))).collect()
}

/// The names of the families, each once.
fn families(fonts: &[Font]) -> String {
    let mut names: Vec<&str> = fonts.iter().map(|font| font.info().family.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}
