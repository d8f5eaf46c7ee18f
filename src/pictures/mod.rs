//! Pictures: checks that a file is a picture that can be shown, and prepares it for a page. A prepared picture is
//! upright, has no more pixels than the page needs, and contains no metadata. This module knows nothing about reports.

mod cache;
mod complexity;
mod drawing;
mod effects;
mod fault;
mod foreign;
mod format;
mod inks;
mod metadata;
mod photograph;
mod picture;
mod references;
mod size;
mod sized;
mod unseen;

pub use cache::PictureCache;
pub use fault::{Excess, PictureFault};
pub use foreign::ForeignKind;
pub use metadata::without_metadata;
pub use picture::Picture;
pub use size::{Pixels, Prepared, Size, Wanted};
