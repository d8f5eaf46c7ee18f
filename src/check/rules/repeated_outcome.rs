use super::{Facts, Finding, rule};
use crate::check::similar::Shingles;
use crate::check::text::{Part, Place, Text};
use crate::check::tokens::{Kind, Token};

rule! {
    /// An outcome that another measure has too, word by word or nearly so.
    ///
    /// The outcome is what this measure reached. One that was copied says nothing of it.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการการปฏิบัติหน้าที่"
    /// outcome = "ไม่มีข้อร้องเรียนกรณีการปฏิบัติหน้าที่หรือการให้บริการ"
    ///
    /// [[measures]]
    /// title = "มาตรการการปรับปรุงการทำงาน"
    /// outcome = "ไม่มีข้อร้องเรียนกรณีการปฏิบัติหน้าที่หรือการให้บริการ"
    /// ```
    /// # ไทย
    /// ผลลัพธ์เหมือนหรือเกือบเหมือนของมาตรการอื่น
    ///
    /// ผลลัพธ์คือสิ่งที่มาตรการนี้ทำให้เกิดขึ้น ผลลัพธ์ที่ลอกมาไม่ได้บอกอะไรเกี่ยวกับมาตรการนี้
    "repeated-outcome", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let outcomes: Vec<_> = facts
        .texts
        .iter()
        .zip(&facts.tokens)
        .filter_map(|(text, tokens)| match text.place {
            Place::Measure(measure, Part::Outcome) => {
                Some((measure, text, Shingles::of(&words_beside_scores(text, tokens))))
            }
            _ => None,
        })
        .filter(|(.., shingles)| shingles.is_long())
        .collect();
    for (at, (measure, text, said)) in outcomes.iter().enumerate() {
        let alike = outcomes[..at]
            .iter()
            .filter(|(other, ..)| other != measure)
            .map(|other| (other, said.likeness(&other.2)))
            .filter(|(other, likeness)| said.is_nearly(&other.2, *likeness))
            .max_by_key(|(_, likeness)| *likeness);
        if let Some(((other, first, _), likeness)) = alike {
            found.push(
                Finding::warning("repeated-outcome", text.whole())
                    .with("measure", measure + 1)
                    .with("other", other + 1)
                    .with("likeness", if likeness == 100 { "same" } else { "nearly" })
                    .shown_by("first", first.whole()),
            );
        }
    }
}

/// What a text says beside its scores: lines with those are alike by their nature.
fn words_beside_scores(text: &Text, tokens: &[Token]) -> String {
    let plain = tokens.iter().filter(|token| matches!(token.kind, Kind::Plain | Kind::Named(_)));
    plain.map(|token| &text.content[token.range.clone()]).collect()
}
