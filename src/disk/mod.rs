//! The real file system: reads the files of a folder and writes files whole. In the library, only `cli` uses it.

mod folder;
mod write;

pub use folder::Folder;
pub use write::{create_new, write_whole};
