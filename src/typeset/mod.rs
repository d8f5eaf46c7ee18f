//! From a view to pages: the only room that knows Typst, together with `export`. Documents are compiled from the
//! embedded templates, the fonts in hand and one JSON file with the view; there is no file system and no network
//! to reach from in there.

mod assets;
mod columns;
mod fonts;
mod line_breaks;
#[doc(hidden)]
pub mod stages;
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

use crate::thai::words;
use crate::view::View;

/// A document set on pages, ready to be exported.
pub struct Document {
    pub(crate) pages: PagedDocument,
    /// What Typst warned of. The embedded templates give no cause to, whatever the report.
    pub warnings: Vec<String>,
}

impl Document {
    /// How many pages it has.
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }
}

/// Why a document could not be set. With the embedded templates this is a fault of this program.
#[derive(Debug, Error)]
#[error("{}", .0.join("\n"))]
pub struct SetError(pub Vec<String>);

/// Sets a document.
pub fn set<V: View>(view: &V, fonts: &Fonts) -> Result<Document, SetError> {
    let (data, names) = prepared(view, fonts);
    let (pages, warnings) = compile(&template::<V>(), &[], &data, names, fonts)?;
    Ok(Document { pages: text_layer::mended(&pages), warnings })
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
) -> Result<(PagedDocument, Vec<String>), SetError> {
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
    serde_json::to_vec(data).map_err(|error| SetError(vec![error.to_string()]))
}

/// A diagnostic in one line: place, severity, message, hints.
fn describe(world: &world::DocumentWorld, diagnostic: &SourceDiagnostic) -> String {
    let place = diagnostic.span.id().and_then(|id| {
        let source = world.source(id).ok()?;
        let start = world.range(diagnostic.span)?.start;
        let (line, column) = source.lines().byte_to_line_column(start)?;
        Some(format!("{}:{}:{}: ", id.get().vpath().get_with_slash(), line + 1, column + 1))
    });
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let hints: String = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
    format!("{}{severity}: {}{hints}", place.unwrap_or_default(), diagnostic.message)
}
