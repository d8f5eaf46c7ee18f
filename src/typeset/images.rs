//! Prepares the pictures of a document at the resolution that its pages need.

use super::setting::{SetError, Setting};
use crate::pictures::{PictureFault, Prepared, Wanted};
use crate::view::Image;
use crate::workers;

/// A prepared picture. One that a document has several times in the same size is prepared once.
pub(super) struct ImageFile {
    /// Its names among the document's pictures.
    pub names: Vec<String>,
    /// The path that templates read it by.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Prepares the pictures at the profile's resolution.
pub(super) fn image_files(images: &[&Image], setting: &Setting) -> Result<Vec<ImageFile>, SetError> {
    let profile = setting.profile;
    let wanted = |image: &Image| Wanted {
        pixels: (profile.pixels(image.width), profile.pixels(image.height)),
        quality: profile.jpeg_quality(),
    };
    let key = |image: &Image| (image.picture.hash(), wanted(image).pixels);
    let mut distinct: Vec<(&Image, Vec<String>)> = Vec::new();
    for image in images {
        match distinct.iter_mut().find(|(other, _)| key(other) == key(image)) {
            Some((_, names)) => names.push(image.name.clone()),
            None => distinct.push((image, vec![image.name.clone()])),
        }
    }
    let prepared = workers::map(setting.workers, &distinct, |(image, _)| {
        image.picture.prepare(wanted(image), setting.fonts)
    });
    let file = |((image, names), prepared): ((&Image, Vec<String>), Result<Prepared, PictureFault>)| {
        let Prepared { extension, bytes } =
            prepared.map_err(|fault| SetError::Picture(image.name.clone(), fault))?;
        Ok(ImageFile { names, path: format!("/pictures/{}.{extension}", image.name), bytes })
    };
    distinct.into_iter().zip(prepared).map(file).collect()
}
