//! The space between the abbreviation of an era and its year: `พ.ศ. ๒๕๖๗`, however it was typed.

use std::borrow::Cow;

use super::digits::is_digit;

/// The abbreviations of eras, without what comes before ศ.
const ERA: &str = ".ศ.";
/// The first letters of the eras: Buddhist, Common, Rattanakosin and Hijri.
const FIRST: [char; 4] = ['พ', 'ค', 'ร', 'ฮ'];

/// The text with one space between the abbreviation of an era and the year after it. Line breaks stay.
pub fn spaced_eras(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = 0;
    for (at, era) in text.match_indices(ERA) {
        let end = at + era.len();
        let after = text[end..].trim_start_matches([' ', '\t', '\u{A0}']);
        let year = text.len() - after.len();
        if text[..at].ends_with(FIRST) && after.starts_with(is_digit) && &text[end..year] != " " {
            out.push_str(&text[rest..end]);
            out.push(' ');
            rest = year;
        }
    }
    if rest == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[rest..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_one_space_from_its_era() {
        for (typed, set) in [
            ("ประจำปีงบประมาณ พ.ศ.2567", "ประจำปีงบประมาณ พ.ศ. 2567"),
            ("ปีพ.ศ.๒๕๖๖-๒๕๗๐ และ ค.ศ.2024", "ปีพ.ศ. ๒๕๖๖-๒๕๗๐ และ ค.ศ. 2024"),
            ("พ.ศ.   2567 พ.ศ.\u{A0}2568", "พ.ศ. 2567 พ.ศ. 2568"),
            ("พ.ศ. 2567 กับ พ.ศ. ....", "พ.ศ. 2567 กับ พ.ศ. ...."),
            ("พ.ร.บ.ข้อมูลข่าวสาร พ.ศ.(2540) พ.ศ.\n2567", "พ.ร.บ.ข้อมูลข่าวสาร พ.ศ.(2540) พ.ศ.\n2567"),
            ("ต.ศ.2567 พ.ศ.", "ต.ศ.2567 พ.ศ."),
        ] {
            assert_eq!(spaced_eras(typed), set);
            assert_eq!(spaced_eras(set), set);
        }
    }
}
