//! Why a file is not accepted as a picture.

use thiserror::Error;

/// Why a file is not accepted as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PictureFault {
    /// It is not a PNG, JPEG, WebP or SVG file.
    #[error("not a PNG, JPEG, WebP or SVG picture")]
    FileKind,
    /// It is larger than 50 MiB or 100 megapixels.
    #[error("more than 50 MiB or 100 megapixels")]
    TooLarge,
    /// It cannot be decoded. The value is the reason.
    #[error("{0}")]
    Broken(String),
    /// It is a JPEG without an end-of-image marker.
    #[error("unexpected end of file")]
    EndsEarly,
    /// It is a drawing that shows something from another file.
    #[error("refers to another file: {0}")]
    Linked(String),
}

/// A fault with the message of the library that found it.
pub(super) fn broken(error: impl ToString) -> PictureFault {
    PictureFault::Broken(error.to_string())
}
