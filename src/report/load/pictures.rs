//! Reads the pictures that a report names, and converts the faults of named files.

use std::collections::{BTreeMap, BTreeSet};

use super::loader::Loader;
use super::near_file::{NearFile, is_picture, nearest_file, nearest_folder};
use crate::files::{Bytes, FileFault, Files};
use crate::lengths::Area;
use crate::pictures::{Excess, ForeignKind, Picture, PictureFault, Size};
use crate::profile::Profile;
use crate::report::diagnostic::Fault;
use crate::report::model::PictureFile;
use crate::report::reader::{Entry, Reader};
use crate::report::source::Spanned;
use crate::workers;

/// Reads the picture that an entry names. It will be set in `area`.
pub(super) fn picture(reader: &mut Reader, entry: Entry, area: Area, loader: &Loader) -> Option<PictureFile> {
    pictures(reader, vec![Some(entry)], |_| area, loader).pop().flatten()
}

/// Reads the pictures that entries name, one result for each entry; a file that is named twice is read and decoded
/// once. Uses the workers, because this takes most of the time of a check. `area` returns the area in which a picture of
/// the given size will be set.
pub(super) fn pictures(
    reader: &mut Reader,
    entries: Vec<Option<Entry>>,
    area: impl Fn(Size) -> Area + Sync,
    loader: &Loader,
) -> Vec<Option<PictureFile>> {
    let names: Vec<Option<Spanned<String>>> =
        entries.into_iter().map(|entry| entry.and_then(|entry| reader.path(entry))).collect();
    let distinct: BTreeSet<&str> = names.iter().flatten().map(|name| name.as_str()).collect();
    let read = |name: &str| {
        loader.files.read(name).map_err(|fault| file_fault(name.to_owned(), fault, loader.files))
    };
    let files: Vec<(&str, Result<Bytes, Fault>)> =
        distinct.into_iter().map(|name| (name, read(name))).collect();
    let max_pixels = |size| {
        let Area { width, height } = area(size);
        (Profile::most_pixels(width), Profile::most_pixels(height))
    };
    let known = loader.pictures;
    let read = |bytes: &Bytes| match known {
        Some(known) => known.read(bytes.clone(), max_pixels),
        None => Picture::read(bytes.clone(), max_pixels),
    };
    let pictures = workers::map(loader.workers, &files, |(name, bytes)| match bytes {
        Ok(bytes) => read(bytes).map_err(|fault| picture_fault((*name).to_owned(), fault)),
        Err(fault) => Err(fault.clone()),
    });
    let pictures: BTreeMap<&str, Result<Picture, Fault>> =
        files.iter().map(|(name, _)| *name).zip(pictures).collect();
    let result = |name: &Option<Spanned<String>>| {
        let name = name.clone()?;
        match pictures.get(name.as_str())?.clone() {
            Ok(picture) => {
                let area = area(picture.size());
                Some(PictureFile { name, picture, area })
            }
            Err(fault) => {
                reader.report(fault, name.span);
                None
            }
        }
    };
    names.iter().map(result).collect()
}

/// The fault for a named file that cannot be read. Names the file that was probably meant.
pub(super) fn file_fault(path: String, fault: FileFault, files: &dyn Files) -> Fault {
    match fault {
        FileFault::Missing => file_missing(nearest_file(files, &path), path),
        FileFault::NotAFile => match files.list(&path) {
            Ok(names) => {
                let example = names
                    .iter()
                    .find(|name| is_picture(name))
                    .map(|name| format!("{}/{name}", path.trim_end_matches('/')));
                Fault::NotAFile { path, what: "folder", example }
            }
            Err(_) => Fault::NotAFile { path, what: "device", example: None },
        },
        fault => other_fault(path, fault),
    }
}

/// The fault for a named folder that cannot be read. Names the folder that was probably meant.
pub(super) fn folder_fault(path: String, fault: FileFault, files: &dyn Files) -> Fault {
    match fault {
        FileFault::Missing => file_missing(nearest_folder(files, &path), path),
        fault => other_fault(path, fault),
    }
}

fn file_missing(near: Option<NearFile>, path: String) -> Fault {
    let how = if near.as_ref().is_some_and(|near| near.looks_same) { "same" } else { "other" };
    Fault::FileMissing { path, nearest: near.map(|near| near.name), how }
}

fn other_fault(path: String, fault: FileFault) -> Fault {
    let last = path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    let name = (!matches!(last, "" | "." | "..")).then(|| last.to_owned());
    match fault {
        FileFault::Absolute => Fault::FileAbsolute { path, name },
        FileFault::Outside => Fault::FileOutside { path, name },
        FileFault::Missing => file_missing(None, path),
        FileFault::NotAFile => Fault::NotAFile { path, what: "device", example: None },
        FileFault::NotAFolder => Fault::NotAFolder { path },
        FileFault::TooLarge => Fault::FileTooLarge { path },
        FileFault::Unreadable(reason) => Fault::FileUnreadable { path, reason },
    }
}

/// The fault for a file that cannot be used as a picture.
fn picture_fault(path: String, fault: PictureFault) -> Fault {
    match fault {
        PictureFault::FileKind(kind) => {
            let way = kind.map_or("none", ForeignKind::way_out);
            Fault::FileKind { path, kind: kind.map(ForeignKind::name), way }
        }
        PictureFault::Empty => Fault::FileEmpty { path, what: "empty" },
        PictureFault::Zeros => Fault::FileEmpty { path, what: "zeros" },
        PictureFault::Thin => Fault::DrawingThin { path },
        PictureFault::TooLarge => Fault::FileTooLarge { path },
        PictureFault::Broken(reason) => Fault::FileBroken { path, reason },
        PictureFault::EndsEarly => Fault::FileEndsEarly { path },
        PictureFault::Linked(link) => Fault::FileLinked { path, link },
        PictureFault::Complex(excess) => {
            let (excess, element) = match excess {
                Excess::Nesting => ("nesting", None),
                Excess::References => ("references", None),
                Excess::Size => ("size", None),
                Excess::Text => ("text", None),
                Excess::Rules => ("rules", None),
                Excess::Effects => ("effects", None),
                Excess::Effect(element) => ("effect", Some(element)),
            };
            Fault::DrawingComplex { path, excess, element }
        }
    }
}
