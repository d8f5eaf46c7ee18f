//! From a view to pages: the only room that knows Typst, together with `export`. Documents are compiled from the
//! embedded templates, the fonts in hand, the pictures and one JSON file with the view; there is no file system and no
//! network to reach from in there.

mod assets;
mod columns;
mod fonts;
mod line_breaks;
mod pictures;
mod profile;
mod sources;
#[doc(hidden)]
pub mod stages;
mod templates;
#[cfg(test)]
mod tests;
mod text_layer;
mod world;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;
use thiserror::Error;
use typst::World;
use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::syntax::{DiagSpan, DiagSpanKind, FileId, Source};
use typst_layout::PagedDocument;

pub use fonts::Fonts;
pub use profile::Profile;
pub use sources::{SOURCES_MARKS, Sources, sources};
pub use templates::{FolderError, TemplateFault, TemplatePlace, Templates};

use crate::pictures::PictureFault;
use crate::thai::words;
use crate::view::View;
use pictures::PictureFile;
use world::{DocumentWorld, Functions};

/// A document set on pages, ready to be exported.
pub struct Document {
    pub(crate) pages: PagedDocument,
    /// What Typst warned of. The embedded templates give no cause to, whatever the report.
    pub warnings: Vec<TemplateFault>,
    /// The path of its template, and the user's own ones.
    template: String,
    templates: Templates,
}

impl Document {
    /// How many pages it has.
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }

    /// What an exporter says of the document. What has no place, a title that is not there, is the whole template's.
    pub(crate) fn faults(&self, diagnostics: &[SourceDiagnostic]) -> Vec<TemplateFault> {
        let source = |path: &str| self.templates.source(path);
        let whole = || {
            let text = source(&self.template)?.text().to_owned();
            let file = self.templates.file(&self.template).unwrap_or_else(|| self.template.as_str().into());
            Some(TemplatePlace { file, text, range: 0..0 })
        };
        let described = |diagnostic| {
            let source = |id: FileId| source(id.get().vpath().get_with_slash());
            let fault = describe(diagnostic, &self.templates, source);
            TemplateFault { place: fault.place.or_else(whole), ..fault }
        };
        diagnostics.iter().map(described).collect()
    }
}

/// Why a document could not be set.
#[derive(Debug, Error)]
pub enum SetError {
    /// A template is at fault; with the embedded ones this is a fault of this program.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Template(Vec<TemplateFault>),
    /// A picture can no longer be read.
    #[error("{}: {}", .0.display(), .1)]
    Picture(PathBuf, PictureFault),
}

/// How documents are set.
pub struct Setting<'s> {
    /// The fonts.
    pub fonts: &'s Fonts,
    /// The user's own templates.
    pub templates: Templates,
    /// What the documents are made for.
    pub profile: Profile,
    /// Hears how many of how many pictures of a document are done.
    pub progress: &'s (dyn Fn(usize, usize) + Sync),
}

impl<'s> Setting<'s> {
    /// For the web, by the embedded templates.
    pub fn new(fonts: &'s Fonts) -> Self {
        Setting { fonts, templates: Templates::default(), profile: Profile::default(), progress: &|_, _| {} }
    }
}

/// Sets a document.
pub fn set<V: View>(view: &V, setting: &Setting) -> Result<Document, SetError> {
    let material = Material::new(view, setting)?;
    let (pages, warnings) = material.compiled(&setting.templates.sources(), setting, Functions::Plain)?;
    let Material { template, .. } = material;
    Ok(Document {
        pages: text_layer::mended(&pages),
        warnings,
        template,
        templates: setting.templates.clone(),
    })
}

/// What a document is made of beside templates and fonts.
struct Material {
    /// The path of its template.
    template: String,
    /// Files by the path that templates read them by.
    files: BTreeMap<String, Vec<u8>>,
}

/// What a template reads: its view, and what was reckoned for setting it.
#[derive(Serialize)]
struct Data<'v, V> {
    #[serde(flatten)]
    view: &'v V,
    /// Of the table of measures, where there is one.
    columns: Option<columns::Columns>,
    /// The files of the pictures by their names.
    pictures: BTreeMap<&'v str, &'v str>,
    profile: Profile,
}

impl Material {
    fn new<V: View>(view: &V, setting: &Setting) -> Result<Self, SetError> {
        let fonts = setting.fonts;
        let names = words::automaton_of_names(view.names().iter().map(String::as_str));
        let columns = view.measures().map(|(table, above)| columns::of(table, above, fonts.widths(), &names));
        let pictures = pictures::of(&view.pictures(), setting)
            .map_err(|(file, fault)| SetError::Picture(file, fault))?;
        let named = pictures.iter().map(|file| (file.name.as_str(), file.path.as_str())).collect();
        let data = json(&Data { view, columns, pictures: named, profile: setting.profile })?;
        let mut files = BTreeMap::from([
            ("/data.json".to_owned(), data),
            ("/face.json".to_owned(), json(&fonts.face())?),
            ("/names.fst".to_owned(), names),
        ]);
        files.extend(pictures.into_iter().map(|PictureFile { path, bytes, .. }| (path, bytes)));
        Ok(Material { template: format!("/{}.typ", V::TEMPLATE), files })
    }

    /// What Typst makes of the template, with its warnings. Sources by path stand in for embedded templates.
    fn compiled(
        &self,
        sources: &[(&str, String)],
        setting: &Setting,
        functions: Functions,
    ) -> Result<(PagedDocument, Vec<TemplateFault>), SetError> {
        let world = DocumentWorld::new(&self.template, sources, &self.files, setting.fonts, functions);
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        // Typst's caches would grow with every document of a batch.
        typst::comemo::evict(0);
        let described = |diagnostics: &[SourceDiagnostic]| {
            let source = |id| world.source(id).ok();
            diagnostics.iter().map(|found| describe(found, &setting.templates, source)).collect()
        };
        match output {
            Ok(pages) => Ok((pages, described(&warnings))),
            Err(errors) => Err(SetError::Template(described(&errors))),
        }
    }
}

fn json(data: &impl Serialize) -> Result<Vec<u8>, SetError> {
    serde_json::to_vec(data).map_err(|error| {
        let message = error.to_string();
        SetError::Template(vec![TemplateFault { place: None, warning: false, message, hints: Vec::new() }])
    })
}

/// What Typst found, at its place. What it found within an embedded template is at the place in a user's own that led
/// there, if one did.
fn describe(
    diagnostic: &SourceDiagnostic,
    templates: &Templates,
    source: impl Fn(FileId) -> Option<Source>,
) -> TemplateFault {
    let place = |span: DiagSpan| {
        let id = span.id()?;
        let source = source(id)?;
        let range = match span.get() {
            DiagSpanKind::Detached => return None,
            DiagSpanKind::Number { num, sub_range, .. } => source.range(num, sub_range)?,
            DiagSpanKind::Range { range, .. } => range,
        };
        let (path, text) = (id.get().vpath().get_with_slash(), source.text().to_owned());
        let own = templates.file(path);
        Some((own.is_some(), TemplatePlace { file: own.unwrap_or_else(|| path.into()), text, range }))
    };
    let led_there = diagnostic.trace.iter().map(|point| DiagSpan::from(point.span));
    let places: Vec<_> = [diagnostic.span].into_iter().chain(led_there).filter_map(place).collect();
    let own = places.iter().position(|(own, _)| *own).unwrap_or(0);
    let place = places.into_iter().nth(own).map(|(_, place)| place);
    TemplateFault {
        place,
        warning: diagnostic.severity == Severity::Warning,
        message: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}
