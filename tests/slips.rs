//! Slips of people who have never seen TOML. Each is one message at its place, with the line as it should be, and hides
//! nothing else in the file.

mod common;

use common::{Folder, SMALLEST};
use serde_json::Value;

/// What `check` says of the smallest report with `lines` appended, beginning at line 8: line, column, code and help in
/// English. A further fault in the last line proves that the rest of the file was read.
fn found(lines: &str) -> Vec<(u64, u64, String, String)> {
    let last = "\n[layout]\nchart = 5\n";
    let folder = Folder::with_report(format!("{SMALLEST}{lines}{last}"));
    let run = folder.run(&["check", "--format", "json", "--lang", "en", "report.toml"]);
    assert_eq!(run.code(), 1, "{}", run.stdout());
    let all: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
    let text = |d: &Value, key: &str| d[key].as_str().unwrap_or_default().to_owned();
    let number = |d: &Value, key: &str| d[key].as_u64().expect("a number");
    let mut errors: Vec<_> = all
        .iter()
        .filter(|d| d["severity"] == "error")
        .map(|d| (number(d, "line"), number(d, "column"), text(d, "code"), text(d, "help")))
        .collect();
    let (_, _, code, _) = errors.pop().expect("the fault of the last line");
    assert_eq!(code, "wrong-type", "{lines}: {errors:?}");
    errors
}

/// Checks that the lines have one fault, with this code and place, and that its help shows `right`.
#[track_caller]
fn one(lines: &str, place: (u64, u64), code: &str, right: &str) {
    let errors = found(lines);
    let [(line, column, found, help)] = &errors[..] else { panic!("{lines}: {errors:?}") };
    assert_eq!((*line, *column, found.as_str()), (place.0, place.1, code), "{lines}");
    assert!(help.contains(right), "{lines}: {help}");
}

#[test]
fn numbers_as_people_type_them() {
    let score = |written: &str, code: &str, right: &str| {
        one(&format!("[scores.2567]\ntotal = {written}\n"), (9, 9), code, &format!("total = {right}"));
    };
    score("๙๗.๗๒", "foreign-digits", "97.72");
    score("９７．７２", "foreign-digits", "97.72");
    score("1O0", "letter-in-number", "100");
    score("97,72", "comma-in-number", "97.72");
    score("๙๗,๗๒", "foreign-digits", "97.72");
    score("97.", "number-form", "97");
    score(".5", "number-form", "0.5");
    score("097.72", "number-form", "97.72");
    score("97.72 คะแนน", "number-form", "97.72");
    score("97.72%", "number-form", "97.72");
    score("\"97.72\"", "wrong-type", "97.72");
    one("budget = 15,000\n", (8, 10), "comma-in-number", "budget = 15000");
    one("budget = 1,250,000.50 บาท\n", (8, 10), "number-form", "budget = 1250000.50");
    one("target = \"7\"\n", (8, 10), "wrong-type", "target = 7");
    one("target = 9, 10\n", (8, 10), "not-a-number", "target = 9");
    one("target = คะแนนรวม\n", (8, 10), "unknown-choice", "target = \"total\"");
    score("92.06/100", "number-form", "92.06");
    score("92.06 (ผ่านดี)", "number-form", "92.06");
    one("[scores.๒๕๖๖]\ntotal = 95\n", (8, 2), "foreign-digits", "[scores.2566]");
    one(
        "[scores.2567]\ntotal = 95\nindicators = { ๑ = 98.20 }\n",
        (10, 16),
        "foreign-digits",
        "{ 1 = 98.20 }",
    );
    one(
        "[scores.2567]\ntotal = 95\nindicators = { 1 = 97,00, 2 = 98 }\n",
        (10, 20),
        "comma-in-number",
        "1 = 97.00, 2",
    );
}

