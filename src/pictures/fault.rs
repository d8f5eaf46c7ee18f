//! Why a file is not taken for a picture.

use thiserror::Error;

/// Why a file is not taken for a picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PictureFault {
    /// It is none of PNG, JPEG, WebP and SVG.
    #[error("not a PNG, JPEG, WebP or SVG picture")]
    FileKind,
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

/// A fault in the words of the library that found it.
pub(super) fn broken(error: impl ToString) -> PictureFault {
    PictureFault::Broken(error.to_string())
}
