//! Widths of the measures table's columns: such that the table takes few pages with little left blank on them,
//! and that no column gets narrower than its longest unbreakable word. The view knows no fonts, so it reckons with
//! the round widths and heights of the official face; what it gives are proportions.

use crate::thai::characters::{is_invisible, is_mark};

/// Padding to the left and right of a cell's text, in points.
const PADDING: usize = 6;
/// Padding above and below a cell's text.
const ROW_PADDING: usize = 6;
/// Height of a line in a cell, and of one in prose, in tenths of points.
const CELL_LINE: usize = 178;
const PROSE_LINE: usize = 212;
/// Widest that a single unbreakable word can make a column, in points.
const WIDEST_WORD: usize = 110;
/// Room for all but the longest Thai words, which cannot be told from their neighbours here, in points.
const THAI_WORD: usize = 56;
/// By how much a column grows at the cost of another in one step, in points.
const STEP: usize = 2;
/// How many times more a row counts when the table is made to suit it.
const FOCUS: [usize; 2] = [4, 40];

/// One cell's pieces of text, each starting a line of its own.
pub(super) type Pieces = Vec<String>;

/// The room that a page has inside its margins, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    width: usize,
    height: usize,
}

impl Page {
    /// A4 on its long side.
    pub const LANDSCAPE: Page = Page { width: 700, height: 467 };
    /// A4 upright.
    pub const PORTRAIT: Page = Page { width: 453, height: 714 };

    /// Height of prose across the page: centred lines, then paragraphs with an indent.
    pub fn prose_height(self, title: &[String], paragraphs: &[String]) -> usize {
        const INDENT: usize = 71;
        let lines = |text: &str, indent: usize| (length(text) + indent).div_ceil(self.width).max(1);
        let title: usize = title.iter().map(|line| lines(line, 0)).sum();
        let body: usize =
            paragraphs.iter().flat_map(|text| text.lines()).map(|line| lines(line, INDENT)).sum();
        (title + body) * PROSE_LINE / 10 + 12
    }
}

/// Rows of cells of pieces, by the pieces' lengths in points.
type Lengths = Vec<Vec<Vec<usize>>>;

/// The columns' widths in points, cell paddings included. `above` is how much of the first page is taken.
///
/// Looks for widths that make the rows short, all alike and then each row in particular, and takes those that
/// leave the least blank where a row that is kept whole moves on to the next page.
pub(super) fn widths(header: &[Pieces], rows: &[Vec<Pieces>], page: Page, above: usize) -> Vec<usize> {
    let lengths = |cell: &Pieces| cell.iter().map(|piece| length(piece)).collect();
    let table: Lengths = rows.iter().map(|row| row.iter().map(lengths).collect()).collect();
    let header_lines = header.iter().map(|cell| cell.iter().map(|p| p.lines().count()).sum::<usize>()).max();
    let header_height = header_lines.unwrap_or(0) * CELL_LINE / 10 + ROW_PADDING;
    let start = start(header, rows, page);
    let focused = (0..rows.len()).flat_map(|row| FOCUS.map(|times| (row, times)));
    let candidates = std::iter::once((0, 1)).chain(focused).map(|focus| shorten(&start, &table, focus));
    // As reckoned, and with words that fit less well: of widths that do alike, those are best that have some slack.
    let blank = |widths: &Vec<usize>| -> usize {
        let room = page.height.saturating_sub(header_height);
        let height =
            |row: &Vec<Vec<usize>>, widths: &[usize]| row_lines(row, widths) * CELL_LINE / 10 + ROW_PADDING;
        let tight: Vec<usize> = widths.iter().map(|width| width - width / 40).collect();
        [widths, &tight]
            .iter()
            .map(|widths| blank(table.iter().map(|row| height(row, widths)), room, above))
            .sum()
    };
    let best = candidates.min_by_key(blank).unwrap_or(start.widths);
    best.into_iter().map(|width| width + PADDING).collect()
}

/// Widths to start from, and the least that each column may have.
struct Start {
    widths: Vec<usize>,
    least: Vec<usize>,
}

fn start(header: &[Pieces], rows: &[Vec<Pieces>], page: Page) -> Start {
    let count = header.len();
    let words: Vec<usize> = (0..count).map(|column| least_width(column, header, rows)).collect();
    let room = page.width.saturating_sub(count * PADDING);
    // Where not all of the widest words have room, those wider than the others give way first.
    let capped = |cap: usize| words.iter().map(|word| *word.min(&cap)).collect::<Vec<_>>();
    let fitting = (STEP..=WIDEST_WORD).rev().map(capped).find(|least| least.iter().sum::<usize>() <= room);
    let least = fitting.unwrap_or_else(|| capped(STEP));
    let spare = room.saturating_sub(least.iter().sum());
    let share = |column| spare / count + usize::from(column < spare % count);
    let widths = least.iter().enumerate().map(|(column, least)| least + share(column)).collect();
    Start { widths, least }
}

/// Moves room from column to column for as long as that makes the rows shorter. The row in focus counts as many
/// times as its second number says.
fn shorten(start: &Start, table: &Lengths, focus: (usize, usize)) -> Vec<usize> {
    let count = start.widths.len();
    let mut widths = start.widths.clone();
    let mut best = height(table, &widths, focus);
    loop {
        let moves = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
        let mut better = None;
        for (from, to) in moves.filter(|(from, to)| from != to) {
            if widths[from] < start.least[from] + STEP {
                continue;
            }
            let mut moved = widths.clone();
            moved[from] -= STEP;
            moved[to] += STEP;
            let height = height(table, &moved, focus);
            if height < best {
                best = height;
                better = Some(moved);
            }
        }
        match better {
            Some(moved) => widths = moved,
            None => return widths,
        }
    }
}

