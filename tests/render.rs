//! `ita-report render` as a user runs it: where documents are written, and that no existing file is lost.

mod common;

use common::unpacked::unpacked;
use common::{Folder, SMALLEST, command, example, pdf_of};

#[test]
fn both_examples_become_a_pdf_beside_them() {
    for name in ["muang-mu-2567.toml", "muang-mu-2567-as-published.toml"] {
        let folder = Folder::new();
        folder.write(name, example(name));
        let run = folder.run(&["render", name]).succeeded();
        assert!(run.stderr().contains("เขียนแล้ว"), "{}", run.stderr());
        let pdf = name.replace(".toml", ".pdf");
        assert!(folder.read(&pdf).starts_with(b"%PDF-1.7"));
        assert_eq!(folder.names().len(), 2, "no temporary file is left: {:?}", folder.names());
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let report = example("muang-mu-2567.toml");
    assert!(pdf_of(&report) == pdf_of(&report));
    let crlf = format!("\u{FEFF}{}", report.replace('\n', "\r\n"));
    assert!(pdf_of(&report) == pdf_of(&crlf), "a byte-order mark and CRLF change nothing");
}

#[test]
fn the_date_is_the_files_or_the_environments_or_the_last_day() {
    let date = |report: &str, epoch: Option<&str>| {
        let folder = Folder::with_report(report);
        let mut command = command().current_dir(folder.path("")).args(["render", "report.toml"]);
        if let Some(epoch) = epoch {
            command = command.env("SOURCE_DATE_EPOCH", epoch);
        }
        command.assert().success();
        let pdf = String::from_utf8_lossy(&unpacked(&folder.read("report.pdf"))).into_owned();
        let at = pdf.find("/CreationDate(D:").expect("a date") + "/CreationDate(D:".len();
        pdf[at..at + 8].to_owned()
    };
    let dated = format!("date = \"5 ตุลาคม 2567\"\n{SMALLEST}");
    assert_eq!(date(SMALLEST, None), "20240930");
    assert_eq!(date(SMALLEST, Some("1700000000")), "20231114");
    assert_eq!(date(&dated, Some("1700000000")), "20241005");
    let folder = Folder::with_report(SMALLEST);
    let run = command()
        .current_dir(folder.path(""))
        .args(["render", "report.toml"])
        .env("SOURCE_DATE_EPOCH", "เมื่อวาน")
        .assert();
    run.code(2);
}

#[test]
fn output_goes_where_it_is_told() {
    let folder = Folder::with_report(SMALLEST);
    let out = folder.run(&["render", "report.toml", "-o", "-"]).succeeded();
    assert!(out.0.stdout.starts_with(b"%PDF"));
    assert_eq!(folder.names(), ["report.toml"], "standard output leaves no file");
    std::fs::create_dir(folder.path("เว็บไซต์")).unwrap();
    folder.run(&["render", "report.toml", "-o", "เว็บไซต์"]).succeeded();
    folder.run(&["render", "report.toml", "-o", "เว็บไซต์/รายงาน ปี 67.pdf"]).succeeded();
    assert!(folder.read("เว็บไซต์/report.pdf") == out.0.stdout);
    assert!(folder.read("เว็บไซต์/รายงาน ปี 67.pdf") == out.0.stdout);
}

#[test]
fn a_failed_run_leaves_the_earlier_document() {
    let folder = Folder::with_report(SMALLEST);
    folder.run(&["render", "report.toml"]).succeeded();
    let before = folder.read("report.pdf");
    folder.write("report.toml", SMALLEST.replace("name", "nane"));
    let run = folder.run(&["render", "report.toml"]);
    assert_eq!(run.code(), 1);
    assert!(folder.read("report.pdf") == before);
    assert_eq!(folder.names(), ["report.pdf", "report.toml"]);
}

#[test]
fn the_report_file_is_never_overwritten() {
    let folder = Folder::with_report(SMALLEST);
    let run = folder.run(&["render", "report.toml", "-o", "report.toml"]);
    assert_eq!(run.code(), 2);
    assert_eq!(folder.read("report.toml"), SMALLEST.as_bytes());
    folder.write("odd.pdf", SMALLEST);
    assert_eq!(folder.run(&["render", "odd.pdf"]).code(), 2);
    assert_eq!(folder.read("odd.pdf"), SMALLEST.as_bytes());
}

#[test]
fn what_cannot_be_read_or_written_ends_with_2() {
    let folder = Folder::with_report(SMALLEST);
    for arguments in [
        vec!["render", "missing.toml"],
        vec!["render", "."],
        vec!["render", "report.toml", "-o", "report.toml/a.pdf"],
        vec!["render"],
        vec!["rendr", "report.toml"],
        vec!["render", "report.toml", "--format", "docx"],
    ] {
        let run = folder.run(&arguments);
        assert_eq!(run.code(), 2, "{arguments:?}");
        assert!(run.stderr().starts_with("ข้อผิดพลาด: "), "{}", run.stderr());
    }
    assert_eq!(folder.names(), ["report.toml"]);
}

#[test]
fn pages_can_be_pictures() {
    let folder = Folder::with_report(example("muang-mu-2567.toml"));
    folder.run(&["render", "report.toml", "--format", "png"]).succeeded();
    assert!(folder.read("report-1.png").starts_with(b"\x89PNG"));
    assert!(folder.read("report-5.png").starts_with(b"\x89PNG"));
    let run = folder.run(&["render", "report.toml", "--format", "png", "-o", "-"]);
    assert_eq!(run.code(), 2);
}

#[cfg(unix)]
#[test]
fn a_new_document_may_be_read_by_others_and_an_old_one_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with_report(SMALLEST);
    let mode = || std::fs::metadata(folder.path("report.pdf")).unwrap().permissions().mode() & 0o777;
    folder.run(&["render", "report.toml"]).succeeded();
    assert_eq!(mode() & 0o600, 0o600);
    assert_ne!(mode(), 0o600, "a web server has to be able to read it");
    std::fs::set_permissions(folder.path("report.pdf"), std::fs::Permissions::from_mode(0o640)).unwrap();
    folder.run(&["render", "report.toml"]).succeeded();
    assert_eq!(mode(), 0o640);
}

