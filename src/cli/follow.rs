//! What `watch` and `preview` share: which file they take, and which files they follow.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::catalogue::Catalogue;
use super::input::is_stream;
use super::outcome::Failure;
use super::paths::files_only;
use super::templates::{self, Unusable};
use super::terminal::tell;
use crate::disk::{Folder, Followed, Watch};
use crate::preview::on_interrupt;

/// So deep, folders of templates are followed.
const DEEPEST: usize = 8;

/// Checks that the file is one that can be followed, and that it is there.
pub(super) fn check_file(file: &Path, catalogue: &Catalogue) -> Result<(), Failure> {
    files_only(&[file.to_owned()])?;
    if is_stream(file) {
        return Err(Failure::Message("watch-stream", vec![("path", file.into())]));
    }
    File::open(file).map(drop).map_err(|error| Failure::read(file, &error, catalogue))
}

/// Checks that the folder of templates can be read. Faults in the templates are shown later, as those that come in meanwhile.
pub(super) fn check_templates(folder: Option<&Path>, catalogue: &Catalogue) -> Result<(), Failure> {
    let Some(folder) = folder else { return Ok(()) };
    match templates::read(folder, Folder::new(folder).into(), catalogue) {
        Err(Unusable::Failure(failure)) => Err(failure),
        Ok(_) | Err(Unusable::Faults(_)) => Ok(()),
    }
}

/// Begins to watch, until Ctrl-C. From then on, no change is missed.
pub(super) fn begin(file: &Path, templates: Option<&Path>, catalogue: &Catalogue) -> Result<Watch, Failure> {
    let mut watch = Watch::new().map_err(|reason| {
        Failure::Message("cannot-watch", vec![("path", file.into()), ("reason", reason.into())])
    })?;
    watch.follow(followed(file, &Folder::of_file(file), templates), SystemTime::now());
    let waker = watch.waker();
    on_interrupt(move || waker.stop());
    tell(&(catalogue.text("watching", &[("path", file.into())]) + "\n"));
    Ok(watch)
}

/// The files to follow: the report file, those that were read or looked for beside it, and all templates.
pub(super) fn followed(file: &Path, folder: &Folder, templates: Option<&Path>) -> Followed {
    let mut files = folder.asked();
    files.insert(file.to_owned());
    let mut folders = folder.listed();
    if let Some(templates) = templates {
        add_folders(templates, DEEPEST, &mut folders);
    }
    Followed { files, folders, written: BTreeSet::new() }
}

fn add_folders(folder: &Path, deepest: usize, folders: &mut BTreeSet<PathBuf>) {
    folders.insert(folder.to_owned());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| deepest > 0 && entry.path().is_dir()) {
        add_folders(&entry.path(), deepest - 1, folders);
    }
}
