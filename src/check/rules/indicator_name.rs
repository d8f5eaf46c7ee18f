use std::ops::Range;

use super::{Facts, Finding, rule};
use crate::check::names::{Name, misses};
use crate::check::tokens::Kind;
use crate::ita::{INDICATORS, Rules};
use crate::report::Span;
use crate::thai::words::is_letter;

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
    let mut report = |span: Span, written: &str, index: usize| {
        found.push(
            Finding::warning("indicator-name", span)
                .with("written", written)
                .with("right", right[index])
                .with("indicator", index + 1),
        );
    };
    for miss in misses(facts, &names, &known) {
        let text = &facts.texts[miss.text];
        report(text.span(miss.range.clone()), &text.content[miss.range.clone()], miss.name);
    }
    for (text, tokens) in facts.texts.iter().zip(&facts.tokens) {
        for pair in tokens.windows(3).filter(|pieces| pieces[0].kind == Kind::Indicator) {
            let Kind::Number(number) = pair[1].kind else { continue };
            let index = (number.hundredths / 100 - 1) as usize;
            let Some(official) = right.get(index).filter(|_| number.places == 0 && number.hundredths > 0)
            else {
                continue;
            };
            let name = behind_number(&text.content, pair[1].range.end, official);
            let written = &text.content[name.clone()];
            let alike = strsim::normalized_damerau_levenshtein(written, official);
            // What the looking for slips has found is not said twice, and another text is no name.
            let slips = strsim::damerau_levenshtein(written, official);
            if slips > 1 && alike >= ALIKE && !known.contains(&written) {
                report(text.span(name), written, index);
            }
        }
    }
}

/// From this likeness on what stands behind an indicator's number is meant for its name.
const ALIKE: f64 = 0.75;

/// What stands in the place of a name behind an indicator's number: up to the next space or sign.
fn behind_number(content: &str, end: usize, name: &str) -> Range<usize> {
    let start = content.len() - content[end..].trim_start_matches([' ', ':', '“', '(']).len();
    let letters = content[start..].find(|c| !is_letter(c)).map_or(content.len(), |at| start + at);
    // Without a space behind it a sentence may go on: no more than the name is long.
    let longest = content[start..letters]
        .char_indices()
        .nth(name.chars().count())
        .map_or(letters, |(at, _)| start + at);
    if content[start..longest] == *name { start..longest } else { start..letters }
}
