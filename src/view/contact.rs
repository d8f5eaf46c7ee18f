//! How the agency can be reached: postal address, telephone, e-mail and website, as the report file gives them.

use serde::Serialize;

use super::evidence::in_ascii;
use super::wording::REPORT;
use super::writer::Writer;
use crate::thai::characters::is_mark;

/// The most characters of a website that becomes a link. A longer one is only text.
const LONGEST_LINK: usize = 800;

/// A way to reach the agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// The label before the text. Empty if the text has one itself.
    pub label: String,
    /// The telephone number in the document's numerals, or the address as the report file gives it.
    pub text: String,
    /// The address as a target that PDF readers accept, if it begins with `http://` or `https://`.
    pub link: Option<String>,
}

/// Telephone, e-mail and website, as far as the report file gives them.
pub(super) fn contacts(writer: Writer) -> Vec<ContactView> {
    let (agency, words) = (&writer.report.agency, &REPORT.contact);
    let contact = |label: &str, text: String, own: &[String]| ContactView {
        label: if begins_with_any(&text, own) { String::new() } else { label.to_owned() },
        link: is_link(&text).then(|| in_ascii(&text)),
        text,
    };
    let phone = agency.phone.as_ref();
    let phone = phone.map(|phone| contact(&words.phone, writer.in_numerals(phone), &words.phone_words));
    let email = agency.email.as_ref().map(|email| contact(&words.email, email.clone(), &words.email_words));
    let website = agency.website.as_ref();
    let website = website.map(|site| contact(&words.website, site.clone(), &words.website_words));
    [phone, email, website].into_iter().flatten().collect()
}

/// Whether a text begins with one of the words, in capital or small letters.
pub(super) fn begins_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        let begins = text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        // `โทร` does not begin `โทรคมนาคม`.
        let letter = |c: char| c.is_alphabetic() || is_mark(c);
        begins && (word.ends_with('.') || !text[word.len()..].starts_with(letter))
    })
}

fn is_link(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
        && text.chars().count() <= LONGEST_LINK
}
