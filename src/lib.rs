//! From one TOML file about a Thai public agency's year to the official annual report on integrity and
//! transparency (รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส) as a PDF: tagged, PDF/A-2a and PDF/UA-1
//! at once, without network and without fonts of the system.
//!
//! Data flows one way, and each module depends only on those before it:
//!
//! | module | what it does |
//! |---|---|
//! | [`thai`] | digits, calendar, characters |
//! | [`ita`] | scores, indicators, instruments, levels; rules by fiscal year |
//! | [`pictures`] | what a picture is, and its likeness for a page: upright, small, without what a camera wrote |
//! | [`report`] | the report file: types, loading, everything that is wrong with it |
//! | [`check`] | what is wrong with a report that can be read: one file per rule |
//! | [`view`] | what a page says: figures derived, sentences worded |
//! | [`typeset`] | pages, by embedded Typst templates and fonts; their folder for plain Typst |
//! | [`export`] | PDF, PNG and SVG; files written whole |
//! | [`cli`] | the command |
//!
//! # Example
//!
//! ```
//! use ita_report::{export, report, typeset, view};
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
//! let loaded = report::load("report.toml", file.as_bytes(), std::path::Path::new("."));
//! let (fonts, faults) = typeset::Fonts::of(&loaded);
//! assert!(loaded.diagnostics.is_empty() && faults.is_empty());
//! let report = loaded.sound().expect("a file without errors is a report");
//! let view = view::ReportView::new(report, None);
//! let document = typeset::set(&view, &typeset::Setting::new(&fonts))?;
//! assert!(export::pdf(&document)?.starts_with(b"%PDF-1.7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![warn(missing_docs)]

pub mod check;
pub mod cli;
pub mod export;
pub mod ita;
pub mod pictures;
pub mod report;
pub mod thai;
pub mod typeset;
pub mod view;
