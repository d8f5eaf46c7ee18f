//! Why a document could not be made.

use thiserror::Error;

use crate::typeset::{SetError, TemplateFault, lines};

/// Why a document could not be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A template is at fault. With the embedded ones this is a fault of this program.
    #[error("{}", lines(.0))]
    Template(Vec<TemplateFault>),
    /// A picture could not be written anew, or the format's writer failed.
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
