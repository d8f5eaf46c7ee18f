//! Checks with an independent validator that every document conforms to both PDF/A-2a and PDF/UA-1.

mod common;

use common::unpacked::unpacked;
use common::{Folder, SMALLEST, example, pdf_of};
use ita_report::Document;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Whether a failure is a known false positive of the validator: it counts the end-of-line marker before `endstream` as
/// part of the stream. veraPDF, which `tests/judges/run` uses, does not report it.
fn is_false_alarm(rule: &str) -> bool {
    rule.ends_with("-STREAM-LENGTH-001") || rule == "ISO 19005-2:2011:6.1.7.1:1"
}

fn assert_conforms(name: &str, pdf: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let report =
            validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).expect("a readable PDF");
        let failures: Vec<String> = report
            .failures
            .iter()
            .filter(|failure| !is_false_alarm(&failure.rule_id))
            .map(ToString::to_string)
            .collect();
        assert!(failures.is_empty(), "{name}, {profile:?}: {failures:#?}");
    }
}

#[test]
fn the_validator_fails_what_does_not_conform() {
    let pdf = pdf_of(SMALLEST);
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("pdfuaid:part") && text.contains("pdfaid:part"), "both are declared");
    let declared = b"pdfuaid:part";
    let mut broken = pdf.clone();
    while let Some(at) = broken.windows(declared.len()).position(|w| w == declared) {
        broken[at..at + declared.len()].copy_from_slice(b"pdfuaid:trap");
    }
    let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
    let report = validate_pdf_bytes(&broken, &options).expect("a readable PDF");
    assert!(report.failures.iter().any(|failure| !is_false_alarm(&failure.rule_id)));
}

#[test]
fn every_example_conforms() {
    for name in ["muang-mu-2567.toml", "muang-mu-2567-as-published.toml"] {
        assert_conforms(name, &pdf_of(&example(name)));
    }
}

#[test]
fn reports_with_little_and_with_everything_conform() {
    assert_conforms("the smallest", &pdf_of(SMALLEST));
    assert_conforms("everything", &pdf_of(include_str!("reports/everything.toml")));
}

#[test]
fn every_document_conforms() {
    for (name, report) in [
        ("the smallest", SMALLEST.to_owned()),
        ("the example", example("muang-mu-2567.toml")),
        ("the example with a chart", example("muang-mu-2567.toml") + "\n[layout]\nchart = true\n"),
        ("everything", include_str!("reports/everything.toml").to_owned()),
        ("pictures", include_str!("reports/pictures.toml").to_owned()),
    ] {
        let folder = Folder::with_report(&report);
        folder.copy_pictures();
        for profile in ["web", "print"] {
            let render = ["render", "report.toml", "--document", "all", "--profile", profile];
            folder.run(&render).succeeded();
            for document in Document::ALL.iter().map(|document| document.name()) {
                let pdf = folder.read(&format!("report-{document}.pdf"));
                assert_conforms(&format!("{document} of {name}, {profile}"), &pdf);
            }
        }
    }
}

#[test]
fn what_the_file_says_of_itself() {
    let pdf = unpacked(&pdf_of(SMALLEST));
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("/Lang(th-TH)"), "the language is Thai");
    assert!(text.contains("เทศบาลตำบลบ้านใหม่"), "the author, in the XMP metadata");
    assert!(text.contains("/Outlines"), "bookmarks");
    assert!(text.contains("/DisplayDocTitle true"));
}
