//! The folder of a user's own templates: what they can read besides the embedded ones, and what is refused.

mod common;
#[allow(dead_code)] // Not all of it is needed here.
#[path = "common/glyphs.rs"]
mod glyphs;

use common::camera::{MAKER, PLACE, jpeg, png, quarters, scene};
use common::{Folder, example};

/// The example with a cover, and the embedded templates in `all`.
fn folder() -> Folder {
    let report = example("muang-mu-2567.toml");
    assert!(!report.contains("[layout]"), "the example has no layout");
    let folder = Folder::with_report(report + "\n[layout]\ncover = true\n");
    folder.run(&["templates", "all"]).succeeded();
    std::fs::create_dir_all(folder.path("own/common")).expect("a folder");
    folder
}

fn embedded(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(&format!("all/{name}"))).expect("UTF-8")
}

/// Writes an own template of the report: the embedded one with this in place of everything between its first lines and
/// its metadata.
fn write_report(folder: &Folder, content: &str) {
    let report = embedded(folder, "report.typ");
    let (start, rest) = report.split_once("#front(data)").expect("the front");
    let end = &rest[rest.find("#set document(").expect("the metadata")..];
    folder.write("own/report.typ", format!("{start}{content}\n{end}"));
}

const RENDER: [&str; 4] = ["render", "report.toml", "--templates", "own"];

fn rendered(folder: &Folder) {
    folder.run(&[&RENDER[..], &["-o", "own.pdf"]].concat()).succeeded();
}

fn refused(folder: &Folder, content: &str, language: &str) -> String {
    write_report(folder, content);
    let run = folder.run(&[&RENDER[..], &["--lang", language, "-o", "refused.pdf"]].concat());
    assert_eq!(run.code(), 2, "{content}: {}", run.stderr());
    assert!(!folder.path("refused.pdf").exists());
    run.stderr()
}

/// Nothing is lost that a template sets in a font that is not there, or with signs that the font does not have.
#[test]
fn what_a_template_asks_for_is_in_the_reports_font() {
    let folder = folder();
    let content = "#set text(font: \"Kinnari\")\n#heading(level: 1)[รายงานประจำปี]\n#raw(\"คำสั่งที่ 5\")\n- ประกาศ\n  - แนบท้าย\n\
                   #figure(table(columns: 1, [จำนวน]), caption: [ผู้เข้าร่วม])";
    write_report(&folder, content);
    rendered(&folder);
    let lines = glyphs::lines(folder.read("own.pdf"));
    let text: String =
        lines.iter().flat_map(|line| line.text.chars()).filter(|c| !c.is_whitespace()).collect();
    for shown in ["รายงานประจำปี", "คำสั่งที่5", "ประกาศ", "แนบท้าย", "ตารางที่", "ผู้เข้าร่วม"]
    {
        assert!(text.contains(shown), "{shown} in {text}");
    }
}

/// An agency has its own picture on the cover, in a subfolder of its templates.
#[test]
fn a_cover_shows_a_picture_of_the_folder() {
    let folder = folder();
    std::fs::create_dir(folder.path("own/art")).expect("a folder");
    folder.write("own/art/banner.png", png(&quarters(400, 100), 1));
    let front = embedded(&folder, "common/front.typ");
    let before = "  if it.logo != none {";
    assert!(front.contains(before), "the cover has changed");
    let banner = "  image(\"/art/banner.png\", width: 10cm, alt: \"แถบภาพ\")\n";
    folder.write("own/common/front.typ", front.replacen(before, &format!("{banner}{before}"), 1));
    rendered(&folder);
    folder.run(&[&RENDER[..], &["--format", "png", "-o", "page.png"]].concat()).succeeded();
    let page = image::load_from_memory(&folder.read("page-1.png")).expect("a picture").into_rgb8();
    let red = page.pixels().filter(|dot| dot.0 == [255, 0, 0]).count();
    // A quarter of 10 cm by 2.5 cm, at 144 dots per inch.
    assert!((19_000..21_500).contains(&red), "{red} red dots");
    // The folder for plain Typst takes it along, and nothing that no template asked for.
    folder.write("own/art/other.png", png(&quarters(40, 10), 1));
    folder.run(&[&RENDER[..], &["--format", "typst", "-o", "out"]].concat()).succeeded();
    assert_eq!(folder.read("out/art/banner.png"), folder.read("own/art/banner.png"));
    assert!(!folder.path("out/art/other.png").exists());
}

