//! Broken report files: one run reports all faults of a file, each with its code, line and column.

mod common;

use common::unpacked::unpacked;
use common::{Folder, Run, SMALLEST, renamed_font};
use ita_report::check;
use serde_json::Value;

/// The faults of the file itself that `check --format json` reports, without the findings of rules that can be allowed.
fn faults(run: &Run) -> Vec<Value> {
    let found: Vec<Value> = serde_json::from_str(&run.stdout()).expect("an array");
    let warned = |fault: &Value| {
        let rule = check::rule(fault["code"].as_str().expect("a code"));
        rule.is_some_and(|rule| rule.can_be_allowed())
    };
    found.into_iter().filter(|fault| !warned(fault)).collect()
}

/// The faults of a report file as code, line, column and end column.
fn found(report: impl AsRef<[u8]>) -> Vec<(String, u64, u64, u64)> {
    let folder = Folder::with_report(report);
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    let diagnostics = faults(&run);
    let errors = diagnostics.iter().any(|d| d["severity"] == "error");
    assert_eq!(run.code(), i32::from(errors), "{}", run.stdout());
    for diagnostic in &diagnostics {
        assert_eq!(diagnostic["file"], "report.toml");
        assert!(!diagnostic["message"].as_str().expect("a message").is_empty());
    }
    let place = |d: &Value, key: &str| d[key].as_u64().expect("a number");
    let code = |d: &Value| d["code"].as_str().expect("a code").to_owned();
    diagnostics
        .iter()
        .map(|d| (code(d), place(d, "line"), place(d, "column"), place(d, "end_column")))
        .collect()
}

/// The faults of the smallest report with `lines` appended. The first of these is line 8 of the file.
fn with(lines: &str) -> Vec<(String, u64, u64, u64)> {
    found(format!("{SMALLEST}{lines}"))
}

fn one(code: &str, line: u64, column: u64, end: u64) -> Vec<(String, u64, u64, u64)> {
    vec![(code.to_owned(), line, column, end)]
}

#[test]
fn the_smallest_report_has_no_faults() {
    assert_eq!(found(SMALLEST), []);
}

#[test]
fn keys() {
    assert_eq!(with("stepss = []\n"), one("unknown-key", 8, 1, 7));
    assert_eq!(with("[agnecy]\n"), one("unknown-key", 8, 2, 8));
    assert_eq!(found(SMALLEST.replace("name", "nane")), one("unknown-key", 4, 1, 5));
    assert_eq!(found("fiscal_year = 2567\n[[measures]]\ntitle = \"ก\"\n"), one("missing-key", 1, 1, 1));
    assert_eq!(found(SMALLEST.replace("title", "responsible")), one("missing-key", 6, 1, 13));
    assert_eq!(found(SMALLEST.replace("2567", "\"2567\"")), one("wrong-type", 1, 15, 21));
    assert_eq!(with("steps = [\"ก\", 5]\n"), one("wrong-type", 8, 15, 16));
    assert_eq!(with("compare = \"ใช่\"\n"), one("wrong-type", 8, 11, 16));
    assert_eq!(found(SMALLEST.replace("[[measures]]", "[measures]")), one("wrong-type", 6, 1, 11));
    assert_eq!(found(SMALLEST.replace("มาตรการป้องกันการทุจริต", " ")), one("empty-string", 7, 9, 12));
    assert_eq!(found(SMALLEST.replace("มาตรการป้องกันการทุจริต", "\u{200B}")), one("empty-string", 7, 9, 12));
    assert_eq!(with("compare = \"\"\n"), one("wrong-type", 8, 11, 13));
    assert_eq!(with("[[evidence]]\ntitle = \"ก\"\nulr = \"ข\"\n"), one("unknown-key", 10, 1, 4));
    assert_eq!(with("steps_style = \"dahs\"\n"), one("unknown-choice", 8, 15, 21));
}

