//! The Typst `World` that a template is compiled in: the templates, the given files, the fonts, and the files of the
//! user's folder of templates, nothing else.

use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::assets::{TEMPLATES, file_id, is_source};
use super::faces::TypstFonts;
use super::line_breaks;
use super::table;
use super::templates::{OwnFiles, Refused, Templates};
use super::texts;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    library.global.scope_mut().define_func::<line_breaks::thai_breaks>();
    library.global.scope_mut().define_func::<line_breaks::thai_phrases>();
    library.global.scope_mut().define_func::<line_breaks::thai_lines>();
    library.global.scope_mut().define_func::<table::thai_table>();
    library.global.scope_mut().define_func::<texts::report_digits>();
    library.global.scope_mut().define_func::<texts::report_prose>();
    LazyHash::new(library)
});

/// The library whose functions record their results.
static RECORDING: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    library.global.scope_mut().define_func::<line_breaks::recorded_breaks>();
    library.global.scope_mut().define_func::<line_breaks::recorded_phrases>();
    library.global.scope_mut().define_func::<line_breaks::recorded_lines>();
    library.global.scope_mut().define_func::<table::recorded_table>();
    library.global.scope_mut().define_func::<texts::recorded_digits>();
    library.global.scope_mut().define_func::<texts::recorded_prose>();
    LazyHash::new(library)
});

/// Which variants of this program's native functions templates call.
#[derive(Debug, Clone, Copy)]
pub(super) enum Functions {
    Plain,
    /// Each records its result.
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
    /// The other files of the user's folder of templates.
    others: Option<&'w OwnFiles>,
    asked: Mutex<Asked>,
}

/// What templates asked for.
#[derive(Default)]
pub(super) struct Asked {
    /// The files of the user's folder that replace no embedded ones, by path.
    pub read: BTreeMap<String, Bytes>,
    /// The files that could not be read.
    pub refused: Vec<Refused>,
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
        let others = templates.others();
        DocumentWorld { main: file_id(main), own, files, fonts, functions, others, asked: Mutex::default() }
    }

    /// What templates have asked for.
    pub fn into_asked(self) -> Asked {
        self.asked.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads from the user's folder with `read`, and remembers the file.
    fn other<T>(&self, id: FileId, read: impl Fn(&OwnFiles, &str) -> Result<T, Refused>) -> FileResult<T> {
        // A package has files of the same names.
        let others =
            self.others.filter(|_| *id.get().root() == VirtualRoot::Project).ok_or_else(|| not_found(id))?;
        let path = id.get().vpath().get_with_slash();
        let found = read(others, path).and_then(|found| Ok((found, others.bytes(path)?)));
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        match found {
            Ok((found, bytes)) => {
                asked.read.insert(path.to_owned(), bytes);
                Ok(found)
            }
            Err(refused) => {
                let error = FileError::from(&refused);
                asked.refused.push(refused);
                Err(error)
            }
        }
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
        match self.own.get(&id).copied().or_else(|| SOURCES.get(&id)) {
            Some(source) => Ok(source.clone()),
            None => self.other(id, |others, path| others.source(id, path)),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match self.files.get(&id).copied() {
            Some(bytes) => Ok(bytes.clone()),
            None => self.other(id, OwnFiles::bytes),
        }
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
