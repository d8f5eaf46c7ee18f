//! Writing files whole or not at all: into a temporary file beside the target, which then takes its name.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// Writes the bytes under that name, in place of what was there. On failure the old file is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link keeps pointing at its file, and the file behind it is the one that changes.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match fs::metadata(path) {
        // Devices and pipes have no whole: what is written is gone.
        Ok(there) if !there.is_file() && !there.is_dir() => return fs::write(path, bytes),
        Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) => {
            let file = temporary(path, bytes)?;
            fs::set_permissions(file.path(), there.permissions())?;
            file.persist(path)?;
        }
        Err(_) => {
            temporary(path, bytes)?.persist(path)?;
        }
    }
    Ok(())
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
