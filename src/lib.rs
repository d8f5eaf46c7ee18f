//! From one TOML file about a Thai public agency's year to the official annual report on integrity and
//! transparency (รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส) as a PDF: tagged, PDF/A-2a and PDF/UA-1
//! at once, without network and without fonts of the system.
//!
//! Data flows one way, and each module depends only on those before it:
//!
//! | module | what it does |
//! |---|---|
//! | [`files`] | what comes from outside, as values: names in, bytes out |
//! | [`Workers`] | threads that a caller may lend |
//! | [`thai`] | digits, calendar, characters, words |
//! | [`ita`] | scores, indicators, instruments, levels; rules by fiscal year |
//! | [`Lengths`], [`Profile`] | sizes of pages, tables and pictures; what a document is made for |
//! | [`fonts`] | the embedded family, or one of a user's own |
//! | [`pictures`] | what a picture is, and its likeness for a page: upright, small, without what a camera wrote |
//! | [`report`] | the report file: types, loading, everything that is wrong with it |
//! | [`check`] | what is wrong with a report that can be read: one file per rule |
//! | [`view`] | what a page says: figures derived, sentences worded; one file per document |
//! | [`typeset`] | pages, by embedded Typst templates and fonts; their folder for plain Typst |
//! | [`export`] | the files of a document: PDF, PNG, SVG |
//! | [`Engine`] | all of it in two calls: load a report, make a document |
//!
//! Behind the default feature `cli` are the edges: `disk`, the real file system, and `cli`, the command. Without it the
//! library knows no terminal, clock, threads or disk.
//!
//! # Example
//!
//! ```
//! use ita_report::files::MemoryFiles;
//! use ita_report::{Document, Engine, Format, Profile};
//!
//! let file = r#"
//!     fiscal_year = 2567
//!
//!     [agency]
//!     name = "เทศบาลตำบลบ้านใหม่"
//!
//!     [[measures]]
//!     title = "มาตรการป้องกันการทุจริต"
//!     steps = ["ประกาศนโยบาย No Gift Policy"]
//! "#;
//! let engine = Engine::new();
//! let loaded = engine.load("report.toml", file.as_bytes(), &MemoryFiles::new());
//! let report = loaded.sound().expect("a file without errors is a report");
//! let made = engine.make(report, Document::Report, Format::Pdf, Profile::Web)?;
//! assert!(made.files[0].bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![warn(missing_docs)]

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod disk;
mod engine;
pub mod export;
pub mod files;
pub mod fonts;
pub mod ita;
mod lengths;
pub mod pictures;
mod profile;
pub mod report;
pub mod thai;
pub mod typeset;
pub mod view;
mod workers;

pub use engine::Engine;
pub use export::Format;
pub use lengths::{Lengths, Room};
pub use profile::Profile;
pub use view::Document;
pub use workers::{OneByOne, Workers};
