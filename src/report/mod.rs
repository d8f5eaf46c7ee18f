//! The report file: its types with the places they were read from, loading, and placeholders. Loading finds
//! everything that is wrong with the file itself in one run.

mod argument;
mod correction;
mod diagnostic;
mod keys;
mod link;
mod load;
mod loaded;
mod model;
mod nearest;
mod prose;
mod reader;
mod retyped;
mod source;
mod syntax;
mod unknown;

pub use argument::Argument;
pub use correction::{Correction, Edit};
pub use diagnostic::{Diagnostic, Fault, ParserMessage, Severity, ValueType};
pub use keys::{called_in_thai, is_table, keys_of, tables_with, type_of};
pub use link::{Link, LinkFault};
pub use load::{Loader, load};
pub use loaded::Loaded;
pub use model::{
    Agency, Budget, Column, Evidence, Items, Layout, Lessons, ListStyle, Measure, MeasurePeriod, Memo,
    Orientation, Photo, PictureFile, Report, ReportText, Signature, SignedDocument, Stage, Target,
    YearScores,
};
pub use nearest::{is_near, nearest, typos};
pub use prose::{Filled, Placeholder, Prose};
pub use reader::SetString;
pub use source::{Position, Source, Span, Spanned};
