//! The library for JavaScript: a report file in, the files of a document out, all in memory.

use std::str::FromStr;

use ita_report::export::{Format, Made};
use ita_report::files::MemoryFiles;
use ita_report::{Document, Engine, Profile};
use wasm_bindgen::prelude::*;

/// A file of a document.
#[wasm_bindgen(getter_with_clone)]
pub struct OutputFile {
    /// Its name, as [`ita_report::export::OutputFile`] has it.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Makes a document of a report file that names no other files. `document` and `format` are named as the command names
/// them.
#[wasm_bindgen]
pub fn make(report: &[u8], document: &str, format: &str) -> Result<Vec<OutputFile>, JsError> {
    let (document, format): (Document, Format) = (named(document)?, named(format)?);
    let engine = Engine::new();
    let loaded = engine.load("report.toml", report, &MemoryFiles::new());
    let Some(report) = loaded.sound() else {
        let faults: Vec<String> = loaded.diagnostics.iter().map(|found| found.fault.to_string()).collect();
        return Err(JsError::new(&faults.join("\n")));
    };
    let Made { files, .. } = engine.make(report, document, format, Profile::Web)?;
    Ok(files.into_iter().map(|file| OutputFile { name: file.name, bytes: file.bytes }).collect())
}

fn named<T: FromStr>(name: &str) -> Result<T, JsError> {
    name.parse().map_err(|_| JsError::new(&format!("{name} is not known")))
}
