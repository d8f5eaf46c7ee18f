//! A document as a folder that plain Typst sets: templates, data, pictures and fonts.
//!
//! The functions that mark where Thai may be broken are this program's own. What they gave for each text of the
//! document goes into the folder, and functions of the same names in front of `common/words.typ` look it up.

use std::collections::BTreeMap;

use serde_json::json;
use typst::foundations::Bytes;

use super::assets::TEMPLATES;
use super::faces::font_files;
use super::fault::TemplateFault;
use super::line_breaks::recorded;
use super::material::{Material, json_file};
use super::setting::{SetError, Setting};
use super::world::Functions;
use crate::fonts::EMBEDDED_LICENCE;
use crate::view::View;

/// The template that calls the functions, and what is put in front of it.
const WORDS: &str = "/common/words.typ";
const LOOKUP: &str = include_str!("lookup.typ");

/// Files by which the folder of a document is known: no other folder has them both.
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

/// A document's files for plain Typst. `template` is the name of its template.
pub fn sources(view: &dyn View, template: &str, setting: &Setting) -> Result<Sources, SetError> {
    let material = Material::new(view, template, setting)?;
    let (pages, told) = material.compile(Functions::Recording)?;
    let (marked, warnings): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|warning| recorded(&warning.message).is_some());
    let marked: BTreeMap<String, String> = marked.iter().filter_map(|told| recorded(&told.message)).collect();

    let mut files = material.files;
    for (path, embedded) in TEMPLATES {
        let text = setting.templates.text(path).unwrap_or(embedded);
        let (path, text) = match *path {
            WORDS => (WORDS, LOOKUP.to_owned() + text),
            path if path == material.template => ("/main.typ", text.to_owned()),
            path if path.starts_with("/common/") => (path, text.to_owned()),
            // The template of another document.
            _ => continue,
        };
        files.insert(path.to_owned(), Bytes::from_string(text));
    }
    files.insert("/words.json".to_owned(), json_file(&json!(marked))?);
    let fonts = font_files(setting.fonts);
    files.extend(fonts.into_iter().map(|(name, bytes)| (format!("/fonts/{name}"), Bytes::new(bytes))));
    if setting.fonts.is_embedded() {
        files.insert("/fonts/OFL.txt".to_owned(), Bytes::new(EMBEDDED_LICENCE.as_bytes()));
    }
    let files = files.into_iter().map(|(path, bytes)| (path[1..].to_owned(), bytes.to_vec())).collect();
    Ok(Sources { files, page_count: pages.pages().len(), warnings })
}
