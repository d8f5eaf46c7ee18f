//! `preview`: what the browser is told, and who is answered. `tests/browser/` tests the page itself.
#![cfg(unix)]

mod common;

use std::fs;
use std::net::TcpListener;

use common::live::{Live, Site};
use common::{Folder, SMALLEST, example};
use serde_json::Value;

fn hashes(pages: &Value) -> Vec<String> {
    let pages = pages["pages"].as_array().expect("pages");
    pages.iter().map(|page| page["hash"].as_str().expect("a hash").to_owned()).collect()
}

fn codes(findings: &Value) -> Vec<&str> {
    let items = findings["items"].as_array().expect("items");
    items.iter().filter_map(|item| item["code"].as_str()).collect()
}

/// The beginning of a template whose PDF is archivable.
const TEMPLATE: &str = "#set document(title: \"ก\", date: datetime(year: 2024, month: 9, day: 30))\n= ก";

#[test]
fn a_save_changes_only_the_pages_that_it_changes() {
    let text = example("muang-mu-2567.toml");
    let folder = Folder::with_report(&text);
    let live = Live::start(&folder, &["preview", "report.toml"]);
    let site = Site::of(&live);
    let mut events = site.events("report");
    let before = hashes(&events.next("pages", |_| true));
    events.next("findings", |found| codes(found) == ["total-mean"]);
    let changed = text.replace("{short_name} ไม่มีข้อร้องเรียน", "{short_name} ไม่มีเรื่องร้องเรียน");
    assert_ne!(changed, text);
    folder.write("report.toml", changed);
    let after = hashes(&events.next("pages", |_| true));
    assert_eq!(before.len(), after.len());
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    assert!((1..=2).contains(&changed), "only the pages with the last measure: {changed}");

    let page = site.get(&format!("pages/{}-700.png", after[0]));
    assert_eq!(page.status, 200);
    assert!(page.head.contains("content-type: image/png"), "{}", page.head);
    let size = image::load_from_memory(&page.body).expect("a picture");
    assert_eq!(size.width(), 700);
    // The PDF is the one that `render` makes.
    let pdf = site.get("pdf/report.pdf");
    folder.run(&["render", "report.toml"]).succeeded();
    assert!(pdf.status == 200 && pdf.body == folder.read("report.pdf"));
    assert_eq!(live.interrupt(), Some(0));
}

#[test]
fn with_errors_the_last_good_pages_stay_and_the_errors_have_places() {
    let text = example("muang-mu-2567.toml");
    let folder = Folder::with_report(&text);
    let live = Live::start(&folder, &["preview", "report.toml"]);
    let site = Site::of(&live);
    let mut events = site.events("report");
    let good = hashes(&events.next("pages", |_| true));
    folder.write("report.toml", text.replacen("responsible = \"", "responsible = ”", 1));
    let stale = events.next("pages", |pages| pages["isStale"] == true);
    assert_eq!(hashes(&stale), good);
    let found = events.next("findings", |found| codes(found) == ["odd-quote"]);
    assert_eq!(found["canExport"], false);
    let item = &found["items"][0];
    assert!(item["words"]["th"]["message"].as_str().is_some_and(|words| words.contains("เครื่องหมาย")));
    assert!(item["words"]["en"]["message"].as_str().is_some_and(|words| words.contains("the sign")));
    assert_eq!(item["place"]["excerpt"][1], "”");
    assert_eq!(item["areas"][0]["page"], 0);
    assert_eq!(site.get("pdf/report.pdf").status, 409, "no PDF of a file with errors");
    assert_eq!(site.get(&format!("pages/{}-300.png", good[0])).status, 200);

    fs::remove_file(folder.path("report.toml")).expect("removed");
    events.next("findings", |found| found["items"][0]["place"].is_null());
    folder.write("report.toml", &text);
    assert_eq!(hashes(&events.next("pages", |pages| pages["isStale"] == false)), good);
}