#[test]
fn scores_and_indicators() {
    let scores = |lines: &str| with(&format!("[scores.2567]\n{lines}\n"));
    assert_eq!(scores("total = 101"), one("score-range", 9, 9, 12));
    assert_eq!(scores("total = -0.5"), one("score-range", 9, 9, 13));
    assert_eq!(scores("total = 94.695"), one("score-places", 9, 9, 15));
    assert_eq!(scores("total = 94.690"), one("score-places", 9, 9, 15));
    assert_eq!(scores("total = 94\nindicators = { 1 = 50, 01 = 60 }"), one("indicator-number", 10, 24, 26));
    assert_eq!(with("[scores.02567]\ntotal = 94\n"), one("year-range", 8, 9, 14));
    assert_eq!(with("budget = -5\n"), one("budget-form", 8, 10, 12));
    assert_eq!(with("budget = 10_000.50\n"), []);
    assert_eq!(scores("total = 9e1"), one("score-form", 9, 9, 12));
    assert_eq!(scores("total = nan"), one("score-form", 9, 9, 12));
    assert_eq!(scores("total = \"94\""), one("wrong-type", 9, 9, 13));
    assert_eq!(scores("level = \"ผ่าน\""), one("missing-key", 8, 1, 14));
    assert_eq!(scores("total = 94\nindicators = { 11 = 50 }"), one("indicator-number", 10, 16, 18));
    assert_eq!(scores("total = 94\ninstruments = { ITT = 50 }"), one("unknown-key", 10, 17, 20));
    assert_eq!(with("target = 11\n"), one("indicator-number", 8, 10, 12));
    assert_eq!(with("target = \"ทั้งหมด\"\n"), one("unknown-choice", 8, 10, 19));
}

#[test]
fn years_and_dates() {
    assert_eq!(found(SMALLEST.replace("2567", "2024")), one("year-common-era", 1, 15, 19));
    assert_eq!(found(SMALLEST.replace("2567", "67")), one("year-range", 1, 15, 17));
    assert_eq!(with("[scores.2023]\ntotal = 90\n"), one("year-common-era", 8, 9, 13));
    let dated = |date: &str| found(format!("date = {date}\n{SMALLEST}"));
    assert_eq!(dated("\"31 กันยายน 2567\""), one("date-impossible", 1, 8, 25));
    assert_eq!(dated("\"29 ก.พ. 2568\""), one("date-impossible", 1, 8, 22));
    assert_eq!(dated("\"วันนี้\""), one("date-form", 1, 8, 16));
    assert_eq!(dated("2567-02-29"), [], "a leap day of the Buddhist Era");
    assert_eq!(dated("2024-02-29"), []);
    assert_eq!(dated("2568-02-29"), one("date-impossible", 1, 8, 18));
    assert_eq!(dated("2567-06-31"), one("date-impossible", 1, 8, 18));
    assert_eq!(dated("\"5 ต.ค. 67\""), one("date-form", 1, 8, 19), "67 may be of any century");
    assert_eq!(dated("10:00:00"), one("wrong-type", 1, 8, 16));
    assert_eq!(
        with("period = { from = \"2023-10\", to = \"2567-09\" }\n"),
        one("year-common-era", 8, 19, 28)
    );
    assert_eq!(with("period = { from = \"2567-09\", to = \"2566-10\" }\n"), one("period-order", 8, 10, 46));
    assert_eq!(with("period = { from = \"2566-13\", to = \"2567-09\" }\n"), one("period-form", 8, 19, 28));
}

#[test]
fn placeholders_at_their_own_column() {
    assert_eq!(with("outcome = \"ปี้ {yaer} นี้\"\n"), one("unknown-placeholder", 8, 16, 22));
    assert_eq!(with("outcome = \"ที่ { นี่\"\n"), one("single-brace", 8, 16, 17));
    assert_eq!(with("outcome = \"\"\"\nบรรทัดแรก\n  ที่ } นี่\"\"\"\n"), one("single-brace", 10, 7, 8));
    assert_eq!(with("outcome = \"ได้ {total}\"\n"), one("placeholder-without-value", 8, 16, 23));
    assert_eq!(with("outcome = \"{ year }\"\n"), one("unknown-placeholder", 8, 12, 20));
    let scores = "[scores.2567]\ntotal = 97\n";
    assert_eq!(with(&format!("outcome = \"{{level}}\"\n{scores}")), one("level-unknown", 8, 12, 19));
    assert_eq!(with("outcome = \"{{ได้}} {year} {agency}\"\n"), []);
}

