use std::collections::BTreeSet;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A column of your own that no table shows.
    ///
    /// The texts of `extra` are shown in the tables whose columns name their heading: `columns` in `[layout]` for the
    /// report, `plan_columns` for the plan. Without that, they are in no document.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// responsible = "สำนักปลัด"
    /// outcome = "ไม่มีข้อร้องเรียนกรณีเกิดการทุจริต"
    /// extra = { "ผู้กำกับดูแล" = "ปลัด อบต." }
    /// ```
    /// # ไทย
    /// คอลัมน์ของหน่วยงานเองไม่อยู่ในตารางใด
    ///
    /// ข้อความใน `extra` อยู่ในตารางที่ระบุหัวคอลัมน์นั้นไว้ คือ `columns` ใน `[layout]` สำหรับรายงาน และ `plan_columns` สำหรับแผน
    /// ถ้าไม่ระบุ จะไม่อยู่ในเอกสารใดเลย
    "unshown-column", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let layout = &facts.report.layout;
    let asked_for = [&layout.columns, &layout.plan_columns].into_iter().flatten().flatten();
    let shown: BTreeSet<&str> = asked_for.map(|column| column.value.name()).collect();
    let mut named = BTreeSet::new();
    for (_, measure) in facts.measures() {
        for (heading, _) in &measure.extra {
            if !shown.contains(heading.as_str()) && named.insert(heading.as_str()) {
                found.push(
                    Finding::warning("unshown-column", heading.span.clone())
                        .with("name", heading.value.clone())
                        .with("named", if layout.columns.is_some() { "yes" } else { "no" }),
                );
            }
        }
    }
}
