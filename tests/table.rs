//! The tables of measures as they are on paper, read from the PDF: nothing is lost, no page is bare, no figure is torn.

mod common;
#[allow(dead_code)] // Not all of it is needed here.
#[path = "common/glyphs.rs"]
mod glyphs;

use common::{Folder, SMALLEST, example};
use glyphs::Line;
use hayro_interpret::hayro_syntax::Pdf;
use ita_report::thai::digits::to_arabic;

/// A document of a report as PDF.
fn rendered(report: &str, document: &str) -> Vec<u8> {
    let folder = Folder::with_report(report);
    folder.copy_pictures();
    let to = ["--force", "--document", document, "-o", "out.pdf"];
    folder.run(&[&["render", "report.toml"][..], &to].concat()).succeeded();
    folder.read("out.pdf")
}

/// The text of its lines, without white space and with Arabic digits.
fn text(lines: &[Line]) -> String {
    let text: String = lines.iter().map(|line| line.text.as_str()).collect();
    to_arabic(&text.split_whitespace().collect::<String>())
}

fn with_layout(report: &str, layout: &str) -> String {
    match report.contains("[layout]\n") {
        true => report.replacen("[layout]\n", &format!("[layout]\n{layout}"), 1),
        false => format!("{report}\n[layout]\n{layout}"),
    }
}

/// The report without the lines of a key.
fn without(report: &str, key: &str) -> String {
    report.lines().filter(|line| !line.starts_with(key)).collect::<Vec<_>>().join("\n")
}

fn portrait(report: &str) -> String {
    with_layout(&without(report, "orientation"), "orientation = \"portrait\"\n")
}

/// A string or an array as TOML has it.
fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("a value")
}

/// So many sentences, each with its number.
fn sentences(count: usize) -> impl Iterator<Item = String> {
    (1..=count).map(|number| format!("จัดประชุมผู้บริหารเพื่อทบทวนแนวทางการเปิดเผยข้อมูลสาธารณะ ครั้งที่ {number} จบ"))
}

fn steps(count: usize) -> String {
    format!("steps = {}\n", written(&sentences(count).collect::<Vec<_>>()))
}

#[test]
fn no_text_is_lost() {
    let long_title = sentences(60).collect::<Vec<_>>().join(" ");
    let titled = SMALLEST.replace("มาตรการป้องกันการทุจริต", &long_title);
    let headings: Vec<String> =
        (1..=6).map(|number| format!("{} {number}", "ความเห็นของผู้กำกับดูแลงาน".repeat(3))).collect();
    let extra: Vec<String> = headings.iter().map(|heading| format!("{} = \"มี\"", written(heading))).collect();
    let columns = format!(
        "columns = {}\n",
        written(&[&["title".to_owned(), "steps".to_owned()][..], &headings].concat())
    );
    let headed = format!("{SMALLEST}{}extra = {{ {} }}\n", steps(60), extra.join(", "));
    let evidence = format!("[[evidence]]\ntitle = {}\n", written(&long_title));
    for (name, report) in [
        (
            "no title",
            with_layout(&format!("{SMALLEST}{}", steps(60)), "columns = [\"steps\", \"responsible\"]\n"),
        ),
        ("a title of several pages", titled.clone()),
        ("such a title on upright pages", portrait(&titled)),
        ("such a title beside many steps", format!("{titled}{}", steps(60))),
        ("high headings", with_layout(&headed, &columns)),
        ("a piece of evidence of several pages", format!("{SMALLEST}{evidence}")),
    ] {
        assert_all(&rendered(&report, "report"), name);
    }
    let signer =
        format!("[memo]\nsigner = {{ name = \"นายสมชาย ใจดี\", position = {} }}\n", written(&long_title));
    assert_all(&rendered(&format!("{SMALLEST}{signer}"), "memo"), "a position of several pages");
}

/// All sixty sentences are in a PDF.
fn assert_all(pdf: &[u8], name: &str) {
    let shown = text(&glyphs::lines(pdf.to_vec()));
    for number in 1..=60 {
        assert!(shown.contains(&format!("ครั้งที่{number}จบ")), "{name}: {number}");
    }
}

