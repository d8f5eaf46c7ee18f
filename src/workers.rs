//! Work that can be done side by side. The library starts no threads of its own; its caller may lend it some.

use std::sync::{Mutex, PoisonError};

/// Who does work that can be done side by side.
pub trait Workers: Send + Sync {
    /// Calls `work` with each number below `count`, in any order and on any threads, and returns when all is done.
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync));
}

/// Does one thing after the other, on the caller's own thread.
#[derive(Debug, Clone, Copy, Default)]
pub struct OneByOne;

impl Workers for OneByOne {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(work);
    }
}

/// What `work` makes of each item, in the order of the items.
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
        // Should the caller's workers have left something out, it is done here.
        result.into_inner().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(|| work(item))
    };
    results.into_iter().zip(items).map(result).collect()
}
