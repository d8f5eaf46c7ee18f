//! A document as a folder that plain Typst sets: templates, data, pictures and fonts.
//!
//! The functions that mark where Thai may be broken are this program's own. What they gave for each text of the
//! document goes into the folder, and a template of a few lines looks it up.

use std::collections::BTreeMap;

use super::assets::{FONT_LICENCE, TEMPLATES};
use super::line_breaks::recorded;
use super::world::Functions;
use super::{Document, Material, SetError, Setting, TemplateFault, json};
use crate::view::View;

/// The template that knows where Thai may be broken, and the one that looks it up.
const WORDS: &str = "/common/words.typ";
const LOOKED_UP: &str = include_str!("words.typ");

/// A document's files by their paths below a folder whose `main.typ` is the document, and the document as it looks.
pub fn sources<V: View>(
    view: &V,
    setting: &Setting,
) -> Result<(BTreeMap<String, Vec<u8>>, Document), SetError> {
    let material = Material::new(view, setting)?;
    let own = setting.templates.sources();
    let (pages, warnings) = material.compiled(&own, setting, Functions::Recording)?;
    let mut marked: BTreeMap<String, String> = BTreeMap::new();
    let mut others: Vec<TemplateFault> = Vec::new();
    for warning in warnings {
        match recorded(&warning.message) {
            Some((text, with_marks)) => drop(marked.insert(text, with_marks)),
            None => others.push(warning),
        }
    }
    let text = |path: &str, embedded: &str| {
        let own = own.iter().find(|(own, _)| *own == path).map(|(_, text)| text.as_str());
        own.unwrap_or(embedded).as_bytes().to_vec()
    };
    let mut files = material.files;
    for (path, embedded) in TEMPLATES.iter().filter(|(path, _)| path.starts_with("/common/")) {
        files.insert((*path).to_owned(), text(path, embedded));
    }
    for (path, embedded) in TEMPLATES.iter().filter(|(path, _)| *path == material.template) {
        files.insert("/main.typ".to_owned(), text(path, embedded));
    }
    files.remove("/names.fst");
    files.insert(WORDS.to_owned(), LOOKED_UP.as_bytes().to_vec());
    files.insert("/words.json".to_owned(), json(&marked)?);
    files.extend(setting.fonts.files().map(|(name, bytes)| (format!("/fonts/{name}"), bytes.to_vec())));
    if setting.fonts.are_embedded() {
        files.insert("/fonts/OFL.txt".to_owned(), FONT_LICENCE.as_bytes().to_vec());
    }
    let files = files.into_iter().map(|(path, bytes)| (path[1..].to_owned(), bytes)).collect();
    Ok((files, Document { pages, warnings: others }))
}
