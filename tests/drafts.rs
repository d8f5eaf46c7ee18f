//! Nothing invented goes to the council: samples of a new file, and places that are not filled in, are errors until they are
//! gone, except in a draft.

mod common;

use common::{Folder, SMALLEST};
use serde_json::Value;

/// The codes and lines of the errors in a report file.
fn errors(folder: &Folder, file: &str) -> Vec<(String, u64)> {
    let run = folder.run(&["check", "--format", "json", file]);
    let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
    let errors = found.iter().filter(|d| d["severity"] == "error");
    errors
        .map(|d| (d["code"].as_str().expect("a code").to_owned(), d["line"].as_u64().expect("a line")))
        .collect()
}

#[test]
fn a_new_file_is_a_draft_until_every_sample_is_gone() {
    let folder = Folder::new();
    folder.run(&["new", "ปี67.toml", "--year", "2567"]).succeeded();
    let text = String::from_utf8(folder.read("ปี67.toml")).expect("UTF-8");
    // What a clerk has to fill in, by its lines.
    let samples: Vec<u64> = (1..)
        .zip(text.lines())
        .filter(|(_, line)| {
            let is_sample = line.contains("ตัวอย่าง: ")
                || line.contains("...")
                || line.starts_with("total")
                || line.starts_with("indicators");
            !line.starts_with('#') && is_sample
        })
        .map(|(number, _)| number)
        .collect();
    assert!(samples.len() > 15, "{samples:?}");
    let found = errors(&folder, "ปี67.toml");
    assert_eq!(found.iter().map(|(_, line)| *line).collect::<Vec<_>>(), samples, "{found:?}");
    assert!(found.iter().all(|(code, _)| code == "sample-value" || code == "unfilled-value"), "{found:?}");

    let refused = folder.run(&["render", "ปี67.toml"]);
    assert_eq!(refused.code(), 1);
    assert!(!folder.path("ปี67.pdf").exists());
    folder.run(&["render", "--draft", "ปี67.toml", "--document", "all"]).succeeded();
    assert!(folder.path("ปี67-memo.pdf").exists());
    folder.run(&["render", "--draft", "ปี67.toml", "--format", "png"]).succeeded();
    folder.run(&["render", "--force", "ปี67.toml", "--format", "png", "-o", "plain.png"]).succeeded();
    for page in 1.. {
        let (draft, plain) = (format!("ปี67-{page}.png"), format!("plain-{page}.png"));
        if !folder.path(&plain).exists() {
            assert!(page > 2 && !folder.path(&draft).exists());
            break;
        }
        let pale = |name: &str| {
            let picture = image::open(folder.path(name)).expect("a picture").to_luma8();
            picture.pixels().filter(|pixel| (220..230).contains(&pixel.0[0])).count()
        };
        // The word covers several square centimetres.
        assert!(pale(&draft) > pale(&plain) + 10_000, "page {page}");
    }

    // Every value is replaced, and the file is one that can be made.
    let filled = text
        .replace("ตัวอย่าง: ", "")
        .replace("ตำบล...\"", "ตำบลม่วงหมู่\"")
        .replace("อบต. ...", "อบต.ม่วงหมู่")
        .replace("(...)", "(นางสาวสมใจ รักงาน)")
        .replace("total = 95.13\n", "total = 95.24\n")
        .replace("total = 97.23\n", "total = 97.31\n")
        .replace(".11", ".21")
        .replace(".22", ".32")
        .replace(".33", ".43")
        .replace(".44", ".54")
        .replace(".55", ".65")
        .replace(".66", ".76")
        .replace(".77", ".87")
        .replace(".88", ".98");
    folder.write("filled.toml", filled);
    assert_eq!(errors(&folder, "filled.toml"), []);
    folder.run(&["render", "filled.toml"]).succeeded();
}

#[test]
fn what_is_not_filled_in_is_an_error_wherever_it_stands() {
    let folder = Folder::new();
    let codes = |lines: &str| {
        folder.write("report.toml", format!("{SMALLEST}{lines}\n"));
        errors(&folder, "report.toml")
    };
    let unfilled = |line: u64| vec![("unfilled-value".to_owned(), line)];
    for value in ["...", "(...)", "…", "………", "xx", "XXXX", "____", "(xxx)", "[...]", "??", "[ชื่อ] xxx"]
    {
        assert_eq!(codes(&format!("outcome = \"{value}\"")), unfilled(8), "{value}");
    }
    for value in ["ประชุมเมื่อวันที่ ......... ณ ห้องประชุม", "มีผู้เข้าร่วม xx คน", "งบประมาณ ____ บาท", "ตามคำสั่งที่ (...)"]
    {
        assert_eq!(codes(&format!("steps = [\"อบรม\", \"{value}\"]")), unfilled(8), "{value}");
    }
    assert_eq!(codes("[memo]\nto = \"นายกองค์การบริหารส่วนตำบล...\""), unfilled(9));
    assert_eq!(codes("[[signatures]]\nname = \"(......................)\""), unfilled(9));
    // A list that goes on, a heading in Roman numerals, a path, a rating: all are filled in.
    for value in [
        "เช่น ถนน ไฟฟ้า ประปา ...",
        "แผนงานที่ XIX",
        "ขนาด A4 xl",
        "ระดับ -",
        "ฯลฯ",
        "ข้อ 1.2.3",
        "e-Service",
        "Xerox",
    ] {
        assert_eq!(codes(&format!("outcome = \"{value}\"")), [], "{value}");
    }
}

/// A file of an earlier version, in which only the agency was changed.
#[test]
fn samples_without_a_mark_are_known_too() {
    let folder = Folder::new();
    let scores = "[scores.2567]\ntotal = 97.00\nindicators = { 1 = 98.20, 2 = 97.10, 3 = 98.00, 4 = 96.35, 5 = 97.80, \
                  6 = 95.45, 7 = 95.10, 8 = 95.95, 9 = 98.00, 10 = 97.50 }\n";
    let outcome = "outcome = \"ผู้รับบริการได้รับความสะดวก และไม่มีข้อร้องเรียนเกี่ยวกับการให้บริการ\"\n";
    folder.write("report.toml", format!("{SMALLEST}{outcome}{scores}"));
    let found = errors(&folder, "report.toml");
    assert_eq!(found.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [8, 10, 11], "{found:?}");
    // With the agency's own words, the scores may be its own.
    folder.write("report.toml", format!("{SMALLEST}{scores}"));
    assert_eq!(errors(&folder, "report.toml"), []);
}

/// Every document can be a draft, also where a table goes on over pages: a draft conforms like any other PDF, or is not made.
#[test]
fn long_reports_and_all_documents_can_be_drafts() {
    let folder = Folder::with_report(include_str!("reports/municipality.toml"));
    for profile in ["web", "print"] {
        let arguments = ["render", "--draft", "report.toml", "--document", "all", "--profile", profile];
        folder.run(&arguments).succeeded();
    }
}
