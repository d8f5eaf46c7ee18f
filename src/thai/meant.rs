//! Dates and months as people type them: `10/10/2567`, `10 ตค 67`, `วันที่ 10 เดือน ตุลาคม พ.ศ. 2567`. A report accepts few
//! forms. For the others, this says which day or month was most likely meant, so that a message can show how to write it.
//! Nothing is guessed where two readings are likely.

use super::calendar::{Date, ERA_OFFSET, MONTHS, Month};
use super::digits::to_arabic;

/// The English names of the months. Spreadsheets write them.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Years of two digits from this one on are of the century of 2500. Below, they may be of the Common Era.
const FIRST_SHORT_YEAR: i32 = 50;

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A month by its name, 1 to 12.
    Name(u32),
    /// A number, and how many digits it is written with.
    Number(u32, usize),
}

impl Date {
    /// The day that was most likely meant by a text that is not a date in one of the accepted forms.
    pub fn meant(text: &str) -> Option<Self> {
        let (year, month, day) = match parts(text)?[..] {
            [Part::Number(day, 1..=2), Part::Name(month), Part::Number(year, digits)]
            | [Part::Name(month), Part::Number(day, 1..=2), Part::Number(year, digits)] => {
                (full_year(year, digits)?, month, day)
            }
            // The year comes first where no day is so large.
            [Part::Number(year, digits), Part::Number(month, 1..=2), Part::Number(day, 1..=2)]
                if digits == 4 || digits == 2 && year > 31 && day <= 31 =>
            {
                (full_year(year, digits)?, month, day)
            }
            [Part::Number(day, 1..=2), Part::Number(month, 1..=2), Part::Number(year, digits)] => {
                (full_year(year, digits)?, month, day)
            }
            _ => return None,
        };
        Date::of_either_era(year, month, day)
    }
}

impl Month {
    /// The month that was most likely meant by a text that is not a month in the accepted form, or that has a year of the
    /// Common Era. A day in it is left out.
    pub fn meant(text: &str) -> Option<Self> {
        let (year, month) = match parts(text)?[..] {
            [Part::Name(month), Part::Number(year, digits)]
            | [Part::Number(year, digits @ 4), Part::Name(month) | Part::Number(month, 1..=2)]
            | [Part::Number(month, 1..=2), Part::Number(year, digits)] => (full_year(year, digits)?, month),
            _ => {
                let (year, month, _) = Date::meant(text)?.ymd();
                (year + ERA_OFFSET, month)
            }
        };
        let (year, month, _) = Date::of_either_era(year, month, 1)?.ymd();
        Some(Month { year: year + ERA_OFFSET, month })
    }

    /// The month as a report file has it: `2567-09`.
    pub fn written(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }
}

/// The names of months and the numbers in a text, without the words around them. `None` if there is any other word.
fn parts(text: &str) -> Option<Vec<Part>> {
    let text = to_arabic(&text.to_lowercase());
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| !c.is_ascii_digit() && !c.is_whitespace() && !is_separator(c);
        if first.is_ascii_digit() {
            let (digits, after) = split_where(rest, |c| !c.is_ascii_digit());
            parts.push(Part::Number(digits.parse().ok()?, digits.len()));
            rest = after;
        } else if is_word(first) {
            // The points of an abbreviation belong to it: ต.ค.
            let (word, after) = split_where(rest, |c| c != '.' && !is_word(c));
            if let Some(word) = without_company(word) {
                parts.push(Part::Name(month_called(&word)?));
            }
            rest = after;
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    Some(parts)
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '/' | '\\' | '-' | '\u{2010}'..='\u{2015}' | '−')
}

fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// A word of a date without points, and without the words that stand by a day, a month or a year. `None` if nothing is left.
fn without_company(word: &str) -> Option<String> {
    let word = word.replace('.', "");
    // วันที่, and the day of the week: วันพฤหัสบดีที่
    if word.starts_with("วัน") || word == "ที่" {
        return None;
    }
    let word = word.strip_prefix("เดือน").unwrap_or(&word);
    let year = ["พศ", "พุทธศักราช", "คศ"].iter().find_map(|era| word.strip_suffix(era)).unwrap_or(word);
    let word = year.strip_suffix("ปี").unwrap_or(year);
    (!word.is_empty()).then(|| word.to_owned())
}

/// The month that a word is the name of, whole, short, or cut off after a few letters: `ตุลาคม`, `ตค`, `ตุลา`, `oct`.
fn month_called(word: &str) -> Option<u32> {
    const LEAST: usize = 3;
    let is_long_enough = word.chars().count() >= LEAST;
    let is_called = |(long, short): &(&str, &str), english: &str| {
        word == short.replace('.', "")
            || is_long_enough && (long.starts_with(word) || english.starts_with(word))
    };
    let mut called =
        (1..).zip(MONTHS.iter().zip(ENGLISH)).filter(|(_, (month, english))| is_called(month, english));
    let (month, _) = called.next()?;
    called.next().is_none().then_some(month)
}

/// The year that a number stands for. `None` if its century is unclear, or if no document of today has that year.
fn full_year(year: u32, digits: usize) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    match digits {
        4 => ((1857..=2156).contains(&year) || (2400..=2699).contains(&year)).then_some(year),
        2 => (year >= FIRST_SHORT_YEAR).then_some(2500 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_any_form_is_told() {
        for text in [
            "10/10/2567",
            "10-10-67",
            "10.10.2567",
            "๑๐/๑๐/๖๗",
            "2567/10/10",
            "67-10-10",
            "10/10/2024",
            "10 ต.ค. 67",
            "10 ตค 2567",
            "10 ตค. ๖๗",
            "10 ตุลาคม ๖๗",
            "10 ตุลา 2567",
            "10ตุลาคม2567",
            "10-ต.ค.-67",
            "10-Oct-2024",
            "October 10, 2024",
            "วันที่ 10 เดือน ตุลาคม พ.ศ. 2567",
            "วันที่ 10 เดือนตุลาคม พ.ศ 2567",
            "วันพฤหัสบดีที่ 10 ตุลาคม พุทธศักราช 2567",
        ] {
            assert_eq!(Date::meant(text).map(Date::long).as_deref(), Some("10 ตุลาคม 2567"), "{text}");
        }
    }

    #[test]
    fn nothing_is_told_where_two_readings_are_likely() {
        for text in [
            "",
            "วันนี้",
            "10/10/24",
            "10/13/2567",
            "31/9/2567",
            "10 ม 2567",
            "ตุลาคม 2567",
            "10 ต.ค.",
            "5/10/256",
        ] {
            assert_eq!(Date::meant(text), None, "{text}");
        }
        for text in ["", "ตลอดปี", "ต.ค. 24", "2566-13", "13/2566", "ไตรมาส 1/2567", "ต.ค."]
        {
            assert_eq!(Month::meant(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_in_any_form_is_told() {
        for text in [
            "ก.ย. 2567",
            "กย 67",
            "กันยายน ๒๕๖๗",
            "เดือนกันยายน พ.ศ. 2567",
            "9/2567",
            "09-67",
            "2567/9",
            "2567.09",
            "2567 กันยายน",
            "2024-09",
            "Sep-2024",
            "30 ก.ย. 67",
            "30/09/2567",
        ] {
            assert_eq!(Month::meant(text).map(Month::written).as_deref(), Some("2567-09"), "{text}");
        }
    }
}
