//! The word lists of individual rules, read from `data/check/words.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/check/words.toml")).expect("embedded words are well formed")
});

type List = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub doubled_word: DoubledWord,
    pub space_before_mark: SpaceBeforeMark,
    pub one_sided_dash: OneSidedDash,
    pub double_space: DoubleSpace,
    pub decimal_comma: DecimalComma,
    pub stale_year: StaleYear,
    pub unexplained_change: UnexplainedChange,
    pub places: Places,
    pub names: Names,
    pub unfilled_value: UnfilledValue,
    pub instruments: BTreeMap<String, List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DoubledWord {
    pub allowed: List,
    pub counted: List,
    pub each: List,
    pub joining: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpaceBeforeMark {
    pub royal: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OneSidedDash {
    pub days: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DoubleSpace {
    pub titles: List,
    pub ranks: List,
    pub offices: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecimalComma {
    pub percent: List,
    pub before: List,
    pub after: List,
    pub numbered: List,
    pub several: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StaleYear {
    pub fiscal: List,
    pub since: List,
    pub until: List,
    pub ahead: List,
    pub history: List,
    pub past: List,
    pub event: List,
    pub laws: List,
    pub results: List,
    pub now: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnexplainedChange {
    pub scores: List,
    pub rise: List,
    pub fall: List,
    pub cause: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Places {
    pub province: List,
    pub district: List,
    pub subdistrict: List,
    pub municipality: List,
    pub seat: List,
    pub provinces: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnfilledValue {
    pub units: List,
    pub numbers: List,
    pub examples: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub abbreviations: List,
}

/// Whether any of the words occurs in the text, also within a longer word.
pub(super) fn has_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

pub(super) fn starts_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}

pub(super) fn ends_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.ends_with(word.as_str()))
}
