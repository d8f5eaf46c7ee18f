use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::profile::MILLIMETRES_PER_INCH;
use crate::report::PictureFile;

rule! {
    /// A photograph with too few pixels for print.
    ///
    /// Printed as wide as photographs are set, a photograph with fewer than 200 pixels per inch looks blurred. Use the
    /// original file from the camera, not a copy that was sent through a chat program.
    ///
    /// ```toml
    /// [[photos]]
    /// file = "meeting.png"
    /// caption = "ประชุมคณะทำงาน"
    /// ```
    /// # ไทย
    /// ภาพถ่ายความละเอียดต่ำเกินไปสำหรับการพิมพ์
    ///
    /// เมื่อพิมพ์กว้างเท่าที่จัดภาพไว้ในหน้า ภาพที่มีไม่ถึง 200 จุดต่อนิ้วจะไม่ชัด ใช้แฟ้มจากกล้องโดยตรง ไม่ใช่แฟ้มที่ส่งต่อกันทางโปรแกรมสนทนา
    "photo-resolution", check
}

/// Pixels per inch below which a photograph looks blurred in print.
const PER_INCH: f64 = 200.0;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for photo in &facts.report.photos {
        let PictureFile { name, picture, area } = &photo.file;
        let size = picture.size();
        let (width, _) = size.within((area.width, area.height));
        let least = (width / MILLIMETRES_PER_INCH * PER_INCH).floor();
        if !size.drawn && size.width < least {
            found.push(
                Finding::warning("photo-resolution", name.span.clone())
                    .with("width", size.width as u32)
                    .with("height", size.height as u32)
                    .with("least", least as u32),
            );
        }
    }
}
