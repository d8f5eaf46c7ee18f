//! How much text a report may have. What is far longer than any report cannot be set on an ordinary computer.

use crate::report::{Diagnostic, Fault, SetString};

/// The most texts. Each one takes some 150 kB while pages are set.
const MOST_TEXTS: usize = 10_000;
/// The most characters of all texts together, about a thousand pages. Each one takes about a kilobyte.
const MOST_CHARACTERS: usize = 600_000;

/// The error of a report that has too much text, at the first string that is too many. `None` if everything fits.
pub(super) fn excess(strings: &[SetString]) -> Option<Diagnostic> {
    let own = || strings.iter().filter(|string| string.file == 0);
    let length = |string: &SetString| string.text.chars().count();
    let characters: usize = own().map(length).sum();
    let (what, count, most, place) = if own().count() > MOST_TEXTS {
        ("texts", own().count(), MOST_TEXTS, own().nth(MOST_TEXTS)?)
    } else if characters > MOST_CHARACTERS {
        let mut so_far = 0;
        let place = own().find(|string| {
            so_far += length(string);
            so_far > MOST_CHARACTERS
        });
        ("characters", characters, MOST_CHARACTERS, place?)
    } else {
        return None;
    };
    let start = place.text.span.start;
    Some(Diagnostic::new(Fault::ReportLong { what, count, most }, start..start + 1))
}
