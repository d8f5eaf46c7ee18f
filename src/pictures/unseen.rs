//! Whether anything of a drawing can be seen.

use usvg::roxmltree::Document;
use usvg::{Group, Node, Paint, Rect, Tree};

/// Whether nothing of a drawing can be seen: it has no shape that is painted within its borders in another colour than white, no text and no picture. The
/// tree was read without fonts and pictures, so these are looked for in the document.
pub(super) fn shows_nothing(tree: &Tree, drawing: &Document) -> bool {
    let Some(page) = Rect::from_xywh(0.0, 0.0, tree.size().width(), tree.size().height()) else {
        return true;
    };
    !is_seen(tree.root(), page) && !has_other_content(drawing)
}

fn is_seen(group: &Group, page: Rect) -> bool {
    group.opacity().get() > 0.0
        && group.children().iter().any(|node| match node {
            Node::Group(group) => is_seen(group, page),
            Node::Path(path) => {
                let fill = path.fill().is_some_and(|fill| fill.opacity().get() > 0.0 && shows(fill.paint()));
                let stroke =
                    path.stroke().is_some_and(|stroke| stroke.opacity().get() > 0.0 && shows(stroke.paint()));
                let bounds = path.abs_stroke_bounding_box();
                let is_inside = bounds.left() < page.right()
                    && bounds.right() > page.left()
                    && bounds.top() < page.bottom()
                    && bounds.bottom() > page.top();
                path.is_visible() && (fill || stroke) && is_inside
            }
            Node::Image(_) | Node::Text(_) => true,
        })
}

/// Whether a paint shows on white paper.
fn shows(paint: &Paint) -> bool {
    const WHITE: u8 = 250;
    !matches!(paint, Paint::Color(colour) if [colour.red, colour.green, colour.blue].iter().all(|value| *value >= WHITE))
}

/// Whether a drawing has text or pictures that are not hidden.
fn has_other_content(drawing: &Document) -> bool {
    let hides = |node: usvg::roxmltree::Node| {
        matches!(node.tag_name().name(), "defs" | "symbol" | "clipPath" | "mask" | "pattern" | "marker")
            || node.attribute("display") == Some("none")
            || node.attribute("opacity") == Some("0")
    };
    drawing.descendants().any(|node| {
        let is_content = match node.tag_name().name() {
            "text" => node
                .descendants()
                .any(|inner| inner.is_text() && inner.text().is_some_and(|text| !text.trim().is_empty())),
            "image" | "use" => true,
            _ => false,
        };
        is_content && !node.ancestors().any(hides)
    })
}
