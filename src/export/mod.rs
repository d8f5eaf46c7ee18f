//! Makes the files of a document from a view: PDF, PNG, SVG, or a folder for plain Typst.

mod compact;
mod drawn;
mod error;
mod format;
mod make;
mod pdf;
mod png;
mod svg;

pub use drawn::SetDocument;
pub use error::ExportError;
pub use format::{Format, OutputKind};
pub(crate) use make::make;
pub use make::{Made, OutputFile};
pub use pdf::pdf;
pub use png::png;
pub use svg::svg;
