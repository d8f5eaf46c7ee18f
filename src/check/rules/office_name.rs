use std::collections::BTreeMap;

use super::{Facts, Finding, rule};
use crate::check::names::{Name, misses};
use crate::check::text::Part;
use crate::report::Span;

rule! {
    /// An office that is spelt in two ways that differ by a letter.
    ///
    /// The offices are those that are responsible for measures; of two spellings the more frequent one is taken for
    /// right. Two offices that are really called so alike can be allowed.
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
    "office-name", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    // How often each office stands in all texts, and where it is responsible first.
    let mut offices: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    for text in facts.texts.iter().filter(|text| text.is(Part::Responsible)) {
        let name = text.content.trim();
        offices.entry(name).or_insert_with(|| (facts.count(name), text.whole()));
    }
    let mut offices: Vec<(&str, usize, Span)> =
        offices.into_iter().map(|(name, (count, span))| (name, count, span)).collect();
    // The most frequent first; of equally frequent ones the one that stands first in the file.
    offices.sort_by_key(|(_, count, span)| (usize::MAX - count, span.start));
    let agency = &facts.report.agency;
    let mut wrong: Vec<(usize, usize)> = Vec::new();
    for (index, (right, _, span)) in offices.iter().enumerate() {
        let name = Name { right: (*right).to_owned(), slips: 1, marks_only: false };
        let known: Vec<&str> =
            offices[..index].iter().map(|(name, ..)| *name).chain([agency.name.as_str()]).collect();
        for miss in misses(facts, &[name], &known) {
            let text = &facts.texts[miss.text];
            let span_found = text.span(miss.range.clone());
            if wrong.iter().any(|(start, end)| span_found.start < *end && *start < span_found.end)
                || is_miss_itself(facts, right, &offices[..index])
            {
                continue;
            }
            wrong.push((span_found.start, span_found.end));
            found.push(
                Finding::warning("office-name", span_found)
                    .with("written", &text.content[miss.range.clone()])
                    .with("right", *right)
                    .shown_by("right", span.clone()),
            );
        }
    }
}

/// Whether an office is itself a misspelling of one before it.
fn is_miss_itself(_facts: &Facts, name: &str, before: &[(&str, usize, Span)]) -> bool {
    before.iter().any(|(right, ..)| {
        let distance = strsim::damerau_levenshtein(name, right);
        distance == 1 && right.chars().count() >= 6
    })
}
