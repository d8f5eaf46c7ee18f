//! `ita-report batch`: makes the documents of many report files.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::args::BatchArgs;
use super::batch_failures::{failure_text, format_failure};
use super::batch_progress::BatchProgress;
use super::catalogue::Catalogue;
use super::destination::write_failure;
use super::guard::BatchGuard;
use super::input::known_codes;
use super::outcome::{Failure, Outcome};
use super::paths::whole_names;
use super::render::{source_date_epoch, user_templates};
use super::terminal::tell;
use super::typed::quoted;
use crate::batch::{
    self, Batch, Digest, FindFault, Fingerprint, Finished, Outcome as Ended, Planned, Shard, Summary,
    SummaryEntry, SummaryState, digest_of_folder, write_index,
};
use crate::disk::{Folder, Writer};
use crate::engine::Engine;
use crate::thai::Date;
use crate::thai::digits::to_arabic;
use crate::typeset::Memory;
use crate::workers::Workers;

/// More threads than any machine has.
const MOST_JOBS: usize = 4096;

pub(super) fn run(
    args: &BatchArgs,
    arguments: &[OsString],
    catalogue: &Catalogue,
) -> Result<Outcome, Failure> {
    let begun = Instant::now();
    known_codes(&args.making.allow)?;
    let (jobs, shard) = (jobs(args)?, shard(args)?);
    check_places(args, catalogue)?;
    let planned = batch::plan(batch::find(&args.paths).map_err(find_failure)?);
    let batch = batch_of(args, catalogue)?;
    let of_shard = |report: &&Planned| shard.is_none_or(|shard| shard.contains(&report.name));
    let reports: Vec<Planned> = planned.iter().filter(of_shard).cloned().collect();
    let mut run = Run { args, catalogue, reports, summary: Summary::new(0), begun, shard };
    run.summary = Summary::new(run.reports.len());
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
        let ended = AtomicBool::new(false);
        let (bar, stopping) = (progress.bar(), self.catalogue.text("batch-stopping", &[]) + "\n");
        let made = thread::scope(|scope| {
            scope.spawn(|| {
                const BEAT: Duration = Duration::from_millis(50);
                while !ended.load(Ordering::Relaxed) {
                    if stop.load(Ordering::Relaxed) {
                        return bar.suspend(|| tell(&stopping));
                    }
                    thread::sleep(BEAT);
                }
            });
            let reports = &self.reports;
            let (summary, catalogue) = (&mut self.summary, self.catalogue);
            let made = batch::run(batch, reports, jobs, &stop, &mut |finished| {
                let report = &reports[finished.number];
                take_in(finished, report, batch, summary, &mut progress, catalogue);
            });
            ended.store(true, Ordering::Relaxed);
            made
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
            let documents = record.documents.iter();
            let pages: usize = documents.clone().map(|document| document.pages).sum();
            let first = documents.clone().flat_map(|document| document.files()).next().unwrap_or_default();
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

/// Sets a flag at Ctrl-C and when the system asks the process to end. The second time ends the process at once.
fn stopped_by_signals() -> std::io::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // In this order: the first looks at the flag before the second sets it.
        flag::register_conditional_shutdown(signal, Outcome::CannotRun as i32, stop.clone())?;
        flag::register(signal, stop.clone())?;
    }
    Ok(stop)
}

/// The command that was given, with `--resume`.
fn command_to_go_on(arguments: &[OsString], resumes: bool) -> String {
    let words = arguments.iter().map(|argument| quoted(&argument.to_string_lossy()));
    let mut command = words.collect::<Vec<_>>();
    if !resumes {
        // Right behind `batch`, because everything behind `--` is a path.
        let at = command.iter().position(|word| word == "batch").map_or(command.len(), |at| at + 1);
        command.insert(at, "--resume".to_owned());
    }
    command.join(" ")
}

fn jobs(args: &BatchArgs) -> Result<usize, Failure> {
    let Some(written) = &args.jobs else {
        return Ok(thread::available_parallelism().map_or(1, usize::from));
    };
    let jobs = to_arabic(written).trim().parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs));
    jobs.ok_or_else(|| Failure::Message("usage-jobs", vec![("value", written.into())]))
}

