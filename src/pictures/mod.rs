//! Pictures: whether bytes are one that can be shown, and its likeness for a page: the right way up, with no more
//! pixels than the page needs, and with nothing of what a camera or a program wrote beside it. Knows nothing of reports.

mod drawing;
mod photograph;

use std::fmt;
use std::hash::Hasher;
use std::sync::Arc;

use image::ImageFormat;
use siphasher::sip128::{Hasher128, SipHasher13};
use thiserror::Error;

use crate::files::{Bytes, MAX_BYTES};
use crate::fonts::Fonts;
use drawing::Drawing;
use photograph::Photograph;

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

const MAX_PIXELS: u64 = 100_000_000;

/// Why a file is not taken for a picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PictureFault {
    /// It is none of PNG, JPEG, WebP and SVG.
    #[error("not a PNG, JPEG, WebP or SVG picture")]
    Format,
    /// More than 50 MiB or 100 megapixels.
    #[error("more than 50 MiB or 100 megapixels")]
    TooLarge,
    /// It cannot be read.
    #[error("{0}")]
    Broken(String),
    /// It ends before its end.
    #[error("unexpected end of file")]
    EndsEarly,
    /// It is a drawing that shows something of another file.
    #[error("refers to another file: {0}")]
    Linked(String),
}

/// A picture that was read to its end. It is shared, not copied.
#[derive(Clone)]
pub struct Picture(Arc<Content>);

struct Content {
    bytes: Bytes,
    hash: u128,
    size: Size,
    shown: Shown,
}

enum Shown {
    Photograph(Photograph),
    Drawing(Drawing),
}

/// Pixels in width and height.
pub type Pixels = (u32, u32);

impl Picture {
    /// Reads a picture. `most` says how many pixels any page will need of one of that size; of a photograph that has more
    /// of them no more are kept in memory.
    pub fn read(bytes: Bytes, most: impl Fn(Size) -> Pixels) -> Result<Self, PictureFault> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(PictureFault::TooLarge);
        }
        let (shown, size) = match Format::of(&bytes)? {
            Format::Drawing(text) => {
                let (drawing, size) = Drawing::read(text, most)?;
                (Shown::Drawing(drawing), size)
            }
            Format::Photograph(format) => {
                let (photograph, size) = Photograph::read(&bytes, format, most)?;
                (Shown::Photograph(photograph), size)
            }
        };
        Ok(Picture(Arc::new(Content { hash: hash(&bytes), bytes, size, shown })))
    }

    /// The file's content.
    pub fn bytes(&self) -> &Bytes {
        &self.0.bytes
    }

    /// A hash of the file's content, the same on every machine. Two files that differ have two hashes, unless somebody
    /// made them to collide.
    pub fn hash(&self) -> u128 {
        self.0.hash
    }

    /// How large it is.
    pub fn size(&self) -> Size {
        self.0.size
    }

    /// The picture as it goes into a document.
    pub fn prepare(&self, wanted: Wanted, fonts: &Fonts) -> Result<Prepared, PictureFault> {
        match &self.0.shown {
            Shown::Photograph(photograph) => photograph.prepare(wanted),
            Shown::Drawing(drawing) => drawing.prepare(text(&self.0.bytes)?, wanted, fonts),
        }
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hash = format_args!("{:032x}", self.0.hash);
        f.debug_struct("Picture").field("size", &self.0.size).field("hash", &hash).finish()
    }
}

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

/// What a file's content is, whatever its name.
enum Format<'b> {
    Drawing(&'b str),
    Photograph(ImageFormat),
}

impl Format<'_> {
    fn of(bytes: &[u8]) -> Result<Format<'_>, PictureFault> {
        if drawing::is_drawing(bytes) {
            return Ok(Format::Drawing(text(bytes)?));
        }
        match image::guess_format(bytes) {
            Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => {
                Ok(Format::Photograph(format))
            }
            _ => Err(PictureFault::Format),
        }
    }
}

fn text(bytes: &[u8]) -> Result<&str, PictureFault> {
    str::from_utf8(bytes).map_err(broken)
}

fn broken(error: impl ToString) -> PictureFault {
    PictureFault::Broken(error.to_string())
}

fn hash(bytes: &[u8]) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hasher.finish128().as_u128()
}
