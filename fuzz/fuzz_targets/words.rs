//! Any text: every function for Thai text.

#![no_main]

use ita_report::thai::{Numerals, Run, breaks, digits, words};
use ita_report::typeset::stages;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for word in words::words(text) {
        assert!(text.get(word.range).is_some_and(|word| !word.is_empty()));
    }
    let names = words::automaton_of_names(text.lines());
    for (start, run) in Run::all(text) {
        assert_eq!(&text[start..start + run.as_str().len()], run.as_str());
    }
    for place in breaks::opportunities(text, &names) {
        assert!(place.at > 0 && place.at < text.len() && text.is_char_boundary(place.at));
    }
    stages::line_ends(text, 1 + text.len() % 80);
    words::own_name(text);
    words::ends_with_prefix(text);
    words::width(text);
    // Digits within addresses stay as they are, so only the values are the same.
    let value = |text: &str| digits::to_arabic(text);
    assert_eq!(value(&Numerals::Thai.convert(text)), value(text));
});
