//! A picture on a page: its name, its size and its alternative text.

use serde::Serialize;

use crate::pictures::Picture;
use crate::report::PictureFile;

/// A picture with its size on the page.
#[derive(Debug, Clone, Serialize)]
pub struct Image {
    /// The picture's name, such as `photo-1`. Templates find the picture's file under this name in `pictures`.
    pub name: String,
    /// The width in millimetres.
    pub width: f64,
    /// The height in millimetres.
    pub height: f64,
    /// The alternative text, for readers who cannot see the picture.
    pub alt: String,
    /// The picture itself; templates do not get it.
    #[serde(skip)]
    pub picture: Picture,
}

impl Image {
    /// Scales a picture to the largest size that fits into its area, in tenths of a millimetre.
    pub(super) fn new(name: String, file: &PictureFile, alt: String) -> Self {
        let (width, height) = file.picture.size().within((file.area.width, file.area.height));
        // Rounding must not give a very thin picture a width or height of zero.
        let tenths = |length: f64| ((length * 10.0).round() / 10.0).max(0.1);
        Image { name, width: tenths(width), height: tenths(height), alt, picture: file.picture.clone() }
    }
}
