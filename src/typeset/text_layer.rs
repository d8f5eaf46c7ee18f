//! Fixes the text layer of Thai: which glyph stands for which character.
//!
//! Shaping merges a Thai letter and its marks into one cluster, and each glyph of a cluster carries the text of the
//! whole cluster. A PDF then maps every glyph to all of that text, and most readers extract `ที่ที่ที่` instead of
//! `ที่`. This pass gives each glyph its own character, removes the marks of line breaks, and sets the language to Thai
//! (see `line_breaks`). The pages look the same as before. Clusters that cannot be paired stay unchanged.
//!
//! `runs` joins runs that Typst splits where a mark is raised, `clusters` pairs glyphs with characters, `sara_am`
//! handles the one vowel that shaping decomposes, and `placed` adds glyphs for marks that are moved from their default
//! position.

mod clusters;
mod pair;
mod placed;
mod runs;
mod sara_am;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem, Point};
use typst::model::Document as _;
use typst::text::{Glyph, Lang, Locale, Region, TextItem};
use typst_layout::{Page, PagedDocument};

use self::placed::PlacedGlyphs;
use super::line_breaks::marks::{BREAK, JOIN, TIED_SPACE};

/// Returns the document with its language set to Thai, its glyphs paired with characters, and without marks of line
/// breaks. If a font cannot be extended, no font is.
pub(super) fn fixed(document: &PagedDocument) -> PagedDocument {
    fixed_with(document, PlacedGlyphs::wherever_possible())
        .or_else(|| fixed_with(document, PlacedGlyphs::nowhere()))
        .expect("no font is written")
}

/// Returns `None` if a font could not be written.
fn fixed_with(document: &PagedDocument, mut placed: PlacedGlyphs) -> Option<PagedDocument> {
    let mut pages: Vec<Page> = document.pages().to_vec();
    for page in &mut pages {
        fix_frame(&mut page.frame, &mut placed);
    }
    let fonts = placed.fonts()?;
    if !fonts.is_empty() {
        for page in &mut pages {
            for_each_text(&mut page.frame, &mut |text| {
                if let Some((_, font)) = fonts.iter().find(|(old, _)| runs::same_font(old, &text.font)) {
                    text.font = font.clone();
                }
            });
        }
    }
    let mut info = document.info().clone();
    info.locale = Smart::Custom(Locale { lang: thai(), region: Region::from_str("TH").ok() });
    Some(PagedDocument::new(pages.into(), info))
}

fn thai() -> Lang {
    Lang::from_str("th").expect("a language")
}

fn for_each_text(frame: &mut Frame, change: &mut impl FnMut(&mut TextItem)) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => for_each_text(&mut group.frame, change),
            FrameItem::Text(text) => change(text),
            _ => {}
        }
        true
    });
}

fn fix_frame(frame: &mut Frame, placed: &mut PlacedGlyphs) {
    let mut items: Vec<(Point, FrameItem)> = Vec::with_capacity(frame.items().len());
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let mut group = group.clone();
                fix_frame(&mut group.frame, placed);
                items.push((*at, FrameItem::Group(group)));
            }
            FrameItem::Text(text) => {
                let mut text = text.clone();
                text.lang = thai();
                drop_marks(&mut text);
                if !text.glyphs.is_empty() {
                    runs::join(&mut items, *at, text);
                }
            }
            other => items.push((*at, other.clone())),
        }
    }
    for (_, item) in &mut items {
        if let FrameItem::Text(text) = item {
            clusters::pair(text, placed);
        }
    }
    frame.clear();
    frame.push_multiple(items);
}

/// Removes the marks of line breaks from a text and turns no-break spaces into ordinary ones. Width that justification
/// gave to a mark goes to the preceding glyph.
fn drop_marks(item: &mut TextItem) {
    if !item.text.contains([BREAK, JOIN, TIED_SPACE]) {
        return;
    }
    let mut text = String::with_capacity(item.text.len());
    let mut places = vec![0u16; item.text.len() + 1];
    for (at, c) in item.text.char_indices() {
        places[at] = text.len() as u16;
        match c {
            BREAK | JOIN => {}
            TIED_SPACE => text.push(' '),
            c => text.push(c),
        }
    }
    places[item.text.len()] = text.len() as u16;
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(item.glyphs.len());
    for mut glyph in std::mem::take(&mut item.glyphs) {
        let range = glyph.range();
        glyph.range = places[range.start]..places[range.end];
        match glyphs.last_mut() {
            Some(before) if glyph.range.is_empty() => before.x_advance += glyph.x_advance,
            None if glyph.range.is_empty() && glyph.x_advance.get() == 0.0 => {}
            _ => glyphs.push(glyph),
        }
    }
    item.text = text.into();
    item.glyphs = glyphs;
}
