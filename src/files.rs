//! What comes from outside, as values: names in, bytes out. The library reads files in no other way.

use std::collections::BTreeMap;
use std::sync::Arc;

use thiserror::Error;

/// The content of a file. It is shared, not copied.
pub type Bytes = Arc<[u8]>;

/// The largest file that is read: 50 MiB.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;

/// Files beside a report, or in a folder of templates.
pub trait Files {
    /// The content of a file. Its name is relative, with `/` between folders, and may not lead outside.
    fn read(&self, name: &str) -> Result<Bytes, FileFault>;

    /// The names of the files in a folder, in order. `.` is the folder that names are relative to.
    fn list(&self, folder: &str) -> Result<Vec<String>, FileFault>;
}

/// Why a file cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FileFault {
    /// The name is an absolute path.
    #[error("an absolute path")]
    Absolute,
    /// The name leads outside, by itself or by a link.
    #[error("outside the folder")]
    Outside,
    /// There is no such file or folder.
    #[error("no such file")]
    Missing,
    /// It is a folder, a device or a pipe.
    #[error("not a file")]
    NotAFile,
    /// It is not a folder.
    #[error("not a folder")]
    NotAFolder,
    /// It has more than 50 MiB.
    #[error("more than 50 MiB")]
    TooLarge,
    /// The system gives another reason.
    #[error("{0}")]
    Unreadable(String),
}

/// A name in its plain form, without `.` and empty parts; the folder itself is the empty name. A name that is absolute
/// on any system is refused on all of them, so that a report that works on one machine works on the others.
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

/// Files in memory, by their names.
#[derive(Debug, Clone, Default)]
pub struct MemoryFiles(BTreeMap<String, Bytes>);

impl MemoryFiles {
    /// No files at all.
    pub fn new() -> Self {
        MemoryFiles::default()
    }

    /// Adds a file. One of the same name is replaced.
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
        assert_eq!(files.list("logo.svg"), Err(FileFault::NotAFolder));
        assert_eq!(
            (files.read("fonts"), files.read("none")),
            (Err(FileFault::NotAFile), Err(FileFault::Missing))
        );
    }
}