#[test]
fn text_and_its_quotes() {
    let right = "outcome = \"ไม่มีข้อร้องเรียน\"";
    one("outcome = “ไม่มีข้อร้องเรียน”\n", (8, 11), "odd-quote", right);
    one("outcome = „ไม่มีข้อร้องเรียน“\n", (8, 11), "odd-quote", right);
    one("outcome = \"ไม่มีข้อร้องเรียน”\n", (8, 29), "odd-quote", right);
    one("outcome = «ไม่มีข้อร้องเรียน»\n", (8, 11), "odd-quote", right);
    one("outcome = \"\"ไม่มีข้อร้องเรียน\"\"\n", (8, 11), "doubled-quote", right);
    one("outcome = \"ไม่มีข้อร้องเรียน\"\"\n", (8, 29), "doubled-quote", right);
    one("outcome = ไม่มีข้อร้องเรียน\n", (8, 11), "unquoted-text", right);
    one("outcome = \"ไม่มีข้อร้องเรียน\ntarget = 7\n", (8, 11), "unclosed-string", right);
    one(
        "outcome = \"โครงการ \"คนดี\" ของตำบล\"\n",
        (8, 20),
        "quote-in-text",
        "outcome = \"โครงการ “คนดี” ของตำบล\"",
    );
    one(
        "outcome = \"ย่อหน้าหนึ่ง\nย่อหน้าสอง\"\n",
        (8, 11),
        "text-over-lines",
        "outcome = [\"ย่อหน้าหนึ่ง\", \"ย่อหน้าสอง\"]",
    );
    one(
        "outcome = “ย่อหน้าหนึ่ง\nย่อหน้าสอง”\n",
        (8, 11),
        "text-over-lines",
        "outcome = [\"ย่อหน้าหนึ่ง\", \"ย่อหน้าสอง\"]",
    );
    one(
        "outcome = ย่อหน้าหนึ่ง\nย่อหน้าสอง\n",
        (8, 11),
        "text-over-lines",
        "outcome = [\"ย่อหน้าหนึ่ง\", \"ย่อหน้าสอง\"]",
    );
    one("kpi = \"ร้อยละ 80\nของเรื่อง\"\n", (8, 7), "text-over-lines", "kpi = \"ร้อยละ 80 ของเรื่อง\"");
    one("kpi = ร้อยละ 80\"\n", (8, 7), "unquoted-text", "kpi = \"ร้อยละ 80\"");
    one("kpi = 'ร้อยละ 80\"\n", (8, 17), "odd-quote", "kpi = 'ร้อยละ 80'");
    one("kpi = {ร้อยละ 80\"\n", (8, 7), "wrong-bracket", "kpi = \"ร้อยละ 80\"");
    // A prime within a text is no quote, whatever else is wrong.
    one("steps = [\"ท่อ 6″, 8″\", \"ข\"]\nkpi = ร้อยละ 80\n", (9, 7), "unquoted-text", "\"ร้อยละ 80\"");
    one("steps = [\n  \"ก\",\n  “ข”,\n]\n", (10, 3), "odd-quote", "\"ข\",");
    one("steps = [\"ขั้นที่หนึ่ง, \"ขั้นที่สอง\"]\n", (8, 10), "unclosed-string", "\"ขั้นที่หนึ่ง\", \"ขั้นที่สอง\"");
    one("outcome = \"ทำต่อ\u{B}ไป\"\n", (8, 17), "control-in-text", "\"ทำต่อ ไป\"");
    one("responsible = \"กองคลัง\", \"กองช่าง\"\n", (8, 24), "list-brackets", "[\"กองคลัง\", \"กองช่าง\"]");
    one("outcome = \"ร้อยละ 5\\ของปี\"\n", (8, 20), "backslash", "\\\\");
    one("[[photos]]\nfile = \"ภาพ\\ประชุม.jpg\"\n", (9, 12), "backslash", "file = \"ภาพ/ประชุม.jpg\"");
    one("[memo]\nemblem = \"C:\\Users\\ครุฑ.png\"\n", (9, 13), "backslash", "\"ครุฑ.png\"");
}

