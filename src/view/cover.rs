//! The cover: logo, title, agency and year, and how the agency can be reached.

use serde::Serialize;

use super::contact::{ContactView, contacts};
use super::image::Image;
use super::wording::REPORT;
use super::writer::Writer;

/// The cover.
#[derive(Debug, Clone, Serialize)]
pub struct CoverView {
    /// The agency's logo, if the report file gives one.
    pub logo: Option<Image>,
    /// The lines of the title.
    pub title: Vec<String>,
    /// The agency's name, and on a second line its district and province if the report file gives them.
    pub agency: Vec<String>,
    /// The postal address, if the report file gives one. A district or province that it names is not in `agency`.
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
    let address = agency.address.as_deref();
    let place = place.into_iter().filter_map(|(name, kind, kind_words)| {
        let name = name.as_deref()?;
        let in_address = address.is_some_and(|address| names(address, name, kind_words));
        (!in_address).then(|| placed(name, kind, kind_words))
    });
    let place: Vec<String> = place.collect();
    let address = address.map(|address| writer.in_numerals(address));
    let agency = [agency.name.value.clone(), place.join(" ")].into_iter().filter(|line| !line.is_empty());
    let agency = agency.map(|line| writer.in_numerals(&line)).collect();
    report.layout.cover.then(|| CoverView {
        logo: report.agency.logo.as_ref().map(logo),
        title,
        agency,
        address,
        contacts: contacts(writer),
    })
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
    let address = unspaced(address);
    let capital = REPORT.cover.capital.as_str();
    let bares = [bare].into_iter().chain(bare.starts_with(capital).then_some(capital));
    let mut named =
        bares.flat_map(|bare| kind_words.iter().map(move |word| unspaced(word) + &unspaced(bare)));
    named.any(|named| address.contains(&named))
}

/// Puts the kind of place before its name, unless the name already begins with one of the words in `kind_words`.
fn placed(name: &str, kind: &str, kind_words: &[String]) -> String {
    let names_its_kind = kind_words.iter().any(|word| name.starts_with(word.as_str()));
    if names_its_kind { name.to_owned() } else { format!("{kind}{name}") }
}
