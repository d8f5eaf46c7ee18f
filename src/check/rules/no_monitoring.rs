use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A planned measure that says nothing of its monitoring.
    ///
    /// The assessment asks of a plan how it is made sure that each measure is carried out, and to whom that is reported. This
    /// is checked only while the file is a plan, that is, as long as it has neither results nor outcomes nor scores of its
    /// year.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// responsible = "สำนักปลัด"
    /// steps = ["ประกาศนโยบาย No Gift Policy"]
    /// ```
    /// # ไทย
    /// มาตรการในแผนไม่มีการกำกับติดตาม
    ///
    /// การประเมินถามว่าจะกำกับติดตามให้นำมาตรการไปสู่การปฏิบัติและรายงานผลอย่างไร กฎนี้ตรวจเฉพาะเมื่อแฟ้มยังเป็นแผน
    /// คือยังไม่มีผลการดำเนินการ ผลลัพธ์ และคะแนนของปีนั้น
    "no-monitoring", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    if !facts.is_plan() {
        return;
    }
    for (index, measure) in facts.measures().filter(|(_, measure)| measure.monitoring.is_none()) {
        found.push(
            Finding::warning("no-monitoring", measure.span.clone())
                .with("measure", index + 1)
                .shown_by("title", measure.title.span.clone()),
        );
    }
}
