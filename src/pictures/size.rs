//! The size of pictures, and the size that pages need.

/// The size of a picture in its upright position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// The width in pixels, or in user units for a drawing.
    pub width: f64,
    /// The height, in the same unit.
    pub height: f64,
    /// Whether the picture is a drawing, which has no pixels.
    pub drawn: bool,
}

impl Size {
    /// Width and height of the picture, scaled up or down to be as large as fits into the given width and height.
    pub fn within(self, (width, height): (f64, f64)) -> (f64, f64) {
        let scale = f64::min(width / self.width, height / self.height);
        (self.width * scale, self.height * scale)
    }
}

/// Width and height in pixels.
pub type Pixels = (u32, u32);

/// The resolution and quality that a page needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The most pixels in each direction, at least one. Smaller pictures are not enlarged.
    pub pixels: Pixels,
    /// The JPEG quality, 1 to 100.
    pub quality: u8,
}

/// A picture as it goes into a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Prepared {
    /// The file name extension: `jpg`, `png` or `svg`.
    pub extension: &'static str,
    /// The content of the file.
    pub bytes: Vec<u8>,
}
