//! The places inside a token. They are used only where the token does not fit on a line.

use super::penalty::{CLOSE, LETTER, LONG, Opportunity, Penalty, RARE, SEAM, TIGHT};
use super::ties::TIES;
use crate::thai::characters::is_combining;
use crate::thai::run::{Run, cluster_starts};
use crate::thai::tokens::{Kind, Token};
use crate::thai::words::{self, Origin};

/// The penalty between the parts of a compound of long words that are not rare: สถาบันอุดมศึกษา.
const COMPOUND: Penalty = 3 * CLOSE / 2;
/// A token at most this wide is never broken, in letters.
const NARROW: usize = 6;

/// Adds the places inside a token.
pub(super) fn push(found: &mut Vec<Opportunity>, token: &Token) {
    if words::width(token.text) <= NARROW {
        return;
    }
    match token.kind {
        // Worse than to part a word from its prefix: การ | ประชาสัมพันธ์.
        Kind::Thai(_) => push_thai(found, token.start, Run::at_start(token.text), SEAM + TIGHT),
        Kind::Address => push_address(found, token),
        Kind::Foreign => {
            let after = |c| matches!(c, '-' | '.' | '_' | '&' | '+');
            push_each(found, token, |_, before| if after(before) { SEAM } else { LETTER });
        }
        Kind::Number => push_each(found, token, |_, before| if before == ',' { SEAM } else { LETTER }),
        Kind::Abbreviation => {
            let places = token.text.match_indices('.').map(|(at, _)| token.start + at + 1);
            let inner = places.filter(|at| *at < token.end());
            found.extend(inner.map(|at| Opportunity { at, penalty: SEAM }));
        }
        Kind::Sign => {}
    }
}

/// Between the parts of a word, and between the letters of a part that is too wide itself.
fn push_thai(found: &mut Vec<Opportunity>, start: usize, run: Run, seam: Penalty) {
    let parts = words::cut_below(run, &[], run.letter_count());
    if parts.len() < 2 {
        let starts = cluster_starts(&run.codes());
        let inner = (1..run.letter_count()).filter(|at| starts[*at]);
        found.extend(inner.map(|at| Opportunity { at: start + Run::byte_of(at), penalty: LETTER }));
        return;
    }
    let compound = |part: &words::Cut| {
        let known = matches!(part.origin, Origin::Word { rarity } if rarity < RARE);
        known && words::width(&run.as_str()[part.range.clone()]) >= LONG
    };
    let independent = parts.iter().all(compound);
    let mut before = "";
    for part in parts {
        let text = &run.as_str()[part.range.clone()];
        if part.range.start > 0 {
            let lone = |text: &str| text.chars().count() == 1;
            let bound = words::is_prefix(before) || words::is_suffix(text) || TIES.binding.contains(before);
            let penalty = if lone(text) || lone(before) {
                LETTER
            } else if bound {
                (4 * seam).min(LETTER)
            } else if independent {
                seam.min(COMPOUND)
            } else {
                seam
            };
            found.push(Opportunity { at: start + part.range.start, penalty });
        }
        if words::width(text) > NARROW {
            // The parts of a part are worse places than those between the parts.
            push_thai(found, start + part.range.start, Run::at_start(text), (2 * seam).min(LETTER));
        }
        before = text;
    }
}

/// An address is broken behind / ? & =, and only at the worst elsewhere.
fn push_address(found: &mut Vec<Opportunity>, token: &Token) {
    let scheme = token.text.find("://").map_or(0, |at| at + 3);
    push_each(found, token, |at, before| match before {
        _ if at < scheme => LETTER,
        _ if at == scheme => SEAM,
        '/' | '?' | '&' | '=' => 2 * CLOSE,
        '@' => SEAM,
        '.' | '-' | '_' => 2 * SEAM,
        _ => LETTER,
    });
}

fn push_each(found: &mut Vec<Opportunity>, token: &Token, penalty: impl Fn(usize, char) -> Penalty) {
    let mut before = None;
    for (at, c) in token.text.char_indices() {
        if let Some(before) = before.filter(|_| !is_combining(c)) {
            found.push(Opportunity { at: token.start + at, penalty: penalty(at, before) });
        }
        before = Some(c);
    }
}