fn shard(args: &BatchArgs) -> Result<Option<Shard>, Failure> {
    let Some(written) = &args.shard else { return Ok(None) };
    let arabic = to_arabic(written);
    let numbers = arabic
        .split_once('/')
        .and_then(|(number, of)| Some((number.trim().parse::<u64>().ok()?, of.trim().parse::<u64>().ok()?)));
    match numbers.map(|(number, of)| (number, of, Shard::new(number, of))) {
        Some((.., Some(shard))) => Ok(Some(shard)),
        Some((number, of, None)) if of > 0 => {
            let right = if number == 0 { 1 } else { of };
            let arguments = vec![
                ("value", written.into()),
                ("of", of.to_string().into()),
                ("right", format!("{right}/{of}").into()),
            ];
            Err(Failure::Message("usage-shard-range", arguments))
        }
        _ => Err(Failure::Message("usage-shard", vec![("value", written.into())])),
    }
}

/// Checks that the arguments can be the places of reports and documents.
fn check_places(args: &BatchArgs, catalogue: &Catalogue) -> Result<(), Failure> {
    whole_names(&args.paths)?;
    let message = |name, path: &Path| Err(Failure::Message(name, vec![("path", path.into())]));
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return message("batch-stdin", Path::new("-"));
    }
    if args.output == Path::new("-") || args.output.exists() && !args.output.is_dir() {
        return message("batch-to-file", &args.output);
    }
    if let Some(summary) = args.summary.as_deref() {
        if summary.is_dir() {
            return message("batch-summary-folder", summary);
        }
        let folder = summary.parent().filter(|folder| !folder.as_os_str().is_empty());
        folder.map_or(Ok(()), |folder| {
            std::fs::create_dir_all(folder).map_err(|error| Failure::write(folder, &error, catalogue))
        })?;
    }
    Ok(())
}

fn find_failure(fault: FindFault) -> Failure {
    match fault {
        FindFault::EmptyFolder(path) => Failure::Message("no-reports", vec![("path", path.as_path().into())]),
        FindFault::NoMatch(pattern) => Failure::Message("batch-no-match", vec![("pattern", pattern.into())]),
        FindFault::BadPattern(pattern, reason) => {
            let arguments = vec![("pattern", pattern.into()), ("reason", reason.into())];
            Failure::Message("batch-bad-pattern", arguments)
        }
    }
}

/// Threads of the pool that documents are made on. Those that find no further report help with pictures.
struct PoolThreads;

impl Workers for PoolThreads {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).into_par_iter().for_each(work);
    }
}

fn batch_of(args: &BatchArgs, catalogue: &Catalogue) -> Result<Batch, Failure> {
    let making = &args.making;
    let epoch = source_date_epoch()?;
    let mut engine = Engine::new()
        .with_workers(PoolThreads)
        .with_memory(Memory::Recent(0))
        .with_draft(making.draft)
        .with_epoch(epoch);
    let mut watched = None;
    if let Some(path) = &making.templates {
        let folder = Arc::new(Folder::new(path));
        engine = engine.with_templates(user_templates(path, folder.clone(), catalogue)?);
        let guard: Box<dyn batch::Watch> =
            Box::new(BatchGuard::new(making.limits(), path.clone(), catalogue.language()));
        watched = Some((folder, guard));
    }
    Ok(Batch {
        engine,
        documents: making.document.each().to_vec(),
        format: making.format.unwrap_or_default(),
        profile: making.profile,
        draft: making.draft,
        force: making.force,
        allow: making.allow.clone(),
        output: args.output.clone(),
        resume: args.resume,
        surroundings: surroundings(making.templates.as_deref(), epoch, catalogue)?,
        templates: watched,
        writer: Writer::default(),
    })
}

/// The hash of what all documents depend on besides reports and options.
fn surroundings(
    templates: Option<&Path>,
    epoch: Option<Date>,
    catalogue: &Catalogue,
) -> Result<Digest, Failure> {
    let mut fingerprint = Fingerprint::new();
    fingerprint.add(env!("CARGO_PKG_VERSION").as_bytes());
    // A program of the same version may have been built from changed sources.
    let program = std::env::current_exe().and_then(|program| Digest::of_file(&program));
    fingerprint.add(format!("{:?}", program.ok()).as_bytes());
    fingerprint.add(format!("{epoch:?}").as_bytes());
    if let Some(folder) = templates {
        let digest = digest_of_folder(folder).map_err(|error| Failure::read(folder, &error, catalogue))?;
        fingerprint.add(digest.to_string().as_bytes());
    }
    Ok(fingerprint.finish())
}
