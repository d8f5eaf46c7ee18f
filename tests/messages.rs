//! An example of each message about a report file, and the page of docs that is made of them.

mod common;

use std::fs;
use std::path::Path;

use common::{Folder, SMALLEST, renamed_font};
use ita_report::report::Fault;
use serde::Deserialize;
use serde_json::Value;

const RULES: &str = include_str!("rules/ita-2569.toml");

/// No text or small file shows these: a font without Thai letters.
const WITHOUT_EXAMPLE: [&str; 1] = ["font-lacks"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
    messages: Vec<Example>,
}

/// See `tests/messages.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    code: String,
    lines: Option<String>,
    whole: Option<String>,
    rules: Option<(String, String)>,
    #[serde(default)]
    files: std::collections::BTreeMap<String, String>,
    made: Option<String>,
}

fn examples() -> Vec<Example> {
    let examples: Examples = toml::from_str(include_str!("messages.toml")).expect("well-formed examples");
    examples.messages
}

/// What the page shows of an example, and its folder.
fn prepared(example: &Example) -> (String, Folder) {
    let lines = example.lines.clone().unwrap_or_default();
    let folder = Folder::with_report(format!("{SMALLEST}{}\n", lines.trim_start_matches('\n')));
    let of_2569 = |rules: &str| format!("rules = {rules}\n{}", SMALLEST.replace("2567", "2569"));
    let mut shown = lines;
    if let Some(whole) = &example.whole {
        folder.write("report.toml", whole);
        shown.clone_from(whole);
    }
    if let Some((from, to)) = &example.rules {
        folder.write("report.toml", of_2569("\"ita-2569.toml\""));
        assert!(RULES.contains(from.as_str()), "{from}");
        folder.write("ita-2569.toml", RULES.replacen(from, to, 1));
        shown = format!("# ita-2569.toml\n{to}");
    }
    for (name, content) in &example.files {
        let path = folder.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        folder.write(name, content);
    }
    if let Some(made) = &example.made {
        shown = make(made, &folder, &shown);
    }
    (shown.trim().to_owned(), folder)
}

/// Makes what no text can show. Returns what the page shows.
fn make(what: &str, folder: &Folder, shown: &str) -> String {
    let picture = |width, height| {
        let mut bytes = Vec::new();
        let picture = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90]));
        picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).expect("a picture");
        bytes
    };
    let font = |name: &str, file: &str| {
        fs::create_dir_all(folder.path("ฟอนต์")).expect("a folder");
        folder.write(&format!("ฟอนต์/{name}"), renamed_font(file));
    };
    match what {
        "windows-874" => {
            let mut bytes = SMALLEST.as_bytes().to_vec();
            bytes.extend(b"outcome = \"\xB4\xD5\"\n");
            folder.write("report.toml", bytes);
            "# บันทึกด้วย ANSI".to_owned()
        }
        "spreadsheet" => {
            folder.write("report.toml", b"PK\x03\x04\x14\x00\x00\x00xl/workbook.xml");
            "# แฟ้ม .xlsx".to_owned()
        }
        "long-link" => {
            let link = format!("https://www.example.go.th/{}", "a".repeat(2_400));
            let lines = format!("[[evidence]]\ntitle = \"ประกาศมาตรการ\"\nurl = \"{link}\"\n");
            folder.write("report.toml", format!("{SMALLEST}{lines}"));
            lines.replace(&"a".repeat(2_390), "…")
        }
        "long-name" => {
            let name = "เทศบาลตำบล".to_owned() + &"บ้านใหม่".repeat(30);
            folder.write("report.toml", SMALLEST.replace("เทศบาลตำบลบ้านใหม่", &name));
            "[agency]\nname = \"เทศบาลตำบลบ้านใหม่บ้านใหม่…\"".to_owned()
        }
        "many-lines" => {
            let lines = format!("outcome = \"\"\"\n{}\"\"\"\n", "บรรทัด\n".repeat(300));
            folder.write("report.toml", format!("{SMALLEST}{lines}"));
            "outcome = \"\"\"\nบรรทัด\nบรรทัด\n…\"\"\"".to_owned()
        }
        "long-report" => {
            let steps = "    \"ประชุม\",\n".repeat(10_100);
            folder.write("report.toml", format!("{SMALLEST}steps = [\n{steps}]\n"));
            "steps = [\n    \"ประชุม\",\n    \"ประชุม\",\n    …\n]".to_owned()
        }
        "heic" => {
            folder.write("ประชุม.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic");
            shown.to_owned()
        }
        "half-picture" => {
            let bytes = picture(300, 200);
            folder.write("ประชุม.jpg", &bytes[..bytes.len() / 2]);
            shown.to_owned()
        }
        "large-picture" => {
            let file = fs::File::create(folder.path("ประชุม.png")).expect("a file");
            file.set_len(51 << 20).expect("a large file");
            shown.to_owned()
        }
        "deep-drawing" => {
            let (open, close) = ("<g>".repeat(2_000), "</g>".repeat(2_000));
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{open}<rect width='9' height='9'/>{close}</svg>"
            );
            folder.write("แผนผัง.svg", svg);
            shown.to_owned()
        }
        "link-to-itself" => {
            #[cfg(unix)]
            std::os::unix::fs::symlink("ประชุม.jpg", folder.path("ประชุม.jpg")).expect("a link");
            shown.to_owned()
        }
        "two-rules" => {
            let rules = "rules = [\"ita-2569.toml\", \"แก้ไข.toml\"]";
            folder.write("report.toml", format!("{rules}\n{}", SMALLEST.replace("2567", "2569")));
            folder.write("ita-2569.toml", RULES);
            folder.write("แก้ไข.toml", RULES);
            rules.to_owned()
        }
        "fonts" => {
            font("a.ttf", "THSarabunPSK-Regular.ttf");
            shown.to_owned()
        }
        "regular" => {
            font("a.ttf", "THSarabunPSK-Regular.ttf");
            shown.to_owned()
        }
        "bold" => {
            font("a.ttf", "THSarabunPSK-Bold.ttf");
            shown.to_owned()
        }
        other => panic!("{other} is not made"),
    }
}

