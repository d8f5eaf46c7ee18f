use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::places::{Judgement, judged};
use crate::check::rule::rule;

rule! {
    /// A misspelt province, district or subdistrict.
    ///
    /// The names in the agency's name, `district`, `province` and `address` are compared with those of all provinces,
    /// districts and subdistricts. Only a name that no place has, and that is nearly the name of one that lies where this
    /// one should, counts as misspelt: agencies are also named after villages, and some have old names.
    ///
    /// ```toml
    /// [agency]
    /// name = "องค์การบริหารส่วนตำบลม่วงหมุ่"
    /// district = "เมืองสิงห์บุรี"
    /// province = "สิงห์บุรี"
    /// ```
    /// # ไทย
    /// ชื่อจังหวัด อำเภอ หรือตำบลสะกดผิด
    ///
    /// เทียบชื่อในชื่อหน่วยงาน district, province และ address กับชื่อจังหวัด อำเภอ และตำบลทั้งประเทศ เตือนเฉพาะชื่อที่ไม่มีที่ใดใช้แต่เกือบตรงกับชื่อของที่ซึ่งอยู่ตรงนั้น
    /// เพราะหน่วยงานอาจตั้งชื่อตามหมู่บ้านหรือใช้ชื่อเดิม
    "place-name", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for (place, judgement, province) in judged(&facts.report.agency, &facts.texts) {
        let Judgement::Misspelt { right, inside, is_certain } = judgement else { continue };
        let finding = Finding::warning("place-name", place.text.span(place.range.clone()))
            .with("kind", place.term(province))
            .with("written", place.written())
            .with("inside", inside.map(str::to_owned))
            .with("right", right.join("”, “"));
        found.push(match right.as_slice() {
            [right] if is_certain => finding.fixed_by(place.text.edit(place.range.clone(), right)),
            [right] => finding.offering(place.text.edit(place.range.clone(), right)),
            _ => finding,
        });
    }
}
