//! Names: where they begin and end, and the penalties inside them.
//!
//! The dictionary cuts a name that it does not have into short words. So a name is known by what is before it: a title,
//! or the head of a place. It ends at a space, or at a word that is not part of names.

use super::penalty::{CLOSE, Penalty, SEAM, TIGHT};
use super::spaces::is_title;
use super::ties::TIES;
use crate::thai::places;
use crate::thai::tokens::{Kind, Token};
use crate::thai::words::{self, Origin};

/// What only royal names have.
const ROYAL: [&str; 5] = ["พระบาท", "สมเด็จ", "พระเจ้า", "เจ้าฟ้า", "พระบรม"];
/// The longest name of a person, of a place, and of a royal or religious person, in letters.
const LONGEST_PERSON: usize = 22;
const LONGEST_PLACE: usize = 18;
const LONGEST_HONOURED: usize = 40;
/// The most tokens of the name of a royal or religious person.
const MOST_HONOURED: usize = 30;
/// The longest text in quotation marks or brackets that is kept together if possible, in letters.
const LONGEST_QUOTED: usize = 30;
/// A word at least this long and at most this rare ends the name of a place.
const LONG: usize = 4;
const COMMON: u8 = 3;
/// A name is not ended by a common word before this many bytes, of three for a letter.
const LEAST_NAMED: usize = 3 * 5;
/// The rarity from which a word is likely to be part of a name.
const RARE: u8 = 7;

/// For each token: the least penalty of a line end before it that names and quotation marks demand.
pub(super) fn raised(tokens: &[Token]) -> Vec<Penalty> {
    let mut raised = vec![0; tokens.len()];
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if token.kind == Kind::Abbreviation
            && is_title(tokens, at)
            && tokens.get(at + 1).is_some_and(|next| !next.spaced)
        {
            raise(&mut raised, at + 2..end(tokens, at + 1, LONGEST_PERSON, |_| false), SEAM);
        }
        if TIES.before_firms.contains(token.text) && tokens.get(at + 1).is_some_and(|next| next.spaced) {
            let end = end_of_firm(tokens, at + 1);
            raise(&mut raised, at + 2..end, 4 * CLOSE);
        }
        if !token.is_thai() {
            if let Some(end) = quoted(tokens, at) {
                raise(&mut raised, at + 2..end, CLOSE);
                let joined = (at + 2..end).filter(|inner| !tokens[*inner].spaced);
                joined.for_each(|inner| raise(&mut raised, inner..inner + 1, 3 * CLOSE));
            }
            continue;
        }
        let next = at + 1;
        // A surname such as ณ เวียงสรวย.
        let after_na = at > 1 && tokens[at - 1].text == "ณ" && is_surname(tokens, at - 1);
        let function = |at: usize| tokens.get(at).is_some_and(is_function_word);
        if token.spaced
            && !function(at)
            && (at > 0 && is_title(tokens, at - 1) || is_surname(tokens, at) || after_na)
        {
            raise(&mut raised, next..end(tokens, at, LONGEST_PERSON, |_| false), SEAM);
        }
        if tokens.get(next).is_none_or(|next| !next.is_thai() || next.spaced) {
            continue;
        }
        if is_title(tokens, at) && !function(next) {
            raise(&mut raised, next..next + 1, TIGHT);
            raise(&mut raised, next + 1..end(tokens, next, LONGEST_PERSON, |_| false), SEAM);
        } else if TIES.before_honoured.contains(token.text) {
            raise_honoured(&mut raised, tokens, next);
        } else if TIES.before_places.contains(token.text) || TIES.before_districts.contains(token.text) {
            let end = end_of_place(tokens, next);
            let apart = TIES.before_districts.contains(token.text) || end == next;
            if !is_function_word(&tokens[next]) {
                raise(&mut raised, next..next + 1, if apart { CLOSE } else { TIGHT });
            }
            raise(&mut raised, next + 1..end, TIGHT);
            // A word that ends the name may still belong to it.
            if end > next
                && tokens
                    .get(end)
                    .is_some_and(|token| token.is_thai() && !token.spaced && !is_function_word(token))
            {
                raise(&mut raised, end..end + 1, CLOSE);
            }
        } else if TIES.before_fields.contains(token.text) && !is_function_word(&tokens[next]) {
            raise(&mut raised, next..next + 1, CLOSE);
        }
    }
    raised
}

fn raise(raised: &mut [Penalty], tokens: std::ops::Range<usize>, penalty: Penalty) {
    for least in &mut raised[tokens.start.min(tokens.end)..tokens.end] {
        *least = penalty.max(*least);
    }
}

/// The name of a royal or religious person. It goes on behind a space if another honour or an unknown word follows, and a
/// royal one also otherwise.
fn raise_honoured(raised: &mut [Penalty], tokens: &[Token], first: usize) {
    let mut start = first;
    while start < first + MOST_HONOURED {
        let end = end(tokens, start, LONGEST_HONOURED, is_function_word);
        raise(raised, start..end, TIGHT);
        let Some(next) = tokens.get(end) else { return };
        let rare = match next.kind {
            Kind::Thai(Origin::Word { rarity }) => rarity >= RARE,
            Kind::Thai(_) => true,
            _ => false,
        };
        let honour = TIES.before_honoured.iter().any(|honour| next.text.starts_with(honour));
        let royal =
            tokens[first - 1..end].iter().any(|token| ROYAL.iter().any(|royal| token.text.contains(royal)));
        let more = rare || honour || royal && !is_function_word(next);
        if end == start || !next.spaced || !next.is_thai() || !more {
            return;
        }
        raise(raised, end..end + 1, if honour { TIGHT } else { 2 * CLOSE });
        start = end + 1;
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

/// The number of the token after the name of a place.
fn end_of_place(tokens: &[Token], first: usize) -> usize {
    let stops = |token: &Token| {
        let common = matches!(token.kind, Kind::Thai(Origin::Word { rarity }) if rarity <= COMMON);
        is_function_word(token) || common && words::width(token.text) >= LONG
    };
    // The first letters of a name may be a common word: บ้านปากเตรียมบน.
    let start = tokens[first].start;
    let stops = |token: &Token| is_function_word(token) || stops(token) && token.start >= start + LEAST_NAMED;
    let known = known_place(tokens, first);
    let common = matches!(tokens[first].kind, Kind::Thai(Origin::Word { rarity }) if rarity <= COMMON);
    let common = common && words::width(tokens[first].text) > LONG;
    if known.is_none() && (common || is_function_word(&tokens[first])) {
        return first;
    }
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
        if places::contains(&name) {
            found = Some(at + 1);
        }
    }
    found
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
