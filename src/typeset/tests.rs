//! Set pages: everything the view says is on them, as text, in its place.

use std::path::Path;

use serde_json::Value;
use typst::layout::{Frame, FrameItem, Point};

use super::{Document, Fonts, Template, set};
use crate::report::load;
use crate::view::ReportView;

/// A run of text and where it begins, in points from the page's upper left corner.
struct Run {
    at: (f64, f64),
    text: String,
}

fn document(report: &str) -> (ReportView, Document) {
    let loaded = load("report.toml", report.as_bytes(), Path::new("."));
    let (fonts, faults) = Fonts::of(&loaded);
    assert!(faults.is_empty(), "{faults:?}");
    let view = ReportView::new(&loaded.report.expect("a report without errors"), None);
    let document = set(Template::Report, &view, &fonts).expect("a document");
    assert_eq!(document.warnings, Vec::<String>::new());
    (view, document)
}

/// The runs of each page in the order they are set.
fn pages(document: &Document) -> Vec<Vec<Run>> {
    fn collect(frame: &Frame, origin: Point, runs: &mut Vec<Run>) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => collect(&group.frame, at, runs),
                FrameItem::Text(text) => {
                    runs.push(Run { at: (at.x.to_pt(), at.y.to_pt()), text: text.text.to_string() });
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
    document.pages.pages().iter().map(page).collect()
}

/// Text without white space, for line ends may stand anywhere.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A page's text without the page number.
fn text(runs: &[Run]) -> String {
    runs.iter().filter(|run| run.at.1 > 60.0).map(|run| squeeze(&run.text)).collect()
}

/// Every string of a view but those that say how it is set.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(fields) => {
            let shown = |key: &&String| !["meta", "kind"].contains(&key.as_str());
            fields.iter().filter(|(key, _)| shown(key)).flat_map(|(_, value)| strings(value)).collect()
        }
        _ => Vec::new(),
    }
}

const EXAMPLE: &str = include_str!("../../data/examples/muang-mu-2567.toml");
const PUBLISHED: &str = include_str!("../../data/examples/muang-mu-2567-as-published.toml");
const EVERYTHING: &str = include_str!("../../tests/reports/everything.toml");

#[test]
fn all_text_of_a_view_is_on_its_pages() {
    for report in [EXAMPLE, PUBLISHED, EVERYTHING] {
        let (view, document) = document(report);
        let set: String = pages(&document).iter().map(|runs| text(runs)).collect();
        let all = strings(&serde_json::to_value(&view).expect("a view is JSON"));
        assert!(all.len() > 50);
        for string in all {
            assert!(set.contains(&squeeze(&string)), "{string}");
        }
    }
}

#[test]
fn the_headings_stand_on_every_page_of_the_measures() {
    let (view, document) = document(EXAMPLE);
    let pages = pages(&document);
    let headed = |runs: &&Vec<Run>| text(runs).contains(&squeeze(&view.measures.header[5]));
    assert_eq!(pages.iter().filter(headed).count(), 4, "four pages of measures");
    assert!(!headed(&pages.last().expect("a page")));
}

#[test]
fn a_row_that_fits_on_a_page_is_on_one() {
    for report in [EXAMPLE, PUBLISHED] {
        let (view, document) = document(report);
        let pages: Vec<String> = pages(&document).iter().map(|runs| text(runs)).collect();
        for row in &view.measures.rows {
            let row = strings(&serde_json::to_value(row).expect("a row is JSON"));
            let on_page = |page: &&String| row.iter().all(|text| page.contains(&squeeze(text)));
            assert!(pages.iter().any(|page| on_page(&page)), "{row:?}");
        }
    }
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
    assert!(document.page_count() > 2);
    for n in 1..=40 {
        assert!(all.contains(&format!("ขั้นที่{}", crate::thai::Numerals::Thai.integer(n))));
    }
    // ฏ stands three times in each step, once in each page's headings, and nowhere else.
    assert_eq!(all.matches('ฏ').count(), 3 * 40 + document.page_count());
}

#[test]
fn nothing_leaves_the_margins() {
    const RIGHT: f64 = 2.0 / 2.54 * 72.0;
    const LEFT: f64 = 3.0 / 2.54 * 72.0;
    const BOTTOM: f64 = 2.0 / 2.54 * 72.0;
    for report in [EXAMPLE, PUBLISHED, EVERYTHING] {
        let (_, document) = document(report);
        for (page, runs) in document.pages.pages().iter().zip(pages(&document)) {
            let size = page.frame.size();
            for run in runs {
                let (x, y) = run.at;
                assert!(x >= LEFT - 0.1 && x < size.x.to_pt() - RIGHT, "{}", run.text);
                assert!(y < size.y.to_pt() - BOTTOM, "{}", run.text);
            }
        }
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
    assert_eq!(first_runs, ["", "- ๒ -", "- ๓ -", "- ๔ -", "- ๕ -"]);
}

#[test]
fn points_of_figures_stand_in_line() {
    let (view, document) = document(EXAMPLE);
    let table = view.indicators.expect("a table");
    let pages = pages(&document);
    let last = pages.last().expect("a page");
    for (pick, width) in [(0, 2), (1, 2)] {
        let figure = |row: &crate::view::IndicatorRow| [&row.previous, &row.current][pick].clone();
        let figures: Vec<String> = table.rows.iter().map(figure).collect();
        // All digits of the face are equally wide, so what is flush right has its points in line: the runs of
        // longer figures begin as much further left as they have more digits.
        let starts = figures.iter().map(|figure| {
            let run = last.iter().find(|run| run.text == *figure).expect("the figure on the page");
            let digits = figure.chars().count() - 1;
            (run.at.0 + digits as f64 * 0.449 * 16.0).round()
        });
        let starts: std::collections::BTreeSet<i64> = starts.map(|x| x as i64).collect();
        assert!(starts.len() <= width, "{starts:?}");
    }
}
