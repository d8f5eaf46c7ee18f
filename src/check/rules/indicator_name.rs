use super::{Facts, Finding, rule};
use crate::check::names::{Name, misses};
use crate::ita::{INDICATORS, Rules};

rule! {
    /// The official name of an indicator, misspelt.
    ///
    /// The ten names are fixed and stand in every report alike; what differs by a letter is a slip, and a search for the
    /// indicator passes it by. In tables the program writes the names itself.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการการป้องกันกาทุจริต"
    /// ```
    /// # ไทย
    /// ชื่อตัวชี้วัดสะกดผิด
    ///
    /// ชื่อตัวชี้วัดทั้งสิบเป็นชื่อทางการที่ทุกรายงานใช้ตรงกัน ที่ต่างไปเพียงอักษรเดียวจึงเป็นการพิมพ์ผิด และค้นหาชื่อตัวชี้วัดแล้วจะไม่พบ
    /// ในตารางโปรแกรมเขียนชื่อให้เอง
    "indicator-name", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let right: Vec<&str> = (1..=INDICATORS).map(|number| facts.indicator(number)).collect();
    let name = |right: &&str| Name { right: (*right).to_owned(), slips: 1, marks_only: false };
    let names: Vec<Name> = right.iter().map(name).collect();
    // Names of other years and what the report's own offices are called may differ by a letter rightly.
    let rules = facts.years().map(|year| Rules::of(year).rules);
    let old = rules.iter().flat_map(|rules| rules.indicators()).map(|indicator| indicator.name.as_str());
    let known: Vec<&str> = old.chain(["การใช้อำนวย", "คุณภาพการดำเนินการ"]).collect();
    for miss in misses(facts, &names, &known) {
        let text = &facts.texts[miss.text];
        found.push(
            Finding::warning("indicator-name", text.span(miss.range.clone()))
                .with("written", &text.content[miss.range.clone()])
                .with("right", right[miss.name])
                .with("indicator", miss.name + 1),
        );
    }
}
