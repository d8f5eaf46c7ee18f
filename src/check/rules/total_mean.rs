use super::weighted_instrument::weighted;
use crate::check::facts::Facts;
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::ita::Score;
use crate::report::YearScores;
use crate::thai::FiscalYear;

rule! {
    /// A total that does not match the scores of the indicators.
    ///
    /// The total is the weighted mean of all instruments. The announced total is computed from unpublished item scores
    /// and may differ a little because of rounding. A larger difference is usually a mistake in copying one of the
    /// scores. Compare them with the announcement. If they are as announced, allow this rule in the file and note the
    /// reason in a comment.
    ///
    /// ```toml
    /// [scores.2567]
    /// total = 97.72
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 99.45, 5 = 100, 6 = 92.51, 7 = 93.31, 8 = 91.36, 9 = 100, 10 = 100 }
    /// ```
    /// # ไทย
    /// คะแนนรวมที่คะแนนรายตัวชี้วัดอธิบายไม่ได้
    ///
    /// คะแนนรวมคือค่าเฉลี่ยถ่วงน้ำหนักของทุกเครื่องมือ คะแนนที่ประกาศคำนวณจากคะแนนรายข้อซึ่งไม่ได้เผยแพร่ จึงต่างไปได้เล็กน้อยจากการปัดเศษ
    /// ถ้าต่างมากกว่านั้นมักเป็นเพราะลอกคะแนนผิด ให้เทียบกับประกาศผล ถ้าตรงตามประกาศแล้ว ให้อนุญาตกฎนี้ในแฟ้มและเขียนหมายเหตุไว้
    "total-mean", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    // `weighted-instrument` reports scores of instruments that are out of their weight instead of 100.
    for year in facts.report.scores.values().filter(|year| weighted(year).is_empty()) {
        let Some(mean) = WeightedMean::new(year) else { continue };
        let stated = i64::from(year.total.hundredths()) * mean.scale;
        let Some(bound) = mean.exceeded_by(stated) else { continue };
        let thousandths = |value: i64| {
            let rounded = (value.abs() * 20 + mean.scale) / (2 * mean.scale);
            format!("{}.{:03}", rounded / 1000, rounded % 1000)
        };
        found.push(
            Finding::warning("total-mean", year.total_span.clone())
                .with("year", year.year)
                .with("total", year.total)
                .with("mean", thousandths(mean.value))
                .with("bound", thousandths(bound))
                .with("side", if bound == mean.most { "most" } else { "least" })
                .with("difference", thousandths(stated - mean.value))
                .shown_by_optional("mean", year.indicators_span.clone()),
        );
    }
}

/// Whether the scores of these years agree with one another, so that a figure in the text is wrong rather than they.
pub(super) fn proves(facts: &Facts, years: &[FiscalYear]) -> bool {
    let agree = |scores: &YearScores| {
        let mean = WeightedMean::new(scores).filter(|_| weighted(scores).is_empty());
        mean.is_some_and(|mean| mean.exceeded_by(i64::from(scores.total.hundredths()) * mean.scale).is_none())
    };
    years.iter().all(|year| facts.report.scores.get(year).is_some_and(agree))
}

/// The weighted mean of the instruments, with the least and greatest mean that unrounded scores could have had. All
/// three are in hundredths of a point, multiplied by `scale`.
struct WeightedMean {
    value: i64,
    least: i64,
    most: i64,
    scale: i64,
}

impl WeightedMean {
    /// The bound that a total is beyond, if no rounding can explain it.
    fn exceeded_by(&self, total: i64) -> Option<i64> {
        // The total is itself rounded, so it may be off by half a hundredth.
        let half = self.scale / 2;
        if total - half > self.most {
            Some(self.most)
        } else if total + half < self.least {
            Some(self.least)
        } else {
            None
        }
    }

    fn new(year: &YearScores) -> Option<Self> {
        let mut parts = Vec::new();
        for (instrument, weight) in year.rules.instruments() {
            let scores: Vec<Score> = match year.instruments.get(instrument) {
                Some(stated) => vec![*stated],
                None => {
                    let measured = year.rules.measured_by(instrument);
                    measured.map(|i| year.indicators.get(&i.number).copied()).collect::<Option<_>>()?
                }
            };
            parts.push((i64::from(weight), scores));
        }
        // 2 for half hundredths, 100 for weights in percent, and a common denominator of the means: this keeps every
        // value a whole number.
        let common = parts.iter().map(|(_, scores)| scores.len() as i64).fold(1, least_common_multiple);
        let scale = 2 * 100 * common;
        let sum = |part: &dyn Fn(i64) -> i64| -> i64 {
            let weighed = |(weight, scores): &(i64, Vec<Score>)| {
                let sum: i64 = scores.iter().map(|score| part(2 * i64::from(score.hundredths()))).sum();
                weight * sum * (common / scores.len() as i64)
            };
            parts.iter().map(weighed).sum()
        };
        Some(WeightedMean {
            value: sum(&|score| score),
            least: sum(&|score| (score - 1).max(0)),
            most: sum(&|score| (score + 1).min(20_000)),
            scale,
        })
    }
}

/// The least common multiple of two positive numbers.
fn least_common_multiple(a: i64, b: i64) -> i64 {
    let (mut divisor, mut rest) = (a, b);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    a / divisor * b
}
