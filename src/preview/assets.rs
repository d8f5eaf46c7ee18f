//! The files of the page, from `web/preview/`. They are part of the program.

use super::session::Start;

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const FONT: &str = "font/ttf";

/// A file of the page.
pub struct Asset {
    pub kind: &'static str,
    pub bytes: &'static [u8],
}

/// Lists text files of `web/preview/` by name.
macro_rules! texts {
    ($name:expr, $($file:literal $kind:expr),* $(,)?) => {
        match $name {
            $($file => Some(Asset {
                kind: $kind,
                bytes: include_str!(concat!("../../web/preview/", $file)).as_bytes(),
            }),)*
            _ => None,
        }
    };
}

/// The file of this name. Only the files of this list are ever answered with.
pub fn asset(name: &str) -> Option<Asset> {
    let font = |bytes: &'static [u8]| Some(Asset { kind: FONT, bytes });
    match name {
        "regular.ttf" => font(include_bytes!("../../fonts/THSarabunPSK-Regular.ttf")),
        "bold.ttf" => font(include_bytes!("../../fonts/THSarabunPSK-Bold.ttf")),
        name => texts!(
            name,
            "style.css" CSS,
            "main.js" SCRIPT,
            "transport.js" SCRIPT,
            "pages.js" SCRIPT,
            "findings.js" SCRIPT,
            "export.js" SCRIPT,
            "keyboard.js" SCRIPT,
            "messages.js" SCRIPT,
            "theme.js" SCRIPT,
            "types.js" SCRIPT,
            "dom.js" SCRIPT,
            "storage.js" SCRIPT,
        ),
    }
}

/// The page itself, as it begins.
pub fn page(start: &Start) -> (&'static str, String) {
    let language = match start.language {
        super::session::PageLanguage::Th => "th",
        super::session::PageLanguage::En => "en",
    };
    let page = include_str!("../../web/preview/index.html")
        .replace("{{language}}", language)
        .replace("{{document}}", start.document.name())
        // The name comes last, because it may be anything.
        .replace("{{file}}", &escaped(&start.file));
    (HTML, page)
}

/// A text within HTML or the value of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
