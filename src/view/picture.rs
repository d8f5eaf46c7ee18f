//! A picture on a page: which, how large, and what it shows for those who do not see it.

use std::path::PathBuf;

use serde::Serialize;

use crate::report;

/// A picture and the size it is set at.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// Its name among the document's picture files.
    pub name: String,
    /// Its width in millimetres.
    pub width: f64,
    /// Its height in millimetres.
    pub height: f64,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The file it comes from.
    #[serde(skip)]
    pub source: PathBuf,
}

impl Picture {
    /// A picture as large as it fits into a room of that width and height in millimetres.
    pub(super) fn within(name: String, picture: &report::Picture, room: (f64, f64), alt: String) -> Self {
        let (width, height) = picture.size.within(room);
        // However thin a picture is, it is there.
        let tenths = |length: f64| ((length * 10.0).round() / 10.0).max(0.1);
        let source = picture.file.value.clone();
        Picture { name, width: tenths(width), height: tenths(height), alt, source }
    }
}
