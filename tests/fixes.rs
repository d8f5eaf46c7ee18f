//! `check --fix` writes what is safe to correct into the file, and nothing else.

mod common;

use common::{Folder, SMALLEST};
use serde_json::Value;

const SLIPS: &str = "# หมายเหตุของเจ้าหน้าที่ ๑\n[scores.2567]\ntotal = ๙๔.๖๙   # ตามประกาศ\n\n[[measures]]\r\n\
title = “มาตรการเเก้ไขปัญหา”\n# สำานัก ในคำอธิบายไม่แก้\nresponsible = 'สำานักปลัด'\nsteps = [\n    \"ด าเนินการการป้องกัน\"  # ท้าย\n    \"ต่างๆ\",\n]\n";

fn findings(folder: &Folder, arguments: &[&str]) -> Vec<Value> {
    serde_json::from_str(&folder.run(arguments).stdout()).expect("an array")
}

#[test]
fn safe_corrections_are_written_and_everything_else_stays() {
    let folder = Folder::with_report(format!("\u{FEFF}{SMALLEST}{SLIPS}"));
    let before = folder.read("report.toml");
    let diff = folder.run(&["check", "--diff", "report.toml"]);
    assert_eq!(folder.read("report.toml"), before, "--diff writes nothing");
    assert!(
        diff.stdout().contains("-title = “มาตรการเเก้ไขปัญหา”\n+title = \"มาตรการแก้ไขปัญหา\""),
        "{}",
        diff.stdout()
    );

    let run = folder.run(&["check", "--fix", "report.toml"]);
    let right = format!("\u{FEFF}{SMALLEST}{SLIPS}")
        .replace("๙๔.๖๙", "94.69")
        .replace("“มาตรการเเก้ไขปัญหา”", "\"มาตรการแก้ไขปัญหา\"")
        .replace("'สำานักปลัด'", "'สำนักปลัด'")
        .replace("ด าเนินการการป้องกัน\"", "ดำเนินการป้องกัน\",")
        .replace("ต่างๆ", "ต่าง ๆ");
    let now = String::from_utf8(folder.read("report.toml")).expect("UTF-8");
    assert_eq!(now, right);
    assert!(run.stderr().contains("report.toml:10:9: total = 94.69"), "{}", run.stderr());

    let again = folder.run(&["check", "--fix", "report.toml"]);
    assert_eq!(
        String::from_utf8(folder.read("report.toml")).expect("UTF-8"),
        right,
        "a second run has nothing to do"
    );
    assert_eq!(again.stderr(), "");
    let left = findings(&folder, &["check", "--format", "json", "report.toml"]);
    assert!(
        left.iter().all(|finding| finding["fix"].is_null() || finding["fix"]["safe"] == false),
        "{left:?}"
    );
}

#[test]
fn json_has_the_edits() {
    let folder =
        Folder::with_report(format!("{SMALLEST}outcome = \"สำานักงานเปิด\"\nresponsable = \"กองคลัง\"\n"));
    let found = findings(&folder, &["check", "--format", "json", "report.toml"]);
    let unknown = found.iter().find(|f| f["code"] == "unknown-key").expect("an unknown key");
    let edit = &unknown["fix"]["edits"][0];
    assert_eq!((unknown["fix"]["safe"].as_bool(), edit["text"].as_str()), (Some(false), Some("responsible")));
    assert_eq!(
        (edit["line"].as_u64(), edit["column"].as_u64(), edit["end_column"].as_u64()),
        (Some(9), Some(1), Some(12))
    );
    folder.write("report.toml", format!("{SMALLEST}outcome = \"สำานักงานเปิด\"\n"));
    let found = findings(&folder, &["check", "--format", "json", "report.toml"]);
    let vowel = found.iter().find(|f| f["code"] == "split-vowel").expect("a split vowel");
    assert_eq!(vowel["fix"]["safe"], true);
}

#[test]
fn only_what_is_safe_is_written() {
    let text = format!("{SMALLEST}responsable = \"กองคลัง\"\noutcome = \"ก\n");
    let folder = Folder::with_report(&text);
    assert_eq!(folder.run(&["check", "--fix", "report.toml"]).code(), 1);
    assert_eq!(folder.read("report.toml"), text.as_bytes());
    // Standard input cannot be written to.
    assert_eq!(folder.run(&["check", "--fix", "-"]).code(), 2);
}

#[test]
fn a_folder_stands_for_its_reports() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path("ปี/67")).expect("folders");
    folder.write("ปี/ก.toml", SMALLEST);
    folder.write("ปี/67/ข.toml", SMALLEST.replace("2567", "๒๕๖๗"));
    folder.write("ปี/ita-2569.toml", "year = 2569\n[weights]\nIIT = 100\n");
    folder.write("ปี/อ่าน.txt", "fiscal_year = 2567");
    let run = folder.run(&["check", "--lang", "en", "ปี"]);
    assert_eq!(run.code(), 1);
    assert!(
        run.stderr().contains("2 files: 1 with errors, 1 with warnings only, 0 without findings"),
        "{}",
        run.stderr()
    );
    assert!(!run.stdout().contains("ita-2569") && !run.stdout().contains("อ่าน.txt"), "{}", run.stdout());
    let run = folder.run(&["render", "ปี"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("ปี/67/ข.toml ปี/ก.toml"), "{}", run.stderr());
    std::fs::create_dir(folder.path("ว่าง")).expect("a folder");
    assert_eq!(folder.run(&["check", "ว่าง"]).code(), 2);
    assert_eq!(folder.run(&["render", "ว่าง"]).code(), 2);
}

#[test]
fn several_files_are_made_and_outputs_are_where_they_are_asked_for() {
    let folder = Folder::new();
    folder.write("a.toml", SMALLEST);
    folder.write("b.toml", SMALLEST);
    folder.run(&["render", "a.toml", "b.toml"]).succeeded();
    assert!(folder.path("a.pdf").exists() && folder.path("b.pdf").exists());
    folder.run(&["render", "a.toml", "b.toml", "-o", "ผล/ลัพธ์/"]).succeeded();
    assert!(folder.path("ผล/ลัพธ์/a.pdf").exists() && folder.path("ผล/ลัพธ์/b.pdf").exists());
    folder.run(&["render", "a.toml", "-o", "ใหม่/x.pdf"]).succeeded();
    assert!(folder.path("ใหม่/x.pdf").exists());
    assert_eq!(folder.run(&["render", "a.toml", "b.toml", "-o", "one.pdf"]).code(), 2);
    folder.write("bad.toml", SMALLEST.replace("2567", "๒๕๖๗"));
    std::fs::remove_file(folder.path("b.pdf")).expect("a file");
    assert_eq!(folder.run(&["render", "missing.toml", "bad.toml", "b.toml"]).code(), 2, "the worst of all");
    assert!(folder.path("b.pdf").exists(), "the others are made");
    for output in ["x.docx", "x.jpg", "x.txt", "x.xlsx"] {
        let run = folder.run(&["render", "a.toml", "-o", output]);
        assert_eq!(run.code(), 2, "{output}");
        assert!(run.stderr().contains("pdf") && !folder.path(output).exists(), "{}", run.stderr());
    }
    folder.run(&["render", "a.toml", "-o", "รายงาน พ.ศ.2567"]).succeeded();
    folder.run(&["--lang", "EN", "render", "a.toml"]).succeeded();
    assert!(folder.run(&["check", "--lang=en", "a.toml"]).stdout().contains("a.toml"));
}
