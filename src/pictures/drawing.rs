//! Drawings: SVG. They stay drawings; letters in them become shapes, for a drawing's own fonts are not there, photographs
//! within them lose what their cameras wrote, and nothing else stays but what is seen.

use std::sync::{Arc, Mutex};

use usvg::fontdb::Database;
use usvg::{ImageHrefResolver, ImageKind, Options, Tree, WriteOptions};

use super::{Kind, PictureFault, Prepared, Size, kind, photograph};

/// Quality and most pixels of a photograph within a drawing.
const QUALITY: u8 = 90;
const MOST: (u32, u32) = (2400, 2400);

/// Whether the file looks like SVG: XML or its root element, behind a byte-order mark and white space at most.
pub(super) fn is_drawing(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"<?xml") || bytes.starts_with(b"<svg") || bytes.starts_with(b"<!")
}

/// The size of a drawing, having read it.
pub(super) fn size(text: &str) -> Result<Size, PictureFault> {
    let size = read(text, &[])?.size();
    Ok(Size { width: size.width().into(), height: size.height().into(), drawn: true })
}

/// The drawing with its letters in the first of these fonts' families, unless they have the one it asks for.
pub(super) fn prepare(text: &str, fonts: &[&[u8]]) -> Result<Prepared, PictureFault> {
    let drawing = read(text, fonts)?.to_string(&WriteOptions::default());
    Ok(Prepared { ending: "svg", bytes: drawing.into_bytes() })
}

/// The drawing as it will be set. One that needs another file is broken: it would be shown without it.
fn read(text: &str, fonts: &[&[u8]]) -> Result<Tree, PictureFault> {
    let fault: Mutex<Option<PictureFault>> = Mutex::new(None);
    let failed = |broken| {
        fault.lock().expect("no thread panics with the lock").get_or_insert(broken);
        None
    };
    let as_drawing = ImageHrefResolver::default_data_resolver();
    let options = Options {
        fontdb: Arc::new(database(fonts)),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|media, data, options| match kind(&data) {
                Ok(Kind::Photograph(format)) => photograph::prepare(&data, format, MOST, QUALITY)
                    .map_or_else(failed, |Prepared { ending, bytes }| match ending {
                        "jpg" => Some(ImageKind::JPEG(Arc::new(bytes))),
                        _ => Some(ImageKind::PNG(Arc::new(bytes))),
                    }),
                Ok(Kind::Drawing(_)) => as_drawing(media, data, options),
                // The drawing's own kind is right.
                Err(_) => failed(PictureFault::Broken(format!("<image> → data:{media}"))),
            }),
            resolve_string: Box::new(|link, _| failed(PictureFault::Broken(format!("<image> → {link}")))),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(text.trim_start_matches('\u{FEFF}'), &options);
    let tree = tree.map_err(|error| PictureFault::Broken(error.to_string()));
    drop(options);
    match fault.into_inner().expect("no thread panics with the lock") {
        Some(fault) => Err(fault),
        None => tree,
    }
}

fn database(fonts: &[&[u8]]) -> Database {
    let mut database = Database::new();
    fonts.iter().for_each(|font| database.load_font_data(font.to_vec()));
    let family = database.faces().next().and_then(|face| Some(face.families.first()?.0.clone()));
    if let Some(family) = family {
        // What is asked for and not there is looked for here last.
        database.set_serif_family(family);
    }
    database
}
