//! The templates that documents are set with: the embedded ones, some of which a user's files may replace.

use typst::syntax::Source;

use super::assets::{TEMPLATES, embedded, file_id, is_source};
use crate::files::{FileFault, Files};
use crate::lengths::{LENGTHS_FILE, Lengths, LengthsFault};

/// The embedded templates, with a user's files in place of those that have the same name.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    own: Vec<OwnFile>,
    lengths: Lengths,
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
    /// A file has the name of no embedded file, so it would never be used.
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
    /// Reads a user's templates: all `.typ` and `.toml` files in the folder and in its subfolder `common`. Each must
    /// have the name of an embedded file. `folder` is the folder's name as messages show it.
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
        // Some Windows editors begin a file with a byte order mark, which Typst would typeset.
        let text = text.trim_start_matches('\u{FEFF}').to_owned();
        if path == LENGTHS_FILE.0 {
            self.lengths = Lengths::parse(&text).map_err(|faults| {
                let (name, text) = (shown.clone(), text.clone());
                TemplatesError::Lengths { name, text, faults }
            })?;
        }
        self.own.push(OwnFile { path, name: shown, source: Source::new(file_id(path), text) });
        Ok(())
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

    /// Returns the text of the file at `path`: the user's if there is one, otherwise the embedded one.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.find(path).map(|own| own.source.text()).or_else(|| embedded(path).map(|(_, text)| text))
    }

    /// Returns the parsed template at `path`: the user's if there is one, otherwise the embedded one.
    pub(super) fn source(&self, path: &str) -> Option<Source> {
        let own = self.find(path).map(|own| own.source.clone());
        own.or_else(|| embedded(path).map(|(_, text)| Source::new(file_id(path), text.to_owned())))
    }

    /// Returns the name of the user's file that replaces the embedded one at `path`, as messages show it. `None` if
    /// there is no such file.
    pub(super) fn own_name(&self, path: &str) -> Option<&str> {
        self.find(path).map(|own| own.name.as_str())
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
