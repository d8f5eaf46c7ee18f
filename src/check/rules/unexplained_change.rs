use crate::check::claims::Topic;
use crate::check::facts::{Change, Facts, decimal};
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::text::{MeasurePart, Role};
use crate::check::words::{WORDS, has_any};
use crate::report::Target;
use crate::thai::digits::to_arabic;

rule! {
    /// A change of more than 20 points that the report does not explain.
    ///
    /// A change this large is either a typo in a score or the most important event of the year. The council will ask
    /// about it. Explain it in the outcome of the indicator's measure, as an obstacle or as a recommendation.
    ///
    /// ```toml
    /// [scores.2566]
    /// total = 97.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 99.45, 5 = 100, 6 = 92.51, 7 = 93.31, 8 = 91.36, 9 = 100, 10 = 100 }
    ///
    /// [scores.2567]
    /// total = 94.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    /// ```
    /// # ไทย
    /// ตัวชี้วัดที่คะแนนเปลี่ยนไปเกิน 20 คะแนนโดยไม่มีคำอธิบาย
    ///
    /// การเปลี่ยนแปลงมากเพียงนี้ถ้าไม่ใช่คะแนนที่พิมพ์ผิด ก็เป็นเรื่องสำคัญที่สุดของปี สภาย่อมถามถึง ควรอธิบายไว้ในผลลัพธ์ของมาตรการ
    /// ในปัญหาอุปสรรค หรือในข้อเสนอแนะ
    "unexplained-change", check
}

const POINTS: i64 = 20;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for number in facts.rules.numbers() {
        let topic = Topic::Indicator(number);
        let (Some([before, _]), Some(Change { hundredths: change, current_span, .. })) =
            (facts.both_scores(&topic), facts.change(&topic))
        else {
            continue;
        };
        if change.abs() <= POINTS * 100
            || (0..facts.texts.len()).any(|text| explains(facts, text, number, change))
        {
            continue;
        }
        found.push(
            Finding::warning("unexplained-change", current_span)
                .with("indicator", number)
                .with("name", facts.indicator(number))
                .with("direction", if change > 0 { "rise" } else { "fall" })
                .with("difference", decimal(change.abs(), 1))
                .shown_by("previous", before.span),
        );
    }
}

/// Whether a text explains the change. An obstacle or recommendation only has to name the indicator. Any other text has
/// to say that the score moved in this direction, or why. It also has to give the size of the change, or mention scores
/// and name or target the indicator.
fn explains(facts: &Facts, index: usize, number: u8, change: i64) -> bool {
    let text = &facts.texts[index];
    let content = to_arabic(&text.content);
    let lesson = matches!(text.role, Role::Obstacle | Role::Recommendation);
    let about = match text.role {
        Role::Measure(
            index,
            MeasurePart::Outcome | MeasurePart::Result | MeasurePart::Step | MeasurePart::Title,
        ) => facts.report.measures[index]
            .target
            .as_ref()
            .is_some_and(|target| target.value == Target::Indicator(number)),
        _ => false,
    };
    let named = facts.has_name_of(index, number) || facts.names_indicator(index, number);
    if lesson && named {
        return true;
    }
    let words = &WORDS.unexplained_change;
    let moves = if change > 0 { &words.rise } else { &words.fall };
    let gives_direction_or_cause = has_any(&content, moves) || has_any(&content, &words.cause);
    gives_direction_or_cause
        && ((about || named) && has_any(&content, &words.scores)
            || content.contains(&decimal(change.abs(), 1)))
}
