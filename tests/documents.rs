//! The plan, the memo and the council's summary page: what they say, and the files that they are written to.

mod common;

use std::path::Path;

use common::{Folder, SMALLEST, example};
use ita_report::files::MemoryFiles;
use ita_report::report::{Report, load};
use ita_report::view::{Block, MemoView, PlanView, ReportView, SummaryView};
use ita_report::{Document, disk};
use serde_json::Value;

/// The text of the example report with a memo.
fn with_memo() -> String {
    example("muang-mu-2567.toml")
        + r#"
[memo]
number = "สห ๗๑๓๐๑/"
date = "5 ตุลาคม 2567"
from = "สำนักปลัด องค์การบริหารส่วนตำบลม่วงหมู่"
to = "นายกองค์การบริหารส่วนตำบลม่วงหมู่"
signer = { name = "นางสาวสมหญิง รักงาน", position = "หัวหน้าสำนักปลัด" }
"#
}

fn report(text: &str) -> Report {
    let loaded = load("report.toml", text.as_bytes(), &MemoryFiles::new());
    loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).clone()
}

/// A list that is written with its joining word gets no second one.
#[test]
fn offices_are_joined_once() {
    for responsible in ["\"กองคลัง\", \"และกองช่าง\"", "\"กองคลัง\", \"และ กองช่าง\"", "\"กองคลัง\", \"กองช่าง\""]
    {
        let summary = SummaryView::new(&report(&format!("{SMALLEST}responsible = [{responsible}]\n")), None);
        assert_eq!(summary.measures[0].responsible, "กองคลัง และกองช่าง");
    }
}

