//! Writing files whole or not at all: into a temporary file beside the target, which then takes its name.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// Writes files under their names, in place of what was there. All are written before the first takes its name, so
/// that a failure leaves the old ones as they were. On failure: the file that could not be written, and why.
pub fn write_whole(files: &[(PathBuf, &[u8])]) -> Result<(), (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for (path, bytes) in files {
        let target = behind_links(path);
        let prepared = prepare(&target, bytes).map_err(|error| (path.clone(), error))?;
        written.extend(prepared.map(|file| (path, target, file)));
    }
    for (path, target, file) in written {
        file.persist(target).map_err(|error| (path.clone(), error.error))?;
    }
    Ok(())
}

/// The file that a name stands for: a link keeps pointing at its file, and that file is the one that changes.
fn behind_links(path: &Path) -> PathBuf {
    let dangling = || Some(path.parent()?.join(fs::read_link(path).ok()?));
    path.canonicalize().ok().or_else(dangling).unwrap_or_else(|| path.to_owned())
}

/// The bytes in a temporary file beside the target; none where the target is a device or a pipe, which has no whole
/// and is written at once.
fn prepare(target: &Path, bytes: &[u8]) -> io::Result<Option<NamedTempFile>> {
    match fs::metadata(target) {
        Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => fs::write(target, bytes).map(|()| None),
        Ok(there) => {
            let file = temporary(target, bytes)?;
            fs::set_permissions(file.path(), there.permissions())?;
            Ok(Some(file))
        }
        Err(_) => temporary(target, bytes).map(Some),
    }
}

/// Writes the bytes under a name that nothing has yet; fails with `AlreadyExists` where something has.
pub fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary(path, bytes)?.persist_noclobber(path)?;
    Ok(())
}

fn temporary(target: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = match target.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => return Err(io::ErrorKind::IsADirectory.into()),
    };
    let mut builder = Builder::new();
    builder.prefix(".ita-report-");
    let usual = usual_permissions();
    if let Some(permissions) = usual {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// What a new file may be, less the user's umask; temporary files are for their owner alone by default.
#[cfg(unix)]
fn usual_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<Permissions> {
    None
}
