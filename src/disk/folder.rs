//! A folder in the real file system. No name leads outside it, not even through a symbolic link.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::files::{Bytes, FileFault, Files, MAX_BYTES, plain_name};

/// A folder with a cache of the files that were read from it. Each file is read only once. Later reads return the same
/// bytes, even if the file has changed.
pub struct Folder {
    path: PathBuf,
    cache: Mutex<BTreeMap<PathBuf, Bytes>>,
}

impl Folder {
    /// Creates a folder from its path. The empty path means the current folder.
    pub fn new(path: &Path) -> Self {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Folder { path: path.to_owned(), cache: Mutex::default() }
    }

    /// Creates the folder that contains a file.
    pub fn of_file(file: &Path) -> Self {
        Folder::new(file.parent().unwrap_or(Path::new("")))
    }

    /// The canonical paths of all files that were read so far.
    pub fn read_files(&self) -> Vec<PathBuf> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }

    /// The canonical path of a name. Fails with [`FileFault::Outside`] if it is not below the folder.
    fn real_path(&self, name: &str) -> Result<PathBuf, FileFault> {
        let name = plain_name(name)?;
        let root = self.path.canonicalize().map_err(fault)?;
        let path = root.join(name).canonicalize().map_err(fault)?;
        if path.starts_with(&root) { Ok(path) } else { Err(FileFault::Outside) }
    }
}

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Bytes, FileFault> {
        let path = self.real_path(name)?;
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = cache.get(&path) {
            return Ok(bytes.clone());
        }
        let bytes = read_file(&path)?;
        cache.insert(path, bytes.clone());
        Ok(bytes)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, FileFault> {
        let path = self.real_path(folder)?;
        if !path.is_dir() {
            return Err(FileFault::NotAFolder);
        }
        let entries = fs::read_dir(&path).map_err(fault)?;
        // Only folders are left out here. `read` refuses devices, pipes and links that lead outside.
        let files = entries.flatten().filter(|entry| !entry.path().is_dir());
        let mut names: Vec<String> = files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        Ok(names)
    }

    fn folders(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = self.real_path(folder).and_then(|path| fs::read_dir(path).map_err(fault)) else {
            return Vec::new();
        };
        let folders = entries.flatten().filter(|entry| entry.path().is_dir());
        let mut names: Vec<String> =
            folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        names
    }
}

/// Reads a file. Devices and pipes are refused without opening them, because that could block forever.
fn read_file(path: &Path) -> Result<Bytes, FileFault> {
    if !fs::metadata(path).map_err(fault)?.is_file() {
        return Err(FileFault::NotAFile);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(fault)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() as u64 > MAX_BYTES { Err(FileFault::TooLarge) } else { Ok(bytes.into()) }
}

fn fault(error: io::Error) -> FileFault {
    match error.kind() {
        // `NotADirectory`: the path continues below a file, so there is nothing at its end.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileFault::Missing,
        io::ErrorKind::IsADirectory => FileFault::NotAFile,
        _ => FileFault::Unreadable(error.to_string()),
    }
}
