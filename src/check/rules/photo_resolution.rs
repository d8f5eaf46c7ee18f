use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::report::PictureFile;

rule! {
    /// A photograph with too few pixels for print.
    ///
    /// Photographs are printed two to a row, each with its longer side 7.75 cm long. Below 200 pixels per inch, which
    /// is 610 pixels on that side, they look blurred on paper. Use the original file from the camera, not a copy that
    /// was sent through a chat program.
    ///
    /// ```toml
    /// [[photos]]
    /// file = "meeting.png"
    /// caption = "ประชุมคณะทำงาน"
    /// ```
    /// # ไทย
    /// ภาพถ่ายความละเอียดต่ำเกินไปสำหรับการพิมพ์
    ///
    /// ภาพจัดแถวละสองภาพ ด้านยาว 7.75 ซม. ถ้าต่ำกว่า 200 จุดต่อนิ้ว คือด้านยาวไม่ถึง 610 จุด พิมพ์แล้วจะไม่ชัด ใช้แฟ้มจากกล้องโดยตรง
    /// ไม่ใช่แฟ้มที่ส่งต่อกันทางโปรแกรมสนทนา
    "photo-resolution", check
}

/// Pixels per inch below which a photograph looks blurred in print.
const PER_INCH: f64 = 200.0;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for photo in &facts.report.photos {
        let PictureFile { name, picture, area } = &photo.file;
        let size = picture.size();
        let (width, _) = size.within((area.width, area.height));
        let least = (width / 25.4 * PER_INCH).floor();
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
