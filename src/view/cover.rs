//! The cover: logo, title, agency and year.

use serde::Serialize;

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
        agency.district.as_deref().map(|name| placed(name, &words.district, &words.districts)),
        agency.province.as_deref().map(|name| placed(name, &words.province, &words.provinces)),
    ];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let agency = [agency.name.value.clone(), place.join(" ")].into_iter().filter(|line| !line.is_empty());
    let agency = agency.map(|line| writer.in_numerals(&line)).collect();
    report.layout.cover.then(|| CoverView { logo: report.agency.logo.as_ref().map(logo), title, agency })
}

/// Puts the kind of place before its name, unless the name already begins with one of the words in `kind_words`.
fn placed(name: &str, kind: &str, kind_words: &[String]) -> String {
    let names_its_kind = kind_words.iter().any(|word| name.starts_with(word.as_str()));
    if names_its_kind { name.to_owned() } else { format!("{kind}{name}") }
}
