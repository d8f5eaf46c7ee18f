use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::report::Argument;

rule! {
    /// Missing scores of this year or the previous year.
    ///
    /// The report compares all indicators over two years. A missing score appears as a dash, and the program cannot
    /// determine the level, the weak indicators or the differences that depend on it.
    ///
    /// ```toml
    /// [scores.2567]
    /// total = 94.69
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14 }
    /// ```
    /// # ไทย
    /// ขาดผลการประเมินของปีนี้หรือปีก่อน หรือขาดคะแนนบางตัวชี้วัด
    ///
    /// รายงานเปรียบเทียบสองปีครบทุกตัวชี้วัด ตรงที่ขาดจะเป็นขีด และหาระดับ ตัวชี้วัดที่คะแนนน้อย หรือผลต่างไม่ได้
    "missing-scores", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for wanted in facts.years() {
        let Some(year) = facts.report.scores.get(&wanted) else {
            // At the beginning of the year nobody has its scores.
            if wanted == facts.report.fiscal_year.value && facts.is_plan() {
                continue;
            }
            // If the file has scores of a year that the report does not use, its number is probably a typo.
            let stray = facts.report.scores.values().find(|scores| !facts.years().contains(&scores.year));
            let span = stray.map_or(&facts.report.fiscal_year.span, |stray| &stray.span);
            found.push(
                Finding::warning("missing-scores", span.clone())
                    .with("year", wanted)
                    .with("missing", Argument::Absent),
            );
            continue;
        };
        let missing: Vec<String> = year
            .rules
            .numbers()
            .filter(|number| !year.indicators.contains_key(number))
            .map(|number| number.to_string())
            .collect();
        if !missing.is_empty() {
            let span = year.indicators_span.clone().unwrap_or(year.span.clone());
            found.push(
                Finding::warning("missing-scores", span)
                    .with("year", wanted)
                    .with("missing", missing.join(", "))
                    .with("count", missing.len()),
            );
        }
    }
}