#[test]
fn characters() {
    assert_eq!(with("outcome = \"ดี่ 😀 มาก\"\n"), one("no-glyph", 8, 16, 17));
    assert_eq!(with("outcome = \"ก\u{F70A}\"\n"), one("private-use", 8, 13, 14));
    assert_eq!(
        with("outcome = \"เสร็จ 😀😀 👩\u{200D}👧\"\n"),
        [one("no-glyph", 8, 18, 20), one("no-glyph", 8, 21, 24)].concat()
    );
    let bullets = with("outcome = \"\u{F0B7}\u{F0B7} ศึกษา\u{F0FC}\u{F0D8}\"\n");
    let places = [(12, 14), (20, 21), (21, 22)].map(|(from, to)| one("private-use", 8, from, to));
    assert_eq!(bullets, places.concat(), "one for each run of a kind");
    assert_eq!(with("outcome = \"ก\\u0007\"\n"), one("control-character", 8, 13, 19));
    assert_eq!(with("outcome = \"ก\u{200B}ข\u{FEFF}\"\n"), [], "invisible characters do no harm");
}

#[test]
fn files_and_links() {
    let photo = |path: &str| with(&format!("[[photos]]\nfile = \"{path}\"\n"));
    assert_eq!(photo("../meeting.jpg"), one("file-outside", 9, 8, 24));
    assert_eq!(photo("/etc/passwd"), one("file-absolute", 9, 8, 21));
    assert_eq!(photo("C:/meeting.jpg"), one("file-absolute", 9, 8, 24));
    assert_eq!(photo("meeting.jpg"), one("file-missing", 9, 8, 21));
    assert_eq!(photo("report.toml"), one("file-kind", 9, 8, 21));
    let evidence = |url: &str| with(&format!("[[evidence]]\ntitle = \"ประกาศ\"\nurl = \"{url}\"\n"));
    assert_eq!(evidence("javascript:alert(1)"), one("link-scheme", 10, 7, 28));
    assert_eq!(evidence("https://www.example.go.th/ita/o34"), []);
    assert_eq!(evidence("www.example.go.th"), one("link-scheme", 10, 7, 26));
    assert_eq!(evidence("https://example.go.th/แผน งาน.pdf"), one("link-spaces", 10, 7, 42));
    assert_eq!(evidence("http:///x"), one("link-domain", 10, 7, 18));
    assert_eq!(evidence("เอกสาร/o34.pdf"), one("link-file", 10, 7, 23));
    assert_eq!(evidence("https://example.go.th/o34.pdf."), one("link-ending", 10, 7, 39));
    assert_eq!(evidence("https://example.go.th\\\\ita"), one("link-backslash", 10, 7, 35));
    assert_eq!(evidence("http://192.168.1.10/o34"), one("link-private", 10, 7, 32));
    assert_eq!(photo("photos\\\\meeting.jpg"), one("file-backslash", 9, 8, 29));
    assert_eq!(photo("photos\\temp.jpg"), one("file-control", 9, 8, 25));
    assert_eq!(with("[[evidence]]\ntitle = \"ก\"\nmeasure = 2\n"), one("measure-number", 10, 11, 12));
}