#[test]
fn findings_have_their_places_on_the_pages() {
    // Two measures have the same office. The finding is in the second one.
    let report = r#"fiscal_year = 2567

[agency]
name = "เทศบาลตำบลบ้านใหม่"

[scores.2566]
total = 91.25

[scores.2567]
total = 93.40

[[measures]]
title = "มาตรการป้องกันการทุจริต"
responsible = "ทุกส่วนราชการ"
steps = ["ประกาศนโยบายไม่รับของขวัญ"]
results = ["ประกาศแล้วเมื่อต้นปี"]

[[measures]]
title = "มาตรการเปิดเผยข้อมูล"
responsible = "ทุกส่วนราชการ"
steps = ["ปรับปรุงปรับปรุงเว็บไซต์", "ตรวจสอบข้อมูล  ทุกเดือน"]
results = ["เผยแพร่ข้อมูลแล้ว"]
"#;
    let folder = Folder::with_report(report);
    let live = Live::start(&folder, &["preview", "report.toml"]);
    let site = Site::of(&live);
    let mut events = site.events("report");
    let found = events.next("findings", |_| true);
    let items = found["items"].as_array().expect("items");
    let area = |code: &str| {
        let item = items.iter().find(|item| item["code"] == code);
        item.unwrap_or_else(|| panic!("no {code}: {:?}", codes(&found)))["areas"][0].clone()
    };
    let number = |value: &Value| value.as_f64().expect("a number");
    let (doubled, spaces) = (area("doubled-word"), area("double-space"));
    assert_eq!(doubled["page"], spaces["page"]);
    // Only the word is marked, and the second step stands below the first.
    assert!(number(&doubled["width"]) < 90.0, "{doubled}");
    assert!(number(&spaces["y"]) > number(&doubled["y"]), "{doubled} {spaces}");
    // In the memo, the steps stand nowhere.
    let mut memo = site.events("memo");
    memo.next("pages", |_| true);
    let found = memo.next("findings", |_| true);
    let doubled =
        found["items"].as_array().expect("items").iter().find(|item| item["code"] == "doubled-word");
    assert_eq!(doubled.expect("the finding")["areas"], Value::Array(Vec::new()));
}

#[test]
fn a_file_with_faults_from_the_start_is_shown_when_they_are_mended() {
    let folder = Folder::with_report("fiscal_year = ");
    let live = Live::start(&folder, &["preview", "report.toml"]);
    let site = Site::of(&live);
    let mut events = site.events("report");
    let found = events.next("findings", |_| true);
    assert_eq!(found["items"][0]["severity"], "error");
    assert_eq!(site.get("pdf/report.pdf").status, 409);
    folder.write("report.toml", SMALLEST);
    assert!(!hashes(&events.next("pages", |_| true)).is_empty());
}

#[test]
fn templates_that_run_away_are_ended_and_the_page_goes_on() {
    let folder = Folder::with_report(SMALLEST);
    fs::create_dir(folder.path("own")).expect("a folder");
    folder.write("own/report.typ", TEMPLATE);
    let arguments = ["preview", "report.toml", "--templates", "own", "--time-limit", "1"];
    let live = Live::start(&folder, &arguments);
    let site = Site::of(&live);
    site.events("report").next("pages", |_| true);
    folder.write("own/report.typ", "#for a in range(100000) { for b in range(100000) { let c = b } }");
    live.line("after 1 s");
    live.line("watching report.toml");
    // The same address answers again.
    let mut events = site.events("report");
    let found = events.next("findings", |_| true);
    let message = &found["items"][0]["words"]["en"]["message"];
    assert!(message.as_str().is_some_and(|message| message.contains("ran for too long")), "{message}");
    folder.write("own/report.typ", format!("{TEMPLATE}\n#unknown"));
    let found = events.next("findings", |found| !found["items"][0]["place"].is_null());
    assert_eq!(found["items"][0]["place"]["line"], 3);
    folder.write("own/report.typ", TEMPLATE.replace('ก', "ข"));
    events.next("pages", |_| true);
    assert_eq!(live.interrupt(), Some(0));
}

