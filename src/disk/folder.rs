//! A folder in the real file system. No name leads outside it, not even through a symbolic link.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use crate::files::{Bytes, FileFault, Files, MAX_BYTES, plain_name};

/// A folder with a cache of the files that were read from it. Each file is read only once. Later reads return the same
/// bytes, even if the file has changed, until [`Folder::refresh`].
pub struct Folder {
    path: PathBuf,
    used: Mutex<Used>,
}

/// What was asked of a folder.
#[derive(Default)]
struct Used {
    cache: BTreeMap<PathBuf, Cached>,
    /// The paths of the files that were asked for, whether they are there or not.
    asked: BTreeSet<PathBuf>,
    /// The folders whose files were listed.
    listed: BTreeSet<PathBuf>,
}

struct Cached {
    bytes: Bytes,
    /// When the file was last written. `None` if it may be written again without another time, because the time was so near.
    written: Option<SystemTime>,
}

/// File systems tell times this exactly, or better.
const EXACTNESS: Duration = Duration::from_secs(2);

impl Folder {
    /// Creates a folder from its path. The empty path means the current folder.
    pub fn new(path: &Path) -> Self {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Folder { path: path.to_owned(), used: Mutex::default() }
    }

    /// Creates the folder that contains a file.
    pub fn of_file(file: &Path) -> Self {
        Folder::new(file.parent().unwrap_or(Path::new("")))
    }

    /// The canonical paths of all files that were read so far.
    pub fn read_files(&self) -> Vec<PathBuf> {
        self.used().cache.keys().cloned().collect()
    }

    /// Forgets the files that may have changed since they were read, and what was asked for.
    pub fn refresh(&self) {
        let mut used = self.used();
        used.cache.retain(|path, cached| {
            let is_same = |there: fs::Metadata| {
                there.len() == cached.bytes.len() as u64 && there.modified().ok() == cached.written
            };
            cached.written.is_some() && fs::metadata(path).is_ok_and(is_same)
        });
        (used.asked, used.listed) = Default::default();
    }

    /// The paths of the files that were asked for since [`Folder::refresh`], also those that are not there.
    pub fn asked(&self) -> BTreeSet<PathBuf> {
        self.used().asked.clone()
    }

    /// The folders whose files were listed since [`Folder::refresh`].
    pub fn listed(&self) -> BTreeSet<PathBuf> {
        self.used().listed.clone()
    }

    fn used(&self) -> MutexGuard<'_, Used> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The canonical path of a name. Fails with [`FileFault::Outside`] if it is not below the folder.
    fn real_path(&self, name: &str) -> Result<PathBuf, FileFault> {
        let name = plain_name(name)?;
        let root = self.path.canonicalize().map_err(fault)?;
        let path = root.join(name);
        self.used().asked.insert(path.clone());
        let path = path.canonicalize().map_err(fault)?;
        if path.starts_with(&root) { Ok(path) } else { Err(FileFault::Outside) }
    }
}

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Bytes, FileFault> {
        let path = self.real_path(name)?;
        let mut used = self.used();
        used.asked.insert(path.clone());
        if let Some(cached) = used.cache.get(&path) {
            return Ok(cached.bytes.clone());
        }
        let cached = read_file(&path)?;
        let bytes = cached.bytes.clone();
        used.cache.insert(path, cached);
        Ok(bytes)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, FileFault> {
        let path = self.real_path(folder)?;
        if !path.is_dir() {
            return Err(FileFault::NotAFolder);
        }
        self.used().listed.insert(path.clone());
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
fn read_file(path: &Path) -> Result<Cached, FileFault> {
    let now = SystemTime::now();
    let there = fs::metadata(path).map_err(fault)?;
    if !there.is_file() {
        return Err(FileFault::NotAFile);
    }
    let is_past = |time: &SystemTime| now.duration_since(*time).is_ok_and(|age| age > EXACTNESS);
    let written = there.modified().ok().filter(is_past);
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(fault)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() as u64 > MAX_BYTES {
        Err(FileFault::TooLarge)
    } else {
        Ok(Cached { bytes: bytes.into(), written })
    }
}

fn fault(error: io::Error) -> FileFault {
    match error.kind() {
        // `NotADirectory`: the path continues below a file, so there is nothing at its end.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileFault::Missing,
        io::ErrorKind::IsADirectory => FileFault::NotAFile,
        _ => FileFault::Unreadable(error.to_string()),
    }
}
