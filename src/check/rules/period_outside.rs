use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{MeasurePart, Role, Text};
use crate::check::tokens::{Token, TokenKind};
use crate::report::MeasurePeriod;
use crate::thai::Month;
use crate::thai::calendar::MONTHS;
use crate::thai::characters::is_letter;
use crate::thai::digits::to_arabic;

rule! {
    /// A period outside the fiscal year.
    ///
    /// The fiscal year runs from October to September. Months of another year are usually left over from last year's
    /// report. Without `period`, the program writes the whole fiscal year.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// period = { from = "2565-10", to = "2566-09" }
    /// ```
    /// # ไทย
    /// ระยะเวลาอยู่นอกปีงบประมาณ
    ///
    /// ปีงบประมาณเริ่มเดือนตุลาคมถึงเดือนกันยายน เดือนของปีอื่นมักค้างมาจากรายงานของปีก่อน ถ้าไม่ระบุ period โปรแกรมจะใส่ทั้งปีงบประมาณให้
    "period-outside", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let year = facts.report.fiscal_year.value.months();
    let outside = |month: &Month| *month < year.from || year.to < *month;
    let mut report = |span, months: &[Month]| {
        if let Some(month) = months.iter().find(|month| outside(month)) {
            found.push(
                Finding::warning("period-outside", span)
                    .with("month", month.short())
                    .with("from", year.from.short())
                    .with("to", year.to.short())
                    .shown_by("year", facts.report.fiscal_year.span.clone()),
            );
        }
    };
    for (index, measure) in facts.measures() {
        match measure.period.as_ref().map(|period| (&period.value, &period.span)) {
            Some((MeasurePeriod::Months(months), span)) => report(span.clone(), &[months.from, months.to]),
            Some((MeasurePeriod::Words(_), _)) => {
                for (text, tokens) in facts.texts.iter().zip(&facts.tokens) {
                    if text.role == Role::Measure(index, MeasurePart::Period) {
                        report(text.whole(), &months(text, tokens));
                    }
                }
            }
            None => {}
        }
    }
}

/// The months that a text names together with a year of two or four digits, in the order of the text. If there are
/// none, each bare year counts as the first month of that fiscal year.
fn months(text: &Text, tokens: &[Token]) -> Vec<Month> {
    let content = to_arabic(&text.content);
    let mut found: Vec<(usize, Month)> = Vec::new();
    for (month, (long, short)) in (1..).zip(MONTHS) {
        for name in [long, short] {
            let named = content.match_indices(name).map(|(at, _)| (at, at + name.len()));
            found.extend(named.filter_map(|(at, end)| {
                let after = content[end..].trim_start();
                let year = after.strip_prefix("พ.ศ.").unwrap_or(after).trim_start();
                Some((at, Month { year: leading_year(year)?, month }))
            }));
        }
    }
    // `2566-10`, as dates are written elsewhere in the file.
    for (at, _) in content.match_indices('-') {
        let year = content[..at].len().checked_sub(4).and_then(|start| leading_year(content.get(start..at)?));
        let month =
            content[at + 1..].split(|c: char| !c.is_ascii_digit()).next().filter(|month| month.len() == 2);
        let month = month.and_then(|month| month.parse().ok()).filter(|month| (1..=12).contains(month));
        found.extend(year.zip(month).map(|(year, month)| (at, Month { year, month })));
    }
    // `10/2566` is a month only in a period without words (other than ถึง). With words it is a school term or the
    // number of a meeting.
    let worded = content.replace("ถึง", "").contains(is_letter);
    for (at, _) in content.match_indices('/').filter(|_| !worded) {
        let before: String = content[..at].chars().rev().take_while(char::is_ascii_digit).collect();
        let month =
            before.chars().rev().collect::<String>().parse().ok().filter(|month| (1..=12).contains(month));
        found.extend(
            month.zip(leading_year(&content[at + 1..])).map(|(month, year)| (at, Month { year, month })),
        );
    }
    let mut months: Vec<Month> = sorted(found);
    if months.is_empty() {
        let year = |token: &Token| match token.kind {
            TokenKind::Year(year) if !text.is_filled_in(&token.range) => Some(i32::from(year)),
            _ => None,
        };
        months.extend(tokens.iter().filter_map(year).map(|year| Month { year: year - 1, month: 10 }));
    }
    months
}

fn sorted(mut found: Vec<(usize, Month)>) -> Vec<Month> {
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, month)| month).collect()
}

/// The year of the Buddhist Era that a text begins with, in two or four digits. `None` if it begins with anything
/// else.
fn leading_year(text: &str) -> Option<i32> {
    let digits = &text[..text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())];
    let year = digits.parse::<i32>().ok()?;
    match digits.len() {
        2 => Some(2500 + year),
        4 => Some(year).filter(|year| *year >= 2400),
        _ => None,
    }
}
