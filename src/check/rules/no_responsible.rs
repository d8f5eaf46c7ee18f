use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A measure without a responsible unit.
    ///
    /// The column stays empty, and the reader does not know whom to ask. Name the unit, or write `ทุกส่วนราชการ` if all
    /// units are responsible.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// outcome = "ไม่มีข้อร้องเรียนกรณีเกิดการทุจริต"
    /// ```
    /// # ไทย
    /// มาตรการไม่มีหน่วยงานผู้รับผิดชอบ
    ///
    /// ช่องผู้รับผิดชอบจะว่าง และไม่รู้ว่าจะถามใคร ให้ระบุหน่วยงาน หรือ “ทุกส่วนราชการ” ถ้าเป็นทุกหน่วย
    "no-responsible", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for (index, measure) in facts.measures().filter(|(_, measure)| measure.responsible.is_empty()) {
        found.push(
            Finding::warning("no-responsible", measure.span.clone())
                .with("measure", index + 1)
                .shown_by("title", measure.title.span.clone()),
        );
    }
}
