//! Tests that typeset pages contain all text of a view, in the right place.

use std::collections::HashSet;

use serde_json::Value;
use typst::layout::{Frame, FrameItem, Point};

use super::material::Material;
use super::recorded::{Kind, recorded};
use super::world::Functions;
use super::{Pages, Setting, Templates, set};
use crate::files::MemoryFiles;
use crate::profile::Profile;
use crate::report::{Report, load};
use crate::view::{IndicatorRow, ReportView};
use crate::workers::OneByOne;

/// A run of text, its origin in points from the page's upper left corner, and its width in points.
struct Run {
    at: (f64, f64),
    width: f64,
    text: String,
}

/// Returns settings for the web profile on one thread.
pub(super) fn setting<'s>(templates: &'s Templates, report: &'s Report) -> Setting<'s> {
    Setting { templates, fonts: &report.fonts, profile: Profile::Web, draft: false, workers: &OneByOne }
}

pub(super) fn document(file: &str) -> (ReportView, Pages) {
    let loaded = load("report.toml", file.as_bytes(), &MemoryFiles::new());
    let report = loaded.valid_report().expect("a report without errors");
    let view = ReportView::new(report, None);
    let document = set(&view, "report", &setting(&Templates::default(), report)).expect("a document");
    assert!(document.warnings.is_empty(), "{:?}", document.warnings);
    (view, document)
}

/// Returns the runs of each page in the order in which they are set.
fn pages(document: &Pages) -> Vec<Vec<Run>> {
    fn collect(frame: &Frame, origin: Point, runs: &mut Vec<Run>) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => collect(&group.frame, at, runs),
                FrameItem::Text(text) => {
                    let (at, width) = ((at.x.to_pt(), at.y.to_pt()), text.width().to_pt());
                    runs.push(Run { at, width, text: text.text.to_string() });
                }
                _ => {}
            }
        }
    }
    let page = |page: &typst_layout::Page| {
        let mut runs = Vec::new();
        collect(&page.frame, Point::zero(), &mut runs);
        runs
    };
    document.document.pages().iter().map(page).collect()
}

/// Removes white space, because lines may end anywhere.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Returns a page's text without the page number and without white space.
fn text(runs: &[Run]) -> String {
    runs.iter().filter(|run| run.at.1 > 60.0).map(|run| squeeze(&run.text)).collect()
}

/// Returns all strings of a view except those that are not set as text: metadata, block kinds, names of columns, QR codes and
/// alternative texts.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(fields) => {
            let shown = |key: &&String| {
                !["meta", "kind", "alt", "qr", "columns", "continued"].contains(&key.as_str())
            };
            fields.iter().filter(|(key, _)| shown(key)).flat_map(|(_, value)| strings(value)).collect()
        }
        _ => Vec::new(),
    }
}

const SMALL: &str =
    "fiscal_year = 2567\n[agency]\nname = \"เทศบาลตำบลบ้านใหม่\"\n[[measures]]\ntitle = \"มาตรการ\"\n";
pub(super) const EXAMPLE: &str = include_str!("../../data/examples/muang-mu-2567.toml");
pub(super) const PUBLISHED: &str = include_str!("../../data/examples/muang-mu-2567-as-published.toml");
pub(super) const EVERYTHING: &str = include_str!("../../tests/reports/everything.toml");

/// In how many parts a text stands in another one. A text that is broken across pages is not in one part.
fn parts(text: &str, set: &str) -> usize {
    let (mut rest, mut count) = (text, 0);
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, _)| at).skip(1).chain([rest.len()]);
        let most = ends.take_while(|end| set.contains(&rest[..*end])).last();
        let Some(most) = most else { return usize::MAX };
        rest = &rest[most..];
        count += 1;
    }
    count
}

#[test]
fn all_text_of_a_view_is_on_its_pages() {
    for report in [EXAMPLE, PUBLISHED, EVERYTHING] {
        let (view, document) = document(report);
        let set: String = pages(&document).iter().map(|runs| text(runs)).collect();
        let all = strings(&serde_json::to_value(&view).expect("a view is JSON"));
        assert!(all.len() > 50);
        for string in all {
            assert!(parts(&squeeze(&string), &set) <= 3, "{string}");
        }
    }
}

#[test]
fn the_headings_stand_on_every_page_of_the_measures() {
    let (view, document) = document(EXAMPLE);
    let pages = pages(&document);
    let headed = |runs: &&Vec<Run>| text(runs).contains(&squeeze(&view.measures.header[5]));
    assert_eq!(pages.iter().filter(headed).count(), 5, "five pages of measures");
    assert!(!headed(&pages.last().expect("a page")));
}

