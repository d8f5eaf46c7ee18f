//! Limits to how complex a drawing may be. `usvg` follows nested elements and references by recursion, and a reference
//! to an element draws it once more, so that a small file can take any amount of stack and time.

use std::collections::{BTreeMap, HashMap, HashSet};

use usvg::roxmltree::{Document, Node, NodeId};

use super::fault::Excess;

/// The most levels of elements within elements.
const MAX_NESTING: usize = 100;
/// The most steps of references, such as a mask within a mask. Each step can draw the rest twice.
const MAX_STEPS: usize = 8;
/// The most elements, counted as often as they are drawn.
const MAX_ELEMENTS: u64 = 200_000;
/// Filter effects whose cost grows with the area, with the square of their radius, or with random numbers for each pixel.
const COSTLY: [&str; 6] = [
    "feTurbulence",
    "feMorphology",
    "feConvolveMatrix",
    "feDisplacementMap",
    "feDiffuseLighting",
    "feSpecularLighting",
];

/// Checks that a drawing is not too complex to draw.
pub(super) fn check(drawing: &Document) -> Result<(), Excess> {
    let mut depths: HashMap<NodeId, usize> = HashMap::new();
    for node in drawing.descendants().filter(Node::is_element) {
        let depth = node.parent().and_then(|parent| depths.get(&parent.id())).map_or(0, |depth| depth + 1);
        if depth > MAX_NESTING {
            return Err(Excess::Nesting);
        }
        depths.insert(node.id(), depth);
        if COSTLY.contains(&node.tag_name().name()) {
            return Err(Excess::Effect(node.tag_name().name().to_owned()));
        }
    }
    let elements = drawing.descendants().filter(Node::is_element);
    let named = elements.filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let sheets = drawing.descendants().filter(|node| node.has_tag_name("style"));
    let sheets: Vec<&str> =
        sheets.flat_map(|style| style.children()).filter_map(|text| text.text()).collect();
    let rules = sheets.iter().flat_map(|sheet| sheet.split('}')).filter_map(|rule| rule.split_once('{'));
    let rules = rules.filter(|(_, body)| body.contains("url(")).collect();
    let mut drawn = Drawn { named, rules, known: HashMap::new(), open: HashSet::new() };
    let Cost { elements, .. } = drawn.cost(drawing.root_element())?;
    if elements > MAX_ELEMENTS { Err(Excess::Size) } else { Ok(()) }
}

/// What drawing an element takes.
#[derive(Clone, Copy, Default)]
struct Cost {
    /// Its elements and those that it refers to, each as often as it is drawn.
    elements: u64,
    /// The longest chain of references that begins in it.
    steps: usize,
}

struct Drawn<'d, 'i> {
    named: BTreeMap<&'d str, Node<'d, 'i>>,
    /// The rules of style sheets that refer to elements: their selectors and their declarations.
    rules: Vec<(&'d str, &'d str)>,
    known: HashMap<NodeId, Cost>,
    /// The elements whose cost is being computed. `usvg` ignores references in a circle.
    open: HashSet<NodeId>,
}

impl<'d, 'i> Drawn<'d, 'i> {
    /// Recursion is bounded by `MAX_NESTING` for each of at most `MAX_STEPS` references.
    fn cost(&mut self, node: Node<'d, 'i>) -> Result<Cost, Excess> {
        if let Some(known) = self.known.get(&node.id()) {
            return Ok(*known);
        }
        self.open.insert(node.id());
        let mut cost = Cost { elements: 1, steps: 0 };
        for child in node.children().filter(Node::is_element) {
            let inner = self.cost(child)?;
            cost.elements = cost.elements.saturating_add(inner.elements);
            cost.steps = cost.steps.max(inner.steps);
        }
        let styled = self.rules.iter().filter(|(selectors, _)| may_select(selectors, node));
        let styled: Vec<&str> = styled.flat_map(|(_, body)| references("style", body)).collect();
        let own = node.attributes().flat_map(|attribute| references(attribute.name(), attribute.value()));
        for name in own.chain(styled) {
            let Some(target) =
                self.named.get(name).copied().filter(|target| !self.open.contains(&target.id()))
            else {
                continue;
            };
            // The chain is followed before its length is known, so it must not be followed further than the limit.
            if self.open.len() > MAX_STEPS * MAX_NESTING {
                return Err(Excess::References);
            }
            let referred = self.cost(target)?;
            cost.elements = cost.elements.saturating_add(referred.elements);
            cost.steps = cost.steps.max(referred.steps + 1);
        }
        self.open.remove(&node.id());
        if cost.steps > MAX_STEPS {
            return Err(Excess::References);
        }
        self.known.insert(node.id(), cost);
        Ok(cost)
    }
}

