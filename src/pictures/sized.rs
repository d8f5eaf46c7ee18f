//! Drawings as `usvg` has to read them. It takes a relative size for one in pixels, and a missing one for that of the view
//! box, each by itself; then the drawing has other proportions than what it shows. It also draws nothing in place of HTML
//! text, even where the drawing has a text to fall back on.

use usvg::roxmltree::{Document, Node};

use super::fault::PictureFault;

/// Beyond this ratio of its sides, nothing of a drawing can be seen.
const MAX_RATIO: f64 = 1_000.0;
/// What draw.io writes below a drawing for programs that do not know HTML text.
const NOTICE: &str = "Text is not SVG - cannot display";

/// The text of a drawing with its size in pixels, and without HTML text that has a text to fall back on. `None` if it is so
/// already.
pub(super) fn normalized(text: &str, drawing: &Document) -> Result<Option<String>, PictureFault> {
    let mut edits = Vec::new();
    let root = drawing.root_element();
    if let Some((width, height)) = size(root)? {
        for (name, length) in [("width", width), ("height", height)] {
            match root.attribute_node(name) {
                Some(written) => edits.push((written.range_value(), length.to_string())),
                None => {
                    // Behind the name of the element.
                    let name_end =
                        text[root.range()].find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
                    let at = root.range().start + name_end.unwrap_or("<svg".len());
                    edits.push((at..at, format!(" {name}=\"{length}\"")));
                }
            }
        }
    }
    for switch in drawing.descendants().filter(|node| node.has_tag_name("switch")) {
        let html = switch.children().filter(|child| is_html(*child));
        let has_other = switch.children().any(|child| child.is_element() && !is_html(child));
        if words(switch) == NOTICE {
            edits.push((switch.range(), String::new()));
        } else if has_other {
            edits.extend(html.map(|child| (child.range(), String::new())));
        }
    }
    if edits.is_empty() {
        return Ok(None);
    }
    // From the end, so that the places before stay. An element within one that is left out is left out with it.
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut whole = String::new();
    let mut at = 0;
    for (range, right) in edits.iter().filter(|(range, _)| range.end <= text.len()) {
        if range.start >= at {
            whole += &text[at..range.start];
            whole += right;
            at = range.end;
        }
    }
    Ok(Some(whole + &text[at..]))
}

/// The words of HTML text that the drawing does not show, because it has no other text in its place, or only the beginning of
/// it. Empty if there are none.
pub(super) fn lost_words(drawing: &Document) -> String {
    let html = drawing.descendants().filter(|node| is_html(*node));
    let outermost = html.filter(|node| !node.ancestors().skip(1).any(is_html));
    let is_lost = |node: &Node| {
        let own = words(*node);
        let parent = node.parent().filter(|parent| parent.has_tag_name("switch"));
        let others = parent.into_iter().flat_map(|switch| switch.children()).filter(|child| !is_html(*child));
        let shown: String = others.map(words).collect();
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        !own.is_empty() && !letters(&shown).contains(&letters(&own))
    };
    outermost.filter(is_lost).map(words).collect::<Vec<_>>().join(" ")
}

fn is_html(node: Node) -> bool {
    node.is_element() && node.tag_name().name() == "foreignObject"
}

