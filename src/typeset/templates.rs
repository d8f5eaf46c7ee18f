//! The templates that documents are set by: the embedded ones, or a user's own in place of some of them.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use typst::syntax::Source;

use super::assets::TEMPLATES;
use super::world::file_id;

/// Templates of a user's own, each in place of the embedded one of its name.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    own: Vec<Template>,
}

#[derive(Debug, Clone)]
struct Template {
    /// The path of the embedded one.
    path: &'static str,
    file: PathBuf,
    text: String,
}

/// Why a folder's templates cannot be used.
#[derive(Debug)]
pub enum FolderError {
    /// A file or folder cannot be read.
    Read(PathBuf, io::Error),
    /// A template has the name of no embedded one.
    Unknown(PathBuf),
    /// There are none.
    None,
}

impl Templates {
    /// The files of a folder and of its folder `common` that are named as embedded templates are. A template of any
    /// other name would never be used and is an error.
    pub fn of_folder(folder: &Path) -> Result<Self, FolderError> {
        let mut own = Vec::new();
        for part in [folder.to_owned(), folder.join("common")] {
            let entries = match fs::read_dir(&part) {
                Ok(entries) => entries,
                Err(error) if part != *folder && error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(FolderError::Read(part, error)),
            };
            let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            files.sort();
            for file in files.into_iter().filter(|file| file.extension().is_some_and(|e| e == "typ")) {
                let name = file.strip_prefix(folder).unwrap_or(&file);
                let embedded = TEMPLATES.iter().find(|(path, _)| Path::new(&path[1..]) == name);
                let Some((path, _)) = embedded else { return Err(FolderError::Unknown(file)) };
                match fs::read_to_string(&file) {
                    // Editors of Windows begin a file with a byte-order mark, which Typst would set.
                    Ok(text) => {
                        let text = text.trim_start_matches('\u{FEFF}').to_owned();
                        own.push(Template { path, file, text });
                    }
                    Err(error) => return Err(FolderError::Read(file, error)),
                }
            }
        }
        if own.is_empty() { Err(FolderError::None) } else { Ok(Templates { own }) }
    }

    /// The embedded templates: their paths below a folder, and their text.
    pub fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
        TEMPLATES.iter().map(|(path, text)| (&path[1..], *text))
    }

    /// The texts by the paths of the embedded templates that they stand in for.
    pub(super) fn sources(&self) -> Vec<(&'static str, String)> {
        self.own.iter().map(|template| (template.path, template.text.clone())).collect()
    }

    /// The template of that path: the user's own, or the embedded one.
    pub(super) fn source(&self, path: &str) -> Option<Source> {
        let own =
            self.own.iter().find(|template| template.path == path).map(|template| template.text.as_str());
        let embedded = || TEMPLATES.iter().find(|(embedded, _)| *embedded == path).map(|(_, text)| *text);
        Some(Source::new(file_id(path), own.or_else(embedded)?.to_owned()))
    }

    /// The user's files.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.own.iter().map(|template| template.file.as_path())
    }

    /// The user's file that stands in for an embedded template.
    pub(super) fn file(&self, path: &str) -> Option<PathBuf> {
        self.own.iter().find(|template| template.path == path).map(|template| template.file.clone())
    }
}

/// What Typst says of a template.
#[derive(Debug, Clone)]
pub struct TemplateFault {
    /// Where it stands, as far as Typst knows.
    pub place: Option<TemplatePlace>,
    /// Whether it is only warned of.
    pub warning: bool,
    /// Typst's own words.
    pub message: String,
    /// Typst's own hints.
    pub hints: Vec<String>,
}

/// A place in a template.
#[derive(Debug, Clone)]
pub struct TemplatePlace {
    /// The user's file, or the path of the embedded template.
    pub file: PathBuf,
    /// The template's text, and the bytes in it.
    pub text: String,
    /// The bytes.
    pub range: Range<usize>,
}

impl std::fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(place) = &self.place {
            let line = place.text[..place.range.start].matches('\n').count() + 1;
            write!(f, "{}:{line}: ", place.file.display())?;
        }
        f.write_str(&self.message)?;
        self.hints.iter().try_for_each(|hint| write!(f, " ({hint})"))
    }
}
