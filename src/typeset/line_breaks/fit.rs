//! Chooses the line ends of a text in a column whose width is known.
//!
//! All lines are chosen together, as Knuth and Plass do it for a paragraph: of all ways to break the text, the one of the
//! least cost is taken. A line costs something by itself, by the room it leaves blank, and by the penalty of its end. So
//! the weakest bond gives way first. In ragged lines, a strong one gives way only where the column cannot hold what it
//! joins; in justified ones, also where the line would be spread very wide.

use crate::thai::breaks::{self, Opportunity, Penalty};
use crate::thai::characters::is_mark;

/// What a line costs, in units of penalties: usually, and where room is short.
const LINE: f64 = 30.0;
const DEAR_LINE: f64 = 100.0;
/// What a line costs for each unit of width by which it is too wide. It must outweigh any penalty.
const TOO_WIDE: f64 = 1e6;

/// The share of a justified line that may be blank before spreading, about; and what it costs if more is, because the line is
/// then not justified, and looks like the end of a paragraph.
const SPREADABLE: f64 = 0.14;
const NOT_SPREAD: f64 = 150.0;

/// How the blank room of a line is judged. `blank` is its share of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::typeset) enum Setting {
    /// Lines end where they end.
    Ragged,
    /// Lines end where they end, and there are few of them.
    Tight,
    /// The blank room is spread over the line, so that much of it shows.
    Justified,
}

impl Setting {
    fn line(self) -> f64 {
        if self == Setting::Tight { DEAR_LINE } else { LINE }
    }

    fn cost(self, blank: f64) -> f64 {
        match self {
            Setting::Ragged | Setting::Tight => 50.0 * blank * blank,
            Setting::Justified => {
                16_000.0 * blank * blank * blank + if blank > SPREADABLE { NOT_SPREAD } else { 0.0 }
            }
        }
    }
}

/// A measured text.
#[derive(Debug)]
pub(in crate::typeset) struct Measured {
    /// Its places: those that tear nothing tight, no figure, no word, nothing but a prefix from its word, and all. The
    /// first that has room in a column is used, so what is tight parts only where the column cannot hold it. It also
    /// saves time.
    choices: [Choice; 5],
}

/// Places where lines may end.
#[derive(Debug)]
struct Choice {
    /// The start of the text, the places, and the end of the text.
    places: Vec<Place>,
    /// The width of the widest part between two of them, and that of the first part.
    widest: f64,
    first: f64,
}

impl Choice {
    /// The places of less than a penalty.
    fn new(all: &[Place], penalty: Penalty) -> Self {
        let inner =
            |(at, place): &(usize, &Place)| *at == 0 || *at + 1 == all.len() || place.penalty < penalty;
        let places: Vec<Place> = all.iter().enumerate().filter(inner).map(|(_, place)| *place).collect();
        let widest = widths(&places).fold(0.0, f64::max);
        Choice { widest, first: places[1].end, places }
    }

    /// The room that the widest part takes, if the first line is indented.
    fn widest(&self, indent: f64) -> f64 {
        self.widest.max(self.first + indent)
    }
}

/// The widths of the parts between the places.
fn widths(places: &[Place]) -> impl Iterator<Item = f64> {
    places.windows(2).map(|part| part[1].end - part[0].start)
}

/// A place where a line may end, or the start or the end of the text.
#[derive(Debug, Clone, Copy)]
pub(in crate::typeset) struct Place {
    /// The byte offset at which the next line would begin.
    pub at: usize,
    pub penalty: Penalty,
    /// The width of the text before the place: without and with the spaces before it.
    pub end: f64,
    pub start: f64,
}

/// A way to break a text into lines.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::typeset) struct Lines {
    /// Where the second line and those after it begin, as byte offsets.
    pub breaks: Vec<usize>,
    /// The sum of the penalties.
    pub penalty: f64,
}

impl Measured {
    /// Measures a text. `width` returns a character's advance.
    pub fn new(text: &str, found: &[Opportunity], width: impl Fn(char) -> f64) -> Self {
        let mut places = vec![Place { at: 0, penalty: 0, end: 0.0, start: 0.0 }];
        let ends = found.iter().copied().chain([Opportunity { at: text.len(), penalty: 0 }]);
        let (mut total, mut last) = (0.0, 0.0);
        let mut chars = text.char_indices().peekable();
        for Opportunity { at, penalty } in ends {
            while let Some((_, c)) = chars.next_if(|(start, _)| *start < at) {
                if !is_mark(c) {
                    total += width(c);
                }
                if c != ' ' {
                    last = total;
                }
            }
            places.push(Place { at, penalty, end: last, start: total });
        }
        Measured {
            choices: [breaks::TIGHT, breaks::FIGURE, breaks::SEAM, breaks::SEAM + 1, Penalty::MAX]
                .map(|least| Choice::new(&places, least)),
        }
    }

    /// The start of the text, all places where a line may end, and the end of the text.
    pub fn places(&self) -> &[Place] {
        &self.choices[4].places
    }

    /// The first places that leave no part too wide for the room, or all.
    fn choice(&self, room: f64, indent: f64) -> &[Place] {
        let roomy = self.choices.iter().find(|choice| choice.widest(indent) <= room);
        &roomy.unwrap_or(&self.choices[4]).places
    }

