//! Names: where they begin and end, and the penalties inside them.
//!
//! The dictionary cuts a name that it does not have into short words. So a name is known by what is before it: a title,
//! or the head of a place. It ends at a space, or at a word that is not part of names.

use super::penalty::{CLOSE, Penalty, RARE, SEAM, TIGHT};
use super::spaces::is_title;
use super::ties::TIES;
use crate::thai::gazetteer;
use crate::thai::tokens::{Kind, Token};
use crate::thai::words::{self, Origin};

/// The longest name of a person, of a place, and of a royal or religious person, in letters.
const LONGEST_PERSON: usize = 22;
const LONGEST_PLACE: usize = 18;
const LONGEST_HONOURED: usize = 40;
/// The most tokens of the name of a royal or religious person.
const MOST_HONOURED: usize = 30;
/// The longest text in quotation marks or brackets that is kept together if possible, in letters.
const LONGEST_QUOTED: usize = 30;
/// A word at least this long and at most this rare ends the name of a place, or of a royal or religious person.
const LONG: usize = 4;
const COMMON: u8 = 3;
const COMMON_TO_HONOURED: u8 = 4;
/// A name is not ended by a common word before this many bytes, of three for a letter.
const LEAST_NAMED: usize = 3 * 5;

/// For each token: the least penalty of a line end before it that names and quotation marks demand.
pub(super) fn raised(tokens: &[Token]) -> Vec<Penalty> {
    let mut raised = vec![0; tokens.len()];
    for (at, token) in tokens.iter().enumerate() {
        raise_person(&mut raised, tokens, at);
        if TIES.before_firms.contains(token.text) {
            raise(&mut raised, at + 2..end_of_firm(tokens, at + 1), TIGHT);
        } else if let Some(end) = quoted(tokens, at) {
            for (inner, token) in tokens.iter().enumerate().take(end).skip(at + 2) {
                raise(&mut raised, inner..inner + 1, if token.spaced { CLOSE } else { 3 * CLOSE });
            }
        } else if is_initial(tokens, at) {
            let end = end(tokens, at + 1, LONGEST_PLACE, is_function_word);
            raise(&mut raised, at + 2..end, TIGHT);
        } else if goes_on(tokens, at) && TIES.before_honoured.contains(token.text) {
            raise_honoured(&mut raised, tokens, at + 1);
        } else if goes_on(tokens, at) && !is_title(tokens, at) && !is_function_word(&tokens[at + 1]) {
            raise_place(&mut raised, tokens, at);
        }
    }
    raised
}

/// Whether the token is a letter for the beginning of a name, or for the head of a place, and its name follows: ป.โชคอำนวย,
/// ต.บ้านใหม่.
fn is_initial(tokens: &[Token], at: usize) -> bool {
    let initial = tokens[at].kind == Kind::Abbreviation && words::width(tokens[at].text) == 2;
    initial && tokens.get(at + 1).is_some_and(|next| next.is_thai() && !next.spaced)
}

/// Whether a word of Thai follows a word of Thai without a space.
fn goes_on(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_thai() && tokens.get(at + 1).is_some_and(|next| next.is_thai() && !next.spaced)
}

/// A first name behind its title, with or without a space, and a surname behind a first name.
fn raise_person(raised: &mut [Penalty], tokens: &[Token], at: usize) {
    let names = |at: usize| tokens.get(at).is_some_and(|name| name.is_thai() && !is_function_word(name));
    let end = |first| end(tokens, first, LONGEST_PERSON, |_| false);
    if is_title(tokens, at) && names(at + 1) && !tokens[at + 1].spaced {
        raise(raised, at + 1..at + 2, TIGHT);
        raise(raised, at + 2..end(at + 1), SEAM);
    }
    // A surname may be one such as ณ เวียงสรวย.
    let after_na = || at > 1 && tokens[at - 1].text == "ณ" && is_surname(tokens, at - 1);
    let after_title = || at > 0 && is_title(tokens, at - 1);
    if tokens[at].spaced && names(at) && (after_title() || is_surname(tokens, at) || after_na()) {
        raise(raised, at + 1..end(at), SEAM);
    }
}

/// The name of a place or of an office behind its head.
fn raise_place(raised: &mut [Penalty], tokens: &[Token], at: usize) {
    let (head, next) = (tokens[at].text, at + 1);
    let district = TIES.before_districts.contains(head);
    if !district && !TIES.before_places.contains(head) {
        if TIES.before_fields.contains(head) {
            raise(raised, next..next + 1, CLOSE);
        }
        return;
    }
    let end = end_of_place(tokens, next);
    // A school is rather parted from its village than the village from its name: โรงเรียน | บ้านแม่ละนา.
    let other_head = goes_on(tokens, next) && TIES.before_places.contains(tokens[next].text);
    let least = match () {
        () if other_head => 3 * CLOSE,
        () if district || end == next => CLOSE,
        () => TIGHT,
    };
    raise(raised, next..next + 1, least);
    raise(raised, next + 1..end, TIGHT);
    // A word that ends the name may still belong to it.
    if goes_on(tokens, end - 1) && !is_function_word(&tokens[end]) {
        raise(raised, end..end + 1, CLOSE);
    }
}

/// Raises the penalties before these tokens. The range may be empty or reversed.
fn raise(raised: &mut [Penalty], tokens: std::ops::Range<usize>, penalty: Penalty) {
    for least in &mut raised[tokens.start.min(tokens.end)..tokens.end] {
        *least = penalty.max(*least);
    }
}

