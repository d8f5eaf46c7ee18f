//! Where documents go: standard output, or files whose names tell them apart.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::{Documents, RenderArgs, format_of_ending};
use super::catalogue::Catalogue;
use super::outcome::Failure;
use crate::disk::write_whole;
use crate::export::{Format, Made, OutputFile, OutputKind};
use crate::typeset::SOURCES_MARKS;
use crate::view::Document;

/// A document that was made.
pub(super) struct MadeDocument {
    pub document: Document,
    pub made: Made,
}

impl MadeDocument {
    /// The files with their paths, for a document to be written to `path`.
    fn files(&self, path: &Path, format: Format) -> Vec<(PathBuf, &[u8])> {
        let files = self.made.files.iter().zip(1..);
        let placed = |(file, number): (&OutputFile, usize)| match format.output() {
            OutputKind::File => path.to_owned(),
            OutputKind::FilePerPage => page(path, number),
            OutputKind::Folder => path.join(&file.name),
        };
        files.map(|(file, number)| (placed((file, number)), file.bytes.as_slice())).collect()
    }
}

/// A document written.
pub(super) struct Written {
    /// Its file, its folder, or the file of its first page.
    pub path: PathBuf,
    /// The file of its last page, if it is another.
    pub last: Option<PathBuf>,
    /// Files that are named as further pages: of an earlier, longer document, it may be.
    pub further: Vec<PathBuf>,
}

/// Where documents go.
pub(super) struct Destination {
    format: Format,
    output: Output,
}

enum Output {
    Stdout,
    /// A file, or a folder for documents that are folders.
    Path(PathBuf),
}

impl Destination {
    /// What `-o` says: `-`, a file, or a folder to put it in; by default the report file's own name with the
    /// document's, if it is not the report, and the format's ending.
    pub fn new(args: &RenderArgs) -> Self {
        let format = args.format();
        let beside = args.file.with_extension(format.name());
        let beside = match args.document {
            Documents::One(Document::Report) | Documents::All => beside,
            Documents::One(document) => with_suffix(&beside, document.name()),
        };
        let is_folder =
            |path: &Path| path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator);
        let output = match &args.output {
            None => Output::Path(beside),
            Some(path) if path == "-" => Output::Stdout,
            // One document that is a folder is that folder itself.
            Some(path) if format.output() == OutputKind::Folder && args.document != Documents::All => {
                Output::Path(path.clone())
            }
            Some(path) if is_folder(path) => Output::Path(path.join(beside.file_name().unwrap_or_default())),
            // Names are made of this one, and need an ending that says what they are.
            Some(path) if args.makes_several_files() => Output::Path(with_ending(path, format)),
            Some(path) => Output::Path(path.clone()),
        };
        Destination { format, output }
    }

    /// Writes all files or none. None of them may take the output of an input, and no folder may be a user's own.
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
        let own_path = |made: &MadeDocument| match several {
            true => with_suffix(&path, made.document.name()),
            false => path.clone(),
        };
        let paths: Vec<PathBuf> = made.iter().map(own_path).collect();
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
        write_whole(&files).map_err(|(path, error)| Failure::write(&path, &error, catalogue))?;
        let written = |(path, files): (PathBuf, Vec<(PathBuf, _)>)| match format.output() {
            OutputKind::FilePerPage => {
                let further = (files.len() + 1..).map(|number| page(&path, number));
                let further = further.take_while(|path| path.exists() && !is_input(path)).collect();
                let mut pages = files.into_iter().map(|(path, _)| path);
                let first = pages.next().unwrap_or(path);
                Written { path: first, last: pages.next_back(), further }
            }
            OutputKind::File | OutputKind::Folder => Written { path, last: None, further: Vec::new() },
        };
        Ok(paths.into_iter().zip(placed).map(written).collect())
    }
}

/// Makes a document's folder. One that is there has to be empty, or an earlier document's; no file in it is removed.
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

/// One file can go to standard output, several cannot.
fn to_stdout(made: &[MadeDocument], format: Format, catalogue: &Catalogue) -> Result<(), Failure> {
    let files: Vec<_> = made.iter().flat_map(|made| made.files(Path::new("-"), format)).collect();
    if files.len() > 1 {
        return Err(Failure::Message("several-to-stdout", vec![("count", files.len().into())]));
    }
    let mut out = std::io::stdout().lock();
    let written = files.iter().try_for_each(|(_, file)| out.write_all(file)).and_then(|()| out.flush());
    written.map_err(|error| Failure::write(Path::new("-"), &error, catalogue))
}

/// The file of a page: `report-1.png`.
fn page(path: &Path, number: usize) -> PathBuf {
    with_suffix(path, &number.to_string())
}

/// A name with a format's ending in output of another format's.
fn with_ending(path: &Path, format: Format) -> PathBuf {
    let (stem, _) = parts(path);
    path.with_file_name(format!("{stem}.{}", format.name()))
}

/// `report.pdf` as `report-memo.pdf`.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let (stem, ending) = parts(path);
    path.with_file_name(format!("{stem}-{suffix}{ending}"))
}

/// A file's name without and with a format's ending. Another point is part of the name: `รายงาน พ.ศ.2567`.
fn parts(path: &Path) -> (String, String) {
    let name = path.file_name().unwrap_or(OsStr::new("report")).to_string_lossy();
    match (format_of_ending(path), name.rfind('.')) {
        (Some(_), Some(point)) => (name[..point].to_owned(), name[point..].to_owned()),
        _ => (name.into_owned(), String::new()),
    }
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
