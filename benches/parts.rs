//! Measures the parts of a document: loading and checking a report, cutting words, finding line ends, and making each format.
//!
//! ```text
//! cargo bench --bench parts
//! ```
//!
//! `make` sets every document anew; `make_again` has everything in the cache that does not change, as when a file is saved
//! again in `preview`.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use ita_report::check::check;
use ita_report::files::MemoryFiles;
use ita_report::report::Loaded;
use ita_report::thai::{breaks, words};
use ita_report::{Document, Engine, Format, Memory, Profile};

const EXAMPLE: &str = include_str!("../data/examples/muang-mu-2567.toml");

fn main() {
    divan::main();
}

fn loaded(engine: &Engine, text: &str) -> Loaded {
    engine.load("report.toml", text.as_bytes(), &MemoryFiles::new())
}

#[divan::bench]
fn load(bencher: Bencher) {
    let engine = Engine::new();
    bencher.counter(BytesCount::of_str(EXAMPLE)).bench(|| loaded(&engine, black_box(EXAMPLE)));
}

#[divan::bench]
fn check_report(bencher: Bencher) {
    let loaded = loaded(&Engine::new(), EXAMPLE);
    bencher.bench(|| check(black_box(&loaded), &[]));
}

#[divan::bench]
fn cut_words(bencher: Bencher) {
    bencher.counter(BytesCount::of_str(EXAMPLE)).bench(|| words::words(black_box(EXAMPLE)));
}

#[divan::bench]
fn find_line_ends(bencher: Bencher) {
    let lines: Vec<&str> = EXAMPLE.lines().collect();
    bencher
        .counter(BytesCount::of_str(EXAMPLE))
        .bench(|| lines.iter().map(|line| breaks::opportunities(black_box(line), &[]).len()).sum::<usize>());
}

#[divan::bench(args = ["pdf", "png", "svg", "typst"], sample_count = 20)]
fn make(bencher: Bencher, format: &str) {
    made(bencher, format, Memory::Recent(0));
}

#[divan::bench(args = ["pdf", "svg"], sample_count = 20)]
fn make_again(bencher: Bencher, format: &str) {
    made(bencher, format, Memory::Recent(2));
}

/// Makes the example, each time with another outcome.
fn made(bencher: Bencher, format: &str, memory: Memory) {
    let engine = Engine::new().with_memory(memory);
    let format: Format = format.parse().expect("a format");
    let mut number = 0;
    let text = move || {
        number += 1;
        EXAMPLE.replace("ปรับปรุง", &format!("ปรับปรุง{number}"))
    };
    bencher.with_inputs(text).bench_local_values(|text| {
        let loaded = loaded(&engine, &text);
        let report = loaded.report.as_ref().expect("the example");
        engine.make(report, Document::Report, format, Profile::Web).expect("a document")
    });
}