#[test]
fn a_row_is_on_one_page_or_its_rest_begins_with_its_title() {
    let mut broken = 0;
    for report in [EXAMPLE, PUBLISHED] {
        let (view, document) = document(report);
        let pages: Vec<String> = pages(&document).iter().map(|runs| text(runs)).collect();
        assert!(pages[0].contains(&squeeze(&view.measures.header[1])), "the table begins on the first page");
        for row in &view.measures.rows {
            let title = format!("{}{}", row[0][0].first_text().expect("a title"), view.measures.continued);
            let row = strings(&serde_json::to_value(row).expect("a row is JSON"));
            let on_page = |page: &&String| row.iter().all(|text| page.contains(&squeeze(text)));
            let whole = pages.iter().any(|page| on_page(&page));
            let continued = pages.iter().any(|page| page.contains(&squeeze(&title)));
            assert!(whole != continued, "{row:?}");
            broken += usize::from(continued);
        }
    }
    assert!(broken > 0);
}

#[test]
fn a_row_longer_than_a_page_is_broken_and_loses_nothing() {
    let step = "ดำเนินการจัดทำแผนปฏิบัติการป้องกันการทุจริตและติดตามผลอย่างต่อเนื่อง ".repeat(3);
    let steps: Vec<String> = (1..=40).map(|n| format!("\"ขั้นที่ {n} {step}\"")).collect();
    let (_, document) = document(&format!(
        "fiscal_year = 2567\n[agency]\nname = \"ก\"\n[[measures]]\ntitle = \"ข\"\nsteps = [{}]\n",
        steps.join(", ")
    ));
    let all: String = pages(&document).iter().map(|runs| text(runs)).collect();
    assert!(document.count() > 2);
    for n in 1..=40 {
        assert!(all.contains(&format!("ขั้นที่{}", crate::thai::Numerals::Thai.integer(n))));
    }
    // ฏ occurs three times in each step, once in the headings of each page, and nowhere else.
    assert_eq!(all.matches('ฏ').count(), 3 * 40 + document.count());
    // The rest begins with the title.
    assert_eq!(all.matches("๑.ข(ต่อ)").count(), document.count() - 1);
}

fn assert_inside_margins(document: &Pages) {
    const CENTIMETRE: f64 = 72.0 / 2.54;
    for (page, runs) in document.document.pages().iter().zip(pages(document)) {
        let size = page.frame.size();
        for run in runs {
            let (x, y) = run.at;
            // A space at the end of a line may hang into the margin.
            let right = x + if run.text.ends_with(' ') { 0.0 } else { run.width };
            assert!(x >= 3.0 * CENTIMETRE - 0.1, "{} begins at {x}", run.text);
            assert!(right <= size.x.to_pt() - 2.0 * CENTIMETRE + 0.5, "{} ends at {right}", run.text);
            assert!(y <= size.y.to_pt() - 2.0 * CENTIMETRE, "{} stands at {y}", run.text);
        }
    }
}

#[test]
fn nothing_leaves_the_margins() {
    for report in [EXAMPLE, PUBLISHED, EVERYTHING] {
        assert_inside_margins(&document(report).1);
    }
}

#[test]
fn pages_are_numbered_from_the_second_on() {
    let (_, document) = document(EXAMPLE);
    let first_runs: Vec<String> = pages(&document)
        .iter()
        .map(|runs| {
            let top = runs.iter().filter(|run| run.at.1 < 60.0).map(|run| run.text.as_str());
            top.collect()
        })
        .collect();
    assert_eq!(first_runs, ["", "- ๒ -", "- ๓ -", "- ๔ -", "- ๕ -", "- ๖ -"]);
}

