//! What the elements of a drawing refer to, in attributes and style sheets. Where it is unclear whether a rule of a style
//! sheet selects an element, it counts as selecting it.

use usvg::roxmltree::{Document, Node};

/// How often an element draws what a property refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Once: `href`, `clip-path`, `mask`.
    Once,
    /// Once, and it computes pixels: `filter`.
    Filter,
    /// Once for each shape within the element, because shapes inherit the property: `fill`, `stroke` and unknown ones.
    EachShape,
    /// Once for each corner of each shape within the element: the markers.
    EachCorner,
}

/// A reference to the element with this `id`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference<'d> {
    pub name: &'d str,
    pub drawn: Use,
}

/// The rules of a drawing's style sheets.
pub(super) struct StyleSheets<'d> {
    /// The rules that refer to elements: their selectors and their declarations.
    rules: Vec<(&'d str, &'d str)>,
    /// The number of all rules.
    pub count: usize,
}

impl<'d> StyleSheets<'d> {
    pub fn new(drawing: &'d Document) -> Self {
        let sheets = drawing.descendants().filter(|node| node.has_tag_name("style"));
        let texts = sheets.flat_map(|style| style.children()).filter_map(|text| text.text());
        let rules: Vec<(&str, &str)> =
            texts.flat_map(|sheet| sheet.split('}')).filter_map(|rule| rule.split_once('{')).collect();
        let count = rules.len();
        let refer = |(_, body): &(&str, &str)| body.contains("url(") || body.contains("filter");
        StyleSheets { rules: rules.into_iter().filter(refer).collect(), count }
    }

    /// The declarations that may apply to an element.
    fn declarations(&self, node: Node) -> impl Iterator<Item = &'d str> {
        self.rules.iter().filter(move |(selectors, _)| may_select(selectors, node)).map(|(_, body)| *body)
    }
}

/// What an element refers to by its attributes and by style sheets.
pub(super) fn references<'d>(node: Node<'d, '_>, sheets: &StyleSheets<'d>) -> Vec<Reference<'d>> {
    let mut found = Vec::new();
    for attribute in node.attributes() {
        match attribute.name() {
            "href" => {
                let name = attribute.value().trim().strip_prefix('#');
                found.extend(name.map(|name| Reference { name, drawn: Use::Once }));
            }
            "style" => add_declared(&mut found, attribute.value()),
            property => add(&mut found, property, attribute.value()),
        }
    }
    sheets.declarations(node).for_each(|body| add_declared(&mut found, body));
    found
}

/// The number of filter functions, such as `blur(5)`, that an element has without reference to a filter.
pub(super) fn filter_functions(node: Node, sheets: &StyleSheets) -> usize {
    let functions = |value: &str| value.matches('(').count() - value.matches("url(").count();
    let declared = |body: &str| {
        let filters = body.split(';').filter_map(|one| one.split_once(':'));
        filters.filter(|(property, _)| property.trim() == "filter").map(|(_, value)| functions(value)).sum()
    };
    let own = node.attribute("filter").map_or(0, functions);
    let styled: usize = node.attribute("style").map_or(0, declared);
    own + styled + sheets.declarations(node).map(declared).sum::<usize>()
}

fn add_declared<'d>(found: &mut Vec<Reference<'d>>, body: &'d str) {
    for (property, value) in body.split(';').filter_map(|one| one.split_once(':')) {
        add(found, property.trim(), value);
    }
}

/// Adds what `url(#name)` in the value of a property refers to.
fn add<'d>(found: &mut Vec<Reference<'d>>, property: &str, value: &'d str) {
    let drawn = match property {
        "clip-path" | "mask" => Use::Once,
        "filter" => Use::Filter,
        property if property.starts_with("marker") => Use::EachCorner,
        _ => Use::EachShape,
    };
    let names = value.split("url(").skip(1).filter_map(|rest| {
        let name = rest.split(')').next()?.trim().trim_matches(['"', '\'']);
        name.trim().strip_prefix('#')
    });
    found.extend(names.map(|name| Reference { name, drawn }));
}

/// Whether selectors may select an element: they contain its name, its `id`, one of its classes, or something that says
/// nothing about these.
fn may_select(selectors: &str, node: Node) -> bool {
    let classes = node.attribute("class").unwrap_or_default().split_whitespace();
    let mut names = classes.chain(node.attribute("id")).chain([node.tag_name().name()]);
    selectors.contains(['*', '[', ':', '@', '\\']) || names.any(|name| selectors.contains(name))
}
