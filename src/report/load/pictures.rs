//! Reads the pictures that a report names, and converts the faults of named files.

use super::loader::Loader;
use crate::files::FileFault;
use crate::lengths::Room;
use crate::pictures::{Picture, PictureFault, Size};
use crate::profile::Profile;
use crate::report::diagnostic::Fault;
use crate::report::model::PictureFile;
use crate::report::reader::{Entry, Reader};
use crate::report::source::Spanned;
use crate::workers;

/// Reads the picture that an entry names. It will be set in `room`.
pub(super) fn picture(reader: &mut Reader, entry: Entry, room: Room, loader: &Loader) -> Option<PictureFile> {
    pictures(reader, vec![Some(entry)], |_| room, loader).pop().flatten()
}

/// Reads the pictures that entries name, one result for each entry. Uses the workers, because this takes most of the
/// time of a check. `room` returns the room in which a picture of the given size will be set.
pub(super) fn pictures(
    reader: &mut Reader,
    entries: Vec<Option<Entry>>,
    room: impl Fn(Size) -> Room + Sync,
    loader: &Loader,
) -> Vec<Option<PictureFile>> {
    let named: Vec<Option<Spanned<String>>> =
        entries.into_iter().map(|entry| reader.string(entry?)).collect();
    let files: Vec<_> =
        named.iter().map(|name| name.as_ref().map(|name| loader.files.read(&name.value))).collect();
    let most = |size| {
        let Room { width, height } = room(size);
        (Profile::most_pixels(width), Profile::most_pixels(height))
    };
    let pictures = workers::map(loader.workers, &files, |bytes| match bytes {
        Some(Ok(bytes)) => Some(Picture::read(bytes.clone(), most)),
        _ => None,
    });
    let mut found = Vec::new();
    for ((name, file), picture) in named.into_iter().zip(files).zip(pictures) {
        let (Some(name), Some(file)) = (name, file) else {
            found.push(None);
            continue;
        };
        let fault = match (file, picture) {
            (Ok(_), Some(Ok(picture))) => {
                let room = room(picture.size());
                found.push(Some(PictureFile { name, picture, room }));
                continue;
            }
            (Err(fault), _) => file_fault(name.value.clone(), fault),
            (_, Some(Err(fault))) => picture_fault(name.value.clone(), fault),
            (Ok(_), None) => continue,
        };
        reader.report(fault, name.span);
        found.push(None);
    }
    found
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
