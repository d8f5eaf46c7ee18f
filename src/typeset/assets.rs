//! Everything that is compiled into the program for setting documents, by name: a file that is not there fails
//! the build.

/// Templates by the path that they import each other by.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    ("/report.typ", include_str!("../../templates/report.typ")),
    ("/plan.typ", include_str!("../../templates/plan.typ")),
    ("/memo.typ", include_str!("../../templates/memo.typ")),
    ("/summary.typ", include_str!("../../templates/summary.typ")),
    ("/common/front.typ", include_str!("../../templates/common/front.typ")),
    ("/common/chart.typ", include_str!("../../templates/common/chart.typ")),
    ("/common/page.typ", include_str!("../../templates/common/page.typ")),
    ("/common/blocks.typ", include_str!("../../templates/common/blocks.typ")),
    ("/common/tables.typ", include_str!("../../templates/common/tables.typ")),
    ("/common/words.typ", include_str!("../../templates/common/words.typ")),
];

/// Font files; origin and licence of each in `fonts/README.md`.
pub(super) const FONTS: &[&[u8]] = &[
    include_bytes!("../../fonts/THSarabunPSK-Regular.ttf"),
    include_bytes!("../../fonts/THSarabunPSK-Bold.ttf"),
];

/// The licence that fonts embedded here go with.
pub(super) const FONT_LICENCE: &str = include_str!("../../fonts/OFL.txt");
