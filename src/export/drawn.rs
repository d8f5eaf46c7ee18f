//! A set document as a value. Its pages are drawn, and its PDF is written, when somebody asks for them.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use siphasher::sip128::{Hasher128, SipHasher13};
use typst::layout::{Frame, FrameItem};
use typst_render::RenderOptions;

use super::error::ExportError;
use super::pdf::pdf;
use crate::typeset::{Pages, TemplateFault, TextPlaces};

/// A set document.
pub struct SetDocument {
    /// The pages as Typst set them. They look the same as the fixed ones, and a glyph is the same one in every version of
    /// the document.
    pages: Pages,
    fixed: OnceLock<Pages>,
    places: OnceLock<TextPlaces>,
}

impl SetDocument {
    pub(crate) fn new(pages: Pages) -> Self {
        SetDocument { pages, fixed: OnceLock::new(), places: OnceLock::new() }
    }

    /// The number of its pages.
    pub fn page_count(&self) -> usize {
        self.pages.count()
    }

    /// Warnings about the templates.
    pub fn warnings(&self) -> &[TemplateFault] {
        &self.pages.warnings
    }

    /// For each page its width and height in points, and a hash of what can be seen on it. Within a run of the program,
    /// pages with the same hash look the same.
    pub fn pages(&self) -> impl Iterator<Item = ((f64, f64), u128)> + '_ {
        self.pages.document.pages().iter().map(|page| {
            let size = page.frame.size();
            let mut hasher = SipHasher13::new();
            page.fill.hash(&mut hasher);
            hash_visible(&page.frame, &mut hasher);
            ((size.x.to_pt(), size.y.to_pt()), hasher.finish128().as_u128())
        })
    }

    /// A page as a PNG picture of so many pixels in width, compressed only as much as takes no time. Pages count from 0. `None`
    /// if there is no such page.
    pub fn png(&self, page: usize, width: u32) -> Option<Vec<u8>> {
        let page = self.pages.document.pages().get(page)?;
        let scale = f64::from(width) / page.frame.width().to_pt();
        let options = RenderOptions { pixel_per_pt: scale.into(), render_bleed: false };
        let drawn = typst_render::render(page, &options);
        let (width, height) = (drawn.width(), drawn.height());
        // A page is opaque.
        let colours: Vec<u8> = drawn.data().chunks_exact(4).flat_map(|pixel| &pixel[..3]).copied().collect();
        let mut bytes = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Up);
        encoder.write_image(&colours, width, height, ExtendedColorType::Rgb8).ok()?;
        Some(bytes)
    }

    /// The document as a PDF, byte for byte the one that [`Engine::make`](crate::Engine::make) makes.
    pub fn pdf(&self) -> Result<Vec<u8>, ExportError> {
        pdf(self.fixed())
    }

    /// Where the texts of the document stand.
    pub fn places(&self) -> &TextPlaces {
        self.places.get_or_init(|| TextPlaces::of(self.fixed()))
    }

    fn fixed(&self) -> &Pages {
        self.fixed.get_or_init(|| self.pages.fixed())
    }
}

/// Hashes a frame without its tags, which cannot be seen.
fn hash_visible(frame: &Frame, hasher: &mut SipHasher13) {
    frame.size().hash(hasher);
    for (at, item) in frame.items() {
        match item {
            FrameItem::Tag(_) => {}
            FrameItem::Group(group) => {
                (at, group.transform, &group.clip).hash(hasher);
                hash_visible(&group.frame, hasher);
            }
            item => (at, item).hash(hasher),
        }
    }
    hasher.write_u8(0xFF);
}
