//! Files that a report names: where they may lie and what they may be. They stay below the report's own folder,
//! links followed, and are pictures that can be read.

use std::fs;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;

use super::diagnostic::Fault;
use super::reader::{Entry, Reader};
use super::source::Spanned;
use crate::pictures::{self, MAX_BYTES, Size};

/// A picture that a report names: the file and its size.
type Picture = (Spanned<PathBuf>, Size);

impl Reader<'_> {
    /// A picture: PNG, JPEG, SVG or WebP below `folder`, and its size.
    pub fn picture(&mut self, entry: Entry, folder: &Path) -> Option<Picture> {
        self.pictures(vec![Some(entry)], folder).pop().flatten()
    }

    /// Pictures, all read at once: that takes most of the time of a check.
    pub fn pictures(&mut self, entries: Vec<Option<Entry>>, folder: &Path) -> Vec<Option<Picture>> {
        let named: Vec<_> = entries.into_iter().map(|entry| self.string(entry?)).collect();
        let found: Vec<_> = named.par_iter().map(|name| Some(picture(folder, name.as_ref()?))).collect();
        let mut report = |(name, found): (Option<Spanned<String>>, Option<Result<_, _>>)| match found? {
            Ok((file, size)) => Some((Spanned::new(file, name?.span), size)),
            Err(fault) => {
                self.report(fault, name?.span);
                None
            }
        };
        named.into_iter().zip(found).map(&mut report).collect()
    }

    /// The font files of a folder below `folder`, in the order of their names.
    pub fn font_folder(&mut self, entry: Entry, folder: &Path) -> Option<Spanned<Vec<PathBuf>>> {
        let Spanned { value: written, span } = self.string(entry)?;
        let found = resolve(folder, &written).and_then(|found| {
            if found.is_dir() { Ok(found) } else { Err(Fault::NotAFolder { path: written }) }
        });
        let found = match found {
            Ok(found) => found,
            Err(fault) => {
                self.report(fault, span);
                return None;
            }
        };
        let mut files = Vec::new();
        for name in font_names(&found) {
            let path = found.join(&name).display().to_string();
            match resolve(&found, &name).and_then(|file| check_size(&file, &path).map(|()| file)) {
                Ok(file) => files.push(file),
                Err(fault) => self.report(fault, span.clone()),
            }
        }
        Some(Spanned::new(files, span))
    }
}

/// The real place of a path that a report names.
fn resolve(folder: &Path, written: &str) -> Result<PathBuf, Fault> {
    let path = || written.to_owned();
    let relative = Path::new(written);
    // A drive letter or a leading backslash is absolute on Windows and refused everywhere, so that a file that
    // works on one machine works on all.
    let drive = matches!(written.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    if relative.is_absolute() || drive || written.starts_with('\\') {
        return Err(Fault::FileAbsolute { path: path() });
    }
    let climbs =
        relative.components().any(|c| c == Component::ParentDir) || written.split('\\').any(|c| c == "..");
    if climbs {
        return Err(Fault::FileOutside { path: path() });
    }
    let missing = |_| Fault::FileMissing { path: path() };
    let root = folder.canonicalize().map_err(missing)?;
    let file = root.join(relative).canonicalize().map_err(missing)?;
    if file.starts_with(&root) { Ok(file) } else { Err(Fault::FileOutside { path: path() }) }
}

/// The names of a folder's font files.
fn font_names(folder: &Path) -> Vec<String> {
    const ENDINGS: [&str; 4] = [".ttf", ".otf", ".ttc", ".otc"];
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| ENDINGS.iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)));
    names.sort();
    names
}

/// A file that can be read: no folder, device or pipe, and not too large.
fn check_size(file: &Path, written: &str) -> Result<(), Fault> {
    let path = || written.to_owned();
    let about = fs::metadata(file).map_err(|e| Fault::FileBroken { path: path(), reason: e.to_string() })?;
    match about.len() {
        _ if !about.is_file() => Err(Fault::FileKind { path: path() }),
        size if size > MAX_BYTES => Err(Fault::FileTooLarge { path: path() }),
        _ => Ok(()),
    }
}

/// The picture of that name below `folder`, and its size.
fn picture(folder: &Path, written: &str) -> Result<(PathBuf, Size), Fault> {
    let file = resolve(folder, written)?;
    match pictures::inspect(&file) {
        Ok(size) => Ok((file, size)),
        Err(fault) => Err(Fault::of_picture(written.to_owned(), fault)),
    }
}
