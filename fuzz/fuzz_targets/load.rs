//! Any bytes as a report file: loading, every rule of `check`, and the views of all documents.

#![no_main]

use ita_report::files::MemoryFiles;
use ita_report::{Document, Engine, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let loaded = Engine::new().load("report.toml", bytes, &MemoryFiles::new());
    for finding in check::check(&loaded, &[]).findings {
        let text = loaded.sources[finding.file].text();
        assert!(text.get(finding.span.clone()).is_some(), "{} is at {:?}", finding.code, finding.span);
    }
    // With `--force`, reports with errors are set, too.
    if let Some(report) = &loaded.report {
        for document in Document::ALL {
            document.view(report, None);
        }
    }
});
