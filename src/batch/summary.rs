//! What came of a batch, as counts and as a JSON file.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::job::Batch;
use super::names::Planned;
use super::record::Record;
use super::shard::Shard;
use crate::disk::WriteFault;

/// How the work on a report ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SummaryState {
    /// Its documents were made.
    Made,
    /// Its documents were made despite errors.
    Forced,
    /// Its documents were there already.
    UpToDate,
    /// It has errors.
    Errors,
    /// It could not be read, or its documents could not be written or made.
    Failed,
    /// The batch was stopped before it was begun.
    Left,
}

/// Why there are no documents of a report, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FailureText {
    /// The code of the error or of the message.
    pub code: String,
    /// The file that it is in.
    pub file: String,
    /// Its line from 1, if the error has one.
    pub line: Option<usize>,
    /// Its column from 1, in characters.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
}

/// The little that is kept of a report that is finished. The rest is in its record.
#[derive(Debug, Clone)]
pub struct SummaryEntry {
    /// How the work ended.
    pub state: SummaryState,
    /// The numbers of errors and warnings that were found.
    pub findings: (usize, usize),
    /// How long it took, in seconds.
    pub seconds: f32,
    /// Why there are no documents.
    pub failure: Option<Box<FailureText>>,
}

/// What came of a run, in the order of its reports.
pub struct Summary {
    entries: Vec<Option<SummaryEntry>>,
}

impl Summary {
    /// A summary of so many reports, none of which is finished.
    pub fn new(reports: usize) -> Self {
        Summary { entries: vec![None; reports] }
    }

    /// Adds what came of a report.
    pub fn set(&mut self, number: usize, entry: SummaryEntry) {
        self.entries[number] = Some(entry);
    }

    /// The number of reports in this state.
    pub fn count(&self, state: SummaryState) -> usize {
        self.states().filter(|other| *other == state).count()
    }

    /// Why there are no documents, with the numbers of the reports.
    pub fn failures(&self) -> impl Iterator<Item = (usize, &FailureText)> {
        let entries = self.entries.iter().enumerate();
        entries.filter_map(|(number, entry)| Some((number, entry.as_ref()?.failure.as_deref()?)))
    }

    fn states(&self) -> impl Iterator<Item = SummaryState> {
        self.entries.iter().map(|entry| entry.as_ref().map_or(SummaryState::Left, |entry| entry.state))
    }

    /// Writes the summary as JSON, with what is known of each report.
    pub fn write(
        &self,
        path: &Path,
        batch: &Batch,
        reports: &[Planned],
        shard: Option<Shard>,
        seconds: f32,
    ) -> Result<(), WriteFault> {
        let records = batch.records();
        let report = |(report, entry): (&Planned, &Option<SummaryEntry>)| {
            let state = entry.as_ref().map_or(SummaryState::Left, |entry| entry.state);
            let is_there =
                matches!(state, SummaryState::Made | SummaryState::Forced | SummaryState::UpToDate);
            let record = is_there.then(|| records.load(&report.name)).flatten();
            JsonReport::new(report, state, entry.as_ref(), record, batch)
        };
        let count = |state| self.count(state);
        let json = JsonSummary {
            version: env!("CARGO_PKG_VERSION"),
            shard: shard.map(|shard| shard.numbers()).map(|(number, of)| JsonShard { number, of }),
            seconds,
            files: self.entries.len(),
            made: count(SummaryState::Made),
            forced: count(SummaryState::Forced),
            up_to_date: count(SummaryState::UpToDate),
            errors: count(SummaryState::Errors),
            failed: count(SummaryState::Failed),
            left: count(SummaryState::Left),
            reports: reports.iter().zip(&self.entries).map(report).collect(),
        };
        let failed = |error: io::Error| WriteFault::Io(path.to_owned(), error);
        let mut bytes = serde_json::to_vec_pretty(&json).map_err(|error| failed(error.into()))?;
        bytes.push(b'\n');
        batch.writer.write(&[(path.to_owned(), &bytes)]).map_err(|(path, error)| WriteFault::Io(path, error))
    }
}

#[derive(Serialize)]
struct JsonSummary {
    version: &'static str,
    shard: Option<JsonShard>,
    seconds: f32,
    /// The numbers of all reports and of those in each state.
    files: usize,
    made: usize,
    forced: usize,
    up_to_date: usize,
    errors: usize,
    failed: usize,
    left: usize,
    reports: Vec<JsonReport>,
}

#[derive(Serialize)]
struct JsonShard {
    number: u64,
    of: u64,
}

#[derive(Serialize)]
struct JsonReport {
    input: String,
    outcome: SummaryState,
    outputs: Vec<String>,
    pages: usize,
    agency: Option<String>,
    year: Option<String>,
    total: Option<String>,
    level: Option<String>,
    errors: usize,
    warnings: usize,
    seconds: Option<f32>,
    first_error: Option<FailureText>,
}

impl JsonReport {
    fn new(
        report: &Planned,
        outcome: SummaryState,
        entry: Option<&SummaryEntry>,
        record: Option<Record>,
        batch: &Batch,
    ) -> Self {
        let documents = record.iter().flat_map(|record| &record.documents);
        let outputs = documents.clone().flat_map(|document| document.outputs());
        let (errors, warnings) = entry.map(|entry| entry.findings).unwrap_or_default();
        JsonReport {
            input: report.input.display().to_string(),
            outcome,
            outputs: outputs.map(|path| batch.output.join(path).display().to_string()).collect(),
            pages: documents.map(|document| document.pages).sum(),
            agency: record.as_ref().map(|record| record.agency.clone()),
            year: record.as_ref().map(|record| record.year.clone()),
            total: record.as_ref().and_then(|record| record.total.clone()),
            level: record.and_then(|record| record.level),
            errors,
            warnings,
            seconds: entry.map(|entry| entry.seconds),
            first_error: entry.and_then(|entry| entry.failure.as_deref().cloned()),
        }
    }
}
