//! Makes the reports of a batch on several threads.

use std::any::Any;
use std::fs;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use rayon::ThreadPoolBuilder;

use super::job::{Batch, Outcome};
use super::names::Planned;
use super::record::Records;

/// Stack of the threads: several times what the main thread usually has, because a thread that waits for a part of its
/// document may take over a part of another one meanwhile.
const STACK: usize = 32 << 20;

/// A report that is finished.
pub struct Finished {
    /// Its place among the reports of the run.
    pub number: usize,
    /// How it ended.
    pub outcome: Outcome,
    /// How long it took.
    pub took: Duration,
}

/// Makes reports on so many threads, and calls `finished` on the caller's thread after each of them. As soon as `stop` is
/// set, no further report is begun, and the call returns when those in progress are finished. Returns the folder
/// that cannot be made, if one cannot.
pub fn run(
    batch: &Batch,
    reports: &[Planned],
    jobs: usize,
    stop: &AtomicBool,
    finished: &mut dyn FnMut(Finished),
) -> Result<(), (PathBuf, io::Error)> {
    let records = &batch.records();
    fs::create_dir_all(records.folder()).map_err(|error| (records.folder().to_owned(), error))?;
    batch.clear(reports, records);
    let pool = ThreadPoolBuilder::new().num_threads(jobs.clamp(1, reports.len().max(1))).stack_size(STACK);
    let pool = pool.build().map_err(|error| (PathBuf::new(), io::Error::other(error)))?;
    let next = &AtomicUsize::new(0);
    let (sender, received) = sync_channel(jobs);
    thread::scope(|scope| {
        // Each thread of the pool takes one report after the other. Typst divides its work among threads of the same pool, so
        // there are never more than so many at work, and those that find no report any more help the others.
        scope.spawn(move || {
            pool.broadcast(|_| make_some(batch, reports, records, (next, stop), &sender));
        });
        received.iter().for_each(finished);
    });
    Ok(())
}

/// Makes one report after the other until none is left.
fn make_some(
    batch: &Batch,
    reports: &[Planned],
    records: &Records,
    (next, stop): (&AtomicUsize, &AtomicBool),
    sender: &SyncSender<Finished>,
) {
    while !stop.load(Ordering::Relaxed) {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let Some(report) = reports.get(number) else { return };
        let begun = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| batch.make(report, records)))
            .unwrap_or_else(|reason| Outcome::Panicked(words(&*reason)));
        // Nobody waits for it any more only if the caller panicked.
        let _ = sender.send(Finished { number, outcome, took: begun.elapsed() });
    }
}

/// What a panic says.
fn words(reason: &(dyn Any + Send)) -> String {
    let text = reason.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| reason.downcast_ref::<String>().cloned()).unwrap_or_default()
}