    /// The lines in a column of this width, whose first line is indented.
    pub fn lines(&self, room: f64, indent: f64, setting: Setting) -> Lines {
        if self.width() + indent <= room {
            return Lines { breaks: Vec::new(), penalty: 0.0 };
        }
        let places = self.choice(room, indent);
        let best = best(places, room, indent, setting);
        let mut lines = Lines { breaks: Vec::new(), penalty: 0.0 };
        let mut at = best[best.len() - 1].1;
        while at > 0 {
            lines.breaks.push(places[at].at);
            lines.penalty += f64::from(places[at].penalty);
            at = best[at].1;
        }
        lines.breaks.reverse();
        lines
    }

    /// The number of lines in a column of this width, if each takes as much as it can. Much faster than
    /// [`Measured::lines`], and seldom further from it than a line.
    pub fn filled(&self, room: f64, indent: f64) -> usize {
        let places = self.choice(room, indent);
        let (mut lines, mut start) = (1, 0);
        for end in 1..places.len() {
            let indent = if start == 0 { indent } else { 0.0 };
            if places[end].end - places[start].start + indent > room && end > start + 1 {
                lines += 1;
                start = end - 1;
            }
        }
        lines
    }

    /// The width of the text on one line.
    pub fn width(&self) -> f64 {
        self.places()[self.places().len() - 1].start
    }

    /// The width of the widest word. The first line is indented.
    pub fn widest_word(&self, indent: f64) -> f64 {
        self.choices[2].widest(indent)
    }

    /// The width of the widest word of those that are at most this wide, or at most `bare` wide without their prefixes. The
    /// first line is indented.
    pub fn widest_word_within(&self, most: f64, bare: f64, indent: f64) -> f64 {
        let widest = |words: &Choice, most: f64| {
            let first = if words.first <= most { words.first + indent } else { 0.0 };
            widths(&words.places).filter(|width| *width <= most).fold(first, f64::max)
        };
        f64::max(widest(&self.choices[2], most), widest(&self.choices[3], bare))
    }

    /// The width of the widest figure or word.
    pub fn widest_figure(&self) -> f64 {
        self.choices[1].widest
    }
}

/// For each place: the least cost of the lines before it, and where the last of them begins.
fn best(places: &[Place], room: f64, indent: f64, setting: Setting) -> Vec<(f64, usize)> {
    let mut best = vec![(0.0, 0); places.len()];
    for end in 1..places.len() {
        let last = end + 1 == places.len();
        let mut least = (f64::MAX, 0);
        for start in (0..end).rev() {
            let width = places[end].end - places[start].start;
            let line = if start == 0 { room - indent } else { room };
            let blank = (line - width) / line.max(1.0);
            let mut cost = best[start].0 + setting.line();
            if blank < 0.0 {
                cost += TOO_WIDE * (width - line);
            } else if !last {
                cost += setting.cost(blank);
            }
            if cost < least.0 {
                least = (cost, start);
            }
            // What is too wide gets wider with every place before it.
            if width > room {
                break;
            }
        }
        best[end] = (least.0 + f64::from(places[end].penalty), least.1);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::thai::breaks::opportunities;

    fn lines(text: &str, room: f64) -> Vec<String> {
        let found = opportunities(text, &[]);
        let breaks = Measured::new(text, &found, |_| 1.0).lines(room, 0.0, Setting::Ragged).breaks;
        let ends = breaks.iter().copied().chain([text.len()]);
        let mut start = 0;
        ends.map(|end| {
            let line = text[start..end].trim_end().to_owned();
            start = end;
            line
        })
        .collect()
    }

    #[test]
    fn the_weakest_bond_gives_way_first() {
        let date = "เมื่อวันที่ ๑๕ พฤศจิกายน ๒๕๖๖";
        assert_eq!(lines(date, 30.0), [date]);
        assert_eq!(lines(date, 22.0), ["เมื่อวันที่ ๑๕ พฤศจิกายน", "๒๕๖๖"]);
        assert_eq!(lines(date, 16.0), ["เมื่อ", "วันที่ ๑๕ พฤศจิกายน", "๒๕๖๖"]);
        assert_eq!(lines(date, 14.0), ["เมื่อวันที่", "๑๕ พฤศจิกายน", "๒๕๖๖"]);
        assert_eq!(lines("มูลค่ารวม ๒๓๘.๙ ล้านบาท", 14.0), ["มูลค่ารวม", "๒๓๘.๙ ล้านบาท"]);
        assert_eq!(lines("ตามหนังสือ ที่ อว ๐๖๕๒.๐๑/ว ๕๙๙", 20.0), ["ตามหนังสือ", "ที่ อว ๐๖๕๒.๐๑/ว ๕๙๙"]);
    }

    #[test]
    fn what_fits_no_line_is_broken_at_its_best_place() {
        assert_eq!(
            lines("https://www.example.go.th/ita/o34", 28.0),
            ["https://www.example.go.th/", "ita/o34"]
        );
        assert_eq!(lines("องค์กรปกครองส่วนท้องถิ่น", 12.0).len(), 2);
        assert_eq!(lines("ฆฬฌซฮฎฏฑ", 5.0), ["ฆฬฌซฮ", "ฎฏฑ"]);
    }
}
