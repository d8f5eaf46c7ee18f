//! From a view to pages: the only room that knows Typst, together with `export`. Documents are compiled from templates,
//! the fonts in hand, the pictures and one JSON file with the view. There is no file system and no network to reach from
//! in there.

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
mod setting;
mod sources;
#[doc(hidden)]
pub mod stages;
mod templates;
#[cfg(test)]
mod tests;
mod text_layer;
mod world;

pub(crate) use fault::lines;
pub use fault::{TemplateFault, TemplatePlace};
pub(crate) use memory::InTheMaking;
pub use memory::Memory;
pub use pages::{Pages, set};
pub use setting::{SetError, Setting};
pub use sources::{SOURCES_MARKS, Sources, sources};
pub use templates::{Templates, TemplatesError};
