//! Builds the dictionary of `data/lexicon/` into one automaton, so that it costs nothing at start.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=data/lexicon");
    let read = |name: &str| {
        let path = PathBuf::from("data/lexicon").join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let mut words = BTreeMap::new();
    for line in read("general.tsv").lines() {
        let (word, rarity) = line.split_once('\t').expect("a word, a tab, its rarity");
        words.insert(word.to_owned(), rarity.parse::<u64>().expect("a digit"));
    }
    for word in
        read("field.txt").lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        words.insert(word.to_owned(), 0);
    }
    let automaton = fst::Map::from_iter(words).expect("words in order");
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder")).join("words.fst");
    fs::write(target, automaton.as_fst().as_bytes()).expect("the automaton can be written");
}
