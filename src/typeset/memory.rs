//! Eviction from Typst's cache between documents. The whole process shares one cache, and an entry's age is the number
//! of evictions since the entry was last used.
//!
//! Several threads may make documents at once, so an eviction at the end of one document must not remove entries that
//! another still needs. Each document in progress records how many evictions had happened when it began. Every entry
//! used since the oldest of them began is kept.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Which cache entries are kept when a document is finished. The whole process shares one cache, so a document that is
/// made with [`Memory::Recent`] also removes what others left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Memory {
    /// All entries, until the process ends. For a run that makes few documents.
    #[default]
    Everything,
    /// The entries used by this many of the last documents, and by documents in progress. With 0, the memory use of a
    /// long run stays flat. With more, a document that differs little from recent ones is set faster.
    Recent(usize),
}

static STATE: Mutex<CacheState> = Mutex::new(CacheState { evictions: 0, begun: Vec::new() });

struct CacheState {
    /// The number of evictions so far.
    evictions: usize,
    /// For each document in progress, the value of `evictions` when it began.
    begun: Vec<usize>,
}

/// A document in progress. Dropping it evicts cache entries according to its [`Memory`].
pub(crate) struct DocumentInProgress {
    memory: Memory,
    begun: usize,
}

impl DocumentInProgress {
    pub fn begin(memory: Memory) -> Self {
        let mut state = state();
        let begun = state.evictions;
        state.begun.push(begun);
        DocumentInProgress { memory, begun }
    }
}

impl Drop for DocumentInProgress {
    fn drop(&mut self) {
        let mut state = state();
        if let Some(own) = state.begun.iter().position(|begun| *begun == self.begun) {
            state.begun.swap_remove(own);
        }
        if let Memory::Recent(documents) = self.memory {
            typst::comemo::evict(state.count_eviction().max(documents));
        }
    }
}

impl CacheState {
    /// Counts one more eviction. Returns the maximum age of the entries to keep for documents in progress.
    fn count_eviction(&mut self) -> usize {
        let kept = self.begun.iter().min().map_or(0, |oldest| self.evictions - oldest + 1);
        self.evictions += 1;
        kept
    }
}

fn state() -> MutexGuard<'static, CacheState> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::CacheState;

    #[test]
    fn what_a_document_in_progress_used_is_kept() {
        let mut state = CacheState { evictions: 7, begun: Vec::new() };
        assert_eq!(state.count_eviction(), 0, "nobody needs anything");
        // A long document begins, and two short ones end meanwhile. Its first entries are then two evictions old.
        state.begun.push(state.evictions);
        assert_eq!((state.count_eviction(), state.count_eviction()), (1, 2));
        state.begun.push(state.evictions);
        assert_eq!(state.count_eviction(), 3, "the oldest counts");
        state.begun.remove(0);
        assert_eq!(state.count_eviction(), 2);
    }
}
