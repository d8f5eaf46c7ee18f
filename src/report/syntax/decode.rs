//! Turns the bytes of a file into text. A file that is no text, or text in another encoding, is named for what it is.

use super::file_kind::{kind_of_bytes, kind_of_text};
use crate::report::diagnostic::{Diagnostic, Fault};
use crate::report::source::Source;

/// Decodes a file's bytes as UTF-8. On failure, the source has the text that could be decoded, so that messages can
/// show the place.
pub(in crate::report) fn decode(name: &str, bytes: &[u8]) -> (Source, Option<Diagnostic>) {
    let not_a_report = |kind| Diagnostic::new(Fault::NotAReport { kind }, 0..0);
    if let Some(kind) = kind_of_bytes(bytes) {
        return (Source::new(name, ""), Some(not_a_report(kind)));
    }
    let error = match str::from_utf8(bytes) {
        // UTF-16 text in Latin letters has a zero in every second byte, and may be valid UTF-8 as a whole.
        Ok(text) if text.bytes().take(1000).filter(|b| *b == 0).count() > 10 => {
            return utf_16(name);
        }
        Ok(text) => {
            let source = Source::new(name, text);
            let fault =
                wrongly_decoded(source.text()).or_else(|| kind_of_text(source.text()).map(not_a_report));
            return (source, fault);
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

/// The least number of wrong letters that is no chance.
const LEAST: usize = 4;

/// The place of text that was once read in another encoding and saved so.
fn wrongly_decoded(text: &str) -> Option<Diagnostic> {
    let at = wrong_pairs(text).or_else(|| wrong_runs(text))?;
    let end = text[at..].find(['"', '\n']).map_or(text.len(), |length| at + length);
    let fault = Fault::WronglyDecoded { written: text[at..end].chars().take(24).collect() };
    Some(Diagnostic::new(fault, at..end))
}

/// Where UTF-8 begins that was read as Windows-874, `เธญเธ`, or as Windows-1252, `à¸­à¸`, for อ.
fn wrong_pairs(text: &str) -> Option<usize> {
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
            return pairs.first().copied();
        }
    }
    None
}

/// Where Windows-874 begins that was read as Windows-1252: `à·ÈºÒÅ` for เทศบาล. Each letter of Thai is one of the upper half
/// of Latin-1, so that whole words are of these. No European language writes so.
fn wrong_runs(text: &str) -> Option<usize> {
    let is_latin = |c: char| matches!(c, '\u{A1}'..='\u{FF}');
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut others = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_latin(c) {
            match runs.last_mut().filter(|_| before.is_some_and(is_latin)) {
                Some((_, length)) => *length += 1,
                None => runs.push((at, 1)),
            }
        } else if !c.is_ascii() {
            others += 1;
        }
        before = Some(c);
    }
    let letters = |(_, length): &(usize, usize)| *length;
    let all: usize = runs.iter().map(letters).sum();
    let in_words: usize = runs.iter().map(letters).filter(|length| *length >= LEAST).sum();
    let first = runs.iter().find(|run| letters(run) >= LEAST)?;
    (2 * in_words >= all && others <= all / 4).then_some(first.0)
}
