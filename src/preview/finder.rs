//! Finds where on the pages a finding shows.
//!
//! A finding has a place in the report file. The text that stands there is searched on the pages: within its measure, if it is
//! one of a measure, because texts such as ทุกส่วนราชการ are in many. What is not set as a text, such as a key or a heading,
//! is shown by the nearest text of its part of the file.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::check::Finding;
use crate::ita::{Rules, Score};
use crate::report::{Loaded, Prose, Report, SetString, Source, Span};
use crate::typeset::{Comparable, PlacedArea, TextPlaces};

/// A text is also found by so many bytes of its beginning. Its rest may stand on the next page, behind other texts.
const STARTS: [usize; 3] = [180, 90, 45];
/// The scores of an indicator stand within so many bytes behind its name.
const ROW: usize = 40;

/// A text of the report file.
struct FileText {
    span: Span,
    key: String,
    value: String,
    text: Comparable,
    /// The index of the part of the file that it is in.
    part: usize,
}

/// Finds the places of findings on the pages of one document.
pub struct Finder<'f> {
    source: &'f Source,
    pages: &'f TextPlaces,
    rules: Arc<Rules>,
    texts: Vec<FileText>,
    /// The byte offset at which each part of the file begins: its headings.
    parts: Vec<usize>,
    /// Where on the pages each measure stands, by the index of its part.
    measures: BTreeMap<usize, Range<usize>>,
}

impl<'f> Finder<'f> {
    /// Reads the texts of a file. `report` fills in their placeholders; it may be from an earlier version of the file.
    pub fn new(loaded: &'f Loaded, report: &Report, pages: &'f TextPlaces) -> Self {
        let source = loaded.source();
        let mut parts = vec![0];
        parts.extend(source.text().match_indices("\n[").map(|(at, _)| at + 1));
        let part = |at: usize| parts.partition_point(|start| *start <= at).saturating_sub(1);
        let text = |string: &SetString| {
            let filled = Prose::new(source, &string.text).fill(|placeholder| report.value(placeholder));
            FileText {
                span: string.text.span.clone(),
                key: string.key.clone(),
                value: string.text.value.clone(),
                text: Comparable::new(&filled.text),
                part: part(string.text.span.start),
            }
        };
        let mut texts: Vec<FileText> =
            loaded.strings.iter().filter(|string| string.file == 0).map(text).collect();
        texts.sort_by_key(|text| text.span.start);
        let mut finder =
            Finder { source, pages, rules: report.rules(), texts, parts, measures: BTreeMap::new() };
        finder.find_measures();
        finder
    }

    /// The areas on the pages that show a finding. Empty if it shows nowhere.
    pub fn find(&self, finding: &Finding) -> Vec<PlacedArea> {
        if finding.file != 0 {
            return Vec::new();
        }
        let span = &finding.span;
        let own = self.texts.iter().find(|text| text.span.start <= span.start && span.end <= text.span.end);
        let place = match own {
            Some(text) => self.place(text).map(|place| self.within(text, &place, span)),
            None => self.number(span),
        };
        let place = place.or_else(|| self.nearest(span));
        place.map(|place| self.pages.areas(&place)).unwrap_or_default()
    }

    /// Finds where each measure stands: from one of the places of its title to the next title. In the right one, most of the
    /// other texts of the measure stand. Elsewhere, as in a table of contents, there are only titles.
    fn find_measures(&mut self) {
        let titles: Vec<&FileText> =
            self.texts.iter().filter(|text| text.key == "title" && self.is_measure(text.part)).collect();
        let mut places: Vec<(usize, Range<usize>)> = Vec::new();
        for title in &titles {
            let found = self.pages.find(&title.text, self.pages.whole());
            places.extend(found.map(|place| (title.part, place)));
        }
        // Where one title begins another one, the longer one counts.
        places.sort_by_key(|(_, place)| (place.start, Reverse(place.end)));
        places.dedup_by_key(|(_, place)| place.start);
        let end = |at: usize| places.get(at + 1).map_or(self.pages.whole().end, |(_, next)| next.start);
        let mut best: BTreeMap<usize, (usize, Range<usize>)> = BTreeMap::new();
        for (at, (part, place)) in places.iter().enumerate() {
            let range = place.start..end(at);
            let others = self.texts.iter().filter(|text| text.part == *part && text.key != "title");
            let found = others.filter(|text| self.first(&text.text, &range).is_some()).count();
            if best.get(part).is_none_or(|(most, _)| found > *most) {
                best.insert(*part, (found, range));
            }
        }
        self.measures = best.into_iter().map(|(part, (_, range))| (part, range)).collect();
    }

