//! What a rule is: a code, an explanation that is its doc comment, and a function that looks for it.

use super::facts::Facts;
use super::finding::Finding;

/// A rule.
pub struct Rule {
    /// Its code, in kebab case.
    pub code: &'static str,
    /// Its doc comment: English, an example of TOML, and under the heading ไทย the same in Thai.
    doc: &'static str,
    pub(super) check: fn(&Facts, &mut Vec<Finding>),
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
    pub(super) const fn new(
        code: &'static str,
        doc: &'static str,
        check: fn(&Facts, &mut Vec<Finding>),
    ) -> Self {
        Rule { code, doc, check }
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

/// Makes a file's rule of its doc comment, code and function.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $code:literal, $check:path) => {
        $(#[doc = $doc])+
        pub(in crate::check) const RULE: crate::check::Rule =
            crate::check::Rule::new($code, concat!($($doc, "\n"),+), $check);
    };
}
pub(super) use rule;
