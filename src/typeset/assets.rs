//! The templates that are compiled into the program. `build.rs` lists them.

use typst::syntax::{FileId, RootedPath, VirtualPath, VirtualRoot};

/// The embedded templates and `/common/lengths.toml`, as pairs of path and text. Templates refer to each other by path.
pub(super) const TEMPLATES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/template_files.rs"));

/// Returns the path and the text of the embedded file at `path`.
pub(super) fn embedded(path: &str) -> Option<(&'static str, &'static str)> {
    TEMPLATES.iter().find(|(embedded, _)| *embedded == path).copied()
}

/// Returns the id of a template or of a file that templates read. Typst never frees ids, so the paths must come from a
/// small, fixed set.
pub(super) fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("paths of assets are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Whether a file is Typst source rather than data that templates read.
pub(super) fn is_source(path: &str) -> bool {
    path.ends_with(".typ")
}
