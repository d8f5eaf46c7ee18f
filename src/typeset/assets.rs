//! The templates that are compiled into the program. The build lists them.

use typst::syntax::{FileId, RootedPath, VirtualPath, VirtualRoot};

/// Templates, and the file of their lengths, by the path that they read each other by.
pub(super) const TEMPLATES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/template_files.rs"));

/// The embedded file of that path: its path and its text.
pub(super) fn embedded(path: &str) -> Option<(&'static str, &'static str)> {
    TEMPLATES.iter().find(|(embedded, _)| *embedded == path).copied()
}

/// The id of a path among templates and the files that they read. Typst keeps ids for ever, so paths are few and fixed.
pub(super) fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("paths of assets are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Whether a file is Typst source, rather than data that templates read.
pub(super) fn is_source(path: &str) -> bool {
    path.ends_with(".typ")
}
