//! The Thai calendar: months, dates of the Buddhist Era, and the fiscal year. A fiscal year runs from 1 October to
//! 30 September and is named after the year in which it ends.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

use super::digits::to_arabic;

/// How many years the Buddhist Era is ahead of the Common Era.
pub const ERA_OFFSET: i32 = 543;

/// Where both eras are allowed, years from this one on are read as Buddhist Era.
const FIRST_BUDDHIST_YEAR: i32 = 2400;

/// The names of the months, long and short.
pub const MONTHS: [(&str, &str); 12] = [
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
];

/// A fiscal year of the Buddhist Era: 2567 runs from 1 October 2566 to 30 September 2567.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiscalYear(u16);

/// Why a number is not a fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum YearError {
    /// It looks like a year of the Common Era. The value is the same year in the Buddhist Era.
    #[error("a year of the Common Era; the Buddhist Era's is {0}")]
    CommonEra(u16),
    /// It is not between 2500 and 2699.
    #[error("not between 2500 and 2699")]
    OutOfRange,
}

impl FiscalYear {
    /// Creates a fiscal year from its Buddhist number, 2500 to 2699.
    pub fn new(year: i64) -> Result<Self, YearError> {
        match year {
            2500..=2699 => Ok(FiscalYear(year as u16)),
            1957..=2156 => Err(YearError::CommonEra(year as u16 + ERA_OFFSET as u16)),
            _ => Err(YearError::OutOfRange),
        }
    }

    /// The fiscal year that contains a day. `None` if its number is not between 2500 and 2699.
    pub fn containing(day: NaiveDate) -> Option<Self> {
        let year = day.year() + ERA_OFFSET + i32::from(day.month() >= 10);
        FiscalYear::new(year.into()).ok()
    }

    /// The year's number in the Buddhist Era.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The fiscal year before this one. That of 2500 is 2499, which [`FiscalYear::new`] would refuse.
    pub fn previous(self) -> Self {
        FiscalYear(self.0 - 1)
    }

    /// The last day, 30 September.
    pub fn last_day(self) -> Date {
        Date::buddhist(self.0.into(), 9, 30).expect("every September has 30 days")
    }

    /// All its months, October to September.
    pub fn months(self) -> Period {
        let year = i32::from(self.0);
        Period { from: Month { year: year - 1, month: 10 }, to: Month { year, month: 9 } }
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A day, stored in the Common Era.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DateError {
    /// It has none of the accepted forms.
    #[error("not a date; write 5 ตุลาคม 2567, 5 ต.ค. 2567 or 2567-10-05")]
    Form,
    /// The form is right, but the day does not exist.
    #[error("there is no such day")]
    Impossible,
}

impl Date {
    /// Creates a date from a year of the Buddhist Era. `None` if there is no such day.
    pub fn buddhist(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year - ERA_OFFSET, month, day).map(Date)
    }

    /// Creates a date from a year of either era: Buddhist from 2400 on, Common below. `None` if there is no such day.
    pub fn of_either_era(year: i32, month: u32, day: u32) -> Option<Self> {
        let offset = if year >= FIRST_BUDDHIST_YEAR { 0 } else { ERA_OFFSET };
        Date::buddhist(year + offset, month, day)
    }

    /// The day of a Unix time in seconds, in UTC. `None` outside the years 1970 to 9999; a PDF date has four digits for
    /// the year.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        let day = chrono::DateTime::from_timestamp(seconds, 0)?.date_naive();
        (1970..=9999).contains(&day.year()).then_some(Date(day))
    }

    /// The date with the month's name and the year of the Buddhist Era: `5 ตุลาคม 2567`.
    pub fn long(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{day} {} {}", MONTHS[month as usize - 1].0, year + ERA_OFFSET)
    }

    /// The year of the Common Era, the month and the day.
    pub fn ymd(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Parses `5 ตุลาคม 2567`, `5 ต.ค. 2567` (both with or without วันที่ and พ.ศ.) and `2567-10-05`, in Thai or Arabic
    /// digits. The year may be of either era.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = plain(text);
        let (year, month, day) = iso_day(&text).or_else(|| thai_day(&text)).ok_or(DateError::Form)?;
        Date::of_either_era(year, month, day).ok_or(DateError::Impossible)
    }
}

/// The text of a date in Arabic digits and with ASCII's hyphen, in place of which word processors put dashes.
fn plain(text: &str) -> String {
    let dash = |c: char| if matches!(c, '\u{2010}'..='\u{2015}' | '−') { '-' } else { c };
    to_arabic(text.trim()).chars().map(dash).collect()
}

