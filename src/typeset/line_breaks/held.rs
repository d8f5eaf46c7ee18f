//! Where lines may be broken in a text whose column is not known: between words, and inside what is too wide to be kept
//! whole.

use super::fit::{Measured, Place};
use crate::thai::breaks::{self, Penalty};

/// How many times as wide as what is kept whole a word is that is broken: it would not fit into half a line.
const WIDE: f64 = 4.0 / 3.0;

/// The places where a line may be broken, as byte offsets. Those up to a penalty of `free` are always among them. A part
/// between two of these that is wider than `longest` is broken at its least penalty, until all parts fit. A word, such as a
/// long name, is not broken unless it is [`WIDE`] times as wide.
pub(super) fn breaks(text: &Measured, free: Penalty, longest: f64) -> Vec<usize> {
    let mut found = Vec::new();
    let places = text.places();
    let mut first = 0;
    for last in 1..places.len() {
        let ends = last + 1 == places.len();
        if ends || places[last].penalty <= free {
            loosen(&places[first..=last], longest, &mut found);
            if !ends {
                found.push(places[last].at);
            }
            first = last;
        }
    }
    found
}

/// Adds the breaks between the first and the last of these places.
fn loosen(places: &[Place], longest: f64, found: &mut Vec<usize>) {
    let (first, last) = (&places[0], &places[places.len() - 1]);
    if last.end - first.start <= longest || places.len() < 3 {
        return;
    }
    // Of equally weak places, the one nearest to the middle.
    let balance = |place: &Place| ((place.end - first.start) - (last.end - place.start)).abs();
    let inner = places.iter().enumerate().take(places.len() - 1).skip(1);
    let weakest = inner
        .min_by(|(_, a), (_, b)| a.penalty.cmp(&b.penalty).then_with(|| balance(a).total_cmp(&balance(b))));
    let wide = last.end - first.start > WIDE * longest;
    let Some((number, place)) = weakest.filter(|(_, place)| wide || place.penalty < breaks::SEAM) else {
        return;
    };
    loosen(&places[..=number], longest, found);
    found.push(place.at);
    loosen(&places[number..], longest, found);
}
