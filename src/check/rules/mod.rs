//! The rules, one file each. To add a rule, add its file, its `mod` line and its entry in [`RULES`].

use super::rule::Rule;

mod agency_name;
mod decimal_comma;
mod difference_in_prose;
mod direction_in_prose;
mod double_space;
mod doubled_word;
mod drawing_invisible;
mod drawing_text_lost;
mod evidence_without_url;
mod impossible_date;
mod indicator_name;
mod level_in_prose;
mod level_of_indicator;
mod maiyamok_spacing;
mod mark_order;
mod mark_without_base;
mod missing_scores;
mod mixed_digits;
mod no_glyph;
mod no_monitoring;
mod no_outcome;
mod no_responsible;
mod no_steps;
mod office_name;
mod one_sided_dash;
mod other_digits;
mod pasted_numbering;
mod period_outside;
mod photo_resolution;
mod photo_without_caption;
mod place_name;
mod place_outside;
mod repeated_outcome;
mod repeated_result;
mod sample_value;
mod score_in_prose;
mod space_before_mark;
mod split_vowel;
mod stale_year;
mod stated_level;
mod steps_without_results;
mod total_mean;
mod unbalanced_pair;
mod uneven_decimals;
mod unexplained_change;
mod unfilled_value;
mod unshown_column;
mod weak_indicator;
mod weighted_instrument;

/// All rules, in the order of `docs/rules.md`.
pub const RULES: &[Rule] = &[
    // Scores
    total_mean::RULE,
    weighted_instrument::RULE,
    stated_level::RULE,
    missing_scores::RULE,
    unexplained_change::RULE,
    // Prose against data
    score_in_prose::RULE,
    difference_in_prose::RULE,
    direction_in_prose::RULE,
    uneven_decimals::RULE,
    decimal_comma::RULE,
    level_of_indicator::RULE,
    level_in_prose::RULE,
    stale_year::RULE,
    period_outside::RULE,
    impossible_date::RULE,
    // Names
    agency_name::RULE,
    indicator_name::RULE,
    office_name::RULE,
    place_outside::RULE,
    place_name::RULE,
    // Characters and Thai text
    no_glyph::RULE,
    doubled_word::RULE,
    double_space::RULE,
    split_vowel::RULE,
    mark_order::RULE,
    mark_without_base::RULE,
    space_before_mark::RULE,
    maiyamok_spacing::RULE,
    mixed_digits::RULE,
    other_digits::RULE,
    one_sided_dash::RULE,
    pasted_numbering::RULE,
    unbalanced_pair::RULE,
    // Completeness
    sample_value::RULE,
    unfilled_value::RULE,
    steps_without_results::RULE,
    no_steps::RULE,
    no_monitoring::RULE,
    repeated_result::RULE,
    repeated_outcome::RULE,
    no_responsible::RULE,
    no_outcome::RULE,
    unshown_column::RULE,
    weak_indicator::RULE,
    evidence_without_url::RULE,
    photo_without_caption::RULE,
    photo_resolution::RULE,
    drawing_text_lost::RULE,
    drawing_invisible::RULE,
];