#[test]
fn points_of_figures_stand_in_line() {
    let (view, document) = document(EXAMPLE);
    let table = view.indicators.expect("a table");
    let pages = pages(&document);
    let last = pages.last().expect("a page");
    let figures = |pick: fn(&IndicatorRow) -> &String| table.rows.iter().map(pick).collect::<Vec<_>>();
    let change: fn(&IndicatorRow) -> &String = |row| row.change.as_ref().expect("a change");
    let columns = [figures(|row| &row.scores[0]), figures(|row| &row.scores[1]), figures(change)];
    // The figures of a row follow its name. All have two decimals, so their points align if their right ends do.
    for (column, figures) in columns.iter().enumerate() {
        let ends = table.rows.iter().zip(figures).map(|(row, figure)| {
            let name = last.iter().rposition(|run| run.text == row.name).expect("the indicator's row");
            // The minus sign is a separate run.
            let digits = figure.trim_start_matches('-');
            let run = last[name + 1..].iter().filter(|run| run.text != "-").nth(column).expect("the figure");
            assert_eq!(run.text, digits);
            ((run.at.0 + run.width) * 10.0).round() as i64
        });
        let ends: std::collections::BTreeSet<i64> = ends.collect();
        assert_eq!(ends.len(), 1, "column {column}: {ends:?}");
    }
}

#[test]
fn all_signatures_are_set_however_many() {
    let sign = |n: usize| format!("[[signatures]]\nname = \"ผู้ลงนามคนที่ {n} จบ\"\nposition = \"ตำแหน่ง\"\n");
    for count in [1, 2, 5, 40] {
        let signatures: String = (1..=count).map(sign).collect();
        let (_, document) = document(&format!("{SMALL}{signatures}"));
        let pages: Vec<String> = pages(&document).iter().map(|runs| text(runs)).collect();
        let name = |n: usize| format!("(ผู้ลงนามคนที่{}จบ)", crate::thai::Numerals::Thai.integer(n));
        assert!((1..=count).all(|n| pages.iter().any(|page| page.contains(&name(n)))), "{count} signatures");
        let together = pages.iter().any(|page| (1..=count).all(|n| page.contains(&name(n))));
        assert_eq!(together, count < 40, "{count} signatures on one page");
    }
}

#[test]
fn two_or_twenty_measures_and_words_of_any_length() {
    let measure = |n: usize| {
        let mail = "saraban_05123456@nakhonratchasima-municipality.go.th";
        format!(
            "[[measures]]\ntitle = \"มาตรการที่ {n} {mail}\"\nresponsible = \"{mail}\"\n\
             steps = [\"{}\", \"ขั้นตอน\"]\nresults = [\"{}\"]\n",
            "A".repeat(120),
            "ดำเนินการแล้วเสร็จตามแผน ".repeat(n)
        )
    };
    for count in [2, 20] {
        let measures: String = (1..=count).map(measure).collect();
        let (_, document) = document(&format!("fiscal_year = 2567\n[agency]\nname = \"ก\"\n{measures}"));
        assert_inside_margins(&document);
    }
}

/// Words of official prose within which no line may end. Some of them are in none of our word lists.
const PROTECTED: &str = include_str!("../../tests/protected.txt");
const OTHERS: [&str; 4] = [
    include_str!("../../tests/reports/hospital.toml"),
    include_str!("../../tests/reports/municipality.toml"),
    include_str!("../../tests/reports/province.toml"),
    include_str!("../../tests/reports/university.toml"),
];

#[test]
fn no_line_ends_within_a_protected_word() {
    let words: Vec<&str> = PROTECTED.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(words.len() > 120);
    let narrow = OTHERS.map(|report| match report.contains("[layout]\n") {
        true => report.replace("[layout]\n", "[layout]\norientation = \"portrait\"\n"),
        false => format!("{report}\n[layout]\norientation = \"portrait\"\n"),
    });
    let narrow = narrow.iter().map(String::as_str);
    let mut seen = 0;
    for report in [EXAMPLE, PUBLISHED, EVERYTHING].into_iter().chain(OTHERS).chain(narrow) {
        for runs in pages(&document(report).1) {
            // Pairs of consecutive runs of which the second begins lower: a line's end and the next line's beginning.
            let pairs = runs.iter().zip(runs.iter().skip(1));
            for (run, next) in pairs.filter(|(run, next)| next.at.1 > run.at.1 + 5.0) {
                let begin = next.text.trim_start_matches("ฯลฯ");
                assert!(!begin.starts_with(['”', ')', ']', 'ๆ', 'ฯ', '%']), "{} | {begin}", run.text);
                assert!(!run.text.trim_end().ends_with(['“', '‘', '(', '[']), "{} | {}", run.text, next.text);
                let joined = format!("{}{}", run.text.trim_end(), next.text);
                for word in &words {
                    for (at, _) in joined.match_indices(word) {
                        seen += 1;
                        let torn =
                            at < run.text.trim_end().len() && at + word.len() > run.text.trim_end().len();
                        assert!(!torn, "{word}: {} | {}", run.text, next.text);
                    }
                }
            }
        }
    }
    assert!(seen > 500, "{seen} protected words at the ends of lines");
}

