use super::weighted_instrument::weighted;
use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A stated level that does not follow from the rules of its year.
    ///
    /// The rules of a year make the level depend on the total alone, or also on the score of every instrument. The
    /// program uses a stated level as written, so a wrong one appears throughout the report. If it is the announced
    /// level, the scores of the instruments may be missing: add them as `instruments`.
    ///
    /// ```toml
    /// [scores.2567]
    /// total = 94.69
    /// level = "ผ่านดีเยี่ยม"
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    /// ```
    /// # ไทย
    /// ระดับผลการประเมินที่ระบุไม่ตรงกับหลักเกณฑ์ของปีนั้น
    ///
    /// หลักเกณฑ์ของแต่ละปีให้ระดับขึ้นกับคะแนนรวมอย่างเดียว หรือขึ้นกับคะแนนของทุกเครื่องมือด้วย โปรแกรมใช้ระดับที่ระบุไว้ตามที่เขียน
    /// ถ้าผิดจึงผิดทั้งรายงาน ถ้าเป็นระดับที่ประกาศจริง อาจขาดคะแนนรายเครื่องมือ ให้ระบุ instruments
    "stated-level", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    // With scores that are out of their weight instead of 100, the level cannot be derived.
    for year in facts.report.scores.values().filter(|year| weighted(year).is_empty()) {
        let (Some(stated), Some(span)) = (&year.stated_level, &year.level_span) else { continue };
        let derived = year.derived_level().map(|level| level.name.as_str());
        let level = year.rules.level_named(stated);
        let too_high = level.is_some_and(|level| year.rules_out(level));
        if derived.is_some_and(|derived| derived != stated) || level.is_none() || too_high {
            found.push(
                Finding::warning("stated-level", span.clone())
                    .with("year", year.year)
                    .with("stated", stated)
                    .with("level", derived.or(too_high.then_some("lower")))
                    .with("total", year.total)
                    .shown_by("total", year.total_span.clone()),
            );
        }
    }
}
