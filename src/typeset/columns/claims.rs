//! How wide the columns of a table have to be at least, before the widths are chosen among which the table is lowest.

/// The greatest width that a word can claim for its column, in points. It is lowered, but not below `SHORTEST_CAP`, until the
/// columns together claim at most a share of the room. A word that claims too little still gets more by the penalty of a
/// line end inside it.
const WIDEST_WORD: usize = 144;
const SHORTEST_CAP: usize = 48;
/// The least they are cut to before headings are cut as well.
const TIGHT_CAP: usize = 40;
/// The share of the room that they may claim.
const CLAIMED: f64 = 0.4;
/// The least width of a column's text, in points.
const NARROWEST: usize = 2;

/// What a column claims by its widest parts, in points.
pub(super) struct Claim {
    /// The widest word of its heading.
    pub heading: f64,
    /// The widest amount of its cells.
    pub amount: f64,
    /// The widest word of its cells.
    pub word: f64,
}

/// Returns least widths for columns with these claims. Words of cells are cut to a common maximum, so that together the
/// columns claim at most a share of the room. If the headings and the amounts do not fit, words are cut further, then the
/// headings, and then everything.
pub(super) fn fitting(claims: &[Claim], room: usize) -> Vec<usize> {
    let capped = |most_word: usize, most_heading: usize, most_amount: usize| -> Vec<usize> {
        let cut = |width: f64, most: usize| (width.ceil() as usize).min(most);
        let whole = |claim: &Claim| {
            let heading = cut(claim.heading, most_heading);
            heading.max(cut(claim.amount, most_amount)).max(cut(claim.word, most_word)).max(NARROWEST)
        };
        claims.iter().map(whole).collect()
    };
    let claimed = |least: &Vec<usize>| least.iter().sum::<usize>() as f64;
    let share = CLAIMED * room as f64;
    let mut roomy = (SHORTEST_CAP..=WIDEST_WORD).rev().map(|cap| capped(cap, WIDEST_WORD, room));
    let short = (TIGHT_CAP..=SHORTEST_CAP).rev().map(|cap| capped(cap, WIDEST_WORD, room));
    let tight = |amount: fn(usize, usize) -> usize| {
        let caps = (NARROWEST..=WIDEST_WORD).rev();
        caps.map(move |cap| capped(cap.min(SHORTEST_CAP), cap, amount(cap, room)))
    };
    let mut all = short.chain(tight(|_, room| room)).chain(tight(|cap, _| cap));
    roomy
        .find(|least| claimed(least) <= share)
        .or_else(|| all.find(|least| claimed(least) <= room as f64))
        .unwrap_or_else(|| capped(NARROWEST, NARROWEST, NARROWEST))
}
