//! The edge to the real file system: the files of a folder, and writing files whole. No other room opens a file.

mod folder;
mod write;

pub use folder::Folder;
pub use write::{create_new, write_whole};
