//! Commands as people type them: what is clear is done, and for the rest the message says what to type.

mod common;

use common::{Folder, Run, SMALLEST};

/// Checks that a run failed, and that its message has all these parts.
#[track_caller]
fn refused(run: &Run, parts: &[&str]) {
    assert_eq!(run.code(), 2, "{}", run.stderr());
    for part in parts {
        assert!(run.stderr().contains(part), "{part}: {}", run.stderr());
    }
}

fn report_named(name: &str) -> Folder {
    let folder = Folder::new();
    folder.write(name, SMALLEST);
    folder
}

#[test]
fn years_are_read_in_thai_digits() {
    let folder = Folder::new();
    folder.run(&["new", "ก.toml", "--year", "๒๕๖๗"]).succeeded();
    assert!(String::from_utf8_lossy(&folder.read("ก.toml")).contains("fiscal_year = 2567"));
    folder.run(&["rules", "พ.ศ. ๒๕๖๘"]).succeeded();
    refused(&folder.run(&["new", "ข.toml", "--year", "๒๐๒๔"]), &["--year 2567"]);
    refused(&folder.run(&["new", "ข.toml", "--year", "ปีนี้"]), &["ปีนี้"]);
}

#[test]
fn a_new_report_has_its_folders_and_its_ending() {
    let folder = Folder::new();
    folder.run(&["new", "ปี 2567/ita/รายงาน.toml"]).succeeded();
    assert!(folder.path("ปี 2567/ita/รายงาน.toml").is_file());
    for (typed, written) in
        [("รายงาน", "รายงาน.toml"), ("อบต.ท่าช้าง", "อบต.ท่าช้าง.toml"), ("เล่ม.2567", "เล่ม.2567.toml")]
    {
        let run = folder.run(&["new", typed]).succeeded();
        assert!(folder.path(written).is_file(), "{typed}");
        assert!(run.stderr().contains(&format!("check {written}")), "{}", run.stderr());
    }
    refused(&folder.run(&["new", "ร.docx"]), &[".toml", "ita-report new ร.toml"]);
    refused(&folder.run(&["new", "ปี 2567"]), &["\"ปี 2567/report.toml\""]);
    assert!(!folder.path("ร.docx").exists() && !folder.path("ร.toml").exists());
}

#[test]
fn commands_in_messages_can_be_typed_as_they_are_shown() {
    let folder = Folder::new();
    let run = folder.run(&["new", "รายงาน 2567.toml"]).succeeded();
    assert!(run.stderr().contains("ita-report check \"รายงาน 2567.toml\""), "{}", run.stderr());
    let folder = report_named("รายงาน 2567.toml");
    let run = folder.run(&["render", "รายงาน 2567.toml"]).succeeded();
    assert!(run.stderr().contains("ita-report check \"รายงาน 2567.toml\""), "{}", run.stderr());
    refused(&folder.run(&["render", "."]), &["ita-report render \"./รายงาน 2567.toml\""]);
}

#[test]
fn the_file_that_was_meant_is_named() {
    let folder = report_named("ok.toml");
    for typed in ["ok", "ok.pdf", "ok.tmol"] {
        refused(&folder.run(&["render", typed]), &["ok.toml"]);
        refused(&folder.run(&["check", typed]), &["ok.toml"]);
    }
    assert!(!folder.run(&["check", "อื่น.toml"]).stderr().contains("ok.toml"));
    let folder = report_named("รายงาน เทศบาล ๒๕๖๗.toml");
    let words = ["รายงาน", "เทศบาล", "๒๕๖๗.toml"];
    for command in ["check", "render"] {
        refused(&folder.run(&[&[command][..], &words].concat()), &["\"รายงาน เทศบาล ๒๕๖๗.toml\""]);
    }
    refused(&folder.run(&[&["new"][..], &words].concat()), &["เทศบาล", "เครื่องหมายคำพูด"]);
}

#[test]
fn long_dashes_and_help_are_understood() {
    let folder = report_named("report.toml");
    for typed in ["—fix", "–fix"] {
        refused(&folder.run(&["check", typed, "report.toml"]), &[typed, "--fix"]);
    }
    let help = |arguments: &[&str]| folder.run(arguments).succeeded().stdout();
    assert_eq!(help(&["help"]), help(&["--help"]));
    assert_eq!(help(&["help", "render"]), help(&["render", "--help"]));
}

#[test]
fn a_command_alone_says_what_to_give_it() {
    let folder = Folder::new();
    for command in ["check", "render", "new"] {
        refused(&folder.run(&[command]), &[&format!("ita-report {command} รายงาน.toml")]);
    }
    refused(&folder.run(&["rules"]), &["ita-report rules 2568"]);
    refused(&folder.run(&["templates"]), &["ita-report templates แม่แบบ"]);
}
