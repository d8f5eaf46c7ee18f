use crate::check::claims::{Statement, Topic};
use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A level in the text that is not the level of its year.
    ///
    /// The level is stated in the file or follows from the scores. A level typed by hand may be last year's.
    /// The placeholders `{level}` and `{previous_level}` are always correct.
    ///
    /// ```toml
    /// [scores.2567]
    /// total = 94.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    ///
    /// [[measures]]
    /// title = "มาตรการยกระดับผลการประเมิน ITA"
    /// target = "total"
    /// outcome = "ปี ๒๕๖๗ ได้คะแนน ๙๔.๖๙ ผ่านดีเยี่ยม"
    /// ```
    /// # ไทย
    /// ระดับผลการประเมินในข้อความไม่ตรงกับระดับของปีนั้น
    ///
    /// ระดับระบุไว้ในแฟ้มหรือได้มาจากคะแนน ระดับที่พิมพ์เองอาจเป็นของปีก่อน ใช้ {level} และ {previous_level} แล้วจะถูกต้องเสมอ
    "level-in-prose", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for claim in &facts.claims {
        let Statement::Level(written, years) = &claim.statement else { continue };
        if !claim.topics.contains(&Topic::Total) {
            continue;
        }
        let both_years = facts.years();
        let years = if years.is_empty() { &both_years[..] } else { &years[..] };
        let known: Vec<_> = years
            .iter()
            .rev()
            .filter_map(|year| facts.report.scores.get(year))
            .filter_map(|year| Some((year, year.level()?)))
            .collect();
        let Some((year, level)) = known.first() else { continue };
        if known.iter().all(|(_, level)| level != written) {
            found.push(
                Finding::warning("level-in-prose", facts.place(claim))
                    .with("written", written)
                    .with("year", year.year)
                    .with("level", *level)
                    .shown_by("level", year.level_span.clone().unwrap_or(year.total_span.clone()))
                    .offering(facts.edit(claim, level)),
            );
        }
    }
}
