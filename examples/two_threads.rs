//! A second front end, independent of the command: reads a report and its pictures into memory, and makes all documents
//! on each of two threads at the same time.
//!
//! ```text
//! cargo run --release --no-default-features --example two_threads -- REPORT.toml OUT
//! ```

use std::error::Error;
use std::path::Path;
use std::{env, fs, thread};

use ita_report::files::MemoryFiles;
use ita_report::{Document, Engine, Format, Profile};

type Fault = Box<dyn Error + Send + Sync>;
/// The names and bytes of PDFs.
type Pdfs = Vec<(String, Vec<u8>)>;

fn main() -> Result<(), Fault> {
    let [report, out] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("usage: two_threads REPORT.toml OUT".into());
    };
    let (bytes, folder) = (fs::read(report)?, Path::new(report).with_file_name("pictures"));
    let mut files = MemoryFiles::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry?;
        files.insert(&format!("pictures/{}", entry.file_name().display()), fs::read(entry.path())?)?;
    }
    let [first, second] = make_twice(&bytes, &files);
    for (number, made) in [(1, first?), (2, second?)] {
        made.iter().try_for_each(|(name, pdf)| fs::write(format!("{out}/{number}-{name}"), pdf))?;
    }
    Ok(())
}

/// Makes all documents of a report as PDFs with one engine, on two threads at the same time. Returns the file names and
/// contents from each thread.
pub fn make_twice(report: &[u8], files: &MemoryFiles) -> [Result<Pdfs, Fault>; 2] {
    let engine = Engine::new();
    let make_all = || -> Result<Pdfs, Fault> {
        let loaded = engine.load("report.toml", report, files);
        let report = loaded.valid_report().ok_or("the report has errors")?;
        let make = |document: &Document| Ok(engine.make(report, *document, Format::Pdf, Profile::Web)?.files);
        let made: Result<Vec<_>, Fault> = Document::ALL.iter().map(make).collect();
        Ok(made?.into_iter().flatten().map(|file| (file.name, file.bytes)).collect())
    };
    thread::scope(|scope| {
        [scope.spawn(make_all), scope.spawn(make_all)].map(|thread| thread.join().expect("no thread panics"))
    })
}
