//! Where documents go: standard output, or files whose names tell them apart.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Failure;
use super::args::{Document, Render, RenderFormat};
use super::catalogue::Catalogue;
use crate::export;

/// A document made, as the files of its format.
pub(super) struct Made {
    pub document: Document,
    pub pages: usize,
    pub files: Vec<Vec<u8>>,
}

/// Where documents go.
pub(super) enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    /// What `-o` says: `-`, a file, or a folder to put it in; by default the report file's own name with the
    /// format's ending.
    pub fn of(args: &Render) -> Self {
        let beside = args.file.with_extension(args.format.ending());
        match &args.output {
            None => Target::File(beside),
            Some(path) if path == "-" => Target::Stdout,
            Some(path) if path.is_dir() => Target::File(path.join(beside.file_name().unwrap_or_default())),
            Some(path) => Target::File(path.clone()),
        }
    }

    /// Writes all files or none and returns the name of each document's first one. None of them may take the place of
    /// an input.
    pub fn write(
        self,
        format: RenderFormat,
        inputs: &[&Path],
        made: &[Made],
        catalogue: &Catalogue,
    ) -> Result<Vec<PathBuf>, Failure> {
        let path = match self {
            Target::File(path) => path,
            Target::Stdout => return to_stdout(made, catalogue).map(|()| Vec::new()),
        };
        let several = made.len() > 1;
        let named = made.iter().flat_map(|made| {
            let document = several.then(|| made.document.name());
            let path = &path;
            (1..).zip(&made.files).map(move |(page, file)| {
                let page = (format != RenderFormat::Pdf).then_some(page);
                (name(path, document, page), file.as_slice())
            })
        });
        let files: Vec<(PathBuf, &[u8])> = named.collect();
        let own = files.iter().find(|(path, _)| inputs.iter().any(|input| same_file(path, input)));
        if let Some((own, _)) = own {
            return Err(Failure::Message("own-input", vec![("path", own.display().to_string())]));
        }
        export::write_whole(&files).map_err(|(path, error)| Failure::write(&path, &error, catalogue))?;
        let mut names = files.into_iter().map(|(path, _)| path);
        let first = |made: &Made| {
            let first = names.next();
            names.by_ref().take(made.files.len().saturating_sub(1)).for_each(drop);
            first
        };
        Ok(made.iter().filter_map(first).collect())
    }
}

/// One file can go to standard output, several cannot.
fn to_stdout(made: &[Made], catalogue: &Catalogue) -> Result<(), Failure> {
    let files: Vec<&Vec<u8>> = made.iter().flat_map(|made| &made.files).collect();
    if files.len() > 1 {
        return Err(Failure::Message("several-to-stdout", vec![("count", files.len().to_string())]));
    }
    let mut out = std::io::stdout().lock();
    let written = files.iter().try_for_each(|file| out.write_all(file)).and_then(|()| out.flush());
    written.map_err(|error| Failure::write(Path::new("-"), &error, catalogue))
}

/// `report.pdf` as `report-memo.pdf`, `report.png` as `report-1.png` or `report-memo-1.png`.
fn name(path: &Path, document: Option<&str>, page: Option<usize>) -> PathBuf {
    if document.is_none() && page.is_none() {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or(OsStr::new("report")).to_owned();
    for part in document.map(str::to_owned).into_iter().chain(page.map(|page| page.to_string())) {
        name.push("-");
        name.push(part);
    }
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
