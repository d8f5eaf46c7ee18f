//! Rules files that a report names: the rules of a new fiscal year are one data file.

mod common;

use common::{Folder, SMALLEST};
use ita_report::files::MemoryFiles;
use ita_report::ita::RuleBook;
use ita_report::report::{Report, load};
use ita_report::thai::FiscalYear;
use ita_report::view::{ReportView, SummaryView};
use serde_json::Value;

/// Invented rules for 2569: eleven indicators, a fourth instrument, other weights and levels.
const ELEVEN: &str = include_str!("rules/ita-2569.toml");

/// A report for 2569 that names these rules and has scores under them.
fn report_of_2569() -> String {
    let scores = |year: u16, total: &str, scores: [f64; 11]| {
        let all: Vec<String> =
            (1..).zip(scores).map(|(number, score)| format!("{number} = {score:.2}")).collect();
        format!("[scores.{year}]\ntotal = {total}\nindicators = {{ {} }}\n", all.join(", "))
    };
    let ten = |text: String| text.replace(", 11 = 0.00", "");
    format!(
        "rules = \"ita-2569.toml\"\n{}target = 11\n{}{}",
        SMALLEST.replace("2567", "2569"),
        ten(scores(2568, "90.00", [90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 0.0])),
        scores(2569, "92.25", [95.0, 95.0, 95.0, 95.0, 95.0, 90.0, 90.0, 90.0, 90.0, 90.0, 95.0]),
    )
}

fn files() -> MemoryFiles {
    let mut files = MemoryFiles::new();
    files.insert("ita-2569.toml", ELEVEN.as_bytes()).expect("a plain name");
    files
}

fn read(text: &str) -> Report {
    let loaded = load("report.toml", text.as_bytes(), &files());
    loaded.sound().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).clone()
}

#[test]
fn a_year_with_eleven_indicators_is_one_data_file() {
    let report = read(&report_of_2569());
    let view = ReportView::new(&report, None);
    let table = view.indicators.expect("a table");
    assert_eq!(table.rows.len(), 11);
    let last = &table.rows[10];
    assert_eq!((last.number.as_deref(), &*last.name), (Some("๑๑"), "การมีส่วนร่วมของประชาชน"));
    assert_eq!((&*last.previous, &*last.current), ("-", "๙๕.๐๐"), "the year before had ten");
    let results = report.current().expect("results of the year");
    assert_eq!(results.level(), Some("ดีมาก"), "every instrument counts, the fourth too");
    assert_eq!(report.previous().and_then(|year| year.level()), Some("ผ่านดี"), "by the rules of its own year");
    let summary = SummaryView::new(&report, None);
    assert_eq!(summary.chart.expect("a chart").rows.len(), 11);
    // The weighted mean of 2569 is 0.25 * 95 + 0.25 * 90 + 0.25 * 90 + 0.25 * 95 = 92.50.
    let folder = Folder::with_report(report_of_2569());
    folder.write("ita-2569.toml", ELEVEN);
    let codes = |run: &common::Run| -> Vec<String> {
        let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
        found.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    };
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    let found = codes(&run);
    assert_eq!(run.code(), 0);
    assert!(!found.iter().any(|code| code == "rules-year" || code == "total-mean"), "{found:?}");
    folder.write("report.toml", report_of_2569().replace("92.25", "91.25"));
    assert!(
        codes(&folder.run(&["check", "--format", "json", "report.toml"])).contains(&"total-mean".to_owned())
    );
    folder.run(&["render", "report.toml", "--document", "all"]).succeeded();
}

/// `check` also reads prose by the rules of the year: it knows the eleventh indicator and the fourth instrument.
#[test]
fn prose_is_read_by_the_rules_of_the_year() {
    let folder = Folder::new();
    folder.write("ita-2569.toml", ELEVEN);
    for (outcome, code) in [
        ("ตัวชี้วัดที่ ๑๑ ปี ๒๕๖๙ ได้ ๙๓.๐๐ คะแนน", "score-in-prose"),
        ("ปี ๒๕๖๙ คะแนน PIT ได้ ๙๑.๐๐ คะแนน", "score-in-prose"),
        ("การมีส่วนรวมของประชาชน", "indicator-name"),
    ] {
        let report = report_of_2569().replace("target = 11\n", &format!("outcome = \"{outcome}\"\n"));
        folder.write("report.toml", report);
        let run = folder.run(&["check", "--format", "json", "report.toml"]);
        assert!(run.stdout().contains(&format!("\"{code}\"")), "{outcome}: {}", run.stdout());
    }
}

