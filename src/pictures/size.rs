//! How large pictures are, and how large pages want them.

/// How large a picture is, as it is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Its width: pixels, or units of a drawing.
    pub width: f64,
    /// Its height, in the same.
    pub height: f64,
    /// Whether it is a drawing, which has no pixels.
    pub drawn: bool,
}

impl Size {
    /// Width and height of the picture as large as it fits into a room of that width and height.
    pub fn within(self, (width, height): (f64, f64)) -> (f64, f64) {
        let scale = f64::min(width / self.width, height / self.height);
        (self.width * scale, self.height * scale)
    }
}

/// Pixels in width and height.
pub type Pixels = (u32, u32);

/// How much of a picture a page needs.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The most pixels, one at least. A picture with fewer keeps its own.
    pub pixels: Pixels,
    /// The quality of JPEG, 1 to 100.
    pub quality: u8,
}

/// A picture as it goes into a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Prepared {
    /// `jpg`, `png` or `svg`.
    pub ending: &'static str,
    /// The file's content.
    pub bytes: Vec<u8>,
}
