//! A picture on a page: which, how large, and what it shows for those who do not see it.

use serde::Serialize;

use crate::pictures::Picture;
use crate::report::PictureFile;

/// A picture and the size that it is set at.
#[derive(Debug, Clone, Serialize)]
pub struct Image {
    /// Its name among the document's picture files.
    pub name: String,
    /// Its width in millimetres.
    pub width: f64,
    /// Its height in millimetres.
    pub height: f64,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The picture.
    #[serde(skip)]
    pub picture: Picture,
}

impl Image {
    /// A picture as large as it fits into its room.
    pub(super) fn new(name: String, file: &PictureFile, alt: String) -> Self {
        let (width, height) = file.picture.size().within((file.room.width, file.room.height));
        // However thin a picture is, it is there.
        let tenths = |length: f64| ((length * 10.0).round() / 10.0).max(0.1);
        Image { name, width: tenths(width), height: tenths(height), alt, picture: file.picture.clone() }
    }
}
