//! Writes files whole or not at all: first to a temporary file next to the target, which then takes the target's name.

use std::collections::BTreeSet;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::{Builder, NamedTempFile};

/// Writes files and replaces existing ones, see [`Writer::write`].
pub fn write_whole(files: &[(PathBuf, &[u8])]) -> Result<(), (PathBuf, io::Error)> {
    Writer::default().write(files)
}

/// Writes files. It clears what killed runs left behind, once in each folder.
#[derive(Default)]
pub struct Writer {
    cleared: Mutex<BTreeSet<PathBuf>>,
}

impl Writer {
    /// Writes files and replaces existing ones. All temporary files are written before the first one is renamed, so that
    /// a failure to write leaves the old files unchanged. The error contains the path of the file that could not be
    /// written.
    pub fn write(&self, files: &[(PathBuf, &[u8])]) -> Result<(), (PathBuf, io::Error)> {
        let mut written = Vec::new();
        for (path, bytes) in files {
            let target = link_target(path);
            if let Ok(folder) = folder_of(&target) {
                self.clear(folder);
            }
            let prepared = prepare(&target, bytes).map_err(|error| (path.clone(), error))?;
            written.extend(prepared.map(|file| (path, target, file)));
        }
        for (path, target, file) in written {
            file.persist(target).map_err(|error| (path.clone(), error.error))?;
        }
        Ok(())
    }

    /// Removes what killed runs left behind in a folder, unless this has been done.
    pub fn clear(&self, folder: &Path) {
        let mut cleared = self.cleared.lock().unwrap_or_else(PoisonError::into_inner);
        if !cleared.contains(folder) {
            clear_leftovers(folder);
            cleared.insert(folder.to_owned());
        }
    }
}

/// The file that a path leads to. A symbolic link stays in place, and the file that it points to is replaced.
fn link_target(path: &Path) -> PathBuf {
    let dangling = || Some(path.parent()?.join(fs::read_link(path).ok()?));
    path.canonicalize().ok().or_else(dangling).unwrap_or_else(|| path.to_owned())
}

/// Writes the bytes to a temporary file next to the target and returns it. Returns `None` if the target is a device or
/// a pipe: these cannot be replaced, so the bytes are written to them directly.
fn prepare(target: &Path, bytes: &[u8]) -> io::Result<Option<NamedTempFile>> {
    match fs::metadata(target) {
        Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => fs::write(target, bytes).map(|()| None),
        Ok(there) => {
            let file = temporary(target, bytes)?;
            fs::set_permissions(file.path(), there.permissions())?;
            Ok(Some(file))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => temporary(target, bytes).map(Some),
        // For example a link to itself.
        Err(error) => Err(error),
    }
}

/// Writes a new file, whole or not at all. Fails with `AlreadyExists` if the path exists.
pub fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    clear_leftovers(folder_of(path)?);
    temporary(path, bytes)?.persist_noclobber(path)?;
    Ok(())
}

/// How the names of temporary files begin.
const PREFIX: &str = ".ita-report-";

/// Whether a path is that of a temporary file of this program.
pub(super) fn is_temporary(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX))
}

/// Writes a temporary file next to the target. It is locked as long as it is open, so that other runs can tell it from
/// one that a killed run left behind.
fn temporary(target: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = folder_of(target)?;
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    let usual = usual_permissions();
    if let Some(permissions) = usual {
        builder.permissions(permissions);
    }
    let mut file = loop {
        let file = builder.tempfile_in(folder)?;
        // File systems without locks also keep others from clearing the file.
        let _ = file.as_file().lock();
        // Another run may have cleared it before it was locked.
        if file.path().exists() {
            break file;
        }
    };
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Removes the temporary files that killed runs left in a folder. Those of runs that still write are locked.
fn clear_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX)
            && entry.file_type().is_ok_and(|kind| kind.is_file());
        // Nothing else is opened: that would wait at a pipe, and some devices do something when they are opened.
        if is_ours
            && let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn folder_of(target: &Path) -> io::Result<&Path> {
    match target.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Ok(Path::new(".")),
        Some(parent) => Ok(parent),
        None => Err(io::ErrorKind::IsADirectory.into()),
    }
}

/// The usual permissions of a new file, before the umask. By default, only the owner can read a temporary file.
#[cfg(unix)]
fn usual_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<Permissions> {
    None
}
