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
    let without_11 = |text: String| text.replace(", 11 = 0.00", "");
    format!(
        "rules = \"ita-2569.toml\"\n{}target = 11\n{}{}",
        SMALLEST.replace("2567", "2569"),
        without_11(scores(2568, "90.00", [90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 90.0, 0.0])),
        scores(2569, "92.50", [95.0, 95.0, 95.0, 95.0, 95.0, 90.0, 90.0, 90.0, 90.0, 90.0, 95.0]),
    )
}

fn files() -> MemoryFiles {
    let mut files = MemoryFiles::new();
    files.insert("ita-2569.toml", ELEVEN.as_bytes()).expect("a plain name");
    files
}

fn read(text: &str) -> Report {
    let loaded = load("report.toml", text.as_bytes(), &files());
    loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).clone()
}

#[test]
fn a_year_with_eleven_indicators_is_one_data_file() {
    let report = read(&report_of_2569());
    let view = ReportView::new(&report, None);
    let table = view.indicators.expect("a table");
    assert_eq!(table.rows.len(), 11);
    let last = &table.rows[10];
    assert_eq!((last.number.as_deref(), &*last.name), (Some("๑๑"), "การมีส่วนร่วมของประชาชน"));
    assert_eq!(last.scores, ["-", "๙๕.๐๐"], "the year before had ten");
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
    folder.write("report.toml", report_of_2569().replace("92.50", "91.50"));
    assert!(
        codes(&folder.run(&["check", "--format", "json", "report.toml"])).contains(&"total-mean".to_owned())
    );
    folder.run(&["render", "report.toml", "--document", "all"]).succeeded();
}

/// New rules may renumber indicators. Their scores are found by their names.
#[test]
fn scores_of_renumbered_indicators_are_compared_by_name() {
    let (disclosure, prevention, participation) =
        ("การเปิดเผยข้อมูล", "การป้องกันการทุจริต", "การมีส่วนร่วมของประชาชน");
    let rules = ELEVEN
        .replace(participation, "@11@")
        .replace(disclosure, participation)
        .replace(prevention, disclosure)
        .replace("@11@", prevention);
    let text = report_of_2569().replace("9 = 90.00, 10 = 90.00 }", "9 = 80.00, 10 = 70.00 }");
    let mut files = MemoryFiles::new();
    files.insert("ita-2569.toml", rules.as_bytes()).expect("a plain name");
    let loaded = load("report.toml", text.as_bytes(), &files);
    let report = loaded.valid_report().expect("a report without errors");
    let rows = ReportView::new(report, None).indicators.expect("a table").rows;
    let previous: Vec<(&str, &str)> = rows[8..].iter().map(|row| (&*row.name, &*row.scores[0])).collect();
    assert_eq!(previous, [(participation, "-"), (disclosure, "๘๐.๐๐"), (prevention, "๗๐.๐๐")]);
    // A true sentence by name is no mistake, whatever the number.
    let folder = Folder::with_report(
        text.replace("target = 11\n", "outcome = \"ปี ๒๕๖๘ ตัวชี้วัดการเปิดเผยข้อมูล ได้ ๘๐.๐๐ คะแนน\"\n"),
    );
    folder.write("ita-2569.toml", rules);
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    assert!(!run.stdout().contains("score-in-prose"), "{}", run.stdout());
}

/// An indicator that only the previous year had can be mentioned, but cannot be the target of a measure.
#[test]
fn an_indicator_of_the_previous_year_alone_is_known() {
    let text = report_of_2569()
        .replace("fiscal_year = 2569", "fiscal_year = 2570")
        .replace("target = 11\n", "outcome = [\"ปี ๒๕๖๙ ตัวชี้วัดที่ ๑๑ ได้ ๗๗.๐๐ คะแนน\"]\n");
    let text = text
        .replace("11 = 95.00", "11 = 77.00")
        .replace("\"ita-2569.toml\"", "[\"ita-2569.toml\", \"ita-2570.toml\"]");
    let folder = Folder::with_report(text);
    folder.write("ita-2569.toml", ELEVEN);
    let ten =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/ita/2566.toml")).expect("rules");
    folder.write("ita-2570.toml", ten.replace("from = 2566\nto = 2568\n", "year = 2570\n"));
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
    assert!(!found.iter().any(|found| found["code"] == "score-in-prose"), "{}", run.stdout());
    let weak = found.iter().find(|found| found["code"] == "weak-indicator").expect("there are weak ones");
    assert!(!weak["message"].as_str().expect("a message").contains("11"), "{weak}");
}

