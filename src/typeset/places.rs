//! Finds where a text stands on the pages of a document.
//!
//! All letters and digits of the pages are one long text, in the order in which they were set. Texts are compared without
//! spaces and invisible characters, and with Arabic digits, because the pages have other spaces and digits than the report
//! file.

use std::ops::Range;

use memchr::memmem;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;

use super::pages::Pages;
use crate::thai::characters::is_invisible;
use crate::thai::digits::digit;

/// How far letters with their marks reach above and below the base line, in font sizes.
const ABOVE: f64 = 0.75;
const BELOW: f64 = 0.25;
/// Glyphs whose upper edges differ by so many points at most are in one line.
const SAME_LINE: f64 = 3.0;

/// A rectangle on a page, in points from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedArea {
    /// The page, from 0.
    pub page: usize,
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// A text as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Comparable(String);

impl Comparable {
    /// Converts a text of the report file or of a page.
    pub fn new(text: &str) -> Self {
        Comparable(text.chars().filter_map(comparable).collect())
    }

    /// The number of its bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing of the text can be compared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its beginning, with at most so many bytes.
    pub fn start(&self, most: usize) -> Comparable {
        Comparable(self.0[..self.0.floor_char_boundary(most)].to_owned())
    }
}

/// The texts of a document and their places. Byte ranges are those of the whole text.
pub struct TextPlaces {
    text: String,
    /// For each character the byte after it, and its place.
    characters: Vec<(usize, PlacedArea)>,
}

impl TextPlaces {
    /// Collects the texts of a document whose text layer is fixed.
    pub(crate) fn of(pages: &Pages) -> Self {
        let mut places = TextPlaces { text: String::new(), characters: Vec::new() };
        for (number, page) in pages.document.pages().iter().enumerate() {
            places.add_frame(number, &page.frame, Transform::identity());
        }
        places
    }

    /// The places in a part of the document where a text stands, in order.
    pub fn find<'a>(
        &'a self,
        text: &'a Comparable,
        within: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let start = self.text.floor_char_boundary(within.start);
        let end = self.text.floor_char_boundary(within.end).max(start);
        memmem::find_iter(&self.text.as_bytes()[start..end], &text.0)
            .map(move |at| start + at..start + at + text.len())
            // Nothing would be found everywhere.
            .filter(|place| !place.is_empty())
    }

    /// Like [`TextPlaces::find`], for a number: only where it is not a part of a longer one.
    pub fn find_number<'a>(
        &'a self,
        number: &'a Comparable,
        within: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let is_digit = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
        let text = self.text.as_bytes();
        self.find(number, within).filter(move |place| {
            let before = place.start.checked_sub(1).and_then(|at| text.get(at));
            !before.is_some_and(is_digit) && !text.get(place.end).is_some_and(u8::is_ascii_digit)
        })
    }

    /// The whole document.
    pub fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }

    /// The areas that a part of the text takes, one for each line.
    pub fn areas(&self, part: &Range<usize>) -> Vec<PlacedArea> {
        let first = self.characters.partition_point(|(end, _)| *end <= part.start);
        let last = self.characters.partition_point(|(end, _)| *end <= part.end);
        let mut areas: Vec<PlacedArea> = Vec::new();
        for (_, area) in &self.characters[first..last.max(first)] {
            match areas.last_mut() {
                Some(line) if line.page == area.page && (line.y - area.y).abs() < SAME_LINE => {
                    let right = f64::max(line.x + line.width, area.x + area.width);
                    line.x = line.x.min(area.x);
                    line.width = right - line.x;
                }
                _ => areas.push(*area),
            }
        }
        areas
    }

    fn add_frame(&mut self, page: usize, frame: &Frame, transform: Transform) {
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let moved = transform.pre_concat(Transform::translate(at.x, at.y));
                    self.add_frame(page, &group.frame, moved.pre_concat(group.transform));
                }
                FrameItem::Text(text) => self.add_text(page, text, *at, transform),
                _ => {}
            }
        }
    }

    fn add_text(&mut self, page: usize, item: &TextItem, at: Point, transform: Transform) {
        let mut pen = at.x;
        let mut added = None;
        for glyph in &item.glyphs {
            let width = glyph.x_advance.at(item.size);
            let corner = |x: Abs, y: f64| Point::new(x, at.y + item.size * y).transform(transform);
            let (from, to) = (corner(pen, -ABOVE), corner(pen + width, BELOW));
            let area = PlacedArea {
                page,
                x: from.x.min(to.x).to_pt(),
                y: from.y.min(to.y).to_pt(),
                width: (to.x - from.x).abs().to_pt(),
                height: (to.y - from.y).abs().to_pt(),
            };
            pen += width;
            // The glyphs of a cluster that could not be taken apart have the same text.
            if added.replace(glyph.range()) == Some(glyph.range()) {
                continue;
            }
            let text = item.text.get(glyph.range()).unwrap_or_default();
            for c in text.chars().filter_map(comparable) {
                self.text.push(c);
                self.characters.push((self.text.len(), area));
            }
        }
    }
}

/// A character as it is compared. `None` for those that do not count.
fn comparable(c: char) -> Option<char> {
    match digit(c) {
        Some(digit) => Some(char::from(b'0' + digit)),
        None => (!c.is_whitespace() && !c.is_control() && !is_invisible(c)).then_some(c),
    }
}
