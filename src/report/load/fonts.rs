//! Loads the fonts that a report names.

use std::sync::Arc;

use super::loader::Loader;
use super::pictures::{file_fault, folder_fault};
use crate::files::Bytes;
use crate::fonts::{FontFault, Fonts};
use crate::report::diagnostic::Fault;
use crate::report::reader::Reader;
use crate::report::source::{Span, Spanned};

/// The fonts of the family that `layout.font` names, from the files in `layout.font_dir` or embedded. Falls back to the
/// embedded family if no family is named or the named one is not found.
pub(super) fn fonts(
    reader: &mut Reader,
    family: Option<&Spanned<String>>,
    folder: Option<&Spanned<String>>,
    loader: &Loader,
) -> Arc<Fonts> {
    let files = match folder.map(|folder| font_files(reader, folder, loader)) {
        // What the family lacks says nothing as long as its folder cannot be read.
        Some(None) => return Fonts::embedded(),
        Some(Some(files)) => files,
        None => Vec::new(),
    };
    let Some(family) = family else {
        if let Some(folder) = folder {
            let (found, faults) = Fonts::families_of(&files);
            let found = (!found.is_empty()).then(|| found.join(", "));
            reader.report(Fault::FontWithoutFamily { found }, folder.span.clone());
            report(reader, faults, "", &folder.span, &folder.span);
        }
        return Fonts::embedded();
    };
    let (fonts, faults) = Fonts::choose(family, &files);
    let files_span = folder.map_or(&family.span, |folder| &folder.span);
    report(reader, faults, family, &family.span, files_span);
    fonts
}

/// The names and bytes of the font files in a folder, sorted by name. `None` if the folder cannot be read.
fn font_files(
    reader: &mut Reader,
    folder: &Spanned<String>,
    loader: &Loader,
) -> Option<Vec<(String, Bytes)>> {
    const EXTENSIONS: [&str; 4] = [".ttf", ".otf", ".ttc", ".otc"];
    let names = match loader.files.list(folder) {
        Ok(names) => names,
        Err(fault) => {
            reader.report(folder_fault(folder.value.clone(), fault, loader.files), folder.span.clone());
            return None;
        }
    };
    let mut files = Vec::new();
    for name in names {
        if !EXTENSIONS.iter().any(|extension| name.to_ascii_lowercase().ends_with(extension)) {
            continue;
        }
        let path = format!("{}/{name}", folder.trim_end_matches('/'));
        match loader.files.read(&path) {
            Ok(bytes) => files.push((name, bytes)),
            Err(fault) => reader.report(file_fault(path, fault, loader.files), folder.span.clone()),
        }
    }
    Some(files)
}

/// Reports font faults: broken files at `files_span`, faults of the family at `family_span`.
fn report(reader: &mut Reader, faults: Vec<FontFault>, family: &str, family_span: &Span, files_span: &Span) {
    for fault in faults {
        let family = family.to_owned();
        let (fault, span) = match fault {
            FontFault::Broken { name } => (Fault::FontBroken { path: name }, files_span),
            FontFault::Missing { found } => {
                (Fault::FontMissing { family, found: found.join(", ") }, family_span)
            }
            FontFault::Lacks(c) => {
                (Fault::FontLacks { character: format!("{c} (U+{:04X})", c as u32), family }, family_span)
            }
            FontFault::WithoutBold => (Fault::FontWithoutBold { family }, family_span),
            FontFault::WithoutRegular => (Fault::FontWithoutRegular { family }, family_span),
        };
        reader.report(fault, span.clone());
    }
}