/// A measure of the table's height: each row's highest cell, high ones above all for they fit nowhere, and a little
/// of every cell so that there is always a direction to go.
fn height(table: &Lengths, widths: &[usize], focus: (usize, usize)) -> usize {
    // Lines as they will be, and as they would be could they be parted at any place, in twentieths.
    let cell = |pieces: &Vec<usize>, width: usize| -> usize {
        pieces.iter().map(|length| lines(*length, width) * 20 + length * 20 / width).sum()
    };
    let row = |(number, cells): (usize, &Vec<Vec<usize>>)| {
        let heights = cells.iter().zip(widths).map(|(pieces, width)| cell(pieces, *width));
        let (highest, sum) = heights.fold((0, 0), |(highest, sum), h| (usize::max(highest, h), sum + h));
        (highest * highest + sum) * if focus.0 == number { focus.1 } else { 1 }
    };
    table.iter().enumerate().map(row).sum()
}

/// Lines that a piece takes. Words are kept whole, which costs about a twentieth of the room.
fn lines(length: usize, width: usize) -> usize {
    (length * 43).div_ceil(width * 40).max(1)
}

fn row_lines(row: &[Vec<usize>], widths: &[usize]) -> usize {
    let cell =
        |(pieces, width): (&Vec<usize>, &usize)| pieces.iter().map(|length| lines(*length, *width)).sum();
    row.iter().zip(widths).map(cell).max().unwrap_or(0)
}

/// What is left blank at the ends of pages but the last, squared, when rows of these heights are kept whole.
fn blank(rows: impl Iterator<Item = usize>, room: usize, above: usize) -> usize {
    let mut left = room.saturating_sub(above);
    let mut blank = 0;
    for height in rows {
        if height <= left {
            left -= height;
        } else if height > room {
            // Longer than a page: broken, and goes on where the page before ends.
            left = room - (height - left) % room;
        } else {
            blank += left * left;
            left = room - height;
        }
    }
    blank
}

/// The width of the widest word that cannot be broken, within bounds.
fn least_width(column: usize, header: &[Pieces], rows: &[Vec<Pieces>]) -> usize {
    // The Bold of headings is a twentieth wider, and a word that just fits would be too near to the rules.
    let headings = header[column].iter().flat_map(|piece| piece.split([' ', '\n', '/']));
    let headings = headings.map(|word| (length(word) * 11 / 10).min(THAI_WORD + 8));
    let words = rows.iter().flat_map(|row| &row[column]).flat_map(|piece| piece.split_whitespace());
    let texts = words.flat_map(|word| {
        let thai = length(word).min(THAI_WORD);
        let latin = word.split(|c| matches!(c, '\u{E00}'..='\u{E4F}')).map(length);
        latin.chain([thai]).collect::<Vec<_>>()
    });
    headings.chain(texts).max().unwrap_or(0).clamp(STEP, WIDEST_WORD)
}

/// Width of a text in TH SarabunPSK at 16 points, in points.
fn length(text: &str) -> usize {
    text.chars().map(advance).sum::<usize>() * 16 / 1000
}

/// The character's width in thousandths of the size, rounded to a few classes.
fn advance(c: char) -> usize {
    match c {
        _ if is_mark(c) || is_invisible(c) => 0,
        ' ' | '-' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '"' | '(' | ')' | '[' | ']' | 'i' | 'j'
        | 'l' | 'f' | 'I' | 'เ' => 200,
        't' | 'r' | '/' | '\\' | 'โ' | 'ใ' | 'ไ' | 'J' => 240,
        'c' | 'g' | 'k' | 's' | 'x' | 'z' | 'ง' | 'ร' | 'า' | 'ำ' => 310,
        '๐'..='๙' | 'ษ' | 'ห' | 'ท' | 'บ' | 'ป' | 'พ' | 'ฟ' | 'H' | 'N' | 'O' | 'U' | 'Q' => {
            450
        }
        'ฌ' | 'ญ' | 'ฒ' | 'ณ' | 'M' | 'W' | 'm' | 'w' | '@' | '%' => 540,
        _ => 380,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(length: usize) -> Pieces {
        vec!["ก".repeat(length)]
    }

    #[test]
    fn long_columns_get_the_room() {
        let header = vec![cell(7); 4];
        let rows = vec![vec![cell(20), cell(400), cell(8), cell(200)]; 3];
        let found = widths(&header, &rows, Page::LANDSCAPE, 0);
        assert_eq!(found.iter().sum::<usize>(), Page::LANDSCAPE.width);
        assert!(found[1] > found[3] && found[3] > found[0] && found[0] >= found[2], "{found:?}");
    }

    #[test]
    fn no_column_gets_narrower_than_a_word() {
        let header = vec![vec!["หน่วยงาน\nผู้รับผิดชอบ".to_owned()], cell(7)];
        let rows = vec![vec![vec!["muang_mu@example.go.th และอื่น ๆ".to_owned()], cell(900)]];
        let found = widths(&header, &rows, Page::PORTRAIT, 0);
        assert_eq!(found[0], WIDEST_WORD.min(length("muang_mu@example.go.th")) + PADDING);
        let rows = vec![vec![vec!["กอง".to_owned()], cell(900)]];
        let found = widths(&header, &rows, Page::PORTRAIT, 0);
        assert!((52..=60).contains(&(found[0] - PADDING)), "ผู้รับผิดชอบ in bold: {found:?}");
    }
}
