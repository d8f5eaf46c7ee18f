//! Writes many different report files into a folder, to try and to measure `batch`.
//!
//! ```text
//! cargo run --release --example many_reports -- DIR COUNT
//! ```
//!
//! The files are `0001.toml` and so on, a hundred to a folder. The same number always gives the same file.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "../tests/common/many.rs"]
mod many;

fn main() -> Result<(), Box<dyn Error>> {
    let [folder, count] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("usage: many_reports DIR COUNT".into());
    };
    for number in 0..count.parse()? {
        let folder = Path::new(folder).join(format!("{:02}", number / 100));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{:04}.toml", number + 1)), many::report(number))?;
    }
    Ok(())
}
