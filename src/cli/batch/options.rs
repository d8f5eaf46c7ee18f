//! Turns the arguments into the values that a batch takes.

use std::path::Path;
use std::sync::Arc;
use std::{fs, thread};

use rayon::prelude::*;

use super::guard::BatchGuard;
use crate::batch::{
    Batch, Digest, FindFault, Fingerprint, Planned, Shard, Watch, digest_of_folder, foreign_index,
};
use crate::cli::args::BatchArgs;
use crate::cli::catalogue::Catalogue;
use crate::cli::outcome::Failure;
use crate::cli::paths::whole_names;
use crate::cli::render::{source_date_epoch, user_templates};
use crate::disk::{Folder, Writer};
use crate::engine::Engine;
use crate::thai::Date;
use crate::thai::digits::to_arabic;
use crate::typeset::Memory;
use crate::workers::Workers;

/// More threads than any machine has.
const MOST_JOBS: usize = 4096;

/// The number of reports to work on at the same time.
pub(super) fn jobs(args: &BatchArgs) -> Result<usize, Failure> {
    let Some(written) = &args.jobs else {
        return Ok(thread::available_parallelism().map_or(1, usize::from));
    };
    let jobs = to_arabic(written).trim().parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs));
    jobs.ok_or_else(|| Failure::Message("usage-jobs", vec![("value", written.into())]))
}

/// The part of the batch to make.
pub(super) fn shard(args: &BatchArgs) -> Result<Option<Shard>, Failure> {
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
pub(super) fn check_places(args: &BatchArgs, catalogue: &Catalogue) -> Result<(), Failure> {
    whole_names(&args.paths)?;
    let message = |name, path: &Path| Err(Failure::Message(name, vec![("path", path.into())]));
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return message("batch-stdin", Path::new("-"));
    }
    if args.output == Path::new("-") || args.output.exists() && !args.output.is_dir() {
        return message("batch-to-file", &args.output);
    }
    if let Some(path) = args.index.then(|| foreign_index(&args.output)).flatten() {
        return message("batch-own-index", &path);
    }
    if let Some(summary) = args.summary.as_deref() {
        if summary.is_dir() {
            return message("batch-summary-folder", summary);
        }
        let folder = summary.parent().filter(|folder| !folder.as_os_str().is_empty());
        folder.map_or(Ok(()), |folder| {
            fs::create_dir_all(folder).map_err(|error| Failure::write(folder, &error, catalogue))
        })?;
    }
    Ok(())
}

/// Checks that the summary does not overwrite a report.
pub(super) fn check_summary(args: &BatchArgs, reports: &[Planned]) -> Result<(), Failure> {
    let Some(summary) = args.summary.as_deref().and_then(|path| path.canonicalize().ok()) else {
        return Ok(());
    };
    match reports.iter().find(|report| report.input.canonicalize().is_ok_and(|input| input == summary)) {
        Some(report) => {
            Err(Failure::Message("batch-summary-report", vec![("path", report.input.as_path().into())]))
        }
        None => Ok(()),
    }
}

/// The failure if report files cannot be told.
pub(super) fn find_failure(fault: FindFault) -> Failure {
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

/// What is the same for all reports.
pub(super) fn batch_of(args: &BatchArgs, catalogue: &Catalogue) -> Result<Batch, Failure> {
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
        let guard: Box<dyn Watch> =
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
