//! Measures the cost of breaking Thai lines by words and of fixing the text layer, relative to Typst's own segmenter.
//!
//! ```text
//! cargo bench --bench line_breaks
//! ```
//!
//! Sets a report of more than fifty pages alternately in both ways and prints the medians. Fails above a limit.

use std::time::{Duration, Instant};

use ita_report::files::MemoryFiles;
use ita_report::thai::breaks;
use ita_report::typeset::{Setting, Templates, stages};
use ita_report::view::ReportView;
use ita_report::{OneByOne, Profile, report, thai};

const EXAMPLE: &str = include_str!("../data/examples/muang-mu-2567.toml");
/// How often the example's measures are repeated in the report, and how often the report is set.
const COPIES: usize = 13;
const ROUNDS: usize = 9;

/// The limits: compile time relative to Typst's segmenter; cutting words and the text layer relative to that compile
/// time; the first text, which loads the dictionary and the patterns of addresses.
const COMPILE: f64 = 0.40;
const WORDS: f64 = 0.02;
const TEXT_LAYER: f64 = 0.05;
const START: Duration = Duration::from_millis(1);

fn main() {
    // The first call in the process loads the dictionary.
    let start = timed(|| breaks::opportunities("งบประมาณ", &[])).1;

    let file = long_report();
    let loaded = report::load("report.toml", file.as_bytes(), &MemoryFiles::new());
    let report = loaded.valid_report().expect("the example is a report");
    let view = ReportView::new(report, None);
    let (templates, typsts_templates) = (Templates::default(), stages::with_typsts_segmenter());
    let setting = Setting {
        templates: &templates,
        fonts: &report.fonts,
        profile: Profile::Web,
        draft: false,
        workers: &OneByOne,
    };
    let typsts_setting = Setting { templates: &typsts_templates, ..setting };
    // Evicts the cache after each compile, so that every compile starts cold.
    let compile = |setting: &Setting| {
        let compiled = stages::compiled(&view, setting).expect("pages");
        comemo::evict(0);
        compiled
    };

    let (mut ours, mut typsts, mut layer) = (Vec::new(), Vec::new(), Vec::new());
    let mut pages = (0, 0);
    for _ in 0..ROUNDS {
        let (set, time) = timed(|| compile(&setting));
        ours.push(time);
        layer.push(timed(|| set.fixed()).1);
        let (own, time) = timed(|| compile(&typsts_setting));
        typsts.push(time);
        pages = (set.count(), own.count());
    }
    let cutting = (0..ROUNDS).map(|_| time_of_cutting(|| drop(compile(&setting))));
    let cutting = median(cutting.collect());
    let (ours, typsts, layer) = (median(ours), median(typsts), median(layer));
    let share = |part: Duration| part.as_secs_f64() / ours.as_secs_f64();

    println!("a report of {} pages ({} with Typst's segmenter), medians of {ROUNDS}", pages.0, pages.1);
    let mut within = true;
    let mut line = |what: &str, time: Duration, is: f64, limit: f64, of: &str| {
        within &= is <= limit;
        let time = time.as_secs_f64() * 1000.0;
        println!("{what:34} {time:8.2} ms  {:5.1} % of {of}, limit {:.0} %", is * 100.0, limit * 100.0);
    };
    println!("{:34} {:8.2} ms", "compile, Typst's own segmenter", typsts.as_secs_f64() * 1000.0);
    line("compile, lines broken by words", ours, ours.as_secs_f64() / typsts.as_secs_f64(), COMPILE, "that");
    line("  of which cutting words", cutting, share(cutting), WORDS, "the compile");
    line("text layer", layer, share(layer), TEXT_LAYER, "the compile");
    line("dictionary at start", start, start.as_secs_f64() / START.as_secs_f64(), 1.0, "1 ms");
    assert!(pages.0 >= 50, "{} pages", pages.0);
    std::process::exit(i32::from(!within));
}

/// The example with its measures repeated. Each copy differs in its texts, so that none is set from the cache.
fn long_report() -> String {
    let lines: Vec<&str> = EXAMPLE.split_inclusive('\n').collect();
    let is_measure = |line: &&str| line.starts_with("[[measures]]");
    let first = lines.iter().position(is_measure).expect("measures");
    let last = lines.iter().rposition(is_measure).expect("measures");
    let after = lines[last + 1..].iter().position(|line| line.starts_with('['));
    let end = after.map_or(lines.len(), |at| last + 1 + at);
    let (head, measures, tail) = (lines[..first].concat(), lines[first..end].concat(), lines[end..].concat());
    let copy = |n: usize| {
        let number = thai::Numerals::Thai.integer(n);
        measures
            .replace("title = \"", &format!("title = \"ชุดที่ {number} "))
            .replace("  \"", &format!("  \"({number}) "))
    };
    let copies: String = (1..=COPIES).map(copy).collect();
    format!("{head}{copies}{tail}")
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The time that `work` spends on cutting words, as the sum of the `cut words` events that Typst's timer records.
fn time_of_cutting(work: impl FnOnce()) -> Duration {
    typst_timing::clear();
    typst_timing::enable();
    work();
    typst_timing::disable();
    let mut json = Vec::new();
    typst_timing::export_json(&mut json, |_| (String::new(), 0)).expect("events are JSON");
    let events: Vec<serde_json::Value> = serde_json::from_slice(&json).expect("events are JSON");
    let of = |phase: &str| -> f64 {
        let mine = events.iter().filter(|event| event["name"] == "cut words" && event["ph"] == phase);
        mine.filter_map(|event| event["ts"].as_f64()).sum()
    };
    Duration::from_secs_f64((of("E") - of("B")) / 1e6)
}
