//! The templates that documents are set with: the embedded ones, some of which a user's files may replace, and the other
//! files of the user's folder.

mod meant;
mod own_files;

use std::sync::Arc;

use typst::syntax::Source;

use super::assets::{TEMPLATES, embedded, file_id, is_source};
use crate::files::{FileFault, Files};
use crate::lengths::{LENGTHS_FILE, Lengths, LengthsFault};
use meant::{names_it, resembles};
pub(super) use own_files::OwnFiles;
use own_files::without_mark;
pub use own_files::{Refused, WhyRefused};

/// The embedded templates, with a user's files in place of those that have the same name. Templates can also read the
/// other files of the user's folder.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    own: Vec<OwnFile>,
    lengths: Lengths,
    others: Option<Arc<OwnFiles>>,
}

/// A user's file that replaces an embedded one.
#[derive(Debug, Clone)]
struct OwnFile {
    /// The path of the embedded file.
    path: &'static str,
    /// The file's name as messages show it.
    name: String,
    source: Source,
}

/// Why a folder of templates cannot be used. File and folder names are those that messages show.
#[derive(Debug)]
pub enum TemplatesError {
    /// A file or folder cannot be read.
    Unreadable(String, FileFault),
    /// A file is not valid UTF-8.
    NotUtf8(String),
    /// A file has almost the name of an embedded one, and no template names it, so it would never be used.
    Unknown(String),
    /// The folder has no file that replaces an embedded one.
    None,
    /// The file of lengths is invalid.
    Lengths {
        /// The file's name.
        name: String,
        /// Its text.
        text: String,
        /// What is wrong with it.
        faults: Vec<LengthsFault>,
    },
}

impl Templates {
    /// Reads a user's templates: all `.typ` and `.toml` files in the folder and in its subfolder `common` that have the
    /// name of an embedded file. The other files are read from `files` when a template asks for them. `folder` is the
    /// folder's name as messages show it.
    pub fn read(folder: &str, files: Arc<dyn Files + Send + Sync>) -> Result<Self, TemplatesError> {
        let others = OwnFiles::new(folder, files);
        let mut templates = Templates::default();
        let mut further = Vec::new();
        for below in [".", "common"] {
            let names = match others.files().list(below) {
                Err(FileFault::Missing) if below == "common" => continue,
                listed => listed.map_err(|fault| TemplatesError::Unreadable(folder.to_owned(), fault))?,
            };
            for name in names.iter().filter(|name| name.ends_with(".typ") || name.ends_with(".toml")) {
                let path = if below == "." { format!("/{name}") } else { format!("/{below}/{name}") };
                match embedded(&path) {
                    Some((path, _)) => templates.add(path, &others)?,
                    None => further.push(path),
                }
            }
        }
        if let Some(path) = templates.misnamed(&further, &others) {
            return Err(TemplatesError::Unknown(others.shown(path)));
        }
        if templates.own.is_empty() {
            return Err(TemplatesError::None);
        }
        Ok(Templates { others: Some(Arc::new(others)), ..templates })
    }

    fn add(&mut self, path: &'static str, files: &OwnFiles) -> Result<(), TemplatesError> {
        let name = files.shown(path);
        let bytes = files.files().read(&path[1..]);
        let bytes = bytes.map_err(|fault| TemplatesError::Unreadable(name.clone(), fault))?;
        let text = str::from_utf8(&bytes).map_err(|_| TemplatesError::NotUtf8(name.clone()))?;
        let text = without_mark(text).to_owned();
        if path == LENGTHS_FILE.0 {
            self.lengths = Lengths::parse(&text).map_err(|faults| {
                let (name, text) = (name.clone(), text.clone());
                TemplatesError::Lengths { name, text, faults }
            })?;
        }
        self.own.push(OwnFile { path, name, source: Source::new(file_id(path), text) });
        Ok(())
    }

    /// Of the files that replace no embedded one, the first that was probably meant to: its name is almost that of an
    /// embedded file, and no template of the user names it.
    fn misnamed<'p>(&self, further: &'p [String], files: &OwnFiles) -> Option<&'p str> {
        let resembles = |path: &&String| TEMPLATES.iter().any(|(embedded, _)| resembles(path, embedded));
        let read = |path: &String| files.source(file_id(path), path).ok();
        let named = |path: &str| {
            let others = further.iter().filter(|other| is_source(other) && *other != path).filter_map(read);
            self.own_sources().cloned().chain(others).any(|template| names_it(&template, path))
        };
        further.iter().filter(resembles).map(String::as_str).find(|path| !named(path))
    }

    /// Returns the embedded files as pairs of path, without a leading slash, and text.
    pub fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
        TEMPLATES.iter().map(|(path, text)| (&path[1..], *text))
    }

    /// Returns the lengths that pages are laid out with.
    pub fn lengths(&self) -> &Lengths {
        &self.lengths
    }

    /// Returns the user's Typst templates, without data files.
    pub(super) fn own_sources(&self) -> impl Iterator<Item = &Source> {
        self.own.iter().filter(|own| is_source(own.path)).map(|own| &own.source)
    }

    /// Returns the files of the user's folder that replace no embedded one.
    pub(super) fn others(&self) -> Option<&OwnFiles> {
        self.others.as_deref()
    }

    /// Returns the text of the file at `path`: the user's if there is one, otherwise the embedded one.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.find(path).map(|own| own.source.text()).or_else(|| embedded(path).map(|(_, text)| text))
    }

    /// Returns the parsed template at `path`: the user's if there is one, otherwise the embedded one.
    pub(super) fn source(&self, path: &str) -> Option<Source> {
        let own = self.find(path).map(|own| own.source.clone());
        let embedded = || embedded(path).map(|(_, text)| Source::new(file_id(path), text.to_owned()));
        own.or_else(embedded).or_else(|| self.others()?.imported(path))
    }

    /// Returns the name of the user's template at `path`, as messages show it. `None` if there is no such template.
    pub(super) fn own_name(&self, path: &str) -> Option<String> {
        let replacing = self.find(path).map(|own| own.name.clone());
        replacing
            .or_else(|| self.others().filter(|others| others.imported(path).is_some()).map(|o| o.shown(path)))
    }

    /// Replaces the embedded file at `path` with this text. A file already replaced keeps its first replacement.
    pub(super) fn with(mut self, path: &'static str, text: String) -> Self {
        self.own.push(OwnFile { path, name: path.to_owned(), source: Source::new(file_id(path), text) });
        self
    }

    fn find(&self, path: &str) -> Option<&OwnFile> {
        self.own.iter().find(|own| own.path == path)
    }
}