/// Whether selectors may select an element: they contain its name, its `id`, one of its classes, or `*`.
fn may_select(selectors: &str, node: Node) -> bool {
    let classes = node.attribute("class").unwrap_or_default().split_whitespace();
    let mut names = classes.chain(node.attribute("id")).chain([node.tag_name().name(), "*"]);
    names.any(|name| selectors.contains(name))
}

/// The names of the elements that an attribute refers to: `url(#name)` anywhere, and `#name` in `href`.
fn references<'t>(attribute: &str, value: &'t str) -> impl Iterator<Item = &'t str> {
    let link = value.trim().strip_prefix('#').filter(|_| attribute == "href");
    let urls = value.split("url(").skip(1).filter_map(|rest| {
        let name = rest.split(')').next()?.trim().trim_matches(['"', '\'']);
        name.strip_prefix('#')
    });
    link.into_iter().chain(urls)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(content: &str) -> Result<(), Excess> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{content}</svg>");
        check(&Document::parse(&text).unwrap())
    }

    fn chain(element: &str, attribute: &str, length: usize) -> String {
        let link = |number: usize| match attribute {
            "href" => format!("href=\"#{number}\""),
            _ => format!("{attribute}=\"url(#{number})\""),
        };
        let one =
            |number: usize| format!("<{element} id=\"{}\"><rect {}/></{element}>", number + 1, link(number));
        format!("<rect id=\"0\"/>{}<rect {}/>", (0..length).map(one).collect::<String>(), link(length))
    }

    #[test]
    fn what_usual_drawings_have_is_allowed() {
        assert_eq!(checked(&"<g>".repeat(20).replace("<g>", "<g><rect/></g>")), Ok(()));
        assert_eq!(checked(&chain("mask", "mask", 3)), Ok(()));
        assert_eq!(checked("<g id=\"a\"><use href=\"#a\"/></g>"), Ok(()), "usvg ignores circles");
        assert_eq!(checked(&"<rect/>".repeat(10_000)), Ok(()));
    }

    #[test]
    fn what_would_take_too_long_is_refused() {
        let nested =
            |element: &str| format!("<{element}>").repeat(3_000) + &format!("</{element}>").repeat(3_000);
        for element in ["tspan", "g", "svg", "a"] {
            assert_eq!(checked(&nested(element)), Err(Excess::Nesting), "{element}");
        }
        for (element, attribute) in [
            ("clipPath", "clip-path"),
            ("mask", "mask"),
            ("pattern", "fill"),
            ("marker", "marker-end"),
            ("g", "href"),
            ("g", "style"),
        ] {
            for length in [12, 2_000] {
                assert_eq!(
                    checked(&chain(element, attribute, length)),
                    Err(Excess::References),
                    "{element} {length}"
                );
            }
        }
        // Masks of masks, through a style sheet.
        let rule = |number: usize| format!(".m{number} {{ mask: url(#{number}) }}");
        let mask = |number: usize| format!("<mask id=\"{}\"><rect class=\"m{number}\"/></mask>", number + 1);
        let (rules, masks): (String, String) = ((0..30).map(rule).collect(), (0..30).map(mask).collect());
        let sheet = format!("<style>{rules}</style>{masks}<rect class=\"m29\"/>");
        assert_eq!(checked(&sheet), Err(Excess::References));
        // Each level draws the one before ten times.
        let level = |number: usize| {
            format!("<g id=\"{}\">{}</g>", number + 1, format!("<use href=\"#{number}\"/>").repeat(10))
        };
        let many = format!("<rect id=\"0\"/>{}<use href=\"#7\"/>", (0..7).map(level).collect::<String>());
        assert_eq!(checked(&many), Err(Excess::Size));
        assert_eq!(
            checked("<filter><feTurbulence/></filter>"),
            Err(Excess::Effect("feTurbulence".to_owned()))
        );
    }
}
