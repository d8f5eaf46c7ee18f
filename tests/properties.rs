//! What holds for any text and any file, with generated ones: nothing panics, every place is a place in the file, and
//! what `check` accepts can be set.
//!
//! `PROPTEST_CASES=10000 cargo test --release --test properties` tries more of them. `fuzz/` goes further.

mod common;

use common::{SMALLEST, example};
use ita_report::files::MemoryFiles;
use ita_report::fonts::Fonts;
use ita_report::report::Severity;
use ita_report::thai::numbers::{Owner, numbers};
use ita_report::thai::{Date, FiscalYear, Numerals, Run, breaks, characters, digits, spaced_eras, words};
use ita_report::typeset::stages;
use ita_report::{Document, Engine, Format, Profile, check};
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces of text that are hard in some way: titles, signs, marks without a letter, other scripts, invisible and control
/// characters, placeholders, numbers, addresses.
const PIECES: &[&str] = &[
    "นาย",
    "นาง",
    "นางสาว",
    "ดร.",
    "นายก",
    "ฯ",
    "ๆ",
    "ฯลฯ",
    "การ",
    "ความ",
    "ที่",
    "ณ",
    "เทศบาล",
    "ตัวชี้วัด",
    "คะแนน",
    "ร้อยละ",
    "เพิ่มขึ้น",
    "ผ่านดี",
    "พ.ศ.",
    "ต.ค.",
    "ปีงบประมาณ",
    "สำนักปลัด",
    "บ้านใหม่",
    "ทรัพย์",
    "สิทธิ์",
    "เเ",
    "แ",
    "์",
    "่",
    "ำ",
    "ะ",
    "กำ",
    "ก่ำ",
    "๐",
    "๒๕๖๗",
    "97.5",
    "1,000",
    "-",
    "–",
    "/",
    "(",
    ")",
    "“",
    "”",
    "=",
    ":",
    " ",
    "  ",
    "\n",
    "\t",
    "\u{A0}",
    "\u{200B}",
    "\u{AD}",
    "\u{202E}",
    "\u{FEFF}",
    "\u{1B}",
    "\u{9B}",
    "\u{F70A}",
    "{total}",
    "{year}",
    "{",
    "}",
    "{{",
    "a",
    "ITA",
    "O34",
    "v๒",
    "ISO",
    "9001:2015",
    ".",
    "No Gift Policy",
    "https://a.th/?q=ก",
    "x@y.th",
    "ລາວ",
    "ကမ္ဘာ",
    "漢字",
    "עברית",
    "العربية",
    "é",
    "e\u{301}",
    "😀",
    "👨‍👩‍👧",
    "\u{10FFFF}",
    "\"",
    "\\",
    "#",
    "$",
    "*",
    "_",
    "[",
    "]",
    "@",
    "<",
    ">",
    "&",
    "\u{0}",
    "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
];

