//! What `check` finds: every rule in its own example, the errors of the published report at their lines, the errors
//! planted in reports, and nothing in clean reports.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{Folder, SMALLEST, example};
use ita_report::check::{self, Explanation, RULES};
use ita_report::files::MemoryFiles;
use ita_report::report::load;
use serde_json::Value;

/// The findings that `check --format json` prints for a report file with this text, in the given language.
fn findings(report: &str, language: &str) -> Vec<Value> {
    let folder = Folder::with_report(report);
    // Some rules' examples name these pictures.
    fs::copy(path("docs/example-1.png"), folder.path("large.png")).expect("a picture can be copied");
    folder.write("meeting.png", picture());
    folder.write("empty.svg", drawing(""));
    folder.write("flowchart.svg", drawing("<foreignObject><div>ขั้นที่หนึ่ง</div></foreignObject>"));
    common::findings(&folder, language)
}

/// The findings as codes and lines.
fn found(report: &str) -> Vec<(String, u64)> {
    common::codes_and_lines(&findings(report, "th"))
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files in `folder` whose names end with `extension`, sorted.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(path(folder)).expect("the folder can be read");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(extension));
    files.sort();
    assert!(!files.is_empty());
    files
}

fn drawing(content: &str) -> String {
    format!("<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>{content}</svg>")
}

/// A PNG picture of 2 by 1 pixels.
fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let pixels = [255, 255, 255, 0, 0, 0];
    image::write_buffer_with_format(
        &mut bytes,
        &pixels,
        2,
        1,
        image::ColorType::Rgb8,
        image::ImageFormat::Png,
    )
    .expect("a picture can be written");
    bytes.into_inner()
}

/// Completes a rule's example to a whole report file.
fn whole(example: &str) -> String {
    let mut report = "fiscal_year = 2567\n".to_owned();
    if !example.contains("[agency]") {
        report += "[agency]\nname = \"เทศบาลตำบลบ้านใหม่\"\n";
    }
    if !example.contains("[[measures]]") {
        report += "[[measures]]\ntitle = \"มาตรการป้องกันการทุจริต\"\n";
    }
    report + example + "\n"
}

#[test]
fn every_rule_finds_its_own_example_and_says_so_in_both_languages() {
    for rule in RULES {
        let report = whole(&rule.english().example);
        for language in ["th", "en"] {
            let findings = findings(&report, language);
            let found = findings.iter().find(|finding| finding["code"] == rule.code);
            let found =
                found.unwrap_or_else(|| panic!("{} is not found in its example: {findings:?}", rule.code));
            let evidence = found["evidence"].as_array().expect("an array").iter().map(|e| &e["message"]);
            for text in [&found["message"], &found["help"]].into_iter().chain(evidence) {
                let text = text.as_str().unwrap_or_else(|| panic!("{}: a text", rule.code));
                // A value that was not filled in shows up as `{$name}`; a missing part of a message is null.
                assert!(
                    !text.is_empty() && !text.contains("{$") && text != rule.code,
                    "{}: {text}",
                    rule.code
                );
                let thai = text.contains(|c| matches!(c, 'ก'..='ฮ'));
                assert!(language == "en" || thai, "{}: {text}", rule.code);
            }
        }
    }
}

#[test]
fn every_rule_explains_itself() {
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), RULES.len(), "each code once");
    for rule in RULES {
        for Explanation { title, text, example } in [rule.english(), rule.thai()] {
            assert!(!title.is_empty() && text.len() > 60 && example.contains('='), "{}", rule.code);
        }
        assert!(rule.thai().title.contains(|c| matches!(c, 'ก'..='ฮ')), "{}", rule.code);
        let run = Folder::new().run(&["check", "--explain", rule.code]);
        assert_eq!(run.code(), 0);
        assert!(run.stdout().contains(&rule.thai().title) && run.stdout().contains(&rule.thai().text));
        let run = Folder::new().run(&["check", "--explain", rule.code, "--lang", "en"]);
        assert!(run.stdout().contains(&rule.english().text));
    }
    let run = Folder::new().run(&["check", "--explain", "total-mena"]);
    assert_eq!((run.code(), run.stderr().contains("total-mean")), (2, true));
}

