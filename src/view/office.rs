//! The line ส่วนราชการ of the memo: office, agency, telephone and e-mail. What the report file writes into the office
//! itself is not added again.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::contact::{begins_with_any, contacts};
use super::wording::REPORT;
use super::writer::Writer;
use crate::report::Memo;
use crate::thai::digits::digit;

// The comments in `data/wording/memo.toml` explain the fields.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeWording {
    phone: String,
    email: String,
    abbreviations: BTreeMap<String, String>,
}

/// The office that sends the memo.
pub(super) struct Office {
    /// The office and the agency.
    pub name: String,
    /// Telephone, fax and e-mail, each with its label.
    pub contact: Vec<String>,
}

/// The office as the report file gives it, with what it lacks of the agency's name, telephone and e-mail.
pub(super) fn office(writer: Writer, memo: Option<&Memo>, words: &OfficeWording) -> Office {
    let agency = &writer.report.agency;
    let from = memo.and_then(|memo| memo.from.as_ref()).map(|from| writer.text(from)).unwrap_or_default();
    let (name, mut contact) = split(&from);
    let lacking = lacking_name(writer, &from, words);
    let name = match (name.trim().trim_end_matches(','), lacking.as_str()) {
        // A line end before the telephone number stays.
        (_, "") => name.trim_end_matches([' ', ',']).to_owned(),
        ("", lacking) => lacking.to_owned(),
        (name, lacking) => format!("{name} {lacking}"),
    };

    // A label of the file's own stays as it is.
    let known = contacts(writer);
    let labelled = |label: &str, value: &str| {
        let own = known.iter().any(|known| known.text == value && known.label.is_empty());
        if own { value.to_owned() } else { format!("{label} {value}") }
    };
    let has = |words: &[String]| contact.iter().any(|piece| begins_with_any(piece, words));
    let (has_phone, has_email) =
        (has(&REPORT.contact.phone_words), has(&REPORT.contact.email_words) || from.contains('@'));
    if let Some(phone) = agency.phone.as_ref().filter(|phone| !has_phone && !has_digits(&from, phone)) {
        contact.insert(0, labelled(&words.phone, &writer.in_numerals(phone)));
    }
    if let Some(email) = agency.email.as_ref().filter(|_| !has_email) {
        contact.push(labelled(&words.email, email));
    }
    Office { name, contact }
}

/// Splits an office's text into its name and its ways of contact, each from its label on.
fn split(from: &str) -> (&str, Vec<String>) {
    let words = &REPORT.contact;
    let starts_contact = |at: usize| {
        let rest = &from[at..];
        [&words.phone_words, &words.fax_words, &words.email_words]
            .iter()
            .any(|words| begins_with_any(rest, words))
    };
    let boundary = |at: usize| from[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == ',');
    let mut starts: Vec<usize> =
        from.char_indices().map(|(at, _)| at).filter(|&at| boundary(at) && starts_contact(at)).collect();
    // An address without a label: the word with the @, unless a label stands right before it.
    if let Some(at) = from.find('@') {
        let start = from[..at].trim_end_matches(|c: char| !c.is_whitespace()).len();
        let labelled = starts.iter().any(|&label| begins_with_any(&from[label..], &words.email_words));
        if !labelled && !starts.contains(&start) {
            starts.push(start);
            starts.sort_unstable();
        }
    }
    let ends = starts.iter().skip(1).copied().chain([from.len()]);
    let pieces = starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| from[start..end].trim().trim_end_matches(',').to_owned())
        .collect();
    (&from[..starts.first().copied().unwrap_or(from.len())], pieces)
}

/// The part of the agency's name that an office's text lacks. Empty if it has the full or the short name.
fn lacking_name(writer: Writer, from: &str, words: &OfficeWording) -> String {
    let agency = &writer.report.agency;
    let plain = |text: &str| {
        let text =
            words.abbreviations.iter().fold(text.to_owned(), |text, (short, long)| text.replace(short, long));
        text.chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| digit(c).map_or(c, |d| char::from(b'0' + d)))
            .collect::<String>()
    };
    let written = plain(from);
    if [&agency.name, &agency.short_name].iter().any(|name| written.contains(&plain(name))) {
        return String::new();
    }
    // `สำนักงานคณบดี คณะสังคมศาสตร์` lacks only the second word of `คณะสังคมศาสตร์ มหาวิทยาลัยศรีสัตบรรณ`.
    let (unit, _) = split(from);
    let unit = plain(unit);
    let spaces = agency.name.match_indices(' ').map(|(at, _)| at);
    let had = spaces.filter(|&at| unit.ends_with(&plain(&agency.name[..at]))).max();
    writer.in_numerals(agency.name[had.unwrap_or(0)..].trim_start())
}

/// Whether a text has the digits of a telephone number, however they are grouped.
fn has_digits(text: &str, phone: &str) -> bool {
    let digits =
        |text: &str| text.chars().filter_map(digit).map(|d| char::from(b'0' + d)).collect::<String>();
    let number = digits(phone);
    !number.is_empty() && digits(text).contains(&number)
}
