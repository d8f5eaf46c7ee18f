//! The report files that the arguments name. A folder stands for the report files in it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::outcome::Failure;
use super::typed::{quoted, unquoted_name};

/// A report file has one of these lines. Other TOML files, such as rules of the assessment, have none.
static REPORT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t]*(?:fiscal_year[ \t]*=|\[\[?[ \t]*(?:agency|measures)[ \t]*\])")
        .expect("a pattern")
});

/// So many bytes of a file are searched for such a line.
const SEARCHED: u64 = 1 << 20;

/// The files among the paths, and in place of each folder the report files in it and in the folders below, by name. Fails if
/// a folder has none.
pub(super) fn report_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    whole_names(paths)?;
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        add_reports_in(path, &mut files);
        if files.len() == before {
            return Err(Failure::Message("no-reports", vec![("path", path.as_path().into())]));
        }
    }
    Ok(files)
}

/// Fails if several of the paths are the words of one name.
fn whole_names(paths: &[PathBuf]) -> Result<(), Failure> {
    match unquoted_name(paths) {
        Some(name) => Err(Failure::Message("unquoted-name", vec![("path", name.as_path().into())])),
        None => Ok(()),
    }
}

/// Fails if one of the paths is a folder, and names the report files in it.
pub(super) fn files_only(paths: &[PathBuf]) -> Result<(), Failure> {
    const MOST_NAMED: usize = 3;
    whole_names(paths)?;
    let Some(folder) = paths.iter().find(|path| path.is_dir()) else { return Ok(()) };
    let mut files = Vec::new();
    add_reports_in(folder, &mut files);
    let named: Vec<String> =
        files.iter().take(MOST_NAMED).map(|file| quoted(&file.to_string_lossy())).collect();
    let arguments =
        [("path", folder.as_path().into()), ("files", (!named.is_empty()).then(|| named.join(" ")).into())];
    Err(Failure::Message("is-a-folder", arguments.to_vec()))
}

/// Adds the report files in a folder. Hidden ones and those behind links to folders are left out.
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
            Ok(_) if is_toml(&path) && is_report(&path) => files.push(path),
            _ => {}
        }
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

fn is_report(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let is_file = fs::metadata(path).is_ok_and(|there| there.is_file());
    // What cannot be read is a report, so that the reason is said.
    let read = || fs::File::open(path)?.take(SEARCHED).read_to_end(&mut bytes);
    is_file && ({ read }().is_err() || REPORT.is_match(&bytes))
}
