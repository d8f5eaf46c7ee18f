//! Many report files at once: which files are meant, what their documents are called, what is left out when a batch is
//! resumed, and what a batch leaves behind when it is stopped or killed.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::many::report;
use common::{Folder, SMALLEST};
use serde_json::Value;

/// All files in a folder and below, by their paths, without the records of the batch.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    add_files(folder, folder, &mut found);
    found.retain(|path, _| !path.starts_with(".ita-report-batch/"));
    found
}

fn add_files(folder: &Path, base: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            add_files(&path, base, found);
        } else {
            let name = path.strip_prefix(base).expect("below").to_string_lossy().replace('\\', "/");
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

fn names(folder: &Folder, below: &str) -> Vec<String> {
    files(&folder.path(below)).into_keys().collect()
}

fn write(folder: &Folder, name: &str, text: impl AsRef<[u8]>) {
    fs::create_dir_all(folder.path(name).parent().expect("a folder")).expect("folders");
    folder.write(name, text);
}

fn summary(folder: &Folder, name: &str) -> Value {
    serde_json::from_slice(&folder.read(name)).expect("JSON")
}

/// The outcomes of reports by their files.
fn outcomes(summary: &Value) -> BTreeMap<String, String> {
    let reports = summary["reports"].as_array().expect("reports");
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    reports.iter().map(|report| (text(&report["input"]), text(&report["outcome"]))).collect()
}

/// The files whose documents a run with `--resume` made, not only left in place.
fn made_again(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    let base = ["batch", "in", "-o", "out", "--resume", "--summary", "s.json"];
    folder.run(&[&base, arguments].concat()).succeeded();
    let outcomes = outcomes(&summary(folder, "s.json"));
    outcomes.into_iter().filter(|(_, outcome)| outcome != "up-to-date").map(|(file, _)| file).collect()
}

#[test]
fn files_folders_and_patterns_are_report_files() {
    let folder = Folder::new();
    for name in ["in/a.toml", "in/เหนือ/b.toml", "in/ใต้/b.toml", "in/.hidden/c.toml", "other/d (1).toml"]
    {
        write(&folder, name, SMALLEST);
    }
    write(&folder, "in/ita-2569.toml", "[[indicators]]\nnumber = 1\n");
    let batch = |paths: &[&str], out: &str| {
        folder.run(&[&["batch"], paths, &["-o", out, "--jobs", "๒"]].concat()).succeeded();
        names(&folder, out)
    };
    assert_eq!(batch(&["in"], "1"), ["a.pdf", "เหนือ/b.pdf", "ใต้/b.pdf"]);
    assert_eq!(batch(&["in/*/b.toml"], "2"), ["เหนือ/b.pdf", "ใต้/b.pdf"]);
    assert_eq!(batch(&["in/**/*.toml"], "3"), ["a.pdf", "เหนือ/b.pdf", "ใต้/b.pdf"]);
    assert_eq!(batch(&["in/*"], "4"), ["a.pdf", "เหนือ/b.pdf", "ใต้/b.pdf"], "a folder that matches");
    assert_eq!(batch(&["other/d (1).toml"], "5"), ["d (1).pdf"], "the name of a file is no pattern");
    let all = ["other/d (1).pdf", "in/a.pdf", "in/เหนือ/b.pdf", "in/ใต้/b.pdf"];
    let mut all = all.map(|name| name.to_owned()).to_vec();
    all.sort();
    assert_eq!(batch(&["in/a.toml", "other", "./in", "in/../in/a.toml"], "6"), all, "each file once");
    assert_eq!(batch(&["in/a.toml", "--document", "memo"], "7"), ["a-memo.pdf"]);
    let documents = ["a-memo.pdf", "a-plan.pdf", "a-report.pdf", "a-summary.pdf"];
    assert_eq!(batch(&["in/a.toml", "--document", "all"], "8"), documents);
    assert_eq!(batch(&["in/a.toml", "--format", "png"], "9"), ["a-1.png"]);
    folder.run(&["render", "in/a.toml", "-o", "own.pdf"]).succeeded();
    assert!(folder.read("1/a.pdf") == folder.read("own.pdf"), "the same as by render");
}

#[test]
fn no_document_overwrites_that_of_another_report() {
    let folder = Folder::new();
    // Names that some file systems take for equal: the letters are in another case, or stored in another way.
    let inputs = ["in/A.toml", "in/a.toml", "in/a.TOML", "in/e\u{301}.toml", "in/\u{e9}.toml", "in/a-2.toml"];
    for (number, name) in inputs.iter().enumerate() {
        write(&folder, name, report(number));
    }
    folder.run(&["batch", "in", "-o", "out", "--summary", "s.json"]).succeeded();
    let planned = names(&folder, "out");
    assert_eq!(planned, ["A.pdf", "a-2.pdf", "a-3.pdf", "a-4.pdf", "e\u{301}.pdf", "\u{e9}-2.pdf"]);
    // Each has its own content, and the same name in whatever order files are given, and in whatever part.
    let mut reversed = inputs.to_vec();
    reversed.reverse();
    folder.run(&[&["batch"], &reversed[..], &["-o", "reversed"]].concat()).succeeded();
    assert!(files(&folder.path("out")) == files(&folder.path("reversed")));
    for shard in ["1/3", "2/3", "๓/๓"] {
        folder.run(&["batch", "in", "-o", "shards", "--shard", shard]).succeeded();
    }
    assert!(files(&folder.path("out")) == files(&folder.path("shards")));
    let contents: std::collections::BTreeSet<_> = files(&folder.path("out")).into_values().collect();
    assert_eq!(contents.len(), inputs.len());
}

#[test]
fn failures_do_not_end_a_batch_and_are_named_with_their_first_error() {
    let folder = Folder::new();
    write(&folder, "in/good.toml", SMALLEST);
    write(&folder, "in/wrong.toml", SMALLEST.replace("2567", "2024") + "titel = \"ก\"\n");
    write(&folder, "in/zzz.toml", SMALLEST);
    let run = folder.run(&["batch", "in", "-o", "out", "--lang", "en", "--summary", "new/s.json"]);
    assert_eq!(run.code(), 1, "{}", run.stderr());
    assert_eq!(names(&folder, "out"), ["good.pdf", "zzz.pdf"]);
    let place = format!("error: {}:1:15: ", Path::new("in/wrong.toml").display());
    assert_eq!(run.stderr().matches(&place).count(), 1, "{}", run.stderr());
    assert!(run.stderr().ends_with("3 reports into out: 2 made, 1 with errors\n"), "{}", run.stderr());
    let json = summary(&folder, "new/s.json");
    let counts = ["files", "made", "errors", "failed", "left"].map(|name| json[name].as_u64());
    assert_eq!(counts, [3, 2, 1, 0, 0].map(Some));
    let reports = json["reports"].as_array().expect("reports");
    assert_eq!(reports[0]["agency"], "เทศบาลตำบลบ้านใหม่");
    assert_eq!((&reports[0]["year"], &reports[0]["pages"]), (&"2567".into(), &1.into()));
    let error = &reports[1]["first_error"];
    assert_eq!(error["code"], "year-common-era");
    assert_eq!((&error["line"], &error["column"]), (&1.into(), &15.into()));
    assert_eq!(reports[1]["errors"], 2);
    // What cannot be read counts for more.
    let run = folder.run(&["batch", "in", "none.toml", "-o", "out", "--summary", "s.json"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("สร้างแล้ว 2, มีข้อผิดพลาด 1, สร้างไม่ได้ 1"), "{}", run.stderr());
    assert_eq!(summary(&folder, "s.json")["failed"], 1);
    // Without a fiscal year there is nothing to force; an unknown key can be left out.
    let run = folder.run(&["batch", "in", "-o", "forced", "--force"]);
    assert_eq!((run.code(), names(&folder, "forced").len()), (1, 2), "{}", run.stderr());
    write(&folder, "in/wrong.toml", format!("{SMALLEST}titel = \"ก\"\n"));
    let run = folder.run(&["batch", "in", "-o", "forced", "--force", "--lang", "en"]);
    assert_eq!((run.code(), names(&folder, "forced").len()), (0, 3), "{}", run.stderr());
    assert!(run.stderr().ends_with("2 made, 1 made despite errors\n"), "{}", run.stderr());
}

#[test]
fn a_panic_over_one_report_does_not_end_the_others() {
    let folder = Folder::new();
    for number in 0..6 {
        write(&folder, &format!("in/{number}.toml"), report(number));
    }
    let run = common::command()
        .current_dir(folder.path("."))
        .args(["batch", "in", "-o", "out", "--jobs", "2", "--lang", "en"])
        .env("ITA_REPORT_TEST_PANIC_AT", "3.toml")
        .output()
        .expect("the command runs");
    let shown = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{shown}");
    assert_eq!(names(&folder, "out"), ["0.pdf", "1.pdf", "2.pdf", "4.pdf", "5.pdf"]);
    assert!(shown.contains("3.toml: ") && shown.contains("a test asks for a panic"), "{shown}");
}

#[test]
fn wrong_usage_says_what_to_write() {
    let folder = Folder::new();
    write(&folder, "in/a.toml", SMALLEST);
    fs::create_dir(folder.path("empty")).expect("a folder");
    folder.write("file", "");
    write(&folder, "site/index.html", "<!doctype html><title>เทศบาล</title>");
    for (arguments, english, thai) in [
        (vec!["in", "-o", "out", "--jobs", "0"], "a number from 1", "จำนวนตั้งแต่ 1"),
        (vec!["in", "-o", "out", "--jobs", "many"], "--jobs 4", "--jobs 4"),
        (vec!["in", "-o", "out", "--shard", "5/4"], "--shard 4/4", "เลขที่ 1 ถึง 4"),
        (vec!["in", "-o", "out", "--shard", "๐/๔"], "counts from 0", "--shard 1/4"),
        (vec!["in", "-o", "out", "--shard", "3"], "--shard 2/5", "--shard 2/5"),
        (vec!["in", "-o", "out", "--shard", "1/0"], "--shard 2/5", "--shard 2/5"),
        (vec!["in", "-o", "file"], "give a folder", "ระบุโฟลเดอร์"),
        (vec!["in", "-o", "-"], "give a folder", "ระบุโฟลเดอร์"),
        (vec!["-", "-o", "out"], "ita-report render -", "ita-report render -"),
        (vec!["empty", "-o", "out"], "no report file in the folder empty", "empty"),
        (vec!["in/*.pdf", "-o", "out"], "no report file matches in/*.pdf", "in/*.pdf"),
        (vec!["in/a**", "-o", "out"], "malformed", "เขียนไม่ถูก"),
        (vec!["in", "-o", "out", "--summary", "in"], "--summary summary.json", "--summary summary.json"),
        (vec!["in", "-o", "out", "--summary", "in/a.toml"], "not overwritten", "จึงไม่เขียนทับ"),
        (vec!["in", "-o", "site", "--index"], "not overwritten", "จึงไม่เขียนทับ"),
        (vec!["in", "-o", "out", "--allow", "total-maen"], "total-mean", "total-mean"),
        (vec!["in"], "ita-report batch reports -o documents", "ita-report batch reports -o documents"),
        (vec![], "ita-report batch reports -o documents", "ita-report batch reports -o documents"),
    ] {
        for (language, expected) in [("en", english), ("th", thai)] {
            let run = folder.run(&[&["batch"], &arguments[..], &["--lang", language]].concat());
            assert_eq!(run.code(), 2, "{arguments:?}: {}", run.stderr());
            assert!(run.stderr().contains(expected), "{arguments:?}: {}", run.stderr());
        }
    }
    assert!(!folder.path("out").exists(), "nothing is written");
    assert_eq!((names(&folder, "site").len(), folder.read("in/a.toml")), (1, SMALLEST.into()));
}

#[test]
fn only_what_changed_is_made_again() {
    let folder = Folder::new();
    write(&folder, "in/a/report.toml", report(1));
    write(&folder, "in/b/report.toml", report(2));
    let photo = format!("{SMALLEST}[[photos]]\nfile = \"photo.png\"\ncaption = \"การอบรม\"\n");
    write(&folder, "in/c/report.toml", photo);
    let png = |value: u8| {
        let picture = image::RgbImage::from_pixel(40, 30, image::Rgb([value, 90, 120]));
        common::camera::png(&image::DynamicImage::from(picture).into_rgb8(), 1)
    };
    write(&folder, "in/c/photo.png", png(0));
    let [a, b, c] =
        ["a", "b", "c"].map(|name| Path::new("in").join(name).join("report.toml").display().to_string());
    let all = [a.clone(), b.clone(), c.clone()];
    assert_eq!(made_again(&folder, &[]), all, "the first run");
    assert_eq!(made_again(&folder, &[]), [""; 0]);
    // A time tells nothing, and neither does a file beside the report that it does not name.
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(60);
    let touched = fs::File::options().append(true).open(folder.path("in/a/report.toml")).expect("a file");
    touched.set_modified(later).expect("a time");
    write(&folder, "in/c/other.png", png(1));
    assert_eq!(made_again(&folder, &[]), [""; 0]);
    write(&folder, "in/a/report.toml", report(1) + "# อีกบรรทัด\n");
    assert_eq!(made_again(&folder, &[]), all[..1]);
    write(&folder, "in/c/photo.png", png(200));
    assert_eq!(made_again(&folder, &[]), [c]);
    let before = files(&folder.path("out"));
    fs::remove_file(folder.path("out/a/report.pdf")).expect("a document");
    write(&folder, "out/b/report.pdf", "altered");
    assert_eq!(made_again(&folder, &[]), [a, b]);
    assert!(files(&folder.path("out")) == before);
    // Options.
    assert_eq!(made_again(&folder, &["--profile", "print"]), all);
    assert_eq!(made_again(&folder, &["--profile", "print"]), [""; 0]);
    assert_eq!(made_again(&folder, &["--profile", "print", "--draft"]), all);
    // Other documents are further documents, not changes of the others.
    assert_eq!(made_again(&folder, &["--profile", "print", "--document", "memo"]), all);
    assert_eq!(made_again(&folder, &["--profile", "print", "--draft"]), [""; 0]);
    // Templates.
    folder.run(&["templates", "own"]).succeeded();
    assert_eq!(made_again(&folder, &["--templates", "own"]), all);
    assert_eq!(made_again(&folder, &["--templates", "own"]), [""; 0]);
    let template = String::from_utf8(folder.read("own/report.typ")).expect("text") + "\n";
    folder.write("own/report.typ", template);
    assert_eq!(made_again(&folder, &["--templates", "own"]), all);
}

#[test]
fn fonts_and_rules_of_a_report_count_too() {
    let folder = Folder::new();
    let rules = include_str!("rules/ita-2569.toml");
    let text =
        SMALLEST.replace("2567", "2569").replace("fiscal_year", "rules = \"ita-2569.toml\"\nfiscal_year");
    write(&folder, "in/rules/report.toml", text);
    write(&folder, "in/rules/ita-2569.toml", rules);
    let text = format!("{SMALLEST}[layout]\nfont = \"TH SarabunPSK\"\nfont_dir = \"fonts\"\n");
    write(&folder, "in/fonts/report.toml", text);
    for font in ["THSarabunPSK-Regular.ttf", "THSarabunPSK-Bold.ttf"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(font);
        write(&folder, &format!("in/fonts/fonts/{font}"), fs::read(from).expect("a font"));
    }
    assert_eq!(made_again(&folder, &[]).len(), 2);
    assert_eq!(made_again(&folder, &[]).len(), 0);
    write(&folder, "in/rules/ita-2569.toml", format!("{rules}\n# แก้ไข\n"));
    assert_eq!(made_again(&folder, &[]), [Path::new("in/rules/report.toml").display().to_string()]);
    // One more font in the folder may be one that the report gets.
    write(&folder, "in/fonts/fonts/other.ttf", common::renamed_font("THSarabunPSK-Regular.ttf"));
    assert_eq!(made_again(&folder, &[]), [Path::new("in/fonts/report.toml").display().to_string()]);
}

#[test]
fn parts_are_disjoint_and_complete_and_stay_the_same() {
    let folder = Folder::new();
    for number in 0..12 {
        write(&folder, &format!("in/{number:02}.toml"), SMALLEST);
    }
    let part = |shard: &str| -> Vec<String> {
        let arguments = ["batch", "in", "-o", "out", "--shard", shard, "--summary", "s.json"];
        folder.run(&arguments).succeeded();
        let json = summary(&folder, "s.json");
        let numbers = (json["shard"]["number"].to_string(), json["shard"]["of"].to_string());
        assert_eq!(format!("{}/{}", numbers.0, numbers.1), shard);
        outcomes(&json).into_keys().collect()
    };
    let parts = ["1/4", "2/4", "3/4", "4/4"].map(part);
    let mut all = parts.concat();
    all.sort();
    let expected: Vec<_> = (0..12)
        .map(|number| Path::new("in").join(format!("{number:02}.toml")).display().to_string())
        .collect();
    assert_eq!(all, expected, "each report once");
    // With another report, each of the others stays in its part.
    write(&folder, "in/05-ก.toml", SMALLEST);
    for (before, shard) in parts.iter().zip(["1/4", "2/4", "3/4", "4/4"]) {
        let mut now = part(shard);
        now.retain(|file| !file.contains('ก'));
        assert_eq!(&now, before);
    }
}

#[test]
fn the_index_escapes_names_and_its_links_lead_to_documents() {
    let folder = Folder::new();
    let hostile = "เทศบาล <script>alert(1)</script> & \\\"ก\\\"";
    write(&folder, "in/ปี 2567/อบต. #1 100%.toml", SMALLEST.replace("เทศบาลตำบลบ้านใหม่", hostile));
    for number in 0..3 {
        write(&folder, &format!("in/{number}.toml"), report(number));
    }
    write(&folder, "in/wrong.toml", "fiscal_year = 1\n");
    let run = folder.run(&["batch", "in", "-o", "out", "--index"]);
    assert_eq!(run.code(), 1);
    let html = String::from_utf8(folder.read("out/index.html")).expect("UTF-8");
    assert!(html.contains("เทศบาล &lt;script&gt;alert(1)&lt;/script&gt; &amp;"), "{html}");
    assert!(!html.contains("<script>alert"), "{html}");
    let links: Vec<&str> =
        html.split("href=\"").skip(1).map(|rest| rest.split('"').next().expect("an end")).collect();
    // In each of three orders, the four reports without errors.
    assert_eq!(links.len(), 12);
    assert!(links.iter().any(|link| link.contains("%20") && link.contains("%23") && link.contains("%25")));
    for link in links {
        let bytes = link.bytes().collect::<Vec<_>>();
        let mut path = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'%' {
                path.push(u8::from_str_radix(&link[at + 1..at + 3], 16).expect("an escape"));
                at += 3;
            } else {
                assert!(bytes[at].is_ascii_alphanumeric() || b"-._~/".contains(&bytes[at]), "{link}");
                path.push(bytes[at]);
                at += 1;
            }
        }
        let path = String::from_utf8(path).expect("UTF-8");
        assert!(folder.read(&format!("out/{path}")).starts_with(b"%PDF"), "{path}");
    }
    // Agencies as in a dictionary: เทศบาล stands under ท, before องค์การ.
    let position = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(position("เทศบาลตำบลม่วงหมู่") < position("องค์การบริหารส่วนตำบลม่วงหมู่"));
    // A later run of a part lists what is known of all parts.
    folder.run(&["batch", "in/0.toml", "in/1.toml", "-o", "some", "--shard", "1/1"]).succeeded();
    folder.run(&["batch", "in", "-o", "out", "--index", "--resume", "--shard", "1/2"]);
    assert!(folder.read("out/index.html") == html.as_bytes());
    folder.run(&["batch", "in/0.toml", "-o", "all", "--index", "--document", "all"]).succeeded();
    let html = String::from_utf8(folder.read("all/index.html")).expect("UTF-8");
    for name in ["รายงาน", "แผน", "บันทึกข้อความ", "สรุปหนึ่งหน้า"]
    {
        assert_eq!(html.matches(&format!(">{name}</a>")).count(), 3, "{name}");
    }
}

#[test]
fn templates_that_run_away_end_a_batch_and_faulty_ones_are_named_at_their_place() {
    let folder = Folder::new();
    for number in 0..2 {
        write(&folder, &format!("in/{number}.toml"), report(number));
    }
    fs::create_dir(folder.path("own")).expect("a folder");
    let batch = |more: &[&str]| {
        let base =
            ["batch", "in", "-o", "out", "--document", "summary", "--templates", "own", "--lang", "en"];
        folder.run(&[&base, more].concat())
    };
    folder.write("own/summary.typ", "\n#nothing");
    let run = batch(&[]);
    assert_eq!(run.code(), 2);
    let place = format!("error: {}", Path::new("own/summary.typ:2:2: ").display());
    assert_eq!(run.stderr().matches(&place).count(), 2, "{}", run.stderr());
    folder.write("own/summary.typ", "#for a in range(100000) { for b in range(100000) { let c = b } }");
    let run = batch(&["--time-limit", "1"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("ita-report render") && run.stderr().contains("--time-limit"));
    folder.write("own/summary.typ", "#let s = \"\"\n#for a in range(1000000000) { s = s + \"aaaa\" }");
    let run = batch(&["--memory-limit", "128"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("--memory-limit"), "{}", run.stderr());
    assert!(names(&folder, "out").is_empty());
}
