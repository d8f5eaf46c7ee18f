//! Why a file is not accepted as a picture.

use thiserror::Error;

use super::foreign::ForeignKind;

/// Why a file is not accepted as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PictureFault {
    /// It is not a PNG, JPEG, WebP or SVG file. The value is its kind, if that is a known one.
    #[error("not a PNG, JPEG, WebP or SVG picture")]
    FileKind(Option<ForeignKind>),
    /// It has no bytes.
    #[error("an empty file")]
    Empty,
    /// All its bytes are zero, as in a file that a cloud has not downloaded.
    #[error("a file of zeros")]
    Zeros,
    /// It is a drawing that is so much longer than wide that nothing of it would be seen.
    #[error("too thin to be seen")]
    Thin,
    /// It is larger than 50 MiB, 100 megapixels, or 30,000 pixels on a side.
    #[error("more than 50 MiB, 100 megapixels or 30,000 pixels a side")]
    TooLarge,
    /// It cannot be decoded. The value is the reason.
    #[error("{0}")]
    Broken(String),
    /// It is a JPEG without an end-of-image marker.
    #[error("unexpected end of file")]
    EndsEarly,
    /// It is a drawing that would take too long to draw.
    #[error("{0}")]
    Complex(Excess),
    /// It is a drawing that shows something from another file.
    #[error("refers to another file: {0}")]
    Linked(String),
}

/// What a drawing has too much of.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Excess {
    /// Elements within elements.
    #[error("elements are nested too deeply")]
    Nesting,
    /// Steps from one element to another that it refers to, such as masks of masks.
    #[error("elements refer to others in too many steps")]
    References,
    /// Elements, counted as often as they are drawn.
    #[error("too many elements")]
    Size,
    /// Characters of text, counted in the same way.
    #[error("too much text")]
    Text,
    /// Rules of style sheets for so many elements.
    #[error("too many style rules for so many elements")]
    Rules,
    /// Effects of filters, by their number and the area that they cover.
    #[error("too many filter effects, or on too large an area")]
    Effects,
    /// A filter effect whose cost grows with the area. The value is its element.
    #[error("the effect <{0}> takes too long")]
    Effect(String),
}

/// A fault with the message of the library that found it.
pub(super) fn broken(error: impl ToString) -> PictureFault {
    PictureFault::Broken(error.to_string())
}
