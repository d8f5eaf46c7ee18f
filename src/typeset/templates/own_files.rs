//! The files of a user's folder of templates that replace no embedded one: further templates, pictures and data. Each is
//! read when a template asks for it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use typst::diag::FileError;
use typst::foundations::Bytes;
use typst::syntax::{FileId, Source};

use crate::files::{FileFault, Files};
use crate::pictures::without_metadata;
use crate::report::{is_near, nearest};
use crate::typeset::assets::TEMPLATES;

/// Names that belong to the program: it writes these files into the folder of a document for plain Typst, some of them
/// for some documents only. On some systems letter case makes no difference.
const PROGRAMS_FILES: [&str; 5] = ["data.json", "face.json", "main.typ", "names.fst", "words.json"];
const PROGRAMS_FOLDERS: [&str; 2] = ["fonts/", "pictures/"];

/// A user's folder of templates.
pub(in crate::typeset) struct OwnFiles {
    /// Its name as messages show it.
    folder: String,
    files: Arc<dyn Files + Send + Sync>,
    /// What was read so far, by path. Later documents get the same.
    read: Mutex<BTreeMap<String, Result<OwnFile, Refused>>>,
}

/// A file that was read, and its source if a template imported it.
#[derive(Debug, Clone)]
struct OwnFile {
    bytes: Bytes,
    source: Option<Result<Source, Refused>>,
}

/// A file that a template cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file's name as messages show it.
    pub name: String,
    /// Why it cannot be read.
    pub why: WhyRefused,
}

/// Why a template cannot read a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyRefused {
    /// It is not in the folder of templates. With the name of a similar file beside its place, if there is one.
    Missing(Option<String>),
    /// The name is one of those that the program gives to its own files.
    Programs,
    /// It is not valid UTF-8, and a template imports it.
    NotUtf8,
    /// Another reason.
    Fault(FileFault),
}

impl fmt::Debug for OwnFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnFiles").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        match &self.why {
            WhyRefused::Missing(_) => f.write_str("no such file"),
            WhyRefused::Programs => f.write_str("a name of the program's own files"),
            WhyRefused::NotUtf8 => f.write_str("not valid UTF-8"),
            WhyRefused::Fault(fault) => fault.fmt(f),
        }
    }
}

impl From<&Refused> for FileError {
    fn from(refused: &Refused) -> Self {
        FileError::Other(Some(refused.to_string().into()))
    }
}

impl OwnFiles {
    /// A folder with this name in messages.
    pub fn new(folder: &str, files: Arc<dyn Files + Send + Sync>) -> Self {
        OwnFiles { folder: folder.to_owned(), files, read: Mutex::default() }
    }

    /// The name of a file as messages show it. `path` may begin with a slash.
    pub fn shown(&self, path: &str) -> String {
        format!("{}/{}", self.folder.trim_end_matches(['/', '\\']), path.trim_start_matches('/'))
    }

    /// The folder's files.
    pub fn files(&self) -> &dyn Files {
        &*self.files
    }

    /// The content of the file at `path`, which begins with a slash.
    pub fn bytes(&self, path: &str) -> Result<Bytes, Refused> {
        self.file(path).map(|file| file.bytes)
    }

    /// The template at `path`. `id` is the id of that path.
    pub fn source(&self, id: FileId, path: &str) -> Result<Source, Refused> {
        let file = self.file(path)?;
        if let Some(source) = file.source {
            return source;
        }
        let source = match str::from_utf8(&file.bytes) {
            Ok(text) => Ok(Source::new(id, without_mark(text).to_owned())),
            Err(_) => Err(Refused { name: self.shown(path), why: WhyRefused::NotUtf8 }),
        };
        let read = Ok(OwnFile { bytes: file.bytes, source: Some(source.clone()) });
        self.lock().insert(path.to_owned(), read);
        source
    }

    /// The template at `path`, if one was imported from there.
    pub fn imported(&self, path: &str) -> Option<Source> {
        self.lock().get(path)?.as_ref().ok()?.source.as_ref()?.as_ref().ok().cloned()
    }

    fn file(&self, path: &str) -> Result<OwnFile, Refused> {
        if let Some(read) = self.lock().get(path) {
            return read.clone();
        }
        let name = path.trim_start_matches('/');
        let refused = |why| Refused { name: self.shown(path), why };
        let read = if is_programs(name) {
            Err(refused(WhyRefused::Programs))
        } else {
            let missing = || WhyRefused::Missing(self.similar(name));
            self.files.read(name).map_err(|fault| match fault {
                FileFault::Missing => refused(missing()),
                fault => refused(WhyRefused::Fault(fault)),
            })
        };
        // Typst would put a photograph into the PDF together with the place where it was taken.
        let read = read.map(|bytes| match without_metadata(&bytes) {
            Some(bare) => OwnFile { bytes: Bytes::new(bare), source: None },
            None => OwnFile { bytes: Bytes::new(bytes), source: None },
        });
        self.lock().entry(path.to_owned()).or_insert(read).clone()
    }

    /// The file whose name is most similar, as it is named from anywhere: one in the same folder or a built-in template, or one
    /// of the same name in the folder itself.
    fn similar(&self, name: &str) -> Option<String> {
        let (folder, file) = name.rsplit_once('/').unwrap_or((".", name));
        let path =
            |found: String| if folder == "." { format!("/{found}") } else { format!("/{folder}/{found}") };
        let own = self.files.list(folder).unwrap_or_default().into_iter().map(path);
        let of_folder = |path: &&str| {
            path.rsplit_once('/')
                .is_some_and(|(place, _)| place.trim_start_matches('/') == folder.trim_matches('.'))
        };
        let built_in = TEMPLATES.iter().map(|(path, _)| *path).filter(of_folder).map(str::to_owned);
        let wanted = path(file.to_owned());
        let known: Vec<String> = own.chain(built_in).filter(|known| *known != wanted).collect();
        let similar = nearest(&wanted, known.iter().map(String::as_str))
            .filter(|found| is_near(file, found.rsplit('/').next().unwrap_or_default()));
        similar.or_else(|| self.elsewhere(name))
    }

    /// A file whose path from a template's folder is `name`, but which is in the folder itself: `/art/seal.png` for
    /// `/common/art/seal.png`.
    fn elsewhere(&self, name: &str) -> Option<String> {
        let (_, rest) = name.split_once('/')?;
        self.files.read(rest).ok().map(|_| format!("/{rest}"))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Result<OwnFile, Refused>>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A text without the byte order mark that some Windows editors begin files with. Typst would typeset it.
pub(super) fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{FEFF}')
}

/// Whether the program has a file of this name, or may write one.
fn is_programs(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    PROGRAMS_FILES.contains(&name.as_str()) || PROGRAMS_FOLDERS.iter().any(|folder| name.starts_with(folder))
}