/// The block of a message in what `check` prints for people.
fn block(printed: &str, code: &str) -> Option<String> {
    let mark = format!("[{code}]");
    let blocks = printed.split("\n\n");
    blocks
        .filter(|block| block.lines().next().is_some_and(|line| line.contains(&mark)))
        .map(str::to_owned)
        .next()
}

/// `UPDATE_DOCS=1` rewrites `docs/errors.md`.
#[test]
fn every_message_has_an_example() {
    let mut page = "# Messages about a report file\n\nAn example of each message of `ita-report` about a report file and the \
        files that it names, made by the test that holds this page against the command (`tests/messages.rs`). What the rules of \
        `check` say of the content of a report is in [rules.md](rules.md).\n\nตัวอย่างข้อความทุกข้อเกี่ยวกับแฟ้มรายงาน: สิ่งที่พิมพ์ \
        ข้อความที่โปรแกรมบอก และความหมายภาษาอังกฤษ ส่วนคำเตือนเกี่ยวกับเนื้อหาอยู่ใน [rules.md](rules.md)\n"
        .to_owned();
    let examples = examples();
    let codes: Vec<&str> = examples.iter().map(|example| example.code.as_str()).collect();
    let expected: Vec<&str> =
        Fault::CODES.iter().copied().filter(|code| !WITHOUT_EXAMPLE.contains(code)).collect();
    assert_eq!(codes, expected, "one example of each message, in the order of the faults");
    let mut wrong = Vec::new();
    for example in &examples {
        let (shown, folder) = prepared(example);
        let code = &example.code;
        let printed = folder.run(&["check", "report.toml"]).stdout();
        let json = folder.run(&["check", "--format", "json", "--lang", "en", "report.toml"]).stdout();
        let found: Vec<Value> = serde_json::from_str(&json).expect("an array");
        let own: Vec<&Value> = found.iter().filter(|finding| finding["code"] == code.as_str()).collect();
        let errors = found.iter().filter(|finding| finding["severity"] == "error").count();
        let Some(thai) = block(&printed, code).filter(|_| own.len() == 1 && errors <= 1) else {
            let said: Vec<_> = found.iter().map(|f| (&f["code"], &f["message"])).collect();
            wrong.push(format!("{code}: not exactly one message: {said:?}"));
            continue;
        };
        let text = |key: &str| own[0][key].as_str().unwrap_or_default();
        page += &format!("\n## {code}\n\n```toml\n{}\n```\n\n", visible(&shown));
        page += &format!("```text\n{}\n```\n\n", shortened(&thai));
        page += &format!("{}. {}.\n", capital(text("message")), capital(text("help")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/errors.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(file).unwrap_or_default();
    assert!(written == page, "docs/errors.md is not what the command says: run with UPDATE_DOCS=1");
}

/// The text with its characters that cannot be seen written out.
fn visible(text: &str) -> String {
    let written = |c: char| match c {
        '\n' => "\n".to_owned(),
        '\u{A0}' | '\u{2028}' => format!("‹U+{:04X}›", c as u32),
        c if c.is_control() || ('\u{E000}'..'\u{F900}').contains(&c) => format!("‹U+{:04X}›", c as u32),
        c => c.to_string(),
    };
    text.chars().map(written).collect()
}

/// The lines of a message without the far ends of long ones.
fn shortened(text: &str) -> String {
    const MOST: usize = 160;
    let line = |line: &str| match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    };
    visible(&text.lines().map(line).collect::<Vec<_>>().join("\n"))
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
