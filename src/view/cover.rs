//! The cover: logo, title, agency and year, and how the agency can be reached.

use serde::Serialize;

use super::contact::{ContactView, contacts};
use super::image::Image;
use super::wording::REPORT;
use super::writer::Writer;
use crate::thai::digits::is_digit;

/// The cover.
#[derive(Debug, Clone, Serialize)]
pub struct CoverView {
    /// The agency's logo, if the report file gives one.
    pub logo: Option<Image>,
    /// The lines of the title.
    pub title: Vec<String>,
    /// The agency's name, and on a second line its district and province if the report file gives them, but no address.
    pub agency: Vec<String>,
    /// The postal address with district and province, if the report file gives one.
    pub address: Option<String>,
    /// Telephone, e-mail and website, as far as the report file gives them.
    pub contacts: Vec<ContactView>,
}

pub(super) fn cover(writer: Writer) -> Option<CoverView> {
    let (report, words) = (writer.report, &REPORT.cover);
    let agency = &report.agency;
    let logo = |logo| {
        let alt = agency.logo_alt.clone();
        let alt = alt.unwrap_or_else(|| writer.sentence(&words.logo, &[]));
        Image::new("logo".to_owned(), logo, alt)
    };
    let title = match &report.text.title {
        Some(own) => writer.text(own).lines().map(str::to_owned).collect(),
        None => words.title.iter().map(|line| writer.sentence(line, &[])).collect(),
    };
    let place = [
        (&agency.district, &words.district, &words.districts),
        (&agency.province, &words.province, &words.provinces),
    ];
    let address = agency.address.as_ref().map(|address| address.as_str());
    let place = place.into_iter().filter_map(|(name, kind, kind_words)| {
        let name = name.as_ref()?.as_str();
        let in_address = address.is_some_and(|address| names(address, name, kind_words));
        (!in_address).then(|| placed(name, kind, kind_words))
    });
    let place: Vec<String> = place.collect();
    let place = place.join(" ");
    let with_place = |address: &str| writer.in_numerals(&with_place(address, &place));
    let own_line = if address.is_none() { place.clone() } else { String::new() };
    let agency = [agency.name.value.clone(), own_line].into_iter().filter(|line| !line.is_empty());
    let agency = agency.map(|line| writer.in_numerals(&line)).collect();
    report.layout.cover.then(|| CoverView {
        logo: report.agency.logo.as_ref().map(logo),
        title,
        agency,
        address: address.map(with_place),
        contacts: contacts(writer),
    })
}

/// The address with a place before its postal code, if it ends with one, or at its end.
fn with_place(address: &str, place: &str) -> String {
    let (street, code) = address.rsplit_once(char::is_whitespace).unwrap_or((address, ""));
    let is_code = code.chars().count() == 5 && code.chars().all(is_digit);
    let parts = if is_code { [street, place, code] } else { [address, place, ""] };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether an address names a district or province: as a word of its own, or behind one of the words in `kind_words`.
/// Otherwise the name may be that of a street. `อ.เมือง` names the district เมืองราชบุรี too.
fn names(address: &str, name: &str, kind_words: &[String]) -> bool {
    let kind = kind_words.iter().filter(|word| name.starts_with(word.as_str())).max_by_key(|word| word.len());
    let bare = kind.map_or(name, |word| name[word.len()..].trim_start());
    if address.split_whitespace().any(|word| word == bare || word == name) {
        return true;
    }
    let unspaced = |text: &str| text.split_whitespace().collect::<String>();
    // The name of a building, such as ศาลากลางจังหวัด, is no place of the address.
    let begins = |start: &str| {
        let is_place = |word: &String| start.starts_with(word.as_str());
        REPORT.cover.places.iter().chain(kind_words).any(is_place) || start.starts_with(is_digit)
    };
    let words = address.split_whitespace().enumerate().filter(|(_, word)| begins(word));
    let starts = words.map(|(at, _)| address.split_whitespace().skip(at).collect::<String>());
    let starts: Vec<String> = starts.collect();
    let capital = REPORT.cover.capital.as_str();
    let bares = [bare].into_iter().chain(bare.starts_with(capital).then_some(capital));
    let mut named =
        bares.flat_map(|bare| kind_words.iter().map(move |word| unspaced(word) + &unspaced(bare)));
    named.any(|named| starts.iter().any(|start| start.contains(&named)))
}

/// Puts the kind of place before its name, unless the name already begins with one of the words in `kind_words`.
fn placed(name: &str, kind: &str, kind_words: &[String]) -> String {
    let names_its_kind = kind_words.iter().any(|word| name.starts_with(word.as_str()));
    if names_its_kind { name.to_owned() } else { format!("{kind}{name}") }
}