/// The name of a royal or religious person, whose first token this is. It goes on behind a space if another honour or an
/// unknown word follows, and a royal one also otherwise.
fn raise_honoured(raised: &mut [Penalty], tokens: &[Token], first: usize) {
    raise(raised, first..first + 1, TIGHT);
    let mut start = first;
    while start < first + MOST_HONOURED {
        let begin = tokens[start].start;
        let stops = |token: &Token| {
            is_function_word(token)
                || is_common(token, COMMON_TO_HONOURED) && token.start >= begin + LEAST_NAMED
        };
        let end = end(tokens, start, LONGEST_HONOURED, stops);
        raise(raised, start + 1..end, TIGHT);
        let Some(next) = tokens.get(end) else { return };
        let rare = match next.kind {
            Kind::Thai(Origin::Word { rarity }) => rarity >= RARE,
            Kind::Thai(_) => true,
            _ => false,
        };
        let honour = TIES.before_honoured.iter().any(|honour| next.text.starts_with(honour));
        let royal = tokens[first - 1..end]
            .iter()
            .any(|token| TIES.royal.iter().any(|royal| token.text.contains(royal)));
        let more = rare || honour || royal && !is_function_word(next);
        if end == start || !next.spaced || !next.is_thai() || !more {
            return;
        }
        raise(raised, end..end + 1, if honour { TIGHT } else { 2 * CLOSE });
        start = end;
    }
}

/// The number of the token after a name that begins with this token. The name ends with its run of letters, before a
/// token that `stops` it, or where it gets wider than `longest` letters.
fn end(tokens: &[Token], first: usize, longest: usize, stops: impl Fn(&Token) -> bool) -> usize {
    let mut width = 0;
    for (at, token) in tokens.iter().enumerate().skip(first) {
        let ends_run = tokens.get(at + 1).is_none_or(|next| next.spaced || !next.is_thai());
        let belongs =
            TIES.name_endings.contains(token.text) || ends_run && TIES.name_sides.contains(token.text);
        let within = token.is_thai() && (at == first || !token.spaced && (belongs || !stops(token)));
        width += words::width(token.text);
        if !within || width > longest {
            return at;
        }
    }
    tokens.len()
}

/// The number of the token after the name of a firm, which ends with จำกัด if that is near, or with its run of letters.
fn end_of_firm(tokens: &[Token], first: usize) -> usize {
    let mut width = 0;
    for (at, token) in tokens.iter().enumerate().skip(first) {
        width += words::width(token.text);
        if token.text == "จำกัด" {
            return at;
        }
        if width > LONGEST_HONOURED || !token.is_thai() && token.kind != Kind::Foreign {
            break;
        }
    }
    end(tokens, first, LONGEST_PLACE, is_function_word)
}

/// The number of the token after the name of a place. A common word of some length ends it, but not within the first
/// letters, which may be a common word themselves: บ้านปากเตรียมบน.
fn end_of_place(tokens: &[Token], first: usize) -> usize {
    let known = known_place(tokens, first);
    if known.is_none() && is_common(&tokens[first], COMMON) && words::width(tokens[first].text) > LONG {
        return first;
    }
    let start = tokens[first].start;
    let stops = |token: &Token| {
        is_function_word(token) || is_common(token, COMMON) && token.start >= start + LEAST_NAMED
    };
    known.unwrap_or(first).max(end(tokens, first, LONGEST_PLACE, stops))
}

/// The number of the token after the longest place of the gazetteer that begins with this token and ends with another.
fn known_place(tokens: &[Token], first: usize) -> Option<usize> {
    let mut name = String::new();
    let mut found = None;
    for (at, token) in tokens.iter().enumerate().skip(first) {
        if !token.is_thai() || at > first && token.spaced {
            break;
        }
        name += token.text;
        if words::width(&name) > LONGEST_HONOURED {
            break;
        }
        if gazetteer::contains(&name) {
            found = Some(at + 1);
        }
    }
    found
}

/// Whether the token is a word of some length that is at most this rare.
fn is_common(token: &Token, rarest: u8) -> bool {
    let common = matches!(token.kind, Kind::Thai(Origin::Word { rarity }) if rarity <= rarest);
    common && words::width(token.text) >= LONG
}

fn is_function_word(token: &Token) -> bool {
    TIES.leading.contains(token.text) || TIES.opening.contains(token.text)
}

/// Whether the token begins a surname: the word before it is a first name with a title.
fn is_surname(tokens: &[Token], at: usize) -> bool {
    let mut first = at;
    while first > 0 {
        first -= 1;
        if !tokens[first].is_thai() {
            return false;
        }
        if tokens[first].spaced || first == 0 {
            return first > 0 && is_title(tokens, first - 1)
                || words::TITLES.contains(&tokens[first].text) && first + 1 < at;
        }
        if is_title(tokens, first - 1) {
            return true;
        }
    }
    false
}

/// The number of the closing sign, if the token opens a short text in quotation marks or brackets.
fn quoted(tokens: &[Token], at: usize) -> Option<usize> {
    let closing = match tokens[at].text {
        "“" => "”",
        "‘" => "’",
        "(" => ")",
        "\"" => "\"",
        _ => return None,
    };
    let mut width = 0;
    for (end, token) in tokens.iter().enumerate().skip(at + 1) {
        if token.text == closing {
            return Some(end);
        }
        width += words::width(token.text) + usize::from(token.spaced);
        if width > LONGEST_QUOTED {
            return None;
        }
    }
    None
}
