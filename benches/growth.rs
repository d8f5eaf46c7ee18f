//! Measures how the time of `check` grows when its input doubles. Prints the table in `docs/trust.md`.
//!
//! ```text
//! cargo bench --bench growth
//! ```
//!
//! Each kind of input is made in four sizes. The numbers are CPU seconds, the median of three runs. Fails if a run ends
//! otherwise than with exit code 0 or 1, if the last doubling takes more than three times as long and a time that can be
//! measured, or if the largest input takes more than two seconds.

use std::fmt::Write as _;
use std::process::Command;

const RUNS: usize = 3;
/// The most time for the largest input, in seconds.
const LIMIT: f64 = 2.0;
/// The most that a doubling may cost. Two would be linear; the rest is noise and what a larger heap costs.
const FACTOR: f64 = 3.0;
/// Shorter times are mostly the start of the process.
const MEASURABLE: f64 = 0.05;

/// A kind of input: its name, its largest size, and what makes its report from a size.
type Kind = (&'static str, usize, fn(usize) -> String);

const KINDS: [Kind; 15] = [
    ("measures, each with its own words", 800, |n| measures(n, |words, _| words.of(7))),
    ("measures, each nearly like the first", 800, nearly_alike),
    ("measures, all the same", 800, |n| measures(n, |_, _| COPIED.to_owned())),
    ("measures, each with its own office", 800, offices),
    ("measures, too many", 8000, |n| measures(n, |words, _| words.of(7))),
    ("results of one measure", 2400, results),
    ("paragraphs of the introduction", 4000, |n| format!("{HEAD}[text]\nintroduction = [{}]\n", list(n, 10))),
    ("photographs that are missing", 4000, photographs),
    ("letters of a result", 10_000, |n| with_result(&Words::new().letters(n))),
    ("letters of a result without spaces", 10_000, |n| with_result(&"ก".repeat(n))),
    ("letters of a result that is too long", 1_000_000, |n| with_result(&Words::new().letters(n))),
    ("letters of the agency's name", 200, |n| named(&Words::new().letters(n))),
    ("letters of an agency's name that is too long", 1_000_000, |n| named(&Words::new().letters(n))),
    ("unknown keys", 4000, |n| format!("{HEAD}{MEASURE}{}", lines(n, |at| format!("resluts{at} = 1")))),
    ("lines with syntax errors", 4000, |n| {
        format!("{HEAD}{MEASURE}{}", lines(n, |at| format!("ข้อ {at} ผล =")))
    }),
];

const COPIED: &str = "ประชุมชี้แจงแนวทางการป้องกันการทุจริตแก่บุคลากร";
const HEAD: &str = "fiscal_year = 2568\n[agency]\nname = \"เทศบาลตำบลบ้านใหม่\"\n";
const MEASURE: &str = "[[measures]]\ntitle = \"มาตรการป้องกันการทุจริต\"\n";

fn main() {
    let mut within = true;
    println!("| what doubles | largest | ⅛ | ¼ | ½ | largest input | last doubling |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (name, largest, make) in KINDS {
        let seconds = [8, 4, 2, 1].map(|part| check(&make(largest / part)));
        let [.., half, whole] = seconds;
        let factor = whole / half;
        within &= whole <= LIMIT && (factor <= FACTOR || whole < MEASURABLE);
        let [a, b, c, d] = seconds.map(|seconds| format!("{seconds:.3} s"));
        println!("| {name} | {largest} | {a} | {b} | {c} | {d} | × {factor:.1} |");
    }
    std::process::exit(i32::from(!within));
}

/// The CPU time of `check` on a report, in seconds.
fn check(report: &str) -> f64 {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("report.toml");
    std::fs::write(&file, report).expect("a file");
    let script = "\"$0\" check \"$1\" > /dev/null 2>&1; [ $? -le 1 ] && times";
    let mut runs: Vec<f64> = (0..RUNS)
        .map(|_| {
            let program = env!("CARGO_BIN_EXE_ita-report");
            let output =
                Command::new("bash").args(["-c", script, program]).arg(&file).output().expect("a shell");
            children_seconds(&String::from_utf8(output.stdout).expect("what `times` prints"))
        })
        .collect();
    runs.sort_by(f64::total_cmp);
    runs[RUNS / 2]
}

/// The times of the shell's children, on the second line: `0m0.123s 0m0.045s`.
fn children_seconds(times: &str) -> f64 {
    let seconds = |time: &str| -> f64 {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m').expect("minutes and seconds");
        minutes.parse::<f64>().expect("minutes") * 60.0 + seconds.parse::<f64>().expect("seconds")
    };
    times.lines().nth(1).expect("two lines").split_whitespace().map(seconds).sum()
}

fn with_result(result: &str) -> String {
    format!("{HEAD}{MEASURE}results = [\"{result}\"]\n")
}

fn named(name: &str) -> String {
    format!(
        "fiscal_year = 2568\n[agency]\nname = \"{name}\"\n{MEASURE}results = [\"{}\"]\n",
        Words::new().letters(9000)
    )
}

/// `n` measures whose texts `text` makes from the words and the number of the measure.
fn measures(n: usize, text: impl Fn(&mut Words, usize) -> String) -> String {
    let (mut report, mut words) = (HEAD.to_owned(), Words::new());
    for number in 0..n {
        let _ =
            write!(report, "[[measures]]\ntitle = \"มาตรการ{}\"\nresponsible = \"สำนักปลัด\"\n", words.of(4));
        for list in ["steps", "results"] {
            let items: Vec<String> = (0..3).map(|_| format!("\"{}\"", text(&mut words, number))).collect();
            let _ = writeln!(report, "{list} = [{}]", items.join(", "));
        }
        let _ = writeln!(report, "outcome = \"{}\"", text(&mut words, number));
    }
    report
}

fn nearly_alike(n: usize) -> String {
    let mut first = Words::new();
    let common: Vec<&str> = (0..7).map(|_| first.next()).collect();
    measures(n, |words, _| {
        let mut own = common.clone();
        own[words.number(7)] = words.next();
        own.concat()
    })
}

fn offices(n: usize) -> String {
    let report = measures(n, |words, _| words.of(7));
    let mut words = Words::new();
    let lines = report.lines().map(|line| match line.starts_with("responsible") {
        true => format!("responsible = \"กอง{}\"\n", words.of(2)),
        false => format!("{line}\n"),
    });
    lines.collect()
}

fn results(n: usize) -> String {
    format!("{HEAD}{MEASURE}steps = [{}]\nresults = [{}]\n", list(n + 1, 7), list(n, 7))
}

fn photographs(n: usize) -> String {
    let mut words = Words::new();
    let photographs =
        lines(n, |at| format!("[[photos]]\nfile = \"ภาพ{at}.jpg\"\ncaption = \"{}\"", words.of(8)));
    format!("{HEAD}{MEASURE}{photographs}")
}

/// The items of a list, each of so many words.
fn list(n: usize, of: usize) -> String {
    let mut words = Words::new();
    (0..n).map(|_| format!("\"{}\",", words.of(of))).collect()
}

fn lines(n: usize, mut line: impl FnMut(usize) -> String) -> String {
    (0..n).map(|at| line(at) + "\n").collect()
}

/// Words of the field, drawn by chance, but the same in every run.
struct Words {
    words: Vec<&'static str>,
    state: u64,
}

impl Words {
    fn new() -> Self {
        let lexicon = include_str!("../data/lexicon/field.txt");
        let words = lexicon.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        Words { words, state: 2568 }
    }

    fn number(&mut self, below: usize) -> usize {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % below
    }

    fn next(&mut self) -> &'static str {
        let at = self.number(self.words.len());
        self.words[at]
    }

    fn of(&mut self, count: usize) -> String {
        (0..count).map(|_| self.next()).collect()
    }

    /// Text of so many letters, with a space here and there.
    fn letters(&mut self, count: usize) -> String {
        let mut text = String::new();
        while text.chars().count() < count {
            // Counting anew each time would take long for a million letters.
            for _ in 0..(count / 100).max(1) {
                text.push_str(self.next());
                if self.number(6) == 0 {
                    text.push(' ');
                }
            }
        }
        text.chars().take(count).collect()
    }
}
