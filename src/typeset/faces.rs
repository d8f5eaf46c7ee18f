//! Converts fonts to Typst's types.

use std::sync::{Arc, LazyLock};

use serde::Serialize;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

use crate::fonts::{Face, Fonts};

/// The font size of the official face, in points.
const SIZE: f64 = 16.0;
/// The height of the official face's consonants, as a fraction of the font size.
const CONSONANT_HEIGHT: f64 = 0.401;

/// The embedded family, parsed once.
static EMBEDDED: LazyLock<Arc<TypstFonts>> =
    LazyLock::new(|| Arc::new(TypstFonts::parse(&Fonts::embedded())));

/// A font family, parsed by Typst.
pub(super) struct TypstFonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    face: TextFace,
}

/// The properties of the font family that templates can read.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TextFace {
    /// The name by which Typst knows the family.
    pub family: String,
    /// The font size in points at which its consonants are as high as the official face's at 16 points.
    pub size: f64,
}

impl TypstFonts {
    /// Returns the parsed family. The embedded family is parsed only once.
    pub fn shared(fonts: &Fonts) -> Arc<Self> {
        if fonts.is_embedded() { EMBEDDED.clone() } else { Arc::new(TypstFonts::parse(fonts)) }
    }

    fn parse(fonts: &Fonts) -> Self {
        let parse = |face: &Face| Font::new(Bytes::new(face.data.clone()), face.index);
        let regular = parse(fonts.regular()).map(|font| font.info().family.clone());
        let family = regular.unwrap_or_else(|| fonts.family().to_owned());
        let parsed: Vec<Font> = fonts.faces().iter().filter_map(parse).collect();
        // Typst derives family names in its own way and may get several. These fonts must count as one family.
        let named = |font: &Font| FontInfo { family: family.clone(), ..font.info().clone() };
        let book = LazyHash::new(FontBook::from_infos(parsed.iter().map(named)));
        let size = SIZE * CONSONANT_HEIGHT / consonant_height(fonts.regular());
        let face = TextFace { family, size: (size * 100.0).round() / 100.0 };
        TypstFonts { fonts: parsed, book, face }
    }

    pub fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub fn get(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    pub fn face(&self) -> &TextFace {
        &self.face
    }
}

/// Returns the height of ก as a fraction of the font size, or that of the official face if the face gives none.
///
/// Families differ by up to half in apparent size: Sarabun at 16 points is as large as TH SarabunPSK at 24.
fn consonant_height(face: &Face) -> f64 {
    face.height('ก').filter(|height| *height > 0.0).unwrap_or(CONSONANT_HEIGHT)
}

/// Returns the font files of the family, each with a unique file name.
pub(super) fn font_files(fonts: &Fonts) -> Vec<(String, Vec<u8>)> {
    // All faces of a font collection share one file.
    let mut files: Vec<&[u8]> = fonts.faces().iter().map(|face| face.data.as_ref()).collect();
    files.dedup();
    // A family name may contain characters that a file name must not.
    let family: String = fonts.family().chars().filter(|c| c.is_alphanumeric()).collect();
    let file = |(bytes, number): (&[u8], usize)| {
        let extension = match bytes {
            [b'O', b'T', b'T', b'O', ..] => "otf",
            [b't', b't', b'c', b'f', ..] => "ttc",
            _ => "ttf",
        };
        (format!("{family}-{number}.{extension}"), bytes.to_vec())
    };
    files.into_iter().zip(1..).map(file).collect()
}
