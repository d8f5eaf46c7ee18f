//! What a rule is: a code, an explanation that is its doc comment, and a function that looks for it.

use super::facts::Facts;
use super::finding::Finding;
use crate::report::Loaded;

/// A rule.
pub struct Rule {
    /// Its code, in kebab case.
    pub code: &'static str,
    /// Its doc comment: English, an example of TOML, and under the heading ไทย the same in Thai.
    doc: &'static str,
    pub(super) check: Check,
}

/// How a rule looks for what it finds.
pub(super) enum Check {
    /// Reads the report, which only a file without errors has. It warns.
    Report(fn(&Facts, &mut Vec<Finding>)),
    /// Reads the file, whatever other errors it has. What it finds is an error.
    File(fn(&Loaded, &mut Vec<Finding>)),
}

/// What a rule finds and why it matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// In one line what it finds.
    pub title: String,
    /// Why it matters.
    pub text: String,
    /// TOML in which it is found.
    pub example: String,
}

const THAI: &str = "# ไทย";
const EXAMPLE: &str = "```toml\n";

impl Rule {
    pub(super) const fn new(code: &'static str, doc: &'static str, check: Check) -> Self {
        Rule { code, doc, check }
    }

    /// Whether the rule can be silenced: one that finds errors cannot.
    pub fn can_be_allowed(&self) -> bool {
        matches!(self.check, Check::Report(_))
    }

    /// The explanation in English.
    pub fn english(&self) -> Explanation {
        self.explanation(false)
    }

    /// The explanation in Thai.
    pub fn thai(&self) -> Explanation {
        self.explanation(true)
    }

    fn explanation(&self, thai: bool) -> Explanation {
        // Each line of a doc comment begins with the space behind its slashes.
        let doc: String =
            self.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect();
        let (english, in_thai) = doc.split_once(THAI).unwrap_or((&doc, ""));
        let (english, example) = english.split_once(EXAMPLE).unwrap_or((english, ""));
        let example = example.split("```").next().unwrap_or_default().trim_end().to_owned();
        let (title, text) = if thai { in_thai } else { english }.trim().split_once('\n').unwrap_or_default();
        let text = text.trim().replace('\n', " ");
        Explanation { title: title.to_owned(), text, example }
    }
}

/// Makes a source file's rule of its doc comment, its code and the function that looks for it. A rule that finds errors
/// is marked by `error:` before its function.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $code:literal, $check:path) => {
        rule! { @ $(#[doc = $doc])+ $code, Report($check) }
    };
    ($(#[doc = $doc:literal])+ $code:literal, error: $check:path) => {
        rule! { @ $(#[doc = $doc])+ $code, File($check) }
    };
    (@ $(#[doc = $doc:literal])+ $code:literal, $kind:ident($check:path)) => {
        $(#[doc = $doc])+
        pub(in crate::check) const RULE: crate::check::rule::Rule = crate::check::rule::Rule::new(
            $code,
            concat!($($doc, "\n"),+),
            crate::check::rule::Check::$kind($check),
        );
    };
}
pub(super) use rule;
