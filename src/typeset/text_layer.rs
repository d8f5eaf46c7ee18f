//! The text layer of Thai: which glyph stands for which character.
//!
//! Shaping merges a Thai letter and its marks into one cluster, and each glyph of a cluster carries the text of the
//! whole: a PDF then maps every glyph to all of it, and most readers find `ที่ที่ที่` where `ที่` stands. This pass
//! gives each glyph its own character, takes out the marks of line breaks, and says that the text is Thai, see
//! `line_breaks`. It changes nothing that is seen, and what it cannot pair it leaves as it was.

use std::ops::Range;
use std::str::FromStr;

use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem};
use typst::text::{Glyph, Lang, Locale, Region, TextItem};
use typst_layout::{Page, PagedDocument};

use super::line_breaks::{BREAK, TIED_SPACE};

/// The document in Thai, with glyphs and characters paired and without marks of line breaks.
pub(super) fn mended(mut document: PagedDocument) -> PagedDocument {
    let mut info = document.info_mut().clone();
    info.locale = Smart::Custom(Locale { lang: thai(), region: Region::from_str("TH").ok() });
    let mend_page = |page: &Page| {
        let mut page = page.clone();
        mend_frame(&mut page.frame);
        page
    };
    PagedDocument::new(document.pages().iter().map(mend_page).collect(), info)
}

fn thai() -> Lang {
    Lang::from_str("th").expect("a language")
}

fn mend_frame(frame: &mut Frame) {
    frame.retain(|item| match item {
        FrameItem::Group(group) => {
            mend_frame(&mut group.frame);
            true
        }
        FrameItem::Text(text) => {
            text.lang = thai();
            drop_marks(text);
            pair_text(text);
            !text.glyphs.is_empty()
        }
        _ => true,
    });
}

/// Takes the marks of line breaks out of a text and unties its spaces. What width justification gave a mark goes to
/// the glyph before it.
fn drop_marks(item: &mut TextItem) {
    if !item.text.contains([BREAK, TIED_SPACE]) {
        return;
    }
    let mut text = String::with_capacity(item.text.len());
    let mut places = vec![0u16; item.text.len() + 1];
    for (at, c) in item.text.char_indices() {
        places[at] = text.len() as u16;
        match c {
            BREAK => {}
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

fn pair_text(item: &mut TextItem) {
    let mut start = 0;
    while start < item.glyphs.len() {
        let cluster = item.glyphs[start].range.clone();
        let same = |glyph: &&Glyph| glyph.range == cluster;
        let end = start + item.glyphs[start..].iter().take_while(same).count();
        if end - start > 1 {
            pair_cluster(item, start..end);
        }
        start = end;
    }
}

/// Gives each glyph of a cluster the character it stands for: the one that the font has it for, and the others, drawn
/// for their place above another mark or beside a tall letter, in order.
fn pair_cluster(item: &mut TextItem, glyphs: Range<usize>) {
    let whole = item.glyphs[glyphs.start].range();
    let text = &item.text[whole.clone()];
    let characters: Vec<(Range<u16>, char)> = text
        .char_indices()
        .map(|(at, c)| {
            let start = whole.start + at;
            (start as u16..(start + c.len_utf8()) as u16, c)
        })
        .collect();
    if characters.len() != glyphs.len() {
        return;
    }
    let mut free: Vec<Option<&(Range<u16>, char)>> = characters.iter().map(Some).collect();
    let mut ranges: Vec<Option<Range<u16>>> = vec![None; glyphs.len()];
    let nominal = |c: char| item.font.ttf().glyph_index(c).map(|glyph| glyph.0);
    for (glyph, range) in item.glyphs[glyphs.clone()].iter().zip(&mut ranges) {
        let own = free.iter_mut().find(|free| free.is_some_and(|(_, c)| nominal(*c) == Some(glyph.id)));
        *range = own.and_then(Option::take).map(|(own, _)| own.clone());
    }
    let mut left = free.into_iter().flatten().map(|(range, _)| range.clone());
    for (glyph, range) in item.glyphs[glyphs.clone()].iter_mut().zip(ranges) {
        if let Some(range) = range.or_else(|| left.next()) {
            glyph.range = range;
        }
    }
    in_text_order(&mut item.glyphs[glyphs]);
}

/// Puts marks in the order of the text. They do not move the pen, so their order is free.
fn in_text_order(glyphs: &mut [Glyph]) {
    let marks =
        glyphs.iter().skip(1).all(|glyph| glyph.x_advance.get() == 0.0 && glyph.y_advance.get() == 0.0);
    if marks && glyphs.iter().skip(1).all(|glyph| glyph.range.start > glyphs[0].range.start) {
        glyphs[1..].sort_by_key(|glyph| glyph.range.start);
    }
}
