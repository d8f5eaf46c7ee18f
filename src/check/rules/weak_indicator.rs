use super::{Facts, Finding, rule};
use crate::check::text::Place;
use crate::report::Target;
use crate::thai::digits::to_arabic;

rule! {
    /// Indicators that were weak in the previous year and that no measure targets.
    ///
    /// The report itself names the indicators below `text.weak_below` (95 points unless it says otherwise) and goes on
    /// that measures were taken. An indicator that none of them targets or names was left alone.
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
    let left: Vec<(u8, crate::ita::Score)> =
        previous.below(threshold).filter(|(number, _)| !is_met(facts, *number)).collect();
    let Some((first, score)) = left.first() else { return };
    let list: Vec<String> = left.iter().map(|(number, _)| number.to_string()).collect();
    let span = previous.indicator_spans.get(first).cloned().unwrap_or(previous.span.clone());
    let mut finding = Finding::warning("weak-indicator", span)
        .with("count", left.len())
        .with("indicators", list.join(", "))
        .with("name", facts.indicator(*first))
        .with("score", score)
        .with("threshold", threshold)
        .with("year", previous.year);
    for (number, _) in &left[1..] {
        finding = finding.shown_by_any("weak", previous.indicator_spans.get(number).cloned());
    }
    found.push(finding);
}

/// Whether a measure targets the indicator or names it.
fn is_met(facts: &Facts, number: u8) -> bool {
    let targeted = facts.measures().any(|(_, measure)| {
        measure.target.as_ref().is_some_and(|target| target.value == Target::Indicator(number))
    });
    let name = facts.indicator(number);
    let numbered = format!("ตัวชี้วัดที่ {number}");
    let named = || {
        facts.texts.iter().filter(|text| matches!(text.place, Place::Measure(..))).any(|text| {
            let content = to_arabic(&text.content);
            // The name alone may be a common phrase; in a title or behind the word for it it is meant.
            let title = text.is(crate::check::text::Part::Title) && content.contains(name);
            title
                || content.contains(&format!("ตัวชี้วัด{name}"))
                || content
                    .match_indices(&numbered)
                    .any(|(at, _)| !content[at + numbered.len()..].starts_with(|c: char| c.is_ascii_digit()))
        })
    };
    targeted || named()
}
