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

/// A document made.
pub(super) struct Made {
    pub document: Document,
    pub pages: usize,
    pub files: Files,
}

impl Made {
    /// The page of an earlier, longer run that lies behind the last one. `first` is the file of the first page.
    pub fn left_behind(&self, first: &Path) -> Option<PathBuf> {
        let Files::Pages(pages) = &self.files else { return None };
        let stem = first.file_stem()?.to_str()?.strip_suffix("-1")?;
        let name = format!("{stem}-{}.{}", pages.len() + 1, first.extension()?.to_str()?);
        Some(first.with_file_name(name)).filter(|path| path.exists())
    }
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
                let page =
                    |(number, file)| (with_suffix(path, &usize::to_string(&number)), Vec::as_slice(file));
                (1..).zip(files).map(page).collect()
            }
            Files::Folder(files) => {
                files.iter().map(|(name, file)| (path.join(name), file.as_slice())).collect()
            }
        }
    }
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
            // The folder is the document.
            Some(path) if args.format == RenderFormat::Typst => Target::File(path.clone()),
            Some(path) if path.is_dir() => Target::File(path.join(beside.file_name().unwrap_or_default())),
            Some(path) => Target::File(path.clone()),
        }
    }

    /// Writes all files or none and returns the name of each document's first one. None of them may take the place of
    /// an input.
    pub fn write(
        self,
        inputs: &[&Path],
        made: &[Made],
        catalogue: &Catalogue,
    ) -> Result<Vec<PathBuf>, Failure> {
        let path = match self {
            Target::File(path) => path,
            Target::Stdout => return to_stdout(made, catalogue).map(|()| Vec::new()),
        };
        let several = made.len() > 1;
        let own_path =
            |made: &Made| if several { with_suffix(&path, made.document.name()) } else { path.clone() };
        let named: Vec<_> = made.iter().map(|made| made.files.named(&own_path(made))).collect();
        let files: Vec<(PathBuf, &[u8])> = named.iter().flatten().cloned().collect();
        let own = files.iter().find(|(path, _)| inputs.iter().any(|input| same_file(path, input)));
        if let Some((own, _)) = own {
            return Err(Failure::Message("own-input", vec![("path", own.display().to_string())]));
        }
        for (path, _) in &files {
            let folder =
                path.parent().filter(|_| made.iter().any(|made| matches!(made.files, Files::Folder(_))));
            folder
                .map_or(Ok(()), fs::create_dir_all)
                .map_err(|error| Failure::write(path, &error, catalogue))?;
        }
        export::write_whole(&files).map_err(|(path, error)| Failure::write(&path, &error, catalogue))?;
        let told = |(made, files): (&Made, Vec<(PathBuf, _)>)| match made.files {
            Files::Folder(_) => Some(own_path(made)),
            _ => files.into_iter().next().map(|(path, _)| path),
        };
        Ok(made.iter().zip(named).filter_map(told).collect())
    }
}

/// One file can go to standard output, several cannot.
fn to_stdout(made: &[Made], catalogue: &Catalogue) -> Result<(), Failure> {
    let files: Vec<(PathBuf, &[u8])> =
        made.iter().flat_map(|made| made.files.named(Path::new("-"))).collect();
    if files.len() > 1 {
        return Err(Failure::Message("several-to-stdout", vec![("count", files.len().to_string())]));
    }
    let mut out = std::io::stdout().lock();
    let written = files.iter().try_for_each(|(_, file)| out.write_all(file)).and_then(|()| out.flush());
    written.map_err(|error| Failure::write(Path::new("-"), &error, catalogue))
}

/// `report.pdf` as `report-memo.pdf`.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or(OsStr::new("report")).to_owned();
    name.push("-");
    name.push(suffix);
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
