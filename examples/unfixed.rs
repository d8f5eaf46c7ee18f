//! Writes a report's PDF with Typst's own line breaks and text layer, as the baseline for the comparison in
//! `docs/thai-pdf.md`.
//!
//! ```text
//! cargo run --release --example unfixed -- REPORT.toml OUT.pdf
//! ```

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use ita_report::disk::Folder;
use ita_report::typeset::{Setting, stages};
use ita_report::view::ReportView;
use ita_report::{OneByOne, Profile, export, report};

fn main() -> Result<(), Box<dyn Error>> {
    let [file, out] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("which report, and which PDF?".into());
    };
    let loaded = report::load(file, &fs::read(file)?, &Folder::of_file(Path::new(file)));
    let report = loaded.valid_report().ok_or("the report has errors")?;
    let templates = stages::with_typsts_segmenter();
    let setting = Setting {
        templates: &templates,
        fonts: &report.fonts,
        profile: Profile::Web,
        draft: false,
        workers: &OneByOne,
    };
    let pages = stages::compiled(&ReportView::new(report, None), &setting)?.unfixed();
    fs::write(out, export::pdf(&pages)?)?;
    Ok(())
}
