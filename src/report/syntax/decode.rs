//! Turns the bytes of a file into text. A file that is no text, or text in another encoding, is named for what it is.

use crate::report::diagnostic::{Diagnostic, Fault};
use crate::report::source::Source;

/// Decodes a file's bytes as UTF-8. On failure, the source has the text that could be decoded, so that messages can
/// show the place.
pub(in crate::report) fn decode(name: &str, bytes: &[u8]) -> (Source, Option<Diagnostic>) {
    if let Some(kind) = kind_of(bytes) {
        return (Source::new(name, ""), Some(Diagnostic::new(Fault::NotAReport { kind }, 0..0)));
    }
    let error = match str::from_utf8(bytes) {
        // UTF-16 text in Latin letters has a zero in every second byte, and may be valid UTF-8 as a whole.
        Ok(text) if text.bytes().take(1000).filter(|b| *b == 0).count() > 10 => {
            return utf_16(name);
        }
        Ok(text) => {
            let source = Source::new(name, text);
            let wrongly = wrongly_decoded(&source);
            return (source, wrongly);
        }
        Err(error) => error,
    };
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return utf_16(name);
    }
    // Every byte that is not UTF-8 is one character, as in the encodings that it most likely comes from.
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text += chunk.valid();
        text.extend(chunk.invalid().iter().map(|_| char::REPLACEMENT_CHARACTER));
    }
    let source = Source::new(name, &text);
    // Before the error, the text equals the file's, but `Source` removes the byte order mark.
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let at = first_letter(bytes, error.valid_up_to()).saturating_sub(mark);
    let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
    (source, Some(not_utf8(encoding(bytes), span)))
}

/// Where the text in the other encoding begins that has an error at `at`. Two letters of it before that place may be valid
/// UTF-8 by chance, as two bytes. A Thai letter in UTF-8 has three.
fn first_letter(bytes: &[u8], mut at: usize) -> usize {
    while let [.., 0xC2..=0xDF, 0x80..=0xBF] = bytes[..at] {
        at -= 2;
    }
    at
}

/// A file in UTF-16. Nothing of it is shown, because it would be unreadable.
fn utf_16(name: &str) -> (Source, Option<Diagnostic>) {
    (Source::new(name, " "), Some(not_utf8("utf-16", 0..1)))
}

fn not_utf8(encoding: &'static str, span: std::ops::Range<usize>) -> Diagnostic {
    Diagnostic::new(Fault::NotUtf8 { encoding }, span)
}

/// Guesses the encoding of bytes that are not UTF-8: `tis-620`, also for Windows-874, which adds a few signs, or `unknown`.
/// What is valid UTF-8 in a mixed file says nothing.
fn encoding(bytes: &[u8]) -> &'static str {
    // Two Thai letters in Windows-874 may be valid UTF-8 by chance, so that only the letters that are not count.
    let invalid: Vec<u8> = bytes.utf8_chunks().flat_map(|chunk| chunk.invalid().to_vec()).collect();
    let letter = |b: &u8| matches!(b, 0xA1..=0xDA | 0xDF..=0xFB);
    let sign = |b: &u8| matches!(b, 0x80 | 0x85 | 0x91..=0x97 | 0xA0);
    let thai = invalid.iter().filter(|b| letter(b)).count();
    let known = invalid.iter().filter(|b| letter(b) || sign(b)).count();
    if thai > 0 && known == invalid.len() { "tis-620" } else { "unknown" }
}

/// What the file is, if its first bytes say that it is no text. The name is that of a term in the messages.
fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let has = |part: &[u8]| bytes.windows(part.len()).take(100_000).any(|window| window == part);
    let begins = |part: &[u8]| bytes.starts_with(part);
    let text_start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let text_begins =
        |part: &[u8]| text_start.get(..part.len()).is_some_and(|start| start.eq_ignore_ascii_case(part));
    match () {
        () if bytes.is_empty() || bytes.iter().all(|b| *b == 0) => Some("empty"),
        () if begins(b"PK\x03\x04") && has(b"xl/") => Some("xlsx"),
        () if begins(b"PK\x03\x04") && has(b"word/") => Some("docx"),
        () if begins(b"PK\x03\x04") && has(b"opendocument.spreadsheet") => Some("xlsx"),
        () if begins(b"PK\x03\x04") && has(b"opendocument.text") => Some("docx"),
        () if begins(b"PK\x03\x04") || begins(b"Rar!") || begins(b"7z\xBC\xAF") => Some("archive"),
        () if begins(b"%PDF") => Some("pdf"),
        () if begins(b"\xD0\xCF\x11\xE0") => Some("office"),
        () if text_begins(b"{\\rtf") => Some("docx"),
        () if text_begins(b"<!doctype html") || text_begins(b"<html") => Some("html"),
        () if text_begins(b"{") && !text_begins(b"{\\") && has(b"\"") && has(b"\":") => Some("json"),
        () if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"RIFF") || begins(b"GIF8") => {
            Some("picture")
        }
        () => None,
    }
}

/// The least number of wrong letters that is no chance.
const LEAST: usize = 4;

/// Text whose UTF-8 was once read in another encoding and saved so: `เธญเธ` (Windows-874) or `à¸­à¸` (Windows-1252) for อ.
fn wrongly_decoded(source: &Source) -> Option<Diagnostic> {
    let text = source.text();
    // In UTF-8, a Thai letter is the byte E0, then B8 or B9, then another. In both encodings each byte is a character.
    for (lead, seconds) in [('à', ['¸', '¹']), ('เ', ['ธ', 'น'])] {
        let mut pairs = Vec::new();
        let mut others = 0;
        let mut characters = text.char_indices().filter(|(_, c)| !c.is_ascii()).peekable();
        while let Some((at, c)) = characters.next() {
            if c == lead && characters.peek().is_some_and(|(_, next)| seconds.contains(next)) {
                pairs.push(at);
                characters.next();
            } else {
                others += 1;
            }
        }
        // The third character of each letter may be lost or be one of Windows' own signs.
        if pairs.len() >= LEAST && others <= pairs.len() + pairs.len() / 4 {
            let at = pairs[0];
            let end = text[at..].find(['"', '\n']).map_or(text.len(), |length| at + length);
            let fault = Fault::WronglyDecoded { written: text[at..end].chars().take(24).collect() };
            return Some(Diagnostic::new(fault, at..end));
        }
    }
    None
}
