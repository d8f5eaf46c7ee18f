//! Files that a report names: where they may lie and what they may be. They stay below the report's own folder,
//! links followed, and are pictures that can be read.

use std::fs;
use std::io::Cursor;
use std::path::{Component, Path, PathBuf};

use image::{ImageFormat, ImageReader, Limits};

use super::diagnostic::Fault;
use super::reader::{Entry, Reader};
use super::source::Spanned;

const MAX_BYTES: u64 = 50 * 1024 * 1024;
const MAX_PIXELS: u64 = 100_000_000;

/// Width and height of a picture in pixels; a drawing has none.
type Pixels = Option<(u32, u32)>;

impl Reader<'_> {
    /// A picture: PNG, JPEG, SVG or WebP below `folder`, and its size.
    pub fn picture(&mut self, entry: Entry, folder: &Path) -> Option<(Spanned<PathBuf>, Pixels)> {
        self.path(entry, folder, check_picture)
    }

    /// The font files of a folder below `folder`, in the order of their names.
    pub fn font_folder(&mut self, entry: Entry, folder: &Path) -> Option<Spanned<Vec<PathBuf>>> {
        let (found, ()) = self.path(entry, folder, |file, path| {
            if file.is_dir() { Ok(()) } else { Err(Fault::NotAFolder { path: path.to_owned() }) }
        })?;
        let mut files = Vec::new();
        for name in font_names(&found.value) {
            let path = found.value.join(&name).display().to_string();
            match resolve(&found.value, &name).and_then(|file| check_size(&file, &path).map(|()| file)) {
                Ok(file) => files.push(file),
                Err(fault) => self.report(fault, found.span.clone()),
            }
        }
        Some(Spanned::new(files, found.span))
    }

    /// The file or folder that a string names, with what `check` says of it.
    fn path<T>(
        &mut self,
        entry: Entry,
        folder: &Path,
        check: impl FnOnce(&Path, &str) -> Result<T, Fault>,
    ) -> Option<(Spanned<PathBuf>, T)> {
        let written = self.string(entry)?;
        match resolve(folder, &written).and_then(|file| check(&file, &written).map(|about| (file, about))) {
            Ok((file, about)) => Some((Spanned::new(file, written.span), about)),
            Err(fault) => {
                self.report(fault, written.span);
                None
            }
        }
    }
}

/// The real place of a path that a report names.
fn resolve(folder: &Path, written: &str) -> Result<PathBuf, Fault> {
    let path = || written.to_owned();
    let relative = Path::new(written);
    // A drive letter or a leading backslash is absolute on Windows and refused everywhere, so that a file that
    // works on one machine works on all.
    let drive = matches!(written.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    if relative.is_absolute() || drive || written.starts_with('\\') {
        return Err(Fault::FileAbsolute { path: path() });
    }
    let climbs =
        relative.components().any(|c| c == Component::ParentDir) || written.split('\\').any(|c| c == "..");
    if climbs {
        return Err(Fault::FileOutside { path: path() });
    }
    let missing = |_| Fault::FileMissing { path: path() };
    let root = folder.canonicalize().map_err(missing)?;
    let file = root.join(relative).canonicalize().map_err(missing)?;
    if file.starts_with(&root) { Ok(file) } else { Err(Fault::FileOutside { path: path() }) }
}

/// The names of a folder's font files.
fn font_names(folder: &Path) -> Vec<String> {
    const ENDINGS: [&str; 4] = [".ttf", ".otf", ".ttc", ".otc"];
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| ENDINGS.iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)));
    names.sort();
    names
}

/// A file that can be read: no folder, device or pipe, and not too large.
fn check_size(file: &Path, written: &str) -> Result<(), Fault> {
    let path = || written.to_owned();
    let about = fs::metadata(file).map_err(|e| Fault::FileBroken { path: path(), reason: e.to_string() })?;
    match about.len() {
        _ if !about.is_file() => Err(Fault::FileKind { path: path() }),
        size if size > MAX_BYTES => Err(Fault::FileTooLarge { path: path() }),
        _ => Ok(()),
    }
}

fn check_picture(file: &Path, written: &str) -> Result<Pixels, Fault> {
    let path = || written.to_owned();
    let broken = |reason: String| Fault::FileBroken { path: path(), reason };
    check_size(file, written)?;
    let bytes = fs::read(file).map_err(|e| broken(e.to_string()))?;
    if is_svg(&bytes) {
        return check_svg(&bytes).map(|()| None).map_err(broken);
    }
    match image::guess_format(&bytes) {
        Ok(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) => {}
        _ => return Err(Fault::FileKind { path: path() }),
    }
    let reader = || ImageReader::new(Cursor::new(&bytes)).with_guessed_format();
    let (width, height) =
        reader().map_err(|e| broken(e.to_string()))?.into_dimensions().map_err(|e| broken(e.to_string()))?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Fault::FileTooLarge { path: path() });
    }
    let mut whole = reader().map_err(|e| broken(e.to_string()))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(8 * MAX_PIXELS); // 16-bit RGBA of the largest picture allowed
    whole.limits(limits);
    whole.decode().map_err(|e| broken(e.to_string()))?;
    Ok(Some((width, height)))
}

/// Whether the file looks like SVG: XML or its root element, behind a byte-order mark and white space at most.
fn is_svg(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"<?xml") || bytes.starts_with(b"<svg") || bytes.starts_with(b"<!")
}

fn check_svg(bytes: &[u8]) -> Result<(), String> {
    let text = str::from_utf8(bytes).map_err(|e| e.to_string())?;
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|e| e.to_string())?;
    match document.root_element().tag_name().name() {
        "svg" => Ok(()),
        other => Err(format!("<{other}> ≠ <svg>")),
    }
}