/// `UPDATE_DOCS=1` rewrites `docs/rules.md`.
#[test]
fn the_page_of_rules_is_what_the_rules_say() {
    let mut page = "# Rules of `ita-report check`\n\nMade from the rules themselves (`src/check/rules/`) by the test that \
        holds it against them. A rule warns and can be silenced: in a file by `[check] allow = [\"code\"]`, for a run by \
        `--allow CODE`. What is marked as an error cannot. `ita-report check --explain CODE` prints one of these in Thai, with `--lang en` in \
        English.\n\n| code | finds |\n|---|---|\n"
        .to_owned();
    for rule in RULES {
        let error = if rule.can_be_allowed() { "" } else { " An error." };
        page += &format!("| [`{0}`](#{0}) | {1}{error} |\n", rule.code, rule.english().title);
    }
    for rule in RULES {
        let (english, thai) = (rule.english(), rule.thai());
        page += &format!(
            "\n## {}\n\n{}\n\n{}\n\n**{}** {}\n\n```toml\n{}\n```\n",
            rule.code, english.title, english.text, thai.title, thai.text, english.example
        );
    }
    let file = path("docs/rules.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(file).expect("the page can be read");
    assert!(written == page, "docs/rules.md is not what the rules say: run with UPDATE_DOCS=1");
}

#[test]
fn the_fixed_example_is_clean_but_for_a_total_that_is_explained() {
    let found = findings(&example("muang-mu-2567.toml"), "th");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["code"], &found[0]["line"]), (&"total-mean".into(), &23.into()));
    let message = found[0]["message"].as_str().expect("a message");
    for figure in ["2566", "97.72", "97.685", "0.035"] {
        assert!(message.contains(figure), "{message}");
    }
    assert!(found[0]["help"].as_str().expect("help").contains("ไม่ได้เผยแพร่"), "says why it may be right");
}

/// The errors of the published report. They were listed by hand before the program existed.
#[test]
fn the_published_report_has_its_errors_at_their_lines() {
    let report = example("muang-mu-2567-as-published.toml");
    let found = found(&report);
    let line = |text: &str| -> Vec<u64> {
        (1..).zip(report.lines()).filter(|(_, line)| line.contains(text)).map(|(number, _)| number).collect()
    };
    let at = |code: &str| -> Vec<u64> { found.iter().filter(|f| f.0 == code).map(|f| f.1).collect() };
    // 1. Measure 3 shows indicator 6's scores.
    assert_eq!(at("score-in-prose"), [102, 103]);
    // 2. Wrong differences, and falls without a minus sign.
    assert_eq!(at("difference-in-prose"), [104, 176]);
    assert_eq!(at("direction-in-prose"), [53, 151]);
    // 3. A level next to the score of an indicator; only totals have levels.
    assert_eq!(at("level-of-indicator"), [79, 104, 127, 151, 176]);
    // 4. Repeated sentences.
    assert_eq!(at("repeated-outcome"), [128, 152]);
    assert_eq!(at("repeated-result"), [169, 170]);
    // 5. Steps without a result, in measures 1 and 3, and a fall that nothing explains.
    assert_eq!(at("steps-without-results"), [46, 96]);
    assert_eq!(at("unexplained-change"), [21]);
    // 6. Names and words: every line with ม่วงหมู or ม่วงหมุ่.
    let mut wrong: Vec<u64> = at("agency-name");
    wrong.dedup();
    let mut expected = line("ม่วงหมุ่");
    expected.extend(
        (1..)
            .zip(report.lines())
            .filter(|(_, l)| {
                l.match_indices("ม่วงหมู").any(|(at, name)| !l[at + name.len()..].starts_with('่'))
                    && !l.starts_with('#')
            })
            .map(|(number, _)| number),
    );
    expected.retain(|number| *number > 9);
    expected.sort_unstable();
    assert_eq!(wrong, expected);
    assert_eq!(at("agency-name").len(), 11, "each occurrence, three of them on line 30");
    assert_eq!(at("doubled-word"), [156]);
    // 7. The total of 2566, which rounding does not explain. It explains that of 2567.
    assert_eq!(at("total-mean"), [14]);
    // 8. Scores without decimals next to scores with two, and dashes in periods with a space on one side only.
    assert_eq!(at("uneven-decimals"), [126, 149, 174]);
    assert_eq!(at("one-sided-dash"), line("period = "));
    // Besides these, only a space before ฯ.
    assert_eq!(at("space-before-mark"), [163]);
    assert_eq!(found.len(), 41);
}

#[test]
fn clean_reports_have_no_warnings() {
    for file in files("tests/checked/clean", ".toml") {
        let report = fs::read_to_string(&file).expect("a report");
        assert_eq!(found(&report), [], "{}", file.display());
    }
}

