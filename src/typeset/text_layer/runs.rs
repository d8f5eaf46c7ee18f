//! Joins runs of text that Typst splits within a cluster.

use typst::layout::{Abs, Em, FrameItem, Point};
use typst::text::{Glyph, TextItem};
use typst_library::text::FontInstance;

/// Appends a run to the items, or joins it to the last one.
///
/// Typst begins a new run where a mark is raised or lowered, and repeats the text of the mark's whole cluster in it. In
/// the joined run, the mark is a glyph with a vertical offset.
pub(super) fn join(items: &mut Vec<(Point, FrameItem)>, at: Point, run: TextItem) {
    if let Some((start, FrameItem::Text(before))) = items.last_mut()
        && let Some(shared) = shared_text(before, &run)
        && (*start + Point::with_x(before.width()) - at).x.abs() < Abs::pt(0.001)
    {
        append(before, run, shared, start.y - at.y);
    } else {
        items.push((at, FrameItem::Text(run)));
    }
}

/// Returns how many bytes of the run's text `before` already contains. `None` if `run` does not continue `before`.
fn shared_text(before: &TextItem, run: &TextItem) -> Option<usize> {
    let (last, first) = (before.glyphs.last()?, run.glyphs.first()?);
    let same_cluster = last.span == first.span
        && first.range.start == 0
        && before.text[last.range()] == run.text[first.range()];
    let shared = match same_cluster {
        true => first.range().len(),
        false if last.y_offset != Em::zero() => 0,
        false => return None,
    };
    let alike = before.size == run.size
        && before.fill == run.fill
        && before.stroke == run.stroke
        && same_font(&before.font, &run.font);
    let fits = before.text.len() + run.text.len() <= usize::from(u16::MAX);
    (alike && fits).then_some(shared)
}

/// Whether two fonts are the same. Compares the address of their data, because `==` would compare all bytes.
pub(super) fn same_font(font: &FontInstance, other: &FontInstance) -> bool {
    font.data().as_ptr() == other.data().as_ptr()
        && font.index() == other.index()
        && font.variations() == other.variations()
}

fn append(before: &mut TextItem, run: TextItem, shared: usize, raised: Abs) {
    let shift = (before.text.len() - shared) as u16;
    before.text.push_str(&run.text[shared..]);
    before.glyphs.extend(run.glyphs.into_iter().map(|glyph| Glyph {
        range: glyph.range.start + shift..glyph.range.end + shift,
        y_offset: Em::from_abs(raised, run.size),
        ..glyph
    }));
}