#[test]
fn only_the_page_itself_is_answered() {
    let folder = Folder::with_report(SMALLEST);
    let live = Live::start(&folder, &["preview", "report.toml"]);
    let site = Site::of(&live);
    let (token, host) = (site.token.clone(), format!("Host: {}", site.host));
    let port = site.host.rsplit(':').next().expect("a port").to_owned();
    let localhost = format!("Host: localhost:{port}");
    let start = format!("GET /{token}/");
    assert_eq!(site.send(&start, &[&host]).status, 200);
    assert_eq!(site.send(&start, &[&localhost]).status, 200);

    let answers: Vec<(u16, String, Vec<String>)> = vec![
        (403, start.clone(), vec!["Host: example.com".to_owned()]),
        (403, start.clone(), vec![format!("Host: example.com:{port}")]),
        (403, start.clone(), vec!["Host: 127.0.0.1".to_owned()]),
        (403, start.clone(), vec![host.clone(), "Origin: http://example.com".to_owned()]),
        (403, start.clone(), vec![host.clone(), "Origin: null".to_owned()]),
        (403, start.clone(), vec![host.clone(), "Sec-Fetch-Site: cross-site".to_owned()]),
        (403, start.clone(), vec![host.clone(), "Sec-Fetch-Site: same-site".to_owned()]),
        (404, "GET /".to_owned(), vec![host.clone()]),
        (404, "GET /00000000000000000000000000000000/".to_owned(), vec![host.clone()]),
        (404, format!("GET /{}/", &token[..31]), vec![host.clone()]),
        (405, format!("POST /{token}/"), vec![host.clone(), "Content-Length: 0".to_owned()]),
        (405, format!("PUT /{token}/pdf/report.pdf"), vec![host.clone(), "Content-Length: 0".to_owned()]),
        (405, format!("OPTIONS /{token}/"), vec![host.clone()]),
        (404, format!("GET /{token}/../report.toml"), vec![host.clone()]),
        (404, format!("GET /{token}/assets/../../report.toml"), vec![host.clone()]),
        (404, format!("GET /{token}/assets/..%2F..%2Freport.toml"), vec![host.clone()]),
        (404, format!("GET /{token}/assets/%2Fetc%2Fpasswd"), vec![host.clone()]),
        (404, format!("GET /{token}/pages/none-100.png"), vec![host.clone()]),
        (404, format!("GET /{token}/pdf/other.pdf"), vec![host.clone()]),
        (404, format!("GET /{token}/events/other"), vec![host.clone()]),
    ];
    for (status, request, lines) in answers {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let answer = site.send(&request, &lines);
        assert_eq!(answer.status, status, "{request} {lines:?}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("fiscal_year"), "{request}");
        for header in [
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "content-security-policy: ",
        ] {
            assert!(answer.head.contains(header), "{request}: {}", answer.head);
        }
        assert!(!answer.head.contains("access-control-"), "{}", answer.head);
    }
    // Nothing in the page may run or load from elsewhere, and nothing is written into the page itself.
    let page = site.get("");
    assert!(page.head.contains("default-src 'none'") && !page.head.contains("unsafe"), "{}", page.head);
    let text = String::from_utf8(page.body).expect("text");
    assert!(!text.contains("<style") && !text.contains(" style=") && !text.contains(" onclick"), "{text}");
}

#[test]
fn only_the_loopback_address_is_bound() {
    let folder = Folder::with_report(SMALLEST);
    let live = Live::start(&folder, &["preview", "report.toml"]);
    let port: u16 =
        Site::of(&live).host.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let hex = format!(":{port:04X} ");
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].map(|path| fs::read_to_string(path).unwrap_or_default());
    for line in tables.iter().flat_map(|table| table.lines()).filter(|line| line.contains(" 0A ")) {
        let local = line.split_whitespace().nth(1).unwrap_or_default();
        assert!(!format!("{local} ").ends_with(&hex) || local.starts_with("0100007F"), "{line}");
    }
}

#[test]
fn the_name_of_the_file_is_only_text() {
    let folder = Folder::new();
    folder.write("ก<b onclick=x>\"&{{language}}.toml", SMALLEST);
    let live = Live::start(&folder, &["preview", "ก<b onclick=x>\"&{{language}}.toml"]);
    let page = Site::of(&live).get("");
    let text = String::from_utf8(page.body).expect("text");
    assert!(text.contains("ก&lt;b onclick=x&gt;&quot;&amp;{{language}}.toml"), "{text}");
}

#[test]
fn what_cannot_be_shown_is_said() {
    let folder = Folder::with_report(SMALLEST);
    let busy = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = busy.local_addr().expect("an address").port().to_string();
    for (arguments, message) in [
        (&["preview", "-"][..], "cannot be watched"),
        (&["preview", "."], "is a folder"),
        (&["preview", "none.toml"], "cannot read none.toml"),
        (&["preview", "report.toml", "--port", &port], "is used by another program"),
        (&["preview", "report.toml", "--templates", "none"], "cannot read none"),
    ] {
        let run = folder.run(&[&["--lang", "en"], arguments].concat());
        assert_eq!(run.code(), 2, "{arguments:?}");
        assert!(run.stderr().contains(message), "{arguments:?}: {}", run.stderr());
    }
}
