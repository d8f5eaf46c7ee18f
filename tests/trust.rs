//! What the command promises whatever it is given: nothing but text reaches a terminal, nothing is lost, nothing is left
//! behind, and no message says "internal error" of what a user wrote.
#![cfg(unix)]

mod common;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use common::{Folder, SMALLEST};
use snapbox::cmd::cargo_bin;

/// Runs a line of shell in a folder; `$ita` is the command.
fn shell(folder: &Folder, line: &str, input: &[u8]) -> Output {
    let mut run = Command::new("sh")
        .args(["-c", line])
        .env("ita", cargo_bin("ita-report"))
        .env("ITA_REPORT_LANG", "en")
        .current_dir(folder.path("."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a shell");
    // A command that does not read its input closes it.
    let _ = run.stdin.take().expect("standard input").write_all(input);
    run.wait_with_output().expect("the shell ends")
}

fn error(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("standard error is UTF-8")
}

/// Characters that a terminal would obey.
const HOSTILE: &str = "\u{1b}]0;x\u{7}\r\u{7f}\u{9b}31m\u{202e}\u{2066}";

#[test]
fn nothing_but_text_reaches_a_terminal() {
    let named = format!("x{HOSTILE}.toml");
    let folder = Folder::with_report(SMALLEST);
    folder.write(&named, SMALLEST.replace("title =", "titel ="));
    folder.write("text.toml", SMALLEST.replace("บ้านใหม่", &format!("บ้านใหม่{}", "\u{9b}31m\u{202e}")));
    let output = format!("out{HOSTILE}.pdf");
    for arguments in [
        vec!["check", named.as_str()],
        vec!["check", "--format", "json", &named],
        vec!["check", "text.toml"],
        vec!["check", "--format", "json", "text.toml"],
        vec!["check", HOSTILE],
        vec!["check", "--explain", HOSTILE],
        vec!["check", "--allow", HOSTILE, "report.toml"],
        vec!["render", "report.toml", "-o", &output],
        vec!["render", &named],
        vec!["render", "report.toml", "--document", HOSTILE],
        vec!["render", "report.toml", "--templates", HOSTILE],
        vec!["new", &named],
        vec!["rules", HOSTILE],
        vec![HOSTILE],
        vec!["check", &format!("--{HOSTILE}")],
    ] {
        let run = folder.run(&arguments);
        for shown in [run.stdout(), run.stderr()] {
            let obeyed =
                shown.chars().find(|c| c.is_control() && *c != '\n' || "\u{202e}\u{2066}".contains(*c));
            assert_eq!(obeyed, None, "{arguments:?}: {shown:?}");
        }
    }
    let json = folder.run(&["check", "--format", "json", &named]).stdout();
    let found: Vec<serde_json::Value> = serde_json::from_str(&json).expect("an array");
    assert_eq!(found[0]["file"], named.as_str(), "the name is kept");
}

#[test]
fn a_report_can_come_from_standard_input_and_go_to_standard_output() {
    let folder = Folder::with_report(SMALLEST);
    folder.run(&["render", "report.toml"]).succeeded();
    let pdf = folder.read("report.pdf");
    for line in [
        "\"$ita\" render -",
        "\"$ita\" render - -o -",
        "\"$ita\" render /dev/stdin",
        "cat | \"$ita\" render - | cat",
        "\"$ita\" render report.toml -o -",
        "\"$ita\" render - -o own.pdf && cat own.pdf",
    ] {
        let run = shell(&folder, line, SMALLEST.as_bytes());
        assert!(run.status.success() && run.stdout == pdf, "{line}: {}", error(&run));
    }
    assert_eq!(folder.names(), ["own.pdf", "report.pdf", "report.toml"]);
    let faulty = shell(&folder, "\"$ita\" check -", b"fiscal_year = 2026\n");
    assert_eq!(faulty.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&faulty.stdout).contains("--> -:1:15"), "{faulty:?}");
}

#[test]
fn a_closed_standard_output_is_an_error() {
    let folder = Folder::with_report(SMALLEST);
    for line in
        ["\"$ita\" render report.toml -o - >&-", "\"$ita\" check report.toml >&-", "\"$ita\" rules 2567 >&-"]
    {
        let run = shell(&folder, line, b"");
        assert_eq!(run.status.code(), Some(2), "{line}");
        assert!(error(&run).contains("standard output is closed"), "{line}: {}", error(&run));
    }
    assert!(shell(&folder, "\"$ita\" render report.toml -o - >/dev/null", b"").status.success());
    // A reader that has seen enough is no error.
    let pipe = shell(&folder, "\"$ita\" rules 2567 | head -1 >/dev/null", b"");
    assert_eq!(error(&pipe), "");
}

#[test]
fn a_link_stays_and_its_target_is_written() {
    let folder = Folder::with_report(SMALLEST);
    std::fs::create_dir(folder.path("elsewhere")).expect("a folder");
    for name in ["there.pdf", "not-there.pdf"] {
        let target = folder.path("elsewhere").join(name);
        std::os::unix::fs::symlink(&target, folder.path(name)).expect("a link");
        if name == "there.pdf" {
            std::fs::write(&target, "old").expect("a file");
        }
        folder.run(&["render", "report.toml", "-o", name]).succeeded();
        assert!(std::fs::read(&target).expect("the target").starts_with(b"%PDF"), "{name}");
        assert!(folder.path(name).is_symlink(), "{name}");
    }
    std::os::unix::fs::symlink("no/such/folder/a.pdf", folder.path("lost.pdf")).expect("a link");
    let run = folder.run(&["render", "report.toml", "-o", "lost.pdf"]);
    assert_eq!(run.code(), 2);
    assert!(folder.path("lost.pdf").is_symlink());
}

#[test]
fn what_killed_runs_left_is_cleared_and_what_others_write_is_not() {
    let folder = Folder::with_report(SMALLEST);
    folder.write(".ita-report-killed", "half");
    folder.write(".ita-report-writing", "half");
    folder.write("ita-report-own", "the user's");
    let writing = std::fs::File::open(folder.path(".ita-report-writing")).expect("a file");
    writing.lock().expect("a lock, as a run holds it while it writes");
    folder.run(&["render", "report.toml"]).succeeded();
    assert_eq!(folder.names(), [".ita-report-writing", "ita-report-own", "report.pdf", "report.toml"]);
    drop(writing);
    folder.run(&["new", "next.toml"]).succeeded();
    assert_eq!(folder.names(), ["ita-report-own", "next.toml", "report.pdf", "report.toml"]);
}

/// Kills runs at different moments. The PDF is always one that is whole.
#[test]
fn a_killed_run_tears_nothing() {
    let folder = Folder::with_report(SMALLEST);
    folder.run(&["render", "report.toml"]).succeeded();
    let pdf = folder.read("report.pdf");
    for run in 0..30 {
        let mut child = Command::new(cargo_bin("ita-report"))
            .args(["render", "report.toml"])
            .current_dir(folder.path("."))
            .stderr(Stdio::null())
            .spawn()
            .expect("the command");
        std::thread::sleep(std::time::Duration::from_millis(run * 10));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().expect("the command ends");
        assert!(folder.read("report.pdf") == pdf, "run {run}");
    }
    folder.run(&["render", "report.toml"]).succeeded();
    assert_eq!(folder.names(), ["report.pdf", "report.toml"]);
}

#[test]
fn a_panic_ends_as_one_message_and_touches_nothing() {
    let folder = Folder::with_report(SMALLEST);
    folder.write("report.pdf", "old");
    let run = shell(&folder, "ITA_REPORT_TEST_PANIC=1 \"$ita\" render report.toml", b"");
    let shown = error(&run);
    assert_eq!(run.status.code(), Some(2));
    assert!(shown.contains("a test asks for a panic") && shown.contains("SECURITY.md"), "{shown}");
    assert!(!shown.contains("RUST_BACKTRACE"), "{shown}");
    assert_eq!((folder.read("report.pdf").as_slice(), folder.names().len()), (&b"old"[..], 2));
}

/// What cannot be set, or only in a very long time, is an error at its key. `check` and `render` are of one mind.
#[test]
fn what_cannot_be_set_is_an_error_at_its_key() {
    let measure = |lines: String| format!("{SMALLEST}{lines}\n");
    let many_lines = |count: usize| format!("\"\"\"{}\"\"\"", vec!["ดำเนินการแล้ว"; count].join("\n"));
    let tspans = format!("<text>{}ก{}</text>", "<tspan>".repeat(3_000), "</tspan>".repeat(3_000));
    let mask = |number: usize| {
        format!(
            "<mask id=\"c{}\"><rect width=\"9\" height=\"9\" mask=\"url(#c{number})\"/></mask>",
            number + 1
        )
    };
    let masks = (0..40).map(mask).collect::<String>();
    let effect = "<filter id=\"f\"><feTurbulence baseFrequency=\"0.1\"/></filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>";
    let blur = "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1\"/></filter>";
    let blurs = blur.to_owned() + &"<rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>".repeat(11);
    let large_blurs = &(blur.to_owned() + "<rect width=\"90\" height=\"90\" filter=\"url(#f)\"/>");
    let photo = |file: &str| format!("{SMALLEST}[[photos]]\nfile = \"{file}\"\n");
    for (text, drawing, code, line) in [
        (measure(format!("outcome = \"{}\"", "ก".repeat(10_001))), "", "text-long", 8),
        (measure(format!("outcome = \"{}\"", ".ก".repeat(64_000))), "", "text-long", 8),
        (measure(format!("steps = [\"{}\"]", "a".repeat(100_000))), "", "text-long", 8),
        (measure(format!("outcome = {}", many_lines(201))), "", "text-lines", 207),
        (measure(format!("steps = [{}]", many_lines(256))), "", "text-lines", 207),
        (SMALLEST.replace("เทศบาลตำบลบ้านใหม่", &"บ้าน".repeat(51)), "", "text-long", 4),
        (measure(format!("steps = [\n{}]", "\"ก\",\n".repeat(10_000))), "", "report-long", 10_007),
        (
            measure(format!("results = [\n{}]", format!("\"{}\",\n", "ก".repeat(6_000)).repeat(101))),
            "",
            "report-long",
            108,
        ),
        (
            format!("{SMALLEST}[[evidence]]\ntitle = \"ก\"\nurl = \"https://a.b/{}\"\n", "ก".repeat(790)),
            "",
            "text-long",
            10,
        ),
        (photo("x.svg"), &tspans, "drawing-complex", 9),
        (photo("x.svg"), &masks, "drawing-complex", 9),
        (photo("x.svg"), effect, "drawing-complex", 9),
        (photo("x.svg"), &blurs, "drawing-complex", 9),
        (photo("x.svg"), large_blurs, "drawing-complex", 9),
        (photo("wide.png"), "", "file-too-large", 9),
    ] {
        let folder = Folder::with_report(&text);
        folder.write(
            "x.svg",
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{drawing}</svg>"),
        );
        folder.write(
            "wide.png",
            common::camera::png(&image::DynamicImage::new_luma8(30_001, 1).into_rgb8(), 1),
        );
        let run = folder.run(&["check", "--format", "json", "report.toml"]);
        let found: Vec<serde_json::Value> = serde_json::from_str(&run.stdout()).expect("an array");
        let errors: Vec<_> = found.iter().filter(|found| found["severity"] == "error").collect();
        assert_eq!((run.code(), errors.len()), (1, 1), "{code}: {}", run.stdout());
        assert_eq!((&errors[0]["code"], &errors[0]["line"]), (&code.into(), &line.into()));
        let run = folder.run(&["render", "report.toml"]);
        assert_eq!(run.code(), 1, "{code}: {}", run.stderr());
    }
}

/// The most that a string may have can be set, in each document.
#[test]
fn the_most_that_a_string_may_have_can_be_set() {
    let lines = format!("\"\"\"{}\"\"\"", vec!["ดำเนินการแล้ว"; 200].join("\n"));
    for text in [
        format!(
            "{SMALLEST}outcome = {lines}\nsteps = [{lines}]\nmonitoring = {lines}\n[memo]\nbody = {lines}\n"
        ),
        format!("{SMALLEST}outcome = \"{}\"\nmonitoring = \"{}\"\n", "ก".repeat(10_000), ".ก".repeat(5_000)),
        format!("{SMALLEST}[text]\nintroduction = \"{}\"\n", "คำนำ ".repeat(2_000)),
    ] {
        let folder = Folder::with_report(text);
        folder.run(&["render", "report.toml", "--document", "all"]).succeeded();
    }
}

/// Damaged fonts are errors at `font_dir`, or can be used.
#[test]
fn damaged_fonts_are_told_before_a_document_is_made() {
    let regular = include_bytes!("../fonts/THSarabunPSK-Regular.ttf");
    let bold = include_bytes!("../fonts/THSarabunPSK-Bold.ttf");
    let text = format!("{SMALLEST}[layout]\nfont = \"TH SarabunPSK\"\nfont_dir = \"fd\"\n");
    let folder = Folder::with_report(&text);
    std::fs::create_dir(folder.path("fd")).expect("a folder");
    folder.write("fd/bold.ttf", bold);
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let mut refused = 0;
    for mutation in 0..60 {
        let mut font = regular.to_vec();
        match mutation % 3 {
            0 => (0..20).for_each(|_| font[random(regular.len())] = random(256) as u8),
            // The table directory and the tables near it.
            1 => (0..4).for_each(|_| font[random(2_000)] = random(256) as u8),
            _ => font.truncate(random(regular.len())),
        }
        folder.write("fd/regular.ttf", &font);
        let run = folder.run(&["render", "report.toml", "--lang", "en"]);
        let shown = run.stderr();
        assert!(run.code() == 0 || run.code() == 1, "mutation {mutation}: {shown}");
        assert!(run.code() == 0 || shown.contains("[font-"), "mutation {mutation}: {shown}");
        refused += run.code();
    }
    assert!(refused > 10, "{refused} refused");
}

#[test]
fn own_templates_that_run_away_are_ended() {
    let folder = Folder::with_report(SMALLEST);
    std::fs::create_dir(folder.path("own")).expect("a folder");
    folder.write("report.pdf", "earlier");
    for (template, limits, message, place) in [
        // The place is where the thread happens to be: in the inner loop, or between two runs of it.
        (
            "\n#for a in range(100000) { for b in range(100000) { let c = b } }",
            "--time-limit 1",
            "after 1 s",
            Some("2:"),
        ),
        // Typst remembers the results of calls, so each call is another one.
        (
            "#let f(n, k) = if n > 0 { f(n - 1, 2 * k) + f(n - 1, 2 * k + 1) } else { 0 }\n#f(40, 1)",
            "--time-limit 1 --memory-limit 9000",
            "after 1 s",
            Some(""),
        ),
        (
            "\n\n#let s = \"\"\n#for a in range(1000000000) { s = s + \"aaaa\" }",
            "--memory-limit 128",
            "128 MiB",
            Some("4:"),
        ),
        ("#let s = \"a\" * 4000000000", "--memory-limit 128", "128 MiB", Some("1:1")),
        ("#range(1000000000).map(n => n)", "--memory-limit 128", "128 MiB", Some("1:2")),
        // More than any system gives. The process cannot tell what asked for it.
        ("#let s = \"a\" * 4000000000000000000", "", "more memory than this computer has", None),
    ] {
        folder.write("own/summary.typ", template);
        let line =
            format!("\"$ita\" render report.toml --document summary -o report.pdf --templates own {limits}");
        let output = shell(&folder, &line, b"");
        let error = error(&output);
        assert!(matches!(output.status.code(), Some(2)), "{template}: {:?} {error}", output.status);
        assert!(error.contains(message) && !error.contains("internal error"), "{template}: {error}");
        if let Some(place) = place {
            assert!(error.contains(&format!("own/summary.typ:{place}")), "{template}: {error}");
        }
        assert_eq!(folder.read("report.pdf"), b"earlier", "{template}");
    }
    assert_eq!(folder.names(), ["own", "report.pdf", "report.toml"]);
}

#[test]
fn pipes_and_links_to_themselves_in_the_folder_stop_nothing() {
    let folder = Folder::with_report(SMALLEST);
    let output =
        shell(&folder, "mkfifo pipe && ln -s loop.pdf loop.pdf && \"$ita\" render report.toml -o a.pdf", b"");
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    let output = shell(&folder, "\"$ita\" render report.toml -o loop.pdf", b"");
    assert_eq!(output.status.code(), Some(2), "{}", error(&output));
    assert!(folder.path("loop.pdf").is_symlink());
    let output = shell(&folder, "cat pipe | wc -c & \"$ita\" render report.toml -o pipe && wait", b"");
    let length: usize = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number");
    assert_eq!(length, folder.read("a.pdf").len());
}

#[test]
fn of_very_many_findings_a_thousand_are_shown() {
    let keys: String = (0..1_500).map(|number| format!("resluts{number} = 1\n")).collect();
    let folder = Folder::with_report(format!("{SMALLEST}{keys}"));
    let run = folder.run(&["check", "--lang", "en", "report.toml"]);
    assert_eq!(run.stdout().matches("[unknown-key]").count(), 1_000);
    assert!(run.stdout().contains("500 more are not shown"), "{}", run.stdout());
    let run = folder.run(&["check", "--format", "json", "report.toml"]);
    assert_eq!(run.stdout().matches("\"unknown-key\"").count(), 1_500);
}
