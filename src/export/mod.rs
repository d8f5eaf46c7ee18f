//! From set pages to files: PDF, PNG and SVG, and writing them whole or not at all.

mod pdf;
mod png;
mod svg;
mod write;

use thiserror::Error;

pub use pdf::pdf;
pub use png::png;
pub use svg::svg;
pub use write::{create_new, write_whole};

/// Why pages could not be exported. For documents of the embedded templates this is a fault of this program.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct ExportError(pub String);
