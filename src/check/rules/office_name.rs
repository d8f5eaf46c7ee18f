use std::cmp::Reverse;
use std::collections::BTreeMap;

use strsim::damerau_levenshtein;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::names::{Name, misses};
use crate::check::rule::rule;
use crate::check::text::MeasurePart;
use crate::report::Span;
use crate::thai::words::words;

rule! {
    /// An office spelt in two ways.
    ///
    /// The offices are those named as responsible for a measure. If two spellings differ by one letter, the more
    /// frequent one is taken to be correct. If they really are two offices with similar names, allow this rule in the
    /// file. Of more than fifty offices, the most frequent fifty are taken.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// responsible = "สำนักปลัด"
    /// results = ["สำนักปลดั จัดการประชุมชี้แจงนโยบาย"]
    /// ```
    /// # ไทย
    /// ชื่อส่วนราชการสะกดสองแบบที่ต่างกันเพียงอักษรเดียว
    ///
    /// ส่วนราชการคือหน่วยงานผู้รับผิดชอบของมาตรการต่าง ๆ ถือแบบที่ใช้บ่อยกว่าเป็นแบบที่ถูก ถ้าเป็นคนละส่วนราชการที่ชื่อคล้ายกันจริง ให้อนุญาตกฎนี้ในแฟ้ม
    /// ถ้ามีส่วนราชการเกินห้าสิบชื่อ ตรวจเพียงห้าสิบชื่อที่ใช้บ่อยที่สุด
    "office-name", check
}

/// So many offices are searched for. The time for the search grows with their number and with the length of the report.
const MOST: usize = 50;

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let mut offices: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    for text in facts.texts.iter().filter(|text| text.is(MeasurePart::Responsible)) {
        offices.entry(text.content.trim()).or_insert_with(|| (0, text.whole())).0 += 1;
    }
    // The most frequent spelling first. In a tie, the one with fewer words comes first, because a typo splits words.
    let mut offices: Vec<(&str, usize, Span)> =
        offices.into_iter().map(|(name, (count, span))| (name, count, span)).collect();
    offices.sort_by_cached_key(|(name, count, span)| (Reverse(*count), words(name).len(), span.start));
    // A spelling one typo away from an earlier one is a misspelling of it, not an office of its own.
    let is_typo_of = |name: &str, other: &str| {
        name.len().abs_diff(other.len()) <= 'ก'.len_utf8() && damerau_levenshtein(name, other) == 1
    };
    let mut right: Vec<(&str, Span)> = Vec::new();
    let mut other_offices: Vec<&str> = Vec::new();
    for (name, _, span) in offices {
        match right.iter().any(|(other, _)| is_typo_of(name, other)) {
            true => {}
            false if right.len() < MOST => right.push((name, span)),
            false => other_offices.push(name),
        }
    }
    let name = |(name, _): &(&str, Span)| Name {
        spelling: (*name).to_owned(),
        max_typos: 1,
        may_be_common_word: false,
    };
    let names: Vec<Name> = right.iter().map(name).collect();
    for miss in misses(&facts.corpus, &facts.texts, &names, &[&facts.report.agency.name]) {
        let text = &facts.texts[miss.text_index];
        let overlaps = |at: usize, name: &str| at < miss.range.end && miss.range.start < at + name.len();
        let is_in = |name: &&str| text.content.match_indices(*name).any(|(at, name)| overlaps(at, name));
        if other_offices.iter().any(is_in) {
            continue;
        }
        let (name, span) = &right[miss.name_index];
        let finding = Finding::warning("office-name", text.span(miss.range.clone()))
            .with("written", &text.content[miss.range.clone()])
            .with("right", *name)
            .shown_by("right", span.clone());
        let is_certain = miss.is_certain(name);
        let edit = text.edit(miss.range, name);
        found.push(if is_certain { finding.fixed_by(edit) } else { finding.offering(edit) });
    }
}
