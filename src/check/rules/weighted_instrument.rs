use crate::check::facts::{Facts, decimal};
use crate::check::finding::Finding;
use crate::check::rule::rule;
use crate::ita::Instrument;
use crate::report::Edit;
use crate::report::YearScores;

rule! {
    /// The score of an instrument in the weighted form in which official tables print it: 28.04 of 30.
    ///
    /// The file has scores out of 100. A weighted score is the score times the instrument's weight, so 28.04 of 30 is
    /// 93.47. With weighted scores, the level and the comparison of the instruments come out wrong. A score counts as weighted
    /// if it is at most the weight, and if the total or the instrument's indicators show that it cannot be the score itself.
    ///
    /// ```toml
    /// [scores.2567]
    /// total = 94.69
    /// instruments = { IIT = 30, EIT = 29.92, OIT = 34.77 }
    /// indicators = { 1 = 100, 2 = 100, 3 = 100, 4 = 100, 5 = 100, 6 = 99.22, 7 = 100, 8 = 100, 9 = 97.14, 10 = 76.67 }
    /// ```
    /// # ไทย
    /// คะแนนของเครื่องมือเป็นคะแนนที่คูณน้ำหนักแล้วตามตารางของทางการ เช่น 28.04 จาก 30
    ///
    /// คะแนนในแฟ้มต้องเต็ม 100 คะแนนที่คูณน้ำหนักแล้วให้หารด้วยน้ำหนักแล้วคูณ 100 เช่น 28.04 จาก 30 คือ 93.47 มิฉะนั้นระดับและการเปรียบเทียบจะผิด
    /// โปรแกรมถือว่าคูณน้ำหนักแล้วเมื่อคะแนนไม่เกินน้ำหนัก และคะแนนรวมหรือคะแนนตัวชี้วัดแสดงว่าไม่ใช่คะแนนเต็ม 100
    "weighted-instrument", check
}

fn check(facts: &Facts, found: &mut Vec<Finding>) {
    for year in facts.report.scores.values() {
        for (instrument, weighted) in weighted(year) {
            let Some(span) = year.instrument_spans.get(instrument) else { continue };
            let score = decimal(weighted.hundredths * 100, weighted.weight);
            found.push(
                Finding::warning("weighted-instrument", span.clone())
                    .with("instrument", instrument.name())
                    .with("year", year.year)
                    .with("written", decimal(weighted.hundredths, 1))
                    .with("weight", weighted.weight)
                    .with("right", score.as_str())
                    .offering(Some(Edit { span: span.clone(), text: score })),
            );
        }
    }
}

/// A weighted score.
pub(super) struct Weighted {
    /// As written, in hundredths.
    hundredths: i64,
    /// The weight of the instrument, in percent.
    weight: i64,
}

/// How far, in hundredths, the sum of weighted scores may be from the total, which is rounded by itself.
const ROUNDING: i64 = 5;

/// The scores of instruments that can only be weighted ones.
pub(super) fn weighted(year: &YearScores) -> Vec<(&Instrument, Weighted)> {
    let total = i64::from(year.total.hundredths());
    let stated = || year.instruments.values().map(|score| i64::from(score.hundredths()));
    let is_sum = year.rules.instruments().all(|(instrument, _)| year.instruments.contains_key(instrument))
        && (stated().sum::<i64>() - total).abs() <= ROUNDING;
    let candidates = year.rules.instruments().filter_map(|(instrument, weight)| {
        let hundredths = i64::from(year.instruments.get(instrument)?.hundredths());
        Some((instrument, Weighted { hundredths, weight: weight.into() }))
    });
    let candidates = candidates.filter(|(_, score)| (1..=score.weight * 100).contains(&score.hundredths));
    let cannot_be_the_score = |instrument: &Instrument, score: &Weighted| {
        let measured = year.rules.measured_by(instrument);
        let indicators: Option<Vec<i64>> = measured
            .map(|indicator| year.indicators.get(&indicator.number).map(|score| score.hundredths().into()))
            .collect();
        match indicators.filter(|indicators| !indicators.is_empty()) {
            // Whichever is nearer to the mean of the indicators. All is multiplied by the count and the weight.
            Some(indicators) => {
                let (sum, count) = (indicators.iter().sum::<i64>(), indicators.len() as i64);
                let apart = |hundredths: i64| (hundredths * count - sum * score.weight).abs();
                apart(score.hundredths * 100) < apart(score.hundredths * score.weight)
            }
            // With this score and full marks everywhere else, the total would still be lower than it is.
            None => is_sum || total * 100 > score.hundredths * score.weight + 10_000 * (100 - score.weight),
        }
    };
    candidates.filter(|(instrument, score)| cannot_be_the_score(instrument, score)).collect()
}
