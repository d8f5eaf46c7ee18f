//! Where the documents of `render` go: to standard output, or to files with distinct names.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::args::{Documents, RenderArgs};
use super::catalogue::Catalogue;
use super::input::is_stream;
use super::outcome::Failure;
use super::terminal::write_bytes;
use crate::disk::{
    MadeDocument, PlacedDocument, WriteFault, Writer, format_of_extension, further_pages, place, usual_path,
    with_extension_of, write_documents,
};
use crate::export::{Format, OutputKind};

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
        let beside = usual_path(&file.with_extension(""), args.making.document.each(), format);
        let output = match &args.output {
            None if is_stream(file) => Output::Stdout,
            None => Output::Path(beside),
            Some(path) if path == "-" => Output::Stdout,
            // If the single document is a folder, `-o` names that folder itself.
            Some(path) if format.output() == OutputKind::Folder && args.making.document != Documents::All => {
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

    /// Writes all files or none, see [`write_documents`].
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
        let placed = place(&path, made, format);
        write_documents(&placed, format, inputs, &Writer::default())
            .map_err(|fault| write_failure(fault, catalogue))?;
        let written = |document: PlacedDocument| {
            let further = further_pages(&document, format, inputs);
            let files: Vec<PathBuf> = document.files.into_iter().map(|(path, _)| path).collect();
            match format.output() {
                OutputKind::FilePerPage => {
                    let first = files.first().cloned().unwrap_or(document.path);
                    let last = files.get(1..).and_then(<[PathBuf]>::last).cloned();
                    Written { path: first, last, further, files }
                }
                OutputKind::File | OutputKind::Folder => {
                    Written { path: document.path, last: None, further, files }
                }
            }
        };
        Ok(placed.into_iter().map(written).collect())
    }
}

/// The failure for documents that could not be written.
pub(super) fn write_failure(fault: WriteFault, catalogue: &Catalogue) -> Failure {
    let message = |name, path: PathBuf| Failure::Message(name, vec![("path", path.as_path().into())]);
    match fault {
        WriteFault::OwnInput(path) => message("own-input", path),
        WriteFault::NotADocument(path) => message("not-a-document", path),
        WriteFault::Io(path, error) => Failure::write(&path, &error, catalogue),
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

/// Writes a single file to standard output. Fails if there are several.
fn to_stdout(made: &[MadeDocument], format: Format, catalogue: &Catalogue) -> Result<(), Failure> {
    let files: Vec<_> =
        place(Path::new("-"), made, format).into_iter().flat_map(|document| document.files).collect();
    if files.len() > 1 {
        return Err(Failure::Message("several-to-stdout", vec![("count", files.len().into())]));
    }
    if std::io::stdout().is_terminal() {
        return Err(Failure::Message("not-to-terminal", Vec::new()));
    }
    let written = files.iter().try_for_each(|(_, file)| write_bytes(file));
    written.map_err(|error| Failure::write(Path::new("-"), &error, catalogue))
}
