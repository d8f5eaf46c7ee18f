use super::direction_in_prose::{SIGNS, stated_direction};
use super::total_mean::proves;
use crate::check::claims::{Direction, Statement, Topic};
use crate::check::facts::{Change, Facts, decimal};
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A difference that does not match the scores of the two years.
    ///
    /// The figure was computed wrongly or belongs to another measure. If a measure has a `target`, the program computes
    /// the difference. In any text, `{change}` gives the change of the total score.
    ///
    /// ```toml
    /// [scores.2566]
    /// total = 97.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 99.45, 5 = 100, 6 = 92.51, 7 = 93.31, 8 = 91.36, 9 = 100, 10 = 100 }
    ///
    /// [scores.2567]
    /// total = 94.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    ///
    /// [[measures]]
    /// title = "มาตรการประสิทธิภาพการสื่อสาร"
    /// target = 7
    /// outcome = "คะแนนเพิ่มขึ้น ๖.๗๑ คะแนน"
    /// ```
    /// # ไทย
    /// ผลต่างในข้อความไม่ตรงกับผลต่างของคะแนนสองปี
    ///
    /// อาจคำนวณผิดหรือเป็นตัวเลขของมาตรการอื่น มาตรการที่ระบุ target โปรแกรมคำนวณให้เอง และในข้อความใดก็ตามใช้ {change} แทนผลต่างของคะแนนรวมได้
    "difference-in-prose", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for claim in &facts.claims {
        let Statement::Difference(number, direction) = claim.statement else { continue };
        let changes: Vec<(&Topic, Change)> =
            claim.topics.iter().filter_map(|topic| Some((topic, facts.change(topic)?))).collect();
        // The difference of two figures beside it may be that of other years.
        let right = changes.iter().any(|(_, change)| change.has_size(number))
            || facts.is_between_figures(claim, number);
        let Some((topic, change)) = changes.first().filter(|_| !right) else { continue };
        // A word for a rise or fall gives the direction. Otherwise the sign does.
        let size = decimal(change.hundredths.abs(), change.count);
        let stated = stated_direction(facts, claim, number, direction);
        let signed = number.negative.is_some() || stated.is_none();
        let minus = if signed && direction.is_none() && change.hundredths < 0 { "-" } else { "" };
        // A sign that is there stays: the direction is a matter of another rule.
        let sign: String = facts.written(claim).chars().take_while(|c| SIGNS.contains(c)).collect();
        let sign = if sign.is_empty() { minus } else { &sign };
        let right = facts.in_digits_of(claim, &format!("{sign}{size}"));
        let finding = Finding::warning("difference-in-prose", facts.place(claim))
            .with("written", facts.written(claim))
            .with("topic", *topic)
            .with("difference", change)
            .with("right", right.as_str())
            .shown_by("score", change.current_span.clone());
        let edit = facts.edit(claim, &right);
        let contradicted = match stated {
            Some(Direction::Rise) => change.hundredths < 0,
            Some(Direction::Fall) => change.hundredths > 0,
            None => false,
        };
        let is_certain = facts.is_slip(claim, &right)
            && proves(facts, &facts.years())
            && change.count == 1
            && !contradicted;
        found.push(if is_certain { finding.fixed_by(edit) } else { finding.offering(edit) });
    }
}
