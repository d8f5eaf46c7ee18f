//! Fonts: the embedded family, or the user's own from a folder of theirs. A family that is not there and a
//! character that the family lacks are found here, before anything is set.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use serde::Serialize;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{
    Font, FontBook, FontInstance, FontStretch, FontStyle, FontVariant, FontVariations, FontWeight,
};
use typst::utils::LazyHash;

use super::assets::FONTS;
use crate::report::{Diagnostic, Fault, Loaded, SetString, Spanned};
use crate::thai::characters::{is_invisible, is_private_use};

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
        diagnostics.extend(fonts.check(file));
        (fonts, diagnostics)
    }

    fn asked_for(file: &Loaded) -> (Self, Vec<Diagnostic>) {
        let embedded = Fonts::embedded();
        let layout = &file.layout;
        let (own, mut faults) = layout.font_dir.as_ref().map(read_fonts).unwrap_or_default();
        let Some(family) = &layout.font else {
            if let Some(folder) = &layout.font_dir {
                let found = Some(families(&own)).filter(|found| !found.is_empty());
                let missing = Fault::FontWithoutFamily { found };
                faults.push(Diagnostic::new(missing, folder.span.clone()));
            }
            return (embedded, faults);
        };
        // The user's files come first, so that they win over an embedded family of the same name.
        let all: Vec<Font> = own.into_iter().chain(embedded.fonts.iter().cloned()).collect();
        let fitting: Vec<Font> = all.iter().filter(|font| same_family(font, family)).cloned().collect();
        if fitting.is_empty() {
            let missing = Fault::FontMissing { family: family.value.clone(), found: families(&all) };
            faults.push(Diagnostic::new(missing, family.span.clone()));
            return (embedded, faults);
        }
        (Fonts::new(fitting, family), faults)
    }

    /// Whether they are the embedded ones.
    pub(super) fn are_embedded(&self) -> bool {
        self.fonts.iter().all(|font| FONTS.contains(&font.data().as_slice()))
    }

    /// The font files, each under a name of its own.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        // The faces of a collection lie in one file.
        let mut files: Vec<&[u8]> = self.fonts.iter().map(|font| font.data().as_slice()).collect();
        files.dedup();
        files.into_iter().zip(1..).map(|(bytes, number)| {
            let ending = match bytes {
                [b'O', b'T', b'T', b'O', ..] => "otf",
                [b't', b't', b'c', b'f', ..] => "ttc",
                _ => "ttf",
            };
            // A family may have any name, and a file not.
            let family: String = self.family.chars().filter(|c| c.is_alphanumeric()).collect();
            (format!("{family}-{number}.{ending}"), bytes)
        })
    }

    /// The family, and the size in points at which its letters are as high as the official face's at 16.
    ///
    /// Families differ by half in how large they are drawn: Sarabun at 16 points is TH SarabunPSK at 24.
    pub(super) fn face(&self) -> Face<'_> {
        let height = self.select(FontWeight::REGULAR).map(instance).and_then(|font| {
            let consonant = font.ttf().glyph_index('ก')?;
            let height = font.ttf().glyph_bounding_box(consonant)?.y_max;
            Some(font.to_em(height).get()).filter(|height| *height > 0.0)
        });
        let size = SIZE * CONSONANT_HEIGHT / height.unwrap_or(CONSONANT_HEIGHT);
        Face { family: &self.family, size: (size * 100.0).round() / 100.0 }
    }

    /// Widths of characters in the regular weight, in points, as they stand alone. Marks and what is not in the
    /// font have none.
    pub(super) fn widths(&self) -> impl Fn(char) -> f64 {
        let size = self.face().size;
        let font = self.select(FontWeight::REGULAR).map(instance);
        move |c| {
            let glyph = font.as_ref().and_then(|font| Some((font, font.ttf().glyph_index(c)?)));
            glyph
                .and_then(|(font, glyph)| font.x_advance(glyph.0))
                .map_or(0.0, |advance| advance.get() * size)
        }
    }

    /// What the fonts lack for this file.
    fn check(&self, file: &Loaded) -> Vec<Diagnostic> {
        let family = || self.family.clone();
        let place = file.layout.font.as_ref().map_or(0..0, |font| font.span.clone());
        let named = |c: char| format!("{c} (U+{:04X})", c as u32);
        // One message says that the font is not one for Thai.
        if let Some(c) = needed().find(|&c| self.lacks(c)) {
            let fault = Fault::FontLacks { character: named(c), family: family() };
            return vec![Diagnostic::new(fault, place)];
        }
        let mut found = Vec::new();
        if !self.weight_at(FontWeight::BOLD, |weight| weight >= FontWeight::SEMIBOLD) {
            found.push(Diagnostic::new(Fault::FontWithoutBold { family: family() }, place.clone()));
        }
        if !self.weight_at(FontWeight::REGULAR, |weight| weight < FontWeight::SEMIBOLD) {
            found.push(Diagnostic::new(Fault::FontWithoutRegular { family: family() }, place));
        }
        let mut lacking: HashMap<char, bool> = HashMap::new();
        for SetString { key, text } in &file.strings {
            for (at, c) in text.char_indices() {
                if !*lacking.entry(c).or_insert_with(|| self.lacks(c)) {
                    continue;
                }
                let fault = Fault::NoGlyph { key: key.clone(), character: named(c), family: family() };
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

    /// Whether the font that is taken for a weight is of a fitting one.
    fn weight_at(&self, weight: FontWeight, fits: impl Fn(FontWeight) -> bool) -> bool {
        self.select(weight).is_some_and(|font| fits(font.info().variant.weight))
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

/// The characters that every document needs: Thai letters, vowels and tones, digits of both kinds, Latin letters
/// and the signs of the official wording.
fn needed() -> impl Iterator<Item = char> {
    ('ก'..='ฮ')
        .chain('ะ'..='\u{E39}')
        .chain('เ'..='\u{E4D}')
        .chain('๐'..='๙')
        .chain('0'..='9')
        .chain('A'..='Z')
        .chain('a'..='z')
        .chain(" -/.,()=:“”".chars())
}

fn instance(font: &Font) -> FontInstance {
    font.clone().instantiate(font.info().variant, Abs::pt(SIZE), &FontVariations::default())
}

/// The fonts of a folder's files; a file that is none is reported.
fn read_fonts(files: &Spanned<Vec<PathBuf>>) -> (Vec<Font>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut fonts = Vec::new();
    for file in &files.value {
        let found: Vec<Font> = match fs::read(file) {
            Ok(data) => Font::iter(Bytes::new(data)).collect(),
            Err(_) => Vec::new(),
        };
        if found.is_empty() {
            let path = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            faults.push(Diagnostic::new(Fault::FontBroken { path }, files.span.clone()));
        }
        fonts.extend(found);
    }
    (fonts, faults)
}

/// The names of the families, each once.
fn families(fonts: &[Font]) -> String {
    let mut names: Vec<&str> = fonts.iter().map(|font| font.info().family.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}
