//! SVG drawings. They stay vector graphics, but text becomes outlines, because the fonts that a drawing names are not
//! available. Comments and metadata are removed, including those of photographs within the drawing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use usvg::fontdb::Database;
use usvg::roxmltree::{Document, Node, ParsingOptions};
use usvg::{ImageHrefResolver, ImageKind, Options, Tree, WriteOptions};

use super::complexity;
use super::effects;
use super::fault::{PictureFault, broken};
use super::format::{FileKind, hash};
use super::photograph::Photograph;
use super::size::{Pixels, Prepared, Size, Wanted};
use super::sized;
use super::unseen;
use crate::files::MAX_BYTES;
use crate::fonts::Fonts;

/// A drawing after reading.
pub(super) struct Drawing {
    /// The photographs within it, by the hash of their data.
    photographs: HashMap<u128, Photograph>,
    /// The words that cannot be shown, see [`sized::lost_words`].
    pub lost_words: String,
    /// Whether nothing of it can be seen.
    pub shows_nothing: bool,
}

impl Drawing {
    /// Reads a drawing and the photographs within it. `max_pixels` gives the most pixels that a page needs for a
    /// drawing of that size; the photographs keep no more than that.
    pub fn read(text: &str, max_pixels: impl Fn(Size) -> Pixels) -> Result<(Self, Size), PictureFault> {
        let found: Mutex<Vec<(u128, Vec<u8>)>> = Mutex::new(Vec::new());
        let tree = parse(text, Arc::new(Database::new()), &|data| {
            found.lock().unwrap_or_else(PoisonError::into_inner).push((hash(data), data.to_vec()));
            Ok(None)
        })?;
        let document = parse_xml(without_mark(text))?;
        let (lost_words, shows_nothing) =
            (sized::lost_words(&document), unseen::shows_nothing(&tree, &document));
        let size =
            Size { width: tree.size().width().into(), height: tree.size().height().into(), drawn: true };
        let (width, height) = max_pixels(size);
        let longer_side = width.max(height);
        let mut photographs = HashMap::new();
        for (hash, data) in found.into_inner().unwrap_or_else(PoisonError::into_inner) {
            if let FileKind::Photograph(format) = FileKind::detect(&data)?
                && !photographs.contains_key(&hash)
            {
                photographs.insert(hash, Photograph::read(&data, format, |_| (longer_side, longer_side))?.0);
            }
        }
        Ok((Drawing { photographs, lost_words, shows_nothing }, size))
    }

    /// The drawing as it goes into a document: text as outlines from the document's fonts, photographs with no more
    /// pixels than wanted.
    pub fn prepare(&self, text: &str, wanted: Wanted, fonts: &Fonts) -> Result<Prepared, PictureFault> {
        let (width, height) = wanted.pixels;
        let longer_side = width.max(height);
        let tree = parse(text, fonts.database(), &|data| {
            let photograph = self.photographs.get(&hash(data)).ok_or(PictureFault::FileKind(None))?;
            let prepared = photograph.prepare(Wanted { pixels: (longer_side, longer_side), ..wanted })?;
            Ok(Some(match prepared.extension {
                "jpg" => ImageKind::JPEG(prepared.bytes.into()),
                _ => ImageKind::PNG(prepared.bytes.into()),
            }))
        })?;
        Ok(Prepared { extension: "svg", bytes: tree.to_string(&WriteOptions::default()).into_bytes() })
    }
}

/// Takes the data of a photograph within a drawing and returns the picture to put in its place, or `None` to omit it.
type PhotographResolver<'r> = dyn Fn(&[u8]) -> Result<Option<ImageKind>, PictureFault> + Send + Sync + 'r;

fn parse(text: &str, fonts: Arc<Database>, photograph: &PhotographResolver) -> Result<Tree, PictureFault> {
    let text = without_mark(text);
    let document = parse_xml(text)?;
    let normalized = sized::normalized(text, &document)?;
    let document = match &normalized {
        Some(text) => parse_xml(text)?,
        None => document,
    };
    let fault: Mutex<Option<PictureFault>> = Mutex::new(None);
    let failed = |found| {
        fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(found);
        None
    };
    let as_drawing = ImageHrefResolver::default_data_resolver();
    let options = Options {
        fontdb: fonts,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|media, data, options| {
                let unread = || failed(PictureFault::Broken(format!("<image> → data:{media}")));
                match FileKind::detect(&data) {
                    Ok(FileKind::Photograph(_)) => photograph(&data).unwrap_or_else(failed),
                    Ok(FileKind::Drawing(text)) => match parse_xml(text) {
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
    let tree = Tree::from_xmltree(&document, &options).map_err(broken);
    drop(options);
    match fault.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(fault) => Err(fault),
        None => tree.and_then(|tree| effects::check(&tree).map_err(PictureFault::Complex).map(|()| tree)),
    }
}

/// The text without byte-order marks.
fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{FEFF}')
}

/// Parses the XML of a drawing. Refuses a drawing that shows anything from another file, because that part would be
/// missing on the page.
fn parse_xml(text: &str) -> Result<Document<'_>, PictureFault> {
    if expanded_length(text) > MAX_BYTES {
        return Err(PictureFault::TooLarge);
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(broken)?;
    match document.root_element().tag_name().name() {
        "svg" => {}
        other => return Err(PictureFault::Broken(format!("<{other}> ≠ <svg>"))),
    }
    complexity::check(&document).map_err(PictureFault::Complex)?;
    match document.descendants().find_map(link_outside) {
        Some(link) => Err(PictureFault::Linked(link.to_owned())),
        None => Ok(document),
    }
}

/// An upper bound for the bytes that the text takes after its entities are expanded. It ignores entities within
/// entities, which the parser limits itself.
fn expanded_length(text: &str) -> u64 {
    let declared = text.split("<!ENTITY").skip(1).map(|rest| rest.find('>').unwrap_or(rest.len()));
    let references = if declared.clone().count() == 0 { 0 } else { text.matches('&').count() };
    (text.len() + references * declared.max().unwrap_or(0)) as u64
}

/// The link through which an element shows something from another file: an `href` that is not for clicking, or a
/// `url()` in a paint attribute or a style sheet. `None` if there is none.
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

/// The first `url()` in a piece of CSS that leads to another file.
fn url_outside(css: &str) -> Option<&str> {
    let mut links = css.split("url(").skip(1).map(|link| link.trim_start_matches([' ', '"', '\'']));
    links.find(|link| !is_inside(link))
}

fn is_inside(link: &str) -> bool {
    link.starts_with('#') || link.starts_with("data:")
}
