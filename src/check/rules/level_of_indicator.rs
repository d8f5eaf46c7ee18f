use crate::check::claims::{Statement, Topic};
use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;

rule! {
    /// A level given to a single indicator.
    ///
    /// A level such as ผ่านดี belongs to the whole assessment: it follows from the total and, if the rules of the year
    /// say so, from the score of every instrument. A single indicator has a score but no level, so 76.67 points in one
    /// of them are not ผ่านดี.
    ///
    /// ```toml
    /// [scores.2567]
    /// total = 94.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    ///
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// target = 10
    /// outcome = "ปี ๒๕๖๗ = ๗๖.๖๗ คะแนน ผ่านดี"
    /// ```
    /// # ไทย
    /// ระดับผลการประเมินอยู่กับคะแนนของตัวชี้วัดเดียว
    ///
    /// ระดับ เช่น ผ่านดี เป็นของผลการประเมินทั้งหมด ได้มาจากคะแนนรวม และจากคะแนนของทุกเครื่องมือด้วยถ้าหลักเกณฑ์ของปีนั้นกำหนดไว้
    /// ตัวชี้วัดเดียวมีแต่คะแนน ไม่มีระดับ
    "level-of-indicator", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for claim in &facts.claims {
        let Statement::Level(level, _) = &claim.statement else { continue };
        let of_part = !claim.topics.contains(&Topic::Total);
        // If the only score nearby is the comparison that the program puts above the outcome, a level that one of the
        // two years really has may describe that year.
        let of_year = || {
            facts.report.years().any(|year| {
                facts.report.scores.get(&year).is_some_and(|scores| scores.level() == Some(level))
            })
        };
        if of_part && (claim.named || claim.beside_score || claim.beside_comparison && !of_year()) {
            let span =
                claim.topics.iter().find_map(|topic| facts.score(topic, facts.report.fiscal_year.value));
            found.push(
                Finding::warning("level-of-indicator", facts.place(claim))
                    .with("level", level)
                    .with("topic", &claim.topics[0])
                    .shown_by_optional("score", span.map(|known| known.span)),
            );
        }
    }
}
