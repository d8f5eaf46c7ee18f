//! Checks the architecture that CONTRIBUTING.md describes: which top-level modules ("rooms") use which others, and
//! which of them may use the file system, the terminal and Typst.
//!
//! Parses each file below `src/` and resolves every path in it to the file that it leads to, also through re-exports.
//! Leaves out code that is built only for tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Item, UseTree, Visibility};

/// The top-level modules in the order in which data flows. Each may use only those before it.
const ROOMS: [&str; 18] = [
    "files", "workers", "thai", "profile", "lengths", "fonts", "ita", "pictures", "report", "check", "view",
    "typeset", "export", "engine", "disk", "batch", "preview", "cli",
];
/// The modules that the feature `cli` adds. Only they may use disk, terminal, clock and threads.
const EDGES: [&str; 4] = ["disk", "batch", "preview", "cli"];
/// The paths, and the methods as `.method`, that only `EDGES` may use.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "print",
    "println",
    "eprint",
    "eprintln",
    "dbg",
    "chrono::Local",
    "chrono::Utc",
    "image::open",
    "rayon",
    "tempfile",
    ".canonicalize",
    ".exists",
    ".is_dir",
    ".is_file",
    ".load_font_file",
    ".load_fonts_dir",
    ".load_system_fonts",
    ".metadata",
    ".read_dir",
    ".read_link",
    ".symlink_metadata",
    ".try_exists",
];
/// The only modules that may use Typst.
const MAY_USE_TYPST: [&str; 2] = ["typeset", "export"];

/// The path of a module within the crate, for example `["check", "rules"]`.
type Module = Vec<String>;

/// The paths in a source file.
#[derive(Default)]
struct Contents {
    /// The paths in `use` items, expressions, types and macros, and the methods that are called, as `.method`.
    paths: BTreeSet<Vec<String>>,
    /// The re-exports: each exported name with the path it stands for.
    exports: BTreeMap<String, Vec<String>>,
}

impl Contents {
    fn add_tree(&mut self, tree: &UseTree, mut path: Vec<String>, public: bool) {
        let add = |contents: &mut Contents, path: Vec<String>, name: &syn::Ident| {
            if public {
                contents.exports.insert(name.to_string(), path.clone());
            }
            contents.paths.insert(path);
        };
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.to_string());
                self.add_tree(&step.tree, path, public);
            }
            UseTree::Name(name) if name.ident == "self" => drop(self.paths.insert(path)),
            UseTree::Name(name) => {
                path.push(name.ident.to_string());
                add(self, path, &name.ident);
            }
            UseTree::Rename(renamed) => {
                path.push(renamed.ident.to_string());
                add(self, path, &renamed.rename);
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_tree(tree, path.clone(), public));
            }
            UseTree::Glob(_) => drop(self.paths.insert(path)),
        }
    }
}

impl<'s> Visit<'s> for Contents {
    fn visit_item(&mut self, item: &'s Item) {
        let attributes = match item {
            Item::Mod(module) => &module.attrs,
            Item::Fn(function) => &function.attrs,
            Item::Use(used) => &used.attrs,
            _ => return visit::visit_item(self, item),
        };
        let of_tests = |attribute: &syn::Attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|of| of.is_ident("test"))
        };
        if !attributes.iter().any(of_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, used: &'s syn::ItemUse) {
        self.add_tree(&used.tree, Vec::new(), !matches!(used.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'s syn::Path) {
        self.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'s syn::ExprMethodCall) {
        self.paths.insert(vec![format!(".{}", call.method)]);
        visit::visit_expr_method_call(self, call);
    }

    // The path in `pub(in crate::check)` is not a use.
    fn visit_visibility(&mut self, _: &'s Visibility) {}

    fn visit_macro(&mut self, called: &'s syn::Macro) {
        self.visit_path(&called.path);
        // As elsewhere, `pub(in crate::check)` uses nothing.
        let tokens = called.tokens.to_string().replace(" :: ", "::").replace("in crate::", "");
        let words = tokens.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        let paths = words.filter(|word| word.contains("::"));
        self.paths.extend(paths.map(|path| path.split("::").map(str::to_owned).collect()));
    }
}

/// The library's modules with their contents.
struct ModuleGraph(BTreeMap<Module, Contents>);

impl ModuleGraph {
    fn read() -> Self {
        let mut graph = ModuleGraph(BTreeMap::new());
        graph.add_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &[]);
        graph
    }

    fn add_folder(&mut self, folder: &Path, module: &[String]) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let own = [module, std::slice::from_ref(&name)].concat();
            match name.as_str() {
                _ if path.is_dir() => self.add_folder(&path, &own),
                "main" | "tests" => {}
                _ if path.extension().is_none_or(|ending| ending != "rs") => {}
                "lib" | "mod" => self.add_file(&path, module.to_vec()),
                _ => self.add_file(&path, own),
            }
        }
    }

    fn add_file(&mut self, path: &Path, module: Module) {
        let text = fs::read_to_string(path).expect("a source file");
        let mut contents = Contents::default();
        contents.visit_file(
            &syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        );
        self.0.insert(module, contents);
    }

    /// The module that `path`, found in `module`, leads to. `None` if that is not a module of the library.
    fn target(&self, module: &[String], path: &[String]) -> Option<Module> {
        let (mut at, mut rest) = match path.first()?.as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (module.to_vec(), &path[1..]),
            "super" => (module.to_vec(), path),
            name if self.0.contains_key(&[module, &[name.to_owned()]].concat()) => (module.to_vec(), path),
            _ => return None,
        };
        while let Some(step) = rest.first() {
            let inner = [&at[..], std::slice::from_ref(step)].concat();
            match step.as_str() {
                "super" => drop(at.pop()),
                _ if self.0.contains_key(&inner) => at = inner,
                _ => break,
            }
            rest = &rest[1..];
        }
        let exported = rest.first().and_then(|name| self.0[&at].exports.get(name));
        exported.and_then(|path| self.target(&at, path)).or(Some(at))
    }

    /// The other modules that a module uses.
    fn used_by(&self, module: &[String]) -> BTreeSet<Module> {
        let targets = self.0[module].paths.iter().filter_map(|path| self.target(module, path));
        targets.filter(|target| target != module).collect()
    }

    /// Finds a cycle of modules, each using the next, by a depth-first search from the end of `path`. `done` holds the
    /// modules already searched. `None` if there is no cycle.
    fn cycle(&self, path: &mut Vec<Module>, done: &mut BTreeSet<Module>) -> Option<Vec<Module>> {
        for next in self.used_by(path.last()?) {
            if let Some(at) = path.iter().position(|module| *module == next) {
                return Some(path[at..].to_vec());
            }
            if !done.contains(&next) {
                path.push(next);
                let cycle = self.cycle(path, done);
                done.extend(path.pop());
                if cycle.is_some() {
                    return cycle;
                }
            }
        }
        None
    }
}

