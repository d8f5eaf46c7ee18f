use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::similar::{Index, Shingles, Verbatim};
use crate::check::text::{MeasurePart, Role, Text};
use crate::check::tokens::{Token, TokenKind};

rule! {
    /// An outcome that repeats another outcome.
    ///
    /// The outcome is what this measure achieved. An outcome that is the same as that of another measure, or nearly the
    /// same, was probably copied and says nothing about this measure. Within one measure, only identical paragraphs are
    /// reported.
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
    let texts = facts.texts.iter().zip(&facts.tokens);
    let outcomes: Vec<(usize, &Text, &[Token])> = texts
        .filter_map(|(text, tokens)| match text.role {
            Role::Measure(measure, MeasurePart::Outcome) => Some((measure, text, tokens.as_slice())),
            _ => None,
        })
        .collect();
    let index = Index::new(
        outcomes
            .iter()
            .map(|(measure, text, tokens)| (*measure, Shingles::new(&text_without_scores(text, tokens)))),
    );
    let mut verbatim = Verbatim::default();
    for (at, (measure, text, _)) in outcomes.iter().enumerate() {
        let own = verbatim.add(at, *measure, &text.content).map(|first| (first, "own"));
        let other = || index.most_repeated(at).map(|(first, repeat)| (first, repeat.argument()));
        if let Some((first, likeness)) = own.or_else(other) {
            let (other, first, _) = &outcomes[first];
            found.push(
                Finding::warning("repeated-outcome", text.whole())
                    .with("measure", measure + 1)
                    .with("other", other + 1)
                    .with("likeness", likeness)
                    .shown_by("first", first.whole()),
            );
        }
    }
}

/// The text without its statements about scores, which are similar in every measure.
fn text_without_scores(text: &Text, tokens: &[Token]) -> String {
    let words = tokens.iter().filter(|token| !is_of_score(token.kind));
    words.map(|token| &text.content[token.range.clone()]).collect()
}

/// Whether a token is part of a statement about a score.
fn is_of_score(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(
        kind,
        Points
            | Total
            | Rise
            | Fall
            | More
            | Less
            | Same
            | Difference
            | From
            | To
            | Number(_)
            | Year(_)
            | PreviousYear
            | ThisYear
            | Equals
            | Level(_)
            | Instrument(_)
            | Open
            | Unit
    )
}