    fn is_measure(&self, part: usize) -> bool {
        self.source.text()[self.parts[part]..].starts_with("[[measures]]")
    }

    /// The first place of a text, or of its beginning.
    fn first(&self, text: &Comparable, range: &Range<usize>) -> Option<Range<usize>> {
        self.nth(text, range, 0)
    }

    /// The place of a text, or of its beginning, that follows so many others. If there are not so many, the last one.
    fn nth(&self, text: &Comparable, range: &Range<usize>, before: usize) -> Option<Range<usize>> {
        let starts = STARTS.iter().filter(|most| **most < text.len()).map(|most| text.start(*most));
        std::iter::once(text.clone())
            .chain(starts)
            .find_map(|text| self.pages.find(&text, range.clone()).take(before + 1).last())
    }

    /// Where a text of the file stands.
    fn place(&self, text: &FileText) -> Option<Range<usize>> {
        let measure = self.measures.get(&text.part);
        // The same text may be set for several keys. They are taken to follow each other as in the file.
        let is_before = |other: &&FileText| {
            let same_range = if measure.is_some() {
                other.part == text.part
            } else {
                !self.measures.contains_key(&other.part)
            };
            same_range && other.span.start < text.span.start && other.text == text.text
        };
        let before = self.texts.iter().filter(is_before).count();
        let range = measure.cloned().unwrap_or(self.pages.whole());
        let found = self.nth(&text.text, &range, before);
        found.or_else(|| self.nth(&text.text, &self.pages.whole(), before))
    }

    /// The part of a text's place that a span within the text stands for. If that is a placeholder, the whole place.
    fn within(&self, text: &FileText, place: &Range<usize>, span: &Span) -> Range<usize> {
        if *span == text.span {
            return place.clone();
        }
        let part = Comparable::new(self.source.slice(span));
        // The text before the span has it so many times. Quotes and escapes do not matter for that.
        let before = self.source.slice(&(text.span.start..span.start));
        let earlier = match self.source.slice(span) {
            "" => 0,
            written => before.matches(written).count(),
        };
        // If only the beginning of the text was found, its rest may stand somewhat later.
        let end = place.start + 2 * text.text.len().max(text.value.len());
        let range = place.start..end.max(place.end);
        let found = self.pages.find(&part, range).take(earlier + 1).last();
        found.unwrap_or_else(|| place.clone())
    }

    /// Where a number stands: a score of an indicator behind the name of the indicator, another one where it stands first.
    fn number(&self, span: &Span) -> Option<Range<usize>> {
        let written = self.source.slice(span).trim();
        let is_number =
            written.len() > 1 && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let score: Score = written.parse().ok().filter(|_| is_number)?;
        // Pages show scores with two decimals.
        let forms = [Comparable::new(&score.to_string()), Comparable::new(written)];
        let find = |range: Range<usize>| {
            forms.iter().find_map(|number| self.pages.find_number(number, range.clone()).next())
        };
        let Some(name) = self.indicator(span) else { return find(self.pages.whole()) };
        let mut rows = self.pages.find(&name, self.pages.whole()).peekable();
        let first = rows.peek().cloned();
        rows.find_map(|row| find(row.end..row.end + ROW)).or(first)
    }

    /// The name of the indicator whose score stands at a place: `7 = 93.31`.
    fn indicator(&self, span: &Span) -> Option<Comparable> {
        let before = self.source.slice(&(0..span.start)).trim_end().strip_suffix('=')?.trim_end();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let number = before[before.len() - digits..].parse().ok()?;
        self.rules.indicator(number).map(|indicator| Comparable::new(&indicator.name))
    }

    /// Where the nearest text stands, of the same part of the file.
    fn nearest(&self, span: &Span) -> Option<Range<usize>> {
        let part = self.parts.partition_point(|start| *start <= span.start).saturating_sub(1);
        let mut near: Vec<&FileText> = self.texts.iter().filter(|text| text.part == part).collect();
        // What a measure is about says its title.
        let is_title = |text: &FileText| text.key == "title";
        near.sort_by_key(|text| (!is_title(text), text.span.start.abs_diff(span.start)));
        near.into_iter().find_map(|text| self.place(text))
    }
}