#[test]
fn lists_and_tables() {
    one("steps = [\"ก\"\n  \"ข\"]\n", (8, 13), "missing-comma", "steps = [\"ก\",");
    one("steps = [\"ก\", \"ข\"\ntarget = 7\n", (8, 9), "unclosed-bracket", "steps = [\"ก\", \"ข\"]");
    one("steps = [\"ก\"; \"ข\"]\n", (8, 13), "odd-comma", "[\"ก\", \"ข\"]");
    one("steps = [\"ก\", \"ข\"}\n", (8, 18), "wrong-bracket", "[\"ก\", \"ข\"]");
    let list = "steps = [\"ก\", \"ข\"]";
    one("steps = (\"ก\", \"ข\")\n", (8, 9), "wrong-bracket", list);
    one("steps = {\"ก\", \"ข\"}\n", (8, 9), "wrong-bracket", list);
    one("steps = \"ก\", \"ข\"]\n", (8, 9), "unopened-bracket", list);
    one("steps = \"ก\" และ \"ข\"\n", (8, 12), "list-brackets", list);
    one("steps =\n  \"ก\",\n  \"ข\",\n]\n", (8, 8), "unopened-bracket", "steps = [");
    one("\"ก\",\n\"ข\",\n]\n", (8, 1), "unopened-bracket", "[");
    one("steps = [\n  แจกคู่มือ ๓,๐๐๐ เล่ม,\n]\n", (9, 3), "unquoted-text", "\"แจกคู่มือ ๓,๐๐๐ เล่ม\",");
    one("steps = [\"ก\"],\n", (8, 14), "extra-comma", "steps = [\"ก\"]");
    let scores = |indicators: &str, column: u64, code: &str, right: &str| {
        one(&format!("[scores.2567]\ntotal = 95\nindicators = {indicators}\n"), (10, column), code, right);
    };
    let right = "indicators = { 1 = 95.10, 2 = 96.20 }";
    scores("1 = 95.10, 2 = 96.20", 14, "number-table", right);
    scores("[95.10, 96.20]", 14, "wrong-type", right);
    scores("{ 95.10, 96.20 }", 14, "number-table", right);
    scores("{\n1\t95.10\n2\t96.20\n}", 14, "number-table", right);
    scores("{ 1 = 95.10, 2 96.20 }", 28, "missing-equals", right);
    scores("{ 1 = 95.10, 1 = 96.20 }", 27, "repeated-key", "missing");
    one(
        "[scores.2567]\ntotal = 95\n1 = 95.10\n2 = 96.20\n",
        (10, 1),
        "indicator-keys",
        "[scores.YEAR.indicators]",
    );
    scores("{ 1 = 95 2 = 96 }", 22, "missing-comma", "{ 1 = 95, 2 = 96 }");
    scores("{ 1 = 95, 2 = 96", 14, "unclosed-bracket", "{ 1 = 95, 2 = 96 }");
    scores("{ 1 = 95, 2: 96 }", 25, "odd-equals", "{ 1 = 95, 2 = 96 }");
    one("extra = { ผู้กำกับ = \"ปลัด\" }\n", (8, 11), "key-quotes", "{ \"ผู้กำกับ\" = \"ปลัด\" }");
}