#[test]
fn templates_read_data_and_further_templates() {
    let folder = folder();
    std::fs::create_dir(folder.path("own/parts")).expect("a folder");
    let rows = "#let rows(data) = csv(\"rows.csv\").flatten().map(text => in-numerals(text, data))";
    folder.write(
        "own/parts/table.typ",
        format!("\u{FEFF}#import \"../common/words.typ\": in-numerals\n{rows}"),
    );
    folder.write("own/parts/rows.csv", "โครงการ,120\nกิจกรรม,35\n");
    folder.write("own/more.toml", "\"ชื่อ\" = \"ทะเบียน\"");
    folder.write("own/more.json", "{\"ปี\": \"สองปี\"}");
    folder.write("own/more.yaml", "คน: สามคน");
    folder.write("own/more.txt", "ข้อความ");
    write_report(
        &folder,
        "#import \"parts/table.typ\": rows\n#heading(level: 1)[รายงาน]
         #assert.eq(rows(data), (\"โครงการ\", \"๑๒๐\", \"กิจกรรม\", \"๓๕\"))
         #assert.eq(toml(\"more.toml\").ชื่อ, \"ทะเบียน\")
         #assert.eq(json(\"more.json\").ปี, \"สองปี\")
         #assert.eq(yaml(\"/more.yaml\").คน, \"สามคน\")
         #assert.eq(read(\"more.txt\"), \"ข้อความ\")",
    );
    rendered(&folder);
    folder.run(&[&RENDER[..], &["--format", "typst", "-o", "out"]].concat()).succeeded();
    for file in ["parts/table.typ", "parts/rows.csv", "more.toml", "more.json", "more.yaml", "more.txt"] {
        assert_eq!(folder.read(&format!("out/{file}")), folder.read(&format!("own/{file}")), "{file}");
    }
    // An error in a further template is shown there.
    folder.write("own/parts/table.typ", "#let rows(data) = {\n  data.nothing\n}");
    let run = folder.run(&RENDER);
    assert!(run.code() == 2 && run.stderr().contains("own/parts/table.typ:2:"), "{}", run.stderr());
}

#[test]
fn what_is_not_in_the_folder_is_refused_where_it_is_asked_for() {
    let folder = folder();
    folder.write("outside.png", png(&quarters(40, 10), 1));
    folder.write("own/logo.png", png(&quarters(40, 10), 1));
    let message = refused(&folder, "#image(\"logo.pgn\", alt: \"ตรา\")", "th");
    assert!(message.contains("ไม่มีแฟ้ม own/logo.pgn") && message.contains("“/logo.png”"), "{message}");
    assert!(message.contains("own/report.typ:"), "{message}");
    let message = refused(&folder, "#import \"common/word.typ\": filled", "en");
    assert!(message.contains("did you mean `/common/words.typ`?"), "a built-in template: {message}");
    assert!(
        refused(&folder, "#image(\"art/x.png\", alt: \"ตรา\")", "en")
            .contains("there is no file own/art/x.png")
    );
    for path in ["../outside.png", "/../outside.png", "common/../../outside.png"] {
        refused(&folder, &format!("#image(\"{path}\", alt: \"ตรา\")"), "th");
    }
    // The program's own names, in any letter case and whether or not this document has the file.
    for name in ["pictures/mine.png", "words.json", "Main.typ", "fonts/mine.ttf"] {
        let message = refused(&folder, &format!("#read(\"{name}\", encoding: none)"), "en");
        assert!(message.contains(&format!("own/{name}")) && message.contains("rename"), "{message}");
    }
    folder.write("own/bad.typ", b"\xE1\xE2\xE3");
    let message = refused(&folder, "#import \"bad.typ\": x", "th");
    assert!(message.contains("own/bad.typ ไม่ได้บันทึกเป็น UTF-8"), "{message}");
    let large = std::fs::File::create(folder.path("own/large.txt")).expect("a file");
    large.set_len(50 * 1024 * 1024 + 1).expect("a size");
    let message = refused(&folder, "#read(\"large.txt\", encoding: none)", "th");
    assert!(message.contains("50 MiB"), "{message}");
    // The program's data is not replaced.
    folder.write("own/data.json", "{}");
    write_report(&folder, "#heading(level: 1, data.title.join())");
    rendered(&folder);
}

