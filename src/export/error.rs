//! Why a document could not be made.

use thiserror::Error;

use crate::typeset::{SetError, TemplateFault, lines};

/// Why a document could not be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A template is faulty. If it is an embedded one, this is a bug in this program.
    #[error("{}", lines(.0))]
    Template(Vec<TemplateFault>),
    /// A picture could not be re-encoded, or the writer of the format failed.
    #[error("{0}")]
    Writer(String),
}

impl From<SetError> for ExportError {
    fn from(error: SetError) -> Self {
        match error {
            SetError::Template(faults) => ExportError::Template(faults),
            error @ SetError::Picture(..) => ExportError::Writer(error.to_string()),
        }
    }
}
