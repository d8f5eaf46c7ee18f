//! The keys of the report file: `data/keys.toml`, the page made from it, and the comments of the scaffold, held against what
//! the loader does with each key.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::Folder;
use ita_report::files::MemoryFiles;
use ita_report::report::{Fault, Loaded, Severity, ValueType, load};
use ita_report::view::Document;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    types: BTreeMap<String, Words>,
    tables: Vec<Table>,
}

#[derive(Deserialize)]
struct Words {
    th: String,
    en: String,
}

#[derive(Deserialize)]
struct Table {
    name: String,
    th: String,
    en: String,
    keys: Vec<Key>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    required: bool,
    default: Option<String>,
    choices: Option<Vec<String>>,
    th: String,
    en: String,
    example: Option<String>,
    #[allow(dead_code)] // For messages; see the tests of src/report/keys.rs.
    called: Vec<String>,
}

impl Table {
    /// The line that begins the table.
    fn heading(&self) -> String {
        match self.name.as_str() {
            "" => String::new(),
            "scores.YEAR" => "[scores.2567]".to_owned(),
            "measures" | "photos" | "evidence" | "signatures" => format!("[[{}]]", self.name),
            name => format!("[{name}]"),
        }
    }

    /// Whether another table has it within, as `memo` has `signer`.
    fn is_within(&self) -> bool {
        self.name.contains('.') && self.name != "scores.YEAR"
    }
}

fn file() -> File {
    toml::from_str(include_str!("../data/keys.toml")).expect("keys are well formed")
}

/// The files that the examples name.
fn files() -> MemoryFiles {
    let mut files = MemoryFiles::new();
    let logo = include_bytes!("reports/pictures/logo.svg");
    let rules = include_str!("../data/ita/2566.toml");
    let mut insert = |name: &str, bytes: &[u8]| files.insert(name, bytes).expect("a plain name");
    insert("logo.svg", logo);
    insert("garuda.svg", logo);
    insert("photos/meeting.jpg", include_bytes!("reports/pictures/meeting.jpg"));
    insert("ita-2567.toml", rules.as_bytes());
    insert("fonts/Regular.ttf", include_bytes!("../fonts/THSarabunPSK-Regular.ttf"));
    insert("fonts/Bold.ttf", include_bytes!("../fonts/THSarabunPSK-Bold.ttf"));
    files
}

fn loaded(report: &str) -> Loaded {
    // The font of the example is not in this repository.
    load("report.toml", report.replace("TH Sarabun New", "TH SarabunPSK").as_bytes(), &files())
}

/// A report with the example of every key, except that `value` may write another one or leave a key out.
fn report(file: &File, value: impl Fn(&Table, &Key) -> Option<String>) -> String {
    let mut report = String::new();
    for table in file.tables.iter().filter(|table| !table.is_within()) {
        report += &format!("{}\n", table.heading());
        for key in table.keys.iter().filter(|key| key.example.is_some()) {
            if let Some(value) = value(table, key) {
                report += &format!("{} = {value}\n", key.name);
            }
        }
        report += "\n";
        if table.name == "scores.YEAR" {
            report += "[scores.2566]\ntotal = 97.72\n\n";
        }
    }
    report.trim_start().to_owned()
}

fn example(_: &Table, key: &Key) -> Option<String> {
    key.example.clone()
}

fn errors(report: &str) -> Vec<Fault> {
    let errors = loaded(report).diagnostics.into_iter().filter(|d| d.severity() == Severity::Error);
    errors.map(|diagnostic| diagnostic.fault).collect()
}

/// Every key of a table that stands by itself, with the report that has `value` for it.
fn each_key(file: &File, test: impl Fn(&Table, &Key, &dyn Fn(Option<String>) -> String)) {
    for table in file.tables.iter().filter(|table| !table.is_within()) {
        for key in table.keys.iter().filter(|key| key.example.is_some()) {
            let other = |value: Option<String>| {
                report(file, |other_table, other| {
                    let is_this = std::ptr::eq(other, key) && std::ptr::eq(other_table, table);
                    if is_this { value.clone() } else { other.example.clone() }
                })
            };
            test(table, key, &other);
        }
    }
}

#[test]
fn every_example_is_valid_and_what_is_required_is_missed() {
    let file = file();
    let whole = report(&file, example);
    assert_eq!(errors(&whole), [], "{whole}");
    each_key(&file, |table, key, with| {
        let faults = errors(&with(None));
        let is_missed =
            |fault: &Fault| matches!(fault, Fault::MissingKey { key: missing, .. } if *missing == key.name);
        assert_eq!(faults.iter().any(is_missed), key.required, "{}.{}: {faults:?}", table.name, key.name);
    });
}