#[cfg(unix)]
#[test]
fn links_that_lead_outside_are_not_followed() {
    let folder = folder();
    folder.write("outside.txt", "ความลับ");
    std::os::unix::fs::symlink(folder.path("outside.txt"), folder.path("own/inside.txt")).expect("a link");
    std::os::unix::fs::symlink(folder.path("."), folder.path("own/up")).expect("a link");
    for path in ["inside.txt", "up/outside.txt", "up/report.toml"] {
        let message = refused(&folder, &format!("#read(\"{path}\")"), "th");
        assert!(message.contains(&format!("own/{path} อยู่นอกโฟลเดอร์แม่แบบ")), "{message}");
    }
}

/// A name that is almost that of an embedded template is probably a slip, unless a template uses the file.
#[test]
fn a_misnamed_template_is_found_and_a_used_one_is_not() {
    let folder = folder();
    write_report(&folder, "#heading(level: 1)[รายงาน]");
    for (name, nearest) in [
        ("reprot.typ", "report.typ"),
        ("Report.typ", "report.typ"),
        ("page.typ", "common/page.typ"),
        ("common/lenghts.toml", "common/lengths.toml"),
        ("lengths.toml", "common/lengths.toml"),
    ] {
        folder.write(&format!("own/{name}"), "");
        let run = folder.run(&RENDER);
        let message = run.stderr();
        assert!(run.code() == 2 && message.contains(name) && message.contains(nearest), "{name}: {message}");
        std::fs::remove_file(folder.path(&format!("own/{name}"))).expect("the file");
    }
    folder.write("own/plans.typ", "#let greeting = [สวัสดี]");
    folder.write("own/signatures-of-mayors.typ", "");
    write_report(&folder, "#import \"./plans.typ\": greeting\n#heading(level: 1)[รายงาน]\n#greeting");
    rendered(&folder);
    // A folder in which nothing replaces an embedded template changes nothing.
    std::fs::create_dir(folder.path("none")).expect("a folder");
    folder.write("none/parts.typ", "");
    assert_eq!(folder.run(&["render", "report.toml", "--templates", "none"]).code(), 2);
}

/// Templates read the report file itself, and set its texts as the program does.
#[test]
fn templates_read_every_key_of_the_report_file() {
    let folder = folder();
    let report = String::from_utf8(folder.read("report.toml")).expect("UTF-8");
    let agency = "[agency]\nphone = \"0 3651 1234\"\nemail = \"saraban_0512@example.go.th\"\n";
    let text = "[text]\nclosing = \"{short_name} ปี {year} {{1}}\"\n";
    folder.write(
        "report.toml",
        format!("date = 2567-02-29\n{}{text}", report.replacen("[agency]\n", agency, 1)),
    );
    write_report(
        &folder,
        "#import \"common/words.typ\": filled, in-numerals
         #heading(level: 1)[รายงาน]
         #let file = data.file
         #assert.eq(file.text.closing, \"{short_name} ปี {year} {{1}}\")
         #assert.eq(filled(file.text.closing, data), \"อบต.ม่วงหมู่ ปี ๒๕๖๗ {๑}\")
         #assert.eq(filled(\"{none} 1}\", data), \"{none} ๑}\")
         #assert.eq(in-numerals(file.agency.phone, data), \"๐ ๓๖๕๑ ๑๒๓๔\")
         #assert.eq(in-numerals(file.agency.email, data), \"saraban_0512@example.go.th\")
         #assert.eq(file.date, \"2567-02-29\")
         #assert.eq(file.fiscal_year + 1, 2568)
         #assert.eq(file.scores.at(\"2567\").total, 94.69)
         #assert.eq(file.measures.len(), 6)
         #assert.eq(file.layout.cover, true)",
    );
    rendered(&folder);
}

