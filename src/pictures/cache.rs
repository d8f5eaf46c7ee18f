//! Pictures that were read before. Reading a photograph takes a tenth of a second, and a report that is loaded again and
//! again mostly has the same ones.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::fault::PictureFault;
use super::picture::Picture;
use super::size::{Pixels, Size};
use crate::files::Bytes;

/// The pictures of the last loads. Clones share the same pictures.
#[derive(Clone, Default)]
pub struct PictureCache(Arc<Mutex<Cached>>);

#[derive(Default)]
struct Cached {
    /// Each picture with the number of the last load that used it.
    pictures: Vec<(Picture, Pixels, usize)>,
    load: usize,
}

/// A picture that the last loads did not use is dropped. A fault in the file hides its pictures for some loads.
const LOADS: usize = 20;

impl PictureCache {
    /// Creates an empty cache.
    pub fn new() -> Self {
        PictureCache::default()
    }

    /// Begins another load, and drops the pictures that were not used for long.
    pub(crate) fn begin_load(&self) {
        let mut cached = self.cached();
        cached.load += 1;
        let oldest = cached.load.saturating_sub(LOADS);
        cached.pictures.retain(|(_, _, used)| *used >= oldest);
    }

    /// The same as [`Picture::read`], but a picture that is known is not read again.
    pub fn read(&self, bytes: Bytes, max_pixels: impl Fn(Size) -> Pixels) -> Result<Picture, PictureFault> {
        if let Some(known) = self.known(&bytes, &max_pixels) {
            return Ok(known);
        }
        let picture = Picture::read(bytes, &max_pixels)?;
        let mut cached = self.cached();
        let load = cached.load;
        cached.pictures.push((picture.clone(), max_pixels(picture.size()), load));
        Ok(picture)
    }

    fn known(&self, bytes: &Bytes, max_pixels: impl Fn(Size) -> Pixels) -> Option<Picture> {
        let mut cached = self.cached();
        let load = cached.load;
        let (picture, _, used) = cached.pictures.iter_mut().find(|(picture, pixels, _)| {
            let same = Arc::ptr_eq(picture.bytes(), bytes) || picture.bytes() == bytes;
            same && *pixels == max_pixels(picture.size())
        })?;
        *used = load;
        Some(picture.clone())
    }

    fn cached(&self) -> MutexGuard<'_, Cached> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
