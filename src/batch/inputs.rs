//! Finds the report files that the arguments stand for: files, folders, and patterns such as `reports/*/2567*.toml`.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf, absolute};

use glob::{MatchOptions, glob_with};

use crate::disk::{is_report_file, reports_in};

/// The report files of a batch.
pub struct Found {
    /// The folder that everything given is in. Names of documents keep the folders below it.
    pub base: PathBuf,
    /// The files in the order in which they were given, each once.
    pub files: Vec<PathBuf>,
}

/// Why the files cannot be told.
#[derive(Debug)]
pub enum FindFault {
    /// There are no report files in the folder.
    EmptyFolder(PathBuf),
    /// The pattern stands for no report files.
    NoMatch(String),
    /// The pattern is malformed, with the reason in English.
    BadPattern(String, String),
}

/// Finds the report files. A folder stands for those in it and below. A pattern stands for the report files and folders
/// that match it, unless a file has this name. Any other path is taken for a report file, even if there is none.
pub fn find(paths: &[PathBuf]) -> Result<Found, FindFault> {
    let mut files = Vec::new();
    let mut base: Option<PathBuf> = None;
    for path in paths {
        let given = plain(path);
        let folder = if path.is_dir() {
            let found = reports_in(path);
            if found.is_empty() {
                return Err(FindFault::EmptyFolder(path.clone()));
            }
            files.extend(found);
            given
        } else if path.exists() || !is_pattern(path) {
            files.push(path.clone());
            given.parent().map(Path::to_owned).unwrap_or_default()
        } else {
            files.extend(matching(path)?);
            let fixed = path.ancestors().find(|part| !is_pattern(part)).unwrap_or(path);
            plain(if fixed.as_os_str().is_empty() { Path::new(".") } else { fixed })
        };
        base = Some(base.map_or(folder.clone(), |base| common(&base, &folder)));
    }
    let mut seen = HashSet::new();
    files.retain(|file| seen.insert(plain(file)));
    Ok(Found { base: base.unwrap_or_default(), files })
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// The report files that match a pattern, and those in folders that match it.
fn matching(pattern: &Path) -> Result<Vec<PathBuf>, FindFault> {
    let text = pattern.to_string_lossy().into_owned();
    let options = MatchOptions {
        case_sensitive: !cfg!(windows),
        require_literal_separator: true,
        require_literal_leading_dot: true,
    };
    let matches = glob_with(&text, options)
        .map_err(|error| FindFault::BadPattern(text.clone(), error.msg.to_owned()))?;
    let mut files = Vec::new();
    // What cannot be read on the way is no match.
    for path in matches.flatten() {
        if path.is_dir() {
            files.extend(reports_in(&path));
        } else if is_report_file(&path) {
            files.push(path);
        }
    }
    if files.is_empty() { Err(FindFault::NoMatch(text)) } else { Ok(files) }
}

/// The absolute path without `.` and `..`. Links are not followed, so that names are as they were given.
pub(super) fn plain(path: &Path) -> PathBuf {
    let whole = absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

/// The folder that both are in.
fn common(a: &Path, b: &Path) -> PathBuf {
    a.components().zip(b.components()).take_while(|(a, b)| a == b).map(|(part, _)| part).collect()
}