#[test]
fn the_memo_has_what_the_form_asks_for() {
    let memo = MemoView::new(&report(&with_memo()), None);
    assert_eq!(memo.title, "บันทึกข้อความ");
    assert_eq!((memo.office.label.as_str(), memo.number.label.as_str()), ("ส่วนราชการ", "ที่"));
    assert_eq!(memo.date.text, "๕ ตุลาคม ๒๕๖๗");
    assert_eq!(memo.subject.text, "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
    assert_eq!(memo.to.text, "นายกองค์การบริหารส่วนตำบลม่วงหมู่");
    assert_eq!(memo.body.len(), 3, "cause, matter, request");
    assert!(memo.body[1].contains("ได้คะแนนรวม ๙๔.๖๙ คะแนน อยู่ในระดับ “ผ่านดี”"), "{}", memo.body[1]);
    assert_eq!(memo.body[2], "จึงเรียนมาเพื่อโปรดทราบและพิจารณา");
    assert_eq!(memo.signer, ["(นางสาวสมหญิง รักงาน)", "หัวหน้าสำนักปลัด"]);
    // Without `[memo]` in the file, unknown fields stay empty, to be filled in by hand.
    let bare = MemoView::new(&report(SMALLEST), None);
    assert_eq!((bare.number.text.as_str(), bare.date.text.as_str(), bare.signer.len()), ("", "", 0));
    assert_eq!(bare.office.text, "เทศบาลตำบลบ้านใหม่");
    assert!(!bare.body[1].contains("คะแนน"), "{}", bare.body[1]);
    let own = with_memo().replace("signer =", "body = [\"ย่อหน้าแรก\", \"ย่อหน้าที่สอง\"]\nsigner =");
    assert_eq!(MemoView::new(&report(&own), None).body, ["ย่อหน้าแรก", "ย่อหน้าที่สอง"]);
}

#[test]
fn the_plan_goes_back_to_the_previous_year_and_needs_no_results() {
    let plan = PlanView::new(&report(&example("muang-mu-2567.toml")), None);
    assert_eq!(plan.title[0], "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
    let scores = plan.scores.expect("the previous year's scores");
    assert_eq!(scores.rows.len(), 10);
    let eighth = &scores.rows[7];
    assert_eq!((eighth.name.as_str(), eighth.scores.concat()), ("การปรับปรุงการทำงาน", "๙๑.๓๖".to_owned()));
    assert_eq!((scores.total.scores.concat(), &scores.total.change), ("๙๗.๗๒".to_owned(), &None));
    assert!(plan.findings[0].contains("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่") && !plan.findings[0].contains("ตัวชี้วัดที่ ๔"));
    assert!(plan.findings[0].contains("(๑๐๐.๐๐ คะแนน), ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล (๑๐๐.๐๐ คะแนน) และตัวชี้วัดที่ ๑๐"));
    assert!(plan.findings[1].contains("ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน (๙๑.๓๖ คะแนน)"), "{}", plan.findings[1]);
    assert_eq!(plan.measures.columns, ["title", "steps", "responsible", "period"], "no column that is empty");
    // The plan leaves out this year's scores and results.
    let json = serde_json::to_string(&plan.measures).expect("JSON") + &plan.analysis.join("");
    assert!(!json.contains("๙๔.๖๙") && !json.contains("ไม่มีข้อร้องเรียน"));

    let measure = "monitoring = \"รายงานผลทุกไตรมาส\"\nbudget = 1250000.5\n";
    let plan = PlanView::new(&report(&format!("{SMALLEST}{measure}")), None);
    assert!(
        plan.scores.is_none() && plan.findings.is_empty() && plan.analysis[0].contains("ไม่ได้นำผลการประเมิน")
    );
    assert_eq!(plan.measures.columns, ["title", "period", "budget", "monitoring"]);
    let cell = |column: usize| match &plan.measures.rows[0][column][0] {
        Block::Paragraph { text } | Block::Amount { text } => text.clone(),
        Block::List { .. } => panic!("a text"),
    };
    assert_eq!((cell(2), cell(3)), ("๑,๒๕๐,๐๐๐.๕๐".to_owned(), "รายงานผลทุกไตรมาส".to_owned()));
}

#[test]
fn the_page_for_the_council_has_figures_chart_changes_and_measures() {
    let summary = SummaryView::new(&report(&example("muang-mu-2567.toml")), None);
    let figures: Vec<&str> = summary.figures.iter().map(|figure| figure.value.as_str()).collect();
    assert_eq!(figures, ["๙๔.๖๙", "ผ่านดี", "ลดลง ๓.๐๓"]);
    let chart = summary.chart.expect("a chart");
    assert_eq!((chart.years.len(), chart.rows.len()), (2, 10));
    assert_eq!((chart.rows[9].bars[1].score.as_str(), chart.rows[9].bars[1].length), ("๗๖.๖๗", 7667));
    assert!(chart.alt.contains("การป้องกันการทุจริต ๑๐๐.๐๐, ๗๖.๖๗"), "{}", chart.alt);
    let [rises, falls] = &summary.changes[..] else { panic!("rises and falls") };
    assert_eq!(rises.rows[0], ("การปรับปรุงการทำงาน".to_owned(), "๘.๖๔".to_owned()));
    assert_eq!(falls.rows[0], ("การป้องกันการทุจริต".to_owned(), "-๒๓.๓๓".to_owned()));
    assert_eq!((rises.rows.len(), falls.rows.len()), (4, 2), "what stayed the same is neither");
    assert_eq!(summary.measures.len(), 6);

    let bare = SummaryView::new(&report(SMALLEST), None);
    assert!(bare.chart.is_none() && bare.changes.is_empty());
    assert!(bare.figures.is_empty(), "no cards of what is not known");
}

/// Three years make three bars for each indicator. A missing score has a bar of length 0.
#[test]
fn a_chart_has_a_bar_for_every_year() {
    let year = |year: u16| {
        format!("[scores.{year}]\ntotal = 90\nindicators = {{ 1 = 80.5, 2 = {} }}\n", year - 2500)
    };
    let file = format!("{SMALLEST}{}{}{}[layout]\nchart = true\n", year(2565), year(2566), year(2567));
    let chart = SummaryView::new(&report(&file), None).chart.expect("a chart");
    assert_eq!(chart.years, ["ปี ๒๕๖๕", "ปี ๒๕๖๖", "ปี ๒๕๖๗"]);
    let scores: Vec<&str> = chart.rows[1].bars.iter().map(|bar| bar.score.as_str()).collect();
    assert_eq!(scores, ["๖๕.๐๐", "๖๖.๐๐", "๖๗.๐๐"]);
    assert_eq!((chart.rows[2].bars[0].score.as_str(), chart.rows[2].bars[0].length), ("-", 0));
}

#[test]
fn the_page_for_the_council_is_one_page() {
    // The long report has four years, and twenty measures whose titles take two lines each.
    let year = |year: u16| {
        let scores: Vec<String> =
            (1..=10).map(|number| format!("{number} = {}", 60 + number * (year % 5))).collect();
        format!("[scores.{year}]\ntotal = 84.5\nindicators = {{ {} }}\n", scores.join(", "))
    };
    let measure = "[[measures]]\ntitle = \"มาตรการเสริมสร้างการมีส่วนร่วมของภาคประชาชนในการตรวจสอบการจัดซื้อจัดจ้าง\"\n\
                   responsible = [\"กองคลัง\", \"หน่วยตรวจสอบภายใน\"]\n";
    let long = SMALLEST.to_owned() + &(2564..=2567).map(year).collect::<String>() + &measure.repeat(20);
    for text in [example("muang-mu-2567.toml"), include_str!("reports/university.toml").to_owned(), long] {
        let folder = Folder::with_report(text);
        folder.run(&["render", "report.toml", "--document", "summary", "--format", "png"]).succeeded();
        assert_eq!(folder.names(), ["report-summary-1.png", "report.toml"]);
    }
}

/// The names of all documents' PDFs, sorted.
fn pdfs(stem: &str) -> Vec<String> {
    let mut names: Vec<String> =
        Document::ALL.iter().map(|document| format!("{stem}-{}.pdf", document.name())).collect();
    names.sort_unstable();
    names
}

#[test]
fn all_documents_are_files_of_their_own() {
    let folder = Folder::with_report(with_memo());
    folder.run(&["render", "report.toml", "--document", "all", "-o", "ita.pdf"]).succeeded();
    assert_eq!(folder.names(), [pdfs("ita"), vec!["report.toml".to_owned()]].concat());
    let run = folder.run(&["render", "report.toml", "--document", "all", "-o", "-"]);
    assert_eq!((run.code(), run.0.stdout.len()), (2, 0));
    let run = folder.run(&["render", "report.toml", "--document", "memo", "-o", "-"]).succeeded();
    assert!(run.0.stdout.starts_with(b"%PDF"));
    let folder = Folder::with_report(with_memo());
    folder.run(&["render", "report.toml", "--document", "memo", "--format", "svg"]).succeeded();
    assert!(String::from_utf8(folder.read("report-memo-1.svg")).expect("UTF-8").starts_with("<svg"));
}

/// A dot in a name starts an extension only if a format's extension follows. Without `--format`, that extension decides
/// the format.
#[test]
fn files_are_named_as_they_are_asked_for() {
    let folder = Folder::with_report(with_memo());
    let memo = |rest: &[&str]| {
        folder.run(&[&["render", "report.toml", "--document", "memo", "-o"], rest].concat()).succeeded();
    };
    memo(&["บันทึก พ.ศ.2567", "--format", "png"]);
    memo(&["memo.png"]);
    memo(&["x.pdf", "--format", "svg"]);
    folder.run(&["render", "report.toml", "--document", "all", "-o", "อบต.ม่วงหมู่"]).succeeded();
    let names = ["memo-1.png", "report.toml", "x-1.svg", "บันทึก พ.ศ.2567-1.png"].map(str::to_owned);
    assert_eq!(folder.names(), [&names[..], &pdfs("อบต.ม่วงหมู่")].concat());
}

#[test]
fn the_memo_says_what_is_known_and_leaves_room_for_the_rest() {
    let memo = |agency: &str, rest: &str| {
        let file = SMALLEST.replace("เทศบาลตำบลบ้านใหม่", agency) + rest;
        MemoView::new(&report(&file), None)
    };
    for (agency, head) in [
        ("องค์การบริหารส่วนตำบลม่วงหมู่", "นายกองค์การบริหารส่วนตำบลม่วงหมู่"),
        ("เทศบาลเมืองบ้านใหม่", "นายกเทศมนตรีเมืองบ้านใหม่"),
        ("สำนักงานชลประทานที่ 2", ""),
    ] {
        assert_eq!(memo(agency, "").to.text, head);
    }
    let bare = memo("โรงเรียนเทศบาล 2 บ้านใหม่", "");
    assert_eq!(bare.office.text, "โรงเรียนเทศบาล ๒ บ้านใหม่");
    // The memo mentions no analysis and no results if the file has none.
    assert!(!bare.body[0].contains("วิเคราะห์") && !bare.body[1].contains("จำนวน"), "{:?}", bare.body);
    let done = memo("กรมทดสอบ", "results = [\"อบรมแล้ว\"]\n[scores.2566]\ntotal = 90\n");
    assert!(done.body[0].contains("วิเคราะห์") && done.body[1].contains("จำนวน ๑ มาตรการ"), "{:?}", done.body);
    let subject = memo("กรมทดสอบ", "[memo]\nsubject = \"รายงานผล\\nประจำปี\"\n");
    assert_eq!(
        (subject.subject.text.as_str(), subject.meta.title.as_str()),
        ("รายงานผล\nประจำปี", "รายงานผล ประจำปี")
    );
}

#[test]
fn a_changed_template_takes_effect_and_its_errors_are_shown_where_they_are() {
    let folder = Folder::with_report(with_memo());
    folder.run(&["templates", "own"]).succeeded();
    let run = folder.run(&["templates", "own"]);
    assert_eq!((run.code(), run.stderr().contains("own/")), (2, true), "nothing is overwritten");
    let memo = String::from_utf8(folder.read("own/memo.typ")).expect("UTF-8");
    // The folder of templates needs only the changed ones.
    std::fs::create_dir(folder.path("one")).expect("a folder");
    let render = |template: &str| {
        folder.write("one/memo.typ", template);
        folder.run(&["render", "report.toml", "--document", "memo", "--templates", "one", "-o", "own.pdf"])
    };
    folder.run(&["render", "report.toml", "--document", "memo", "--templates", "own"]).succeeded();
    let unchanged = folder.read("report-memo.pdf");
    folder.run(&["render", "report.toml", "--document", "memo"]).succeeded();
    assert_eq!(folder.read("report-memo.pdf"), unchanged, "written out they are what they were");
    render(&memo.replace("85pt", "120pt")).succeeded();
    assert_ne!(folder.read("own.pdf"), unchanged);
    let before = folder.read("own.pdf");
    let run = render(&memo.replace("data.signer", "data.singer"));
    let line = memo.lines().position(|line| line.contains("data.signer")).expect("the line") + 1;
    assert_eq!(run.code(), 2);
    assert!(
        run.stderr().contains(&format!("one/memo.typ:{line}:")) && run.stderr().contains("singer"),
        "{}",
        run.stderr()
    );
    assert!(render("#let x = (1, 2").stderr().contains("one/memo.typ:1:"));
    // Two errors that only PDF export finds, and one inside an embedded template, which is reported at the call in the
    // user's template. The next error has no place of its own, so it is reported at the start of the template.
    let last = memo.lines().count() + 1;
    let added = |line: &str| render(&format!("{memo}{line}\n")).stderr();
    for (line, found) in
        [("#figure(rect())", "alt"), ("#heading(level: 3)[ข้อความ]", "heading"), ("#prose(5)", "integer")]
    {
        let message = added(line);
        assert!(message.contains(&format!("one/memo.typ:{last}:")) && message.contains(found), "{message}");
    }
    let message = render("ข้อความ").stderr();
    assert!(message.contains("one/memo.typ:1:1") && message.contains("set document(title"), "{message}");
    // The failed runs have left the earlier PDF untouched.
    assert_eq!(folder.read("own.pdf"), before);
    // With a byte-order mark and CRLF, as editors on Windows save it.
    render(&format!("\u{FEFF}{}", memo.replace('\n', "\r\n"))).succeeded();
    assert_eq!(folder.read("own.pdf"), unchanged);
    folder.write("one/mmeo.typ", "");
    let run = render(&memo);
    assert_eq!((run.code(), run.stderr().contains("“memo.typ”")), (2, true), "{}", run.stderr());
    assert_eq!(folder.run(&["render", "report.toml", "--templates", "nowhere"]).code(), 2);
}

/// `docs/templates.md` lists every key that templates read, with an example of each. `UPDATE_DOCS=1` rewrites the page.
#[test]
fn the_page_of_templates_has_every_key() {
    let folder = Folder::new();
    folder.copy_pictures();
    const MEMO: &str = "emblem = \"pictures/emblem.png\"\nthrough = \"ปลัดองค์การบริหารส่วนตำบลม่วงหมู่\"\n";
    const AGENCY: &str = "logo = \"pictures/logo.svg\"\naddress = \"99 หมู่ที่ 5\"\nphone = \"0 3653 9876\"\n\
                          website = \"https://www.example.go.th\"\n";
    let memo = with_memo().replace("[memo]\n", &format!("[memo]\n{MEMO}"));
    let memo = memo.replacen("[agency]\n", &format!("[agency]\n{AGENCY}"), 1);
    let text = memo + include_str!("optional_parts.toml");
    let loaded = load("report.toml", text.as_bytes(), &disk::Folder::new(&folder.path(".")));
    let report = loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).clone();
    let mut page = include_str!("templates.md.txt").to_owned();
    for document in Document::ALL {
        page += &format!("\n## {}.typ\n\n| key | example |\n|---|---|\n", document.name());
        let mut keys = Vec::new();
        let mut data = document.view(&report, None).data().expect("JSON");
        // The beginning of the page has what is the same in all documents.
        let fields = data.as_object_mut().expect("an object");
        fields.retain(|name, _| !["file", "numerals", "values"].contains(&name.as_str()));
        list("", &data, &mut keys);
        for (key, example) in keys {
            page += &format!("| `{key}` | {example} |\n");
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/templates.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &page).expect("the page can be written");
    }
    let written = std::fs::read_to_string(file).expect("the page can be read");
    assert!(written == page, "docs/templates.md does not have every key: run with UPDATE_DOCS=1");
}

/// Collects each key once, with its first value that is not null as the example.
fn list(key: &str, value: &Value, keys: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if key.is_empty() { "" } else { "." };
                list(&format!("{key}{dot}{name}"), value, keys);
            }
        }
        Value::Array(items) if items.is_empty() => {}
        Value::Array(items) => items.iter().for_each(|item| list(&format!("{key}[]"), item, keys)),
        value => {
            let text = value.as_str().map_or(value.to_string(), str::to_owned).replace(['\n', '|'], " ");
            let short: String = text.chars().take(60).collect();
            let dots = if short.len() < text.len() { " ..." } else { "" };
            match keys.iter_mut().find(|(known, _)| known == key) {
                Some((_, example)) if example == "null" => *example = short + dots,
                Some(_) => {}
                None => keys.push((key.to_owned(), short + dots)),
            }
        }
    }
}