#[test]
fn headings() {
    one("[[evidence]\ntitle = \"ก\"\n", (8, 1), "heading-brackets", "[[evidence]]");
    one("[text]]\n", (8, 1), "heading-brackets", "[text]");
    one("[[text]]\n", (8, 1), "wrong-type", "[text]");
    one("[measures]\ntitle = \"มาตรการที่สอง\"\n", (8, 1), "heading-brackets", "[[measures]]");
    one("measures\ntitle = \"ก\"\n", (8, 1), "heading-brackets", "[[measures]]");
    one("text:\nclosing = \"ก\"\n", (8, 1), "heading-brackets", "[text]");
    one("[[measure]]\ntitle = \"ก\"\n", (8, 3), "unknown-key", "[[measures]]");
    one("[[มาตรการ]]\ntitle = \"ก\"\n", (8, 1), "heading-name", "[[measures]]");
    one("[มาตรการที่ 2]\ntitle = \"ก\"\n", (8, 1), "heading-name", "[[measures]]");
    one("[คะแนน ปี ๒๕๖๗]\ntotal = 95\n", (8, 1), "heading-name", "[scores.2567]");
    one("[scores2567]\ntotal = 95\n", (8, 1), "heading-name", "[scores.2567]");
    one("[scores]\ntotal = 95\n", (8, 1), "heading-year", "[scores.2567]");
    one("[scores 2567]\ntotal = 95\n", (8, 2), "heading-dot", "[scores.2567]");
    one("[agency]\nprovince = \"สิงห์บุรี\"\n", (8, 1), "repeated-heading", "line 3");
    one("[text\nclosing = \"ก\"\n", (8, 1), "heading-brackets", "[text]");
    one("# [[measures]]\ntitle = \"มาตรการที่สอง\"\n", (9, 1), "commented-heading", "line 8");
    one("# [lessons]\nobstacles = [\"งบประมาณไม่พอ\"]\n", (9, 1), "commented-heading", "[lessons]");
    one("[[evidence]] title = \"ก\"\n", (8, 14), "pairs-in-line", "new line");
    let early = SMALLEST.replace("[[measures]]", "[measures.extra]\n\"ผู้กำกับ\" = \"ปลัด\"\n[[measures]]");
    let folder = Folder::with_report(early);
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    let all: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
    let errors: Vec<_> = all.iter().filter(|d| d["severity"] == "error").map(|d| d["code"].clone()).collect();
    assert_eq!(errors, ["heading-too-early"]);
}

#[test]
fn keys_and_signs() {
    one("outcome : \"ดี\"\n", (8, 9), "odd-equals", "outcome = \"ดี\"");
    one("outcome == \"ดี\"\n", (8, 9), "odd-equals", "outcome = \"ดี\"");
    one("outcome \"ดี\"\n", (8, 8), "missing-equals", "outcome = \"ดี\"");
    one("outcome\u{A0}=\u{A0}\"ดี\"\n", (8, 8), "odd-space", "outcome = \"ดี\"");
    one("\u{FEFF}outcome = \"ดี\"\n", (8, 1), "odd-space", "outcome = \"ดี\"");
    one("outcome = \"ดี\"\u{2028}target = 7\n", (8, 15), "odd-line-end", "Enter");
    one("outcome =\n", (8, 10), "missing-value", "a value");
    one("outcome\n", (8, 1), "key-without-value", "outcome = ");
    one("compare = ใช่\n", (8, 11), "boolean-word", "compare = true");
    one("compare = True\n", (8, 11), "boolean-word", "compare = true");
    one("outcome = \"ดี\" target = 7\n", (8, 16), "pairs-in-line", "new line");
    one("outcome – \"ดี\"\n", (8, 9), "odd-equals", "outcome = \"ดี\"");
    one("=====\n", (8, 1), "loose-text", "outcome");
    one("ข้อที่ 1: ประชุม\n", (8, 1), "loose-text", "outcome");
    one("ประชุมแล้วสองครั้ง\nมีผู้เข้าร่วมสิบคน\n", (8, 1), "loose-text", "outcome");
    one("outcome = \"พัสดุครบ\" ไม่สูญหาย\n", (8, 22), "stray-text", "outcome = \"พัสดุครบ ไม่สูญหาย\"");
    one("outcome = 1. \"ดี\"\n", (8, 11), "item-marker", "outcome = \"ดี\"");
    one("outcome: \"ดี\"\n", (8, 8), "odd-equals", "outcome = \"ดี\"");
    one("outcome = \"ดี\" -- หมายเหตุ\n", (8, 16), "stray-text", "# -- หมายเหตุ");
}

