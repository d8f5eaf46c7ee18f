//! Measures a report with ten photographs of twelve megapixels: the time from the start of the process to its end, and
//! the size of the PDF.
//!
//! ```text
//! cargo bench --bench pictures
//! ```

use std::process::{Command, Stdio};
use std::time::Instant;

use tempfile::TempDir;

#[path = "../tests/common/camera.rs"]
#[allow(dead_code)]
mod camera;

const PHOTOGRAPHS: u32 = 10;
const RUNS: usize = 5;
/// The limits for the web profile: seconds, and bytes of the PDF.
const SECONDS: f64 = 5.0;
const BYTES: u64 = 3_000_000;

fn main() {
    let folder = TempDir::new().expect("a folder");
    let mut report =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/examples/muang-mu-2567.toml"))
            .expect("the example");
    let mut taken = 0;
    for number in 1..=PHOTOGRAPHS {
        let bytes = camera::jpeg(&camera::scene(4000, 3000, number), if number % 3 == 0 { 6 } else { 1 });
        taken += bytes.len();
        std::fs::write(folder.path().join(format!("{number}.jpg")), bytes).expect("a photograph");
        report += &format!("\n[[photos]]\nfile = \"{number}.jpg\"\ncaption = \"ประชุมคณะทำงาน\"\n");
    }
    std::fs::write(folder.path().join("report.toml"), report).expect("a report");
    println!("{PHOTOGRAPHS} photographs of 4000 x 3000 pixels, {:.1} MB", taken as f64 / 1e6);
    let mut within = true;
    for profile in ["web", "print"] {
        let mut seconds: Vec<f64> = (0..RUNS).map(|_| run(&folder, profile)).collect();
        seconds.sort_by(f64::total_cmp);
        let size = folder.path().join("report.pdf").metadata().expect("a PDF").len();
        within &= profile != "web" || (seconds[RUNS / 2] <= SECONDS && size <= BYTES);
        println!("{profile:6} {:5.2} s, {:5.2} MB", seconds[RUNS / 2], size as f64 / 1e6);
    }
    std::process::exit(i32::from(!within));
}

fn run(folder: &TempDir, profile: &str) -> f64 {
    let begun = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_ita-report"))
        .args(["render", "report.toml", "--profile", profile])
        .current_dir(folder.path())
        .stderr(Stdio::null())
        .status();
    assert!(status.expect("the command runs").success());
    begun.elapsed().as_secs_f64()
}