fn iso_day(text: &str) -> Option<(i32, u32, u32)> {
    let mut parts = text.split('-');
    let found = (year(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
    parts.next().is_none().then_some(found)
}

fn thai_day(text: &str) -> Option<(i32, u32, u32)> {
    let text = text.strip_prefix("วันที่").unwrap_or(text).trim_start();
    let (day, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let rest = rest.trim_start();
    let (month, rest) = MONTHS.iter().zip(1..).find_map(|((long, short), month)| {
        let rest = rest.strip_prefix(long).or_else(|| rest.strip_prefix(short))?;
        Some((month, rest.trim_start()))
    })?;
    let rest = rest.strip_prefix("พ.ศ.").unwrap_or(rest).trim_start();
    Some((year(rest)?, month, number(day)?))
}

/// Parses a year of four digits in either era that a document of today may mention. Years such as 67 are refused
/// because their century is unclear.
fn year(text: &str) -> Option<i32> {
    let year = text.parse().ok().filter(|_| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))?;
    let plausible = (1857..=2256).contains(&year) || (FIRST_BUDDHIST_YEAR..=2799).contains(&year);
    plausible.then_some(year)
}

/// Parses a number of one or two digits, such as a day.
fn number(text: &str) -> Option<u32> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// A month in a given year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The calendar year as written. [`Month::is_buddhist`] says of which era it is.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// Whether the year is of the Buddhist Era, that is 2400 or later.
    pub fn is_buddhist(self) -> bool {
        self.year >= FIRST_BUDDHIST_YEAR
    }

    /// The month's short name with the last two digits of the year: `ต.ค.66`.
    pub fn short(self) -> String {
        format!("{}{:02}", MONTHS[self.month as usize - 1].1, self.year % 100)
    }
}

impl FromStr for Month {
    type Err = DateError;

    /// Parses `2566-10`, in Thai or Arabic digits.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = plain(text);
        let (written, month) = text.split_once('-').ok_or(DateError::Form)?;
        let (year, month) = (year(written).ok_or(DateError::Form)?, number(month).ok_or(DateError::Form)?);
        if (1..=12).contains(&month) { Ok(Month { year, month }) } else { Err(DateError::Impossible) }
    }
}

/// A range of months, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first month.
    pub from: Month,
    /// The last month, not before the first.
    pub to: Month,
}

impl Period {
    /// The period in short form: `ต.ค.66 - ก.ย.67`, or a single month if both ends are the same.
    pub fn short(self) -> String {
        if self.from == self.to {
            return self.from.short();
        }
        format!("{} - {}", self.from.short(), self.to.short())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Result<(i32, u32, u32), DateError> {
        text.parse::<Date>().map(Date::ymd)
    }

    #[test]
    fn dates_are_read_in_every_form() {
        for text in [
            "5 ตุลาคม 2567",
            "๕ ตุลาคม ๒๕๖๗",
            "5 ต.ค. 2567",
            "5 ต.ค.2567",
            "2567-10-05",
            "๒๕๖๗–๑๐–๐๕",
            "2024-10-05",
            "วันที่ 5 ตุลาคม พ.ศ. 2567",
        ] {
            assert_eq!(date(text), Ok((2024, 10, 5)), "{text}");
        }
    }

    #[test]
    fn the_leap_day_is_checked_in_the_right_era() {
        assert_eq!(date("29 กุมภาพันธ์ 2567"), Ok((2024, 2, 29)));
        assert_eq!(date("29 กุมภาพันธ์ 2568"), Err(DateError::Impossible));
        // As a year of the Common Era, 2568 would be a leap year.
        assert_eq!(date("2568-02-29"), Err(DateError::Impossible));
        assert_eq!(date("31 เมษายน 2567"), Err(DateError::Impossible));
        assert_eq!("2567-02-29".parse::<Date>().unwrap().long(), "29 กุมภาพันธ์ 2567");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "ตุลาคม 2567",
            "5 ตุลา 2567",
            "5/10/2567",
            "2567-10",
            "2567-10-05-1",
            "5 ต.ค. 67",
            "67-10-05",
            "5 ตุลาคม 2300",
        ] {
            assert_eq!(date(text), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn a_fiscal_year_ends_in_the_year_of_its_name() {
        let year = FiscalYear::new(2567).unwrap();
        assert_eq!(year.last_day().ymd(), (2024, 9, 30));
        assert_eq!(year.months().short(), "ต.ค.66 - ก.ย.67");
        let day =
            |y, m, d| FiscalYear::containing(NaiveDate::from_ymd_opt(y, m, d).unwrap()).unwrap().number();
        assert_eq!((day(2023, 9, 30), day(2023, 10, 1), day(2024, 9, 30)), (2566, 2567, 2567));
    }

    #[test]
    fn a_common_era_year_is_offered_its_buddhist_number() {
        assert_eq!(FiscalYear::new(2024), Err(YearError::CommonEra(2567)));
        assert_eq!(FiscalYear::new(25670), Err(YearError::OutOfRange));
    }

    #[test]
    fn months_and_periods() {
        assert_eq!("2566-10".parse::<Month>().unwrap().short(), "ต.ค.66");
        assert!(!"2023-10".parse::<Month>().unwrap().is_buddhist());
        assert_eq!("2566-13".parse::<Month>(), Err(DateError::Impossible));
    }
}
