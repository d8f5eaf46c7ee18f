use crate::check::claims::{Claim, Statement};
use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::tokens::TokenKind;

rule! {
    /// A score with fewer decimals than another score in the same list.
    ///
    /// Scores are announced with two decimals. Readers compare scores in a list digit by digit, so write `๑๐๐.๐๐` next
    /// to `๙๗.๑๔`. The rule ignores `๑๐๐ คะแนน` in running text.
    ///
    /// ```toml
    /// [scores.2566]
    /// total = 97.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 99.45, 5 = 100, 6 = 92.51, 7 = 93.31, 8 = 91.36, 9 = 100, 10 = 100 }
    ///
    /// [scores.2567]
    /// total = 94.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    ///
    /// [[measures]]
    /// title = "มาตรการการเปิดเผยข้อมูล"
    /// target = 9
    /// outcome = ["ปี ๒๕๖๖ = ๑๐๐ คะแนน", "ปี ๒๕๖๗ = ๙๗.๑๔ คะแนน"]
    /// ```
    /// # ไทย
    /// คะแนนไม่มีทศนิยม ทั้งที่คะแนนอื่นในรายการเดียวกันมีสองตำแหน่ง
    ///
    /// คะแนนประกาศเป็นทศนิยมสองตำแหน่ง เมื่อเขียนเรียงกันจะเทียบกันทีละหลัก เช่น “๑๐๐.๐๐” คู่กับ “๙๗.๑๔” ส่วน “๑๐๐ คะแนน” ในข้อความต่อเนื่องไม่นับ
    "uneven-decimals", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let listed: Vec<(&Claim, u32)> = facts
        .claims
        .iter()
        .filter_map(|claim| match claim.statement {
            Statement::Score(number, _) if follows_equals(facts, claim) => Some((claim, number.places)),
            _ => None,
        })
        .collect();
    for (claim, places) in &listed {
        let role = facts.texts[claim.text_index].role;
        let finer =
            listed.iter().find(|(other, places)| facts.texts[other.text_index].role == role && *places == 2);
        if let Some((finer, _)) = finer.filter(|_| *places < 2) {
            let written = facts.written(claim);
            let point = if *places == 0 { "." } else { "" };
            let zero = if written.contains(|c| matches!(c, '๐'..='๙')) { "๐" } else { "0" };
            let right = format!("{written}{point}{}", zero.repeat(2 - *places as usize));
            found.push(
                Finding::warning("uneven-decimals", facts.place(claim))
                    .with("written", written)
                    .with("right", right.as_str())
                    .shown_by("finer", facts.place(finer))
                    .fixed_by(facts.edit(claim, &right)),
            );
        }
    }
}

/// Whether the figure follows an equals sign, as it does in a list of scores.
fn follows_equals(facts: &Facts, claim: &Claim) -> bool {
    let tokens = &facts.tokens[claim.text_index];
    let at = tokens.iter().position(|token| token.range == claim.range);
    at.and_then(|at| tokens.get(at.checked_sub(1)?)).is_some_and(|before| before.kind == TokenKind::Equals)
}
