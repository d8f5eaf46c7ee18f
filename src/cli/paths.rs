//! The report files that the arguments name. A folder stands for the report files in it.

use std::path::PathBuf;

use super::outcome::Failure;
use super::typed::{quoted, unquoted_name};
use crate::disk::reports_in;

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
        let found = reports_in(path);
        if found.is_empty() {
            return Err(Failure::Message("no-reports", vec![("path", path.as_path().into())]));
        }
        files.extend(found);
    }
    Ok(files)
}

/// Fails if several of the paths are the words of one name.
pub(super) fn whole_names(paths: &[PathBuf]) -> Result<(), Failure> {
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
    let files = reports_in(folder);
    let named: Vec<String> =
        files.iter().take(MOST_NAMED).map(|file| quoted(&file.to_string_lossy())).collect();
    let arguments =
        [("path", folder.as_path().into()), ("files", (!named.is_empty()).then(|| named.join(" ")).into())];
    Err(Failure::Message("is-a-folder", arguments.to_vec()))
}
