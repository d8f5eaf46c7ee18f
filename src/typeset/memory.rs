//! What Typst remembers from one document to the next. Its cache is one for the whole process, and an entry's age is the
//! number of times that the cache was cleared since the entry was last used.
//!
//! Documents may be made on several threads at once, so what is forgotten at the end of one must not be what another
//! still needs. Each document in the making notes how often the cache had been cleared when it began: whatever was used
//! since the oldest of them began is kept.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is remembered when a document is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Memory {
    /// Everything, until the process ends: for a run that makes few documents.
    #[default]
    Everything,
    /// What the last documents used, that many, and what those in the making use. With none the memory of a long run
    /// stays flat; with some a document that differs little from the last ones is set faster.
    Recent(usize),
}

static STATE: Mutex<CacheState> = Mutex::new(CacheState { cleared: 0, begun: Vec::new() });

struct CacheState {
    /// How often the cache has been cleared.
    cleared: usize,
    /// For each document in the making, how often the cache had been cleared when it began.
    begun: Vec<usize>,
}

/// A document in the making. When it is dropped, what is due is forgotten.
pub(crate) struct InTheMaking {
    memory: Memory,
    begun: usize,
}

impl InTheMaking {
    pub fn begin(memory: Memory) -> Self {
        let mut state = state();
        let begun = state.cleared;
        state.begun.push(begun);
        InTheMaking { memory, begun }
    }
}

impl Drop for InTheMaking {
    fn drop(&mut self) {
        let mut state = state();
        if let Some(own) = state.begun.iter().position(|begun| *begun == self.begun) {
            state.begun.swap_remove(own);
        }
        if let Memory::Recent(documents) = self.memory {
            typst::comemo::evict(state.clear().max(documents));
        }
    }
}

impl CacheState {
    /// Counts one more clearing of the cache; the age up to which entries are to be kept for documents in the making.
    fn clear(&mut self) -> usize {
        let kept = self.begun.iter().min().map_or(0, |oldest| self.cleared - oldest + 1);
        self.cleared += 1;
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
    fn what_a_document_in_the_making_used_is_kept() {
        let mut state = CacheState { cleared: 7, begun: Vec::new() };
        assert_eq!(state.clear(), 0, "nobody needs anything");
        // A long document begins; two short ones end beside it. What it used first is then two clearings old.
        state.begun.push(state.cleared);
        assert_eq!((state.clear(), state.clear()), (1, 2));
        state.begun.push(state.cleared);
        assert_eq!(state.clear(), 3, "the oldest counts");
        state.begun.remove(0);
        assert_eq!(state.clear(), 2);
    }
}
