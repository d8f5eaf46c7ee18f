//! The templates that documents are set by: the embedded ones, or a user's own in place of some of them.

use typst::syntax::Source;

use super::assets::{TEMPLATES, embedded, file_id, is_source};
use super::fault::{TemplateFault, TemplatePlace};
use crate::files::{FileFault, Files};
use crate::lengths::{LENGTHS_FILE, Lengths};

/// Templates of a user's own, each in place of the embedded one of its name.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    own: Vec<OwnFile>,
    lengths: Lengths,
}

/// A file of a user's own.
#[derive(Debug, Clone)]
struct OwnFile {
    /// The path of the embedded one.
    path: &'static str,
    /// What messages call it.
    name: String,
    source: Source,
}

/// Why a folder's templates cannot be used. Each names the file as messages call it.
#[derive(Debug)]
pub enum TemplatesError {
    /// A file or folder cannot be read.
    Unreadable(String, FileFault),
    /// A file is not UTF-8.
    NotUtf8(String),
    /// A template has the name of no embedded one, and would never be used.
    Unknown(String),
    /// The folder has no templates.
    None,
    /// The file of lengths cannot be used.
    Lengths(TemplateFault),
}

impl Templates {
    /// Reads a user's own templates: the files that are named as embedded ones are, in the folder and in `common` below
    /// it. `folder` is what messages call the folder.
    pub fn read(folder: &str, files: &dyn Files) -> Result<Self, TemplatesError> {
        let mut templates = Templates::default();
        for below in [".", "common"] {
            let names = match files.list(below) {
                Err(FileFault::Missing) if below == "common" => continue,
                listed => listed.map_err(|fault| TemplatesError::Unreadable(folder.to_owned(), fault))?,
            };
            for name in names.iter().filter(|name| name.ends_with(".typ") || name.ends_with(".toml")) {
                let name = if below == "." { name.clone() } else { format!("{below}/{name}") };
                templates.add(folder, &name, files)?;
            }
        }
        if templates.own.is_empty() { Err(TemplatesError::None) } else { Ok(templates) }
    }

    fn add(&mut self, folder: &str, name: &str, files: &dyn Files) -> Result<(), TemplatesError> {
        let shown = format!("{}/{name}", folder.trim_end_matches(['/', '\\']));
        let Some((path, _)) = embedded(&format!("/{name}")) else {
            return Err(TemplatesError::Unknown(shown));
        };
        let bytes = files.read(name).map_err(|fault| TemplatesError::Unreadable(shown.clone(), fault))?;
        let text = str::from_utf8(&bytes).map_err(|_| TemplatesError::NotUtf8(shown.clone()))?;
        // Editors of Windows begin a file with a byte-order mark, which Typst would set.
        let text = text.trim_start_matches('\u{FEFF}').to_owned();
        if path == LENGTHS_FILE.0 {
            self.lengths = Lengths::parse(&text).map_err(|fault| {
                let place = TemplatePlace { file: shown.clone(), text: text.clone(), range: fault.range };
                TemplatesError::Lengths(TemplateFault::error(fault.message, Some(place)))
            })?;
        }
        self.own.push(OwnFile { path, name: shown, source: Source::new(file_id(path), text) });
        Ok(())
    }

    /// The embedded files: their paths below a folder, and their text.
    pub fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
        TEMPLATES.iter().map(|(path, text)| (&path[1..], *text))
    }

    /// The lengths that pages are set by.
    pub fn lengths(&self) -> &Lengths {
        &self.lengths
    }

    /// The user's own templates.
    pub(super) fn own_sources(&self) -> impl Iterator<Item = &Source> {
        self.own.iter().filter(|own| is_source(own.path)).map(|own| &own.source)
    }

    /// The text of the file of that path: the user's own, or the embedded one.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.find(path).map(|own| own.source.text()).or_else(|| embedded(path).map(|(_, text)| text))
    }

    /// The template of that path, parsed.
    pub(super) fn source(&self, path: &str) -> Option<Source> {
        let own = self.find(path).map(|own| own.source.clone());
        own.or_else(|| embedded(path).map(|(_, text)| Source::new(file_id(path), text.to_owned())))
    }

    /// What messages call the user's file that stands in for an embedded one.
    pub(super) fn own_name(&self, path: &str) -> Option<&str> {
        self.find(path).map(|own| own.name.as_str())
    }

    /// These, with another one in place of an embedded one.
    pub(super) fn with(mut self, path: &'static str, text: String) -> Self {
        self.own.push(OwnFile { path, name: path.to_owned(), source: Source::new(file_id(path), text) });
        self
    }

    fn find(&self, path: &str) -> Option<&OwnFile> {
        self.own.iter().find(|own| own.path == path)
    }
}
