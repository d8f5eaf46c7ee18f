//! Turns one TOML file about a Thai public agency's year into the official annual report on integrity and transparency
//! (รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส). The report is a tagged PDF that conforms to both PDF/A-2a
//! and PDF/UA-1. No network and no system fonts are used.
//!
//! Data flows one way. Each module depends only on the modules above it:
//!
//! | module | what it does |
//! |---|---|
//! | [`files`] | access to files as values: a name in, bytes out |
//! | [`Workers`] | threads that the caller may provide |
//! | [`thai`] | Thai digits, calendar, characters and words |
//! | [`Lengths`], [`Profile`] | sizes of pages, tables and pictures; whether a document is for screen or print |
//! | [`fonts`] | the embedded font family, or the user's own |
//! | [`ita`] | scores, indicators, instruments and levels; the rules of each fiscal year |
//! | [`pictures`] | reads pictures and prepares them for a page: upright, small, without metadata |
//! | [`report`] | the report file: its types, loading, and all errors in it |
//! | [`check`] | finds mistakes in a report that can be read; one file per rule |
//! | [`view`] | the content of pages: derived figures and finished sentences; one file per document |
//! | [`typeset`] | sets pages with Typst templates; also writes a folder that plain Typst can set |
//! | [`export`] | makes the files of a document: PDF, PNG, SVG or Typst |
//! | [`Engine`] | all of the above in two calls: load a report, make a document |
//!
//! The default feature `cli` adds four modules: `disk` for the real file system, `batch` for the documents of many reports,
//! `preview` for the live page in the browser, and `cli` for the command. Without it, the library uses no terminal, clock or
//! disk, and starts no threads of its own. Typst sets pages on rayon's threads where there
//! are threads; `rayon::ThreadPool::install` around a call bounds them.
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
//! let report = loaded.valid_report().expect("a file without errors is a report");
//! let made = engine.make(report, Document::Report, Format::Pdf, Profile::Web)?;
//! assert!(made.files[0].bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![warn(missing_docs)]

#[cfg(feature = "cli")]
pub mod batch;
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
#[cfg(feature = "cli")]
pub mod preview;
mod profile;
pub mod report;
pub mod thai;
pub mod typeset;
pub mod view;
mod workers;

pub use engine::Engine;
pub use export::Format;
pub use lengths::{Area, Lengths, LengthsFault, LengthsFaultKind};
pub use profile::Profile;
pub use typeset::{Memory, Templates};
pub use view::Document;
pub use workers::{OneByOne, Workers};
