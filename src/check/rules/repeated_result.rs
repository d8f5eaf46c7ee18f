use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::check::similar::{Repeat, Shingles, most_repeated};
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
    let texts_of = |part: MeasurePart| -> Vec<(usize, &Text, Shingles)> {
        let own = facts.texts.iter().filter_map(|text| match text.role {
            Role::Measure(measure, own) if own == part => Some((measure, text)),
            _ => None,
        });
        own.map(|(measure, text)| (measure, text, Shingles::new(&text.content))).collect()
    };
    let (steps, results) = (texts_of(MeasurePart::Step), texts_of(MeasurePart::Result));
    for (at, (measure, text, shingles)) in results.iter().enumerate() {
        // Within one measure, only identical results count as repeated. Similar ones may be correct.
        let earlier = results[..at]
            .iter()
            .enumerate()
            .filter(|(_, (other, _, result))| other != measure || shingles.is_same(result));
        let result = most_repeated(shingles, earlier.map(|(index, (.., result))| (index, result)));
        let step = || steps.iter().find(|(other, _, step)| other != measure && shingles.is_same(step));
        let (other, first, repeat, part) = match result {
            Some((index, repeat)) => (results[index].0, results[index].1, repeat, "result"),
            None => match step() {
                Some((other, first, _)) => (*other, *first, Repeat::Same, "step"),
                None => continue,
            },
        };
        found.push(
            Finding::warning("repeated-result", text.whole())
                .with("measure", measure + 1)
                .with("other", other + 1)
                .with("part", part)
                .with("likeness", repeat.argument())
                .shown_by("first", first.whole()),
        );
    }
}
