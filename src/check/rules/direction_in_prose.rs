use crate::check::claims::{Claim, Direction, Statement, Topic};
use crate::check::facts::{Change, Facts};
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::tokens::{Number, TokenKind};

rule! {
    /// A rise described as a fall, or a fall as a rise.
    ///
    /// This includes a fall without its minus sign: `ผลต่าง ๓.๐๓ คะแนน` reads as a gain. For a fall, write
    /// `ลดลง ๓.๐๓ คะแนน`, or add the sign: `ผลต่าง -๓.๐๓ คะแนน`. Do not use both.
    ///
    /// ```toml
    /// [scores.2566]
    /// total = 97.69
    ///
    /// [scores.2567]
    /// total = 94.66
    ///
    /// [[measures]]
    /// title = "มาตรการยกระดับผลการประเมิน ITA"
    /// target = "total"
    /// outcome = "ซึ่งมีผลต่าง ๓.๐๓ คะแนน"
    /// ```
    /// # ไทย
    /// คะแนนลดลงแต่เขียนว่าเพิ่มขึ้น เพิ่มขึ้นแต่เขียนว่าลดลง หรือเครื่องหมายลบหายไป
    ///
    /// ผลต่าง ๓.๐๓ คะแนนอ่านแล้วเข้าใจว่าเพิ่มขึ้น ถ้าลดลงให้เขียนว่า “ลดลง ๓.๐๓ คะแนน” หรือใส่เครื่องหมาย “ผลต่าง -๓.๐๓ คะแนน”
    "direction-in-prose", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for claim in &facts.claims {
        let (stated_direction, number) = match &claim.statement {
            Statement::Move(direction) => (Some(*direction), None),
            Statement::Difference(number, direction) => {
                (stated_direction(facts, claim, *number, *direction), Some(*number))
            }
            _ => continue,
        };
        let changes: Vec<(&Topic, Change)> = claim
            .topics
            .iter()
            .filter_map(|topic| Some((topic, facts.change(topic)?)))
            // `difference-in-prose` reports a figure that is not the difference.
            .filter(|(_, change)| number.is_none_or(|number| change.has_size(number)))
            .collect();
        let right = |change: &Change| match stated_direction {
            Some(Direction::Fall) => change.hundredths <= 0,
            Some(Direction::Rise) | None => change.hundredths >= 0,
        };
        let worded = matches!(claim.statement, Statement::Move(_) | Statement::Difference(_, Some(_)));
        let negative = number.is_some_and(|number| number.negative == Some(true));
        // `ลดลง -๓.๐๓` is a double negative: it says the opposite.
        let twice =
            worded && negative && stated_direction == Some(Direction::Fall) && follows_fall(facts, claim);
        let Some((topic, change)) = changes.first() else { continue };
        if changes.iter().any(|(_, change)| right(change)) && !twice {
            continue;
        }
        let kind = match stated_direction {
            _ if twice => "twice",
            Some(Direction::Rise) if worded => "rise",
            Some(Direction::Fall) if worded => "fall",
            Some(Direction::Fall) => "minus",
            _ => "sign",
        };
        let written = facts.written(claim);
        let unsigned = written.trim_start_matches(SIGNS);
        let finding = Finding::warning("direction-in-prose", facts.place(claim))
            .with("kind", kind)
            .with("written", written)
            .with("unsigned", unsigned)
            .with("topic", *topic)
            .with("difference", change)
            .shown_by("score", change.current_span.clone());
        found.push(match kind {
            "sign" => finding.fixed_by(facts.edit(claim, &format!("-{unsigned}"))),
            // Of several figures, none is to lose its sign alone.
            "twice" if facts.count_signed(claim) > 1 => finding.offering(facts.edit(claim, unsigned)),
            "twice" => finding.fixed_by(facts.edit(claim, unsigned)),
            "minus" if negative => finding.offering(facts.edit(claim, unsigned)),
            // The word is the claim only if no figure follows it.
            "rise" if number.is_none() => finding.offering(facts.edit(claim, "ลดลง")),
            "fall" if number.is_none() => finding.offering(facts.edit(claim, "เพิ่มขึ้น")),
            _ => finding,
        });
    }
}

/// Whether a figure directly follows the word for its fall, not in brackets, in which the sign only repeats the word.
fn follows_fall(facts: &Facts, claim: &Claim) -> bool {
    let text = &facts.texts[claim.text_index].content;
    let tokens = &facts.tokens[claim.text_index];
    let before = tokens.iter().take_while(|token| token.range.start < claim.range.start);
    let lead = before.filter(|token| token.kind != TokenKind::Filler).last();
    let falls = lead.is_some_and(|lead| matches!(lead.kind, TokenKind::Fall | TokenKind::Loss));
    falls && !text[..claim.range.start].ends_with('(')
}

/// The signs before a figure.
pub(super) const SIGNS: [char; 4] = ['-', '−', '–', '+'];

/// The direction that the text gives to a difference: that of its word, otherwise of its sign, otherwise a fall if the
/// text has a word for a fall anywhere. `None` if there is none of these.
pub(super) fn stated_direction(
    facts: &Facts,
    claim: &Claim,
    number: Number,
    direction: Option<Direction>,
) -> Option<Direction> {
    let signed = number.negative.map(|negative| if negative { Direction::Fall } else { Direction::Rise });
    let falls = facts.tokens[claim.text_index].iter().any(|token| token.kind == TokenKind::Fall);
    direction.or(signed).or(falls.then_some(Direction::Fall))
}
