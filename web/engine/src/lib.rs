//! The library for JavaScript: takes a report file and returns the files of a document, all in memory.

use std::str::FromStr;

use ita_report::export::{Format, Made};
use ita_report::files::MemoryFiles;
use ita_report::{Document, Engine, Profile};
use wasm_bindgen::prelude::*;

/// A file of a document.
#[wasm_bindgen(getter_with_clone)]
pub struct OutputFile {
    /// Its name, see [`ita_report::export::OutputFile`].
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Makes a document of a report file. The report must not name other files, such as pictures. `document` and `format`
/// are names as in the command's `--document` and `--format`. Throws an error that lists all faults if the report has
/// errors.
#[wasm_bindgen]
pub fn make(report: &[u8], document: &str, format: &str) -> Result<Vec<OutputFile>, JsError> {
    let (document, format): (Document, Format) = (named(document)?, named(format)?);
    let engine = Engine::new();
    let loaded = engine.load("report.toml", report, &MemoryFiles::new());
    let Some(report) = loaded.valid_report() else {
        let faults: Vec<String> = loaded.diagnostics.iter().map(|found| found.fault.to_string()).collect();
        return Err(JsError::new(&faults.join("\n")));
    };
    let Made { files, .. } = engine.make(report, document, format, Profile::Web)?;
    Ok(files.into_iter().map(|file| OutputFile { name: file.name, bytes: file.bytes }).collect())
}

fn named<T: FromStr>(name: &str) -> Result<T, JsError> {
    name.parse().map_err(|_| JsError::new(&format!("{name} is not known")))
}
