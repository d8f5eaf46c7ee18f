//! A report file as the command reads it: loaded, and checked.

use std::path::Path;
use std::time::Instant;

use super::catalogue::Catalogue;
use super::outcome::Failure;
use super::progress::Waiting;
use crate::check::{Checked, check, codes, nearest_code};
use crate::disk::Folder;
use crate::engine::Engine;
use crate::report::{Loaded, Severity};

/// A report file that was read.
pub(super) struct Input {
    pub loaded: Loaded,
    pub checked: Checked,
    /// The folder of its pictures, fonts and rules.
    pub folder: Folder,
}

impl Input {
    /// Reads a report file and finds all that can be said of it before it is set. Whoever waits has done so since then.
    pub fn read(
        path: &Path,
        allowed: &[String],
        engine: &Engine,
        (since, waiting): (Instant, &Waiting),
        catalogue: &Catalogue,
    ) -> Result<Self, Failure> {
        let bytes = std::fs::read(path).map_err(|error| Failure::read(path, &error, catalogue))?;
        let folder = Folder::of_file(path);
        waiting.begin(since, "progress-reading", catalogue);
        let loaded = engine.load(&path.display().to_string(), &bytes, &folder);
        let checked = check(&loaded, allowed);
        waiting.end();
        Ok(Input { loaded, checked, folder })
    }

    /// A message on the file's errors and warnings.
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

/// Makes sure that codes to be silenced exist.
pub(super) fn known_codes(allowed: &[String]) -> Result<(), Failure> {
    match allowed.iter().find(|code| !codes().any(|known| known == *code)) {
        Some(unknown) => Err(unknown_code(unknown)),
        None => Ok(()),
    }
}

/// There is no such rule.
pub(super) fn unknown_code(code: &str) -> Failure {
    let nearest = nearest_code(code).into();
    Failure::Message("usage-unknown-rule", vec![("value", code.into()), ("nearest", nearest)])
}