/// How many parts of its text area each page of a PDF leaves blank above its foot, and whether it is upright.
fn blanks(pdf: Vec<u8>) -> Vec<(f64, bool)> {
    let sizes: Vec<(f32, f32)> =
        Pdf::new(pdf.clone()).expect("a PDF").pages().iter().map(|page| page.render_dimensions()).collect();
    let lines = glyphs::lines(pdf);
    let blank = |(number, (width, height)): (usize, &(f32, f32))| {
        let (width, height) = (f64::from(*width), f64::from(*height));
        let lowest =
            lines.iter().filter(|line| line.page == number).map(|line| line.y).fold(height, f64::min);
        // Margins of 2.5 cm at the top and 2 cm at the foot; the descenders of the last line and the cell below it.
        ((lowest - 56.7 - 12.0).max(0.0) / (height - 127.6), width < height)
    };
    (1..).zip(&sizes).map(blank).collect()
}

#[test]
fn no_page_is_bare_but_the_last_before_pages_turn() {
    let mut pages = 0;
    for name in ["everything", "hospital", "municipality", "province", "university", "wide"] {
        let report = std::fs::read_to_string(format!("tests/reports/{name}.toml")).expect("a report");
        // Cover and contents are as full as they are.
        let report = without(&without(&report, "cover"), "contents");
        for (report, orientation) in [(report.clone(), "own"), (portrait(&report), "portrait")] {
            for document in ["report", "plan"] {
                let blanks = blanks(rendered(&report, document));
                for (at, pair) in blanks.windows(2).enumerate() {
                    let [(blank, upright), (_, next)] = pair else { unreachable!() };
                    assert!(
                        upright != next || *blank < 0.4,
                        "{name} {orientation} {document}, page {}: {blank:.2}",
                        at + 1
                    );
                    pages += 1;
                }
            }
        }
    }
    assert!(pages > 60, "{pages}");
}

#[test]
fn amounts_and_scores_are_on_one_line() {
    let budgets =
        "budget = 1250000.00\n[[measures]]\ntitle = \"มาตรการส่งเสริมคุณธรรม\"\nbudget = 98765432.10\n";
    let all = format!("monitoring = \"รายงานผลทุกไตรมาส\"\nkpi = \"ร้อยละ\"\n{}{budgets}", steps(3));
    let report = SMALLEST.to_owned() + &all;
    for report in [report.clone(), portrait(&report)] {
        let lines = glyphs::lines(rendered(&report, "plan"));
        for amount in ["1,250,000.00", "98,765,432.10", "100,015,432.10"] {
            assert!(lines.iter().any(|line| to_arabic(&line.text).contains(amount)), "{amount}");
        }
    }
    let lines = glyphs::lines(rendered(&example("muang-mu-2567.toml"), "report"));
    let scores = lines.iter().filter(|line| line.text.contains('='));
    let whole = |line: &&Line| line.text.starts_with("ปี") && line.text.contains("คะแนน");
    assert!(
        scores.clone().count() >= 12 && scores.clone().all(|line| whole(&line)),
        "{:?}",
        scores.collect::<Vec<_>>()
    );
}

#[test]
fn the_plan_has_the_columns_that_are_asked_for_in_their_order() {
    let report = format!("{SMALLEST}kpi = \"ร้อยละของข้อมูล\"\nextra = {{ \"ผู้กำกับดูแล\" = \"ปลัดเทศบาล\" }}\n");
    let report = with_layout(&report, "plan_columns = [\"ผู้กำกับดูแล\", \"title\", \"kpi\"]\n");
    let shown = text(&glyphs::lines(rendered(&report, "plan")));
    let at = |heading: &str| shown.find(heading).unwrap_or_else(|| panic!("{heading} in {shown}"));
    assert!(at("ผู้กำกับดูแล") < at("มาตรการ/แนวทาง") && at("มาตรการ/แนวทาง") < at("ตัวชี้วัดความสำเร็จ"));
    assert!(shown.contains("ปลัดเทศบาล") && !shown.contains("ระยะเวลา"));
    assert!(!text(&glyphs::lines(rendered(&report, "report"))).contains("ผู้กำกับดูแล"));
}
