use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A photograph without a caption.
    ///
    /// Readers do not know what the photograph shows, and a screen reader has nothing to read aloud.
    ///
    /// ```toml
    /// [[photos]]
    /// file = "meeting.png"
    /// ```
    /// # ไทย
    /// ภาพถ่ายไม่มีคำบรรยาย
    ///
    /// ผู้อ่านไม่รู้ว่าเป็นภาพอะไร และโปรแกรมอ่านหน้าจอไม่มีข้อความให้อ่าน
    "photo-without-caption", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for photo in facts.report.photos.iter().filter(|photo| photo.caption.is_none()) {
        found.push(
            Finding::warning("photo-without-caption", photo.span.clone())
                .shown_by("file", photo.file.name.span.clone()),
        );
    }
}