#[test]
fn a_new_file_is_written_once_and_renders_as_a_draft() {
    let folder = Folder::new();
    folder.run(&["new", "ปี67.toml", "--year", "2567"]).succeeded();
    folder.run(&["render", "--draft", "ปี67.toml"]).succeeded();
    assert!(folder.read("ปี67.pdf").starts_with(b"%PDF"));
    let text = String::from_utf8(folder.read("ปี67.toml")).unwrap();
    assert!(text.contains("fiscal_year = 2567") && text.contains("[scores.2566]") && !text.contains('@'));
    let again = folder.run(&["new", "ปี67.toml"]);
    assert_eq!(again.code(), 2, "a file that is there is kept");
    assert_eq!(folder.read("ปี67.toml"), text.as_bytes());
    let common_era = folder.run(&["new", "b.toml", "--year", "2024"]);
    assert_eq!(common_era.code(), 2);
    assert!(common_era.stderr().contains("--year 2567"), "{}", common_era.stderr());
    folder.run(&["new", "default.toml"]).succeeded();
    folder.run(&["render", "--draft", "default.toml"]).succeeded();
}

#[test]
fn help_is_thai_and_english_when_asked() {
    let folder = Folder::new();
    let thai = folder.run(&["render", "--help"]).succeeded().stdout();
    assert!(thai.contains("วิธีใช้") && thai.contains("แฟ้มรายงาน"), "{thai}");
    let english = folder.run(&["render", "--help", "--lang", "en"]).succeeded().stdout();
    assert!(english.contains("Usage") && english.contains("The report file"), "{english}");
    let by_environment = command().env("ITA_REPORT_LANG", "en").args(["--help"]).assert().success();
    assert!(String::from_utf8_lossy(&by_environment.get_output().stdout).contains("Usage"));
    assert_eq!(folder.run(&["--version"]).succeeded().stdout().trim(), "ita-report 0.1.0");
}

/// A closed pipe or a full disk must not cause a panic.
#[cfg(target_os = "linux")]
#[test]
fn closed_and_full_outputs_do_no_harm() {
    let folder = Folder::with_report(SMALLEST.replace("name", "nane"));
    let program = snapbox::cmd::cargo_bin!("ita-report").display().to_string();
    let shell = |script: &str| {
        let script = script.replace("ita-report", &program);
        let output = std::process::Command::new("sh")
            .args(["-c", &script])
            .current_dir(folder.path(""))
            .output()
            .expect("a shell");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for script in [
        "ita-report check report.toml | true",
        "ita-report check --format json report.toml > /dev/full",
        "ita-report check report.toml > /dev/full",
        "ita-report render report.toml 2> /dev/full",
        "ita-report render report.toml 2>&-",
    ] {
        let (code, stderr) = shell(script);
        assert!(
            code.is_some_and(|code| code <= 2) && !stderr.contains("panicked"),
            "{script}: {code:?} {stderr}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_keeps_pointing_at_its_file() {
    let folder = Folder::with_report(SMALLEST);
    folder.write("published.pdf", "old");
    std::os::unix::fs::symlink("published.pdf", folder.path("report.pdf")).unwrap();
    std::os::unix::fs::symlink("not-yet.pdf", folder.path("dangling.pdf")).unwrap();
    folder.run(&["render", "report.toml"]).succeeded();
    folder.run(&["render", "report.toml", "-o", "dangling.pdf"]).succeeded();
    assert!(folder.path("report.pdf").is_symlink() && folder.path("dangling.pdf").is_symlink());
    assert!(folder.read("published.pdf").starts_with(b"%PDF"));
    assert!(folder.read("not-yet.pdf") == folder.read("published.pdf"));
}

#[test]
fn names_are_one_line_without_invisible_characters() {
    let odd = SMALLEST.replace("เทศบาลตำบลบ้านใหม่", "เทศบาลตำบล\\nบ้าน\u{200B}ใหม่");
    let pdf = pdf_of(&odd);
    assert!(String::from_utf8_lossy(&pdf).contains("เทศบาลตำบล บ้านใหม่"), "the author, in the metadata");
}
