//! Pictures: checks that a file is a picture that can be shown, and prepares it for a page. A prepared picture is
//! upright, has no more pixels than the page needs, and contains no metadata. This module knows nothing about reports.

mod complexity;
mod drawing;
mod effects;
mod fault;
mod format;
mod metadata;
mod photograph;
mod picture;
mod references;
mod size;

pub use fault::{Excess, PictureFault};
pub use metadata::without_metadata;
pub use picture::Picture;
pub use size::{Pixels, Prepared, Size, Wanted};
