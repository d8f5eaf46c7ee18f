use std::ops::Range;

use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::names::{Name, exchanged, have_same_letters, misses};
use crate::check::places::{Judgement, judged};
use crate::check::rule::rule;
use crate::check::text::Text;
use crate::thai::words::own_name;

rule! {
    /// A misspelt name of the agency.
    ///
    /// A missing tone mark or swapped letters turn the name into a different one, and a search for the agency does not
    /// find the report. The placeholders `{agency}` and `{short_name}` are always spelt correctly.
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
    let name = |right: &str, may_be_common_word| Name {
        spelling: right.to_owned(),
        max_typos: if right.chars().count() >= 18 { 2 } else { 1 },
        may_be_common_word,
    };
    let mut names = vec![name(&agency.name, false), name(&agency.short_name, false)];
    // On its own, the distinctive part of a name may be a common word. A different letter in it counts only if it
    // leaves a word that is not in the dictionary.
    for own in [own_name(&agency.name), own_name(after_last_dot(&agency.short_name))] {
        if own.chars().count() >= 5 && !names.iter().any(|name| name.spelling == own) {
            names.push(name(own, true));
        }
    }
    // If the name is that of a place, misspelt in `[agency]` itself, the right one elsewhere is not to be changed.
    let own_typos: Vec<&str> = judged(agency, &facts.texts)
        .into_iter()
        .filter(|(place, ..)| place.in_agency_name)
        .filter_map(|(_, judgement, _)| match judgement {
            Judgement::Misspelt { right, .. } => Some(right),
            _ => None,
        })
        .flatten()
        .collect();
    let mut report = |text: &Text, range: Range<usize>, right: &str, is_certain: bool| {
        if own_typos.iter().any(|place| text.content[range.clone()].contains(place)) {
            return;
        }
        let short = !agency.name.contains(right);
        let finding = Finding::warning("agency-name", text.span(range.clone()))
            .with("written", &text.content[range.clone()])
            .with("right", right)
            .shown_by("right", if short { &agency.short_name } else { &agency.name }.span.clone());
        let edit = text.edit(range, right);
        found.push(if is_certain { finding.fixed_by(edit) } else { finding.offering(edit) });
    };
    for miss in misses(&facts.corpus, &facts.texts, &names, &[]) {
        let right = &names[miss.name_index].spelling;
        let text = &facts.texts[miss.text_index];
        let written = &text.content[miss.range.clone()];
        // A known word in another place of the name may be that of a neighbour, unless only marks are wrong.
        let is_certain = miss.has_unknown_word
            || written.ends_with(own_name(&agency.name))
            || right.chars().count() >= LONG && have_same_letters(written, right);
        report(text, miss.range, right, is_certain);
    }
    let whole = exchanged(&facts.corpus, &agency.name);
    // Swapped words within the distinctive part, unless the whole name reports the same place.
    let own = exchanged(&facts.corpus, own_name(&agency.name)).into_iter().filter(|(text, range)| {
        !whole.iter().any(|(other, within)| other == text && within.end == range.end)
    });
    for (text, range) in own {
        report(&facts.texts[text], range, own_name(&agency.name), false);
    }
    for (text, range) in whole {
        report(&facts.texts[text], range, &agency.name, false);
    }
}

/// From this length in characters on, names that differ only in marks are the same name.
const LONG: usize = 12;

/// The part of an abbreviated name after its last dot: `ม่วงหมู่` in `อบต.ม่วงหมู่`.
fn after_last_dot(name: &str) -> &str {
    name.rsplit('.').next().map_or(name, str::trim_start)
}
