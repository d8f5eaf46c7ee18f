//! The pictures of a document, as large as its pages need them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::pictures::{PictureFault, Prepared, Wanted, prepare};
use crate::view::Picture;

use super::Setting;

const MILLIMETRES_PER_INCH: f64 = 25.4;

/// A picture with its name among the document's picture files.
pub(super) struct PictureFile {
    pub name: String,
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The pictures at the profile's resolution.
pub(super) fn of(
    pictures: &[&Picture],
    setting: &Setting,
) -> Result<Vec<PictureFile>, (PathBuf, PictureFault)> {
    let pixels =
        |length: f64| (length / MILLIMETRES_PER_INCH * setting.profile.dots_per_inch()).ceil() as u32;
    let wanted = |picture: &&Picture| Wanted {
        file: picture.source.clone(),
        pixels: (pixels(picture.width), pixels(picture.height)),
        quality: setting.profile.jpeg_quality(),
    };
    let wanted: Vec<Wanted> = pictures.iter().map(wanted).collect();
    let fonts: Vec<&[u8]> = setting.fonts.files().map(|(_, bytes)| bytes).collect();
    let done = AtomicUsize::new(0);
    let prepared = prepare(&wanted, &fonts, || {
        (setting.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, wanted.len());
    })?;
    let file = |(picture, Prepared { ending, bytes }): (&&Picture, Prepared)| PictureFile {
        name: picture.name.clone(),
        path: format!("/pictures/{}.{ending}", picture.name),
        bytes,
    };
    Ok(pictures.iter().zip(prepared).map(file).collect())
}
