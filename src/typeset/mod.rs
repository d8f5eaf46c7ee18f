//! Typesets views into pages with Typst. Only this module and `export` depend on Typst. Documents are compiled from
//! templates, the given fonts and pictures, and one JSON file with the view. Templates reach
//! neither the file system nor the network, only what they are given.

mod assets;
mod columns;
mod describe;
mod faces;
mod fault;
mod images;
mod line_breaks;
mod material;
mod memory;
mod pages;
mod places;
mod plain;
mod recorded;
mod rows;
mod setting;
mod sources;
#[doc(hidden)]
pub mod stages;
mod table;
mod templates;
#[cfg(test)]
mod tests;
mod text_layer;
mod texts;
mod trace;
mod world;

pub(crate) use fault::lines;
pub use fault::{TemplateFault, TemplatePlace};
pub(crate) use memory::DocumentInProgress;
pub use memory::Memory;
pub(crate) use pages::drawn;
pub use pages::{Pages, set};
pub use places::{Comparable, PlacedArea, TextPlaces};
pub use setting::{SetError, Setting};
pub use sources::{SOURCES_MARKS, Sources, sources};
pub use templates::{Refused, Templates, TemplatesError, WhyRefused};
#[doc(hidden)]
pub use trace::Trace;