/// Reads the QR codes of links from the rendered pages, as a camera would.
fn qr_codes(urls: &[&str]) -> Vec<String> {
    let evidence = |url: &&str| format!("[[evidence]]\ntitle = \"ประกาศมาตรการ\"\nurl = \"{url}\"\n");
    let folder = Folder::with_report(format!("{SMALLEST}{}", urls.iter().map(evidence).collect::<String>()));
    folder.run(&["render", "report.toml", "--format", "png"]).succeeded();
    let names = folder.names().into_iter().filter(|name| name.ends_with(".png"));
    let codes = names.flat_map(|name| {
        let page = image::load_from_memory(&folder.read(&name)).expect("a picture").into_luma8();
        let (width, height) = (page.width() as usize, page.height() as usize);
        let light = |x, y| page.get_pixel(x as u32, y as u32).0[0];
        let mut page = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
        page.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect::<Vec<_>>()
    });
    codes.collect()
}

#[test]
fn a_qr_code_gives_its_link() {
    let url = "https://www.example.go.th/ita/2567/o34?file=report_of_measures.pdf";
    assert_eq!(qr_codes(&[url]), [url]);
}

/// The page shows the link as typed; the link and its code have one address, in ASCII.
#[test]
fn a_thai_link_has_one_address_on_the_page_and_in_its_code() {
    let url = "https://www.ตัวอย่าง.ไทย/ประกาศ%20ปี?ปี=2567";
    let address = "https://www.xn--72c1a1bt4awk9o.xn--o3cw4h/%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8%20\
                   %E0%B8%9B%E0%B8%B5?%E0%B8%9B%E0%B8%B5=2567";
    assert_eq!(qr_codes(&[url]), [address]);
    let report = format!("{SMALLEST}[[evidence]]\ntitle = \"ประกาศ\"\nurl = \"{url}\"\n");
    let view = |text: &str| ReportView::new(&self::report(text), None);
    let view_of_evidence = view(&report);
    let item = &view_of_evidence.evidence.as_ref().expect("evidence").items[0];
    assert_eq!((item.url.as_deref(), item.link.as_deref()), (Some(url), Some(address)));
    let website = format!("{SMALLEST}[layout]\ncover = true\n")
        .replace("[[measures]]", "website = \"https://ตัวอย่าง.ไทย\"\n[[measures]]");
    let cover = view(&website).cover.expect("a cover");
    assert_eq!(cover.contacts[0].link.as_deref(), Some("https://xn--72c1a1bt4awk9o.xn--o3cw4h"));
}

