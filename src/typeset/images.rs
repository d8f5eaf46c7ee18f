//! Prepares the pictures of a document at the resolution that its pages need.

use super::setting::{SetError, Setting};
use crate::pictures::{PictureFault, Prepared, Wanted};
use crate::view::Image;
use crate::workers;

/// A prepared picture: its name among the document's pictures, and the path that templates read it by.
pub(super) struct ImageFile {
    pub name: String,
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Prepares the pictures at the profile's resolution, in the same order.
pub(super) fn image_files(images: &[&Image], setting: &Setting) -> Result<Vec<ImageFile>, SetError> {
    let profile = setting.profile;
    let prepare = |image: &&Image| {
        let pixels = (profile.pixels(image.width), profile.pixels(image.height));
        image.picture.prepare(Wanted { pixels, quality: profile.jpeg_quality() }, setting.fonts)
    };
    let prepared = workers::map(setting.workers, images, prepare);
    let file = |(image, prepared): (&&Image, Result<Prepared, PictureFault>)| {
        let Prepared { ending, bytes } =
            prepared.map_err(|fault| SetError::Picture(image.name.clone(), fault))?;
        Ok(ImageFile { name: image.name.clone(), path: format!("/pictures/{}.{ending}", image.name), bytes })
    };
    images.iter().zip(prepared).map(file).collect()
}
