//! Limits to how complex a drawing may be. `usvg` follows nested elements and references by recursion, and a reference
//! to an element draws it once more, so that a small file can take any amount of stack and time. What is counted is an
//! upper bound.

use std::collections::{BTreeMap, HashMap, HashSet};

use usvg::roxmltree::{Document, Node, NodeId};

use super::fault::Excess;
use super::references::{StyleSheets, Use, filter_functions, references};

/// The most levels of elements within elements.
const MAX_NESTING: usize = 100;
/// The most steps of references, such as a mask within a mask. Each step can draw the rest twice.
const MAX_STEPS: usize = 8;
/// The most elements and characters, counted as often as they are drawn.
const MAX_ELEMENTS: u64 = 200_000;
/// The most characters of text. Shaping takes time with the square of a text's length.
const MAX_CHARACTERS: u64 = 20_000;
/// The most effects of filters, counted as often as they are drawn. `effects` limits the area of those that are left.
const MAX_EFFECTS: u64 = 100;
/// The most rules of style sheets, times elements. Every rule is tried on every element.
const MAX_SELECTIONS: usize = 10_000_000;
/// A picture within a drawing counts as one element for so many bytes of its link: at most as many as a drawing can have
/// in them.
const BYTES_OF_ELEMENT: usize = 4;
/// The same for photographs, which take less time.
const BYTES_OF_PHOTOGRAPH: usize = 1_000;
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
    let sheets = StyleSheets::new(drawing);
    if sheets.count.saturating_mul(depths.len()) > MAX_SELECTIONS {
        return Err(Excess::Rules);
    }
    let elements = drawing.descendants().filter(Node::is_element);
    let named = elements.filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut drawn = Drawn { named, sheets, known: HashMap::new(), open: HashSet::new() };
    let Cost { elements, characters, effects, .. } = drawn.cost(drawing.root_element())?;
    if effects > MAX_EFFECTS {
        Err(Excess::Effects)
    } else if characters > MAX_CHARACTERS {
        Err(Excess::Text)
    } else if elements > MAX_ELEMENTS {
        Err(Excess::Size)
    } else {
        Ok(())
    }
}

/// What drawing an element takes, with everything in it and everything that it refers to, as often as it is drawn.
#[derive(Clone, Copy, Default)]
struct Cost {
    elements: u64,
    /// The corners of its shapes, where markers are drawn.
    corners: u64,
    /// The characters of its texts.
    characters: u64,
    /// The effects of its filters.
    effects: u64,
    /// The longest chain of references that begins in it.
    steps: usize,
}

impl Cost {
    /// Adds what is drawn so many times.
    fn add(&mut self, other: Cost, times: u64) {
        let add = |sum: &mut u64, count: u64| *sum = sum.saturating_add(count.saturating_mul(times));
        add(&mut self.elements, other.elements);
        add(&mut self.corners, other.corners);
        add(&mut self.characters, other.characters);
        add(&mut self.effects, other.effects);
    }
}

struct Drawn<'d, 'i> {
    named: BTreeMap<&'d str, Node<'d, 'i>>,
    sheets: StyleSheets<'d>,
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
        let mut cost = own_cost(node);
        cost.effects += filter_functions(node, &self.sheets) as u64;
        for child in node.children().filter(Node::is_element) {
            let inner = self.cost(child)?;
            cost.add(inner, 1);
            cost.steps = cost.steps.max(inner.steps);
        }
        let mut references = references(node, &self.sheets);
        // What is drawn once may have shapes that inherit the other properties.
        references.sort_by_key(|reference| reference.drawn != Use::Once);
        for reference in references {
            let target = self.named.get(reference.name).copied();
            let Some(target) = target.filter(|target| !self.open.contains(&target.id())) else { continue };
            // The chain is followed before its length is known, so it must not be followed further than the limit.
            if self.open.len() > MAX_STEPS * MAX_NESTING {
                return Err(Excess::References);
            }
            let mut referred = self.cost(target)?;
            cost.steps = cost.steps.max(referred.steps + 1);
            let times = match reference.drawn {
                Use::Once => 1,
                Use::Filter => {
                    // The first element is the filter itself.
                    referred.effects = referred.effects.saturating_add(referred.elements - 1);
                    1
                }
                Use::EachShape => cost.elements,
                Use::EachCorner => cost.corners,
            };
            cost.add(referred, times);
        }
        self.open.remove(&node.id());
        if cost.steps > MAX_STEPS {
            return Err(Excess::References);
        }
        self.known.insert(node.id(), cost);
        Ok(cost)
    }
}

