//! The official wording, read from `data/wording/`, and the filling of its placeholders.

use std::sync::LazyLock;

use serde::Deserialize;

/// The wording of the annual report.
pub(super) static REPORT: LazyLock<ReportWording> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/wording/report.toml")).expect("embedded wording is valid")
});

/// The wording of the page for the council and of charts.
pub(super) static SUMMARY: LazyLock<SummaryWording> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/wording/summary.toml")).expect("embedded wording is valid")
});

/// The wording of the plan.
pub(super) static PLAN: LazyLock<PlanWording> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/wording/plan.toml")).expect("embedded wording is valid")
});

/// The wording of the memo.
pub(super) static MEMO: LazyLock<MemoWording> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/wording/memo.toml")).expect("embedded wording is valid")
});

// The fields are explained beside the sentences themselves.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReportWording {
    pub title: Vec<String>,
    pub introduction: String,
    pub local_government: String,
    pub local_government_names: Vec<String>,
    pub other_agency: String,
    pub measures: MeasuresWording,
    pub comparison: ComparisonWording,
    pub conclusion: ConclusionWording,
    pub indicators: IndicatorsWording,
    pub cover: CoverWording,
    pub contents: ContentsWording,
    pub lessons: LessonsWording,
    pub photos: PhotosWording,
    pub evidence: EvidenceWording,
    pub signatures: SignaturesWording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeasuresWording {
    pub header: Vec<String>,
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
    pub although: String,
    pub likewise: String,
    pub none_weak: String,
    pub compared: String,
    pub not_compared: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorsWording {
    pub number: String,
    pub name: String,
    pub year: String,
    pub score: String,
    pub change: String,
    pub mean: String,
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
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SummaryWording {
    pub title: Vec<String>,
    pub measures: String,
    pub measures_header: [String; 3],
    pub headline: HeadlineWording,
    pub changes: ChangesWording,
    pub chart: ChartWording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadlineWording {
    pub total: String,
    pub of: String,
    pub level: String,
    pub previous_level: String,
    pub change: String,
    pub previous_total: String,
    pub unknown: String,
    pub rise: String,
    pub fall: String,
    pub same: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangesWording {
    pub rises: String,
    pub falls: String,
    pub none: String,
    pub indicator: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChartWording {
    pub heading: String,
    pub year: String,
    pub alt: String,
    pub alt_row: String,
    pub unknown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanWording {
    pub title: Vec<String>,
    pub header: Vec<String>,
    pub analysis: AnalysisWording,
    pub measures: PlannedWording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnalysisWording {
    pub heading: String,
    pub unknown: String,
    pub score: String,
    pub mean: String,
    pub strongest: String,
    pub weakest: String,
    pub indicator: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlannedWording {
    pub heading: String,
    pub introduction: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MemoWording {
    pub title: String,
    pub emblem: String,
    pub office: String,
    pub number: String,
    pub date: String,
    pub subject: String,
    pub to: String,
    pub position: String,
    pub default: MemoDefaults,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MemoDefaults {
    pub subject: String,
    pub cause: String,
    pub analysis: String,
    pub matter: String,
    pub done: String,
    pub result: String,
    pub level: String,
    pub request: String,
    pub heads: Vec<HeadWording>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadWording {
    pub of: String,
    pub head: String,
}

/// A sentence with its `{placeholders}` replaced by the values of those names, in one pass: braces in a value
/// stay as they are.
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
        const FILLED: [&str; 28] = [
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
        let files = [
            include_str!("../../data/wording/report.toml"),
            include_str!("../../data/wording/plan.toml"),
            include_str!("../../data/wording/memo.toml"),
            include_str!("../../data/wording/summary.toml"),
        ];
        let mut found = 0;
        for mut rest in files {
            while let Some((_, name, after)) = next_placeholder(rest) {
                assert!(FILLED.contains(&name) || name == "title", "{{{name}}}");
                rest = after;
                found += 1;
            }
        }
        assert!(found > 50);
    }
}
