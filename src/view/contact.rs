//! How the agency can be reached: postal address, telephone, e-mail and website, as the report file gives them.

use serde::Serialize;

use super::wording::REPORT;
use super::writer::Writer;
use crate::report::Link;
use crate::thai::characters::is_mark;

/// The most letters of a website's address that becomes a link, as of any other link.
const LONGEST_ADDRESS: usize = 7_000;

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
        link: address(&text),
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

/// The address of a website that begins with `http://` or `https://` and is not overlong.
fn address(text: &str) -> Option<String> {
    let link = Link::read(text).ok()?;
    let is_web = !link.address.to_ascii_lowercase().starts_with("mailto:");
    (is_web && link.address.len() <= LONGEST_ADDRESS).then_some(link.address)
}