/// What an element takes without those in it.
fn own_cost(node: Node) -> Cost {
    let length =
        |name: &str| node.attributes().filter(|a| a.name() == name).map(|a| a.value().len()).sum::<usize>();
    let link = node.attributes().find(|attribute| attribute.name() == "href").map_or("", |href| href.value());
    let within = match link.trim_start().strip_prefix("data:") {
        Some(data) if data.starts_with("image/svg") => data.len() / BYTES_OF_ELEMENT,
        Some(data) => data.len() / BYTES_OF_PHOTOGRAPH,
        None => 0,
    };
    let texts = node.children().filter_map(|child| child.text()).map(|text| text.trim().chars().count());
    let is_text = matches!(node.tag_name().name(), "text" | "tspan" | "textPath" | "tref" | "a" | "switch");
    Cost {
        elements: 1 + within as u64,
        // A corner takes at least two characters, and a shape without any has some.
        corners: 4 + (length("d") + length("points")) as u64 / 2,
        characters: if is_text { texts.sum::<usize>() as u64 } else { 0 },
        effects: 0,
        steps: 0,
    }
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
            "style" => format!("style=\"fill: red; mask: url(#{number})\""),
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

    #[test]
    fn what_shapes_inherit_is_counted_for_each() {
        let rects = |count: usize| "<rect/>".repeat(count);
        let line = |points: usize| {
            format!("<polyline points=\"{}\" marker-mid=\"url(#a)\"/>", "1 2 ".repeat(points))
        };
        let marker = format!("<marker id=\"a\">{}</marker>", rects(300));
        assert_eq!(checked(&format!("{marker}{}", line(10))), Ok(()));
        assert_eq!(checked(&format!("{marker}{}", line(2_000))), Err(Excess::Size));
        let inherited = line(2_000).replace(" marker-mid=\"url(#a)\"", "");
        assert_eq!(
            checked(&format!("{marker}<g style=\"marker: url(#a)\">{inherited}</g>")),
            Err(Excess::Size)
        );
        let pattern = format!("<pattern id=\"a\">{}</pattern>", rects(1_000));
        assert_eq!(checked(&format!("{pattern}<g fill=\"url(#a)\">{}</g>", rects(20))), Ok(()));
        assert_eq!(checked(&format!("{pattern}<g fill=\"url(#a)\">{}</g>", rects(1_000))), Err(Excess::Size));
        let used = format!(
            "{pattern}<g id=\"b\">{}</g><g stroke=\"url('#a')\"><use href=\"#b\"/></g>",
            rects(1_000)
        );
        assert_eq!(checked(&used), Err(Excess::Size));
    }

    #[test]
    fn rules_that_may_select_anything_are_counted() {
        for selector in ["[a='1']", ":first-child", "*", "rect", "@media all"] {
            let rule = |number: usize| format!("{selector} {{ mask: url(#{number}) }}");
            let mask = |number: usize| format!("<mask id=\"{}\"><rect a=\"1\"/><rect/></mask>", number + 1);
            let (rules, masks): (String, String) = ((0..24).map(rule).collect(), (0..24).map(mask).collect());
            let sheet = format!("<style>{rules}</style>{masks}<rect a=\"1\"/>");
            assert!(checked(&sheet).is_err(), "{selector}");
        }
        let rules = (0..20_000).map(|number| format!(".c{number}{{fill:red}}")).collect::<String>();
        assert_eq!(
            checked(&format!("<style>{rules}</style>{}", "<rect/>".repeat(20_000))),
            Err(Excess::Rules)
        );
    }

    #[test]
    fn effects_texts_and_pictures_are_counted() {
        let blur = "<filter id=\"a\"><feGaussianBlur/></filter>";
        let many = |attribute: &str, count: usize| {
            checked(&format!("{blur}{}", format!("<rect {attribute}/>").repeat(count)))
        };
        let filter = Err(Excess::Effects);
        for attribute in ["filter=\"url(#a)\"", "style=\"filter: blur(5)\"", "filter=\"blur(5)\""] {
            assert_eq!(many(attribute, 20), Ok(()), "{attribute}");
            assert_eq!(many(attribute, 300), filter, "{attribute}");
        }
        let steps = format!(
            "<filter id=\"a\">{}</filter><rect filter=\"url(#a)\"/>",
            "<feGaussianBlur/>".repeat(300)
        );
        assert_eq!(checked(&steps), filter);
        assert_eq!(checked(&format!("<text>{}</text>", "ก".repeat(1_000))), Ok(()));
        assert_eq!(checked(&format!("<text>{}</text>", "ก".repeat(30_000))), Err(Excess::Text));
        let picture =
            format!("<image id=\"a\" href=\"data:image/svg+xml;base64,{}\"/>", "PHN2".repeat(10_000));
        assert_eq!(checked(&picture), Ok(()));
        assert_eq!(checked(&format!("{picture}{}", "<use href=\"#a\"/>".repeat(100))), Err(Excess::Size));
    }
}