/// Signs around which Unicode allows line breaks of its own.
const SIGNS: &str = r#"
fiscal_year = 2567
[agency]
name = "เทศบาลตำบลบ้านใหม่"
[layout]
orientation = "portrait"
[[measures]]
title = "จัดประชุมระหว่างวันที่ 14 - 15 มกราคม 2567 ที่ห้อง 3/5-A และห้อง B–7"
steps = [
    "เปิดบริการวันจันทร์ - วันศุกร์ เวลา 08.30 – 16.30 น. (พ.ศ. 2565 - 2567) ทุกวัน",
    "ร้อยละ 50% - 60% ! ของผู้ตอบ?! “ดีมาก” — ‘ดี’ / ปานกลาง | น้อย … อื่น ๆ ฯลฯ",
    "ขั้นตอน ๑) ก-ข ๒) ค–ง [ภาคผนวก ก] <ว่าง> #ita @page * ดาว & และ + บวก = เท่ากับ",
    "เอกสาร https://example.go.th/a-b/c?d=e&f=g และ ita_2567-v2.pdf กับ e-mail: a-b@example.go.th",
]
results = ["ตู้ ปณ. ๑๙ - ๒๐ • ข้อ ๑ · ข้อ ๒ → ผ่าน ✓ ครบ ๑,๐๐๐.- บาท ±๕ ° ½ № ๓ 😀 - 😀 จบ", "มาตรา 7 พ.ศ.(2567) (ก)(ข) ข้อ:(ก) ก)[ข ดี!ดี 漢字 ก😀ข a,(b) x…y ลงชื่อ........................................"]
"#;

#[test]
fn lines_end_where_they_were_chosen_and_nowhere_else() {
    use super::line_breaks::marks::{BREAK, JOIN, TIED_SPACE};

    let (mut seen, mut joined) = (0, 0);
    for report in [EXAMPLE, PUBLISHED, EVERYTHING, SIGNS].into_iter().chain(OTHERS) {
        let loaded = load("report.toml", report.as_bytes(), &MemoryFiles::new());
        let report = loaded.valid_report().expect("a report without errors");
        let view = ReportView::new(report, None);
        let templates = Templates::default();
        let setting = setting(&templates, report);
        let material = Material::new(&view, "report", &setting).expect("a prepared view");
        let (_, warnings) = material.compile(Functions::Recording).expect("pages");
        let mut tables = warnings.iter().filter_map(|warning| recorded(&warning.message));
        let table = tables.rfind(|recorded| recorded.kind == Kind::Table).expect("a table");
        let columns: Value = serde_json::from_str(&table.result).expect("JSON");
        let document = set(&view, "report", &setting).expect("a document");
        // The runs of a line follow one another at the same height, without a gap.
        let mut lines = HashSet::new();
        for runs in pages(&document) {
            let mut end = (0.0, 0.0);
            let mut line = String::new();
            for run in &runs {
                if f64::abs(run.at.1 - end.1) > 5.0 || f64::abs(run.at.0 - end.0) > 0.5 {
                    lines.insert(std::mem::take(&mut line));
                }
                end = (run.at.0 + run.width, run.at.1);
                line.push_str(&squeeze(&run.text));
            }
            lines.insert(line);
        }
        let mut chosen = strings(&columns["header"]);
        chosen.extend(strings(&columns["rows"]));
        for text in chosen.iter().flat_map(|text| text.split('\n')) {
            let text = text.replace([JOIN, TIED_SPACE], "");
            let chosen: Vec<String> =
                text.split([BREAK, ' ']).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            // Typst fills lines, so it may set two chosen lines as one if that just fits. For each chosen line: the most
            // lines on which those from it on can be set.
            let mut most = vec![Some(0); chosen.len() + 1];
            for first in (0..chosen.len()).rev() {
                let ends =
                    (first + 1..=chosen.len()).filter(|end| lines.contains(&chosen[first..*end].concat()));
                most[first] = ends.filter_map(|end| most[end].map(|count| count + 1)).max();
            }
            let set = most[0].unwrap_or_else(|| panic!("not on lines of their own: {chosen:?}"));
            (seen, joined) = (seen + chosen.len(), joined + chosen.len() - set);
        }
    }
    assert!(joined * 50 < seen, "{joined} of {seen} chosen lines were joined to others");
    assert!(seen > 1_000, "{seen} lines");
}
