use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::samples::{SAMPLES, SampleFile};
use crate::report::{Loaded, YearScores};

rule! {
    /// A text or score that `ita-report new` wrote as a sample.
    ///
    /// It is invented, and must not go to the council. Put the agency's own words and scores in its place. A text that
    /// fits as it is becomes the agency's own without the word `ตัวอย่าง:` before it. A draft may have samples:
    /// `ita-report render --draft`.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการพัฒนาคุณภาพการให้บริการ"
    /// results = ["ตัวอย่าง: เปิดให้บริการ E-Service เพิ่มขึ้นสองเรื่อง"]
    /// ```
    /// # ไทย
    /// ข้อความหรือคะแนนที่คำสั่ง ita-report new เขียนไว้เป็นตัวอย่าง
    ///
    /// เป็นข้อมูลสมมุติ เสนอสภาไม่ได้ ให้ใส่ข้อความและคะแนนของหน่วยงานแทน ถ้าข้อความใช้ได้อยู่แล้ว ให้ลบคำว่า “ตัวอย่าง:” ข้างหน้าออก ร่างที่ยังมีตัวอย่างอยู่ทำได้ด้วย ita-report render --draft
    "sample-value", error: check
}

fn check(file: &Loaded, found: &mut Vec<Finding>) {
    let left = file.strings.iter().filter(|string| string.file == 0 && SAMPLES.has_text(&string.text));
    let left: Vec<_> = left.collect();
    for string in &left {
        let marked = string.text.trim().starts_with(&SAMPLES.mark);
        found.push(
            Finding::error("sample-value", string.text.span.clone())
                .with("key", &string.key)
                .with("kind", if marked { "marked" } else { "text" }),
        );
    }
    let Some(report) = &file.report else { return };
    for scores in report.scores.values() {
        for sample in &SAMPLES.files {
            // An agency may have written the texts of the old file itself, and its scores then are its own.
            if !sample.has_plain_texts() || !left.is_empty() {
                of_year(scores, sample, !left.is_empty(), found);
            }
        }
    }
}

/// Reports the sample scores of a year. Two totals may be the same by chance, so that one alone counts only if other samples
/// are left.
fn of_year(scores: &YearScores, sample: &SampleFile, others_left: bool, found: &mut Vec<Finding>) {
    let mut report = |span, key| {
        found.push(Finding::error("sample-value", span).with("key", key).with("kind", "scores"));
    };
    let indicators = sample.has_indicators(&scores.results.indicators);
    if sample.has_total(scores.results.total) && (indicators || others_left) {
        report(scores.total_span.clone(), "total");
    }
    if let Some(span) = scores.indicators_span.clone().filter(|_| indicators) {
        report(span, "indicators");
    }
}
