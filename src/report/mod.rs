//! The report file: its types with the places they were read from, loading, and placeholders. Loading finds
//! everything that is wrong with the file itself in one run.

mod argument;
mod diagnostic;
mod load;
mod loaded;
mod model;
mod nearest;
mod prose;
mod reader;
mod source;
mod syntax;

pub use argument::Argument;
pub use diagnostic::{Diagnostic, Fault, ParserMessage, Severity, ValueType};
pub use load::{Loader, load};
pub use loaded::Loaded;
pub use model::{
    Agency, Budget, Column, Evidence, Items, Layout, Lessons, ListStyle, Measure, MeasurePeriod, Memo,
    Orientation, Photo, PictureFile, Report, ReportText, Signature, SignedDocument, Stage, Target,
    YearScores,
};
pub use nearest::{alike, nearest, typos};
pub use prose::{Filled, Placeholder, Prose};
pub use reader::SetString;
pub use source::{Position, Source, Span, Spanned};
