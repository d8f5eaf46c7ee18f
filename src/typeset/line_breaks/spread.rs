//! How far the lines of justified prose are spread. A line that would have to be spread further is set ragged.

use crate::thai::characters::is_mark;

/// The most that is added behind a letter, in parts of the font size: `tracking` in `common/blocks.typ`. Letters are spread
/// before spaces are.
const LETTER: f64 = 0.06;
/// The widest that a space becomes once the letters are spread, in its own widths.
const SPACE: f64 = 2.5;

/// A column in which lines are justified. The unit is that of `width`.
pub(super) struct Column<W> {
    /// Returns the advance of a character.
    pub width: W,
    pub font_size: f64,
    pub room: f64,
    /// How far the first line is indented.
    pub indent: f64,
}

impl<W: Fn(char) -> f64> Column<W> {
    /// Which of a text's lines would be spread too far, by the offsets at which the lines after them begin.
    pub fn loose<'b>(&'b self, text: &'b str, breaks: &'b [usize]) -> impl Iterator<Item = usize> + 'b {
        let starts = std::iter::once(0).chain(breaks.iter().copied());
        starts.zip(breaks.iter().copied()).filter_map(|(start, end)| {
            let room = if start == 0 { self.room - self.indent } else { self.room };
            self.is_loose(text[start..end].trim_end_matches(' '), room).then_some(end)
        })
    }

    fn is_loose(&self, line: &str, room: f64) -> bool {
        let (mut blank, mut most) = (room, 0.0);
        for c in line.chars().filter(|&c| !is_mark(c)) {
            let width = (self.width)(c);
            blank -= width;
            most += match c {
                ' ' => (SPACE - 1.0) * width,
                // It is of one piece with the letter before it.
                'ำ' => 0.0,
                _ => LETTER * self.font_size,
            };
        }
        blank > most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loose(text: &str, room: f64) -> bool {
        let column = Column { width: |_| 1.0, font_size: 2.0, room, indent: 0.0 };
        let text = format!("{text} แล้ว");
        column.loose(&text, &[text.len() - "แล้ว".len()]).next().is_some()
    }

    #[test]
    fn a_line_is_loose_past_its_letters_and_spaces() {
        // Its width is 15. Thirteen letters are spread by 1.56, two spaces by 3.
        let line = "ประกาศ กองคลง ด";
        assert!(!loose(line, 19.5));
        assert!(loose(line, 19.6));
        assert!(loose("ประกาศ", 6.73), "no space takes anything");
        assert!(!loose("ประกาศ", 6.7));
    }
}