#[test]
fn an_unknown_key_is_named_only_if_one_is_near() {
    let right = "did you mean `responsible`? (write: responsible = \"สำนักปลัด\"";
    one("responsable = \"สำนักปลัด\"\n", (8, 1), "unknown-key", right);
    one("ผู้รับผิดชอบ = \"สำนักปลัด\"\n", (8, 1), "unknown-key", right);
    one("phone = \"๐ ๓๔๕๐ ๑๒๓๔\"\n", (8, 1), "unknown-key", "a key of [agency]");
    one("columns = [\"title\"]\n", (8, 1), "unknown-key", "a key of [layout]");
    one("fiscal_year = 2568\n", (8, 1), "unknown-key", "the top of the file");
    one("[extra]\n\"ผู้กำกับ\" = \"ปลัด\"\n", (8, 2), "unknown-key", "a key of [[measures]]");
    one("qqq = 1\n", (8, 1), "unknown-key", "the keys here are: title, target, responsible");
    one("[layouts]\n", (8, 2), "unknown-key", "`layout`");
}

/// Dates, months and links that are read as text, but not in a form that can be used: the help shows the line with the
/// clerk's own value.
#[test]
fn dates_months_and_links_as_people_type_them() {
    let dated = |written: &str| {
        one(&format!("[memo]\ndate = {written}\n"), (9, 8), "date-form", "date = \"10 ตุลาคม 2567\"");
    };
    for written in ["\"10/10/2567\"", "\"10-10-67\"", "\"10 ต.ค. 67\"", "\"๑๐ ตุลาคม ๖๗\"", "\"10 ตค 2567\""]
    {
        dated(written);
    }
    one("[memo]\ndate = \"10/10/24\"\n", (9, 8), "date-form", "\"5 ต.ค. 2567\"");
    let period = |from: &str, right: &str| {
        let lines = format!("period = {{ from = \"{from}\", to = \"2567-09\" }}\n");
        one(&lines, (8, 19), "period-form", right);
    };
    period("ต.ค. 2566", "period = { from = \"2566-10\", to = \"2567-09\" }");
    period("ตุลา 66", "from = \"2566-10\"");
    period("ไตรมาสแรก", "\"2566-10\", or the whole period in words");
    let link = |written: &str, code: &str, right: &str| {
        one(&format!("[[evidence]]\ntitle = \"ก\"\nurl = \"{written}\"\n"), (10, 7), code, right);
    };
    let right = "\"https://www.example.go.th/o34.pdf\"";
    link("https:/www.example.go.th/o34.pdf", "link-scheme", right);
    link("https//www.example.go.th/o34.pdf", "link-scheme", right);
    link("htps://www.example.go.th/o34.pdf", "link-scheme", right);
    link("(https://www.example.go.th/o34.pdf", "link-scheme", right);
    link("https://https://www.example.go.th/o34.pdf", "link-scheme-twice", right);
    link("mailto:saraban.go.th", "link-email", "\"https://saraban.go.th\"");
    let two = "https://www.example.go.th/o34.pdf, https://www.example.go.th/o35.pdf";
    link(two, "several-links", "url = \"https://www.example.go.th/o35.pdf\"");
    link(&two.replace(", ", "\\n"), "several-links", "url = \"https://www.example.go.th/o35.pdf\"");
}

/// What is valid is never touched, however odd it looks.
#[test]
fn valid_toml_has_no_slips() {
    let odd = r##"outcome = '''
[[measures]]
"x" = “y”
'''
steps = [
  'a "b" c', # [x]
  "\"ก\", \"ข\"",
]
"extra" = { "ก = ข" = "[", "ข" = '\' }
monitoring = """ก "ข" \
  ค"""
budget = 1_000.50
"##;
    // A slip elsewhere makes the reader look at every line.
    one(&format!("{odd}kpi = “ร้อยละ”\n"), (20, 7), "odd-quote", "kpi = \"ร้อยละ\"");
}
