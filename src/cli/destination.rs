//! Where documents go: to standard output, or to files with distinct names.

use std::ffi::OsStr;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::args::{Documents, RenderArgs, format_of_extension};
use super::catalogue::Catalogue;
use super::input::is_stream;
use super::outcome::Failure;
use super::terminal::write_bytes;
use crate::disk::write_whole;
use crate::export::{Format, Made, OutputFile, OutputKind};
use crate::typeset::SOURCES_MARKS;
use crate::view::Document;

/// A document with its content.
pub(super) struct MadeDocument {
    pub document: Document,
    pub made: Made,
}

impl MadeDocument {
    /// The paths and contents of the document's files. `path` is that of the whole document.
    fn files(&self, path: &Path, format: Format) -> Vec<(PathBuf, &[u8])> {
        let files = self.made.files.iter().zip(1..);
        let placed = |(file, number): (&OutputFile, usize)| match format.output() {
            OutputKind::File => path.to_owned(),
            OutputKind::FilePerPage => page_path(path, number),
            OutputKind::Folder => path.join(&file.name),
        };
        files.map(|(file, number)| (placed((file, number)), file.bytes.as_slice())).collect()
    }
}

/// The paths of a document that was written.
pub(super) struct Written {
    /// Its file, its folder, or the file of its first page.
    pub path: PathBuf,
    /// The file of its last page, if it has several files.
    pub last: Option<PathBuf>,
    /// Existing files that are named like further pages. They may be left over from an earlier, longer document.
    pub further: Vec<PathBuf>,
    /// All its files.
    pub files: Vec<PathBuf>,
}

/// Where the documents go.
pub(super) struct Destination {
    format: Format,
    output: Output,
}

enum Output {
    Stdout,
    /// The path of a single document: a file or a folder. The paths of several documents or pages are derived from it.
    Path(PathBuf),
}

impl Destination {
    /// The destination that `-o` gives: `-` for standard output, a file, or a folder to put the file in. By default,
    /// standard output for a report from standard input or a pipe; otherwise a file beside the report file, with the same name, the name of the document unless it is the report, and the
    /// format's extension.
    pub fn new(args: &RenderArgs, file: &Path) -> Self {
        let format = args.format();
        let beside = file.with_extension(format.name());
        let beside = match args.document {
            Documents::One(Document::Report) | Documents::All => beside,
            Documents::One(document) => with_suffix(&beside, document.name()),
        };
        let output = match &args.output {
            None if is_stream(file) => Output::Stdout,
            None => Output::Path(beside),
            Some(path) if path == "-" => Output::Stdout,
            // If the single document is a folder, `-o` names that folder itself.
            Some(path) if format.output() == OutputKind::Folder && args.document != Documents::All => {
                Output::Path(path.clone())
            }
            Some(path) if is_folder(path) => Output::Path(path.join(beside.file_name().unwrap_or_default())),
            // Further file names are derived from this one, so it needs the format's extension.
            Some(path) if args.makes_several_files() => Output::Path(with_extension_of(path, format)),
            Some(path) => Output::Path(path.clone()),
        };
        Destination { format, output }
    }

