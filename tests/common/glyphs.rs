//! Where the glyphs of a PDF stand, as a program reads it that draws PDFs.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

/// A line of text on a page, as it is drawn in one go.
#[derive(Debug, Default)]
pub struct Line {
    pub page: usize,
    /// The height of its baseline above the lower edge of the page, in points.
    pub y: f64,
    pub text: String,
    /// Where each character of the text begins, in points from the left.
    pub x: Vec<f64>,
}

impl Line {
    /// The distances from the beginning of each space within the line to what follows it.
    pub fn spaces(&self) -> Vec<f64> {
        let shown = self.text.trim_end().chars().count();
        let gaps = self.text.chars().take(shown).zip(self.x.windows(2));
        gaps.filter(|(c, _)| matches!(c, ' ' | '\u{A0}')).map(|(_, x)| x[1] - x[0]).collect()
    }

    /// Where the last letter begins.
    pub fn last(&self) -> f64 {
        self.x[self.text.trim_end().chars().count().saturating_sub(1)]
    }
}

/// The lines of a PDF in the order in which they are drawn.
pub fn lines(pdf: Vec<u8>) -> Vec<Line> {
    let pdf = Pdf::new(pdf).expect("a readable PDF");
    let mut reader = Reader::default();
    let cache = InterpreterCache::new();
    for (page, number) in pdf.pages().iter().zip(1..) {
        reader.page = number;
        let area = Rect::new(0.0, 0.0, 2_000.0, 2_000.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), settings);
        interpret_page(page, &mut context, &mut reader);
    }
    reader.lines
}

#[derive(Default)]
struct Reader {
    page: usize,
    lines: Vec<Line>,
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let place = (transform * glyph_transform).as_coeffs();
        let (x, y) = (place[4], place[5]);
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => return,
        };
        // Marks are drawn a little higher or lower.
        let goes_on = |line: &Line| line.page == self.page && (line.y - y).abs() < 6.0;
        if !self.lines.last().is_some_and(goes_on) {
            self.lines.push(Line { page: self.page, y, ..Line::default() });
        }
        let line = self.lines.last_mut().expect("a line was begun");
        line.x.extend(text.chars().map(|_| x));
        line.text.push_str(&text);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