#[test]
fn every_type_is_the_one_that_the_loader_expects() {
    let file = file();
    each_key(&file, |table, key, with| {
        let name = format!("{}.{}", table.name, key.name);
        let expected = match key.kind.as_str() {
            "text" | "prose" | "word" | "file" | "link" | "month" => Some(ValueType::String),
            "paragraphs" => Some(ValueType::Strings),
            "words" if table.name == "check" => Some(ValueType::String),
            "words" => Some(ValueType::Strings),
            "year" | "number" | "target" => Some(ValueType::Integer),
            "score" | "money" => Some(ValueType::Number),
            "switch" => None,
            "date" => Some(ValueType::Date),
            "table" | "period" => Some(ValueType::Table),
            other => panic!("{name}: {other} is not in this test"),
        };
        // Nothing but a switch is true, and a switch is no number.
        let (wrong, expected) = match expected {
            Some(expected) => ("true", expected),
            None => ("1", ValueType::Boolean),
        };
        // `rules` is a file or several.
        let expected = if name == ".rules" { ValueType::Strings } else { expected };
        let faults = errors(&with(Some(wrong.to_owned())));
        let is_said = |fault: &Fault| matches!(fault, Fault::WrongType { key: of, expected: said, .. } if *of == key.name && *said == expected);
        assert!(faults.iter().any(is_said), "{name}: {faults:?}");
        assert!(file.types.contains_key(&key.kind), "{name}");
    });
}

#[test]
fn every_choice_and_every_default_is_what_the_loader_takes() {
    let file = file();
    // What the documents say, without the file as it is written.
    let views = |text: &str| {
        let loaded = loaded(text);
        let report = loaded.valid_report().unwrap_or_else(|| panic!("{text}{:?}", loaded.diagnostics));
        let data = |document: Document| {
            let mut data = document.view(report, None).data().expect("JSON");
            data.as_object_mut().expect("an object").remove("file");
            data
        };
        Document::ALL.iter().copied().map(data).collect::<Vec<_>>()
    };
    each_key(&file, |table, key, with| {
        let name = format!("{}.{}", table.name, key.name);
        if let Some(choices) = &key.choices {
            let is_list = key.kind == "words";
            let faults = errors(&with(Some(if is_list { "[\"ฝัน\"]" } else { "\"ฝัน\"" }.to_owned())));
            let said = faults.iter().find_map(|fault| match fault {
                Fault::UnknownChoice { choices, .. } | Fault::UnknownColumn { choices, .. } => Some(choices),
                _ => None,
            });
            let said: Vec<&str> = said.unwrap_or_else(|| panic!("{name}: {faults:?}")).split(" | ").collect();
            // A column may also have the heading of the example's own one.
            let said: Vec<&str> = said
                .into_iter()
                .map(|choice| choice.trim_matches('"'))
                .filter(|choice| *choice != "ผู้กำกับดูแล")
                .collect();
            assert_eq!(said, *choices, "{name}");
        }
        if let Some(default) = &key.default {
            assert_eq!(views(&with(None)), views(&with(Some(default.clone()))), "{name}");
            let example = key.example.clone();
            assert_ne!(example.as_ref(), Some(default), "{name}: the example shows the other value");
        }
    });
}

