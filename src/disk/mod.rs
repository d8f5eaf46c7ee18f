//! The real file system: reads the files of a folder, writes files whole, and waits for changes. In the library, only the
//! rooms after this one use it.

mod folder;
mod watch;
mod write;

pub use folder::Folder;
pub use watch::{Followed, Wake, Waker, Watch};
pub use write::{create_new, write_whole};
