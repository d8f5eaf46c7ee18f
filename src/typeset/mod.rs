//! From a view to pages: the only room that knows Typst, together with `export`. Documents are compiled from the
//! embedded templates, the fonts in hand and one JSON file with the view; there is no file system and no network
//! to reach from in there.

mod assets;
mod columns;
mod fonts;
mod line_breaks;
#[doc(hidden)]
pub mod stages;
mod templates;
#[cfg(test)]
mod tests;
mod text_layer;
mod world;

use std::collections::BTreeMap;

use serde::Serialize;
use thiserror::Error;
use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;

pub use fonts::Fonts;
pub use templates::{FolderError, TemplateFault, TemplatePlace, Templates};

use crate::thai::words;
use crate::view::View;

/// A document set on pages, ready to be exported.
pub struct Document {
    pub(crate) pages: PagedDocument,
    /// What Typst warned of. The embedded templates give no cause to, whatever the report.
    pub warnings: Vec<TemplateFault>,
}

impl Document {
    /// How many pages it has.
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }
}

/// Why a document could not be set. With the embedded templates this is a fault of this program.
#[derive(Debug, Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct SetError(pub Vec<TemplateFault>);

/// Sets a document by the embedded templates.
pub fn set<V: View>(view: &V, fonts: &Fonts) -> Result<Document, SetError> {
    set_by(view, fonts, &Templates::default())
}

/// Sets a document by templates of the user's own.
pub fn set_by<V: View>(view: &V, fonts: &Fonts, templates: &Templates) -> Result<Document, SetError> {
    let (data, names) = prepared(view, fonts);
    let sources = templates.sources();
    let compiled = compile(&template::<V>(), &sources, &data, names, fonts);
    let (pages, warnings) = compiled.map_err(|SetError(faults)| SetError(by_file(faults, templates)))?;
    Ok(Document { pages: text_layer::mended(&pages), warnings: by_file(warnings, templates) })
}

/// Faults with the user's own files for the embedded ones that they stand in for.
fn by_file(mut faults: Vec<TemplateFault>, templates: &Templates) -> Vec<TemplateFault> {
    for place in faults.iter_mut().filter_map(|fault| fault.place.as_mut()) {
        if let Some(file) = place.file.to_str().and_then(|path| templates.file(path)) {
            place.file = file;
        }
    }
    faults
}

/// The path of a view's template.
fn template<V: View>() -> String {
    format!("/{}.typ", V::TEMPLATE)
}

fn prepared<'v, V: View>(view: &'v V, fonts: &Fonts) -> (Data<'v, V>, Vec<u8>) {
    let names = words::automaton_of_names(view.names().iter().map(String::as_str));
    let columns = view.measures().map(|(table, above)| columns::of(table, above, fonts.widths(), &names));
    (Data { view, columns }, names)
}

/// What a template reads: its view, and what was reckoned for setting it.
#[derive(Serialize)]
struct Data<'v, V> {
    #[serde(flatten)]
    view: &'v V,
    /// Of the table of measures, where there is one.
    columns: Option<columns::Columns>,
}

/// What Typst makes of a template, with its warnings. Sources by path stand in for embedded templates.
fn compile(
    template: &str,
    sources: &[(&str, String)],
    data: &impl Serialize,
    names: Vec<u8>,
    fonts: &Fonts,
) -> Result<(PagedDocument, Vec<TemplateFault>), SetError> {
    let files = BTreeMap::from([
        ("/data.json", json(data)?),
        ("/face.json", json(&fonts.face())?),
        ("/names.fst", names),
    ]);
    let world = world::DocumentWorld::new(template, sources, files, fonts);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    // Typst's caches would grow with every document of a batch.
    typst::comemo::evict(0);
    let describe = |diagnostics: &[SourceDiagnostic]| {
        diagnostics.iter().map(|diagnostic| describe(&world, diagnostic)).collect::<Vec<_>>()
    };
    match output {
        Ok(pages) => Ok((pages, describe(&warnings))),
        Err(errors) => Err(SetError(describe(&errors))),
    }
}

fn json(data: &impl Serialize) -> Result<Vec<u8>, SetError> {
    serde_json::to_vec(data).map_err(|error| {
        let message = error.to_string();
        SetError(vec![TemplateFault { place: None, warning: false, message, hints: Vec::new() }])
    })
}

fn describe(world: &world::DocumentWorld, diagnostic: &SourceDiagnostic) -> TemplateFault {
    let place = diagnostic.span.id().and_then(|id| {
        let text = world.source(id).ok()?.text().to_owned();
        let range = world.range(diagnostic.span)?;
        Some(TemplatePlace { file: id.get().vpath().get_with_slash().into(), text, range })
    });
    TemplateFault {
        place,
        warning: diagnostic.severity == Severity::Warning,
        message: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}
