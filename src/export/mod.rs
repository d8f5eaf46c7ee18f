//! From set pages to files: PDF, PNG and SVG, and writing them whole or not at all.

mod pdf;
mod png;
mod svg;
mod write;

use thiserror::Error;

use crate::typeset::TemplateFault;

pub use pdf::pdf;
pub use png::png;
pub use svg::svg;
pub use write::{create_new, write_whole};

/// Why pages could not be exported.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A template is at fault: the document is not what its format asks for. With the embedded ones this is a fault of
    /// this program.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Template(Vec<TemplateFault>),
    /// The format's writer failed.
    #[error("{0}")]
    Writer(String),
}
