use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::places::{Judgement, judged};
use crate::check::rule::rule;

rule! {
    /// A district of another province, or a subdistrict of another district.
    ///
    /// The agency's `district`, `province` and `address` are compared with the names of all provinces, districts and
    /// subdistricts. An address that was copied from another agency's report is easily overlooked. Names that are not
    /// among these are not judged.
    ///
    /// ```toml
    /// [agency]
    /// name = "องค์การบริหารส่วนตำบลม่วงหมู่"
    /// district = "บางปะอิน"
    /// province = "สิงห์บุรี"
    /// ```
    /// # ไทย
    /// อำเภออยู่คนละจังหวัด หรือตำบลอยู่คนละอำเภอ
    ///
    /// เทียบ district, province และ address ของหน่วยงานกับชื่อจังหวัด อำเภอ และตำบลทั้งประเทศ ที่อยู่ที่คัดลอกมาจากรายงานของหน่วยงานอื่นมักค้างอยู่โดยไม่มีใครเห็น
    /// ชื่อที่ไม่อยู่ในรายชื่อนั้นไม่ถือว่าผิด
    "place-outside", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for (place, judgement, province) in judged(&facts.report.agency, &facts.texts) {
        let Judgement::Elsewhere { inside, elsewhere } = judgement else { continue };
        found.push(
            Finding::warning("place-outside", place.text.span(place.range.clone()))
                .with("kind", place.term(province))
                .with("written", place.written())
                .with("inside", inside)
                .with("elsewhere", elsewhere.join(", ")),
        );
    }
}
