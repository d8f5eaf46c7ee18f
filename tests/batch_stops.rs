//! A batch that is stopped or killed leaves only whole files, and can go on where it was. Its memory stays flat.
#![cfg(unix)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use common::Folder;
use common::many::report;
use snapbox::cmd::cargo_bin;

/// All files in a folder and below with their contents, also hidden ones.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        match path.is_dir() {
            true => found
                .extend(files(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes))),
            false => drop(found.insert(name, fs::read(&path).expect("a file"))),
        }
    }
    found
}

fn folder_of(reports: usize) -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.path("in")).expect("a folder");
    for number in 0..reports {
        folder.write(&format!("in/{number:03}.toml"), report(number));
    }
    folder
}

fn start(folder: &Folder, arguments: &[&str]) -> Child {
    Command::new(cargo_bin("ita-report"))
        .args(arguments)
        .current_dir(folder.path("."))
        .env("ITA_REPORT_LANG", "en")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command")
}

/// Reads what a run says until it has made a document.
fn wait_for_document(child: &mut Child) -> BufReader<std::process::ChildStderr> {
    let mut lines = BufReader::new(child.stderr.take().expect("standard error"));
    let mut line = String::new();
    while !line.contains("written: ") {
        line.clear();
        assert!(lines.read_line(&mut line).expect("a line") > 0, "the run has ended");
    }
    lines
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status();
    assert!(sent.expect("kill").success());
}

#[test]
fn what_was_killed_goes_on_to_the_same_files() {
    let folder = folder_of(10);
    folder.run(&["batch", "in", "-o", "clean"]).succeeded();
    let resume = ["batch", "in", "-o", "out", "--resume", "--jobs", "2"];
    // At the beginning, at any time between, and between two documents.
    for wait in [0, 20, 170, 290] {
        let mut child = start(&folder, &resume);
        std::thread::sleep(std::time::Duration::from_millis(wait));
        let _ = child.kill();
        child.wait().expect("the command ends");
    }
    let mut child = start(&folder, &resume);
    let lines = wait_for_document(&mut child);
    let _ = child.kill();
    drop(lines);
    child.wait().expect("the command ends");
    // As a run that was killed while it wrote would leave it.
    folder.write("out/.ita-report-killed", "half");
    fs::write(folder.path("out/.ita-report-batch/.ita-report-killed"), "half").expect("a file");
    let before = files(&folder.path("out"));
    let finished = before.keys().filter(|name| name.ends_with(".json")).count();
    assert!((1..10).contains(&finished), "{finished} finished");
    let run = folder.run(&[&resume[..], &["--lang", "en"]].concat()).succeeded();
    assert!(run.stderr().contains(&format!("{finished} up to date")), "{}", run.stderr());
    assert!(files(&folder.path("out")) == files(&folder.path("clean")));
}

#[test]
fn a_stopped_batch_leaves_whole_files_and_says_how_to_go_on() {
    let folder = folder_of(12);
    folder.run(&["batch", "in", "-o", "clean dir"]).succeeded();
    for name in ["INT", "TERM"] {
        let _ = fs::remove_dir_all(folder.path("out dir"));
        let mut child =
            start(&folder, &["batch", "in", "-o", "out dir", "--jobs", "2", "--summary", "s.json"]);
        let mut lines = wait_for_document(&mut child);
        signal(&child, name);
        let mut said = String::new();
        std::io::Read::read_to_string(&mut lines, &mut said).expect("text");
        assert_eq!(child.wait().expect("the command ends").code(), Some(2), "{said}");
        let out = files(&folder.path("out dir"));
        assert!(
            !out.keys().any(|name| name.contains(".ita-report-") && !name.ends_with(".json")),
            "{:?}",
            out.keys()
        );
        let documents = out.iter().filter(|(name, _)| name.ends_with(".pdf"));
        let clean = files(&folder.path("clean dir"));
        let mut count = 0;
        for (name, bytes) in documents {
            assert!(clean.get(name) == Some(bytes), "{name}");
            count += 1;
        }
        assert!((1..12).contains(&count), "{count} documents");
        let json: serde_json::Value = serde_json::from_slice(&folder.read("s.json")).expect("JSON");
        assert_eq!((&json["made"], &json["left"]), (&count.into(), &(12 - count).into()));
        // The command that it gives makes the rest.
        let command =
            said.lines().last().and_then(|line| line.split_once("to go on: ")).expect("a command").1;
        let run =
            Command::new("sh").args(["-c", command]).current_dir(folder.path(".")).output().expect("a shell");
        assert!(run.status.success(), "{command}: {}", String::from_utf8_lossy(&run.stderr));
        assert!(files(&folder.path("out dir")) == clean);
    }
}

