use std::sync::LazyLock;

use regex::Regex;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::calendar::{Date, MONTHS};
use crate::thai::digits::{is_digit, to_arabic};

rule! {
    /// A date that no calendar has: `31 พฤศจิกายน`, `29 กุมภาพันธ์ 2566`.
    ///
    /// The day or the month is wrong. Look it up in the minutes or the order that the text speaks of.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// results = ["ประชุมชี้แจงเมื่อวันที่ 31 พฤศจิกายน 2566"]
    /// ```
    /// # ไทย
    /// วันที่ที่ไม่มีในปฏิทิน เช่น “31 พฤศจิกายน” “29 กุมภาพันธ์ 2566”
    ///
    /// วันหรือเดือนผิด ให้ตรวจกับรายงานการประชุมหรือคำสั่งที่ข้อความกล่าวถึง
    "impossible-date", check
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let names = MONTHS.map(|(long, short)| format!("{long}|{}", regex::escape(short))).join("|");
    Regex::new(&format!(r"([0-9๐-๙]{{1,2}})\s*({names})(?:\s*(?:พ\.ศ\.)?\s*([0-9๐-๙]{{4}}))?"))
        .expect("a list of names")
});

/// A larger number before a month is no day at all: `ปี 67 มกราคม`.
const LARGEST: u32 = 39;
/// A leap year, in which February is longest.
const LEAP_YEAR: i32 = 2567;

/// Whether the name of a month follows a digit.
fn may_have_date(text: &str) -> bool {
    text.char_indices().filter(|(_, c)| is_digit(*c)).any(|(at, digit)| {
        let after = text[at + digit.len_utf8()..].trim_start();
        MONTHS.iter().any(|(long, short)| after.starts_with(long) || after.starts_with(short))
    })
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    // Few texts have a date, and the pattern takes long to compile.
    for text in facts.texts.iter().filter(|text| may_have_date(&text.content)) {
        for date in DATE.captures_iter(&text.content) {
            let (Some(whole), Some(day), Some(name)) = (date.get(0), date.get(1), date.get(2)) else {
                continue;
            };
            let range = whole.range();
            // The end of a longer number: ๑๓๑ ม.ค. or ๓.๓๑ ม.ค.
            let joined = |c: char| is_digit(c) || matches!(c, '.' | ',');
            if text.content[..range.start].ends_with(joined) || text.is_filled_in(&range) {
                continue;
            }
            let number = |figure: &str| to_arabic(figure).parse::<u32>().unwrap_or_default();
            let month =
                MONTHS.iter().zip(1..).find(|((long, short), _)| [*long, *short].contains(&name.as_str()));
            let Some((_, month)) = month else { continue };
            let year = date.get(3).and_then(|year| i32::try_from(number(year.as_str())).ok());
            let year = year.filter(|year| (2400..2700).contains(year)).unwrap_or(LEAP_YEAR);
            let day = number(day.as_str());
            if day <= LARGEST && Date::buddhist(year, month, day).is_none() {
                let last = (28..=31).rev().find(|day| Date::buddhist(year, month, *day).is_some());
                found.push(
                    Finding::warning("impossible-date", text.span(range))
                        .with("written", whole.as_str())
                        .with("month", name.as_str())
                        .with("last", last.unwrap_or_default()),
                );
            }
        }
    }
}
