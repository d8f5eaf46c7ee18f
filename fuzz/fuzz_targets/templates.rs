//! Any text as a user's template, and any text as the file of lengths: reading them, setting a document, and finding the
//! places of what Typst reports.

#![no_main]

use std::sync::{Arc, LazyLock};

use ita_report::files::MemoryFiles;
use ita_report::report::Loaded;
use ita_report::{Document, Engine, Format, Profile, Templates};
use libfuzzer_sys::fuzz_target;

static REPORT: LazyLock<Loaded> = LazyLock::new(|| {
    let file = include_bytes!("../../data/examples/muang-mu-2567.toml");
    Engine::new().load("report.toml", file, &MemoryFiles::new())
});

/// What may run for long or take much memory. The command limits that, the library does not.
const ENDLESS: [&str; 4] = ["for ", "range(1", "lorem", "repeat"];

/// Separates the template from the file of lengths, which may be missing.
const SEPARATOR: &str = "\n-----\n";

fuzz_target!(|input: &str| {
    let (template, lengths) = input.split_once(SEPARATOR).unwrap_or((input, ""));
    let numbers = |text: &str| text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    if ENDLESS.iter().any(|word| template.contains(word)) || numbers(template) {
        return;
    }
    let mut files = MemoryFiles::new();
    files.insert("summary.typ", template.as_bytes().to_vec()).expect("a plain name");
    if !lengths.is_empty() {
        files.insert("common/lengths.toml", lengths.as_bytes().to_vec()).expect("a plain name");
    }
    let Ok(templates) = Templates::read("own", Arc::new(files)) else { return };
    let report = REPORT.valid_report().expect("the example is valid");
    let _ = Engine::new().with_templates(templates).make(report, Document::Summary, Format::Pdf, Profile::Web);
});
