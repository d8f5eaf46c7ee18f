//! What a report is loaded with.

use crate::files::Files;
use crate::lengths::Lengths;
use crate::workers::Workers;

/// What reports are loaded with.
#[derive(Clone, Copy)]
pub struct Loader<'l> {
    /// The files beside the report.
    pub files: &'l dyn Files,
    /// Who reads pictures.
    pub workers: &'l dyn Workers,
    /// The sizes that pictures will be set at.
    pub lengths: &'l Lengths,
}
