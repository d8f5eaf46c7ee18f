//! The memory of an engine that makes many documents stays flat. The test has a file of its own because it measures the
//! memory of the whole process.
#![cfg(target_os = "linux")]

mod common;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use ita_report::files::MemoryFiles;
use ita_report::typeset::Memory;
use ita_report::{Document, Engine, Format, Profile};

#[test]
fn memory_stays_flat_however_many_documents_are_made() {
    // The first documents settle how much memory two at once need.
    const WARM: usize = 60;
    const ALL: usize = 180;
    let engine = Engine::new().with_memory(Memory::Recent(0));
    let text = common::example("muang-mu-2567.toml");
    let next = AtomicUsize::new(0);
    let make_until = |end: usize| {
        let work = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= end {
                    return;
                }
                // Each report has another agency name, so that its texts are not in the cache.
                let text = text.replace("ม่วงหมู่", &format!("ม่วงหมู่ที่{number}"));
                let loaded = engine.load("report.toml", text.as_bytes(), &MemoryFiles::new());
                let report = loaded.valid_report().expect("a report without errors");
                engine.make(report, Document::Report, Format::Pdf, Profile::Web).expect("a document");
            }
        };
        thread::scope(|scope| {
            scope.spawn(work);
            scope.spawn(work);
        });
        next.store(end, Ordering::Relaxed);
    };
    make_until(WARM);
    let warm = common::process::resident();
    make_until(ALL);
    let after = common::process::resident();
    assert!(warm > 0.0, "memory is known");
    assert!(after - warm < 25.0, "{warm:.0} MiB after {WARM} documents, {after:.0} MiB after {ALL}");
}
