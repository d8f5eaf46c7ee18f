//! The sample texts and scores of the file that `ita-report new` writes, from `data/check/samples.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::ita::Score;

pub(super) static SAMPLES: LazyLock<Samples> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/check/samples.toml")).expect("embedded samples are well formed")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Samples {
    /// How sample texts begin.
    pub mark: String,
    pub files: Vec<SampleFile>,
}

/// What one version of the file had.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleFile {
    totals: Vec<f64>,
    indicators: Vec<Vec<f64>>,
    texts: Vec<String>,
}

impl Samples {
    /// Whether the text was written by the program.
    pub fn has_text(&self, text: &str) -> bool {
        let text = text.trim();
        text.starts_with(&self.mark)
            || self.files.iter().any(|file| file.texts.iter().any(|sample| sample == text))
    }
}

impl SampleFile {
    /// Whether the file has texts without a mark, which an agency may have written itself.
    pub fn has_plain_texts(&self) -> bool {
        !self.texts.is_empty()
    }

    /// Whether this is the total of one of its years.
    pub fn has_total(&self, score: Score) -> bool {
        self.totals.iter().any(|total| is(score, *total))
    }

    /// Whether these are the scores of one of its years, but for at most half of them.
    pub fn has_indicators(&self, scores: &BTreeMap<u8, Score>) -> bool {
        self.indicators.iter().any(|sample| {
            let same = (1..)
                .zip(sample)
                .filter(|(number, score)| scores.get(number).is_some_and(|own| is(*own, **score)));
            2 * same.count() > sample.len()
        })
    }
}

/// Whether a score is the one that the data file has.
fn is(score: Score, sample: f64) -> bool {
    Score::try_from(sample) == Ok(score)
}
