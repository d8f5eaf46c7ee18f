//! The bond between two tokens that no space separates.

use super::penalty::{CLOSE, FIGURE, LETTER, LONG, NEAR, PHRASE, Penalty, RARE, SEAM, TIGHT, WORD};
use super::spaces::is_woman;
use super::ties::TIES;
use crate::thai::characters::is_combining;
use crate::thai::tokens::{Kind, Token};
use crate::thai::words::{self, Origin};

/// The width of a short word, in letters.
const SHORT: usize = 3;
/// The longest terms around a slash that are one expression, in letters: บาท/คน.
const LONGEST_RATE: usize = 8;

/// Signs that no line ends with, that no line begins with, and that no line begins with unless other signs precede.
const OPENING: [&str; 6] = ["“", "‘", "(", "[", "{", "<"];
const CLOSING: [&str; 6] = ["”", "’", ")", "]", "}", ">"];
const TRAILING: [&str; 16] =
    ["\u{A0}", ".", ",", ":", ";", "!", "?", "%", "/", "-", "–", "—", "…", "°", "\"", "_"];

/// The penalty of a line end before the token with this number. `None` if no line ends there, as before a closing
/// bracket.
pub(super) fn penalty(tokens: &[Token], at: usize) -> Option<Penalty> {
    let (left, right) = (&tokens[at - 1], &tokens[at]);
    match (left.kind, right.kind) {
        (Kind::Thai(before), Kind::Thai(after)) => thai(tokens, at, before, after),
        // A dotted line, a row of pictures.
        (Kind::Sign, Kind::Sign) if left.text == right.text => Some(LETTER),
        (_, Kind::Sign) if CLOSING.contains(&right.text) || right.text.chars().all(is_combining) => None,
        (Kind::Sign, _) if OPENING.contains(&left.text) => None,
        (Kind::Sign, Kind::Sign) => Some(LETTER),
        (Kind::Sign, _) => Some(after_sign(tokens, at)),
        (_, Kind::Sign) if OPENING.contains(&right.text) => Some(CLOSE),
        (_, Kind::Sign) if TRAILING.contains(&right.text) => None,
        (_, Kind::Sign) => Some(3 * CLOSE),
        (Kind::Number, _) | (_, Kind::Number) => Some(FIGURE),
        (Kind::Abbreviation, Kind::Thai(_)) if TIES.before_names.contains(left.text) => Some(TIGHT),
        (Kind::Abbreviation, Kind::Thai(_)) if words::width(right.text) > SHORT => Some(2 * CLOSE),
        (Kind::Abbreviation, _) => Some(TIGHT),
        (Kind::Thai(_), _) if words::is_prefix(left.text) => Some(TIGHT),
        (Kind::Thai(_), _) if TIES.leading.contains(left.text) => Some(CLOSE),
        (Kind::Thai(_), Kind::Abbreviation) => Some(CLOSE),
        _ => Some(NEAR),
    }
}

/// Between two words of Thai.
fn thai(tokens: &[Token], at: usize, before: Origin, after: Origin) -> Option<Penalty> {
    let (left, right) = (tokens[at - 1].text, tokens[at].text);
    if words::is_sign(right) {
        return (left == right).then_some(LETTER);
    }
    Some(bound(tokens, at).unwrap_or_else(|| free(tokens, at, before, after)))
}

/// Between a word and what cannot stand without it. `None` if both can stand by themselves.
fn bound(tokens: &[Token], at: usize) -> Option<Penalty> {
    let (left, right) = (tokens[at - 1].text, tokens[at].text);
    let lone = |text: &str| text.chars().count() == 1 && text != "ณ";
    let ordinal = right == "ที่" && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
    let tight = words::is_prefix(right) && ends_run(tokens, at)
        || is_woman(tokens, at)
        || words::is_suffix(right)
        || TIES.binding.contains(left);
    if lone(right) || lone(left) && !words::is_sign(left) {
        Some(SEAM)
    } else if left == "ณ" {
        Some(FIGURE)
    } else if words::is_prefix(left) {
        Some(SEAM)
    } else if tight {
        Some(TIGHT)
    } else if ordinal {
        // One of several: ครั้งที่ ๓. A document had better part from its number: ตามคำสั่ง | ที่ ๑๑๘๐.
        let counted = TIES.after_numbers.contains(left) || left.starts_with("วัน");
        Some(if counted { TIGHT } else { 6 * CLOSE })
    } else {
        None
    }
}

