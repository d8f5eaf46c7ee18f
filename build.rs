//! Compiles the word lists in `data/lexicon/` into one automaton, so that the program need not parse them at run time.
//! Also sorts the lists of words that belong to their neighbours, and lists the data files that are compiled into the program, so that a new file needs no code change.
//!
//! The automaton stores each letter as one byte, its offset in Unicode's Thai block. That makes it a third as deep as
//! UTF-8 would. The value of a word is its cost when a text is cut into words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Base cost of a word, and the cost of a prefix, which is not a word of its own.
const WORD: u64 = 100;
const PREFIX: u64 = 20;
/// Cost of a compound, in percent of the cost of its parts.
const COMPOUND: u64 = 75;
/// Extra cost of a word for each step of rarity, 0 to 9. It is higher for words of fewer than three letters: if these
/// are rare, they are seldom meant.
const RARITY: u64 = 4;
const RARITY_OF_SHORT: u64 = 8;
/// The least length of a place's name that counts as a word everywhere, in letters. Shorter ones are names only behind
/// ตำบล and the like.
const LEAST_PLACE: usize = 5;
/// What names of villages begin with. The name of a place that begins so is cut behind it, because the names of many
/// other villages go on differently.
const HEADS: [&str; 2] = ["บ้าน", "วัด"];
/// The prefixes that turn any verb into a noun, and those that form words for people and things.
const NOUN_PREFIXES: [&str; 2] = ["การ", "ความ"];
const OTHER_PREFIXES: [&str; 3] = ["ผู้", "นัก", "ชาว"];

fn main() {
    list_files("rules_files.rs", "data/ita", &["toml"]);
    list_files("template_files.rs", "templates", &["typ", "toml"]);
    build_dictionary();
    sort_ties();
}

/// Writes a Rust array of all files below a folder that have one of these extensions, sorted by path. Each entry is a
/// pair: the path relative to the folder, with a leading slash, and the text.
fn list_files(target: &str, folder: &str, extensions: &[&str]) {
    println!("cargo:rerun-if-changed={folder}");
    let mut paths = Vec::new();
    collect_files(Path::new(folder), &mut paths);
    paths.retain(|path| {
        path.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known))
    });
    paths.sort();
    let mut list = "&[\n".to_owned();
    for path in paths {
        let path = path.to_str().expect("names of data files are UTF-8").replace('\\', "/");
        let name = &path[folder.len()..];
        list +=
            &format!("    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{path}\"))),\n");
    }
    fs::write(output(target), list + "]").expect("the list can be written");
}

fn collect_files(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() { collect_files(&path, paths) } else { paths.push(path) }
    }
}

/// The path of a file in the output folder of the build.
fn output(name: &str) -> PathBuf {
    PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder")).join(name)
}

