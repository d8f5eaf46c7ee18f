//! Writes files whole or not at all: first to a temporary file next to the target, which then takes the target's name.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// Writes files and replaces existing ones. All temporary files are written before the first one is renamed, so that a
/// failure to write leaves the old files unchanged. The error contains the path of the file that could not be written.
pub fn write_whole(files: &[(PathBuf, &[u8])]) -> Result<(), (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for (path, bytes) in files {
        let target = link_target(path);
        let prepared = prepare(&target, bytes).map_err(|error| (path.clone(), error))?;
        written.extend(prepared.map(|file| (path, target, file)));
    }
    for (path, target, file) in written {
        file.persist(target).map_err(|error| (path.clone(), error.error))?;
    }
    Ok(())
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
        Err(_) => temporary(target, bytes).map(Some),
    }
}

/// Writes a new file, whole or not at all. Fails with `AlreadyExists` if the path exists.
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
