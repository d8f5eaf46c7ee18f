//! A rule: its code, its explanation (taken from its doc comment) and its check function.

use super::facts::Facts;
use super::finding::Finding;
use crate::report::Loaded;

/// One rule of the check.
pub struct Rule {
    /// The code, in kebab case.
    pub code: &'static str,
    /// The doc comment: English text, a TOML example, and the same text in Thai under the heading ไทย.
    doc: &'static str,
    pub(super) check: Check,
}

/// The check function of a rule, by what it reads.
pub(super) enum Check {
    /// Reads the report, so it runs only if the file has no errors. Its findings are warnings.
    Report(fn(&Facts, &mut Vec<Finding>)),
    /// Reads the loaded file even if it has other errors. Its findings are errors.
    File(fn(&Loaded, &mut Vec<Finding>)),
}

/// The explanation of a rule in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What the rule finds, in one line.
    pub title: String,
    /// Why it matters, as one paragraph.
    pub text: String,
    /// TOML in which the rule finds something.
    pub example: String,
}

const THAI: &str = "# ไทย";
const EXAMPLE: &str = "```toml\n";

impl Rule {
    pub(super) const fn new(code: &'static str, doc: &'static str, check: Check) -> Self {
        Rule { code, doc, check }
    }

    /// Whether the rule can be silenced. Rules that find errors cannot.
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
        // Each line of a doc comment starts with the space after the slashes.
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

/// Defines the `RULE` of a source file from a doc comment, a code and a check function. Write `error:` before the
/// function if the rule finds errors.
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
