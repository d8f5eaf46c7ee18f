//! Tells whether a file in a user's folder of templates was meant to replace an embedded one, but has another name.

use typst::syntax::{Source, SyntaxNode, VirtualPath, ast};

use crate::report::typos;

/// Whether the name of a file, below the folder of templates, looks like that of an embedded file in whatever folder,
/// with few typos.
pub(super) fn resembles(name: &str, embedded: &str) -> bool {
    let (Some((stem, ending)), Some((other, other_ending))) =
        (file_name(name).rsplit_once('.'), file_name(embedded).rsplit_once('.'))
    else {
        return false;
    };
    const LONG: usize = 6;
    ending == other_ending && typos(stem, other) <= if other.len() >= LONG { 2 } else { 1 }
}

fn file_name(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(_, file)| file)
}

/// Whether the template has the path of the file, which begins with a slash, as a string: it imports the file, or reads
/// it.
pub(super) fn names_it(template: &Source, path: &str) -> bool {
    let folder = template.id().get().vpath().parent();
    has_string(template.root(), &|text| {
        let target = match &folder {
            Some(folder) => folder.join(text),
            None => VirtualPath::new(text),
        };
        target.is_ok_and(|target| target.get_with_slash() == path)
    })
}

/// Whether one of the strings in the syntax is one of the wanted.
fn has_string(node: &SyntaxNode, wanted: &dyn Fn(&str) -> bool) -> bool {
    node.cast::<ast::Str>().is_some_and(|string| wanted(&string.get()))
        || node.children().any(|child| has_string(child, wanted))
}
