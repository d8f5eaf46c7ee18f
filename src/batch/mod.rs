//! Makes the documents of many report files with one engine, on several threads.
//!
//! A batch first plans: which report files there are, and which name the documents of each have in the folder of the
//! batch. Names are planned over all files, so that they do not depend on the shard that makes a document. Then each
//! report is made on its own: a failure is told to the caller, and the batch goes on. A small record of each finished
//! report says what it was made from and what was written, by hashes, so that a later run need not make it again.
//!
//! The caller talks to people. It is told of each report when it is finished.

mod fingerprint;
mod index;
mod inputs;
mod job;
mod names;
mod record;
mod run;
mod shard;
mod summary;

pub use fingerprint::{Digest, Fingerprint, digest_of_folder};
pub use index::{foreign_index, write_index};
pub use inputs::{FindFault, Found, find};
pub use job::{Batch, FirstError, Outcome, Watch};
pub use names::{Planned, plan};
pub use record::{Record, RecordedDocument};
pub use run::{Finished, run};
pub use shard::Shard;
pub use summary::{FailureText, Summary, SummaryEntry, SummaryState};
