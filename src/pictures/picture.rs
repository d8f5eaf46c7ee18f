//! A picture to show in a document.

use std::fmt;
use std::sync::Arc;

use super::drawing::Drawing;
use super::fault::PictureFault;
use super::format::{FileKind, hash, text};
use super::photograph::Photograph;
use super::size::{Pixels, Prepared, Size, Wanted};
use crate::files::{Bytes, MAX_BYTES};
use crate::fonts::Fonts;

/// A picture that was read completely and without faults. Clones share the same data.
#[derive(Clone)]
pub struct Picture(Arc<ReadPicture>);

struct ReadPicture {
    bytes: Bytes,
    hash: u128,
    size: Size,
    kind: PictureKind,
}

enum PictureKind {
    Photograph(Photograph),
    Drawing(Drawing),
}

impl Picture {
    /// Reads a picture. `max_pixels` gives the most pixels that any page needs for a picture of that size; a
    /// larger photograph is shrunk to that in memory.
    pub fn read(bytes: Bytes, max_pixels: impl Fn(Size) -> Pixels) -> Result<Self, PictureFault> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(PictureFault::TooLarge);
        }
        let (kind, size) = match FileKind::detect(&bytes)? {
            FileKind::Drawing(text) => {
                let (drawing, size) = Drawing::read(text, max_pixels)?;
                (PictureKind::Drawing(drawing), size)
            }
            FileKind::Photograph(format) => {
                let (photograph, size) = Photograph::read(&bytes, format, max_pixels)?;
                (PictureKind::Photograph(photograph), size)
            }
        };
        Ok(Picture(Arc::new(ReadPicture { hash: hash(&bytes), bytes, size, kind })))
    }

    /// The content of the original file.
    pub fn bytes(&self) -> &Bytes {
        &self.0.bytes
    }

    /// A hash of the file's content. It is the same on every machine. Different files have different hashes, unless
    /// somebody made them collide on purpose.
    pub fn hash(&self) -> u128 {
        self.0.hash
    }

    /// The size of the picture in its upright position.
    pub fn size(&self) -> Size {
        self.0.size
    }

    /// The words of a drawing that cannot be shown, because they are HTML text without another text in their place. Empty if
    /// there are none.
    pub fn lost_words(&self) -> &str {
        match &self.0.kind {
            PictureKind::Photograph(_) => "",
            PictureKind::Drawing(drawing) => &drawing.lost_words,
        }
    }

    /// Whether it is a drawing of which nothing can be seen.
    pub fn shows_nothing(&self) -> bool {
        matches!(&self.0.kind, PictureKind::Drawing(drawing) if drawing.shows_nothing)
    }

    /// Prepares the picture for a document: no more pixels than wanted, no metadata. `fonts` are for text in drawings.
    pub fn prepare(&self, wanted: Wanted, fonts: &Fonts) -> Result<Prepared, PictureFault> {
        match &self.0.kind {
            PictureKind::Photograph(photograph) => photograph.prepare(wanted),
            PictureKind::Drawing(drawing) => drawing.prepare(text(&self.0.bytes)?, wanted, fonts),
        }
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hash = format_args!("{:032x}", self.0.hash);
        f.debug_struct("Picture").field("size", &self.0.size).field("hash", &hash).finish()
    }
}
