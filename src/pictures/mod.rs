//! Pictures: whether bytes are one that can be shown, and its likeness for a page: the right way up, with no more
//! pixels than the page needs, and with nothing of what a camera or a program wrote beside it. Knows nothing of reports.

mod drawing;
mod fault;
mod format;
mod photograph;
mod picture;
mod size;

pub use fault::PictureFault;
pub use picture::Picture;
pub use size::{Pixels, Prepared, Size, Wanted};
