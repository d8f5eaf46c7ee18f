//! Pictures: whether a file is one that can be read, and its likeness for a page: the right way up, with no more
//! pixels than the page needs, and with nothing of what a camera or a program wrote beside it. Knows nothing of reports.

mod drawing;
mod photograph;

use std::fs;
use std::path::{Path, PathBuf};

use image::ImageFormat;
use rayon::prelude::*;
use thiserror::Error;

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

/// The largest file that is read.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;
const MAX_PIXELS: u64 = 100_000_000;

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PictureFault {
    /// It is none of PNG, JPEG, WebP and SVG.
    #[error("not a PNG, JPEG, WebP or SVG picture")]
    Kind,
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

impl Size {
    /// Width and height of the picture as large as it fits into a room of that width and height.
    pub fn within(self, (width, height): (f64, f64)) -> (f64, f64) {
        let scale = f64::min(width / self.width, height / self.height);
        (self.width * scale, self.height * scale)
    }
}

/// How large a picture is, having read it to its end.
pub fn inspect(file: &Path) -> Result<Size, PictureFault> {
    let bytes = read(file)?;
    match kind(&bytes)? {
        Kind::Drawing(text) => drawing::size(text),
        Kind::Photograph(format) => photograph::size(&bytes, format),
    }
}

/// A picture that a page needs, and how many pixels of it.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The file.
    pub file: PathBuf,
    /// The most pixels in width and height, one at least. A picture with fewer keeps its own.
    pub pixels: (u32, u32),
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

/// Pictures as they go into a document, in their order, made on all processors; letters of drawings are in these
/// fonts; `done` is called after each. On failure: the first file that could not be taken, and why.
pub fn prepare(
    wanted: &[Wanted],
    fonts: &[&[u8]],
    done: impl Fn() + Sync,
) -> Result<Vec<Prepared>, (PathBuf, PictureFault)> {
    let made: Vec<_> = wanted
        .par_iter()
        .map(|wanted| {
            let prepared = prepare_one(wanted, fonts).map_err(|fault| (wanted.file.clone(), fault));
            done();
            prepared
        })
        .collect();
    made.into_iter().collect()
}

fn prepare_one(wanted: &Wanted, fonts: &[&[u8]]) -> Result<Prepared, PictureFault> {
    let bytes = read(&wanted.file)?;
    match kind(&bytes)? {
        Kind::Drawing(text) => drawing::prepare(text, fonts, wanted),
        Kind::Photograph(format) => photograph::prepare(&bytes, format, wanted.pixels, wanted.quality),
    }
}

fn read(file: &Path) -> Result<Vec<u8>, PictureFault> {
    let broken = |error: std::io::Error| PictureFault::Broken(error.to_string());
    let about = fs::metadata(file).map_err(broken)?;
    match about.len() {
        _ if !about.is_file() => Err(PictureFault::Kind),
        size if size > MAX_BYTES => Err(PictureFault::TooLarge),
        _ => fs::read(file).map_err(broken),
    }
}

/// What a file's content is, whatever its name.
enum Kind<'b> {
    Drawing(&'b str),
    Photograph(ImageFormat),
}

fn kind(bytes: &[u8]) -> Result<Kind<'_>, PictureFault> {
    if drawing::is_drawing(bytes) {
        let text = str::from_utf8(bytes).map_err(|error| PictureFault::Broken(error.to_string()))?;
        return Ok(Kind::Drawing(text));
    }
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => {
            Ok(Kind::Photograph(format))
        }
        _ => Err(PictureFault::Kind),
    }
}
