//! What is known of finished reports: one small file for each, in a hidden folder in the folder of the batch.
//!
//! A single journal would need a lock, or one journal for each run, because several machines may make parts of a batch at
//! the same time and append to a file on a network drive only at the risk of torn lines. A file for each report is
//! written by one run only, is there whole or not at all, and is read only when its report's turn comes, so that memory
//! stays flat. It is written after the documents. What a run was killed at in between is made again, and gives the same
//! bytes.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fingerprint::{Answers, Digest, Fingerprint};
use crate::disk::{WriteFault, Writer};

/// The name of the folder.
pub(super) const FOLDER: &str = ".ita-report-batch";

/// What is known of a finished report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its planned name.
    pub name: String,
    /// The hash of the report file, of the options and of the program.
    pub(super) made_from: Digest,
    /// What the report asked about the files beside it.
    pub(super) asked: Answers,
    /// The documents that were written.
    pub documents: Vec<RecordedDocument>,
    /// The agency.
    pub agency: String,
    /// The fiscal year.
    pub year: String,
    /// The announced total of that year, with two decimal places.
    pub total: Option<String>,
    /// The level of that year.
    pub level: Option<String>,
    /// The number of errors despite which the documents were made.
    pub errors: usize,
    /// The number of warnings.
    pub warnings: usize,
}

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedDocument {
    /// The name of the document, such as `report`.
    pub document: String,
    /// The number of its pages.
    pub pages: usize,
    /// The path of its folder, if it is one.
    pub(super) folder: Option<String>,
    /// Its files: their paths below the folder of the batch with `/` between folders, and the hashes of their contents.
    pub(super) files: Vec<(String, Digest)>,
}

/// The file that a folder is set from.
const MAIN: &str = "main.typ";

impl RecordedDocument {
    /// The paths of its folder or of its files, below the folder of the batch.
    pub fn outputs(&self) -> Vec<&str> {
        match &self.folder {
            Some(folder) => vec![folder],
            None => self.files.iter().map(|(path, _)| path.as_str()).collect(),
        }
    }

    /// The path of its file, of its first page, or of the main file in its folder.
    pub fn first(&self) -> String {
        match &self.folder {
            Some(folder) => format!("{folder}/{MAIN}"),
            None => self.outputs().first().copied().unwrap_or_default().to_owned(),
        }
    }
}

impl Record {
    /// Whether all documents are there as they were written.
    pub(super) fn is_written(&self, output: &Path) -> bool {
        let is_same = |(path, digest): &(String, Digest)| {
            let path = output.join(path);
            path.is_file() && Digest::of_file(&path).is_ok_and(|now| now == *digest)
        };
        self.documents.iter().all(|document| document.files.iter().all(is_same))
    }
}

/// The records of a batch. Runs that make other documents or other formats of the same reports have records of their own.
pub(super) struct Records {
    folder: PathBuf,
    kind: String,
}

impl Records {
    /// The records in the folder of a batch. `kind` says which documents are made.
    pub fn new(output: &Path, kind: String) -> Self {
        Records { folder: output.join(FOLDER), kind }
    }

    /// The folder that they are in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The record of a report. `None` if there is none that can be read.
    pub fn load(&self, name: &str) -> Option<Record> {
        let text = std::fs::read(self.path(name)).ok()?;
        serde_json::from_slice(&text).ok().filter(|record: &Record| record.name == name)
    }

    /// Writes the record of a report.
    pub fn save(&self, record: &Record, writer: &Writer) -> Result<(), WriteFault> {
        let path = self.path(&record.name);
        let json = serde_json::to_vec(record).map_err(|error| WriteFault::Io(path.clone(), error.into()))?;
        writer.write(&[(path, &json)]).map_err(|(path, error)| WriteFault::Io(path, error))
    }

    fn path(&self, name: &str) -> PathBuf {
        let mut key = Fingerprint::new();
        key.add(name.as_bytes());
        key.add(self.kind.as_bytes());
        self.folder.join(format!("{}.json", key.finish()))
    }
}
