//! The plan at the beginning of the fiscal year: the previous year's result, and the measures that are planned.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::common::{Meta, View, names};
use super::comparison::{self, IndicatorsTable};
use super::conclusion;
use super::measures::{self, MeasuresTable};
use super::signatures::{self, SignatureView};
use super::wording;
use super::writer::Writer;
use crate::ita::Score;
use crate::report::{Report, SignedDocument, YearScores};
use crate::thai::Date;

/// The plan.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    /// The document's metadata: title, author, date and digits.
    pub meta: Meta,
    /// The lines of the title.
    pub title: Vec<String>,
    /// The heading above the analysis.
    pub analysis_heading: String,
    /// The previous year's result in words, or a sentence that says it is not known yet.
    pub analysis: Vec<String>,
    /// The previous year's scores, if scores of its indicators are known.
    pub scores: Option<IndicatorsTable>,
    /// Sentences about the strongest and the weakest indicators; empty if no scores are known or all are equal.
    pub findings: Vec<String>,
    /// The heading above the measures.
    pub measures_heading: String,
    /// The paragraph before the table of measures.
    pub introduction: Vec<String>,
    /// The table of measures.
    pub measures: MeasuresTable,
    /// The places to sign that are in the plan, in the report file's order.
    pub signatures: Vec<SignatureView>,
    /// The words in names, which line breaking keeps whole.
    #[serde(skip)]
    pub names: Vec<String>,
}

impl PlanView {
    /// Builds the plan of a report. `epoch` is the date for the metadata if the report gives none.
    pub fn new(report: &Report, epoch: Option<Date>) -> Self {
        let writer = Writer { report };
        let title: Vec<String> = PLAN.title.iter().map(|line| writer.sentence(line, &[])).collect();
        let previous = report.previous();
        let analysis = match previous {
            Some(year) => conclusion::assessment(writer, year.year, year),
            None => writer.sentence(&PLAN.analysis.unknown, &[]),
        };
        PlanView {
            meta: Meta::new(report, title.join(" "), epoch),
            analysis_heading: writer.sentence(&PLAN.analysis.heading, &[]),
            analysis: vec![analysis],
            scores: previous
                .filter(|year| !year.indicators.is_empty())
                .map(|year| comparison::table_of(writer, &year.rules, &[year], &PLAN.analysis.total_label)),
            findings: previous.map(|year| findings(writer, year)).unwrap_or_default(),
            measures_heading: writer.sentence(&PLAN.measures.heading, &[]),
            introduction: vec![writer.sentence(&PLAN.measures.introduction, &[])],
            measures: measures::plan_table(writer),
            signatures: signatures::signatures(writer, SignedDocument::Plan),
            names: names(writer),
            title,
        }
    }
}

impl View for PlanView {
    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }

    fn names(&self) -> &[String] {
        &self.names
    }
}

/// Names the indicators with the highest and the lowest score. Empty if no scores are known or all are equal.
fn findings(writer: Writer, year: &YearScores) -> Vec<String> {
    let words = &PLAN.analysis;
    let (Some(most), Some(least)) = (year.indicators.values().max(), year.indicators.values().min()) else {
        return Vec::new();
    };
    if most == least {
        return Vec::new();
    }
    let indicators_with = |wanted: &Score| -> String {
        let matching = year.indicators.iter().filter(|(_, score)| *score == wanted);
        let texts: Vec<String> = matching
            .filter_map(|(number, score)| {
                let name = &year.rules.indicator(*number)?.name;
                let (number, score) = (number.to_string(), score.to_string());
                let values = [("number", number.as_str()), ("name", name), ("score", &score)];
                Some(writer.sentence(&words.indicator, &values))
            })
            .collect();
        writer.list(&texts)
    };
    [(&words.strongest, most), (&words.weakest, least)]
        .map(|(sentence, score)| writer.sentence(sentence, &[("indicators", &indicators_with(score))]))
        .into()
}

/// The wording of the plan. The comments in the TOML file explain its fields.
static PLAN: LazyLock<PlanWording> =
    LazyLock::new(|| wording::read(include_str!("../../data/wording/plan.toml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanWording {
    title: Vec<String>,
    analysis: AnalysisWording,
    measures: PlannedWording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnalysisWording {
    heading: String,
    unknown: String,
    total_label: String,
    strongest: String,
    weakest: String,
    indicator: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlannedWording {
    heading: String,
    introduction: String,
}