/// A code of the most letters is still read; one more, and the file is told that there is none.
#[test]
fn a_link_too_long_for_a_code_is_told() {
    let link = |length: usize| format!("{:a<length$}", "https://www.example.go.th/");
    let report = |url: &str| {
        Folder::with_report(format!("{SMALLEST}[[evidence]]\ntitle = \"ประกาศ\"\nurl = \"{url}\"\n"))
    };
    let told = |url: &str| common::codes_and_lines(&common::findings(&report(url), "th"));
    let without = ("link-without-code".to_owned(), 10);
    assert!(!told(&link(2_331)).contains(&without));
    assert!(told(&link(2_332)).contains(&without) && told(&link(7_000)).contains(&without));
    assert!(told(&link(7_001)).contains(&("text-long".to_owned(), 10)));
    report(&link(7_000)).run(&["render", "report.toml"]).succeeded();
}

/// In print, parts begin on right-hand pages, and documents of several pages have an even number of them.
#[test]
fn what_is_printed_has_sheets_of_two_pages_and_no_colour() {
    let front = "[layout]\ncover = true\ncontents = true\n";
    let evidence = "[[evidence]]\ntitle = \"ประกาศ\"\nurl = \"https://www.example.go.th/o34\"\n";
    let folder = Folder::with_report(format!("{}{evidence}{front}", with_memo()));
    let pages = |document: &str, profile: &str| {
        let to = ["-o", "page.png", "--format", "png", "--document", document, "--profile", profile];
        folder.run(&[&["render", "report.toml"][..], &to].concat()).succeeded();
        let page = |number: usize| {
            let path = folder.path(&format!("page-{number}.png"));
            let page = path.exists().then(|| image::open(&path).expect("a picture").into_rgb8());
            let _ = std::fs::remove_file(path);
            page
        };
        (1..).map_while(page).collect::<Vec<_>>()
    };
    let coloured = |page: &image::RgbImage| page.pixels().any(|dot| dot.0.iter().any(|c| *c != dot.0[0]));
    let blank = |page: &image::RgbImage| page.pixels().all(|dot| dot.0 == [255; 3]);
    let (web, print) = (pages("report", "web"), pages("report", "print"));
    assert!(web.iter().any(coloured) && !print.iter().any(coloured), "links");
    assert_eq!((web.len(), print.len()), (9, 12));
    // Cover, contents and the report itself each begin on a right-hand page. Blank pages have no page number.
    let blanks: Vec<usize> = (1..).zip(&print).filter(|(_, page)| blank(page)).map(|(n, _)| n).collect();
    assert_eq!(blanks, [2, 4, 12]);
    assert_eq!(pages("plan", "print").len() % 2, 0);
    assert_eq!((pages("memo", "print").len(), pages("summary", "print").len()), (1, 1));
}

#[test]
fn a_page_that_an_earlier_run_left_is_named() {
    let folder = Folder::with_report(example("muang-mu-2567.toml"));
    let render = ["render", "report.toml", "--format", "png", "-o", "page.png"];
    let first = folder.run(&render).succeeded();
    assert!(!first.stderr().contains("page-7.png"));
    folder.write("page-7.png", "");
    let second = folder.run(&render).succeeded();
    assert!(second.stderr().contains("page-7.png"), "{}", second.stderr());
}
