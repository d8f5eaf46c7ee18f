use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::similar::{Index, Shingles};
use crate::check::text::MeasurePart;

rule! {
    /// A measure with more steps than results.
    ///
    /// Every planned step needs a result, because the assessment reads the two columns side by side. If a step was not
    /// taken, say so.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// steps = ["ประกาศนโยบาย No Gift Policy", "อบรมบุคลากรเรื่องผลประโยชน์ทับซ้อน"]
    /// results = ["ผู้บริหารประกาศนโยบาย No Gift Policy"]
    /// ```
    /// # ไทย
    /// มาตรการมีขั้นตอนมากกว่าผลการดำเนินการ
    ///
    /// ทุกขั้นตอนที่กำหนดไว้ควรมีผลว่าทำอะไรไปแล้ว เพราะการประเมินอ่านสองช่องนี้คู่กัน ขั้นตอนที่ไม่ได้ทำก็ให้บอกว่าไม่ได้ทำ
    "steps-without-results", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    if facts.is_plan() {
        return;
    }
    for (index, measure) in facts.measures() {
        let (steps, results) = (&measure.steps, &measure.results);
        if steps.items.len() <= results.items.len() {
            continue;
        }
        // Point to the step that is least similar to any result: it is probably the unreported one. The last step wins
        // a tie.
        let results_of_measure = facts
            .texts_of_measure(index, MeasurePart::Result)
            .map(|text| (index, Shingles::new(&text.content)));
        let reported = Index::new(results_of_measure);
        let unreported =
            facts.texts_of_measure(index, MeasurePart::Step).zip(1..).min_by_key(|(text, number)| {
                (reported.greatest_likeness(&Shingles::new(&text.content)), usize::MAX - number)
            });
        let list = results.span.clone().or(steps.span.clone()).unwrap_or(measure.span.clone());
        // Mark only where the list begins. The whole list would fill the screen.
        let span = list.start..list.start + 1;
        let mut finding = Finding::warning("steps-without-results", span)
            .with("measure", index + 1)
            .with("steps", steps.items.len())
            .with("results", results.items.len())
            .with("step", unreported.map_or(0, |(_, number)| number));
        if let Some((text, _)) = unreported.filter(|_| !results.items.is_empty()) {
            finding = finding.shown_by("step", text.whole());
        }
        found.push(finding);
    }
}
