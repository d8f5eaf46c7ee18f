//! The stage of a file: a plan is held against what a plan needs, a report against what a report needs. And the scores of
//! instruments as official tables print them.

mod common;

use common::{Folder, codes_and_lines};
use serde_json::Value;

/// A plan: no results, no outcomes and no scores of its year.
const PLAN: &str = include_str!("checked/clean/plan-obt-huai-sai-khao-2568.toml");

fn findings(report: &str) -> Vec<Value> {
    common::findings(&Folder::with_report(report), "th")
}

fn codes(report: &str) -> Vec<String> {
    codes_and_lines(&findings(report)).into_iter().map(|(code, _)| code).collect()
}

fn output(report: &str) -> String {
    Folder::with_report(report).run(&["check", "report.toml", "--lang", "en"]).stdout()
}

#[test]
fn a_plan_is_checked_as_a_plan() {
    assert_eq!(codes(PLAN), Vec::<String>::new());
    let text = output(PLAN);
    assert!(text.contains("Checked as a plan"), "{text}");
    assert!(text.contains("+ present how each measure is monitored"), "{text}");
    let without = PLAN
        .replace("monitoring = \"รายงานคณะกรรมการ ITA ของตำบลทุกเดือน\"\n", "")
        .replace("documents = [\"plan\"]", "");
    assert_eq!(codes(&without), ["no-monitoring"]);
    let text = output(&without);
    assert!(text.contains("- missing how each measure is monitored: measure 2"), "{text}");
    assert!(text.contains("- missing who signs the plan"), "{text}");
    // The previous year's scores are what a plan is made from.
    let start = PLAN.find("[scores.2567]").expect("scores");
    let end = PLAN.find("[text]").expect("text");
    let alone = format!("{}{}", &PLAN[..start], &PLAN[end..]);
    assert_eq!(codes(&alone), ["missing-scores"]);
    assert!(output(&alone).contains("- missing what the previous year's ITA results were used for"));
}

#[test]
fn with_a_result_an_outcome_or_a_score_it_is_a_report() {
    let monitoring = "monitoring = \"รายงานคณะกรรมการ ITA ของตำบลทุกเดือน\"\n";
    for (added, expected) in [
        ("results = [\"ประเมินแล้ว\", \"อบรมแล้ว\"]\n", "no-outcome"),
        ("outcome = \"ไม่มีข้อร้องเรียนเรื่องการทุจริต\"\n", "steps-without-results"),
    ] {
        let report = PLAN.replace(monitoring, added);
        let found = codes(&report);
        assert!(
            found.contains(&expected.to_owned()) && !found.contains(&"no-monitoring".to_owned()),
            "{found:?}"
        );
        assert!(found.contains(&"missing-scores".to_owned()), "{found:?}");
        assert!(output(&report).contains("What OIT asks the report to contain"));
    }
}

/// The instruments of a report whose indicators have the means 93.47, 91.67 and 93.13 by their instruments.
fn instruments(values: &str, total: &str, indicators: bool) -> Vec<(String, String)> {
    let indicators = if indicators {
        "indicators = { 1 = 94.31, 2 = 92.77, 3 = 95.60, 4 = 90.65, 5 = 94.02, 6 = 92.66, 7 = 92.00, 8 = 90.35, 9 = 92.51, 10 = 93.75 }\n"
    } else {
        ""
    };
    let report = format!(
        "{}\n[scores.2568]\ntotal = {total}\ninstruments = {{ {values} }}\n{indicators}",
        PLAN.replace("monitoring", "# monitoring")
    );
    let found = findings(&report);
    let text = |finding: &Value, key: &str| finding[key].as_str().expect("a text").to_owned();
    let codes = ["weighted-instrument", "total-mean", "stated-level"];
    found
        .iter()
        .filter(|finding| codes.contains(&finding["code"].as_str().expect("a code")))
        .map(|finding| (text(finding, "code"), text(finding, "help")))
        .collect()
}

#[test]
fn weighted_scores_of_instruments_are_recognised_and_converted() {
    let all = "IIT = 28.04, EIT = 27.5, OIT = 37.25";
    for (values, total, indicators, right) in [
        (all, "92.79", true, vec!["93.47", "91.67", "93.13"]),
        (all, "92.79", false, vec!["93.47", "91.67", "93.13"]),
        ("IIT = 28.04", "92.79", true, vec!["93.47"]),
        ("IIT = 28.04", "92.79", false, vec!["93.47"]),
        ("IIT = 93.47, EIT = 27.50, OIT = 93.13", "92.79", true, vec!["91.67"]),
        // The total alone does not tell, but it is their sum.
        ("IIT = 15.00, EIT = 18.30, OIT = 20.20", "53.50", false, vec!["50.00", "61.00", "50.50"]),
    ] {
        let found = instruments(values, total, indicators);
        assert_eq!(found.len(), right.len(), "{values}: {found:?}");
        for ((code, help), right) in found.iter().zip(right) {
            assert!(code == "weighted-instrument" && help.contains(right), "{help}: {right}");
        }
    }
    for (values, total) in [
        ("IIT = 93.47, EIT = 91.67, OIT = 93.13", "92.79"),
        // Low, but true: the total is as low.
        ("IIT = 85.00, EIT = 88.00, OIT = 20.00", "59.90"),
        ("OIT = 0.00", "60.00"),
    ] {
        let found = instruments(values, total, false);
        assert!(!found.iter().any(|(code, _)| code == "weighted-instrument"), "{values}: {found:?}");
    }
}

/// Within one measure, only what reads the same is a repetition.
#[test]
fn paragraphs_of_one_measure_may_be_alike() {
    let outcome = |paragraphs: &str| {
        let report = PLAN.replace("goal = \"ร้อยละ ๑๐๐\"", &format!("outcome = [{paragraphs}]"));
        findings(&report).into_iter().filter(|found| found["code"] == "repeated-outcome").collect::<Vec<_>>()
    };
    let alike = "\"คะแนนการมีส่วนร่วมปี ๒๕๖๗ ได้ ๘๖.๗๐ คะแนน\", \"คะแนนการมีส่วนร่วมปี ๒๕๖๘ ได้ ๘๘.๑๐ คะแนน\"";
    assert_eq!(outcome(alike), Vec::<Value>::new());
    let same = "\"ประชาชนเสนอโครงการได้ด้วยตนเอง\", \"ประชาชนเสนอโครงการได้ด้วยตนเอง\"";
    let found = outcome(same);
    assert_eq!(found.len(), 1);
    let message = found[0]["message"].as_str().expect("a message");
    assert!(message.contains("ซ้ำกันสองย่อหน้า"), "{message}");
}
