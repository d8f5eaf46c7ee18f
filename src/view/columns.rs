//! Widths of the measures table's columns: such that the table as a whole gets as short as it can, and that no
//! column gets narrower than its longest unbreakable word.

use crate::thai::characters::width;

/// How many spacing characters of 16 points stand in a row across the table, cell paddings taken off.
pub(super) const LANDSCAPE: usize = 106;
/// The same on an upright page.
pub(super) const PORTRAIT: usize = 64;

/// Narrowest column, in characters.
const NARROWEST: usize = 7;
/// Widest that a single unbreakable word can make a column, in characters.
const WIDEST_WORD: usize = 20;

/// One cell's pieces of text, each starting a line of its own.
pub(super) type Pieces = Vec<String>;

/// The columns' widths in characters, adding up to `total`.
///
/// Starts from even widths and moves one character from column to column for as long as that makes the rows,
/// each as high as its highest cell, shorter in sum.
pub(super) fn widths(header: &[Pieces], rows: &[Vec<Pieces>], total: usize) -> Vec<usize> {
    let count = header.len();
    let least: Vec<usize> = (0..count).map(|column| least_width(column, header, rows)).collect();
    let lengths: Vec<Vec<Vec<usize>>> =
        rows.iter().map(|row| row.iter().map(|cell| cell.iter().map(|p| width(p)).collect()).collect()).collect();
    let mut widths = least.clone();
    let spare = total.saturating_sub(widths.iter().sum());
    for (column, width) in widths.iter_mut().enumerate() {
        *width += spare / count + usize::from(column < spare % count);
    }
    let mut best = height(&lengths, &widths);
    loop {
        let moves = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
        let mut better = None;
        for (from, to) in moves.filter(|(from, to)| from != to) {
            if widths[from] <= least[from] {
                continue;
            }
            let mut moved = widths.clone();
            moved[from] -= 1;
            moved[to] += 1;
            let height = height(&lengths, &moved);
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

/// A measure of the table's height: each row's highest cell, and a little of every cell so that there is always
/// a direction to go. In twentieths of lines, not rounded up, for steps of whole lines would hide the direction.
fn height(rows: &[Vec<Vec<usize>>], widths: &[usize]) -> usize {
    let cell = |pieces: &Vec<usize>, width: usize| -> usize {
        // Half a line is lost at the end of each piece on average, and more where words are wide.
        pieces.iter().map(|length| (length * 20).div_ceil(width) + 10).sum()
    };
    let row = |cells: &Vec<Vec<usize>>| {
        let heights = cells.iter().zip(widths).map(|(pieces, width)| cell(pieces, *width));
        let (highest, sum) = heights.fold((0, 0), |(highest, sum), h| (usize::max(highest, h), sum + h));
        highest * 20 + sum
    };
    rows.iter().map(row).sum()
}

/// The width of the widest word that cannot be broken, within bounds.
fn least_width(column: usize, header: &[Pieces], rows: &[Vec<Pieces>]) -> usize {
    // Thai is written without spaces between words, so only headings and other scripts tell.
    let words = |text: &str| text.split([' ', '\n', '/']).map(width).max().unwrap_or(0);
    let headings = header[column].iter().map(|piece| words(piece) + 1);
    let latin = rows.iter().flat_map(|row| &row[column]).flat_map(|piece| {
        piece
            .split(|c: char| c.is_whitespace() || matches!(c, '\u{E00}'..='\u{E4F}'))
            .map(|word| word.chars().count() * 6 / 5)
    });
    headings.chain(latin).max().unwrap_or(0).clamp(NARROWEST, WIDEST_WORD)
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
        let found = widths(&header, &rows, 100);
        assert_eq!(found.iter().sum::<usize>(), 100);
        assert!(found[1] > found[3] && found[3] > found[0] && found[0] >= found[2], "{found:?}");
    }

    #[test]
    fn no_column_gets_narrower_than_a_word() {
        let header = vec![vec!["หน่วยงาน\nผู้รับผิดชอบ".to_owned()], cell(7)];
        let rows = vec![vec![vec!["E-Service ออนไลน์".to_owned()], cell(900)]];
        let found = widths(&header, &rows, 60);
        assert_eq!(found[0], 10); // `ผู้รับผิดชอบ` has eight spacing characters, `E-Service` nine wide ones
    }
}
