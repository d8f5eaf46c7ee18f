//! Parallel work on pictures. The library starts no threads of its own, but its caller may provide some.

use std::sync::{Mutex, PoisonError};

/// Runs independent pieces of work, possibly in parallel.
pub trait Workers: Send + Sync {
    /// Calls `work` once with each number below `count`, in any order and on any threads. Returns when all calls have
    /// finished.
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync));
}

/// Runs one piece of work after the other on the caller's thread.
#[derive(Debug, Clone, Copy, Default)]
pub struct OneByOne;

impl Workers for OneByOne {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(work);
    }
}

/// The results of `work` for all items, in the order of the items.
pub(crate) fn map<T: Sync, R: Send>(
    workers: &dyn Workers,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let results: Vec<Mutex<Option<R>>> = items.iter().map(|_| Mutex::new(None)).collect();
    workers.each(items.len(), &|at| {
        let result = work(&items[at]);
        *results[at].lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
    });
    let result = |(result, item): (Mutex<Option<R>>, &T)| {
        // The workers are the caller's code. If they left an item out, it is done here.
        result.into_inner().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(|| work(item))
    };
    results.into_iter().zip(items).map(result).collect()
}
