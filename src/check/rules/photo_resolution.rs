use super::{Facts, Finding, rule};

rule! {
    /// A photograph with too few pixels for print.
    ///
    /// Photographs are set two to a row, 7.75 cm wide. Below 200 pixels to the inch, 610 in all, they look blurred on
    /// paper. Take the file as the camera made it, not the one that a chat program has sent on.
    ///
    /// ```toml
    /// [[photos]]
    /// file = "meeting.png"
    /// caption = "ประชุมคณะทำงาน"
    /// ```
    /// # ไทย
    /// ภาพถ่ายความละเอียดต่ำเกินไปสำหรับการพิมพ์
    ///
    /// ภาพจัดแถวละสองภาพ กว้าง 7.75 ซม. ถ้าต่ำกว่า 200 จุดต่อนิ้ว คือกว้างไม่ถึง 610 จุด พิมพ์แล้วจะไม่ชัด ใช้แฟ้มจากกล้องโดยตรง
    /// ไม่ใช่แฟ้มที่ส่งต่อกันทางโปรแกรมสนทนา
    "photo-resolution", check
}

/// Pixels to the inch below which a photograph looks blurred, and the width it is set at, in hundredths of an inch.
const PER_INCH: u32 = 200;
const WIDTH: u32 = 305;
const LEAST: u32 = PER_INCH * WIDTH / 100;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for photo in &facts.report.photos {
        let Some((width, height)) = photo.pixels.filter(|(width, _)| *width < LEAST) else {
            continue;
        };
        found.push(
            Finding::warning("photo-resolution", photo.file.span.clone())
                .with("width", width)
                .with("height", height)
                .with("least", LEAST),
        );
    }
}
