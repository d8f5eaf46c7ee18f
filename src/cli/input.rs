//! Loads and checks a report file for the commands.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::catalogue::Catalogue;
use super::outcome::Failure;
use super::progress::ProgressLine;
use crate::check::{Checked, allowable_codes, check, nearest_code};
use crate::disk::{Folder, read_to_limit};
use crate::engine::Engine;
use crate::report::{Loaded, Severity};

/// The byte order mark with which some programs begin a file.
pub(super) const MARK: &str = "\u{FEFF}";

/// A report file that was loaded and checked.
pub(super) struct Input {
    pub loaded: Loaded,
    pub checked: Checked,
    /// The folder from which its pictures, fonts and rules were read.
    pub folder: Arc<Folder>,
    /// Whether the file begins with a byte order mark.
    pub has_mark: bool,
}

impl Input {
    /// Loads and checks a report file, with a progress line on `progress`. `since` is when the user began to wait.
    pub fn read(
        path: &Path,
        allowed: &[String],
        engine: &Engine,
        (since, progress): (Instant, &ProgressLine),
        catalogue: &Catalogue,
    ) -> Result<Self, Failure> {
        Self::read_beside(folder_of(path), path, allowed, engine, (since, progress), catalogue)
    }

    /// The same with the folder beside the file, which may have been used before.
    pub fn read_beside(
        folder: Arc<Folder>,
        path: &Path,
        allowed: &[String],
        engine: &Engine,
        (since, progress): (Instant, &ProgressLine),
        catalogue: &Catalogue,
    ) -> Result<Self, Failure> {
        let bytes = read(path).map_err(|error| Failure::read(path, &error, catalogue))?;
        progress.begin(since, "progress-reading", catalogue);
        let loaded = engine.load(&path.display().to_string(), &bytes, &*folder);
        let checked = check(&loaded, allowed);
        progress.end();
        Ok(Input { loaded, checked, folder, has_mark: bytes.starts_with(MARK.as_bytes()) })
    }

    /// The same file as a draft, see [`Checked::into_draft`].
    pub fn into_draft(self) -> Self {
        Input { checked: self.checked.into_draft(), ..self }
    }

    /// The same file with this text in place of its own.
    pub fn with_text(self, text: &str, allowed: &[String], engine: &Engine) -> Self {
        let loaded = engine.load(self.loaded.source().name(), text.as_bytes(), &*self.folder);
        let checked = check(&loaded, allowed);
        Input { loaded, checked, ..self }
    }

    /// Formats a message with the file's path and its numbers of errors and warnings.
    pub fn summary(&self, message: &str, path: &Path, catalogue: &Catalogue) -> String {
        let count = |severity| self.checked.count(severity).into();
        let counts = [
            ("path", path.into()),
            ("errors", count(Severity::Error)),
            ("warnings", count(Severity::Warning)),
        ];
        catalogue.text(message, &counts) + "\n"
    }
}

/// The folder from which the files that a report names are read.
pub(super) fn folder_of(path: &Path) -> Arc<Folder> {
    Arc::new(if is_stream(path) { Folder::new(Path::new("")) } else { Folder::of_file(path) })
}

/// Whether the report comes from standard input (`-`), a pipe or a device. Its folder is then the current one.
pub(super) fn is_stream(path: &Path) -> bool {
    path == Path::new("-") || std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// Reads a report file, or standard input if the path is `-`.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(File::open(path)?) };
    read_to_limit(file)
}

/// Checks that the codes to be silenced exist.
pub(super) fn known_codes(allowed: &[String]) -> Result<(), Failure> {
    match allowed.iter().find(|code| !allowable_codes().any(|known| known == *code)) {
        Some(unknown) => Err(unknown_code(unknown)),
        None => Ok(()),
    }
}

/// The failure for a code that does not exist, with the nearest one that does.
pub(super) fn unknown_code(code: &str) -> Failure {
    let nearest = nearest_code(code).into();
    Failure::Message("usage-unknown-rule", vec![("value", code.into()), ("nearest", nearest)])
}
