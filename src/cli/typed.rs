//! Slips in the arguments that their parser knows nothing of: `help` without dashes, dashes of word processors, names with
//! spaces but without quotes, names without their ending.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::report::nearest;

/// The arguments with `--help` in place of `help`: `ita-report help check` is `ita-report check --help`.
pub(super) fn with_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// The first argument that begins with a long dash, which word processors make of two hyphens, and the option that was
/// meant. A file of that name is a file.
pub(super) fn long_dash(arguments: &[OsString]) -> Option<(String, String)> {
    const DASHES: &[char] = &['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '―', '−'];
    arguments.iter().skip(1).find_map(|argument| {
        let written = argument.to_str().filter(|written| !Path::new(written).exists())?;
        let name = written.trim_start_matches('-').trim_start_matches(DASHES).trim_start_matches('-');
        let has_dash = written.trim_start_matches('-').starts_with(DASHES);
        let is_letter = name.chars().nth(1).is_none();
        let option = format!("{}{name}", if is_letter { "-" } else { "--" });
        (has_dash && name.starts_with(|c: char| c.is_ascii_alphabetic()))
            .then(|| (written.to_owned(), option))
    })
}

/// The file whose name with spaces in it was taken for several arguments, because it is not in quotes.
pub(super) fn unquoted_name(paths: &[PathBuf]) -> Option<PathBuf> {
    (0..paths.len()).filter(|start| !paths[*start].exists()).find_map(|start| {
        let joined = |end: usize| {
            let words: Vec<_> = paths[start..end].iter().map(|path| path.to_string_lossy()).collect();
            PathBuf::from(words.join(" "))
        };
        (start + 2..=paths.len()).map(joined).find(|path| path.is_file())
    })
}

/// The report file that was most likely meant by a name that no file has: the same with `.toml`, or a similar one beside it.
pub(super) fn meant_file(path: &Path) -> Option<PathBuf> {
    let with_ending = PathBuf::from(format!("{}.toml", path.display()));
    let candidates = [with_ending, path.with_extension("toml")];
    if let Some(file) = candidates.into_iter().find(|file| file.is_file()) {
        return Some(file);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut stems: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
        .collect();
    stems.sort();
    let stem = nearest(path.file_stem()?.to_str()?, stems.iter().map(String::as_str))?;
    Some(path.with_file_name(format!("{stem}.toml")))
}

/// A name as it is typed in a command: in quotes if a shell would take it apart.
pub(super) fn quoted(name: &str) -> String {
    let is_special = |c: char| c.is_whitespace() || "'\"()[]{}&;|<>*?!$`#~".contains(c);
    match name {
        name if !name.contains(is_special) => name.to_owned(),
        name if name.contains(['"', '$', '`', '!']) && !name.contains('\'') => format!("'{name}'"),
        name => format!("\"{name}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_dashes_are_options() {
        let found = |argument: &str| long_dash(&["ita-report".into(), "check".into(), argument.into()]);
        for (written, option) in [("—fix", "--fix"), ("–fix", "--fix"), ("-–fix", "--fix"), ("–o", "-o")]
        {
            assert_eq!(found(written), Some((written.to_owned(), option.to_owned())));
        }
        for written in ["--fix", "-", "—", "รายงาน–2567.toml", "–๑.toml"] {
            assert_eq!(found(written), None, "{written}");
        }
    }

    #[test]
    fn names_that_a_shell_would_take_apart_are_in_quotes() {
        assert_eq!(quoted("รายงาน.toml"), "รายงาน.toml");
        assert_eq!(quoted("รายงาน 2567.toml"), "\"รายงาน 2567.toml\"");
        assert_eq!(quoted("a (1).toml"), "\"a (1).toml\"");
        assert_eq!(quoted("a \"b\".toml"), "'a \"b\".toml'");
    }
}
