//! Threads that the command lends to the library. Their progress is shown at the terminal.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::progress::ProgressLine;
use crate::workers::Workers;

/// Workers that use all processors and show their progress.
pub(super) struct Threads {
    progress: Arc<ProgressLine>,
}

impl Threads {
    /// Creates workers that show their progress on the given line.
    pub fn new(progress: Arc<ProgressLine>) -> Self {
        Threads { progress }
    }
}

impl Workers for Threads {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        let done = AtomicUsize::new(0);
        (0..count).into_par_iter().for_each(|number| {
            work(number);
            self.progress.count(done.fetch_add(1, Ordering::Relaxed) + 1, count);
        });
    }
}
