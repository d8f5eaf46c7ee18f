//! File access as values: a name in, bytes out. The library reads files in no other way.

use std::collections::BTreeMap;
use std::sync::Arc;

use thiserror::Error;

/// The content of a file. Clones share the same data.
pub type Bytes = Arc<[u8]>;

/// The size limit for files that are read: 50 MiB.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;

/// The files next to a report, or those in a folder of templates.
pub trait Files {
    /// Returns the content of a file. The name is relative, uses `/` between folders and must not lead outside.
    fn read(&self, name: &str) -> Result<Bytes, FileFault>;

    /// Returns the sorted names of the files in a folder, without subfolders. `.` is the folder that names are relative
    /// to.
    fn list(&self, folder: &str) -> Result<Vec<String>, FileFault>;

    /// Returns the sorted names of the folders in a folder, so that messages can name a file that was probably meant.
    /// Where it returns none, they name only files beside the report.
    fn folders(&self, _folder: &str) -> Vec<String> {
        Vec::new()
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FileFault {
    /// The name is an absolute path.
    #[error("an absolute path")]
    Absolute,
    /// The name leads outside the folder, through `..` or a symbolic link.
    #[error("outside the folder")]
    Outside,
    /// There is no such file or folder.
    #[error("no such file")]
    Missing,
    /// It is a folder, a device or a pipe, not a regular file.
    #[error("not a file")]
    NotAFile,
    /// It is not a folder.
    #[error("not a folder")]
    NotAFolder,
    /// It is larger than 50 MiB.
    #[error("more than 50 MiB")]
    TooLarge,
    /// It cannot be read for another reason, in the system's words.
    #[error("{0}")]
    Unreadable(String),
}

/// Normalizes a name: removes `.` and empty parts. The folder itself becomes the empty string. Names that are absolute
/// on Unix or on Windows are refused on every system, so that a report works on all machines or on none.
pub fn plain_name(name: &str) -> Result<String, FileFault> {
    let drive = matches!(name.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    if drive || name.starts_with(['/', '\\']) {
        return Err(FileFault::Absolute);
    }
    if name.split(['/', '\\']).any(|part| part == "..") {
        return Err(FileFault::Outside);
    }
    let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    Ok(parts.join("/"))
}

/// Files in memory, by name.
#[derive(Debug, Clone, Default)]
pub struct MemoryFiles(BTreeMap<String, Bytes>);

impl MemoryFiles {
    /// Creates an empty set of files.
    pub fn new() -> Self {
        MemoryFiles::default()
    }

    /// Adds a file, or replaces the file of the same name. Fails if the name is absolute or leads outside.
    pub fn insert(&mut self, name: &str, bytes: impl Into<Bytes>) -> Result<(), FileFault> {
        self.0.insert(plain_name(name)?, bytes.into());
        Ok(())
    }
}

impl Files for MemoryFiles {
    fn read(&self, name: &str) -> Result<Bytes, FileFault> {
        let name = plain_name(name)?;
        match self.0.get(&name) {
            Some(bytes) if bytes.len() as u64 > MAX_BYTES => Err(FileFault::TooLarge),
            Some(bytes) => Ok(bytes.clone()),
            None if self.list(&name).is_ok() => Err(FileFault::NotAFile),
            None => Err(FileFault::Missing),
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, FileFault> {
        let folder = plain_name(folder)?;
        if self.0.contains_key(&folder) {
            return Err(FileFault::NotAFolder);
        }
        let prefix = if folder.is_empty() { folder } else { folder + "/" };
        let mut below = self.0.keys().filter_map(|name| name.strip_prefix(&prefix)).peekable();
        if below.peek().is_none() && !prefix.is_empty() {
            return Err(FileFault::Missing);
        }
        Ok(below.filter(|name| !name.contains('/')).map(str::to_owned).collect())
    }

    fn folders(&self, folder: &str) -> Vec<String> {
        let Ok(folder) = plain_name(folder) else { return Vec::new() };
        let prefix = if folder.is_empty() { folder } else { folder + "/" };
        let below = self.0.keys().filter_map(|name| name.strip_prefix(&prefix));
        let mut folders: Vec<String> =
            below.filter_map(|name| Some(name.split_once('/')?.0.to_owned())).collect();
        folders.dedup();
        folders
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_one_form_and_lead_nowhere_else() {
        assert_eq!(plain_name("./photos//a.png"), Ok("photos/a.png".to_owned()));
        assert_eq!(plain_name("."), Ok(String::new()));
        for absolute in ["/etc/passwd", "\\\\server\\a", "C:\\a.png", "c:a.png"] {
            assert_eq!(plain_name(absolute), Err(FileFault::Absolute), "{absolute}");
        }
        for outside in ["..", "../a", "a/../../b", "a\\..\\b"] {
            assert_eq!(plain_name(outside), Err(FileFault::Outside), "{outside}");
        }
    }

    #[test]
    fn files_in_memory_are_read_and_listed() {
        let mut files = MemoryFiles::new();
        for name in ["logo.svg", "fonts/b.ttf", "fonts/a.ttf", "fonts/old/c.ttf"] {
            files.insert(name, name.as_bytes()).unwrap();
        }
        assert_eq!(files.read("./logo.svg").as_deref(), Ok(b"logo.svg".as_slice()));
        assert_eq!(files.list("fonts/"), Ok(vec!["a.ttf".to_owned(), "b.ttf".to_owned()]));
        assert_eq!(files.list("."), Ok(vec!["logo.svg".to_owned()]));
        assert_eq!(
            (files.folders("."), files.folders("fonts")),
            (vec!["fonts".to_owned()], vec!["old".to_owned()])
        );
        assert_eq!(files.list("logo.svg"), Err(FileFault::NotAFolder));
        assert_eq!(
            (files.read("fonts"), files.read("none")),
            (Err(FileFault::NotAFile), Err(FileFault::Missing))
        );
    }
}
