//! Reads the pictures that a report names, and converts the faults of named files.

use super::loader::Loader;
use crate::files::{Bytes, FileFault};
use crate::lengths::Area;
use crate::pictures::{Picture, PictureFault, Size};
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

/// A file that a key names, and its content.
type NamedFile = (Spanned<String>, Result<Bytes, FileFault>);

/// Reads the pictures that entries name, one result for each entry. Uses the workers, because this takes most of the
/// time of a check. `area` returns the area in which a picture of the given size will be set.
pub(super) fn pictures(
    reader: &mut Reader,
    entries: Vec<Option<Entry>>,
    area: impl Fn(Size) -> Area + Sync,
    loader: &Loader,
) -> Vec<Option<PictureFile>> {
    let mut read = |entry: Option<Entry>| {
        let name = reader.string(entry?)?;
        let bytes = loader.files.read(&name.value);
        Some((name, bytes))
    };
    let files: Vec<Option<NamedFile>> = entries.into_iter().map(&mut read).collect();
    let max_pixels = |size| {
        let Area { width, height } = area(size);
        (Profile::most_pixels(width), Profile::most_pixels(height))
    };
    let pictures = workers::map(loader.workers, &files, |file| {
        let (name, bytes) = file.as_ref()?;
        let path = name.value.clone();
        Some(match bytes {
            Ok(bytes) => Picture::read(bytes.clone(), max_pixels).map_err(|fault| picture_fault(path, fault)),
            Err(fault) => Err(file_fault(path, fault.clone())),
        })
    });
    let result = |(file, picture): (Option<NamedFile>, Option<Result<Picture, Fault>>)| {
        let (name, _) = file?;
        match picture? {
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
    files.into_iter().zip(pictures).map(result).collect()
}

/// The fault for a named file that cannot be read.
pub(super) fn file_fault(path: String, fault: FileFault) -> Fault {
    match fault {
        FileFault::Absolute => Fault::FileAbsolute { path },
        FileFault::Outside => Fault::FileOutside { path },
        FileFault::Missing => Fault::FileMissing { path },
        FileFault::NotAFile => Fault::NotAFile { path },
        FileFault::NotAFolder => Fault::NotAFolder { path },
        FileFault::TooLarge => Fault::FileTooLarge { path },
        FileFault::Unreadable(reason) => Fault::FileUnreadable { path, reason },
    }
}

/// The fault for a file that cannot be used as a picture.
fn picture_fault(path: String, fault: PictureFault) -> Fault {
    match fault {
        PictureFault::FileKind => Fault::FileKind { path },
        PictureFault::TooLarge => Fault::FileTooLarge { path },
        PictureFault::Broken(reason) => Fault::FileBroken { path, reason },
        PictureFault::EndsEarly => Fault::FileEndsEarly { path },
        PictureFault::Linked(link) => Fault::FileLinked { path, link },
    }
}
