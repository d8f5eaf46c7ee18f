//! A report as Typst sets and writes it by itself, its own line breaks and text layer: what `docs/thai-pdf.md`
//! compares with.
//!
//! ```text
//! cargo run --release --example unmended -- REPORT.toml OUT.pdf
//! ```

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use ita_report::typeset::{Fonts, stages};
use ita_report::view::ReportView;
use ita_report::{export, report};

fn main() -> Result<(), Box<dyn Error>> {
    let [file, out] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("which report, and which PDF?".into());
    };
    let folder = Path::new(file).parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let loaded = report::load(file, &fs::read(file)?, folder);
    let (fonts, _) = Fonts::of(&loaded);
    let view = ReportView::new(loaded.sound().ok_or("the report has errors")?, None);
    let document = stages::compiled_with_typsts_segmenter(&view, &fonts)?.unmended();
    fs::write(out, export::pdf(&document)?)?;
    Ok(())
}
