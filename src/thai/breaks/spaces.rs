//! The bond between two tokens with a space between them.

use super::penalty::{CLOSE, FIGURE, NEAR, PHRASE, Penalty, TIGHT, WORD};
use super::ties::TIES;
use crate::thai::calendar::MONTHS;
use crate::thai::tokens::{Kind, Token};
use crate::thai::words::{self, Origin};

/// The longest unit of another script, in letters: BTU.
const LONGEST_UNIT: usize = 4;
/// The longest name of another script that is short: e-GP, ITA.
const LONGEST_SHORT_NAME: usize = 6;
/// The longest number that must not be left alone on the last line, in digits.
const LONGEST_LAST: usize = 3;
/// The longest word after a count that is taken for its unit, in letters, and the longest code of an office.
const LONGEST_COUNTED: usize = 9;
const LONGEST_CODE: usize = 3;

/// The penalty of a line end at the space before the token with this number. `None` if no line ends there.
pub(super) fn penalty(tokens: &[Token], at: usize) -> Option<Penalty> {
    let (left, right) = (&tokens[at - 1], &tokens[at]);
    if right.text.starts_with(['ๆ', 'ฯ']) || is_item_number(tokens, at) {
        return None;
    }
    let dash = |token: &Token| token.is_sign(&["-", "–", "—", "×"]);
    let ranged = right.kind == Kind::Number || is_month(right.text);
    Some(match (left.kind, right.kind) {
        _ if dash(right) || left.kind == Kind::Number && right.text == "x" => FIGURE + TIGHT,
        _ if dash(left) && left.spaced && ranged => FIGURE,
        // From one thing to another: วันจันทร์ - วันศุกร์.
        _ if dash(left) && left.spaced => 3 * CLOSE,
        // A line had better begin with the sign than end with it.
        _ if left.text == "=" => 6 * CLOSE,
        _ if right.text == "=" => 2 * CLOSE,
        (_, Kind::Number) => before_number(tokens, at),
        (Kind::Number, _) if right.text != "(" => after_number(tokens, at),
        // An amount with the mark of no satang: ๕๐๐.- บาท.
        _ if left.text == "-" && text_at(tokens, at.checked_sub(2)) == "." => FIGURE,
        _ if is_extension(tokens, at) => TIGHT,
        _ if left.text == "ณ" => FIGURE,
        _ if words::is_prefix(left.text) => TIGHT,
        (Kind::Thai(_), Kind::Thai(_)) if is_code(tokens, at) => TIGHT,
        (Kind::Thai(_), Kind::Foreign) if is_label(tokens, at - 1) => TIGHT,
        // Two titles had better part than a title and its name: รองศาสตราจารย์ | ดร.กมลวรรณ.
        (Kind::Thai(_), _) if is_title(tokens, at - 1) && is_title(tokens, at) => 6 * CLOSE,
        _ if is_title(tokens, at - 1) || joins_firm(left, right) => TIGHT,
        _ if left.text == "." && is_foreign_title(tokens, at - 1) => TIGHT,
        _ if names_person(tokens, at - 1) && right.is_thai() => CLOSE,
        _ if is_era(right.text) => {
            if is_month(left.text) {
                CLOSE
            } else {
                WORD
            }
        }
        (_, Kind::Abbreviation) if TIES.before_bodies.contains(left.text) => TIGHT,
        _ if TIES.leading.contains(left.text) => CLOSE,
        (Kind::Foreign, Kind::Foreign) => 2 * CLOSE,
        (Kind::Thai(_), Kind::Foreign) if right.text.len() <= LONGEST_SHORT_NAME => CLOSE,
        (Kind::Thai(_), Kind::Abbreviation)
            if is_label(tokens, at - 1) || TIES.before_places.contains(left.text) =>
        {
            TIGHT
        }
        // A paragraph of a section, and the other name of a school: มาตรา ๑๑ (๑๑).
        (Kind::Number, Kind::Sign) if right.text == "(" => 2 * CLOSE,
        (Kind::Thai(_), Kind::Abbreviation) => 2 * NEAR,
        _ => PHRASE,
    })
}

/// Whether two tokens belong to the name of a firm: บริษัท วายุจักร จำกัด (มหาชน).
fn joins_firm(left: &Token, right: &Token) -> bool {
    TIES.before_firms.contains(left.text) || right.text == "จำกัด" || left.text == "จำกัด" && right.text == "("
}

/// Whether the text before the token is only an item number, as at the beginning of a measure: `๑.`
fn is_item_number(tokens: &[Token], at: usize) -> bool {
    at == 2 && tokens[0].kind == Kind::Number && tokens[1].text == "."
}

