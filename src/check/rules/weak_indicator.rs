use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{MeasurePart, Role, Text};
use crate::ita::Score;
use crate::report::Target;

rule! {
    /// A weak indicator of the previous year that no measure addresses.
    ///
    /// The report lists the indicators below `text.weak_below` (95 points by default) and then says that measures were
    /// taken. If no measure targets or names an indicator, nothing was done about it.
    ///
    /// ```toml
    /// [scores.2566]
    /// total = 97.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 99.45, 5 = 100, 6 = 92.51, 7 = 93.31, 8 = 91.36, 9 = 100, 10 = 100 }
    ///
    /// [[measures]]
    /// title = "มาตรการคุณภาพการดำเนินงาน"
    /// target = 6
    /// ```
    /// # ไทย
    /// ตัวชี้วัดที่ปีก่อนได้คะแนนน้อยแต่ไม่มีมาตรการใดรองรับ
    ///
    /// รายงานระบุตัวชี้วัดที่ต่ำกว่า text.weak_below (95 คะแนนถ้าไม่กำหนด) แล้วกล่าวต่อว่าได้จัดทำมาตรการ ตัวชี้วัดที่ไม่มีมาตรการใดระบุเป็น target
    /// หรือกล่าวถึง จึงเท่ากับไม่ได้แก้ไข
    "weak-indicator", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let Some(previous) = facts.report.previous() else { return };
    let threshold = facts.report.text.weak_below;
    // An indicator that the report's year does not have cannot be the target of a measure.
    let current =
        |number: u8| facts.rules.counterpart(previous.rules.indicator(number)?).map(|own| own.number);
    let left: Vec<(u8, u8, Score)> = previous
        .below(threshold)
        .filter_map(|(number, score)| Some((number, current(number)?, score)))
        .filter(|(_, current, _)| !is_addressed(facts, *current))
        .collect();
    let Some((number, first, score)) = left.first() else { return };
    let list: Vec<String> = left.iter().map(|(_, current, _)| current.to_string()).collect();
    let span = previous.indicator_spans.get(number).cloned().unwrap_or(previous.span.clone());
    found.push(
        Finding::warning("weak-indicator", span)
            .with("count", left.len())
            .with("indicators", list.join(", "))
            .with("name", facts.indicator(*first))
            .with("score", *score)
            .with("threshold", threshold)
            .with("year", previous.year),
    );
}

/// Whether a measure addresses the indicator: targets it or names it.
fn is_addressed(facts: &Facts, number: u8) -> bool {
    let targeted = facts.measures().any(|(_, measure)| {
        measure.target.as_ref().is_some_and(|target| target.value == Target::Indicator(number))
    });
    // Without the word for an indicator, its name may be a common phrase, except in the title of a measure.
    let named = |(index, text): (usize, &Text)| match text.role {
        Role::Measure(_, MeasurePart::Title) => {
            facts.has_name_of(index, number) || facts.names_indicator(index, number)
        }
        Role::Measure(..) => facts.names_indicator(index, number),
        _ => false,
    };
    targeted || facts.texts.iter().enumerate().any(named)
}
