use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A drawing whose words cannot be shown.
    ///
    /// Some programs, such as draw.io and Mermaid, write the words of an SVG as HTML, which only browsers can draw. On the
    /// page there would be boxes without words. Export the drawing without HTML labels, or as PNG.
    ///
    /// ```toml
    /// [[photos]]
    /// file = "flowchart.svg"
    /// caption = "ขั้นตอนการให้บริการ"
    /// ```
    /// # ไทย
    /// ตัวอักษรในภาพวาดไม่ปรากฏ
    ///
    /// บางโปรแกรม เช่น draw.io และ Mermaid เก็บตัวอักษรใน SVG เป็น HTML ซึ่งมีแต่เบราว์เซอร์ที่วาดได้ บนหน้ากระดาษจึงเหลือแต่กรอบไม่มีตัวอักษร ส่งออกภาพใหม่โดยไม่ใช้ HTML หรือส่งออกเป็น PNG
    "drawing-text-lost", check
}

/// So many characters of the lost words are shown.
const SHOWN: usize = 40;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for file in facts.report.pictures() {
        let words = file.picture.lost_words();
        if words.is_empty() {
            continue;
        }
        let dots = if words.chars().count() > SHOWN { "…" } else { "" };
        let shown: String = words.chars().take(SHOWN).collect();
        found.push(
            Finding::warning("drawing-text-lost", file.name.span.clone())
                .with("path", &file.name.value)
                .with("words", shown + dots),
        );
    }
}