/// The text within an element, with single spaces, without style sheets and scripts.
fn words(node: Node) -> String {
    let texts = node.descendants().filter(|inner| inner.is_text()).filter(|inner| {
        !inner
            .ancestors()
            .any(|outer| matches!(outer.tag_name().name(), "style" | "script" | "title" | "desc"))
    });
    let text = texts.filter_map(|inner| inner.text()).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The size in pixels that a drawing has to be given. `None` if it has one. What is missing or relative follows from the view
/// box, as in a browser. Source: CSS Images 3, 5.2.
fn size(root: Node) -> Result<Option<(f64, f64)>, PictureFault> {
    let side = |name: &str| match root.attribute(name).map(|written| (written, length(written))) {
        Some((written, Some(length))) if length <= 0.0 => {
            Err(PictureFault::Broken(format!("<svg {name}=\"{written}\">")))
        }
        written => Ok(written.and_then(|(_, length)| length)),
    };
    let (width, height) = (side("width")?, side("height")?);
    let thin = |(width, height): (f64, f64)| width.max(height) > MAX_RATIO * width.min(height);
    let Some((box_width, box_height)) = view_box(root) else {
        return match (width, height) {
            (Some(width), Some(height)) if thin((width, height)) => Err(PictureFault::Thin),
            _ => Ok(None),
        };
    };
    let of_box = match (width, height) {
        (Some(width), Some(height)) if !thin((width, height)) => return Ok(None),
        (Some(width), None) => (width, width * box_height / box_width),
        (None, Some(height)) => (height * box_width / box_height, height),
        _ => (box_width, box_height),
    };
    if thin(of_box) { Err(PictureFault::Thin) } else { Ok(Some(of_box)) }
}

/// The width and height of the view box. `None` if there is none that can be used.
fn view_box(root: Node) -> Option<(f64, f64)> {
    let numbers =
        root.attribute("viewBox")?.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = numbers.map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [_, _, width, height] = numbers[..] else { return None };
    (width > 0.0 && height > 0.0 && (width + height).is_finite()).then_some((width, height))
}

/// An absolute length in pixels. `None` if it is relative, or no length.
fn length(written: &str) -> Option<f64> {
    const PER_INCH: f64 = 96.0;
    let written = written.trim();
    let unit = written.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-'));
    // The exponent of a number looks like the beginning of a unit.
    let unit = if unit.starts_with(['e', 'E']) && !matches!(unit, "em" | "ex") {
        unit[1..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'))
    } else {
        unit
    };
    let pixels = match unit.trim() {
        "" | "px" => 1.0,
        "pt" => PER_INCH / 72.0,
        "pc" => PER_INCH / 6.0,
        "in" => PER_INCH,
        "cm" => PER_INCH / 2.54,
        "mm" => PER_INCH / 25.4,
        _ => return None,
    };
    let number: f64 = written[..written.len() - unit.len()].trim().parse().ok()?;
    number.is_finite().then_some(number * pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sized(attributes: &str) -> Result<Option<(f64, f64)>, PictureFault> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>");
        size(Document::parse(&text).unwrap().root_element())
    }

    #[test]
    fn a_missing_or_relative_size_follows_from_the_view_box() {
        let of = |attributes: &str| sized(&format!("{attributes} viewBox=\"0 0 576 288\""));
        for relative in ["", "width='100%'", "height='1em'", "width='100%' height='100%'"] {
            assert_eq!(of(relative), Ok(Some((576.0, 288.0))), "{relative}");
        }
        assert_eq!(of("width='96px'"), Ok(Some((96.0, 48.0))));
        assert_eq!(of("height='1in' width='auto'"), Ok(Some((192.0, 96.0))));
        assert_eq!(of("width='1e2' height='50'"), Ok(None));
        assert_eq!(of("width='1000000000' height='1'"), Ok(Some((576.0, 288.0))));
        assert_eq!(sized("width='1000000000' height='1'"), Err(PictureFault::Thin));
        assert_eq!(sized("width='100%'"), Ok(None));
        assert_eq!(of("width='-5' height='9'"), Err(PictureFault::Broken("<svg width=\"-5\">".to_owned())));
        assert_eq!(sized("width='20' height='10' viewBox='0 0 0 0'"), Ok(None));
    }

    #[test]
    fn html_text_gives_way_to_the_text_to_fall_back_on() {
        let drawing = |content: &str| {
            format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{content}</svg>")
        };
        let html = "<foreignObject><div>ขั้นที่ <b>หนึ่ง</b></div></foreignObject>";
        let lost = |content: &str| lost_words(&Document::parse(&drawing(content)).unwrap());
        assert_eq!(lost(html), "ขั้นที่ หนึ่ง");
        let switch = |other: &str| format!("<switch>{html}{other}</switch>");
        assert_eq!(lost(&switch("<text>ขั้นที่หนึ่ง</text>")), "");
        assert_eq!(lost(&switch("<text>ขั้นที่...</text>")), "ขั้นที่ หนึ่ง", "cut short");
        assert_eq!(lost(&switch("")), "ขั้นที่ หนึ่ง");
        let text = drawing(&switch("<text>ขั้นที่หนึ่ง</text>"));
        let right = normalized(&text, &Document::parse(&text).unwrap()).unwrap();
        assert_eq!(right, Some(drawing("<switch><text>ขั้นที่หนึ่ง</text></switch>")));
        let notice = format!("<switch><g requiredFeatures='x'/><a><text>{NOTICE}</text></a></switch>");
        let text = drawing(&notice);
        assert_eq!(normalized(&text, &Document::parse(&text).unwrap()).unwrap(), Some(drawing("")));
    }
}
