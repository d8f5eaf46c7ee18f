//! Tells what a file is that is no report: by its first bytes if it is no text, by its lines if it is one. The names of kinds
//! are those of the message `not-a-report`.

use std::sync::LazyLock;

use regex::Regex;

use crate::pictures::ForeignKind;
use crate::report::keys;

/// What the file is, if its bytes say that it is no text.
pub(super) fn kind_of_bytes(bytes: &[u8]) -> Option<&'static str> {
    let has = |part: &[u8]| bytes.windows(part.len()).take(100_000).any(|window| window == part);
    let begins = |part: &[u8]| bytes.starts_with(part);
    let text_start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let text_begins =
        |part: &[u8]| text_start.get(..part.len()).is_some_and(|start| start.eq_ignore_ascii_case(part));
    match () {
        () if bytes.iter().all(|b| *b == 0) => Some("empty"),
        () if begins(b"PK\x03\x04") && has(b"xl/") => Some("xlsx"),
        () if begins(b"PK\x03\x04") && has(b"word/") => Some("docx"),
        () if begins(b"PK\x03\x04") && has(b"opendocument.spreadsheet") => Some("xlsx"),
        () if begins(b"PK\x03\x04") && has(b"opendocument.text") => Some("docx"),
        () if begins(b"PK\x03\x04") || begins(b"Rar!") || begins(b"7z\xBC\xAF") => Some("archive"),
        () if begins(b"%PDF") => Some("pdf"),
        () if begins(b"\xD0\xCF\x11\xE0") => Some("office"),
        () if text_begins(b"{\\rtf") => Some("docx"),
        () if text_begins(b"<!doctype html") || text_begins(b"<html") => Some("html"),
        () if text_begins(b"<svg") || text_begins(b"<?xml") && has(b"<svg") => Some("picture"),
        () if text_begins(b"{") && !text_begins(b"{\\") && has(b"\"") && has(b"\":") => Some("json"),
        () if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"RIFF") => Some("picture"),
        () => ForeignKind::detect(bytes).and_then(|kind| match kind.way_out() {
            "telephone" | "picture" => Some("picture"),
            "film" => Some("film"),
            _ => None,
        }),
    }
}

/// The first word of a line that may have a key, and the sign behind it: `title =`, `"ผู้กำกับ" :`. The words of a dotted key
/// count as one.
static KEY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"^["'“”]?([\p{L}\p{M}\p{N}_.\-]+)["'“”]?\s*([=＝])?"#).expect("a pattern"));

/// What a text is, if it has no line of a report file: no heading, and no key. A line that has a sign for equality behind one
/// word is a key, and so is one that begins with the name of a key.
pub(super) fn kind_of_text(text: &str) -> Option<&'static str> {
    let lines = || text.lines().map(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}'));
    if lines().all(str::is_empty) {
        return Some("empty");
    }
    let is_comment = |line: &str| line.is_empty() || line.starts_with('#');
    if lines().all(is_comment) {
        return Some("comments");
    }
    // The pattern takes long to compile, and most reports have a heading.
    if lines().any(|line| line.starts_with('[')) {
        return None;
    }
    let is_of_a_report = |line: &str| {
        KEY.captures(line).is_some_and(|found| {
            let name = found[1].split('.').next().unwrap_or_default();
            found.get(2).is_some() || keys::is_table(name) || keys::tables_with(name).next().is_some()
        })
    };
    (!lines().any(is_of_a_report)).then_some("text")
}