fn room(module: &[String]) -> &str {
    module.first().map_or("", String::as_str)
}

#[test]
fn rooms_use_those_before_them() {
    let order = |room: &str| ROOMS.iter().position(|known| *known == room);
    let graph = ModuleGraph::read();
    for module in graph.0.keys().filter(|module| !module.is_empty()) {
        let own = order(room(module)).unwrap_or_else(|| panic!("{module:?} is in no room"));
        for used in graph.used_by(module).iter().filter(|used| !used.is_empty()) {
            assert!(order(room(used)) <= Some(own), "{module:?} uses {used:?}");
        }
    }
    let documented = include_str!("../CONTRIBUTING.md").split_whitespace().collect::<Vec<_>>().join(" ");
    let order = ROOMS.map(|room| format!("`{room}`")).join(" → ");
    assert!(documented.contains(&order), "CONTRIBUTING.md gives another order than {order}");
}

#[test]
fn modules_form_no_cycles() {
    let graph = ModuleGraph::read();
    let mut done = BTreeSet::new();
    for module in graph.0.keys().filter(|module| !module.is_empty()) {
        if let Some(cycle) = graph.cycle(&mut vec![module.clone()], &mut done) {
            panic!("{:?}", cycle.iter().map(|module| module.join("/")).collect::<Vec<_>>());
        }
    }
}

#[test]
fn only_the_edges_reach_outside_and_only_two_rooms_know_typst() {
    let is_of_typst = |path: &str| path.starts_with("typst") || path.starts_with("comemo");
    for (module, contents) in &ModuleGraph::read().0 {
        for path in contents.paths.iter().map(|path| path.join("::")) {
            let reaches = |outside: &str| path == outside || path.starts_with(&format!("{outside}::"));
            let outside = OUTSIDE.iter().any(|outside| reaches(outside));
            assert!(!outside || EDGES.contains(&room(module)), "{module:?} uses {path}");
            assert!(!is_of_typst(&path) || MAY_USE_TYPST.contains(&room(module)), "{module:?} uses {path}");
        }
    }
}

/// Guards the checks above against missing uses: some known ones must be found.
#[test]
fn uses_are_found_through_exports_and_macros() {
    let graph = ModuleGraph::read();
    let module = |path: &str| -> Module { path.split('/').map(str::to_owned).collect() };
    for (user, used) in [
        ("engine", "report/loaded"),
        ("check/rules/score_in_prose", "check/rule"),
        ("check/rules", "check/rules/total_mean"),
        ("typeset/faces", "fonts"),
        ("cli/render", "engine"),
        ("batch/job", "disk/documents"),
    ] {
        assert!(
            graph.used_by(&module(user)).contains(&module(used)),
            "{user}: {:?}",
            graph.used_by(&module(user))
        );
    }
    assert!(graph.0[&module("disk/folder")].paths.iter().any(|path| path.join("::").starts_with("std::fs")));
}