/// Each report has a key file with a line for each planted error: the lines where it may be reported, the code of the
/// rule that finds it, and a description.
#[test]
fn what_was_planted_is_found_at_its_line_and_nothing_else() {
    let (mut planted, mut missed, mut others) = (0, Vec::new(), Vec::new());
    for file in files("tests/checked/planted", ".toml") {
        let found = found(&fs::read_to_string(&file).expect("a report"));
        let key = fs::read_to_string(file.with_extension("key.tsv")).expect("its key");
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let mut places: Vec<(Vec<u64>, &str)> = Vec::new();
        for line in key.lines() {
            let [lines, code, _] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{name}: {line}") };
            assert!(check::rule(code).is_some(), "{name}: {code}");
            places.push((lines.split(',').map(|line| line.parse().expect("a line")).collect(), code));
        }
        planted += places.len();
        let is = |(lines, code): &(Vec<u64>, &str), (found, line): &(String, u64)| {
            found == code && lines.contains(line)
        };
        let lost = places.iter().filter(|place| !found.iter().any(|finding| is(place, finding)));
        missed.extend(lost.map(|place| format!("{name} {place:?}")));
        let of_rules = found.iter().filter(|(code, _)| check::rule(code).is_some());
        let beside = of_rules.filter(|finding| !places.iter().any(|place| is(place, finding)));
        others.extend(beside.map(|finding| format!("{name} {finding:?}")));
    }
    assert!(planted > 200);
    assert_eq!((missed, others), (Vec::new(), Vec::new()), "of {planted}");
}

#[test]
fn rules_are_silenced_by_their_code_and_an_unknown_one_is_an_error() {
    let doubled = format!("{SMALLEST}outcome = \"การการป้องกัน\"\n");
    let codes = |report: &str| found(report).into_iter().map(|f| f.0).collect::<Vec<_>>();
    assert!(codes(&doubled).contains(&"doubled-word".to_owned()));
    let allowed = format!("{doubled}[check]\nallow = [\"doubled-word\"]\n");
    assert!(!codes(&allowed).contains(&"doubled-word".to_owned()));
    let unknown = format!("{doubled}[check]\nallow = [\n  \"doubled-word\",\n  \"doubled-wrod\"]\n");
    assert!(found(&unknown).contains(&("unknown-rule".to_owned(), 12)));
    let folder = Folder::with_report(&unknown);
    let run = folder.run(&["check", "report.toml"]);
    assert_eq!((run.code(), run.stdout().contains("doubled-word”")), (1, true), "{}", run.stdout());

    let folder = Folder::with_report(&doubled);
    let run = folder.run(&["check", "--allow", "doubled-word", "--allow", "missing-scores", "report.toml"]);
    assert!(run.code() == 0 && !run.stdout().contains("[doubled-word]"), "{}", run.stdout());
    let run = folder.run(&["check", "--allow", "doubled-wrod", "report.toml"]);
    assert_eq!((run.code(), run.stderr().contains("doubled-word")), (2, true));
    assert_eq!(folder.run(&["render", "--allow", "x", "report.toml"]).code(), 2);
    // Errors cannot be silenced.
    assert_eq!(folder.run(&["check", "--allow", "unknown-key", "report.toml"]).code(), 2);
}

/// With the product of the instruments' sizes as common denominator, the total would not fit into 64 bits.
#[test]
fn the_mean_of_many_instruments_is_compared_with_the_total() {
    let weights: String =
        (0..33).map(|number| format!("I{number} = {}\n", if number == 0 { 4 } else { 3 })).collect();
    let indicators: String = (1..=99)
        .map(|number| {
            let instrument = number % 33;
            format!("[[indicators]]\nnumber = {number}\ninstrument = \"I{instrument}\"\nname = \"ด้านที่ {number}\"\n")
        })
        .collect();
    let level = "[[levels]]\nname = \"ผ่าน\"\ntotal = 0\npassed = true\n";
    let rules = format!("year = 2567\n[weights]\n{weights}{level}{indicators}");
    let mut files = MemoryFiles::new();
    files.insert("rules.toml", rules.as_bytes()).expect("a plain name");
    let scores: Vec<String> = (1..=99).map(|number| format!("{number} = 90")).collect();
    let codes = |total: &str| -> Vec<&str> {
        let results = format!("[scores.2567]\ntotal = {total}\nindicators = {{ {} }}\n", scores.join(", "));
        let report = format!("rules = \"rules.toml\"\n{SMALLEST}{results}");
        let loaded = load("report.toml", report.as_bytes(), &files);
        assert!(loaded.valid_report().is_some(), "{:?}", loaded.diagnostics);
        check::check(&loaded, &[]).findings.iter().map(|finding| finding.code).collect()
    };
    assert!(!codes("90").contains(&"total-mean"));
    assert!(codes("91").contains(&"total-mean"));
}

#[test]
fn strict_makes_warnings_fail() {
    let folder = Folder::with_report(format!("{SMALLEST}outcome = \"การการป้องกัน\"\n"));
    assert_eq!(folder.run(&["check", "report.toml"]).code(), 0);
    assert_eq!(folder.run(&["check", "--strict", "report.toml"]).code(), 1);
}

