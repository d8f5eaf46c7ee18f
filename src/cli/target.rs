//! Where documents go: standard output, or files whose names tell them apart.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Failure;
use super::args::{Document, Render, RenderFormat};
use super::catalogue::Catalogue;
use crate::export;
use crate::typeset;

/// A document made.
pub(super) struct Made {
    pub document: Document,
    pub pages: usize,
    pub files: Files,
}

/// A document as the files of its format.
pub(super) enum Files {
    Whole(Vec<u8>),
    Pages(Vec<Vec<u8>>),
    /// Files by their paths below a folder.
    Folder(BTreeMap<String, Vec<u8>>),
}

impl Files {
    /// The files with their paths, for a document to be written to `path`.
    fn named(&self, path: &Path) -> Vec<(PathBuf, &[u8])> {
        match self {
            Files::Whole(file) => vec![(path.to_owned(), file)],
            Files::Pages(files) => {
                (1..).zip(files).map(|(number, file)| (page(path, number), file.as_slice())).collect()
            }
            Files::Folder(files) => {
                files.iter().map(|(name, file)| (path.join(name), file.as_slice())).collect()
            }
        }
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
pub(super) enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    /// What `-o` says: `-`, a file, or a folder to put it in; by default the report file's own name with the
    /// document's, if it is not the report, and the format's ending.
    pub fn of(args: &Render) -> Self {
        let format = args.format();
        let beside = args.file.with_extension(format.ending());
        let beside = match args.document {
            Document::Report | Document::All => beside,
            document => with_suffix(&beside, document.name()),
        };
        let is_folder =
            |path: &Path| path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator);
        match &args.output {
            None => Target::File(beside),
            Some(path) if path == "-" => Target::Stdout,
            // One document for Typst is a folder itself.
            Some(path) if format == RenderFormat::Typst && args.document != Document::All => {
                Target::File(path.clone())
            }
            Some(path) if is_folder(path) => Target::File(path.join(beside.file_name().unwrap_or_default())),
            // Names are made of this one, and need an ending that says what they are.
            Some(path) if args.makes_several_files() => Target::File(with_ending(path, format)),
            Some(path) => Target::File(path.clone()),
        }
    }

    /// Writes all files or none. None of them may take the place of an input, and no folder that of a user's own.
    pub fn write(
        self,
        inputs: &[&Path],
        made: &[Made],
        catalogue: &Catalogue,
    ) -> Result<Vec<Written>, Failure> {
        let path = match self {
            Target::File(path) => path,
            Target::Stdout => return to_stdout(made, catalogue).map(|()| Vec::new()),
        };
        let several = made.len() > 1;
        let own = |made: &Made| if several { with_suffix(&path, made.document.name()) } else { path.clone() };
        let paths: Vec<PathBuf> = made.iter().map(own).collect();
        let is_input = |path: &Path| inputs.iter().any(|input| same_file(path, input));
        let named: Vec<_> = made.iter().zip(&paths).map(|(made, path)| made.files.named(path)).collect();
        let files = named.concat();
        if let Some((own, _)) = files.iter().find(|(path, _)| is_input(path)) {
            return Err(Failure::Message("own-input", vec![("path", own.display().to_string().into())]));
        }
        for (made, path) in made.iter().zip(&paths) {
            if let Files::Folder(files) = &made.files {
                make_folder(path, files, catalogue)?;
            }
        }
        export::write_whole(&files).map_err(|(path, error)| Failure::write(&path, &error, catalogue))?;
        let written = |((made, path), files): ((&Made, PathBuf), Vec<(PathBuf, _)>)| match made.files {
            Files::Pages(_) => {
                let further = (files.len() + 1..).map(|number| page(&path, number));
                let further = further.take_while(|path| path.exists() && !is_input(path)).collect();
                let mut pages = files.into_iter().map(|(path, _)| path);
                let first = pages.next().unwrap_or(path);
                Written { path: first, last: pages.next_back(), further }
            }
            _ => Written { path, last: None, further: Vec::new() },
        };
        Ok(made.iter().zip(paths).zip(named).map(written).collect())
    }
}

/// Makes a document's folder. One that is there has to be empty, or an earlier document's; no file in it is removed.
fn make_folder(path: &Path, files: &BTreeMap<String, Vec<u8>>, catalogue: &Catalogue) -> Result<(), Failure> {
    let is_empty = fs::read_dir(path).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty && !typeset::SOURCES_MARKS.iter().all(|mark| path.join(mark).is_file()) {
        return Err(Failure::Message("not-a-document", vec![("path", path.display().to_string().into())]));
    }
    for folder in files.keys().filter_map(|file| Path::new(file).parent()) {
        fs::create_dir_all(path.join(folder)).map_err(|error| Failure::write(path, &error, catalogue))?;
    }
    Ok(())
}

/// One file can go to standard output, several cannot.
fn to_stdout(made: &[Made], catalogue: &Catalogue) -> Result<(), Failure> {
    let files: Vec<(PathBuf, &[u8])> =
        made.iter().flat_map(|made| made.files.named(Path::new("-"))).collect();
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

/// A name with a format's ending in place of another format's.
fn with_ending(path: &Path, format: RenderFormat) -> PathBuf {
    let (stem, _) = parts(path);
    path.with_file_name(format!("{stem}.{}", format.ending()))
}

/// `report.pdf` as `report-memo.pdf`.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let (stem, ending) = parts(path);
    path.with_file_name(format!("{stem}-{suffix}{ending}"))
}

/// A file's name without and with a format's ending. Another point is part of the name: `รายงาน พ.ศ.2567`.
fn parts(path: &Path) -> (String, String) {
    let name = path.file_name().unwrap_or(OsStr::new("report")).to_string_lossy();
    match (RenderFormat::of_ending(path), name.rfind('.')) {
        (Some(_), Some(point)) => (name[..point].to_owned(), name[point..].to_owned()),
        _ => (name.into_owned(), String::new()),
    }
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
