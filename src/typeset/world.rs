//! The Typst `World` that a template is compiled in: the templates, the given files and the fonts, nothing else.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::assets::{TEMPLATES, file_id, is_source};
use super::faces::TypstFonts;
use super::line_breaks;
use super::table;
use super::templates::Templates;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    library.global.scope_mut().define_func::<line_breaks::thai_breaks>();
    library.global.scope_mut().define_func::<line_breaks::thai_phrases>();
    library.global.scope_mut().define_func::<line_breaks::thai_lines>();
    library.global.scope_mut().define_func::<table::thai_table>();
    LazyHash::new(library)
});

/// The library whose functions for line breaks record their results.
static RECORDING: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    library.global.scope_mut().define_func::<line_breaks::recorded_breaks>();
    library.global.scope_mut().define_func::<line_breaks::recorded_phrases>();
    library.global.scope_mut().define_func::<line_breaks::recorded_lines>();
    library.global.scope_mut().define_func::<table::recorded_table>();
    LazyHash::new(library)
});

/// Which variants of this program's native functions templates call.
#[derive(Debug, Clone, Copy)]
pub(super) enum Functions {
    Plain,
    /// Each records its result in a warning.
    Recording,
}

/// The embedded templates, parsed once.
static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let source =
        |(path, text): &(&str, &str)| (file_id(path), Source::new(file_id(path), (*text).to_owned()));
    TEMPLATES.iter().filter(|(path, _)| is_source(path)).map(source).collect()
});

pub(super) struct DocumentWorld<'w> {
    main: FileId,
    own: HashMap<FileId, &'w Source>,
    files: HashMap<FileId, &'w Bytes>,
    fonts: &'w TypstFonts,
    functions: Functions,
}

impl<'w> DocumentWorld<'w> {
    /// Creates a world with the template at `main` as its main file. Templates read `files` by path.
    pub fn new(
        main: &str,
        templates: &'w Templates,
        files: &'w BTreeMap<String, Bytes>,
        fonts: &'w TypstFonts,
        functions: Functions,
    ) -> Self {
        let own = templates.own_sources().map(|source| (source.id(), source)).collect();
        let files = files.iter().map(|(path, bytes)| (file_id(path), bytes)).collect();
        DocumentWorld { main: file_id(main), own, files, fonts, functions }
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        match self.functions {
            Functions::Plain => &LIBRARY,
            Functions::Recording => &RECORDING,
        }
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.own.get(&id).copied().or_else(|| SOURCES.get(&id)).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).copied().cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    /// Returns `None`, so that no document depends on the day it is made.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
