use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::names::{Name, misses};
use crate::check::rule::rule;
use crate::check::text::Text;
use crate::check::tokens::TokenKind;
use crate::ita::Indicator;
use crate::thai::characters::is_letter;

rule! {
    /// A misspelt name of an indicator.
    ///
    /// The names of all indicators are official, and every report of a year uses the same ones. A name that differs by
    /// one letter is a typo, and a search for the indicator does not find it. In tables, the program writes the names
    /// itself.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการการป้องกันกาทุจริต"
    /// ```
    /// # ไทย
    /// ชื่อตัวชี้วัดสะกดผิด
    ///
    /// ชื่อของทุกตัวชี้วัดเป็นชื่อทางการที่ทุกรายงานของปีเดียวกันใช้ตรงกัน ที่ต่างไปเพียงอักษรเดียวจึงเป็นการพิมพ์ผิด และค้นหาชื่อตัวชี้วัดแล้วจะไม่พบ
    /// ในตารางโปรแกรมเขียนชื่อให้เอง
    "indicator-name", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let official = facts.rules.indicators();
    let name = |indicator: &Indicator| Name {
        spelling: indicator.name.clone(),
        max_typos: 1,
        may_be_common_word: false,
    };
    let names: Vec<Name> = official.iter().map(name).collect();
    // The previous year's names and these two common phrases are correct, although they may differ from an official
    // name by one letter.
    let rules = facts.years().map(|year| facts.report.rule_book.rules_for(year).rules);
    let old = rules.iter().flat_map(|rules| rules.indicators()).map(|indicator| indicator.name.as_str());
    let known: Vec<&str> = old.chain(["การใช้อำนวย", "คุณภาพการดำเนินการ"]).collect();
    let mut report = |text: &Text, range: Range<usize>, indicator: &Indicator, is_certain: bool| {
        let finding = Finding::warning("indicator-name", text.span(range.clone()))
            .with("written", &text.content[range.clone()])
            .with("right", &indicator.name)
            .with("indicator", indicator.number);
        let edit = text.edit(range, &indicator.name);
        found.push(if is_certain { finding.fixed_by(edit) } else { finding.offering(edit) });
    };
    for miss in misses(&facts.corpus, &facts.texts, &names, &known) {
        let indicator = &official[miss.name_index];
        let is_certain = miss.is_certain(&indicator.name);
        report(&facts.texts[miss.text_index], miss.range, indicator, is_certain);
    }
    for (text, tokens) in facts.texts.iter().zip(&facts.tokens) {
        for three in tokens.windows(3).filter(|three| three[0].kind == TokenKind::Indicator) {
            let TokenKind::Number(number) = three[1].kind else { continue };
            let Some(indicator) = number.whole().and_then(|number| facts.rules.indicator(number)) else {
                continue;
            };
            let name = name_after_number(&text.content, three[1].range.end, &indicator.name);
            let written = &text.content[name.clone()];
            let alike = strsim::normalized_damerau_levenshtein(written, &indicator.name);
            // A single typo is already reported as a near miss above. A text that is too different is not meant to be
            // the name.
            let typos = strsim::damerau_levenshtein(written, &indicator.name);
            if typos > 1 && alike >= ALIKE && !known.contains(&written) {
                report(text, name.clone(), indicator, false);
            }
        }
    }
}

/// The least similarity (0 to 1) at which the text after an indicator's number is taken for its name.
const ALIKE: f64 = 0.75;

/// The byte range after an indicator's number where its name belongs: up to the next space or sign.
fn name_after_number(content: &str, end: usize, name: &str) -> Range<usize> {
    let start = content.len() - content[end..].trim_start_matches([' ', ':', '“', '(']).len();
    let letters = content[start..].find(|c| !is_letter(c)).map_or(content.len(), |at| start + at);
    // The sentence may go on after a correct name without a space. In that case take the name alone.
    let longest = content[start..letters]
        .char_indices()
        .nth(name.chars().count())
        .map_or(letters, |(at, _)| start + at);
    if content[start..longest] == *name { start..longest } else { start..letters }
}