/// Between two words that can stand by themselves.
fn free(tokens: &[Token], at: usize, before: Origin, after: Origin) -> Penalty {
    let (left, right) = (tokens[at - 1].text, tokens[at].text);
    if after == Origin::Name && before != Origin::Name {
        return if TIES.leading.contains(left) { CLOSE } else { 2 * CLOSE };
    }
    let honoured = |text: &str| text.starts_with("พระ") || text.starts_with("สมเด็จ");
    if honoured(left) && honoured(right) {
        return TIGHT;
    }
    let (before_width, after_width) = (words::width(left), words::width(right));
    let unknown = match (before, after) {
        (Origin::Unknown, Origin::Unknown) => SEAM,
        (Origin::Unknown, _) if after_width < SHORT => SEAM,
        (_, Origin::Unknown) if before_width < SHORT => SEAM,
        (Origin::Unknown, _) | (_, Origin::Unknown) => 2 * CLOSE,
        _ => PHRASE,
    };
    let numeral = |text: &str| TIES.numerals.contains(text);
    let fraction = right == "ใน" && tokens.get(at + 1).is_some_and(|next| numeral(next.text) && !next.spaced);
    let trails = TIES.trailing.contains(right) && (ends_run(tokens, at) || !TIES.opening.contains(right));
    let known = if numeral(left) && (fraction || TIES.after_numbers.contains(right)) {
        6 * CLOSE
    } else if TIES.leading.contains(left) && TIES.leading.contains(right) {
        2 * CLOSE
    } else if TIES.leading.contains(left) || trails {
        CLOSE
    } else if TIES.opening.contains(right) {
        if before_width <= SHORT { NEAR } else { PHRASE }
    } else if TIES.before_objects.contains(left) {
        CLOSE
    } else {
        plain((before_width, before), (after_width, after))
    };
    known.max(unknown)
}

/// Whether no word of Thai follows the token without a space.
fn ends_run(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| next.spaced || !next.is_thai())
}

/// Between two words that are no function words.
fn plain((before, left): (usize, Origin), (after, right): (usize, Origin)) -> Penalty {
    let rare = |origin| matches!(origin, Origin::Word { rarity } if rarity >= RARE);
    let noise = rare(left) && before <= SHORT || rare(right) && after <= SHORT;
    match before.min(after) {
        // A rare short word is seldom a word at all, but a syllable of a name or of a loan word.
        _ if noise => 4 * CLOSE,
        _ if rare(right) && before <= SHORT => CLOSE,
        ..=SHORT if before.max(after) <= SHORT => 4 * NEAR,
        ..=SHORT => 3 * NEAR,
        _ if rare(right) => 2 * NEAR,
        LONG.. => WORD,
        _ => 2 * WORD,
    }
}

/// Behind a sign.
fn after_sign(tokens: &[Token], at: usize) -> Penalty {
    let (sign, right) = (&tokens[at - 1], &tokens[at]);
    let left = at.checked_sub(2).map(|left| &tokens[left]).filter(|_| !sign.spaced);
    let term = |token: &Token| token.is_thai() || token.kind == Kind::Foreign;
    // A unit of a rate, in one word: ๑๖.๔ ลิตร/ชั่วโมง.
    let counted = at > 2 && tokens[at - 3].kind == Kind::Number && tokens[at - 2].spaced;
    match sign.text {
        // The name of a standard: ISO/IEC.
        "/" if left.is_some_and(|left| left.kind == Kind::Foreign) && right.kind == Kind::Foreign => FIGURE,
        "/" if left.is_some_and(term) && term(right) => {
            let width = width_before(tokens, at - 1).max(width_from(tokens, at));
            match width {
                // Worse than to part a number from its rate.
                _ if counted => FIGURE + TIGHT,
                ..=LONGEST_RATE => TIGHT,
                _ => WORD,
            }
        }
        "-" | "–" | "—" if right.kind == Kind::Number => FIGURE,
        "-" | "–" | "—" if left.is_some_and(|left| left.kind == Kind::Number) => FIGURE,
        "-" | "–" | "—" if left.is_some() => CLOSE,
        "”" | "’" | ")" | "]" | "}" | "," | ";" | ":" | "!" | "?" | "…" => NEAR,
        "_" => 2 * CLOSE,
        "." | "/" | "-" | "–" | "—" | "\"" | "'" | "#" | "@" => FIGURE,
        "%" => NEAR,
        // The writer's own no-break space.
        "\u{A0}" => TIGHT,
        _ => 3 * CLOSE,
    }
}

/// The width of what precedes the token without a space, in letters.
fn width_before(tokens: &[Token], at: usize) -> usize {
    let start = (0..at).rev().find(|token| tokens[*token].spaced || tokens[*token].kind == Kind::Sign);
    let first = start.map_or(0, |start| if tokens[start].kind == Kind::Sign { start + 1 } else { start });
    tokens[first..at].iter().map(|token| words::width(token.text)).sum()
}

/// The width of what follows without a space from the token on, in letters.
fn width_from(tokens: &[Token], at: usize) -> usize {
    let more = tokens[at + 1..].iter().take_while(|token| !token.spaced && token.kind != Kind::Sign);
    tokens[at..=at].iter().chain(more).map(|token| words::width(token.text)).sum()
}
