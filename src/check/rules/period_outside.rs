use super::{Facts, Finding, rule};
use crate::check::text::Part;
use crate::report::MeasurePeriod;
use crate::thai::Month;
use crate::thai::calendar::MONTHS;
use crate::thai::digits::{digit, to_arabic};

rule! {
    /// A period that lies outside the fiscal year.
    ///
    /// The fiscal year runs from October to September. Months of another year are most often left over from last
    /// year's report. Without `period` the whole fiscal year is set.
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
                for text in facts.of_measure(index, Part::Period) {
                    report(text.whole(), &months(&text.content));
                }
            }
            None => {}
        }
    }
}

/// The months that a text names with their years, of two digits or four.
fn months(text: &str) -> Vec<Month> {
    let text = to_arabic(text);
    let mut found = Vec::new();
    for (month, (long, short)) in (1..).zip(MONTHS) {
        for name in [long, short] {
            for (at, _) in text.match_indices(name) {
                let behind = text[at + name.len()..].trim_start();
                let behind = behind.strip_prefix("พ.ศ.").unwrap_or(behind).trim_start();
                let digits: String = behind.chars().take_while(|c| digit(*c).is_some()).collect();
                let year = digits.parse::<i32>().ok().and_then(|year| match digits.len() {
                    2 => Some(2500 + year),
                    4 if year >= 2400 => Some(year),
                    _ => None,
                });
                found.extend(year.map(|year| Month { year, month }));
            }
        }
    }
    found
}
