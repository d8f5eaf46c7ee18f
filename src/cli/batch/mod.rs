//! `ita-report batch`: makes the documents of many report files.

mod failures;
mod guard;
mod options;
mod progress;
mod signals;

use std::ffi::OsString;
use std::sync::atomic::Ordering;
use std::time::Instant;

use super::args::BatchArgs;
use super::catalogue::Catalogue;
use super::destination::write_failure;
use super::input::known_codes;
use super::outcome::{Failure, Outcome};
use super::terminal::tell;
use super::typed::quoted;
use crate::batch::{
    self, Batch, Finished, Outcome as Ended, Planned, Shard, Summary, SummaryEntry, SummaryState, write_index,
};
use failures::{failure_text, format_failure};
use guard::stop_with_first_process;
use progress::BatchProgress;
use signals::{say_when_stopped, stopped_by_signals};

pub(super) use guard::run_apart;

pub(super) fn run(
    args: &BatchArgs,
    arguments: &[OsString],
    catalogue: &Catalogue,
) -> Result<Outcome, Failure> {
    let begun = Instant::now();
    known_codes(&args.making.allow)?;
    let (jobs, shard) = (options::jobs(args)?, options::shard(args)?);
    options::check_places(args, catalogue)?;
    let planned = batch::plan(batch::find(&args.paths).map_err(options::find_failure)?);
    options::check_summary(args, &planned)?;
    let batch = options::batch_of(args, catalogue)?;
    let of_shard = |report: &&Planned| shard.is_none_or(|shard| shard.contains(&report.name));
    let reports: Vec<Planned> = planned.iter().filter(of_shard).cloned().collect();
    let summary = Summary::new(reports.len());
    let mut run = Run { args, catalogue, reports, summary, begun, shard };
    run.write_summary(&batch)?;
    let was_stopped = run.make(&batch, jobs)?;
    if args.index {
        write_index(&batch, &planned).map_err(|fault| write_failure(fault, catalogue))?;
    }
    run.write_summary(&batch)?;
    run.tell_end();
    if was_stopped {
        let command = command_to_go_on(arguments, args.resume);
        let left = run.summary.count(SummaryState::Left);
        tell(
            &(catalogue.text("batch-stopped", &[("left", left.into()), ("command", command.into())]) + "\n"),
        );
    }
    Ok(run.outcome())
}

/// One run of a batch.
struct Run<'r> {
    args: &'r BatchArgs,
    catalogue: &'r Catalogue,
    /// The reports of the shard.
    reports: Vec<Planned>,
    summary: Summary,
    begun: Instant,
    shard: Option<Shard>,
}

impl Run<'_> {
    /// Makes the documents. Returns whether somebody stopped the run before all reports were begun.
    fn make(&mut self, batch: &Batch, jobs: usize) -> Result<bool, Failure> {
        let mut progress = BatchProgress::new(self.reports.len(), self.catalogue);
        let stop = stopped_by_signals().map_err(Failure::internal)?;
        stop_with_first_process(stop.clone());
        say_when_stopped(stop.clone(), progress.bar(), self.catalogue);
        let (reports, summary, catalogue) = (&self.reports, &mut self.summary, self.catalogue);
        let made = batch::run(batch, reports, jobs, &stop, &mut |finished| {
            let report = &reports[finished.number];
            take_in(finished, report, batch, summary, &mut progress, catalogue);
        });
        progress.end();
        made.map_err(|(path, error)| Failure::write(&path, &error, self.catalogue))?;
        Ok(stop.load(Ordering::Relaxed) && self.summary.count(SummaryState::Left) > 0)
    }

    fn write_summary(&self, batch: &Batch) -> Result<(), Failure> {
        let Some(path) = &self.args.summary else { return Ok(()) };
        let seconds = self.begun.elapsed().as_secs_f32();
        self.summary
            .write(path, batch, &self.reports, self.shard, seconds)
            .map_err(|fault| write_failure(fault, self.catalogue))
    }

    /// Says what came of the batch, and names each report that has no documents.
    fn tell_end(&self) {
        for (_, failure) in self.summary.failures() {
            tell(&format_failure(failure, self.catalogue));
        }
        let count = |state| self.summary.count(state).into();
        let counts = [
            ("files", self.reports.len().into()),
            ("made", count(SummaryState::Made)),
            ("forced", count(SummaryState::Forced)),
            ("current", count(SummaryState::UpToDate)),
            ("errors", count(SummaryState::Errors)),
            ("failed", count(SummaryState::Failed)),
            ("left", count(SummaryState::Left)),
            ("path", self.args.output.as_path().into()),
        ];
        tell(&(self.catalogue.text("batch-summary", &counts) + "\n"));
    }

    fn outcome(&self) -> Outcome {
        let has = |state| self.summary.count(state) > 0;
        match () {
            () if has(SummaryState::Failed) || has(SummaryState::Left) => Outcome::CannotRun,
            () if has(SummaryState::Errors) => Outcome::ReportErrors,
            () => Outcome::Done,
        }
    }
}

/// Shows and keeps what came of a report.
fn take_in(
    finished: Finished,
    report: &Planned,
    batch: &Batch,
    summary: &mut Summary,
    progress: &mut BatchProgress,
    catalogue: &Catalogue,
) {
    let path = ("path", report.input.as_path().into());
    let (state, findings) = match &finished.outcome {
        Ended::Made(record, further) => {
            let pages: usize = record.documents.iter().map(|document| document.pages).sum();
            let first =
                record.documents.iter().flat_map(|document| document.outputs()).next().unwrap_or_default();
            let written = batch.output.join(first);
            let arguments = [("path", written.as_path().into()), ("pages", pages.into())];
            progress.count(Some(("done-render", &arguments)));
            if let Some(left_over) = further.first() {
                let arguments = [("path", left_over.as_path().into())];
                progress.tell(&(catalogue.text("further-pages", &arguments) + "\n"));
            }
            let state = if record.errors > 0 { SummaryState::Forced } else { SummaryState::Made };
            (state, (record.errors, record.warnings))
        }
        Ended::UpToDate(record) => {
            progress.count(None);
            (SummaryState::UpToDate, (record.errors, record.warnings))
        }
        Ended::Errors(first) | Ended::NotForced(first) => {
            progress.count_failed(&[path]);
            (SummaryState::Errors, (first.errors, first.warnings))
        }
        _ => {
            progress.count_failed(&[path]);
            (SummaryState::Failed, (0, 0))
        }
    };
    let failure = failure_text(finished.outcome, &report.input, catalogue).map(Box::new);
    summary.set(
        finished.number,
        SummaryEntry { state, findings, seconds: finished.took.as_secs_f32(), failure },
    );
}

/// The command that was given, with `--resume`.
fn command_to_go_on(arguments: &[OsString], resumes: bool) -> String {
    let words = arguments.iter().map(|argument| quoted(&argument.to_string_lossy()));
    let mut command = words.collect::<Vec<_>>();
    if !resumes {
        // Right behind `batch`, because everything behind `--` is a path. The first word is the program.
        let at = command.iter().skip(1).position(|word| word == "batch").map_or(command.len(), |at| at + 2);
        command.insert(at, "--resume".to_owned());
    }
    command.join(" ")
}
