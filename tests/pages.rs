//! Compares rendered pages with reference pictures that were reviewed by eye. If a page changes on purpose, run
//! `UPDATE_PAGES=1 cargo test --release --test pages`, and look at the new references before committing them.

mod common;

use std::path::{Path, PathBuf};

use common::{Folder, example};
use image::imageops::FilterType;
use image::{GrayImage, ImageReader};

/// The scale of the references relative to `--format png`: fine enough to show a mark that moves.
const SCALE: f64 = 0.6;
/// How much the lightness of a pixel, 0 to 255, may differ before the pixel counts as different.
const TOLERANCE: u8 = 48;
/// The share of a page's pixels that may be different.
const ALLOWED: f64 = 0.0001;

fn reference(name: &str, page: usize) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pages/{name}-{page}.png"))
}

/// The pages of the annual report in greyscale, at the scale of the references.
fn pages(report: &str) -> Vec<GrayImage> {
    pages_of(report, "report", "web")
}

/// The pages of a document in greyscale, at the scale of the references.
fn pages_of(report: &str, document: &str, profile: &str) -> Vec<GrayImage> {
    let folder = Folder::with_report(report);
    folder.copy_pictures();
    let render = ["render", "report.toml", "--document", document, "--profile", profile, "-o", "page.png"];
    folder.run(&render).succeeded();
    let page = |number: usize| {
        let path = folder.path(&format!("page-{number}.png"));
        path.exists().then(|| {
            let picture = ImageReader::open(path).expect("a file").decode().expect("a picture").to_luma8();
            let shrunk = |length: u32| (f64::from(length) * SCALE).round() as u32;
            let (width, height) = (shrunk(picture.width()), shrunk(picture.height()));
            image::imageops::resize(&picture, width, height, FilterType::Triangle)
        })
    };
    (1..).map_while(page).collect()
}

fn assert_pages(name: &str, report: &str) {
    assert_same(name, &pages(report));
}

fn assert_same(name: &str, pages: &[GrayImage]) {
    if std::env::var_os("UPDATE_PAGES").is_some() {
        for (page, number) in pages.iter().zip(1..) {
            page.save(reference(name, number)).expect("a reference can be written");
        }
    }
    assert!(!reference(name, pages.len() + 1).exists(), "{name} has fewer pages than its references");
    for (page, number) in pages.iter().zip(1..) {
        let path = reference(name, number);
        let expected = ImageReader::open(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
            .decode()
            .expect("a picture")
            .to_luma8();
        assert_eq!(page.dimensions(), expected.dimensions(), "{name}, page {number}");
        let differ =
            page.pixels().zip(expected.pixels()).filter(|(a, b)| a[0].abs_diff(b[0]) > TOLERANCE).count();
        let share = differ as f64 / f64::from(page.width() * page.height());
        if share > ALLOWED {
            let seen = std::env::temp_dir().join(format!("ita-report-{name}-{number}.png"));
            page.save(&seen).expect("a picture can be written");
            panic!(
                "{name}, page {number}: {differ} dots differ; compare {} with {}",
                seen.display(),
                path.display()
            );
        }
    }
}

#[test]
fn the_example() {
    assert_pages("muang-mu-2567", &example("muang-mu-2567.toml"));
}

#[test]
fn every_part_upright_in_arabic_digits() {
    assert_pages("everything", include_str!("reports/everything.toml"));
}

#[test]
fn a_page_that_differs_is_noticed() {
    let changed = example("muang-mu-2567.toml").replace("97.14", "97.41");
    let (before, after) = (pages(&example("muang-mu-2567.toml")), pages(&changed));
    let last = before.len() - 1;
    let differ = before[last]
        .pixels()
        .zip(after[last].pixels())
        .filter(|(a, b)| a[0].abs_diff(b[0]) > TOLERANCE)
        .count();
    let share = differ as f64 / f64::from(before[last].width() * before[last].height());
    assert!(share > ALLOWED, "two digits changed, and {share} of the page");
}

#[test]
fn cover_contents_and_photographs() {
    let report = include_str!("reports/pictures.toml").replace("chart = true", "");
    assert_pages("pictures", &report);
}

#[test]
fn plan_memo_and_summary_on_paper() {
    let report = include_str!("reports/pictures.toml");
    for document in ["plan", "memo", "summary"] {
        assert_same(&format!("pictures-{document}"), &pages_of(report, document, "print"));
    }
}