/// A photograph keeps its orientation, but tells nothing of where it was taken, neither in the PDF nor in the folder for
/// plain Typst.
#[test]
fn photographs_of_the_folder_lose_their_metadata() {
    let folder = folder();
    folder.write("own/scene.jpg", jpeg(&scene(600, 400, 1), 6));
    folder.write("own/drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>");
    let photographs = "#heading(level: 1)[รายงาน]\n#image(\"scene.jpg\", alt: \"ภาพ\")\n#image(\"drawing.svg\", alt: \"ภาพ\")\n";
    let photographs = photographs.to_owned();
    write_report(
        &folder,
        &(photographs
            + "#context { let size = measure(image(\"scene.jpg\")); assert(size.height > size.width) }"),
    );
    rendered(&folder);
    folder.run(&[&RENDER[..], &["--format", "typst", "-o", "out"]].concat()).succeeded();
    let tells_nothing = |file: &str| {
        let bytes = folder.read(file);
        for secret in [MAKER, PLACE] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{file}");
        }
    };
    tells_nothing("own.pdf");
    tells_nothing("out/scene.jpg");
    // Without its end, and with a byte that belongs to no segment.
    let whole = jpeg(&scene(600, 400, 1), 6);
    let strayed = [&whole[..2], &[0][..], &whole[2..]].concat();
    for broken in [&whole[..whole.len() - 2], &strayed] {
        folder.write("own/scene.jpg", broken);
        let run = folder.run(&[&RENDER[..], &["-o", "own.pdf"]].concat());
        if run.code() == 0 {
            tells_nothing("own.pdf");
        }
    }
}

/// The two examples of `docs/templates.md`, done as it says.
#[test]
fn the_examples_of_the_page_about_templates_work() {
    let page = include_str!("templates.md.txt");
    let code: Vec<&str> =
        page.split("```typst\n").skip(1).map(|rest| rest.split("```").next().expect("an end")).collect();
    let [cover, before, counted] = code[..] else { panic!("three pieces of code") };
    let replaced = |text: String, from: &str, to: &str| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    };
    let folder = Folder::with_report(
        example("muang-mu-2567.toml").replacen("[agency]", "[agency]\nphone = \"0 3653 9876\"", 1)
            + "\n[layout]\ncover = true\n",
    );
    folder.run(&["templates", "own"]).succeeded();
    std::fs::create_dir(folder.path("own/art")).expect("a folder");
    let band = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 4\"><path fill=\"#036\" d=\"M0 0h100v4H0z\"/></svg>";
    folder.write("own/art/band.svg", band);
    let front = String::from_utf8(folder.read("own/common/front.typ")).expect("UTF-8");
    let start = front.find("#let cover(it, pictures) = page({").expect("the cover");
    let end = start + front[start..].find("\n})\n").expect("its end") + 4;
    folder.write("own/common/front.typ", format!("{before}{}{cover}{}", &front[..start], &front[end..]));
    let report = String::from_utf8(folder.read("own/report.typ")).expect("UTF-8");
    let report = replaced(report, "#let measures = {", &format!("{counted}#let measures = {{"));
    let (old, new) = page
        .split_once("and `measures-table(data + ")
        .expect("the call")
        .1
        .split_once("` in place of\n`")
        .expect("two calls");
    let new_call = format!("measures-table(data + {old}");
    let old_call = new.split('`').next().expect("the old call");
    let report = replaced(report, old_call, &new_call);
    folder.write("own/report.typ", format!("#import \"common/words.typ\": in-numerals\n{report}"));
    folder.run(&[&RENDER[..], &["-o", "own.pdf"]].concat()).succeeded();
    folder.run(&[&RENDER[..], &["--format", "typst", "-o", "out"]].concat()).succeeded();
    let words: serde_json::Value = serde_json::from_slice(&folder.read("out/words.json")).expect("JSON");
    let words = words.as_object().expect("results");
    let table = words.iter().find(|(key, _)| key.starts_with("table:")).expect("a table").1;
    assert_eq!(table["widths"].as_array().map(Vec::len), Some(7));
    assert!(
        table["rows"][0]["cells"][6][0]["text"].as_str().is_some_and(|text| text.contains('๕')),
        "{table}"
    );
    assert!(words.keys().any(|key| key.contains("๐ ๓๖๕๓ ๙๘๗๖")), "the telephone number is on the cover");
}