fn text() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![8 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Text that a report may have: nothing that the loader refuses, and only characters that the fonts have.
fn lawful_text() -> impl Strategy<Value = String> {
    let fonts = Fonts::embedded();
    text().prop_map(move |text| {
        let refused =
            |c: char| c.is_control() && c != '\n' || characters::is_private_use(c) || matches!(c, '{' | '}');
        let text: String = text.chars().filter(|c| !refused(*c) && !fonts.lacks(*c)).collect();
        if characters::is_blank(&text) { "ผล".to_owned() } else { text }
    })
}

/// Writes a string as TOML.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04X}", c as u32),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// A value of any type.
fn value() -> impl Strategy<Value = String> {
    let text = || text().prop_map(|text| quoted(&text));
    prop_oneof![
        6 => text(),
        2 => prop::collection::vec(text(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
        1 => any::<i64>().prop_map(|number| number.to_string()),
        1 => any::<f64>().prop_map(|number| format!("{number:?}")),
        1 => select(vec!["true", "2024-10-01", "1e400", "inf", "nan", "{}", "[[]]", "{ 1 = 97.5 }", "0x7f", "97.55"])
            .prop_map(str::to_owned),
    ]
}

/// Report files with known and unknown keys in any table, and values of any type.
fn file() -> impl Strategy<Value = String> {
    let head = select(vec![
        "[agency]",
        "[scores.2566]",
        "[scores.2567]",
        "[[measures]]",
        "[text]",
        "[lessons]",
        "[[photos]]",
        "[[evidence]]",
        "[[signatures]]",
        "[memo]",
        "[layout]",
        "[check]",
        "[fonts]",
        "[plan]",
    ]);
    let key = select(vec![
        "name",
        "short_name",
        "title",
        "target",
        "responsible",
        "period",
        "steps",
        "results",
        "outcome",
        "monitoring",
        "budget",
        "total",
        "indicators",
        "file",
        "caption",
        "url",
        "introduction",
        "conclusion",
        "obstacles",
        "recommendations",
        "position",
        "date",
        "number",
        "to",
        "through",
        "documents",
        "subject",
        "font",
        "numerals",
        "allow",
        "columns",
        "kpi",
        "goal",
        "stage",
        "resluts",
        "ชื่อ",
        "measure",
        "level",
        "website",
    ]);
    let line = (key, value()).prop_map(|(key, value)| {
        format!("{} = {value}\n", if key.is_ascii() { key.to_owned() } else { quoted(key) })
    });
    let table = (head, prop::collection::vec(line, 0..6))
        .prop_map(|(head, lines)| format!("{head}\n{}", lines.concat()));
    let year = prop_oneof![
        Just("fiscal_year = 2567\n".to_owned()),
        value().prop_map(|value| format!("fiscal_year = {value}\n"))
    ];
    (year, prop::collection::vec(table, 0..8)).prop_map(|(year, tables)| year + &tables.concat())
}

/// The example with some of its parts cut out, doubled, or replaced.
fn damaged_example() -> impl Strategy<Value = String> {
    let slip = (any::<prop::sample::Index>(), 0..40_usize, text());
    (any::<bool>(), prop::collection::vec(slip, 1..5)).prop_map(|(published, slips)| {
        let name = if published { "muang-mu-2567-as-published.toml" } else { "muang-mu-2567.toml" };
        let mut file = example(name);
        for (at, length, text) in slips {
            let at = file.floor_char_boundary(at.index(file.len()));
            let end = file.ceil_char_boundary((at + length).min(file.len()));
            file.replace_range(at..end, &text);
        }
        file
    })
}

/// Loads, checks and views a file. Nothing may panic, and every place must be in the file.
fn try_file(bytes: &[u8]) -> Result<(), TestCaseError> {
    let loaded = Engine::new().load("report.toml", bytes, &MemoryFiles::new());
    for finding in check::check(&loaded, &[]).findings {
        let source = &loaded.sources[finding.file];
        let places = finding.related.iter().map(|place| &place.span).chain([&finding.span]);
        for span in places {
            prop_assert!(source.text().get(span.clone()).is_some(), "{} is at {span:?}", finding.code);
            prop_assert!(source.position(span.start) <= source.position(span.end));
        }
    }
    if let Some(report) = &loaded.report {
        for document in Document::ALL {
            document.view(report, None);
        }
    } else {
        prop_assert!(loaded.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error));
    }
    Ok(())
}

/// The usual number of cases times `share` eighths. A failing case is printed, not stored.
fn cases(share: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases * share / 8).max(1), failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn any_text_is_cut_into_words_and_lines(text in text(), letters in 1..80_usize) {
        let mut end = 0;
        for word in words::words(&text) {
            prop_assert!(word.range.start >= end && !text[word.range.clone()].is_empty());
            prop_assert!(text[word.range.clone()].chars().all(characters::is_letter));
            end = word.range.end;
        }
        let names = words::automaton_of_names(text.lines());
        for (start, run) in Run::all(&text) {
            prop_assert_eq!(&text[start..start + run.as_str().len()], run.as_str());
            prop_assert_eq!(run.letter_count(), run.as_str().chars().count());
        }
        let places = breaks::opportunities(&text, &names);
        prop_assert!(places.is_sorted_by(|a, b| a.at < b.at));
        for place in &places {
            prop_assert!(place.at > 0 && place.at < text.len() && text.is_char_boundary(place.at));
        }
        let ends = stages::line_ends(&text, letters);
        let places: Vec<usize> = breaks::opportunities(&text, &[]).iter().map(|place| place.at).collect();
        prop_assert!(ends.is_sorted() && ends.iter().all(|end| places.contains(end)));
        prop_assert!(text.ends_with(words::own_name(&text)));
        words::ends_with_prefix(&text);
        words::width(&text);
    }

    #[test]
    fn digits_keep_their_values(text in text(), number in any::<usize>()) {
        let value = digits::to_arabic;
        prop_assert_eq!(value(&Numerals::Thai.convert(&text)), value(&text));
        prop_assert_eq!(value(&Numerals::Thai.integer(number)), number.to_string());
        for c in text.chars() {
            prop_assert_eq!(digits::is_digit(c), digits::digit(c).is_some());
        }
    }

    #[test]
    fn what_is_joined_has_digits_of_one_kind(text in text()) {
        let set = Numerals::Thai.convert(&text);
        prop_assert_eq!(&Numerals::Thai.convert(&set), &set);
        for number in numbers(&set) {
            let whole = &set[number.range];
            let arabic = whole.contains(|c: char| c.is_ascii_digit());
            let thai = whole.contains(|c: char| digits::is_digit(c) && !c.is_ascii());
            match number.owner {
                Owner::Text => prop_assert!(!arabic, "{}", whole),
                Owner::Name => prop_assert!(!(arabic && thai), "{}", whole),
                Owner::Address => {}
            }
        }
    }

    #[test]
    fn only_spaces_change_before_the_year_of_an_era(text in text()) {
        let squeezed = |text: &str| text.split(char::is_whitespace).collect::<String>();
        let spaced = spaced_eras(&text);
        prop_assert_eq!(squeezed(&spaced), squeezed(&text));
        prop_assert_eq!(&spaced_eras(&spaced), &spaced);
        // Digits and spaces are set in either order.
        let set = Numerals::Thai.convert(&spaced);
        prop_assert_eq!(&spaced_eras(&set), &set);
    }

    #[test]
    fn any_number_is_a_date_or_none(
        seconds in prop_oneof![any::<i64>(), 0..5_000_000_000_i64],
        year in prop_oneof![any::<i32>(), 1900..2100_i32, 2400..2700_i32],
        month in prop_oneof![any::<u32>(), 0..14_u32],
        day in 0..40_u32,
    ) {
        Date::from_unix(seconds).map(Date::long);
        for date in [Date::buddhist(year, month, day), Date::of_either_era(year, month, day)] {
            prop_assert!(date.is_none_or(|date| !date.long().is_empty()));
        }
        if let Ok(year) = FiscalYear::new(year.into()) {
            prop_assert!(year.previous() <= year && !year.months().short().is_empty());
        }
    }

    #[test]
    fn any_file_is_read_and_checked(file in file()) {
        try_file(file.as_bytes())?;
    }

    #[test]
    fn a_damaged_file_is_read_and_checked(file in damaged_example()) {
        try_file(file.as_bytes())?;
    }

    #[test]
    fn any_bytes_are_read_and_checked(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        try_file(&bytes)?;
    }
}

proptest! {
    // Setting a document takes fifty times as long as reading one.
    #![proptest_config(cases(1))]

    #[test]
    fn what_check_accepts_can_be_set(
        texts in prop::collection::vec(lawful_text(), 8),
        document in select(Document::ALL),
        profile in select(Profile::ALL.to_vec()),
    ) {
        let [step, result, outcome, title, caption, obstacle, name, closing] = &texts.iter().map(|text| quoted(text)).collect::<Vec<_>>()[..]
        else {
            unreachable!("eight texts")
        };
        let report = format!(
            "{SMALLEST}steps = [{step}, {result}]\nresults = [{result}]\noutcome = {outcome}\n\n[[measures]]\ntitle = {title}\n\n\
             [[evidence]]\ntitle = {caption}\nurl = \"https://www.example.go.th\"\n\n[lessons]\nobstacles = [{obstacle}]\n\n\
             [[signatures]]\nname = {name}\nposition = {title}\n\n[text]\nclosing = {closing}\n"
        );
        let engine = Engine::new();
        let loaded = engine.load("report.toml", report.as_bytes(), &MemoryFiles::new());
        let findings = check::check(&loaded, &[]).findings;
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
        let report = loaded.valid_report().expect("a report without errors");
        let made = engine.make(report, document, Format::Pdf, profile);
        prop_assert!(made.is_ok(), "{:?}", made.err());
    }
}
