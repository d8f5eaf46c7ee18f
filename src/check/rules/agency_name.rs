use super::{Facts, Finding, rule};
use crate::check::names::{Name, misses};
use crate::thai::words::own_name;

rule! {
    /// The agency's name in a spelling that is not its own.
    ///
    /// A lost tone mark or an exchanged letter makes another place of it, and a search for the agency does not find
    /// the report. `{agency}` and `{short_name}` are spelt right everywhere.
    ///
    /// ```toml
    /// [agency]
    /// name = "องค์การบริหารส่วนตำบลม่วงหมู่"
    /// short_name = "อบต.ม่วงหมู่"
    ///
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// outcome = "อบต.ม่วงหมุ่ ไม่มีข้อร้องเรียน"
    /// ```
    /// # ไทย
    /// ชื่อหน่วยงานสะกดไม่ตรงกับชื่อจริง
    ///
    /// วรรณยุกต์ที่หายไปหรืออักษรที่สลับกันทำให้กลายเป็นอีกชื่อหนึ่ง และค้นหาชื่อหน่วยงานแล้วไม่พบรายงาน ใช้ {agency} และ {short_name} จะสะกดถูกทุกแห่ง
    "agency-name", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let agency = &facts.report.agency;
    let name = |right: &str, marks_only| Name {
        right: right.to_owned(),
        slips: if right.chars().count() >= 18 { 2 } else { 1 },
        marks_only,
    };
    let mut names = vec![name(&agency.name, false), name(&agency.short_name, false)];
    // By itself the own part of a name may be a common word.
    for own in [own_name(&agency.name), own_name(behind_points(&agency.short_name))] {
        if !names.iter().any(|name| name.right == own) {
            names.push(name(own, true));
        }
    }
    for miss in misses(facts, &names, &[]) {
        let text = &facts.texts[miss.text];
        let right = &names[miss.name].right;
        let short = !agency.name.contains(right.as_str());
        found.push(
            Finding::warning("agency-name", text.span(miss.range.clone()))
                .with("written", &text.content[miss.range.clone()])
                .with("right", right)
                .shown_by("right", if short { &agency.short_name } else { &agency.name }.span.clone()),
        );
    }
}

/// What stands behind the points of an abbreviation: `ม่วงหมู่` of `อบต.ม่วงหมู่`.
fn behind_points(name: &str) -> &str {
    name.rsplit('.').next().map_or(name, str::trim_start)
}
