//! Any text: every function for Thai text.

#![no_main]

use ita_report::thai::{Numerals, Run, digits, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let longest = text.len() % 40;
    for word in words::words(text) {
        assert!(text.get(word.range).is_some_and(|word| !word.is_empty()));
    }
    let names = words::automaton_of_names(text.lines());
    for (start, run) in Run::all(text) {
        assert_eq!(&text[start..start + run.as_str().len()], run.as_str());
        for at in words::breaks(run, &names, longest) {
            assert!(at > 0 && run.as_str().is_char_boundary(at) && at < run.as_str().len());
        }
    }
    words::own_name(text);
    words::begins_with_title(text);
    words::ends_with_prefix(text);
    words::begins_word(text);
    words::width(text);
    // Digits within addresses stay as they are, so only the values are the same.
    let value = |text: &str| digits::to_arabic(text);
    assert_eq!(value(&Numerals::Thai.convert(text)), value(text));
});
