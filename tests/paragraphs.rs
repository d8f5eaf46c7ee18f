//! How paragraphs are set, read from the PDF: how far their lines are spread, and how far apart they are.

mod common;
#[path = "common/glyphs.rs"]
mod glyphs;

use common::{Folder, example};
use glyphs::Line;
use ita_report::files::MemoryFiles;
use ita_report::report::load;
use ita_report::view::{Block, MemoView, PlanView, ReportView};

/// The width of a space in TH SarabunPSK, and the most that is added behind a letter, in points.
const SPACE: f64 = 3.5;
const LETTER: f64 = 0.06 * 16.1;
/// From one line of a paragraph to the next, in points.
const PITCH: f64 = 21.2;
/// The widest that a space may become, in its own widths.
const WIDEST: f64 = 2.5;

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The paragraphs of all documents of a report.
fn paragraphs(file: &str) -> Vec<String> {
    let loaded = load("report.toml", file.as_bytes(), &MemoryFiles::new());
    let report = loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    let (view, plan) = (ReportView::new(report, None), PlanView::new(report, None));
    let conclusion = view.conclusion.blocks.iter().map(|block| match block {
        Block::Paragraph { text } => text.clone(),
        _ => String::new(),
    });
    let parts = [view.introduction, view.closing, plan.analysis, plan.findings, plan.introduction];
    let memo = MemoView::new(report, None).body;
    parts.into_iter().flatten().chain(conclusion).chain(memo).map(|text| squeezed(&text)).collect()
}

/// The lines of these paragraphs in the three documents that have prose.
fn prose_lines(file: &str, templates: Option<(&str, &str)>) -> Vec<(&'static str, Line)> {
    let folder = Folder::with_report(file);
    let mut arguments = vec!["render", "report.toml", "--document", "all"];
    if let Some((from, to)) = templates {
        folder.run(&["templates", "own"]).succeeded();
        let lengths = String::from_utf8(folder.read("own/common/lengths.toml")).expect("UTF-8");
        assert!(lengths.contains(from));
        folder.write("own/common/lengths.toml", lengths.replacen(from, to, 1));
        arguments.extend(["--templates", "own"]);
    }
    folder.run(&arguments).succeeded();
    let paragraphs = paragraphs(file);
    let mut found = Vec::new();
    for document in ["report", "plan", "memo"] {
        let lines = glyphs::lines(folder.read(&format!("report-{document}.pdf")));
        let of_prose = |line: &Line| {
            let text = squeezed(&line.text);
            text.chars().count() > 12 && paragraphs.iter().any(|paragraph| paragraph.contains(&text))
        };
        found.extend(lines.into_iter().filter(of_prose).map(|line| (document, line)));
    }
    found
}

/// Reports with names that no line can end in, and with narrow pages.
fn reports() -> Vec<(String, Option<(&'static str, &'static str)>)> {
    let example = example("muang-mu-2567.toml");
    let long = "องค์การบริหารส่วนจังหวัดพระนครศรีอยุธยากรุงเก่าบ้านประหารสุขสวัสดิ์พัฒนา";
    let token = "ITA_2567_O34_announcement_of_measures_for_disclosure_v2";
    let named = example.replace("องค์การบริหารส่วนตำบลม่วงหมู่", long);
    let text = format!(
        "[text]\nintroduction = \"ตามประกาศ {token} ของ{long} และแฟ้ม {token} ได้ขับเคลื่อนมาตรการ {token} แล้ว\"\n"
    );
    let narrow = Some(("left = 30\nright = 20", "left = 45\nright = 35"));
    let tokens = example.replacen("[[measures]]", &format!("{text}[[measures]]"), 1);
    vec![
        (example.clone(), None),
        (example, narrow),
        (named.clone(), None),
        (named, narrow),
        (tokens.clone(), None),
        (tokens, narrow),
        (include_str!("reports/hospital.toml").to_owned(), None),
        (include_str!("reports/province.toml").to_owned(), narrow),
        (include_str!("reports/university.toml").to_owned(), None),
    ]
}

#[test]
fn no_line_is_spread_past_its_limits() {
    let (mut lines, mut spread) = (0, 0);
    for (file, templates) in reports() {
        for (document, line) in prose_lines(&file, templates) {
            let widest = line.spaces().into_iter().fold(0.0, f64::max);
            let most = WIDEST * SPACE + LETTER + 0.1;
            assert!(widest <= most, "{document} page {}: {widest:.1} pt in {}", line.page, line.text);
            lines += 1;
            spread += usize::from(widest > SPACE + 0.5);
        }
    }
    // The limit does not end justification.
    assert!(lines > 150 && spread * 4 > lines, "{spread} of {lines} lines are spread");
}

#[test]
fn a_line_that_cannot_be_spread_is_set_ragged() {
    // The number of the letter cannot be torn from its office.
    let memo = "[memo]\nbody = \"เพื่อให้การดำเนินการเป็นไปตามหนังสือสำนักงาน ป.ป.ช. ที่ ปช 0004/ว 0061 ลงวันที่ 6 ธันวาคม \
                2566 เรื่อง การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ จึงเห็นควรดำเนินการต่อไป\"\n";
    let lines = prose_lines(&(example("muang-mu-2567.toml") + memo), None);
    let of_memo = |(document, _): &&(&str, Line)| *document == "memo";
    let right = lines.iter().filter(of_memo).map(|(_, line)| line.last()).fold(0.0, f64::max);
    let (_, ragged) = lines.iter().find(of_memo).expect("the line before the number");
    assert!(ragged.last() < right - 50.0, "{} of {right}", ragged.last());
    let spaces = ragged.spaces();
    assert!(spaces.iter().all(|space| (space - SPACE).abs() < 0.2), "{spaces:?}");
}

#[test]
fn paragraphs_are_six_points_apart() {
    let lines = prose_lines(&example("muang-mu-2567.toml"), None);
    for (document, begins) in
        [("report", "องค์การบริหารส่วนตำบลม่วงหมู่จึงได้จัดทำ"), ("memo", "บัดนี้"), ("memo", "จึงเรียนมา")]
    {
        let of_document: Vec<&Line> =
            lines.iter().filter(|(name, _)| *name == document).map(|(_, line)| line).collect();
        let at = of_document.iter().position(|line| squeezed(&line.text).starts_with(begins));
        let at = at.unwrap_or_else(|| panic!("{begins}: {of_document:?}"));
        let gap = of_document[at - 1].y - of_document[at].y;
        assert!((gap - PITCH - 6.0).abs() < 0.05, "{document}: {gap}");
    }
}
