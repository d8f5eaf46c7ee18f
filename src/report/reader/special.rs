//! Reads strings that are more than text: links, and the names of files. Also tells the characters that no text may have.

use super::{Entry, Reader, in_one_line};
use crate::files::plain_name;
use crate::report::diagnostic::Fault;
use crate::report::link::doubt::{Doubt, doubts};
use crate::report::link::meant::meant;
use crate::report::link::{self, Link, LinkFault};
use crate::report::source::{Span, Spanned};
use crate::thai::characters::{Symbol, codes, is_invisible, is_private_use, private_use_meaning, symbol};

/// The most letters of a link's address. Typst takes at most 8,000.
const MAX_ADDRESS: usize = 7_000;

impl Reader<'_> {
    /// Reads the name of a file or folder. A backslash is refused on every system, so that a report works on all machines or
    /// on none. Where it was typed as Windows does, TOML may have taken it for the beginning of a control character.
    pub fn path(&mut self, entry: Entry) -> Option<Spanned<String>> {
        let path = self.string(entry)?;
        let fault = if path.contains(char::is_control) {
            let shown = path.chars().map(escape).collect();
            let right = path.chars().map(|c| escape(c).replace('\\', "/")).collect();
            Fault::FileControl { path: shown, right }
        } else if path.contains('\\') && plain_name(&path).is_ok() {
            Fault::FileBackslash { right: path.replace('\\', "/"), path: path.value.clone() }
        } else {
            return Some(path);
        };
        self.report(fault, path.span);
        None
    }

    /// Reads a link with the scheme http, https or mailto.
    pub fn link(&mut self, entry: Entry) -> Option<Spanned<Link>> {
        let typed = self.set_string(entry)?;
        let Spanned { value, span } = in_one_line(&typed);
        let fault = match Link::read(&value) {
            Ok(link) if link.address.len() <= MAX_ADDRESS => {
                let (length, most) = (link.address.len(), link::MAX_IN_CODE);
                if length > most {
                    self.report(Fault::LinkWithoutCode { length, most }, span.clone());
                }
                self.link_doubts(&link, &span);
                return Some(Spanned::new(link, span));
            }
            Ok(link) => {
                let (key, length) = (entry.key.to_owned(), link.address.len());
                Fault::TextLong { key, what: "link", length, most: MAX_ADDRESS }
            }
            Err(LinkFault::Scheme) => Fault::LinkScheme { right: meant(&value), value },
            Err(LinkFault::SchemeTwice) => Fault::LinkSchemeTwice { right: meant(&value) },
            Err(LinkFault::Several(links)) => {
                let (first, second) = (links[0].clone(), links[1].clone());
                Fault::SeveralLinks { key: entry.key.to_owned(), count: links.len(), first, second }
            }
            Err(LinkFault::Email(written)) => {
                let website = format!("https://{written}");
                let website = Link::read(&website).is_ok().then_some(website);
                Fault::LinkEmail { written: (!written.is_empty()).then_some(written), website }
            }
            Err(LinkFault::File) => Fault::LinkFile { value },
            // A line end within a link came with it from a narrow column.
            Err(LinkFault::Spaces) if typed.contains('\n') => {
                let joined: String = typed.lines().map(str::trim).collect();
                Fault::LinkSpaces { right: meant(&joined), value }
            }
            Err(LinkFault::Spaces) => Fault::LinkSpaces { right: meant(&value), value },
            Err(LinkFault::Domain(domain)) => {
                let domain = (!domain.is_empty()).then_some(domain);
                Fault::LinkDomain { right: meant(&value), value, domain }
            }
        };
        let right = match &fault {
            Fault::LinkScheme { right, .. }
            | Fault::LinkSchemeTwice { right }
            | Fault::LinkSpaces { right, .. }
            | Fault::LinkDomain { right, .. } => right.as_deref().and_then(quoted),
            _ => None,
        };
        self.report_meant(fault, span, right.as_deref());
        None
    }

    /// Reports what is doubtful about a link that can be used.
    fn link_doubts(&mut self, link: &Link, span: &Span) {
        for doubt in doubts(link) {
            let (fault, right) = match doubt {
                Doubt::Ending(right) => (Fault::LinkEnding { right: right.clone() }, quoted(&right)),
                Doubt::Backslash(right) => (Fault::LinkBackslash { right: right.clone() }, quoted(&right)),
                Doubt::Private(server) => (Fault::LinkPrivate { server }, None),
            };
            self.report_meant(fault, span.clone(), right.as_deref());
        }
    }

    /// Reports private-use and control characters, which must not be set on a page: those that follow each other and are of
    /// the same kind at once.
    pub(super) fn characters(&mut self, key: &str, text: &Spanned<String>) {
        let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') && !is_invisible(c);
        let found: Vec<(usize, char)> =
            text.value.char_indices().filter(|(_, c)| is_private_use(*c) || control(*c)).collect();
        let follows = |(at, c): &(usize, char), (next, other): &(usize, char)| {
            at + c.len_utf8() == *next
                && is_private_use(*c) == is_private_use(*other)
                && symbol(*c) == symbol(*other)
        };
        for run in found.chunk_by(follows) {
            let [(start, first), ..] = run else { continue };
            let letters = || run.iter().map(|(_, c)| *c);
            let (key, characters) = (key.to_owned(), codes(letters()));
            let fault = match is_private_use(*first) {
                true => Fault::PrivateUse {
                    key,
                    characters,
                    meant: letters().map(private_use_meaning).collect(),
                    symbol: symbol(*first).map(|symbol| match symbol {
                        Symbol::Bullet => "bullet",
                        Symbol::Tick => "tick",
                        Symbol::Cross => "cross",
                        Symbol::Box => "box",
                        Symbol::Arrow => "arrow",
                        Symbol::Other => "other",
                    }),
                },
                false => Fault::ControlCharacter { key, characters },
            };
            let end = start + letters().map(char::len_utf8).sum::<usize>();
            let span = self.source.within_string(&text.span, &text.value, *start..end);
            self.report(fault, span);
        }
    }
}

/// A link as TOML writes it. `None` if it would have to be escaped.
fn quoted(link: &str) -> Option<String> {
    let is_plain = !link.contains(|c: char| matches!(c, '"' | '\\') || c.is_control());
    is_plain.then(|| format!("\"{link}\""))
}

/// The character as TOML writes it in a string.
fn escape(c: char) -> String {
    match c {
        '\u{8}' => "\\b".to_owned(),
        '\t' => "\\t".to_owned(),
        '\n' => "\\n".to_owned(),
        '\u{c}' => "\\f".to_owned(),
        '\r' => "\\r".to_owned(),
        '\u{1b}' => "\\e".to_owned(),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    }
}
