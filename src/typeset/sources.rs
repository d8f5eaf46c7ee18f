//! A document as a folder that plain Typst sets: templates, data, pictures and fonts.
//!
//! The functions that mark where Thai may be broken are this program's own. What they gave for each text of the
//! document goes into the folder, and functions of the same names in front of `common/words.typ` look it up.

use std::collections::BTreeMap;

use super::assets::{FONT_LICENCE, TEMPLATES};
use super::line_breaks::recorded;
use super::world::Functions;
use super::{Material, SetError, Setting, TemplateFault, json};
use crate::view::View;

/// The template that calls the functions, and what is put in front of it.
const WORDS: &str = "/common/words.typ";
const LOOKUP: &str = include_str!("lookup.typ");

/// Files by which the folder of a document is known: no other has them both.
pub const SOURCES_MARKS: [&str; 2] = ["words.json", "names.fst"];

/// A document as plain Typst sets it.
pub struct Sources {
    /// Files by their paths below a folder; `main.typ` is the document.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many pages it has.
    pub page_count: usize,
    /// What Typst warned of.
    pub warnings: Vec<TemplateFault>,
}

/// A document's files for plain Typst.
pub fn sources<V: View>(view: &V, setting: &Setting) -> Result<Sources, SetError> {
    let material = Material::new(view, setting)?;
    let own = setting.templates.sources();
    let (pages, told) = material.compiled(&own, setting, Functions::Recording)?;
    let (marked, warnings): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|warning| recorded(&warning.message).is_some());
    let marked: BTreeMap<String, String> = marked.iter().filter_map(|told| recorded(&told.message)).collect();

    let mut files = material.files;
    for (path, embedded) in TEMPLATES {
        let own = own.iter().find(|(own, _)| own == path).map(|(_, text)| text.as_str());
        let text = own.unwrap_or(embedded);
        let (path, text) = match *path {
            WORDS => (WORDS, LOOKUP.to_owned() + text),
            path if path == material.template => ("/main.typ", text.to_owned()),
            path if path.starts_with("/common/") => (path, text.to_owned()),
            _ => continue,
        };
        files.insert(path.to_owned(), text.into_bytes());
    }
    files.insert("/words.json".to_owned(), json(&marked)?);
    files.extend(setting.fonts.files().map(|(name, bytes)| (format!("/fonts/{name}"), bytes.to_vec())));
    if setting.fonts.are_embedded() {
        files.insert("/fonts/OFL.txt".to_owned(), FONT_LICENCE.as_bytes().to_vec());
    }
    let files = files.into_iter().map(|(path, bytes)| (path[1..].to_owned(), bytes)).collect();
    Ok(Sources { files, page_count: pages.pages().len(), warnings })
}