/// Scores are compared only if the number belongs to the same indicator in both years.
#[test]
fn an_indicator_that_is_new_under_an_old_number_has_no_previous_score() {
    let mut files = MemoryFiles::new();
    let rules = ELEVEN
        .replace("\"การใช้อำนาจ\"", "\"การบริหารงานบุคคล\"")
        .replace("คุณภาพการดำเนินงาน", "คุณภาพของการดำเนินงาน");
    files.insert("ita-2569.toml", rules.as_bytes()).expect("a plain name");
    let loaded = load("report.toml", report_of_2569().as_bytes(), &files);
    let report = loaded.valid_report().expect("a report without errors");
    let rows = ReportView::new(report, None).indicators.expect("a table").rows;
    let scores = |number: usize| {
        let row = &rows[number - 1];
        [row.scores[0].as_str(), &row.scores[1], row.change.as_deref().expect("a change")]
    };
    assert_eq!(scores(3), ["-", "๙๕.๐๐", "-"]);
    assert_eq!(scores(6), ["๙๐.๐๐", "๙๐.๐๐", "๐.๐๐"], "only reworded");
    // A sentence about the former indicator is not about the one that has its number now.
    let folder = Folder::with_report(
        report_of_2569()
            .replace("target = 11\n", "outcome = \"ปี ๒๕๖๘ ตัวชี้วัดการใช้อำนาจ ได้ ๙๐.๐๐ คะแนน ลดลง\"\n"),
    );
    folder.write("ita-2569.toml", &rules);
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    assert!(!run.stdout().contains("in-prose"), "{}", run.stdout());
    let chart = SummaryView::new(report, None).chart.expect("a chart");
    assert_eq!((chart.rows[2].bars[0].length, chart.rows[2].bars[1].length), (0, 9500));
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

/// The code and line of each error in a rules file. The report that names it must not have any errors of its own,
/// although its scores need these rules.
fn faults(rules: &str) -> Vec<(String, u64)> {
    let folder = Folder::with_report(report_of_2569());
    folder.write("ita-2569.toml", rules);
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    assert_eq!(run.code(), 1, "{}", run.stdout());
    let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
    let fault = |found: &Value| {
        assert_eq!(found["file"], "ita-2569.toml", "{found}");
        assert!(!found["message"].as_str().expect("a message").contains("{$"));
        (found["code"].as_str().expect("a code").to_owned(), found["line"].as_u64().expect("a line"))
    };
    found.iter().filter(|found| found["severity"] == "error").map(fault).collect()
}

#[test]
fn a_faulty_rules_file_is_an_error_at_its_own_line() {
    let line = |at: usize| 1 + ELEVEN[..at].matches('\n').count() as u64;
    for (from, to, code) in [
        ("year = 2569", "yaer = 2569", "unknown-key"),
        ("year = 2569", "year = 2026", "year-common-era"),
        ("year = 2569", "year = \"2569\"", "wrong-type"),
        ("PIT = 25", "PIT = 250", "weight-range"),
        ("PIT = 25", "\"P-T\" = 25", "instrument-name"),
        ("PIT = 25", "PIT = \"25\"", "wrong-type"),
        ("instrument = \"PIT\"", "instrument = \"PTI\"", "unknown-instrument"),
        ("number = 11", "number = 0", "indicator-range"),
        ("number = 11", "number = 10", "repeated-indicator"),
        ("name = \"ดี\"", "name = \"ดีมาก\"", "repeated-name"),
        ("name = \"การใช้อำนาจ\"", "name = \"การปฏิบัติหน้าที่\"", "repeated-name"),
        ("PIT = 25", "ITA = 25", "instrument-name"),
        ("passed = true", "passed = yes", "boolean-word"),
        ("name = \"ดี\"", "name = \"ดี 😀\"", "no-glyph"),
    ] {
        let expected = line(ELEVEN.find(from).expect(from));
        let found = faults(&ELEVEN.replacen(from, to, 1));
        assert!(found.contains(&(code.to_owned(), expected)), "{to}: {found:?}, not line {expected}");
    }
    // Faults of a whole table stand at its header, those of several keys at the one that can be changed.
    for (from, to, code, header) in [
        ("PIT = 25", "PIT = 20", "weights-sum", "[weights]"),
        ("total = 60", "total = 99", "levels-order", "[[levels]]"),
        ("total = 60", "total = 90\ninstrument = 95", "levels-order", "[[levels]]"),
        ("total = 0", "total = 10", "levels-end", "[[levels]]"),
    ] {
        let changed = ELEVEN.find(from).expect(from);
        let expected = line(ELEVEN[..changed].rfind(header).expect("a header"));
        let found = faults(&ELEVEN.replacen(from, to, 1));
        assert_eq!(found, [(code.to_owned(), expected)], "{to}");
    }
    let passed = faults(&ELEVEN.replacen("passed = true", "passed = false", 1));
    assert_eq!(
        passed,
        [("levels-passed".to_owned(), line(ELEVEN.find("name = \"ดี\"").expect("a level")) - 1)]
    );
    let years = faults(&ELEVEN.replacen("year = 2569", "from = 2570\nto = 2569", 1));
    assert_eq!(years, [("rules-years".to_owned(), line(ELEVEN.find("year = ").expect("a year")) + 1)]);
}

#[test]
fn one_slip_in_a_rules_file_is_one_error() {
    let levels =
        ELEVEN.find("[[levels]]").expect("levels")..ELEVEN.find("[[indicators]]").expect("indicators");
    let without_levels = format!("levels = []\n{}{}", &ELEVEN[..levels.start], &ELEVEN[levels.end..]);
    for (rules, codes) in [
        (ELEVEN.replacen("year = 2569", "year = 2026", 1), &["year-common-era"][..]),
        (without_levels, &["levels-end"]),
        (ELEVEN.replacen("PIT = 25", "PIT = \"25\"", 1), &["wrong-type"]),
        ("year = 2569\n".to_owned(), &["missing-key"; 3]),
        (ELEVEN.replacen("year = 2569", "yaer = 2569", 1), &["unknown-key"]),
        (ELEVEN.replacen("year = 2569\n", "", 1), &["missing-key"]),
        (ELEVEN.replacen("year = 2569", "from = 2569", 1), &["missing-key"]),
        (ELEVEN.replacen("year = 2569", "year = 2569\nfrom = 2569\nto = 2570", 1), &["rules-years-twice"]),
        (ELEVEN.replacen("instrument = \"PIT\"", "instrument = \"pit\"", 1), &["unknown-instrument"]),
        (ELEVEN.replacen("PIT = 25", "PTI = 25", 1), &["unknown-instrument"]),
        (ELEVEN.replacen("PIT = 25\n", "", 1), &["weights-sum"]),
        (ELEVEN.replacen("total = 0\n", "total = 0\ninstrument = 1\n", 1), &["levels-end"]),
        (ELEVEN.replacen("instrument = 90\n", "instrument = \"90\"\n", 1), &["wrong-type"]),
        (ELEVEN.replacen("PIT = 25", "iit = 25", 1), &["repeated-name"]),
        (
            ELEVEN.replacen("instrument = \"PIT\"", "instrument = \"OIT\"", 1),
            &["instrument-without-indicator"],
        ),
    ] {
        let found: Vec<String> = faults(&rules).into_iter().map(|(code, _)| code).collect();
        assert_eq!(found, codes, "{rules}");
    }
}

#[test]
fn all_faults_of_a_rules_file_are_found_in_one_run() {
    let rules = ELEVEN
        .replacen("name = \"ดีมาก\"\n", "", 1)
        .replacen("name = \"ดี\"\n", "", 1)
        .replacen("number = 1\n", "", 1)
        .replacen("name = \"การใช้งบประมาณ\"\n", "", 1)
        .replacen("number = 11", "number = \"11\"", 1);
    let found: Vec<String> = faults(&rules).into_iter().map(|(code, _)| code).collect();
    assert_eq!(found, ["missing-key", "missing-key", "missing-key", "missing-key", "wrong-type"]);
}

#[test]
fn a_rules_file_that_cannot_be_read_is_the_only_error() {
    for (rules, code) in [
        ("\"ita-2569.toml\"", "file-missing"),
        ("\"../ita-2569.toml\"", "file-outside"),
        ("\".\"", "not-a-file"),
        ("5", "wrong-type"),
        ("[5]", "wrong-type"),
        ("\"report.toml\"", "not-rules"),
    ] {
        let text = report_of_2569().replace("\"ita-2569.toml\"", rules);
        let run = Folder::with_report(text).run(&["check", "--format", "json", "report.toml"]);
        let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
        assert_eq!((run.code(), found.len()), (1, 1), "{rules}: {}", run.stdout());
        assert_eq!((&found[0]["code"], &found[0]["line"]), (&code.into(), &1.into()));
    }
}

/// What only a rules file could tell is not reported while the key that should name it is misspelt, or the year is wrong.
#[test]
fn a_slip_beside_the_rules_is_one_error() {
    for (from, to, codes) in [
        ("rules = ", "rule = ", vec!["unknown-key"]),
        ("fiscal_year = 2569", "fiscal_year = 2026", vec!["year-common-era"]),
        // Keys that only resemble `rules` a little say nothing about the rules.
        (
            "rules = \"ita-2569.toml\"",
            "lessons = { obstacles = [\"ไม่มี\"] }",
            vec!["indicator-number", "indicator-number"],
        ),
    ] {
        let folder = Folder::with_report(report_of_2569().replacen(from, to, 1));
        folder.write("ita-2569.toml", ELEVEN);
        let run = folder.run(&["check", "--format", "json", "report.toml"]);
        let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
        let errors: Vec<&str> = found
            .iter()
            .filter(|found| found["severity"] == "error")
            .filter_map(|found| found["code"].as_str())
            .collect();
        assert_eq!(errors, codes, "{to}: {}", run.stdout());
    }
    // Rules of another year are said to be so.
    let folder =
        Folder::with_report(report_of_2569().replace("target = 11\n", "").replace(", 11 = 95.00", ""));
    folder.write("ita-2569.toml", ELEVEN.replacen("year = 2569", "year = 2596", 1));
    let run = folder.run(&["check", "--lang", "en", "report.toml"]);
    assert!(run.stdout().contains("The files named in `rules` are for 2596"), "{}", run.stdout());
}

#[test]
fn rules_files_add_years_and_replace_built_in_ones() {
    let folder = Folder::with_report(
        report_of_2569().replace("\"ita-2569.toml\"", "[\"ita-2569.toml\", \"ita-2568.toml\"]"),
    );
    folder.write("ita-2569.toml", ELEVEN);
    let own = ELEVEN.replace("year = 2569", "year = 2568");
    folder.write("ita-2568.toml", own.replace("\"ดี\"", "\"ใช้ได้\"").replace("total = 90", "total = 95"));
    let run = folder.run(&["render", "report.toml", "--format", "typst", "-o", "out", "--lang", "en"]);
    run.succeeded();
    let data = std::fs::read_to_string(folder.path("out/data.json")).expect("data of the pages");
    assert!(data.contains("ใช้ได้"), "2568 by the report's own rules");
}

#[test]
fn a_rules_file_is_found_once() {
    let folder = Folder::with_report(report_of_2569());
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
    let unknown = print("2699");
    assert!(unknown.stdout().contains("\nyear = 2699\n"), "{}", unknown.stdout());
    assert!(unknown.stderr().contains("the rules of 2699 are not known"), "{}", unknown.stderr());
    folder.run(&["rules", "2699", "-o", "ita-2699.toml"]).succeeded();
    assert_eq!(folder.read("ita-2699.toml"), unknown.stdout().as_bytes());
    assert_eq!(folder.run(&["rules", "2567", "-o", "ita-2699.toml"]).code(), 2, "never overwrites");
    assert_eq!(folder.read("ita-2699.toml"), unknown.stdout().as_bytes());
    let run = folder.run(&["rules", "2026", "--lang", "en"]);
    assert!(run.code() == 2 && run.stderr().contains("rules 2569"), "{}", run.stderr());
    // A report can name the printed file, and its rules equal the built-in ones.
    let names = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/data/ita")).expect("a folder");
    let built_in: Vec<String> = names
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned()))
        .collect();
    assert!(built_in.len() >= 2);
    let mut files = MemoryFiles::new();
    for year in built_in.iter().map(String::as_str).chain(["2699"]) {
        let printed = print(year).stdout();
        files.insert("rules.toml", printed.as_bytes()).expect("a plain name");
        let text = format!("rules = \"rules.toml\"\n{}", SMALLEST.replace("2567", year));
        let loaded = load("report.toml", text.as_bytes(), &files);
        let report = loaded.valid_report().unwrap_or_else(|| panic!("{year}: {:?}", loaded.diagnostics));
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        let built_in =
            RuleBook::default().rules_for(FiscalYear::new(year.parse().expect("a number")).expect("a year"));
        assert_eq!(report.rules().indicators(), built_in.rules.indicators());
        assert_eq!(report.rules().levels(), built_in.rules.levels());
        assert!(report.rules().instruments().eq(built_in.rules.instruments()));
    }
}
