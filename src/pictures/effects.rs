//! Limits the effects of filters in a drawing. The PDF writer computes them pixel by pixel, on an area that can be many
//! times as large as the drawing.

use usvg::{Group, Node, Tree};

use super::fault::Excess;

/// The most effects, each on an area as large as the drawing. One takes about 0.3 s at the size of a page.
const MAX_EFFECTS: f32 = 10.0;
/// The PDF writer computes no area of more than 5,000 by 5,000 pixels. That is so many times a picture as large as a page.
const LARGEST_AREA: f32 = 12.0;

/// Checks that the effects of filters do not take too long.
pub(super) fn check(tree: &Tree) -> Result<(), Excess> {
    let area = tree.size().width() * tree.size().height();
    match effects(tree.root(), area) <= MAX_EFFECTS {
        true => Ok(()),
        false => Err(Excess::Effects),
    }
}

/// The effects in a group, as multiples of one on the whole drawing, whose area is given.
fn effects(group: &Group, area: f32) -> f32 {
    let own: usize = group.filters().iter().map(|filter| filter.primitives().len()).sum();
    let bounds = group.abs_layer_bounding_box();
    let mut sum = own as f32 * (bounds.width() * bounds.height() / area).min(LARGEST_AREA);
    for node in group.children() {
        if let Node::Group(group) = node {
            sum += effects(group, area);
        }
        // Masks, patterns, and drawings within the drawing.
        node.subroots(|group| sum += effects(group, area));
    }
    sum
}
