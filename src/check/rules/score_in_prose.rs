use super::total_mean::proves;
use crate::check::claims::{Statement, Topic};
use crate::check::facts::{Facts, KnownScore, decimal, is_mistyped, is_rounded};
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::thai::FiscalYear;

rule! {
    /// A score in the text that is not the announced score.
    ///
    /// Figures typed by hand do not change when the scores are corrected, and they are copied along with text from
    /// another measure or from last year. You can leave them out: if a measure has a `target`, the program writes the
    /// scores of both years before the outcome, and placeholders such as `{total}` work in any text.
    ///
    /// ```toml
    /// [scores.2567]
    /// total = 94.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    ///
    /// [[measures]]
    /// title = "มาตรการประสิทธิภาพการสื่อสาร"
    /// target = 7
    /// outcome = "ปี ๒๕๖๗ = ๙๙.๒๒ คะแนน"
    /// ```
    /// # ไทย
    /// คะแนนในข้อความไม่ตรงกับคะแนนที่ประกาศ
    ///
    /// ตัวเลขที่พิมพ์เองไม่เปลี่ยนตามเมื่อแก้คะแนน และติดมาด้วยเมื่อลอกข้อความจากมาตรการอื่นหรือจากปีก่อน ไม่ต้องพิมพ์ก็ได้ เพราะมาตรการที่ระบุ
    /// target มีคะแนนสองปีนำหน้าผลลัพธ์ให้เอง และใช้ตัวแทน เช่น {total} ได้
    "score-in-prose", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for claim in &facts.claims {
        let Statement::Score(number, years) = &claim.statement else { continue };
        let both_years = facts.years();
        let years = if years.is_empty() { &both_years[..] } else { &years[..] };
        // The latest year first, so that it wins a tie below: it is the most likely to be meant.
        let known: Vec<_> = claim
            .topics
            .iter()
            .flat_map(|topic| years.iter().rev().map(move |year| (topic, *year)))
            .filter_map(|(topic, year)| Some((topic, year, facts.score(topic, year)?)))
            .collect();
        // A figure that equals the difference of the two years is a difference, not a wrong score.
        let difference =
            claim.topics.iter().any(|topic| facts.change(topic).is_some_and(|c| c.has_size(*number)));
        let right =
            difference || known.iter().any(|(.., score)| is_rounded(*number, score.sum(), score.count()));
        // Assume that the known score nearest to the figure was meant.
        let apart = |(.., score): &&(&Topic, FiscalYear, KnownScore)| {
            (number.hundredths * score.count() - score.sum()).abs() / score.count()
        };
        let nearest = known.iter().min_by_key(apart).filter(|known| !right && apart(known) <= PLAUSIBLE);
        let mistyped = |(.., score): &&(&Topic, FiscalYear, KnownScore)| {
            let announced = decimal(score.sum(), score.count());
            !right && number.negative.is_none() && is_mistyped(facts.written(claim), &announced)
        };
        // A score with one slip of the keys rather than one that is near by chance.
        let nearest = known.iter().find(mistyped).or(nearest);
        let Some((topic, year, score)) = nearest.filter(|_| !facts.is_explained(claim, *number)) else {
            continue;
        };
        let announced = decimal(score.sum(), score.count());
        let right = facts.in_digits_of(claim, &announced);
        let finding = Finding::warning("score-in-prose", facts.place(claim))
            .with("written", facts.written(claim))
            .with("topic", *topic)
            .with("year", *year)
            .with("score", announced)
            .with("right", right.as_str())
            .shown_by("score", score.span.clone());
        let edit = facts.edit(claim, &right);
        // The score of one topic in one year, which the prose names, is the only one that can be meant.
        let is_certain = facts.is_slip(claim, &right) && proves(facts, &[*year]) && score.count() == 1;
        found.push(if is_certain { finding.fixed_by(edit) } else { finding.offering(edit) });
    }
}

/// A figure that is further from every known score than so many hundredths is a mark on another scale, as of a test.
const PLAUSIBLE: i64 = 4_000;
