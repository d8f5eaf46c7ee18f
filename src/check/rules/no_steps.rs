use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A planned measure without steps.
    ///
    /// The assessment asks of a plan how each measure is to be carried out. This is checked only while the file is a plan,
    /// that is, as long as it has neither results nor outcomes nor scores of its year.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// responsible = "สำนักปลัด"
    /// monitoring = "รายงานผลต่อผู้บริหารทุกไตรมาส"
    /// ```
    /// # ไทย
    /// มาตรการในแผนไม่มีขั้นตอน
    ///
    /// การประเมินถามว่าแต่ละมาตรการในแผนจะดำเนินการอย่างไร กฎนี้ตรวจเฉพาะเมื่อแฟ้มยังเป็นแผน คือยังไม่มีผลการดำเนินการ ผลลัพธ์ และคะแนนของปีนั้น
    "no-steps", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    if !facts.is_plan() {
        return;
    }
    for (index, measure) in facts.measures().filter(|(_, measure)| measure.steps.items.is_empty()) {
        found.push(
            Finding::warning("no-steps", measure.span.clone())
                .with("measure", index + 1)
                .shown_by("title", measure.title.span.clone()),
        );
    }
}
