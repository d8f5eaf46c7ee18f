//! Finds the report files in a folder.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::bytes::Regex;

use crate::files::MAX_BYTES;

/// A report file has one of these lines. Other TOML files, such as rules of the assessment, have none.
static REPORT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t]*(?:fiscal_year[ \t]*=|\[\[?[ \t]*(?:agency|measures)[ \t]*\])")
        .expect("a pattern")
});

/// So many bytes of a file are searched for such a line.
const SEARCHED: u64 = 1 << 20;

/// The report files in a folder and in the folders below, by name. Hidden ones and those behind links to folders are left
/// out.
pub fn reports_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    add_reports_in(folder, &mut files);
    files
}

fn add_reports_in(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => add_reports_in(&path, files),
            Ok(_) if is_report_file(&path) => files.push(path),
            _ => {}
        }
    }
}

/// Whether a file is called `.toml` and has a line that only reports have.
pub fn is_report_file(path: &Path) -> bool {
    let is_toml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    is_toml && is_report(path)
}

fn is_report(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let is_file = fs::metadata(path).is_ok_and(|there| there.is_file());
    // What cannot be read is a report, so that the reason is said.
    let read = || fs::File::open(path)?.take(SEARCHED).read_to_end(&mut bytes);
    is_file && ({ read }().is_err() || REPORT.is_match(&bytes))
}

/// Reads a file to its end. Fails if it is larger than [`MAX_BYTES`].
pub fn read_to_limit(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
