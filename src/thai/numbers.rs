//! The numbers of a text, and which of them belong to a Latin name. A number is taken with everything that is joined to
//! it: `14-16`, `ITA_2567_O34_v2`. Of such a whole all digits are of one kind.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::digits::{addresses, digit, is_digit, to_arabic};

/// A number with all that is joined to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it belongs to.
    pub owner: Owner,
}

/// What a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The text: its digits are those of the text.
    Text,
    /// A name in Latin letters, whose digits are Arabic: `COVID-19`, `ISO 9001:2015`.
    Name,
    /// A URL or an e-mail address, whose digits are as they were typed.
    Address,
}

/// The numbers of a text in order.
///
/// Latin letters and digits are joined to one another directly or by `_ - – / \ . :`, and digits by a comma. An item's
/// number (`1.ITA`) is not joined to what follows. A number behind a space belongs to a name only if
/// `data/lexicon/numbered.toml` has that name and numbers of that shape.
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    // Most texts have no number, and addresses take longer to find.
    if !text.contains(is_digit) {
        return found;
    }
    let addresses: Vec<Range<usize>> = addresses(text).collect();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_member).map(|next| at + next) {
        let end = start + joined(&text[start..]);
        let item = item_number(&text[start..end]);
        for range in [start..start + item, start + item..end] {
            let whole = &text[range.clone()];
            if whole.contains(is_digit) {
                let overlaps =
                    |address: &Range<usize>| address.start < range.end && range.start < address.end;
                let owner = if addresses.iter().any(overlaps) {
                    Owner::Address
                } else if whole.contains(is_latin) || is_of_name(&text[..range.start], whole) {
                    Owner::Name
                } else {
                    Owner::Text
                };
                found.push(Number { range, owner });
            }
        }
        at = end;
    }
    found
}

fn is_member(c: char) -> bool {
    is_latin(c) || is_digit(c)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}' if c.is_alphabetic())
}

/// The length of the letters and digits that are joined at the start of a text, in bytes.
fn joined(text: &str) -> usize {
    let mut end = 0;
    let mut rest = text.chars();
    let mut last = ' ';
    while let Some(c) = rest.next() {
        if is_member(c) {
            (end, last) = (text.len() - rest.as_str().len(), c);
            continue;
        }
        let second = rest.clone().next();
        let after = |c: Option<char>, joins: fn(char) -> bool| c.is_some_and(joins);
        let goes_on = match c {
            ',' => is_digit(last) && after(second, is_digit),
            '.' => after(second, is_member),
            // Two signs join as well: `C:/`, `a--b`.
            _ if is_joiner(c) => {
                after(second, is_member) || after(second, is_joiner) && after(rest.clone().nth(1), is_member)
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        if after(second, is_joiner) {
            rest.next();
        }
    }
    end
}

fn is_joiner(c: char) -> bool {
    matches!(c, '_' | '-' | '\u{2010}'..='\u{2013}' | '/' | '\\' | ':')
}

/// The length of the number of an item, with its full stops, before a Latin word that nothing else separates from it:
/// `1.ITA`, `2.1.e-Service`. 0 if there is none, as in the name of a file.
fn item_number(whole: &str) -> usize {
    let letters = whole.find(is_latin).unwrap_or(0);
    let number = &whole[..letters];
    let Some(parts) = number.strip_suffix('.') else { return 0 };
    let is_part = |part: &str| {
        let digits = part.chars().count();
        (1..=2).contains(&digits) && part.chars().all(is_digit) && digit_value(part) != Some(0)
    };
    let of_file = NAMES.files.endings.iter().any(|ending| whole[letters..].eq_ignore_ascii_case(ending));
    if parts.split('.').all(is_part) && !of_file { letters } else { 0 }
}

/// The value of the first digit.
fn digit_value(text: &str) -> Option<u8> {
    text.chars().next().and_then(digit)
}

/// Whether a number belongs to the name of a standard or a product before it, behind a space.
fn is_of_name(before: &str, number: &str) -> bool {
    let named = before.trim_end_matches([' ', '\u{A0}']);
    if named.len() == before.len() || !named.ends_with(is_latin) {
        return false;
    }
    let number = to_arabic(number);
    let buddhist_year = number.len() == 4 && (number.starts_with("25") || number.starts_with("26"));
    let first = number.split([':', '-', '/', '_', '–']).next().unwrap_or_default();
    let is_named = |name: &String| {
        let start = named.len().checked_sub(name.len()).filter(|start| named.is_char_boundary(*start));
        start.is_some_and(|start| {
            named[start..].eq_ignore_ascii_case(name) && !named[..start].ends_with(is_member)
        })
    };
    let is_shaped = |shape: &String| {
        let fits = |(shape, c): (char, char)| shape == c || shape == '#' && c.is_ascii_digit();
        shape.len() == first.len() && shape.chars().zip(first.chars()).all(fits)
    };
    !buddhist_year
        && NAMES
            .names
            .iter()
            .any(|group| group.numbers.iter().any(is_shaped) && group.names.iter().any(is_named))
}

/// The names and numbers of `data/lexicon/numbered.toml`, which explains them.
static NAMES: LazyLock<Names> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/lexicon/numbered.toml")).expect("embedded names are well formed")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    names: Vec<Group>,
    files: Files,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    names: Vec<String>,
    numbers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    endings: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let show = |number: Number| {
            let mark = match number.owner {
                Owner::Text => "",
                Owner::Name => "=",
                Owner::Address => "@",
            };
            format!("{mark}{}", &text[number.range])
        };
        numbers(text).into_iter().map(show).collect()
    }

    #[test]
    fn numbers_are_taken_with_what_is_joined_to_them() {
        for (text, found) in [
            ("ตามแฟ้ม ITA_2567_O34_v2 ลงวันที่ 14-16", vec!["=ITA_2567_O34_v2", "14-16"]),
            ("1,250.50 บาท (3.5%)", vec!["1,250.50", "3.5"]),
            ("ที่ มท 0808.2/ว3675", vec!["0808.2", "3675"]),
            ("ข้อ O1–O35, 2 ข้อ", vec!["=O1–O35", "2"]),
            ("ปี 2567. ITA", vec!["2567"]),
            ("1.ITA 2.1.e-GP 10.1", vec!["1.", "2.1.", "10.1"]),
            ("34.pdf 1.0.rc1", vec!["=34.pdf", "=1.0.rc1"]),
            ("ดู www.a.go.th/2567 ข้อ 2", vec!["@www.a.go.th/2567", "2"]),
            ("C:\\ita\\2567", vec!["=C:\\ita\\2567"]),
        ] {
            assert_eq!(shown(text), found, "{text}");
        }
    }

    #[test]
    fn every_name_of_the_list_keeps_every_shape_of_its_numbers() {
        for group in &NAMES.names {
            for (name, shape) in group.names.iter().flat_map(|n| group.numbers.iter().map(move |s| (n, s))) {
                let number = shape.replace('#', "1");
                let numbered = format!("ตาม {name} {number}");
                assert_eq!(shown(&numbered), [format!("={number}")], "{numbered}");
                assert_eq!(shown(&format!("ตาม X{name} {number}")), [number], "another name");
            }
        }
        for ending in &NAMES.files.endings {
            assert_eq!(shown(&format!("7.{ending}")).len(), 1, "{ending}");
        }
    }
}
