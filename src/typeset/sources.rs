//! A document as a folder that plain Typst can compile: templates, data, pictures and fonts, and what its templates read
//! from the user's own folder.
//!
//! Plain Typst lacks this program's native functions, which mark line breaks in Thai and set texts. The folder therefore
//! contains their result for each text of the document, and functions of the same names, prepended to `common/words.typ`,
//! look the results up.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use typst::foundations::Bytes;

use super::assets::TEMPLATES;
use super::faces::font_files;
use super::fault::TemplateFault;
use super::material::{Material, json_file};
use super::plain::{self, ShownTexts};
use super::recorded::{Kind, Recorded, recorded};
use super::setting::{SetError, Setting};
use super::text_layer;
use super::world::Functions;
use crate::fonts::EMBEDDED_LICENCE;
use crate::view::View;

/// The template that calls the native functions.
const WORDS: &str = "/common/words.typ";
/// Functions that look up recorded results. They are prepended to `WORDS`.
const LOOKUP: &str = include_str!("lookup.typ");

/// Files that identify the folder of a document. No other folder is expected to contain both.
pub const SOURCES_MARKS: [&str; 2] = ["words.json", "names.fst"];

/// A document as files for plain Typst.
pub struct Sources {
    /// File contents by path relative to the folder. The document is `main.typ`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The number of pages.
    pub page_count: usize,
    /// Typst's warnings.
    pub warnings: Vec<TemplateFault>,
}

/// Exports a document as files for plain Typst. `template` is the name of its template, without path and extension.
pub fn sources(view: &dyn View, template: &str, setting: &Setting) -> Result<Sources, SetError> {
    let material = Material::new(view, template, setting)?;
    let compiled = material.compile_and_list(Functions::Recording)?;
    let (marked, warnings): (Vec<_>, Vec<_>) =
        compiled.warnings.into_iter().partition(|warning| recorded(&warning.message).is_some());
    let shown = ShownTexts::new(&text_layer::fixed(&compiled.pages));
    let looked_up = |fault: &TemplateFault| looked_up(&recorded(&fault.message)?, &shown);
    let marked: BTreeMap<String, Value> = marked.iter().filter_map(looked_up).collect();

    // No name of the user's own files is one of the program's.
    let mut files = compiled.own;
    files.extend(material.files);
    for (path, embedded) in TEMPLATES {
        let text = setting.templates.text(path).unwrap_or(embedded);
        let (path, text) = match *path {
            WORDS => (WORDS, LOOKUP.to_owned() + text),
            path if path == material.template => ("/main.typ", text.to_owned()),
            path if path.starts_with("/common/") => (path, text.to_owned()),
            // Templates of other documents.
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
    Ok(Sources { files, page_count: compiled.pages.pages().len(), warnings })
}

/// A result as `lookup.typ` finds it: its key and what stands for it. `None` if that is the text itself.
fn looked_up(recorded: &Recorded, shown: &ShownTexts) -> Option<(String, Value)> {
    let value = match recorded.kind {
        Kind::Breaks | Kind::Phrases => plain::as_shown(&recorded.result, shown),
        Kind::Lines { justified, .. } => json!(plain::with_ends(&recorded.result, justified, shown)),
        Kind::Table => {
            let mut table: Value = serde_json::from_str(&recorded.result).ok()?;
            plain::put_ends(&mut table, shown);
            table
        }
        Kind::Digits | Kind::Prose => json!(recorded.result),
    };
    (value.as_str() != Some(&recorded.text)).then(|| (recorded.key(), value))
}
