//! Tests that glyphs are paired with characters and that the pages look the same as before.

use std::path::{Path, PathBuf};

use typst::layout::{Frame, FrameItem};
use typst::text::{Glyph, TextItem};
use typst_layout::PagedDocument;

use super::fixed;
use crate::disk::Folder;
use crate::files::{Files, MemoryFiles};
use crate::report::load;
use crate::typeset::Templates;
use crate::typeset::material::Material;
use crate::typeset::tests::{EVERYTHING, EXAMPLE, PUBLISHED, setting};
use crate::typeset::world::Functions;
use crate::view::ReportView;

/// Typesets a report without fixing its text layer.
fn unfixed(file: &str, files: &dyn Files) -> PagedDocument {
    let loaded = load("report.toml", file.as_bytes(), files);
    let report = loaded.valid_report().unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    let view = ReportView::new(report, None);
    let templates = Templates::default();
    let setting = setting(&templates, report);
    let material = Material::new(&view, "report", &setting).expect("no pictures");
    material.compile(Functions::Plain).expect("a document").0
}

/// Returns all runs of text in a document.
fn items(document: &PagedDocument) -> Vec<TextItem> {
    fn collect(frame: &Frame, items: &mut Vec<TextItem>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, items),
                FrameItem::Text(text) => items.push(text.clone()),
                _ => {}
            }
        }
    }
    let mut items = Vec::new();
    for page in document.pages() {
        collect(&page.frame, &mut items);
    }
    items
}

fn assert_each_character_has_its_own_glyph(document: &PagedDocument) {
    let items = items(document);
    assert!(items.len() > 20);
    for item in items {
        assert!(!item.text.contains(['\u{200B}', '\u{2060}', '\u{A0}']), "{:?}", item.text);
        assert_eq!(item.lang.as_str(), "th");
        let covered: String = item.glyphs.iter().map(|glyph| &item.text[glyph.range()]).collect();
        assert_eq!(covered, item.text.as_str(), "in the order of the text, each once");
        // Ligatures such as fi and ฤๅ stand for two letters. All readers handle them.
        let is_one_character = |glyph: &Glyph| {
            let text = &item.text[glyph.range()];
            text.chars().count() == 1 || text.is_ascii() || ["ฤๅ", "ฦๅ"].contains(&text)
        };
        assert!(item.glyphs.iter().all(is_one_character), "{:?}", item.text);
        let at_the_pen = |glyph: &Glyph| glyph.x_offset.get() == 0.0 && glyph.y_offset.get() == 0.0;
        assert!(item.glyphs.iter().all(at_the_pen), "{:?}", item.text);
    }
}

/// Asserts that both documents have the same pixels. Channel values, 0 to 255, may differ by `rounding` at most.
fn assert_looks_the_same(before: &PagedDocument, after: &PagedDocument, rounding: u8) {
    assert_eq!(before.pages().len(), after.pages().len());
    let pixel_per_pt = 2.0.into();
    let options = typst_render::RenderOptions { pixel_per_pt, ..Default::default() };
    for (before, after) in before.pages().iter().zip(after.pages()) {
        let (before, after) = (typst_render::render(before, &options), typst_render::render(after, &options));
        assert_eq!((before.width(), before.height()), (after.width(), after.height()));
        let pixels = before.data().iter().zip(after.data());
        let most = pixels.map(|(before, after)| before.abs_diff(*after)).max();
        assert!(most <= Some(rounding), "differ by {most:?}");
    }
}

#[test]
fn each_character_has_its_own_glyph_and_none_is_a_mark_of_breaks() {
    for report in [EXAMPLE, PUBLISHED, EVERYTHING] {
        assert_each_character_has_its_own_glyph(&fixed(&unfixed(report, &MemoryFiles::new())));
    }
}

#[test]
fn fixing_the_text_layer_changes_nothing_that_is_seen() {
    for report in [EXAMPLE, EVERYTHING] {
        let before = unfixed(report, &MemoryFiles::new());
        assert_looks_the_same(&before, &fixed(&before), 0);
    }
}

/// Checks reports that are set in users' font families. `ITA_REPORT_JUDGED` names a folder whose subfolders contain the
/// reports.
#[test]
#[ignore = "needs the families that tests/judges/run gets"]
fn families_of_users_are_paired_and_look_as_they_did() {
    let folder = std::env::var_os("ITA_REPORT_JUDGED").expect("a folder of folders with reports");
    let list = |folder: &Path| -> Vec<PathBuf> {
        let entries = folder.read_dir().expect("a folder");
        entries.map(|entry| entry.expect("an entry").path()).collect()
    };
    let reports =
        list(Path::new(&folder)).into_iter().filter(|path| path.is_dir()).flat_map(|path| list(&path));
    let reports: Vec<PathBuf> =
        reports.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    assert!(reports.len() > 3);
    for path in reports {
        let report = std::fs::read_to_string(&path).expect("a report");
        let before = unfixed(&report, &Folder::of_file(&path));
        let after = fixed(&before);
        assert_each_character_has_its_own_glyph(&after);
        // Outlines stay in the same place, but positions are computed in another order, so rounding may differ. A ring
        // and an า that touch the same pixel are now painted in one step instead of two.
        assert_looks_the_same(&before, &after, 255 / 20);
    }
}
