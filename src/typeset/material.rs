//! The input of a document besides templates and fonts: its view, its pictures, and values computed for typesetting it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};
use typst::World;
use typst::diag::{FileError, SourceDiagnostic, Warned};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use super::describe::describe;
use super::faces::TypstFonts;
use super::fault::TemplateFault;
use super::images::{ImageFile, image_files};
use super::setting::{SetError, Setting};
use super::templates::Refused;
use super::world::{DocumentWorld, Functions};
use crate::lengths::LENGTHS_FILE;
use crate::thai::words;
use crate::view::View;

/// The file with the view.
pub(super) const DATA: &str = "/data.json";

/// A document that is ready to be compiled.
pub(super) struct Material<'s> {
    setting: &'s Setting<'s>,
    fonts: Arc<TypstFonts>,
    /// The path of the document's template.
    pub template: String,
    /// The files that templates can read, by path.
    pub files: BTreeMap<String, Bytes>,
}

/// A compiled document.
pub(super) struct Compiled {
    pub pages: PagedDocument,
    /// Typst's warnings.
    pub warnings: Vec<TemplateFault>,
    /// What the document has from the user's folder of templates, besides the templates that replace embedded ones, by
    /// path.
    pub own: BTreeMap<String, Bytes>,
}

impl<'s> Material<'s> {
    /// Prepares a view. `name` is the name of its template, without path and extension.
    pub fn new(view: &dyn View, name: &str, setting: &'s Setting<'s>) -> Result<Self, SetError> {
        let fonts = TypstFonts::shared(setting.fonts);
        let names = words::automaton_of_names(view.names().iter().map(String::as_str));
        let images = image_files(&view.images(), setting)?;
        let mut data = view.data().map_err(not_json)?;
        // Templates read the computed values from the same JSON file as the view.
        if let Value::Object(fields) = &mut data {
            let pictures: BTreeMap<&str, &str> = images
                .iter()
                .flat_map(|file| file.names.iter().map(|name| (name.as_str(), file.path.as_str())))
                .collect();
            fields.insert("pictures".to_owned(), json!(pictures));
            fields.insert("profile".to_owned(), json!(setting.profile));
            fields.insert("draft".to_owned(), json!(setting.draft));
        }
        let lengths = setting.templates.text(LENGTHS_FILE.0).unwrap_or(LENGTHS_FILE.1);
        let mut files = BTreeMap::from([
            (DATA.to_owned(), json_file(&data)?),
            ("/face.json".to_owned(), json_file(&json!(fonts.face()))?),
            ("/names.fst".to_owned(), Bytes::new(names)),
            (LENGTHS_FILE.0.to_owned(), Bytes::from_string(lengths.to_owned())),
        ]);
        files.extend(images.into_iter().map(|ImageFile { path, bytes, .. }| (path, Bytes::new(bytes))));
        Ok(Material { setting, fonts, template: format!("/{name}.typ"), files })
    }

    /// Compiles the document with Typst. Returns its pages and Typst's warnings.
    pub fn compile(&self, functions: Functions) -> Result<(PagedDocument, Vec<TemplateFault>), SetError> {
        self.compile_and_list(functions).map(|compiled| (compiled.pages, compiled.warnings))
    }

    /// Like [`Material::compile`], and also returns what was read from the user's folder of templates.
    pub fn compile_and_list(&self, functions: Functions) -> Result<Compiled, SetError> {
        let templates = self.setting.templates;
        let world = DocumentWorld::new(&self.template, templates, &self.files, &self.fonts, functions);
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        let described = |diagnostics: &[SourceDiagnostic]| {
            let source = |id| world.source(id).ok();
            diagnostics.iter().map(|found| describe(found, templates, source)).collect::<Vec<_>>()
        };
        match output {
            Ok(pages) => {
                let warnings = described(&warnings);
                Ok(Compiled { pages, warnings, own: world.into_asked().read })
            }
            Err(errors) => {
                let mut faults = described(&errors);
                let refused = world.into_asked().refused;
                for fault in &mut faults {
                    let message = |refused: &&Refused| fault.message == FileError::from(*refused).to_string();
                    fault.file = refused.iter().find(message).cloned();
                }
                Err(SetError::Template(faults))
            }
        }
    }
}

/// Serializes a value as a JSON file for templates.
pub(super) fn json_file(value: &Value) -> Result<Bytes, SetError> {
    serde_json::to_vec(value).map(Bytes::new).map_err(not_json)
}

pub(super) fn not_json(error: serde_json::Error) -> SetError {
    SetError::Template(vec![TemplateFault::error(error.to_string(), None)])
}
