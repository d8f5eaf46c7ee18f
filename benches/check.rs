//! Measures the CPU time of `check` on each example, from the start of the process to its end.
//!
//! ```text
//! cargo bench --bench check
//! ```
//!
//! Runs the command many times in a shell and reads the CPU time of the shell's children. Fails above the limit.

use std::process::Command;

/// Runs of the command in each round. The median of the rounds counts.
const RUNS: usize = 40;
const ROUNDS: usize = 5;
/// The limit for one run in milliseconds of CPU time, user and system together.
const LIMIT: f64 = 10.0;

fn main() {
    let program = env!("CARGO_BIN_EXE_ita-report");
    let mut within = true;
    for example in ["muang-mu-2567.toml", "muang-mu-2567-as-published.toml"] {
        let file = format!("{}/data/examples/{example}", env!("CARGO_MANIFEST_DIR"));
        let mut rounds: Vec<f64> = (0..ROUNDS).map(|_| milliseconds(program, &file)).collect();
        rounds.sort_by(f64::total_cmp);
        let median = rounds[ROUNDS / 2];
        within &= median <= LIMIT;
        println!("check {example:34} {median:6.2} ms of CPU time, limit {LIMIT:.0} ms");
    }
    std::process::exit(i32::from(!within));
}

/// The mean CPU time of a run in milliseconds.
fn milliseconds(program: &str, file: &str) -> f64 {
    let script = format!("for i in $(seq {RUNS}); do \"$0\" check \"$1\" > /dev/null; done; times");
    let output = Command::new("bash").args(["-c", &script, program, file]).output().expect("a shell");
    let times = String::from_utf8(output.stdout).expect("what `times` prints");
    // The second line has the times of the children: `0m0.123s 0m0.045s`.
    let children = times.lines().nth(1).expect("two lines");
    let seconds = |time: &str| -> f64 {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m').expect("minutes and seconds");
        minutes.parse::<f64>().expect("minutes") * 60.0 + seconds.parse::<f64>().expect("seconds")
    };
    children.split_whitespace().map(seconds).sum::<f64>() * 1000.0 / RUNS as f64
}
