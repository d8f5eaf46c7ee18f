//! The texts of a report as the rules read them: placeholders are filled in and invisible characters are left out.
//! Every byte can be traced back to its place in the file.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::report::{Budget, Edit, Filled, Prose, Report, SetString, Source, Span};
use crate::thai::characters::is_invisible;

/// The role of a text in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// `text.title`.
    Title,
    /// `text.introduction`, `text.conclusion` and `text.closing`.
    Wording,
    /// A text of the measure with this index.
    Measure(usize, MeasurePart),
    /// `lessons.obstacles`.
    Obstacle,
    /// `lessons.recommendations`.
    Recommendation,
    /// Everything else: captions, evidence, signatures, the memo, the agency's names and postal address.
    Other,
}

/// The role of a text in its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MeasurePart {
    Title,
    Responsible,
    Period,
    Step,
    Result,
    Outcome,
    Monitoring,
    /// Its budget in words, what shows its success, and the user's own columns.
    Further,
}

/// One text of a report.
pub(super) struct Text<'r> {
    pub role: Role,
    /// The text as the rules read it.
    pub content: String,
    prose: Cow<'r, Prose>,
    filled: Filled,
    /// For each byte of `content` its offset in the filled text, and at the end the filled text's length. `None` if the
    /// two texts are the same.
    origin: Option<Vec<usize>>,
    source: &'r Source,
}

impl<'r> Text<'r> {
    fn new(role: Role, prose: Cow<'r, Prose>, report: &Report, source: &'r Source) -> Self {
        let filled = prose.fill(|placeholder| report.value(placeholder));
        if !filled.text.contains(is_invisible) {
            return Text { role, content: filled.text.clone(), prose, filled, origin: None, source };
        }
        let (mut content, mut origin) = (String::new(), Vec::new());
        for (at, c) in filled.text.char_indices().filter(|(_, c)| !is_invisible(*c)) {
            content.push(c);
            origin.extend(at..at + c.len_utf8());
        }
        origin.push(filled.text.len());
        Text { role, content, prose, filled, origin: Some(origin), source }
    }

    /// The place in the file that a byte range of `content` comes from.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.prose.place(self.source, &self.filled, self.filled_range(range))
    }

    /// The place of the whole string in the file, quotes included.
    pub fn whole(&self) -> Span {
        self.prose.span.clone()
    }

    /// Whether a byte range of `content` lies within the value of one placeholder.
    pub fn is_filled_in(&self, range: &Range<usize>) -> bool {
        self.filled.is_filled_in(&self.filled_range(range.clone()))
    }

    /// The edit that writes `right` in place of a byte range of `content`. `None` if it cannot be written there as it is:
    /// the range has a placeholder or an escape in it, or `right` has a character that a string of the file would not keep.
    pub fn edit(&self, range: Range<usize>, right: &str) -> Option<Edit> {
        let span = self.span(range.clone());
        let written = self.source.slice(&span).chars().filter(|c| !is_invisible(*c));
        let is_literal = written.eq(self.content[range].chars());
        let is_kept = !right.contains(|c: char| c.is_control() || matches!(c, '"' | '\'' | '\\' | '{' | '}'));
        (is_literal && is_kept).then(|| Edit { span, text: right.to_owned() })
    }

    /// Whether the text is this part of a measure.
    pub fn is(&self, part: MeasurePart) -> bool {
        matches!(self.role, Role::Measure(_, own) if own == part)
    }

    fn filled_range(&self, range: Range<usize>) -> Range<usize> {
        match &self.origin {
            None => range,
            // End right after the last character, so that invisible characters after it are left out.
            Some(origin) if range.start < range.end => origin[range.start]..origin[range.end - 1] + 1,
            Some(origin) => origin[range.start]..origin[range.start],
        }
    }
}

/// Where the texts of the measure with this index are. They follow those of the measures before.
pub(super) fn of_measure(texts: &[Text], index: usize) -> Range<usize> {
    let rank = |text: &Text| match text.role {
        Role::Title | Role::Wording => 0,
        Role::Measure(index, _) => index + 1,
        Role::Obstacle | Role::Recommendation | Role::Other => usize::MAX,
    };
    texts.partition_point(|text| rank(text) < index + 1)
        ..texts.partition_point(|text| rank(text) <= index + 1)
}

/// All texts of a report. Texts with the same role follow each other.
pub(super) fn texts<'r>(report: &'r Report, strings: &[SetString], source: &'r Source) -> Vec<Text<'r>> {
    let mut found: Vec<(Role, Cow<Prose>)> = Vec::new();
    let mut add = |role: Role, prose: &mut dyn Iterator<Item = &'r Prose>| {
        found.extend(prose.map(|prose| (role, Cow::Borrowed(prose))));
    };
    let text = &report.text;
    add(Role::Title, &mut text.title.iter());
    for paragraphs in [&text.introduction, &text.conclusion, &text.closing] {
        add(Role::Wording, &mut paragraphs.iter().flatten());
    }
    for (index, measure) in report.measures.iter().enumerate() {
        let role = |part| Role::Measure(index, part);
        let period = measure.period.iter().filter_map(|period| match &period.value {
            crate::report::MeasurePeriod::Words(words) => Some(words),
            crate::report::MeasurePeriod::Months(_) => None,
        });
        add(role(MeasurePart::Title), &mut std::iter::once(&measure.title));
        add(role(MeasurePart::Responsible), &mut measure.responsible.iter());
        add(role(MeasurePart::Period), &mut { period });
        add(role(MeasurePart::Step), &mut measure.steps.items.iter());
        add(role(MeasurePart::Result), &mut measure.results.items.iter());
        add(role(MeasurePart::Outcome), &mut measure.outcome.iter());
        add(role(MeasurePart::Monitoring), &mut measure.monitoring.iter());
        let budget = measure.budget.iter().filter_map(|budget| match budget {
            Budget::Words(words) => Some(words),
            Budget::Baht(_) => None,
        });
        let own = measure.extra.iter().flat_map(|(_, texts)| texts);
        let further = budget.chain(&measure.kpi).chain(&measure.goal).chain(own);
        add(role(MeasurePart::Further), &mut { further });
    }
    add(Role::Obstacle, &mut report.lessons.obstacles.iter());
    add(Role::Recommendation, &mut report.lessons.recommendations.iter());
    // No rule needs to know more about the remaining strings than their text.
    let known: HashSet<usize> = found.iter().map(|(_, prose)| prose.span.start).collect();
    let addresses = ["url", "email", "website"];
    let others = strings.iter().filter(|s| {
        s.file == 0 && !known.contains(&s.text.span.start) && !addresses.contains(&s.key.as_str())
    });
    let others = others.map(|s| (Role::Other, Cow::Owned(Prose::new(source, &s.text))));
    let mut texts: Vec<Text> =
        found.into_iter().map(|(role, prose)| Text::new(role, prose, report, source)).collect();
    texts.extend(others.map(|(role, prose)| Text::new(role, prose, report, source)));
    texts
}
