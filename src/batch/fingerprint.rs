//! Tells by hashes whether what a document was made from is still the same.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::hash::Hasher;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};

use crate::files::{Bytes, FileFault, Files};

/// A hash of 128 bits: SipHash-1-3 with the key 0, which gives the same result on every machine. It is to tell changes, not
/// to keep out somebody who looks for two files with the same hash.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(u128);

impl Digest {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut fingerprint = Fingerprint::new();
        fingerprint.0.write(bytes);
        fingerprint.finish()
    }

    /// The hash of a file's content.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut fingerprint = Fingerprint::new();
        let mut part = vec![0; 1 << 16];
        loop {
            match file.read(&mut part)? {
                0 => return Ok(fingerprint.finish()),
                length => fingerprint.0.write(&part[..length]),
            }
        }
    }

    /// The lower half of its bits.
    pub(super) fn low(self) -> u64 {
        self.0 as u64
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        u128::from_str_radix(&text, 16).map(Digest)
    }
}

/// A hash of several parts in their order.
pub struct Fingerprint(SipHasher13);

impl Default for Fingerprint {
    fn default() -> Self {
        Fingerprint::new()
    }
}

impl Fingerprint {
    /// A fingerprint without parts.
    pub fn new() -> Self {
        Fingerprint(SipHasher13::new())
    }

    /// Adds a part.
    pub fn add(&mut self, part: &[u8]) {
        // With its length, so that the end of one part cannot be the beginning of the next.
        self.0.write(&(part.len() as u64).to_le_bytes());
        self.0.write(part);
    }

    /// The hash of the parts.
    pub fn finish(&self) -> Digest {
        Digest(self.0.finish128().into())
    }
}

/// The hash of all files in a folder and below, with their names.
pub fn digest_of_folder(folder: &Path) -> io::Result<Digest> {
    let mut fingerprint = Fingerprint::new();
    add_folder(folder, &mut fingerprint)?;
    Ok(fingerprint.finish())
}

fn add_folder(folder: &Path, fingerprint: &mut Fingerprint) -> io::Result<()> {
    let mut entries = std::fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        let (path, kind) = (entry.path(), entry.file_type()?);
        fingerprint.add(entry.file_name().as_encoded_bytes());
        if kind.is_dir() {
            add_folder(&path, fingerprint)?;
            fingerprint.add(b"");
        } else if path.is_file() {
            fingerprint.add(&Digest::of_file(&path)?.0.to_le_bytes());
        }
    }
    Ok(())
}

/// What a report can ask about the files beside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Question {
    /// The content of a file.
    Read(String),
    /// The names of the files in a folder.
    List(String),
    /// The names of the folders in a folder.
    Folders(String),
}

impl Question {
    /// The hash of the answer. That there is no such file is an answer too.
    fn answer(&self, files: &dyn Files) -> Digest {
        match self {
            Question::Read(name) => digest_of_file(&files.read(name)),
            Question::List(folder) => digest_of_names(&files.list(folder)),
            Question::Folders(folder) => digest_of_names(&Ok(files.folders(folder))),
        }
    }
}

fn digest_of_file(read: &Result<Bytes, FileFault>) -> Digest {
    match read {
        Ok(bytes) => Digest::of(bytes),
        Err(fault) => digest_of_fault(fault),
    }
}

fn digest_of_names(listed: &Result<Vec<String>, FileFault>) -> Digest {
    match listed {
        Ok(names) => {
            let mut fingerprint = Fingerprint::new();
            names.iter().for_each(|name| fingerprint.add(name.as_bytes()));
            fingerprint.finish()
        }
        Err(fault) => digest_of_fault(fault),
    }
}

fn digest_of_fault(fault: &FileFault) -> Digest {
    Digest::of(format!("{fault:?}").as_bytes())
}

/// The questions about files, and the hashes of the answers.
pub(super) type Answers = Vec<(Question, Digest)>;

/// Whether files still give the same answers.
pub(super) fn are_same(answers: &Answers, files: &dyn Files) -> bool {
    answers.iter().all(|(question, answer)| question.answer(files) == *answer)
}

/// Files that remember what they were asked, and what they answered.
pub(super) struct Asked<'f> {
    files: &'f dyn Files,
    answers: Mutex<BTreeMap<Question, Digest>>,
}

impl<'f> Asked<'f> {
    pub fn new(files: &'f dyn Files) -> Self {
        Asked { files, answers: Mutex::default() }
    }

    /// All questions so far, with the hashes of the answers.
    pub fn answers(self) -> Answers {
        self.answers.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect()
    }

    fn note(&self, question: Question, answer: Digest) {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).insert(question, answer);
    }
}

impl Files for Asked<'_> {
    fn read(&self, name: &str) -> Result<Bytes, FileFault> {
        let read = self.files.read(name);
        self.note(Question::Read(name.to_owned()), digest_of_file(&read));
        read
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, FileFault> {
        let listed = self.files.list(folder);
        self.note(Question::List(folder.to_owned()), digest_of_names(&listed));
        listed
    }

    fn folders(&self, folder: &str) -> Vec<String> {
        let folders = self.files.folders(folder);
        self.note(Question::Folders(folder.to_owned()), digest_of_names(&Ok(folders.clone())));
        folders
    }
}
