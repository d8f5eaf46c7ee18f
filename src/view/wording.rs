//! Reads the official wording from `data/wording/` and fills its placeholders. The types for the wording of the annual
//! report are here because several files use them; the other documents define theirs in their own files.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The wording of the annual report.
pub(super) static REPORT: LazyLock<ReportWording> =
    LazyLock::new(|| read(include_str!("../../data/wording/report.toml")));

/// Parses an embedded file of `data/wording/`. Panics if its fields are not those of `W`.
pub(super) fn read<W: DeserializeOwned>(file: &str) -> W {
    toml::from_str(file).expect("embedded wording is valid")
}

// The comments in `data/wording/report.toml` explain the fields.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReportWording {
    pub title: Vec<String>,
    pub introduction: String,
    pub introduction_without_results: String,
    pub local_government: String,
    pub local_government_names: Vec<String>,
    pub other_agency: String,
    pub comparison: ComparisonWording,
    pub conclusion: ConclusionWording,
    pub indicators: IndicatorsWording,
    pub cover: CoverWording,
    pub contact: ContactWording,
    pub contents: ContentsWording,
    pub lessons: LessonsWording,
    pub annexes: AnnexesWording,
    pub photos: PhotosWording,
    pub evidence: EvidenceWording,
    pub signatures: SignaturesWording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ComparisonWording {
    pub indicator: String,
    pub total: String,
    pub score: String,
    pub score_with_level: String,
    pub rise: String,
    pub fall: String,
    pub same: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConclusionWording {
    pub heading: String,
    pub assessment: String,
    pub level: String,
    pub weak: String,
    pub weak_indicator: String,
    pub all_weak: String,
    pub conjunction_after_pass: String,
    pub conjunction_otherwise: String,
    pub none_weak: String,
    pub compared: String,
    pub only_previous: String,
    pub only_current: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorsWording {
    pub number: String,
    pub name: String,
    pub year: String,
    pub score: String,
    pub change: String,
    pub total: String,
    pub unknown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonsWording {
    pub heading: String,
    pub obstacles: String,
    pub recommendations: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CoverWording {
    pub title: Vec<String>,
    pub logo: String,
    pub district: String,
    pub districts: Vec<String>,
    pub capital: String,
    pub places: Vec<String>,
    pub province: String,
    pub provinces: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContentsWording {
    pub heading: String,
    pub page: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnexesWording {
    pub one: String,
    pub several: String,
    pub letters: [String; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PhotosWording {
    pub heading: String,
    pub label: String,
    pub of_measure: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceWording {
    pub heading: String,
    pub of_measure: String,
    pub qr: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignaturesWording {
    pub sign: String,
    pub date: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactWording {
    pub phone: String,
    pub email: String,
    pub website: String,
    pub phone_words: Vec<String>,
    pub fax_words: Vec<String>,
    pub email_words: Vec<String>,
    pub website_words: Vec<String>,
}

/// Replaces each `{placeholder}` in a sentence with the value of that name, or with nothing if there is none. Braces
/// within values stay as they are.
pub(super) fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len() * 2);
    let mut rest = sentence;
    while let Some((before, name, after)) = next_placeholder(rest) {
        out.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        out.push_str(value.unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}

fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::next_placeholder;

    #[test]
    fn every_placeholder_of_the_wording_is_one_that_is_filled() {
        const FILLED: [&str; 30] = [
            "heading",
            "letter",
            "caption",
            "url",
            "agency",
            "year",
            "previous_year",
            "kind",
            "number",
            "name",
            "instrument",
            "score",
            "level",
            "difference",
            "assessed_year",
            "total",
            "conjunction",
            "weak_count",
            "count",
            "weak",
            "weak_below",
            "indicators",
            "analysis",
            "done",
            "result",
            "rest",
            "years",
            "rows",
            "scores",
            "previous_total",
        ];
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/wording");
        let files = folder.read_dir().unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()));
        let mut found = 0;
        for file in files {
            let file = file.unwrap();
            let mut rest = file.as_str();
            while let Some((_, name, after)) = next_placeholder(rest) {
                assert!(FILLED.contains(&name) || name == "title", "{{{name}}}");
                rest = after;
                found += 1;
            }
        }
        assert!(found > 50);
    }
}
