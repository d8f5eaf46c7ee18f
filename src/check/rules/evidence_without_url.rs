use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// Evidence without a link.
    ///
    /// The assessors open the link to see the document. A title alone proves nothing.
    ///
    /// ```toml
    /// [[evidence]]
    /// title = "ประกาศมาตรการป้องกันการทุจริต"
    /// ```
    /// # ไทย
    /// เอกสารหลักฐานไม่มีลิงก์
    ///
    /// ผู้ประเมินเปิดลิงก์เพื่อดูหลักฐาน มีแต่ชื่อเอกสารจึงยืนยันอะไรไม่ได้
    "evidence-without-url", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for evidence in facts.report.evidence.iter().filter(|evidence| evidence.url.is_none()) {
        found.push(
            Finding::warning("evidence-without-url", evidence.span.clone())
                .shown_by("title", evidence.title.span.clone()),
        );
    }
}
