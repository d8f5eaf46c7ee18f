//! `watch`: every save makes the document again, and a fault leaves the last good one.
#![cfg(unix)]

mod common;

use std::fs;

use common::live::Live;
use common::{Folder, SMALLEST};

/// The beginning of a template whose PDF is archivable.
const TEMPLATE: &str = "#set document(title: \"ก\", date: datetime(year: 2024, month: 9, day: 30))\n= ก";

#[test]
fn every_save_makes_the_document_again() {
    let folder = Folder::with_report(SMALLEST);
    let live = Live::start(&folder, &["watch", "report.toml"]);
    live.line("written: report.pdf");
    let first = folder.read("report.pdf");
    assert!(first.starts_with(b"%PDF"));

    folder.write("report.toml", SMALLEST.replace("การทุจริต", "การรับสินบน"));
    live.line("written: report.pdf");
    let second = folder.read("report.pdf");
    assert_ne!(second, first);

    // As many editors save: into a new file, which takes the place of the old one.
    folder.write("report.toml.new", SMALLEST);
    fs::rename(folder.path("report.toml.new"), folder.path("report.toml")).expect("renamed");
    live.line("written: report.pdf");
    assert_eq!(folder.read("report.pdf"), first);
    assert_eq!(live.interrupt(), Some(0));
}

#[test]
fn a_fault_is_shown_at_once_and_the_last_document_stays() {
    let folder = Folder::with_report(SMALLEST);
    let live = Live::start(&folder, &["watch", "report.toml", "-o", "out.pdf"]);
    live.line("written: out.pdf");
    let good = folder.read("out.pdf");
    folder.write("report.toml", SMALLEST.replace("fiscal_year = 2567", "fiscal_year = ๒๕๖๗"));
    live.line("[foreign-digits]");
    live.line("the last document stays");
    assert_eq!(folder.read("out.pdf"), good);
    folder.write("report.toml", SMALLEST);
    live.line("written: out.pdf");

    fs::remove_file(folder.path("report.toml")).expect("removed");
    live.line("cannot read report.toml");
    assert_eq!(folder.read("out.pdf"), good);
    folder.write("report.toml", SMALLEST);
    live.line("written: out.pdf");
    assert_eq!(live.interrupt(), Some(0));
}

#[test]
fn a_file_with_faults_from_the_start_is_written_when_they_are_mended() {
    let folder = Folder::with_report("fiscal_year = ");
    let live = Live::start(&folder, &["watch", "report.toml"]);
    live.line("nothing is written until");
    assert_eq!(folder.names(), ["report.toml"]);
    folder.write("report.toml", SMALLEST);
    live.line("written: report.pdf");
}

#[test]
fn pictures_rules_and_templates_are_followed() {
    let folder = Folder::new();
    folder.copy_pictures();
    let photos = "\n[[photos]]\nfile = \"pictures/new.png\"\ncaption = \"กิจกรรม\"\n";
    folder.write("report.toml", SMALLEST.to_owned() + photos);
    fs::create_dir(folder.path("own")).expect("a folder");
    folder.write("own/report.typ", "first");
    // The document is written into the folder of the templates, which must not make it again.
    let live = Live::start(&folder, &["watch", "report.toml", "--templates", "own", "-o", "own/out.pdf"]);
    live.line("[file-missing]");
    live.line("nothing is written until");
    let picture =
        fs::read_dir(folder.path("pictures")).expect("pictures").flatten().map(|entry| entry.path());
    let picture = picture.into_iter().find(|path| path.extension().is_some_and(|end| end == "png"));
    fs::copy(picture.expect("a PNG"), folder.path("pictures/new.png")).expect("copied");
    live.line("error");
    folder.write("own/report.typ", TEMPLATE);
    live.line("written: own/out.pdf");
    folder.write("own/report.typ", format!("{TEMPLATE}\n#unknown"));
    live.line("unknown variable");
    live.line("the last document stays");
}

#[test]
fn templates_that_run_away_are_ended_and_tried_again() {
    let folder = Folder::with_report(SMALLEST);
    fs::create_dir(folder.path("own")).expect("a folder");
    folder.write("own/report.typ", TEMPLATE);
    let arguments = ["watch", "report.toml", "--templates", "own", "--time-limit", "1"];
    let live = Live::start(&folder, &arguments);
    live.line("written: report.pdf");
    folder.write("own/report.typ", "#for a in range(100000) { for b in range(100000) { let c = b } }");
    live.line("after 1 s");
    live.line("watching report.toml");
    folder.write("own/report.typ", TEMPLATE.replace('ก', "ข"));
    live.line("written: report.pdf");
    assert_eq!(live.interrupt(), Some(0));
}

#[test]
fn what_cannot_be_watched_is_said() {
    let folder = Folder::with_report(SMALLEST);
    for (arguments, message) in [
        (&["watch", "-"][..], "cannot be watched"),
        (&["watch", "."], "is a folder"),
        (&["watch", "reprot.toml"], "did you mean report.toml"),
        (&["watch", "none.toml"], "cannot read none.toml"),
        (&["watch", "report.toml", "-o", "-"], "standard output"),
        (&["watch", "report.toml", "--templates", "none"], "cannot read none"),
        (&["watch", "report.toml", "--allow", "nonsense"], "there is no rule"),
    ] {
        let run = folder.run(&[&["--lang", "en"], arguments].concat());
        assert_eq!(run.code(), 2, "{arguments:?}");
        assert!(run.stderr().contains(message), "{arguments:?}: {}", run.stderr());
        let thai = folder.run(arguments);
        assert!(thai.stderr().contains(|c| ('\u{e00}'..'\u{e7f}').contains(&c)), "{}", thai.stderr());
    }
}