#[test]
fn render_warns_in_one_line_and_stops_at_errors_unless_forced() {
    let folder = Folder::with_report(example("muang-mu-2567-as-published.toml"));
    let run = folder.run(&["render", "report.toml"]).succeeded();
    let lines: Vec<String> = run.stderr().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[0].contains("คำเตือน 41 จุด") && lines[0].contains("ita-report check report.toml"),
        "{lines:?}"
    );

    let wrong = format!("{SMALLEST}outcome = \"ปี {{yaer}} ได้ {{total}}\"\nstepss = [\"ก\"]\n");
    let folder = Folder::with_report(&wrong);
    let run = folder.run(&["render", "report.toml"]);
    assert_eq!((run.code(), folder.names()), (1, vec!["report.toml".to_owned()]));
    let run = folder.run(&["render", "--force", "report.toml"]).succeeded();
    assert!(run.stderr().contains("unknown-key") && run.stderr().contains("unknown-placeholder"));
    assert!(folder.read("report.pdf").starts_with(b"%PDF"));
    // `--force` cannot set a character that no font has either. The old PDF stays.
    folder.write("report.toml", wrong.replace("ได้", "😀"));
    let before = folder.read("report.pdf");
    assert_eq!(folder.run(&["render", "--force", "report.toml"]).code(), 1);
    assert_eq!(folder.read("report.pdf"), before);
    folder.write("report.toml", "fiscal_year = 2567\n");
    assert_eq!(folder.run(&["render", "--force", "report.toml"]).code(), 1);
}

#[test]
fn the_checklist_says_what_is_present_and_what_is_missing() {
    let checklist = |report: &str, language: &str| {
        let run = Folder::with_report(report).run(&["check", "--lang", language, "report.toml"]);
        let lines = run.stdout();
        lines
            .lines()
            .filter(|line| line.starts_with("  + ") || line.starts_with("  - "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let lines = checklist(&example("muang-mu-2567.toml"), "th");
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.starts_with("  + มี")), "{lines:?}");
    let report = format!(
        "{SMALLEST}results = [\"ประกาศนโยบาย\"]\n[[measures]]\ntitle = \"มาตรการที่สอง\"\nresponsible = \"สำนักปลัด\"\n"
    );
    assert_eq!(
        checklist(&report, "en"),
        [
            "  - missing what was done for each measure: measure 2",
            "  - missing what each measure achieved",
            "  - missing what the previous year's ITA results were used for",
        ]
    );
}

#[test]
fn photographs_want_captions_and_pixels() {
    let photo = |lines: &str| {
        found(&format!("{SMALLEST}[[photos]]\n{lines}\n")).into_iter().map(|f| f.0).collect::<Vec<_>>()
    };
    let small = photo("file = \"meeting.png\"\ncaption = \"ประชุมคณะทำงาน\"");
    assert!(
        small.contains(&"photo-resolution".to_owned())
            && !small.contains(&"photo-without-caption".to_owned())
    );
    let large = photo("file = \"large.png\"");
    assert!(
        !large.contains(&"photo-resolution".to_owned())
            && large.contains(&"photo-without-caption".to_owned())
    );
}

/// `check` must not panic, whatever a report says: characters are removed, inserted, replaced and swapped at random.
#[test]
fn no_text_makes_it_panic() {
    let report = example("muang-mu-2567-as-published.toml");
    let mut state = 20_671_001_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let odd = [
        '่', 'เ', 'ำ', 'ํ', 'ๆ', 'ฯ', ' ', '-', '–', '(', '”', '๙', '9', '.', ',', '/', '=', '\u{200B}', 'A',
        'ั', '%', '\u{301}',
    ];
    for _ in 0..300 {
        let mut characters: Vec<char> = report.chars().collect();
        for _ in 0..40 {
            let at = random(characters.len());
            match random(4) {
                0 => drop(characters.remove(at)),
                1 => characters.insert(at, odd[random(odd.len())]),
                2 => characters[at] = odd[random(odd.len())],
                _ => {
                    let other = random(characters.len());
                    characters.swap(at, other);
                }
            }
        }
        let text: String = characters.into_iter().collect();
        let loaded = load("report.toml", text.as_bytes(), &MemoryFiles::new());
        check::check(&loaded, &[]);
    }
    // The same within strings only, so that the file stays a valid report.
    for _ in 0..300 {
        let mut lines: Vec<String> = report.lines().map(str::to_owned).collect();
        for line in lines.iter_mut().filter(|line| line.starts_with("    \"")) {
            let mut characters: Vec<char> = line.chars().collect();
            for _ in 0..3 {
                let at = 5 + random(characters.len() - 7);
                let c = odd[random(odd.len())];
                if random(2) == 0 { characters.insert(at, c) } else { characters[at] = c }
            }
            *line = characters.into_iter().collect();
        }
        let loaded = load("report.toml", lines.join("\n").as_bytes(), &MemoryFiles::new());
        let checked = check::check(&loaded, &[]);
        assert!(checked.findings.iter().all(|f| loaded.source().text().get(f.span.clone()).is_some()));
        assert!(loaded.valid_report().is_some());
    }
}
