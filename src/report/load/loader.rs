//! What loading a report needs besides the report file.

use crate::files::Files;
use crate::lengths::Lengths;
use crate::pictures::PictureCache;
use crate::workers::Workers;

/// Loads reports. The fields are what loading needs besides the report file.
#[derive(Clone, Copy)]
pub struct Loader<'l> {
    /// The files beside the report.
    pub files: &'l dyn Files,
    /// The workers that read pictures.
    pub workers: &'l dyn Workers,
    /// The lengths that determine the size of pictures on a page.
    pub lengths: &'l Lengths,
    /// The pictures that are known from earlier loads.
    pub pictures: Option<&'l PictureCache>,
}