/// Whether the token is the word before the extension of a telephone number: `๐ ๕๓๖๑ ๗๐๐๐ ต่อ ๑๑`.
fn is_extension(tokens: &[Token], at: usize) -> bool {
    let number =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == Kind::Number);
    tokens[at].text == "ต่อ" && number(at.checked_sub(1)) && number(Some(at + 1))
}

fn before_number(tokens: &[Token], at: usize) -> Penalty {
    let (left, number) = (&tokens[at - 1], &tokens[at]);
    let last = at + 1 == tokens.len() && number.text.chars().count() <= LONGEST_LAST;
    if left.kind == Kind::Number {
        // The groups of a telephone number, which starts with a zero: ๐ ๕๓๐๐.
        let first = (0..at).rev().take_while(|token| tokens[*token].kind == Kind::Number).last();
        return if text_at(tokens, first).starts_with(['0', '๐']) { FIGURE } else { PHRASE };
    }
    let labelled = left.kind == Kind::Abbreviation
        || left.kind == Kind::Foreign
        || TIES.before_rates.contains(left.text)
        || left.text == "ๆ" && text_at(tokens, at.checked_sub(2)) == "ทุก"
        || is_label(tokens, at - 1)
        || is_circular(tokens, at - 1)
        || is_extension(tokens, at - 1)
        || TIES.name_endings.contains(left.text)
        || last && left.is_thai();
    if is_month(left.text) {
        CLOSE
    } else if is_code(tokens, at - 1) {
        FIGURE
    } else if labelled {
        TIGHT
    } else if TIES.leading.contains(left.text) {
        CLOSE
    } else if TIES.before_amounts.contains(left.text) || left.text.ends_with("เวลา") {
        2 * CLOSE
    } else if TIES.before_counts.contains(left.text) {
        2 * NEAR
    } else if is_number_of(tokens, at) {
        2 * CLOSE
    } else {
        WORD
    }
}

fn after_number(tokens: &[Token], at: usize) -> Penalty {
    let right = &tokens[at];
    let ordinal = !is_count(tokens, at - 1);
    if is_month(right.text) {
        return FIGURE;
    }
    match right.kind {
        Kind::Foreign if right.text.len() <= LONGEST_UNIT && right.text.is_ascii() => FIGURE,
        Kind::Sign if right.text == "%" => FIGURE,
        Kind::Abbreviation | Kind::Thai(_) if ordinal => PHRASE,
        Kind::Abbreviation => FIGURE,
        Kind::Thai(_) if TIES.after_numbers.contains(right.text) => FIGURE,
        Kind::Thai(_) if TIES.opening.contains(right.text) || TIES.leading.contains(right.text) => {
            let pair = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
            if right.text == "ใน" || pair { CLOSE } else { PHRASE }
        }
        Kind::Thai(_) if words::width(right.text) <= LONGEST_COUNTED => TIGHT,
        _ => PHRASE,
    }
}

/// Whether the number is a count, not a year, an ordinal or the number of a document.
fn is_count(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let label = text_at(tokens, Some(before));
    if label == "ร้อยละ" {
        return false;
    }
    if tokens[at].text.contains(['.', ',']) {
        return true;
    }
    let year = is_year(&tokens[at]);
    !(is_label(tokens, before)
        || is_era(label)
        || is_month(label)
        || label == "/"
        || year && label.ends_with("ปี"))
}

/// Whether the token is the letter before the last part of a document's number: `ว` in `๐๘๑๐.๓/ว ๕๙๙`.
fn is_circular(tokens: &[Token], at: usize) -> bool {
    let slash = at.checked_sub(1).is_some_and(|slash| tokens[slash].text == "/");
    slash && !tokens[at].spaced && tokens[at].text.chars().count() == 1
}

/// Whether the number tells which one the thing before it is, because nothing counted follows: ถนนเทศบาล ๗.
fn is_number_of(tokens: &[Token], at: usize) -> bool {
    // Behind a range: ๑–๔.
    let range = |next: &&Token| matches!(next.text, "-" | "–" | "—") || next.kind == Kind::Number;
    let after = at + 1 + tokens[at + 1..].iter().take_while(range).count();
    let counted = tokens.get(after).is_some_and(|next| {
        TIES.after_numbers.contains(next.text)
            || next.kind == Kind::Abbreviation
            || matches!(next.text, "%" | "×" | "/" | ")")
            || next.kind == Kind::Thai(Origin::Unknown)
            || next.kind == Kind::Foreign
    });
    tokens[at - 1].is_thai() && !counted && !tokens[at].text.contains(['.', ',', ':'])
}

