//! Prints where the lines of texts end in columns of a width in letters, for `tests/judges/segmenters.py`.
//!
//! ```text
//! echo '["ข้อความ"]' | cargo run --release --example line_ends -- 12 75
//! ```
//!
//! Standard input is a JSON array of texts. The output is a JSON array with an object for each text, which maps each width
//! to the byte offsets where the second line and those after it begin.

use std::collections::BTreeMap;
use std::io;

use ita_report::typeset::stages;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let widths: Vec<usize> = std::env::args().skip(1).map(|width| width.parse()).collect::<Result<_, _>>()?;
    let texts: Vec<String> = serde_json::from_reader(io::stdin())?;
    let ends = |text: &String| -> BTreeMap<usize, Vec<usize>> {
        widths.iter().map(|width| (*width, stages::line_ends(text, *width))).collect()
    };
    println!("{}", serde_json::to_string(&texts.iter().map(ends).collect::<Vec<_>>())?);
    Ok(())
}