/// `docs/report-file.md` has every key. `UPDATE_DOCS=1` rewrites it.
#[test]
fn the_page_of_the_report_file_is_what_the_keys_say() {
    let file = file();
    let mut page = "# แฟ้มรายงาน · The report file\n\n\
        หน้านี้สร้างจาก `data/keys.toml` ซึ่งมีการทดสอบเทียบกับโปรแกรมทุกคีย์ แฟ้มรายงานเป็นแฟ้มข้อความ UTF-8 แต่ละบรรทัดเป็น `คีย์ = ค่า` ภายใต้หัวข้อในวงเล็บเหลี่ยม\n\
        ตัวเลขในเครื่องหมายคำพูดเป็นเลขอารบิกหรือเลขไทยก็ได้ ตัวเลขนอกเครื่องหมายคำพูดต้องเป็นเลขอารบิก 0-9 ไม่มีลูกน้ำคั่นหลัก\n\n\
        Made from `data/keys.toml`, which a test holds against the program, key by key. The report file is a text file in UTF-8 (TOML): lines\n\
        `key = value` below headings in brackets. Digits in quotes may be Thai or Arabic; numbers without quotes have the digits 0-9 and no commas.\n"
        .to_owned();
    for table in &file.tables {
        let heading = match table.heading() {
            none if none.is_empty() => "บนสุดของแฟ้ม · Top of the file".to_owned(),
            heading => format!("`{heading}`"),
        };
        page += &format!("\n## {heading}\n\n{}\n\n{}\n\n", table.th, table.en);
        page += "| คีย์ key | ความหมาย meaning | ชนิดของค่า type | ถ้าไม่ระบุ if left out | ตัวอย่าง example |\n|---|---|---|---|---|\n";
        for key in &table.keys {
            let kind = &file.types[&key.kind];
            let choices =
                key.choices.iter().flatten().map(|choice| format!(" `{choice}`")).collect::<String>();
            let left_out = match &key.default {
                _ if key.required => "ต้องมี<br>required".to_owned(),
                Some(default) => format!("`{default}`"),
                None => String::new(),
            };
            let example = match &key.example {
                Some(example) => format!("`{} = {example}`", key.name),
                None => {
                    let own = file.tables.iter().find(|table| {
                        table.name == key.name
                            || table.name.strip_suffix("YEAR") == Some(&format!("{}.", key.name))
                    });
                    format!("`{}`", own.unwrap_or_else(|| panic!("{} has no table", key.name)).heading())
                }
            };
            page += &format!(
                "| `{}` | {}<br>{} | {}{choices}<br>{} | {left_out} | {example} |\n",
                key.name, key.th, key.en, kind.th, kind.en
            );
        }
    }
    page += &format!(
        "\n## ตัวอย่างทั้งแฟ้ม · A whole file\n\nมีทุกคีย์ รายงานจริงใช้เพียงบางคีย์ คำสั่ง `ita-report new` สร้างแฟ้มที่สั้นกว่านี้พร้อมคำอธิบาย\n\n\
         With every key. A real report needs only some of them; `ita-report new` writes a shorter file with comments.\n\n```toml\n{}```\n",
        report(&file, example).trim_end().to_owned() + "\n"
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report-file.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(path).expect("the page can be read");
    assert!(written == page, "docs/report-file.md is not what the keys say: run with UPDATE_DOCS=1");
}

/// The scaffold for 2567, as the command writes it.
fn scaffold() -> String {
    let folder = Folder::new();
    folder.run(&["new", "report.toml", "--year", "2567"]).succeeded();
    String::from_utf8(folder.read("report.toml")).expect("UTF-8")
}

/// What a line has behind its `# `, if that is a key or a heading that is not in use.
fn unused(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("# ")?;
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    (rest.starts_with('[') || rest.split_once(" = ").is_some_and(|(key, _)| is_key(key))).then_some(rest)
}

#[test]
fn whatever_a_clerk_takes_into_use_in_the_scaffold_is_valid() {
    let scaffold = scaffold();
    let all: Vec<&str> = scaffold.lines().map(|line| unused(line).unwrap_or(line)).collect();
    assert_eq!(errors(&all.join("\n")), [], "all at once");
    let lines: Vec<&str> = scaffold.lines().collect();
    let mut count = 0;
    for (at, _) in
        lines.iter().enumerate().filter(|(_, line)| unused(line).is_some_and(|rest| !rest.starts_with('[')))
    {
        count += 1;
        // The heading above it, if that is not in use either, and the keys that the table must have.
        let is_heading = |line: &str| unused(line).unwrap_or(line).starts_with('[');
        let top = lines[..at].iter().rposition(|line| is_heading(line)).unwrap_or(0);
        let needs = |line: &str| matches!(unused(line), Some(rest) if rest.starts_with("title = \"ประกาศ") || rest.starts_with("file = ") || rest.starts_with("font = "));
        let next = lines[at..].iter().position(|line| is_heading(line)).map_or(lines.len(), |next| at + next);
        let taken = |(index, line): (usize, &&str)| -> String {
            let is_taken = index == at || index == top || (top..next).contains(&index) && needs(line);
            if is_taken { unused(line).unwrap_or(line).to_owned() } else { (*line).to_owned() }
        };
        let text: Vec<String> = lines.iter().enumerate().map(taken).collect();
        assert_eq!(errors(&text.join("\n")), [], "{}", lines[at]);
    }
    assert!(count > 40, "{count}");
}

/// In use or not, the scaffold has every key, in its table.
#[test]
fn the_scaffold_has_every_key() {
    let text: Vec<String> = scaffold().lines().map(|line| unused(line).unwrap_or(line).to_owned()).collect();
    let tree: toml::Table = toml::from_str(&text.join("\n")).expect("TOML");
    for table in file().tables {
        let mut found = vec![toml::Value::Table(tree.clone())];
        for part in table.name.split('.').filter(|part| !part.is_empty()) {
            let part = if part == "YEAR" { "2566" } else { part };
            let inner = found.iter().filter_map(|value| value.get(part)).cloned();
            found = inner.flat_map(|value| value.as_array().cloned().unwrap_or(vec![value])).collect();
        }
        for key in table.keys {
            assert!(found.iter().any(|value| value.get(&key.name).is_some()), "{}.{}", table.name, key.name);
        }
    }
}