    /// Checks that `-o` can be the place of the documents of these report files. For several of them it is a folder.
    pub fn check(args: &RenderArgs) -> Result<(), Failure> {
        let several = args.files.len() > 1;
        let fail = |message, path: &Path| Err(Failure::Message(message, vec![("path", path.into())]));
        match &args.output {
            None if several && args.files.iter().any(|file| is_stream(file)) => {
                fail("several-with-stdin", Path::new("-"))
            }
            Some(path) if several && !is_folder(path) => fail("several-to-one", path),
            Some(path) if path != "-" && !is_folder(path) && has_unknown_ending(path) => {
                let formats = Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", ");
                let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned());
                Err(Failure::Message(
                    "unknown-ending",
                    vec![("ending", ending.unwrap_or_default().into()), ("formats", formats.into())],
                ))
            }
            _ => Ok(()),
        }
    }

    /// Writes all files or none. Folders that are not there are made. Fails if a file would overwrite an input, or if an existing output folder is neither
    /// empty nor an earlier document.
    pub fn write(
        self,
        inputs: &[PathBuf],
        made: &[MadeDocument],
        catalogue: &Catalogue,
    ) -> Result<Vec<Written>, Failure> {
        let format = self.format;
        let path = match self.output {
            Output::Path(path) => path,
            Output::Stdout => return to_stdout(made, format, catalogue).map(|()| Vec::new()),
        };
        let several = made.len() > 1;
        let document_path = |made: &MadeDocument| match several {
            true => with_suffix(&path, made.document.name()),
            false => path.clone(),
        };
        let paths: Vec<PathBuf> = made.iter().map(document_path).collect();
        let is_input = |path: &Path| inputs.iter().any(|input| same_file(path, input));
        let placed: Vec<_> = made.iter().zip(&paths).map(|(made, path)| made.files(path, format)).collect();
        let files = placed.concat();
        if let Some((own, _)) = files.iter().find(|(path, _)| is_input(path)) {
            return Err(Failure::Message("own-input", vec![("path", own.as_path().into())]));
        }
        if format.output() == OutputKind::Folder {
            for (path, files) in paths.iter().zip(&placed) {
                make_folder(path, files, catalogue)?;
            }
        }
        for folder in files.iter().filter_map(|(path, _)| path.parent()) {
            fs::create_dir_all(folder).map_err(|error| Failure::write(folder, &error, catalogue))?;
        }
        write_whole(&files).map_err(|(path, error)| Failure::write(&path, &error, catalogue))?;
        let written = |(path, files): (PathBuf, Vec<(PathBuf, _)>)| {
            let files: Vec<PathBuf> = files.into_iter().map(|(path, _)| path).collect();
            match format.output() {
                OutputKind::FilePerPage => {
                    let further = (files.len() + 1..).map(|number| page_path(&path, number));
                    let further = further.take_while(|path| path.exists() && !is_input(path)).collect();
                    let first = files.first().cloned().unwrap_or(path);
                    let last = files.get(1..).and_then(<[PathBuf]>::last).cloned();
                    Written { path: first, last, further, files }
                }
                OutputKind::File | OutputKind::Folder => {
                    Written { path, last: None, further: Vec::new(), files }
                }
            }
        };
        Ok(paths.into_iter().zip(placed).map(written).collect())
    }
}

/// Whether the path is a folder, or is written as one: `documents/`.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

/// Whether a file name ends like those of some other format. Anything else behind a dot is part of the name:
/// `รายงาน พ.ศ.2567`.
fn has_unknown_ending(path: &Path) -> bool {
    let Some(ending) = path.extension().and_then(|ending| ending.to_str()) else { return false };
    let is_ending = ending.len() <= 5
        && ending.starts_with(|c: char| c.is_ascii_alphabetic())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_ending && format_of_extension(path).is_none()
}

/// Creates a document's folder and the folders within it. An existing folder must be empty or contain an earlier
/// document. No file in it is removed.
fn make_folder(path: &Path, files: &[(PathBuf, &[u8])], catalogue: &Catalogue) -> Result<(), Failure> {
    let is_empty = fs::read_dir(path).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty && !SOURCES_MARKS.iter().all(|mark| path.join(mark).is_file()) {
        return Err(Failure::Message("not-a-document", vec![("path", path.into())]));
    }
    for folder in files.iter().filter_map(|(file, _)| file.parent()) {
        fs::create_dir_all(folder).map_err(|error| Failure::write(path, &error, catalogue))?;
    }
    Ok(())
}

/// Writes a single file to standard output. Fails if there are several.
fn to_stdout(made: &[MadeDocument], format: Format, catalogue: &Catalogue) -> Result<(), Failure> {
    let files: Vec<_> = made.iter().flat_map(|made| made.files(Path::new("-"), format)).collect();
    if files.len() > 1 {
        return Err(Failure::Message("several-to-stdout", vec![("count", files.len().into())]));
    }
    if std::io::stdout().is_terminal() {
        return Err(Failure::Message("not-to-terminal", Vec::new()));
    }
    let written = files.iter().try_for_each(|(_, file)| write_bytes(file));
    written.map_err(|error| Failure::write(Path::new("-"), &error, catalogue))
}

/// The path of a page's file, such as `report-1.png`.
fn page_path(path: &Path, number: usize) -> PathBuf {
    with_suffix(path, &number.to_string())
}

/// Replaces the extension of a known format with that of `format`. Appends it if there is none.
fn with_extension_of(path: &Path, format: Format) -> PathBuf {
    let (stem, _) = split_extension(path);
    path.with_file_name(format!("{stem}.{}", format.name()))
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

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
