//! A second front end: all documents of a report whose files are in memory, twice at once on two threads. It needs
//! nothing of the command.
//!
//! ```text
//! cargo run --release --no-default-features --example two_threads -- REPORT.toml OUT
//! ```

use std::error::Error;
use std::path::Path;
use std::{env, fs, thread};

use ita_report::files::MemoryFiles;
use ita_report::{Document, Engine, Format, Profile};

fn main() -> Result<(), Box<dyn Error>> {
    let [report, out] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("which report, and which folder?".into());
    };
    let (bytes, folder) = (fs::read(report)?, Path::new(report).parent().ok_or("a report file")?);
    let mut files = MemoryFiles::new();
    for entry in fs::read_dir(folder.join("pictures")).into_iter().flatten() {
        let path = entry?.path();
        files.insert(&path.strip_prefix(folder)?.to_string_lossy(), fs::read(&path)?)?;
    }
    let engine = Engine::new();
    let make = |number: u8, document: &Document| -> Result<(), Box<dyn Error + Send + Sync>> {
        let loaded = engine.load(report, &bytes, &files);
        let report = loaded.sound().ok_or("the report has errors")?;
        let made = engine.make(report, *document, Format::Pdf, Profile::Web)?;
        Ok(fs::write(format!("{out}/{number}-{}", made.files[0].name), &made.files[0].bytes)?)
    };
    let all = |number| Document::ALL.iter().try_for_each(|document| make(number, document));
    thread::scope(|scope| [1, 2].map(|number| scope.spawn(move || all(number))).map(|made| made.join()))
        .into_iter()
        .try_for_each(|made| made.map_err(|_| "a thread panicked")?)
        .map_err(|error| error as Box<dyn Error>)
}
