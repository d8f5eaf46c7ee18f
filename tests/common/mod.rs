//! What the tests share: temporary folders, the real command, and small report files.
#![allow(dead_code)] // Each test file uses only part of this module.

pub mod camera;
#[cfg(unix)]
pub mod live;
pub mod many;
pub mod process;
pub mod unpacked;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

/// The smallest valid report file.
pub const SMALLEST: &str = r#"fiscal_year = 2567

[agency]
name = "เทศบาลตำบลบ้านใหม่"

[[measures]]
title = "มาตรการป้องกันการทุจริต"
"#;

/// A temporary folder, deleted when dropped.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Folder(TempDir::new().expect("a temporary folder"))
    }

    /// A folder with a single file, `report.toml`.
    pub fn with_report(text: impl AsRef<[u8]>) -> Self {
        let folder = Folder::new();
        folder.write("report.toml", text);
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("a file can be written");
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Copies the pictures of `tests/reports/pictures.toml` into the subfolder `pictures`.
    pub fn copy_pictures(&self) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/pictures");
        fs::create_dir(self.path("pictures")).expect("a folder");
        for entry in fs::read_dir(from).expect("pictures") {
            let path = entry.expect("an entry").path();
            fs::copy(&path, self.path("pictures").join(path.file_name().expect("a name")))
                .expect("a picture");
        }
    }

    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder can be read");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
            .collect();
        names.sort();
        names
    }

    /// Runs the command in this folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let output = command().current_dir(self.0.path()).args(arguments).output().expect("the command runs");
        Run(output)
    }
}

/// The real command without the environment variables that would change its date or language. It speaks Thai.
pub fn command() -> Command {
    Command::new(cargo_bin!("ita-report")).env_remove("SOURCE_DATE_EPOCH").env_remove("ITA_REPORT_LANG")
}

/// The result of a run of the command.
pub struct Run(pub Output);

impl Run {
    pub fn code(&self) -> i32 {
        self.0.status.code().expect("the command ends by itself")
    }

    pub fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).expect("standard output is UTF-8")
    }

    pub fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).expect("standard error is UTF-8")
    }

    /// Panics with the output of the run unless its exit code is 0.
    pub fn succeeded(self) -> Self {
        assert_eq!(self.code(), 0, "{}{}", self.stdout(), self.stderr());
        self
    }
}

/// The findings that `check --format json` prints for the report in a folder, in the given language.
pub fn findings(folder: &Folder, language: &str) -> Vec<Value> {
    let run = folder.run(&["check", "--format", "json", "--lang", language, "report.toml"]);
    assert_eq!(run.stderr(), "");
    serde_json::from_str(&run.stdout()).expect("an array")
}

/// Findings as codes and lines.
pub fn codes_and_lines(findings: &[Value]) -> Vec<(String, u64)> {
    let place =
        |f: &Value| (f["code"].as_str().expect("a code").to_owned(), f["line"].as_u64().expect("a line"));
    findings.iter().map(place).collect()
}

/// The text of an example in `data/examples/`.
pub fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/examples").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The PDF that the command makes of a report file with this text.
pub fn pdf_of(report: &str) -> Vec<u8> {
    let folder = Folder::with_report(report);
    folder.run(&["render", "report.toml"]).succeeded();
    folder.read("report.pdf")
}

/// A copy of an embedded font under another family name of the same length.
pub fn renamed_font(font: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(font);
    let mut bytes = std::fs::read(path).expect("a font");
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for (old, new) in
        [(b"SarabunPSK".to_vec(), b"SarabunOWN".to_vec()), (wide("SarabunPSK"), wide("SarabunOWN"))]
    {
        for at in 0..bytes.len() - old.len() {
            if bytes[at..].starts_with(&old) {
                bytes[at..at + old.len()].copy_from_slice(&new);
            }
        }
    }
    bytes
}
