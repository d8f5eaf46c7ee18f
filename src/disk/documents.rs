//! The files of documents: which names they have, and how they are written.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::write::Writer;
use crate::export::{Format, Made, OutputFile, OutputKind};
use crate::typeset::SOURCES_MARKS;
use crate::view::Document;

/// A document with its content.
pub struct MadeDocument {
    /// Which document it is.
    pub document: Document,
    /// Its files.
    pub made: Made,
}

/// A document whose files have their paths.
pub struct PlacedDocument<'m> {
    /// Which document it is.
    pub document: Document,
    /// The number of its pages.
    pub pages: usize,
    /// Its file or its folder. For one file per page, the path that theirs are derived from.
    pub path: PathBuf,
    /// The paths and contents of its files.
    pub files: Vec<(PathBuf, &'m [u8])>,
}

/// Why documents could not be written.
pub enum WriteFault {
    /// The file is one that the documents are made from.
    OwnInput(PathBuf),
    /// The folder is neither empty nor an earlier document.
    NotADocument(PathBuf),
    /// The file or folder cannot be written.
    Io(PathBuf, io::Error),
}

/// The usual path of documents: `path` with the name of the document unless that is the report, and the ending of the
/// format. The paths of several documents are derived from it.
pub fn usual_path(path: &Path, documents: &[Document], format: Format) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let suffix = match documents {
        [document] if *document != Document::Report => format!("-{}", document.name()),
        _ => String::new(),
    };
    path.with_file_name(format!("{name}{suffix}.{}", format.name()))
}

/// Gives the files of documents their paths. `path` is that of a single document, or the one that the paths of several
/// are derived from.
pub fn place<'m>(path: &Path, made: &'m [MadeDocument], format: Format) -> Vec<PlacedDocument<'m>> {
    let several = made.len() > 1;
    let placed = |MadeDocument { document, made }: &'m MadeDocument| {
        let path = if several { with_suffix(path, document.name()) } else { path.to_owned() };
        let files = made.files.iter().zip(1..);
        let file_path = |(file, number): (&OutputFile, usize)| match format.output() {
            OutputKind::File => path.clone(),
            OutputKind::FilePerPage => page_path(&path, number),
            OutputKind::Folder => path.join(&file.name),
        };
        let files = files.map(|(file, number)| (file_path((file, number)), file.bytes.as_slice())).collect();
        PlacedDocument { document: *document, pages: made.page_count, path, files }
    };
    made.iter().map(placed).collect()
}

/// Writes all files or none. Folders that are not there are made. Fails if a file would overwrite an input, or if an
/// existing output folder is neither empty nor an earlier document.
pub fn write_documents(
    placed: &[PlacedDocument],
    format: Format,
    inputs: &[PathBuf],
    writer: &Writer,
) -> Result<(), WriteFault> {
    let files: Vec<(PathBuf, &[u8])> = placed.iter().flat_map(|document| document.files.clone()).collect();
    if let Some((own, _)) = files.iter().find(|(path, _)| is_input(path, inputs)) {
        return Err(WriteFault::OwnInput(own.clone()));
    }
    if format.output() == OutputKind::Folder {
        placed.iter().try_for_each(|document| can_be_replaced(&document.path))?;
    }
    for folder in files.iter().filter_map(|(path, _)| path.parent()) {
        fs::create_dir_all(folder).map_err(|error| WriteFault::Io(folder.to_owned(), error))?;
    }
    writer.write(&files).map_err(|(path, error)| WriteFault::Io(path, error))
}

/// Existing files that are named like further pages of a document. They may be left over from an earlier, longer one.
pub fn further_pages(document: &PlacedDocument, format: Format, inputs: &[PathBuf]) -> Vec<PathBuf> {
    if format.output() != OutputKind::FilePerPage {
        return Vec::new();
    }
    let further = (document.files.len() + 1..).map(|number| page_path(&document.path, number));
    further.take_while(|path| path.exists() && !is_input(path, inputs)).collect()
}

/// Fails unless a document's folder is empty or contains an earlier document. No file in it is removed.
fn can_be_replaced(path: &Path) -> Result<(), WriteFault> {
    let is_empty = fs::read_dir(path).map_or(true, |mut entries| entries.next().is_none());
    if is_empty || SOURCES_MARKS.iter().all(|mark| path.join(mark).is_file()) {
        return Ok(());
    }
    Err(WriteFault::NotADocument(path.to_owned()))
}

fn is_input(path: &Path, inputs: &[PathBuf]) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    inputs.iter().any(|input| input.canonicalize().is_ok_and(|input| input == path))
}

/// The format that the file's extension names. `None` if it names none.
pub fn format_of_extension(path: &Path) -> Option<Format> {
    path.extension()?.to_str()?.parse().ok()
}

/// Replaces the extension of a known format with that of `format`. Appends it if there is none.
pub fn with_extension_of(path: &Path, format: Format) -> PathBuf {
    let (stem, _) = split_extension(path);
    path.with_file_name(format!("{stem}.{}", format.name()))
}

/// The path of a page's file, such as `report-1.png`.
fn page_path(path: &Path, number: usize) -> PathBuf {
    with_suffix(path, &number.to_string())
}

/// Adds a suffix to a file name: `report.pdf` becomes `report-memo.pdf`.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let (stem, extension) = split_extension(path);
    path.with_file_name(format!("{stem}-{suffix}{extension}"))
}

/// Splits a file name into its stem and the extension of a known format, with its dot. Any other dot is part of the
/// stem: `รายงาน พ.ศ.2567`.
fn split_extension(path: &Path) -> (String, String) {
    let name = path.file_name().unwrap_or(OsStr::new("report")).to_string_lossy();
    match (format_of_extension(path), name.rfind('.')) {
        (Some(_), Some(dot)) => (name[..dot].to_owned(), name[dot..].to_owned()),
        _ => (name.into_owned(), String::new()),
    }
}
