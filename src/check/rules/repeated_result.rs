use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::similar::{Index, Repeat, SameLetters, Shingles, Verbatim};
use crate::check::text::{MeasurePart, Role, Text};

rule! {
    /// A result that repeats another result, or another measure's step.
    ///
    /// A result that is the same or nearly the same in two measures was probably copied, and does not say what either
    /// measure did. Within one measure, only identical results are reported.
    ///
    /// ```toml
    /// [[measures]]
    /// title = "มาตรการการเปิดเผยข้อมูล"
    /// results = ["ปรับปรุงข้อมูลบนเว็บไซต์ของหน่วยงานให้เป็นปัจจุบันทุกเดือน"]
    ///
    /// [[measures]]
    /// title = "มาตรการป้องกันการทุจริต"
    /// results = ["ปรับปรุงข้อมูลบนเว็บไซต์ของหน่วยงานให้เป็นปัจจุบันทุกเดือน"]
    /// ```
    /// # ไทย
    /// ผลการดำเนินการซ้ำกัน เหมือนหรือเกือบเหมือนของมาตรการอื่น หรือลอกขั้นตอนของมาตรการอื่นมา
    ///
    /// ผลที่เหมือนกันในสองมาตรการมักเกิดจากการลอกข้อความ และไม่ได้บอกผู้อ่านว่าแต่ละมาตรการทำอะไร
    "repeated-result", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    let texts_of = |part: MeasurePart| -> Vec<(usize, &Text)> {
        let texts = facts.texts.iter().filter_map(|text| match text.role {
            Role::Measure(measure, own) if own == part => Some((measure, text)),
            _ => None,
        });
        texts.collect()
    };
    let (steps, results) = (texts_of(MeasurePart::Step), texts_of(MeasurePart::Result));
    let mut same_steps = SameLetters::default();
    for (at, (measure, step)) in steps.iter().enumerate() {
        same_steps.add(at, *measure, &Shingles::new(&step.content));
    }
    let index =
        Index::new(results.iter().map(|(measure, result)| (*measure, Shingles::new(&result.content))));
    let mut verbatim = Verbatim::default();
    for (at, (measure, text)) in results.iter().enumerate() {
        let own = verbatim.add(at, *measure, &text.content);
        let step = || same_steps.first_of_other(*measure, index.text(at));
        let ((other, first), likeness, part) = match (own, index.most_repeated(at), step()) {
            (Some(first), ..) => (results[first], "own", "result"),
            (None, Some((first, repeat)), _) => (results[first], repeat.argument(), "result"),
            (None, None, Some(first)) => (steps[first], Repeat::Same.argument(), "step"),
            (None, None, None) => continue,
        };
        found.push(
            Finding::warning("repeated-result", text.whole())
                .with("measure", measure + 1)
                .with("other", other + 1)
                .with("part", part)
                .with("likeness", likeness)
                .shown_by("first", first.whole()),
        );
    }
}
