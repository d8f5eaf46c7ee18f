//! Drawings: SVG. They stay drawings; letters in them become shapes, for a drawing's own fonts are not there, photographs
//! within them lose what their cameras wrote, and comments and metadata go.

use std::sync::{Arc, Mutex, PoisonError};

use usvg::fontdb::Database;
use usvg::roxmltree::{Document, Node, ParsingOptions};
use usvg::{ImageHrefResolver, ImageKind, Options, Tree, WriteOptions};

use super::{Kind, MAX_BYTES, PictureFault, Prepared, Size, Wanted, kind, photograph};

/// Whether the file looks like SVG: XML or its root element, behind a byte-order mark and white space at most.
pub(super) fn is_drawing(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"<?xml") || bytes.starts_with(b"<svg") || bytes.starts_with(b"<!")
}

/// The size of a drawing, having read it.
pub(super) fn size(text: &str) -> Result<Size, PictureFault> {
    let size = read(text, &[], (u32::MAX, 1))?.size();
    Ok(Size { width: size.width().into(), height: size.height().into(), drawn: true })
}

/// The drawing with its letters in the first of these fonts' families, unless they have the one it asks for.
pub(super) fn prepare(text: &str, fonts: &[&[u8]], wanted: &Wanted) -> Result<Prepared, PictureFault> {
    let (width, height) = wanted.pixels;
    let drawing = read(text, fonts, (width.max(height), wanted.quality))?;
    Ok(Prepared { ending: "svg", bytes: drawing.to_string(&WriteOptions::default()).into_bytes() })
}

/// The drawing as it will be set, with photographs of at most so many pixels in width and height, and of that quality.
fn read(text: &str, fonts: &[&[u8]], (most, quality): (u32, u8)) -> Result<Tree, PictureFault> {
    let text = text.trim_start_matches('\u{FEFF}');
    let document = parsed(text)?;
    let fault: Mutex<Option<PictureFault>> = Mutex::new(None);
    let failed = |found| {
        fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(found);
        None
    };
    let as_drawing = ImageHrefResolver::default_data_resolver();
    let options = Options {
        fontdb: Arc::new(database(fonts)),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|media, data, options| {
                let unread = || failed(PictureFault::Broken(format!("<image> → data:{media}")));
                match kind(&data) {
                    Ok(Kind::Photograph(format)) => {
                        match photograph::prepare(&data, format, (most, most), quality) {
                            Ok(Prepared { ending: "jpg", bytes }) => Some(ImageKind::JPEG(bytes.into())),
                            Ok(Prepared { bytes, .. }) => Some(ImageKind::PNG(bytes.into())),
                            Err(fault) => failed(fault),
                        }
                    }
                    Ok(Kind::Drawing(text)) => match parsed(text) {
                        Ok(_) => as_drawing("image/svg+xml", data, options).or_else(unread),
                        Err(fault) => failed(fault),
                    },
                    Err(_) => unread(),
                }
            }),
            resolve_string: Box::new(|link, _| failed(PictureFault::Linked(link.to_owned()))),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options);
    let tree = tree.map_err(|error| PictureFault::Broken(error.to_string()));
    drop(options);
    match fault.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(fault) => Err(fault),
        None => tree,
    }
}

/// The drawing's XML. One that shows something of another file is refused: it would be set without it.
fn parsed(text: &str) -> Result<Document<'_>, PictureFault> {
    if expanded(text) > MAX_BYTES {
        return Err(PictureFault::TooLarge);
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| PictureFault::Broken(error.to_string()))?;
    match document.root_element().tag_name().name() {
        "svg" => {}
        other => return Err(PictureFault::Broken(format!("<{other}> ≠ <svg>"))),
    }
    match document.descendants().find_map(link_outside) {
        Some(link) => Err(PictureFault::Linked(link.to_owned())),
        None => Ok(document),
    }
}

/// No fewer bytes than the text takes with its entities in their places; those within entities the parser counts itself.
fn expanded(text: &str) -> u64 {
    let declared = text.split("<!ENTITY").skip(1).map(|rest| rest.find('>').unwrap_or(rest.len()));
    let references = if declared.clone().count() == 0 { 0 } else { text.matches('&').count() };
    (text.len() + references * declared.max().unwrap_or(0)) as u64
}

/// What of another file an element shows: by a link that is none to click on, or in how it is painted.
fn link_outside<'t>(node: Node<'t, '_>) -> Option<&'t str> {
    const PAINTED: [&str; 6] = ["fill", "stroke", "filter", "mask", "clip-path", "style"];
    let linked = node.attributes().find_map(|attribute| {
        let value = attribute.value().trim();
        match attribute.name() {
            "href" if node.tag_name().name() != "a" => {
                (!value.is_empty() && !is_inside(value)).then_some(value)
            }
            name if PAINTED.contains(&name) => url_outside(value),
            _ => None,
        }
    });
    let style = || node.text().filter(|_| node.tag_name().name() == "style");
    linked.or_else(|| url_outside(style()?)).or_else(|| Some(style()?.split_once("@import")?.1.trim()))
}

/// What of another file a declaration of CSS names.
fn url_outside(css: &str) -> Option<&str> {
    let mut links = css.split("url(").skip(1).map(|link| link.trim_start_matches([' ', '"', '\'']));
    links.find(|link| !is_inside(link))
}

fn is_inside(link: &str) -> bool {
    link.starts_with('#') || link.starts_with("data:")
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
