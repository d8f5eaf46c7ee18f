//! Messages in the user's language, from `data/messages/`.

use std::ffi::OsString;
use std::io;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::typed::quoted;
use super::visible::visible;
use crate::files::FileFault;
use crate::report::Argument;

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Thai,
    English,
}

impl Language {
    /// The language that `--lang` gives, otherwise `ITA_REPORT_LANG`, otherwise Thai. This is determined before the
    /// arguments are parsed, because messages about wrong arguments need it too.
    pub fn wanted(arguments: &[OsString]) -> Self {
        let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
        let mut chosen = std::env::var("ITA_REPORT_LANG").ok();
        while let Some(argument) = arguments.next() {
            match argument.strip_prefix("--lang") {
                Some("") => chosen = arguments.next().map(str::to_owned),
                Some(rest) if rest.starts_with('=') => chosen = Some(rest[1..].to_owned()),
                _ => {}
            }
        }
        if chosen.is_some_and(|language| language.eq_ignore_ascii_case("en")) {
            Language::English
        } else {
            Language::Thai
        }
    }
}

/// The messages of one language.
pub(super) struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    pub fn new(language: Language) -> Self {
        let (id, text) = match language {
            Language::Thai => ("th", include_str!("../../data/messages/th.ftl")),
            Language::English => ("en", include_str!("../../data/messages/en.ftl")),
        };
        let id: LanguageIdentifier = id.parse().expect("language tags are well formed");
        let resource = FluentResource::try_new(text.to_owned()).expect("embedded messages are well formed");
        let mut bundle = FluentBundle::new(vec![id]);
        // Direction marks around values are only needed where right-to-left text is possible.
        bundle.set_use_isolating(false);
        // `QUOTED($path)` in a message is a path within a command.
        bundle
            .add_function("QUOTED", |values, _| match values {
                [FluentValue::String(name)] => quoted(name).into(),
                _ => FluentValue::Error,
            })
            .expect("no other function has this name");
        bundle.add_resource(resource).expect("embedded messages have one name each");
        Catalogue { language, bundle }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// Formats a message. Falls back to its name if the catalogue does not have it.
    pub fn text(&self, name: &str, arguments: &[(&str, Argument)]) -> String {
        self.format(name, None, arguments).unwrap_or_else(|| name.to_owned())
    }

    /// Formats a part of a message, such as `label` or `help`. `None` if the message does not have this part.
    pub fn part(&self, name: &str, part: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        self.format(name, Some(part), arguments)
    }

    fn format(&self, name: &str, part: Option<&str>, arguments: &[(&str, Argument)]) -> Option<String> {
        let message = self.bundle.get_message(name)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (key, argument) in arguments {
            values.set(*key, self.value(argument));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{name}: {errors:?}");
        Some(text)
    }

    /// Converts an argument for Fluent.
    fn value<'a>(&self, argument: &'a Argument) -> FluentValue<'a> {
        match argument {
            Argument::Text(text) => FluentValue::String(visible(text).into()),
            Argument::Number(number) => FluentValue::from(*number),
            Argument::Term(name) => FluentValue::String(self.text(name, &[]).into()),
            Argument::Parser(english) => FluentValue::String(self.parser_message(english).into()),
            Argument::Years(first, last) if first == last => FluentValue::from(*first),
            Argument::Years(first, last) => {
                let years = [("first", (*first).into()), ("last", (*last).into())];
                FluentValue::String(self.text("years", &years).into())
            }
            Argument::Absent => FluentValue::String("none".into()),
        }
    }

    /// Translates a message of the TOML parser. The catalogue knows these messages by up to four of their first words.
    /// An unknown message stays in English.
    fn parser_message(&self, english: &str) -> String {
        let words: Vec<&str> =
            english.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()).collect();
        let name =
            |count: usize| format!("toml-{}", words[..count.min(words.len())].join("-").to_lowercase());
        let known = (1..=4).map(name).rev().find(|name| self.bundle.has_message(name));
        self.text(known.as_deref().unwrap_or("toml-other"), &[("detail", english.into())])
    }

    /// The reason for a file error: in this language if it is a common one, otherwise as the system gives it.
    pub fn reason(&self, error: &io::Error) -> String {
        let name = match error.kind() {
            io::ErrorKind::NotFound => "reason-not-found",
            io::ErrorKind::PermissionDenied => "reason-permission-denied",
            io::ErrorKind::IsADirectory => "reason-is-a-directory",
            io::ErrorKind::NotADirectory => "reason-not-a-directory",
            io::ErrorKind::InvalidInput => "reason-not-a-file",
            io::ErrorKind::StorageFull => "reason-storage-full",
            io::ErrorKind::FileTooLarge => "reason-too-large",
            io::ErrorKind::NotConnected => "reason-closed",
            _ => return error.to_string(),
        };
        self.text(name, &[])
    }

    /// The reason why a file cannot be read: in this language if it is a common one, otherwise as the system gives it.
    pub fn file_fault(&self, fault: &FileFault) -> String {
        let name = match fault {
            FileFault::Missing => "reason-not-found",
            FileFault::NotAFile => "reason-not-a-file",
            FileFault::NotAFolder => "reason-not-a-directory",
            FileFault::Absolute | FileFault::Outside => "reason-outside",
            FileFault::TooLarge => "reason-too-large",
            FileFault::Unreadable(reason) => return reason.clone(),
        };
        self.text(name, &[])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    /// The names of all messages and their parts in a message file.
    fn names(text: &str) -> BTreeSet<String> {
        let mut message = String::new();
        let mut names = BTreeSet::new();
        for line in text.lines() {
            let Some((name, _)) = line.split_once(" =") else { continue };
            if let Some(part) = name.trim_start().strip_prefix('.') {
                names.insert(format!("{message}.{part}"));
            } else if !name.starts_with([' ', '#']) {
                message = name.to_owned();
                names.insert(message.clone());
            }
        }
        names
    }

    #[test]
    fn both_languages_have_every_message() {
        let (thai, english) =
            (include_str!("../../data/messages/th.ftl"), include_str!("../../data/messages/en.ftl"));
        assert!(FluentResource::try_new(thai.to_owned()).is_ok());
        assert!(FluentResource::try_new(english.to_owned()).is_ok());
        let difference: Vec<_> = names(thai).symmetric_difference(&names(english)).cloned().collect();
        assert_eq!(difference, Vec::<String>::new());
        assert!(names(thai).contains("unknown-key.help"));
    }
}
