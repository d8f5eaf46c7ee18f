//! Detects the format of a picture from its content, not from its name.

use std::hash::Hasher;

use image::ImageFormat;
use siphasher::sip128::{Hasher128, SipHasher13};

use super::fault::{PictureFault, broken};
use super::foreign::ForeignKind;

/// The kind of picture that a file contains.
pub(super) enum FileKind<'b> {
    Drawing(&'b str),
    Photograph(ImageFormat),
}

impl FileKind<'_> {
    pub fn detect(bytes: &[u8]) -> Result<FileKind<'_>, PictureFault> {
        if bytes.is_empty() {
            return Err(PictureFault::Empty);
        }
        if bytes.iter().all(|byte| *byte == 0) {
            return Err(PictureFault::Zeros);
        }
        let foreign = ForeignKind::detect(bytes);
        if is_drawing(bytes) && foreign.is_none() {
            return Ok(FileKind::Drawing(text(bytes)?));
        }
        match image::guess_format(bytes) {
            Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => {
                Ok(FileKind::Photograph(format))
            }
            _ => Err(PictureFault::FileKind(foreign)),
        }
    }
}

pub(super) fn text(bytes: &[u8]) -> Result<&str, PictureFault> {
    str::from_utf8(bytes).map_err(broken)
}

/// Whether a file looks like SVG: it starts with an XML declaration, `<svg` or `<!`, after an optional byte-order mark
/// and white space.
fn is_drawing(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"<?xml") || bytes.starts_with(b"<svg") || bytes.starts_with(b"<!")
}

/// A hash of a file's content. It is the same on every machine.
pub(super) fn hash(bytes: &[u8]) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hasher.finish128().as_u128()
}