/// Whether the full stop ends a title of another script: `Dr.`
fn is_foreign_title(tokens: &[Token], at: usize) -> bool {
    let title = at.checked_sub(1).map(|title| &tokens[title]);
    title.is_some_and(|title| {
        title.kind == Kind::Foreign && title.text.len() <= LONGEST_UNIT && !tokens[at].spaced
    })
}

/// Whether the number is a year of the Buddhist Era.
fn is_year(number: &Token) -> bool {
    number.text.chars().count() == 4 && (number.text.starts_with("๒๕") || number.text.starts_with("25"))
}

/// Whether the token is a label of the number after it: ข้อ ๕, ตัวชี้วัดที่ ๑.
fn is_label(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let year = token.text.ends_with("ปี") && tokens.get(at + 1).is_some_and(is_year);
    let ordinal =
        token.text.ends_with("ที่") && !TIES.no_ordinals.iter().any(|word| token.text.ends_with(word));
    ordinal || year || TIES.before_numbers.contains(token.text) && !is_counted(tokens, at)
}

/// Whether what may be a label is counted, and the number after it counts something else: ๒ รุ่น ๘๖ คน.
fn is_counted(tokens: &[Token], at: usize) -> bool {
    let unit = text_at(tokens, Some(at + 2));
    at.checked_sub(1).is_some_and(|before| tokens[before].kind == Kind::Number)
        && TIES.after_numbers.contains(unit)
        && !TIES.before_numbers.contains(unit)
}

/// Whether the token is the code of an office in the number of a document, `มท` in `ที่ มท ๐๘๑๐.๓/ว ๕๙๙`, or the letters of a
/// number plate, which are no word: `นข ๔๔๑๒`.
fn is_code(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let after_label = at.checked_sub(1).is_some_and(|label| tokens[label].text.ends_with("ที่"));
    let unknown = token.kind == Kind::Thai(Origin::Unknown);
    let consonants = token.text.chars().all(|c| ('ก'..='ฮ').contains(&c));
    let ends = tokens.get(at + 1).is_some_and(|next| next.spaced && next.kind == Kind::Number);
    token.spaced && (after_label || unknown) && ends && consonants && words::width(token.text) <= LONGEST_CODE
}

pub(super) fn is_month(text: &str) -> bool {
    MONTHS.iter().any(|(long, short)| text == *long || text == *short)
}

fn is_era(text: &str) -> bool {
    matches!(text, "พ.ศ." | "ค.ศ." | "ร.ศ." | "ฮ.ศ.")
}

/// Whether the token is a title that stands before a name. After a number it is a unit: ๑๒ นาย.
pub(super) fn is_title(tokens: &[Token], at: usize) -> bool {
    let counted = at.checked_sub(1).is_some_and(|before| tokens[before].kind == Kind::Number);
    !counted && (names_title(&tokens[at]) || is_woman(tokens, at))
}

fn names_title(token: &Token) -> bool {
    is_rank(token) || TIES.before_names.contains(token.text) || words::TITLES.contains(&token.text)
}

/// Whether the token ends a woman's title: แพทย์หญิง, พันตำรวจโทหญิง.
pub(super) fn is_woman(tokens: &[Token], at: usize) -> bool {
    let title = |at: usize| TIES.before_women.contains(tokens[at].text) || names_title(&tokens[at]);
    tokens[at].text == "หญิง" && !tokens[at].spaced && at.checked_sub(1).is_some_and(title)
}

/// Whether the token is the abbreviation of a military or police rank: ร.ต.อ., พล.ต.ท.
fn is_rank(token: &Token) -> bool {
    const BRANCHES: [&str; 7] = ["พล", "พ", "ร", "ส", "จ", "น", "ด"];
    const GRADES: [&str; 3] = ["อ", "ท", "ต"];
    if token.kind != Kind::Abbreviation {
        return false;
    }
    let parts: Vec<&str> = token.text.trim_end_matches('.').split('.').collect();
    (2..=4).contains(&parts.len())
        && BRANCHES.contains(&parts[0])
        && parts.last().is_some_and(|last| GRADES.contains(last))
        && parts[1..].iter().all(|part| part.chars().count() == 1)
}

/// Whether the token ends a first name: a run of letters that follows a title.
fn names_person(tokens: &[Token], at: usize) -> bool {
    let mut first = at;
    while first > 0 && !tokens[first].spaced && tokens[first].is_thai() {
        if is_title(tokens, first - 1) {
            return true;
        }
        first -= 1;
    }
    tokens[at].is_thai() && first > 0 && tokens[first].spaced && is_title(tokens, first - 1)
}

/// The text of a token, or nothing.
fn text_at<'t>(tokens: &[Token<'t>], at: Option<usize>) -> &'t str {
    at.and_then(|at| tokens.get(at)).map_or("", |token| token.text)
}