#[test]
fn broken_pictures_and_links_that_lead_outside() {
    let codes = |name: &str, bytes: &[u8]| {
        let folder = Folder::with_report(format!("{SMALLEST}[[photos]]\nfile = \"{name}\"\n"));
        folder.write(name, bytes);
        let run = folder.run(&["check", "--format", "json", "report.toml"]);
        faults(&run).into_iter().map(|d| d["code"].to_string()).collect::<Vec<_>>()
    };
    let mut png = Vec::new();
    let picture = image::RgbImage::from_pixel(40, 30, image::Rgb([200, 10, 10]));
    picture.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).expect("a picture");
    assert_eq!(codes("a.png", &png), Vec::<String>::new());
    assert_eq!(codes("a.png", &png[..png.len() / 2]), ["\"file-broken\""]);
    assert_eq!(codes("a.gif", b"GIF89a\x01\x00\x01\x00"), ["\"file-kind\""]);
    assert_eq!(codes("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1"), ["\"file-kind\""]);
    assert_eq!(codes("a.jpg", b""), ["\"file-empty\""]);
    assert_eq!(codes("a.jpg", &[0; 400]), ["\"file-empty\""]);
    assert_eq!(
        codes("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9000\" height=\"1\"/>"),
        ["\"drawing-thin\""]
    );
    assert_eq!(codes("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Vec::<String>::new());
    assert_eq!(codes("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\">"), ["\"file-broken\""]);

    #[cfg(unix)]
    {
        let (inside, outside) = (Folder::new(), Folder::new());
        outside.write("secret.png", &png);
        std::os::unix::fs::symlink(outside.path("secret.png"), inside.path("link.png")).expect("a link");
        inside.write("report.toml", format!("{SMALLEST}[[photos]]\nfile = \"link.png\"\n"));
        let run = inside.run(&["check", "--format", "json", "report.toml"]);
        assert!(run.stdout().contains("file-outside"), "{}", run.stdout());
    }
}

/// A name that no file has: the message names the file that was meant.
#[test]
fn a_file_that_was_meant_is_named() {
    let help = |there: &str, typed: &str| {
        let folder = Folder::with_report(format!("{SMALLEST}[[photos]]\nfile = \"{typed}\"\n"));
        std::fs::create_dir(folder.path("photos")).expect("a folder");
        folder.write(there, "x");
        let run = folder.run(&["check", "--format", "json", "report.toml"]);
        faults(&run)[0]["help"].as_str().expect("help").to_owned()
    };
    let there = "photos/น้ำ.JPG";
    for typed in
        ["photos/น้ำ.jpg", "น้ำ.jpg", "photo/น\u{E49}\u{E4D}\u{E32}.jpg", "photos/น\u{E49}\u{E4D}\u{E32}.JPG"]
    {
        assert!(help(there, typed).contains(there), "{typed}: {}", help(there, typed));
    }
    assert!(!help(there, "photos/ดิน.jpg").contains(there));
}

#[test]
fn syntax_and_encodings() {
    assert_eq!(found(SMALLEST.replace("ใหม่\"", "ใหม่")), one("unclosed-string", 4, 8, 9));
    assert_eq!(with("steps = [\"ก\" \"ข\"]\n"), one("missing-comma", 8, 13, 13));
    assert_eq!(with("title = \"ซ้ำ\"\n"), one("repeated-key", 8, 1, 6));
    // A missing bracket is a single fault, reported where the bracket was opened.
    assert_eq!(
        with("steps = [\"ก\"\ntarget = 7\n[text]\ntitle = \"ข\"\n"),
        one("unclosed-bracket", 8, 9, 10)
    );
    // After an invalid escape, byte offsets in the file and in the parsed string no longer correspond.
    assert_eq!(found(SMALLEST.replace("มาตรการป้องกัน", "มาตร\\าร {year} {x}"))[0].0, "backslash");
    let mut thai_windows = SMALLEST.as_bytes().to_vec();
    thai_windows.extend(b"outcome = \"\xA1\xD2\xC3\"\n");
    assert_eq!(found(&thai_windows), one("not-utf8", 8, 12, 13));
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(SMALLEST.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(found(&utf16), one("not-utf8", 1, 1, 2));
}

#[test]
fn all_faults_of_a_file_in_one_run() {
    let codes: Vec<String> = found(
        "fiscal_year = 2024\nfoo = 1\n[agency]\nname = \"ก 😀\"\n[scores.2567]\ntotal = 200\n\
         [[measures]]\ntitle = \"{x}\"\nsteps = 5\n[layout]\nfont = \"ไม่มี\"\n",
    )
    .into_iter()
    .map(|fault| fault.0)
    .collect();
    let expected = [
        "year-common-era",
        "unknown-key",
        "no-glyph",
        "score-range",
        "unknown-placeholder",
        "wrong-type",
        "font-missing",
    ];
    assert_eq!(codes, expected);
    let syntax_too: Vec<String> =
        with("x = \nfoo = 1\ntarget = 11\n").into_iter().map(|fault| fault.0).collect();
    assert_eq!(syntax_too, ["unknown-key", "missing-value", "unknown-key", "indicator-number"]);
}

#[test]
fn a_year_without_rules_is_said_once_and_can_be_silenced() {
    let later = SMALLEST.replace("2567", "2699");
    assert_eq!(found(&later), one("rules-year", 1, 15, 19));
    let folder = Folder::with_report(&later);
    folder.run(&["check", "report.toml"]).succeeded();
    assert_eq!(folder.run(&["check", "--strict", "report.toml"]).code(), 1);
    assert_eq!(found(format!("{later}[check]\nallow = [\"rules-year\"]\n")), []);
}

#[test]
fn fonts_of_the_users_own() {
    let fonts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let layout = |lines: &str, files: &[&str]| {
        let folder = Folder::with_report(format!("{SMALLEST}[layout]\n{lines}\n"));
        std::fs::create_dir(folder.path("ฟอนต์")).expect("a folder");
        for file in files {
            std::fs::copy(fonts.join(file), folder.path(&format!("ฟอนต์/{file}"))).expect("a font");
        }
        let run = folder.run(&["check", "--format", "json", "report.toml"]);
        let first = faults(&run).first().cloned();
        first.map(|d| format!("{} {}:{}", d["code"].as_str().expect("a code"), d["line"], d["column"]))
    };
    let (regular, bold) = ("THSarabunPSK-Regular.ttf", "THSarabunPSK-Bold.ttf");
    let own = "font = \"TH SarabunPSK\"\nfont_dir = \"ฟอนต์\"";
    assert_eq!(layout(own, &[regular, bold]), None);
    assert_eq!(layout("font = \"th sarabunpsk\"", &[]), None, "a family's name has no capitals to get wrong");
    assert_eq!(layout("font = \"Sarabun\"", &[]).as_deref(), Some("font-missing 9:8"));
    assert_eq!(
        layout("font = \"Sarabun\"\nfont_dir = \"ฟอนต์\"", &[bold]).as_deref(),
        Some("font-missing 9:8")
    );
    assert_eq!(layout("font_dir = \"ฟอนต์\"", &[regular]).as_deref(), Some("font-without-family 9:12"));
    assert_eq!(layout("font_dir = \"report.toml\"", &[]).as_deref(), Some("not-a-folder 9:12"));
}

#[test]
fn a_family_of_the_users_own_is_used_and_its_gaps_are_told() {
    let (regular, bold) = (renamed_font("THSarabunPSK-Regular.ttf"), renamed_font("THSarabunPSK-Bold.ttf"));
    let run = |files: &[(&str, &[u8])]| {
        let own = "[layout]\nfont = \"TH SarabunOWN\"\nfont_dir = \"fonts\"\n";
        let folder = Folder::with_report(format!("{SMALLEST}{own}"));
        std::fs::create_dir(folder.path("fonts")).expect("a folder");
        for (name, bytes) in files {
            folder.write(&format!("fonts/{name}"), bytes);
        }
        let pdf = (folder.run(&["render", "report.toml"]).code() == 0).then(|| folder.read("report.pdf"));
        (folder.run(&["check", "report.toml"]).stdout(), pdf)
    };
    let (said, pdf) = run(&[("a.ttf", &regular), ("b.ttf", &bold)]);
    assert!(!said.contains("[font"), "{said}");
    // The PDF names fonts by their PostScript names. That of the embedded family is unchanged: THSarabunPSK.
    assert!(String::from_utf8_lossy(&unpacked(&pdf.expect("a PDF"))).contains("THSarabunOWN"));
    assert!(run(&[("a.ttf", &regular)]).0.contains("font-without-bold"));
    assert!(run(&[("b.ttf", &bold)]).0.contains("font-without-regular"));
    assert!(run(&[("a.ttf", &regular), ("broken.ttf", b"no font")]).0.contains("font-broken"));
    #[cfg(unix)]
    {
        let folder = Folder::with_report(format!("{SMALLEST}[layout]\nfont = \"X\"\nfont_dir = \"fonts\"\n"));
        std::fs::create_dir(folder.path("fonts")).expect("a folder");
        std::os::unix::fs::symlink("/etc/passwd", folder.path("fonts/x.ttf")).expect("a link");
        let run = folder.run(&["check", "report.toml"]);
        assert!(run.stdout().contains("file-outside"), "{}", run.stdout());
    }
}

#[test]
fn check_goes_on_after_a_file_it_cannot_read() {
    let folder = Folder::with_report(SMALLEST.replace("name", "nane"));
    folder.write("good.toml", SMALLEST);
    let run = folder.run(&["check", "missing.toml", "report.toml", "good.toml"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("missing.toml"));
    assert!(run.stdout().contains("report.toml:4:1") && run.stdout().contains("good.toml: ข้อผิดพลาด 0 จุด"));
    let json = folder.run(&["check", "--format", "json", "missing.toml", "good.toml"]);
    assert_eq!(json.code(), 2);
    assert_eq!(serde_json::from_str::<Value>(&json.stdout()).expect("an array")[0]["code"], "cannot-read");
}

/// The messages as a person reads them, with carets under the right letters. Review the snapshots of both languages by
/// eye when they change.
#[test]
fn messages_as_they_are_read() {
    let folder = Folder::with_report(
        "fiscal_year = 2024\n[agency]\nnane = \"ที่ทำการ\"\n[scores.2567]\ntotal = 94.695\n\
         [[measures]]\ntitle = \"มาตรการที่ {yaer} เรื่องนี้\"\n",
    );
    insta::assert_snapshot!("messages-thai", folder.run(&["render", "report.toml"]).stderr());
    insta::assert_snapshot!(
        "messages-english",
        folder.run(&["render", "report.toml", "--lang", "en"]).stderr()
    );
}

#[test]
fn a_file_that_begins_with_a_thai_letter_and_has_zeros_is_taken_for_utf_16() {
    let report = format!("ก{}{SMALLEST}", "\0".repeat(12));
    assert_eq!(found(&report), [("not-utf8".to_owned(), 1, 1, 2)]);
    assert_eq!(Folder::with_report(&report).run(&["check", "report.toml"]).code(), 1);
}

#[test]
fn messages_show_no_line_ends_of_windows() {
    let report = SMALLEST.replace("title", "titel").replace('\n', "\r\n");
    let run = Folder::with_report(report).run(&["check", "--lang", "en", "report.toml"]);
    let shown = run.stdout();
    assert!(shown.contains("| titel = \"มาตรการป้องกันการทุจริต\"\n"), "{shown}");
    assert!(!shown.contains('\r') && !shown.contains('␍'), "{shown}");
}

/// Some of them begin with a Thai letter, at which no place may end.
#[test]
fn items_without_quotes_are_shown_at_their_first_letter() {
    let report = format!("{SMALLEST}steps = [\n{}]\n", "ก,\n".repeat(10_001));
    let folder = Folder::with_report(&report);
    let run = folder.run(&["check", "report.toml"]);
    assert_eq!(run.code(), 1);
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    assert!(run.stdout().contains("\"report-long\""));
}

/// The columns of the tables, and the texts of the user's own.
#[test]
fn columns() {
    let own = "extra = { \"ผู้กำกับดูแล\" = \"ปลัด\", \"หมายเหตุ\" = \"\" }\n[layout]\n";
    let with_own = |line: &str| with(&format!("{own}{line}\n"));
    assert_eq!(
        with_own("columns = [\"title\", \"ผู้กำกับดูแล\", \"หมายเหตุ\"]"),
        [],
        "one in which nothing stands"
    );
    assert_eq!(with_own("columns = [\"title\", \"step\"]"), one("unknown-column", 10, 21, 27));
    assert_eq!(with_own("plan_columns = [\"title\", \"title\"]"), one("repeated-column", 10, 26, 33));
    assert_eq!(with_own("columns = []"), one("empty-list", 10, 11, 13));
    assert_eq!(with_own("columns = 5"), one("wrong-type", 10, 11, 12));
    let nine = "columns = [\"title\", \"steps\", \"responsible\", \"period\", \"budget\", \"kpi\", \"goal\", \"results\", \"outcome\"]";
    assert_eq!(with_own(nine), []);
    assert_eq!(with_own(&format!("orientation = \"portrait\"\n{nine}")), one("columns-many", 11, 91, 100));
    // What stands below the line of a table belongs to it.
    assert_eq!(with("[measures.extra]\n\"ก\" = \"ข\"\nresults = [\"ค\"]\n"), one("key-in-extra", 10, 1, 8));
    assert_eq!(with("extra = { \"ก\" = 5 }\n[layout]\ncolumns = [\"ก\"]\n"), one("wrong-type", 8, 17, 18));
    let heading = "ก".repeat(81);
    assert_eq!(with(&format!("extra = {{ \"{heading}\" = \"ข\" }}\n")), one("text-long", 8, 11, 12));
}
