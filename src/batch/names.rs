//! Plans the names of documents. No two reports have the same, not even where letters differ only in case or in the way in
//! which they are stored.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::inputs::{Found, plain};

/// A report with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The report file.
    pub input: PathBuf,
    /// The path of its documents below the folder of the batch, with `/` between folders and without an ending.
    pub name: String,
}

/// Plans the names, and sorts the reports by them. A name is the path below the common folder. Of several reports that would
/// have the same, the first by path has it, and the others have `-2`, `-3` and so on behind it. The order in which
/// the files were given has no influence.
pub fn plan(found: Found) -> Vec<Planned> {
    let Found { base, files } = found;
    let mut reports: Vec<(String, PathBuf, Planned)> = files
        .into_iter()
        .map(|input| {
            let path = plain(&input);
            let name = name(&path, &base);
            (folded(&name), path, Planned { input, name })
        })
        .collect();
    reports.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    let mut taken: HashSet<String> = reports.iter().map(|(folded, ..)| folded.clone()).collect();
    let mut before = None;
    let mut planned: Vec<Planned> = Vec::new();
    for (folded_name, _, mut report) in reports {
        if before.as_ref() == Some(&folded_name) {
            report.name = (2..)
                .map(|number| format!("{}-{number}", report.name))
                .find(|name| taken.insert(folded(name)))
                .unwrap_or_default();
        }
        before = Some(folded_name);
        planned.push(report);
    }
    planned.sort_by(|a, b| a.name.cmp(&b.name));
    planned
}

/// The path below a folder, without the ending of report files.
fn name(path: &Path, base: &Path) -> String {
    let below = path.strip_prefix(base).unwrap_or(path);
    let part = |part: Component| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        // A drive: its letter.
        Component::Prefix(drive) => Some(drive.as_os_str().to_string_lossy().replace([':', '\\', '?'], "")),
        _ => None,
    };
    let whole = below.components().filter_map(part).collect::<Vec<_>>().join("/");
    match whole.len().checked_sub(".toml".len()).and_then(|end| whole.split_at_checked(end)) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".toml") && !stem.is_empty() => stem.to_owned(),
        _ => whole,
    }
}

/// The form in which two names are equal on every file system if they are equal on some.
fn folded(name: &str) -> String {
    name.nfd().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(files: &[&str]) -> Vec<(String, String)> {
        let files = files.iter().map(PathBuf::from).collect();
        let planned = plan(Found { base: PathBuf::from("/p"), files });
        planned.into_iter().map(|p| (p.input.display().to_string(), p.name)).collect()
    }

    fn expected(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(input, name)| ((*input).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn folders_stay_and_only_the_ending_goes() {
        assert_eq!(
            names(&["/p/เหนือ/รายงาน.toml", "/p/ใต้/รายงาน.toml", "/p/รายงาน พ.ศ.2567", "/p/.toml"]),
            expected(&[
                ("/p/.toml", ".toml"),
                ("/p/รายงาน พ.ศ.2567", "รายงาน พ.ศ.2567"),
                ("/p/เหนือ/รายงาน.toml", "เหนือ/รายงาน"),
                ("/p/ใต้/รายงาน.toml", "ใต้/รายงาน"),
            ])
        );
    }

    #[test]
    fn names_that_some_system_takes_for_equal_are_told_apart() {
        let files = ["/p/A.toml", "/p/a.toml", "/p/a", "/p/a-2.toml", "/p/e\u{301}.toml", "/p/\u{e9}.toml"];
        let planned = expected(&[
            ("/p/A.toml", "A"),
            ("/p/a-2.toml", "a-2"),
            ("/p/a", "a-3"),
            ("/p/a.toml", "a-4"),
            ("/p/e\u{301}.toml", "e\u{301}"),
            ("/p/\u{e9}.toml", "\u{e9}-2"),
        ]);
        assert_eq!(names(&files), planned);
        let mut reversed = files;
        reversed.reverse();
        assert_eq!(names(&reversed), planned, "the order does not count");
    }
}
