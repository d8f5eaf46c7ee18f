//! The lines of a table's cell, and where it can be broken across pages.

use std::ops::Range;

use crate::typeset::columns::page::Page;
use crate::typeset::line_breaks::broken;
use crate::view::{Block, Cell, ListItem};

/// The fewest lines of a text on either side of a page break.
const FEWEST: usize = 2;

/// How many lines higher than it has to a cell may end, so that it ends between items or, failing that, at a space.
const NEAR: usize = 3;

/// The lines of a cell.
pub(in crate::typeset) struct CellLines<'c> {
    cell: &'c Cell,
    pub(super) lines: Vec<Line<'c>>,
    /// What the distance between two paragraphs adds to the line pitch, in points.
    pub(super) paragraph: f64,
    /// The line pitch in points.
    line: f64,
}

/// A line of a cell.
#[derive(Clone)]
pub(super) struct Line<'c> {
    /// The paragraph or list, and the item of the list.
    block: usize,
    item: usize,
    /// The line of the source text that it is part of: its number and its text.
    source: usize,
    text: &'c str,
    /// The bytes of that text.
    range: Range<usize>,
}

impl<'c> CellLines<'c> {
    /// The lines of a cell. `breaks` has the places where the lines of each of its texts are broken.
    pub fn new(cell: &'c Cell, breaks: &[Vec<usize>], page: &Page) -> Self {
        let mut lines = Vec::new();
        let mut breaks = breaks.iter();
        for (block, content) in cell.iter().enumerate() {
            let texts: Vec<&str> = match content {
                Block::Paragraph { text } | Block::Amount { text } => vec![text],
                Block::List { items, .. } => items.iter().map(|item| item.text.as_str()).collect(),
            };
            for (item, text) in texts.into_iter().enumerate() {
                for (source, (text, breaks)) in text.lines().zip(&mut breaks).enumerate() {
                    let ends = breaks.iter().copied().chain([text.len()]);
                    let mut start = 0;
                    for end in ends {
                        lines.push(Line { block, item, source, text, range: start..end });
                        start = end;
                    }
                }
            }
        }
        CellLines { cell, lines, paragraph: page.paragraph, line: page.line }
    }

    /// The height of these lines, in points.
    pub(super) fn height(&self, lines: Range<usize>) -> f64 {
        let shown = &self.lines[lines];
        let gaps = shown.windows(2).filter(|pair| pair[0].block != pair[1].block).count();
        shown.len() as f64 * self.line + gaps as f64 * self.paragraph
    }

    /// Where the lines that fit into a height end, if they begin at a line.
    pub(super) fn end(&self, start: usize, height: f64) -> usize {
        let all = self.lines.len();
        let mut taken = 0.0;
        let fits = |at: &usize| {
            let gap = *at > start && self.lines[*at].block != self.lines[*at - 1].block;
            taken += self.line + if gap { self.paragraph } else { 0.0 };
            taken <= height
        };
        let end = start + (start..all).take_while(fits).count();
        if end == all {
            return all;
        }
        let last = end.min(all.saturating_sub(FEWEST));
        let Some(lowest) = (start + 1..=last).rev().find(|end| self.may_end(start, *end)) else {
            return start;
        };
        let near =
            (lowest.saturating_sub(NEAR).max(start + 1)..=lowest).filter(|end| self.may_end(start, *end));
        // Of equals, the lowest.
        near.max_by_key(|end| self.seam(*end)).unwrap_or(lowest)
    }

    /// How good a place to part the cell is before this line: between items or paragraphs, at a space, or elsewhere.
    fn seam(&self, end: usize) -> u8 {
        let [before, after] = [&self.lines[end - 1], &self.lines[end]];
        match (before.block, before.item) == (after.block, after.item) {
            false => 2,
            true => {
                u8::from(before.source != after.source || before.text[before.range.clone()].ends_with(' '))
            }
        }
    }

    /// Whether the cell may be broken before this line, if its lines on the page begin at `start`: enough lines stand on
    /// either side, of the cell and of the text that is broken.
    fn may_end(&self, start: usize, end: usize) -> bool {
        let of_same = |line: &&Line| (line.block, line.item) == (self.lines[end].block, self.lines[end].item);
        let before = self.lines[start..end].iter().rev().take_while(of_same).count();
        let after = self.lines[end..].iter().take_while(of_same).count();
        end - start >= FEWEST && (before == 0 || before >= FEWEST && after >= FEWEST)
    }

    /// The part of the cell that these lines make, with marks where they end.
    pub(super) fn part(&self, lines: Range<usize>) -> Cell {
        let mut part = Cell::new();
        let shown = &self.lines[lines.clone()];
        for block in shown.chunk_by(|a, b| a.block == b.block) {
            let text = |lines: &[Line]| {
                let sources = lines.chunk_by(|a, b| a.source == b.source);
                sources.map(source_line).collect::<Vec<_>>().join("\n")
            };
            part.push(match &self.cell[block[0].block] {
                Block::Paragraph { .. } => Block::Paragraph { text: text(block) },
                Block::Amount { .. } => Block::Amount { text: text(block) },
                Block::List { items, .. } => Block::List {
                    longest: items
                        .iter()
                        .map(|item| item.marker.clone())
                        .max_by_key(|text| text.chars().count()),
                    items: block
                        .chunk_by(|a, b| a.item == b.item)
                        .map(|item| ListItem {
                            // The marker stands at the item's beginning only.
                            marker: if item[0].source == 0 && item[0].range.start == 0 {
                                items[item[0].item].marker.clone()
                            } else {
                                String::new()
                            },
                            text: text(item),
                        })
                        .collect(),
                },
            });
        }
        part
    }
}

/// Lines of the same line of a source text, with marks where they end.
fn source_line(lines: &[Line]) -> String {
    let (first, last) = (&lines[0].range, &lines[lines.len() - 1].range);
    let breaks: Vec<usize> = lines[1..].iter().map(|line| line.range.start - first.start).collect();
    broken(lines[0].text[first.start..last.end].trim_end_matches(' '), &breaks)
}
