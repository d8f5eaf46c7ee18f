//! Parts of a batch, which several machines can make at the same time.

use super::fingerprint::Fingerprint;

/// One of several parts of a batch. A report belongs to exactly one part. The part follows from its name alone, so that it
/// stays the same when reports are added or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: u64,
    of: u64,
}

impl Shard {
    /// The part with a number, from 1. `None` if there is none with this number.
    pub fn new(number: u64, of: u64) -> Option<Self> {
        (1..=of).contains(&number).then_some(Shard { number, of })
    }

    /// The number of the part, from 1, and that of all parts.
    pub fn numbers(self) -> (u64, u64) {
        (self.number, self.of)
    }

    /// Whether a report of this name belongs to the part.
    pub fn contains(self, name: &str) -> bool {
        let mut fingerprint = Fingerprint::new();
        fingerprint.add(name.as_bytes());
        fingerprint.finish().low() % self.of == self.number - 1
    }
}
