//! Finds the file that was probably meant by a name that no file has. Two names may look alike and differ: systems store
//! the letters of a name in several ways, tell capitals apart or not, and hide the ending of a name.

use unicode_normalization::UnicodeNormalization;

use crate::files::Files;
use crate::report::nearest::typos;
use crate::thai::characters::{is_invisible, is_mark};
use crate::thai::digits::to_arabic;

/// The file that was probably meant by a name.
pub(super) struct NearFile {
    /// Its name, as it has to be written in the report file.
    pub name: String,
    /// Whether the two names look the same to people.
    pub looks_same: bool,
}

/// The endings of pictures, which are easily mistaken for each other.
const PICTURES: [&str; 11] =
    ["jpg", "jpeg", "jpe", "jfif", "png", "webp", "svg", "heic", "gif", "bmp", "tif"];
/// Whether a name ends as those of pictures do.
pub(super) fn is_picture(name: &str) -> bool {
    PICTURES.contains(&split_ending(name).1.to_lowercase().as_str())
}

/// The most names of a folder that are compared.
const MOST_NAMES: usize = 10_000;

/// The file nearest to a name: in the folder that the name says, as typed or with a slip, else beside the report or in a
/// folder there.
pub(super) fn nearest_file(files: &dyn Files, name: &str) -> Option<NearFile> {
    let parts = parts(name);
    let (last, folders) = parts.split_last()?;
    let list = |folder: &str| files.list(folder).unwrap_or_default();
    let named = nearest_path(files, folders);
    if let Some(folder) = &named
        && let Some(found) = nearest_name(last, &list(folder), Nearness::Typos)
    {
        return Some(near(name, joined(folder, found)));
    }
    let others = std::iter::once(".".to_owned()).chain(files.folders(".").into_iter().take(MOST_NAMES));
    let mut elsewhere = others
        .filter(|folder| named.as_ref() != Some(folder))
        .filter_map(|folder| Some(joined(&folder, nearest_name(last, &list(&folder), Nearness::Ending)?)));
    elsewhere.next().map(|found| near(name, found))
}

/// The folder nearest to a name.
pub(super) fn nearest_folder(files: &dyn Files, name: &str) -> Option<NearFile> {
    nearest_path(files, &parts(name)).filter(|found| found != ".").map(|found| near(name, found))
}

fn near(name: &str, found: String) -> NearFile {
    NearFile { looks_same: as_seen(name) == as_seen(&found), name: found }
}

fn parts(name: &str) -> Vec<&str> {
    name.split('/').filter(|part| !matches!(*part, "" | ".")).collect()
}

fn joined(folder: &str, name: &str) -> String {
    if folder == "." { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The folder that is there for a path, which may have a slip in each part.
fn nearest_path(files: &dyn Files, parts: &[&str]) -> Option<String> {
    parts.iter().try_fold(".".to_owned(), |folder, part| {
        let names = files.folders(&folder);
        Some(joined(&folder, nearest_name(part, &names, Nearness::Typos)?))
    })
}

/// How two names differ, from the least to the most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// Not at all.
    Same,
    /// In what people do not see, or do not care about: capitals, spaces, the form of digits.
    Form,
    /// In the ending too.
    Ending,
    /// In one or two letters too.
    Typos,
}

/// The name that is nearest to the one sought, at most so far from it.
fn nearest_name<'n>(sought: &str, names: &'n [String], most: Nearness) -> Option<&'n str> {
    let rated = names.iter().take(MOST_NAMES).filter_map(|name| Some((nearness(sought, name)?, name)));
    let (_, name) = rated.filter(|(nearness, _)| *nearness <= most).min_by_key(|(nearness, _)| *nearness)?;
    Some(name)
}

fn nearness(sought: &str, name: &str) -> Option<Nearness> {
    if sought == name {
        return Some(Nearness::Same);
    }
    let (sought, name) = (form(sought), form(name));
    if sought == name {
        return Some(Nearness::Form);
    }
    let ((stem, ending), (other, others)) = (split_ending(&sought), split_ending(&name));
    let is_picture = |ending: &str| PICTURES.contains(&ending);
    if !(ending == others || ending.is_empty() || is_picture(ending) && is_picture(others)) {
        return None;
    }
    if stem == other {
        return Some(Nearness::Ending);
    }
    // Another number is another file.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let most = if stem.chars().count() < 6 { 1 } else { 2 };
    (digits(stem) == digits(other) && stem.chars().count() > 2 && typos(stem, other) <= most)
        .then_some(Nearness::Typos)
}

