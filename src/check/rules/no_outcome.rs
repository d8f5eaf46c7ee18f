use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A measure without an outcome.
    ///
    /// The assessment asks what a measure achieved, not only what was done. Scores alone do not answer this: they
    /// belong to the indicator, not to the measure.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// responsible = "สำนักปลัด"
    /// results = ["ผู้บริหารประกาศนโยบาย No Gift Policy"]
    /// ```
    /// # ไทย
    /// มาตรการไม่มีผลลัพธ์
    ///
    /// การประเมินถามว่ามาตรการทำให้เกิดอะไรขึ้น ไม่ใช่เพียงทำอะไรไป คะแนนอย่างเดียวไม่พอ เพราะเป็นคะแนนของตัวชี้วัด ไม่ใช่ของมาตรการ
    "no-outcome", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    if facts.is_plan() {
        return;
    }
    for (index, measure) in facts.measures().filter(|(_, measure)| measure.outcome.is_empty()) {
        found.push(
            Finding::warning("no-outcome", measure.span.clone())
                .with("measure", index + 1)
                .shown_by("title", measure.title.span.clone()),
        );
    }
}
