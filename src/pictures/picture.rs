//! A picture that a report shows.

use std::fmt;
use std::sync::Arc;

use super::drawing::Drawing;
use super::fault::PictureFault;
use super::format::{FileKind, hash, text};
use super::photograph::Photograph;
use super::size::{Pixels, Prepared, Size, Wanted};
use crate::files::{Bytes, MAX_BYTES};
use crate::fonts::Fonts;

/// A picture that was read to its end. It is shared, not copied.
#[derive(Clone)]
pub struct Picture(Arc<ReadPicture>);

struct ReadPicture {
    bytes: Bytes,
    hash: u128,
    size: Size,
    shown: Shown,
}

enum Shown {
    Photograph(Photograph),
    Drawing(Drawing),
}

impl Picture {
    /// Reads a picture. `most` says how many pixels any page will need of one of that size; of a photograph that has more
    /// of them no more are kept in memory.
    pub fn read(bytes: Bytes, most: impl Fn(Size) -> Pixels) -> Result<Self, PictureFault> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(PictureFault::TooLarge);
        }
        let (shown, size) = match FileKind::detect(&bytes)? {
            FileKind::Drawing(text) => {
                let (drawing, size) = Drawing::read(text, most)?;
                (Shown::Drawing(drawing), size)
            }
            FileKind::Photograph(format) => {
                let (photograph, size) = Photograph::read(&bytes, format, most)?;
                (Shown::Photograph(photograph), size)
            }
        };
        Ok(Picture(Arc::new(ReadPicture { hash: hash(&bytes), bytes, size, shown })))
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