/// A name without what people do not care about.
fn form(name: &str) -> String {
    let name = to_arabic(&as_seen(name)).to_lowercase();
    name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-')).collect()
}

/// A name as people see it: letters in their simplest form, Thai marks in one order, nothing invisible.
fn as_seen(name: &str) -> String {
    let mut letters: Vec<char> = name.nfkd().filter(|c| !is_invisible(*c)).collect();
    for marks in letters.chunk_by_mut(|a, b| is_mark(*a) && is_mark(*b)) {
        marks.sort_unstable();
    }
    letters.into_iter().collect()
}

/// A name without its endings, and the last of them. Systems that hide endings lead to names with two.
fn split_ending(name: &str) -> (&str, &str) {
    let is_ending = |ending: &str| {
        (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let split = |name: &'_ str| {
        name.rsplit_once('.')
            .filter(|(stem, ending)| !stem.is_empty() && is_ending(ending))
            .map(|(stem, _)| stem.len())
    };
    let Some(first) = split(name) else { return (name, "") };
    let mut stem = first;
    while let Some(shorter) = split(&name[..stem]) {
        stem = shorter;
    }
    (&name[..stem], &name[first + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::MemoryFiles;

    fn meant(there: &[&str], name: &str) -> Option<(String, bool)> {
        let mut files = MemoryFiles::new();
        for name in there {
            files.insert(name, *b"x").unwrap();
        }
        nearest_file(&files, name).map(|near| (near.name, near.looks_same))
    }

    #[test]
    fn a_name_that_looks_the_same_is_found() {
        for (there, typed) in [
            ("การประชุมน้ำ.jpg", "การประชุมน\u{E49}\u{E4D}\u{E32}.jpg"),
            ("การประชุมน้ำ.jpg", "การประชุมน\u{E4D}\u{E49}\u{E32}.jpg"),
            ("ที่ประชุม.jpg", "ท\u{E48}\u{E35}ประชุม.jpg"),
            ("re\u{301}sume\u{301}.png", "r\u{E9}sum\u{E9}.png"),
            ("ประชุม\u{200B}ครู.png", "ประชุมครู.png"),
        ] {
            assert_eq!(meant(&[there, "logo.png"], typed), Some((there.to_owned(), true)), "{typed}");
            let (there, typed) = (format!("ภาพ/{there}"), format!("ภาพ/{typed}"));
            assert_eq!(meant(&[&there], &typed), Some((there.clone(), true)), "{typed}");
        }
    }

    #[test]
    fn a_name_with_a_slip_is_found() {
        for (there, typed) in [
            ("photos/Meeting.JPG", "photos/meeting.jpg"),
            ("Photos/meeting.jpg", "photos/meeting.jpg"),
            ("photos/meeting.jpeg", "photos/meeting.jpg"),
            ("photos/meeting.jpg.jpg", "photos/meeting.jpg"),
            ("photos/meeting.jpg", "photos/meeting"),
            ("photos/meeting_1.jpg", "photos/meeting 1.jpg"),
            ("photos/ประชุม ๑.jpg", "photos/ประชุม1.jpg"),
            ("photos/meeting.jpg", "photos/meetnig.jpg"),
            ("photos/meeting.jpg", "photo/meeting.jpg"),
            ("photos/meeting.jpg", "meeting.jpg"),
            ("meeting.jpg", "photos/meeting.jpg"),
        ] {
            assert_eq!(meant(&["o.svg", there], typed), Some((there.to_owned(), false)), "{typed}");
        }
    }

    #[test]
    fn another_file_is_not_named() {
        for (there, typed) in [
            ("photos/meeting2.jpg", "photos/meeting1.jpg"),
            ("photos/training.jpg", "photos/meeting.jpg"),
            ("meeting.toml", "meeting.jpg"),
            ("a.jpg", "b.jpg"),
        ] {
            assert_eq!(meant(&[there], typed), None, "{typed}");
        }
        assert_eq!(meant(&[], "a.jpg"), None);
    }
}
