//! Finds the lines in which a finished document shows a text.

use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// The texts of a document without white space, in the order of its pages.
#[derive(Default)]
pub(in crate::typeset) struct ShownTexts {
    letters: String,
    items: Vec<Item>,
}

/// A run of text on a page.
struct Item {
    /// The number of letters before it, in bytes.
    start: usize,
    page: usize,
    /// The height of its baseline on the page.
    y: Abs,
    size: Abs,
    /// Whether spaces in it are wider or narrower than the font has them.
    justified: bool,
}

/// How a text is broken into lines, wherever it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::typeset) struct ShownLines {
    /// Where the second line and those after it begin, as numbers of letters in bytes.
    pub breaks: Vec<usize>,
    pub justified: bool,
}

impl ShownTexts {
    /// `document` has no marks of line breaks.
    pub fn new(document: &PagedDocument) -> Self {
        let mut texts = ShownTexts::default();
        for (page, content) in document.pages().iter().enumerate() {
            texts.collect(&content.frame, Point::zero(), page);
        }
        texts
    }

    fn collect(&mut self, frame: &Frame, origin: Point, page: usize) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    self.collect(&group.frame, at + moved, page);
                }
                FrameItem::Text(text) => {
                    let (start, justified) = (self.letters.len(), has_changed_spaces(text));
                    self.items.push(Item { start, page, y: at.y, size: text.size, justified });
                    self.letters.extend(text.text.chars().filter(|c| !c.is_whitespace()));
                }
                _ => {}
            }
        }
    }

    /// The lines of a text, which is given without white space. `None` if it is nowhere, or not in the same lines
    /// everywhere.
    pub fn lines(&self, letters: &str) -> Option<ShownLines> {
        let places: Vec<usize> = self.letters.match_indices(letters).map(|(start, _)| start).collect();
        // Elsewhere it may be part of a longer text.
        let whole: Vec<usize> =
            places.iter().copied().filter(|start| self.is_whole(*start, letters.len())).collect();
        let places = if whole.is_empty() { places } else { whole };
        let mut found = places.into_iter().map(|start| self.lines_at(start, letters.len()));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// Whether runs of text begin and end with these letters.
    fn is_whole(&self, start: usize, length: usize) -> bool {
        let begins = |at: usize| self.items.binary_search_by_key(&at, |item| item.start).is_ok();
        begins(start) && (start + length == self.letters.len() || begins(start + length))
    }

    fn lines_at(&self, start: usize, length: usize) -> ShownLines {
        let first = self.items.partition_point(|item| item.start <= start).saturating_sub(1);
        let last = self.items.partition_point(|item| item.start < start + length);
        let items = &self.items[first..last];
        let begins_line =
            |pair: &&[Item]| pair[1].page != pair[0].page || pair[1].y > pair[0].y + pair[0].size * 0.5;
        ShownLines {
            breaks: items.windows(2).filter(begins_line).map(|pair| pair[1].start - start).collect(),
            justified: items.iter().any(|item| item.justified),
        }
    }
}

fn has_changed_spaces(item: &TextItem) -> bool {
    // The spaces at the end of a line have no width.
    let end = item.text.trim_end().len();
    item.glyphs.iter().filter(|glyph| glyph.range().start < end).any(|glyph| {
        let is_space = item.text.get(glyph.range()) == Some(" ");
        let natural = item.font.x_advance(glyph.id).unwrap_or(glyph.x_advance);
        is_space && (glyph.x_advance - natural).abs().get() > 0.001
    })
}
