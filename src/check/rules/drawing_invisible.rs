use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A drawing of which nothing can be seen.
    ///
    /// It has no shapes, or they are hidden, transparent, all in white or outside its borders. The page would have a gap in its place.
    /// Open the drawing in the program that it was made with, check what it shows, and export it again.
    ///
    /// ```toml
    /// [[photos]]
    /// file = "empty.svg"
    /// caption = "แผนผังหน่วยงาน"
    /// ```
    /// # ไทย
    /// ภาพวาดที่มองไม่เห็นอะไรเลย
    ///
    /// ไม่มีรูปใดในภาพ หรือรูปถูกซ่อน โปร่งใส เป็นสีขาวทั้งหมด หรืออยู่นอกขอบภาพ บนหน้ากระดาษจึงเป็นที่ว่าง เปิดภาพในโปรแกรมที่ใช้วาด ตรวจว่าเห็นอะไร แล้วส่งออกใหม่
    "drawing-invisible", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for file in facts.report.pictures().filter(|file| file.picture.shows_nothing()) {
        // Words that cannot be shown are the reason then, and `drawing-text-lost` says so.
        if file.picture.lost_words().is_empty() {
            found.push(
                Finding::warning("drawing-invisible", file.name.span.clone()).with("path", &file.name.value),
            );
        }
    }
}