#[test]
fn the_second_signal_ends_a_batch_at_once() {
    let folder = folder_of(40);
    let mut child = start(&folder, &["batch", "in", "-o", "out", "--jobs", "1"]);
    let lines = wait_for_document(&mut child);
    signal(&child, "INT");
    signal(&child, "INT");
    drop(lines);
    assert_eq!(child.wait().expect("the command ends").code(), Some(2));
    let run = folder.run(&["batch", "in", "-o", "out", "--resume"]).succeeded();
    drop(run);
    let out = files(&folder.path("out"));
    assert!(
        !out.keys().any(|name| name.contains(".ita-report-") && !name.ends_with(".json")),
        "{:?}",
        out.keys()
    );
    assert_eq!(out.keys().filter(|name| name.ends_with(".pdf")).count(), 40);
}

/// With templates of one's own, a second process makes the documents. A scheduler knows only the first.
#[test]
fn with_own_templates_a_batch_stops_as_well() {
    let folder = folder_of(12);
    folder.run(&["templates", "own"]).succeeded();
    let mut child = start(&folder, &["batch", "in", "-o", "out", "--jobs", "1", "--templates", "own"]);
    let mut lines = wait_for_document(&mut child);
    signal(&child, "TERM");
    let mut said = String::new();
    std::io::Read::read_to_string(&mut lines, &mut said).expect("text");
    assert_eq!(child.wait().expect("the command ends").code(), Some(2), "{said}");
    let command = said.lines().last().and_then(|line| line.split_once("to go on: ")).expect("a command").1;
    let run =
        Command::new("sh").args(["-c", command]).current_dir(folder.path(".")).output().expect("a shell");
    assert!(run.status.success(), "{command}: {}", String::from_utf8_lossy(&run.stderr));
    let out = files(&folder.path("out"));
    assert_eq!(out.keys().filter(|name| name.ends_with(".pdf")).count(), 12);
    // What no process can have ends as a message, too.
    folder.write("own/report.typ", "#let s = \"a\" * 4000000000000000000");
    let run = folder.run(&["batch", "in", "-o", "out", "--templates", "own", "--lang", "en"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("more memory than this computer has"), "{}", run.stderr());
}

#[test]
fn parts_may_be_made_at_the_same_time() {
    let folder = folder_of(8);
    folder.run(&["batch", "in", "-o", "clean"]).succeeded();
    let parts = ["1/2", "2/2"].map(|shard| start(&folder, &["batch", "in", "-o", "out", "--shard", shard]));
    for part in parts {
        let output = part.wait_with_output().expect("the command ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(files(&folder.path("out")) == files(&folder.path("clean")));
}

/// The most memory that a batch of so many reports needed, in MiB.
#[cfg(target_os = "linux")]
fn peak(folder: &Folder, reports: usize) -> f64 {
    let names: Vec<String> = (0..reports).map(|number| format!("in/{number:03}.toml")).collect();
    let mut arguments = vec!["batch", "-o", "out", "--jobs", "1", "--document", "memo"];
    arguments.extend(names.iter().map(String::as_str));
    let mut child = start(folder, &arguments);
    let lines = BufReader::new(child.stderr.take().expect("standard error")).lines();
    let mut peak = 0.0;
    for _line in lines {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        let kibibytes = line.split_whitespace().next().and_then(|number| number.parse::<f64>().ok());
        peak = kibibytes.map_or(peak, |kibibytes| kibibytes / 1024.0);
    }
    assert!(child.wait().expect("the command ends").success());
    peak
}

#[test]
#[cfg(target_os = "linux")]
fn memory_stays_flat_however_many_reports_there_are() {
    let folder = folder_of(150);
    let (few, many) = (peak(&folder, 30), peak(&folder, 150));
    assert!(few > 0.0, "memory is known");
    assert!(many - few < 15.0, "{few:.0} MiB for 30 reports, {many:.0} MiB for 150");
}