/// The first fault of a rules file: its code, file, line and column.
fn first_fault(rules: &str) -> (String, String, u64, u64) {
    let folder = Folder::with_report(report_of_2569());
    folder.write("ita-2569.toml", rules);
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    assert_eq!(run.code(), 1, "{}", run.stdout());
    let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
    let fault =
        found.iter().find(|found| found["file"] == "ita-2569.toml").unwrap_or_else(|| panic!("{found:?}"));
    assert!(!fault["message"].as_str().expect("a message").contains("{$"));
    let text = |key: &str| fault[key].as_str().expect("a text").to_owned();
    let number = |key: &str| fault[key].as_u64().expect("a number");
    (text("code"), text("file"), number("line"), number("column"))
}

#[test]
fn a_faulty_rules_file_is_an_error_at_its_own_line() {
    let line = |text: &str| 1 + ELEVEN[..ELEVEN.find(text).expect(text)].matches('\n').count() as u64;
    for (from, to, code, at) in [
        ("year = 2569", "yaer = 2569", "unknown-key", "year = 2569"),
        ("year = 2569", "year = 2026", "year-common-era", "year = 2569"),
        ("year = 2569", "from = 2570\nto = 2569", "rules-years", "year = 2569"),
        ("PIT = 25", "PIT = 20", "weights-sum", "[weights]"),
        ("PIT = 25", "PIT = 250", "weight-range", "PIT = 25"),
        ("PIT = 25", "\"P-T\" = 25", "instrument-name", "PIT = 25"),
        ("PIT = 25", "PIT = \"25\"", "wrong-type", "PIT = 25"),
        ("instrument = \"PIT\"", "instrument = \"PTI\"", "unknown-instrument", "instrument = \"PIT\""),
        ("number = 11", "number = 10", "repeated-indicator", "number = 11"),
        ("number = 11", "number = 0", "indicator-range", "number = 11"),
        ("total = 60", "total = 99", "levels-order", "total = 60"),
        ("total = 0", "total = 10", "levels-end", "total = 0"),
        ("passed = true", "passed = yes", "syntax", "passed = true"),
        ("name = \"ดี\"", "name = \"ดี 😀\"", "no-glyph", "name = \"ดี\""),
    ] {
        let (found, _, at_line, _) = first_fault(&ELEVEN.replacen(from, to, 1));
        let expected = line(at);
        // A fault of a whole table is reported at its header, up to two lines above the changed line.
        assert!(
            found == code && expected.abs_diff(at_line) <= 2,
            "{to}: {found} at {at_line}, not {expected}"
        );
    }
    assert_eq!(first_fault("weights = 1\n").0, "missing-key");
    let folder = Folder::with_report(report_of_2569());
    let run = folder.run(&["check", "report.toml"]);
    assert!(run.code() == 1 && run.stdout().contains("[file-missing]"), "{}", run.stdout());
    folder.write(
        "report.toml",
        report_of_2569().replace("\"ita-2569.toml\"", "[\"ita-2569.toml\", \"ita-2569.toml\"]"),
    );
    folder.write("ita-2569.toml", ELEVEN);
    assert!(folder.run(&["check", "report.toml"]).stdout().contains("[rules-overlap]"));
}

#[test]
fn the_command_prints_rules_to_start_from() {
    let folder = Folder::new();
    let print = |year: &str| folder.run(&["rules", year, "--lang", "en"]).succeeded();
    let known = print("2567");
    assert_eq!(
        (known.stdout().as_str(), known.stderr().as_str()),
        (include_str!("../data/ita/2566.toml"), "")
    );
    let unknown = print("2569");
    assert!(
        unknown.stdout().contains("from = 2569\nto = 2569\n") && unknown.stderr().contains("2566 to 2568")
    );
    let run = folder.run(&["rules", "2026", "--lang", "en"]);
    assert!(run.code() == 2 && run.stderr().contains("rules 2569"), "{}", run.stderr());
    // A report can name the printed file, and its rules equal the built-in ones.
    let mut files = MemoryFiles::new();
    for year in ["2562", "2566", "2569"] {
        let printed = print(year).stdout();
        files.insert("rules.toml", printed.as_bytes()).expect("a plain name");
        let text = format!("rules = \"rules.toml\"\n{}", SMALLEST.replace("2567", year));
        let loaded = load("report.toml", text.as_bytes(), &files);
        let report = loaded.sound().unwrap_or_else(|| panic!("{year}: {:?}", loaded.diagnostics));
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        let built_in =
            RuleBook::default().rules_for(FiscalYear::new(year.parse().expect("a number")).expect("a year"));
        assert_eq!(report.rules().indicators(), built_in.rules.indicators());
        assert_eq!(report.rules().levels(), built_in.rules.levels());
        assert!(report.rules().instruments().eq(built_in.rules.instruments()));
    }
}