fn build_dictionary() {
    println!("cargo:rerun-if-changed=data/lexicon");
    let read = |name: &str| {
        let path = PathBuf::from("data/lexicon").join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let general = read("general.tsv");
    let general = general.lines().map(|line| line.split_once('\t').expect("a word, a tab, its rarity"));
    let (mut nouns, others): (Vec<_>, Vec<_>) = general.partition(|(word, _)| is_noun(word));
    let mut words = BTreeMap::new();
    for (word, rarity) in others {
        add(&mut words, word, rarity.parse().expect("a digit"));
    }
    nouns.sort_by_key(|(word, _)| word.len());
    for (word, _) in nouns {
        add_compound(&mut words, word, 100);
    }
    let field = read("field.txt");
    let mut field: Vec<&str> =
        field.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    field.sort_by_key(|word| word.len());
    for word in field {
        // With the discount, a noun would be chosen even where its prefix belongs to the word before: มาตร|การเบิกจ่าย.
        add_compound(&mut words, word, if is_noun(word) { 100 } else { COMPOUND });
    }
    let places = read("places.txt");
    let places: BTreeSet<&str> = places.split(['\n', '\t']).filter(|place| !place.is_empty()).collect();
    let mut places: Vec<&str> = places.into_iter().collect();
    places.sort_by_key(|place| place.len());
    let names_head = |place: &str| HEADS.iter().any(|head| place.starts_with(head));
    for place in places.iter().filter(|place| place.chars().count() >= LEAST_PLACE && !names_head(place)) {
        if place
            .chars()
            .map(code)
            .collect::<Option<Vec<u8>>>()
            .is_some_and(|codes| !words.contains_key(&codes))
        {
            add_compound(&mut words, place, 100);
        }
    }
    let mut codes: Vec<Vec<u8>> =
        places.iter().filter_map(|place| place.chars().map(code).collect()).collect();
    codes.sort_unstable();
    let automaton = fst::Set::from_iter(codes).expect("places in order");
    fs::write(output("places.fst"), automaton.as_fst().as_bytes()).expect("the names can be written");
    let automaton = fst::Map::from_iter(words).expect("words in order");
    fs::write(output("words.fst"), automaton.as_fst().as_bytes()).expect("the automaton can be written");
}

/// Writes the lists of `ties.toml` as the fields of a Rust struct, each sorted.
fn sort_ties() {
    let text =
        fs::read_to_string("data/lexicon/ties.toml").unwrap_or_else(|error| panic!("ties.toml: {error}"));
    let lists: BTreeMap<String, BTreeSet<String>> =
        toml::from_str(&text).unwrap_or_else(|error| panic!("ties.toml: {error}"));
    let field = |(name, words): (String, BTreeSet<String>)| {
        format!("{name}: Words(&{:?}),\n", words.into_iter().collect::<Vec<_>>())
    };
    let fields: String = lists.into_iter().map(field).collect();
    fs::write(output("ties.rs"), format!("Ties {{\n{fields}}}")).expect("the lists can be written");
}

/// Adds a word, unless it contains characters other than Thai letters. The list also contains single letters; of these,
/// only ณ is added, because the others are not words.
fn add(words: &mut BTreeMap<Vec<u8>, u64>, word: &str, rarity: u64) {
    let codes: Option<Vec<u8>> = word.chars().map(code).collect();
    if let Some(codes) = codes.filter(|codes| codes.len() > 1 || word == "ณ") {
        words.insert(codes, cost(word, rarity));
    }
}

/// Adds a noun or a word from `field.txt`. If it is made of other words, it costs more than a simple word and less than
/// its parts together. So it keeps its parts together but seldom moves another cut: `มูลค่า|ครุภัณฑ์` stays as it is,
/// although ค่าครุภัณฑ์ is a word.
fn add_compound(words: &mut BTreeMap<Vec<u8>, u64>, word: &str, percent: u64) {
    let Some(codes) = word.chars().map(code).collect::<Option<Vec<u8>>>() else { return };
    let length = codes.len();
    let mut cheapest = vec![None; length + 1];
    cheapest[length] = Some(0);
    for start in (0..length).rev() {
        let ends = (start + 1..=length).filter(|end| end - start < length || words.contains_key(&codes));
        let ways = ends.filter_map(|end| Some(words.get(&codes[start..end])? + cheapest[end]?));
        cheapest[start] = ways.min();
    }
    words.insert(codes, cheapest[0].map_or(WORD, |parts| (parts * percent / 100 - 1).max(WORD)));
}

/// Whether a word is a noun that one of the [`NOUN_PREFIXES`] forms.
fn is_noun(word: &str) -> bool {
    NOUN_PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|verb| !verb.is_empty()))
}

fn cost(word: &str, rarity: u64) -> u64 {
    if NOUN_PREFIXES.contains(&word) || OTHER_PREFIXES.contains(&word) {
        PREFIX
    } else if word.chars().count() < 3 {
        WORD + RARITY_OF_SHORT * rarity
    } else {
        WORD + RARITY * rarity
    }
}

fn code(c: char) -> Option<u8> {
    matches!(c, '\u{E01}'..='\u{E5B}').then(|| (u32::from(c) - 0xE00) as u8)
}
