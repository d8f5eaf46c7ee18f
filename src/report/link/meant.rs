//! The link that was meant by a text that is none: with a scheme that is misspelt, missing or there twice, with spaces, commas
//! or backslashes, or among words.

use super::scheme::{MAIL, meant_scheme, split_before, split_scheme, unwrapped};
use super::{Link, is_file_name};

/// The link that was probably meant by a text that is none. `None` if that cannot be told.
pub fn meant(written: &str) -> Option<String> {
    let is_valid = |link: &String| Link::read(link).is_ok();
    // A link among words.
    let words: Vec<&str> = written.split_whitespace().map(unwrapped).collect();
    let begins_a_link = |word: &&&str| split_scheme(word).is_some_and(|(_, rest)| !rest.is_empty());
    let among_words = split_scheme(written).is_none() || words.iter().filter(begins_a_link).count() > 1;
    if let Some(link) = words.iter().find(begins_a_link).filter(|_| among_words && words.len() > 1) {
        return Some((*link).to_owned()).filter(is_valid).or_else(|| repaired(link));
    }
    repaired(unwrapped(written))
}

/// A link with the usual slips put right.
fn repaired(written: &str) -> Option<String> {
    let is_valid = |link: &String| Link::read(link).is_ok();
    if split_scheme(written).is_none() && is_file_name(written) {
        return None;
    }
    let (scheme, rest) = meant_scheme(written);
    let rest = rest.trim().replace('\\', "/");
    if scheme == Some(MAIL) || scheme.is_none() && split_before(&rest, &['/']).0.contains('@') {
        let address: String = rest.split_whitespace().collect();
        return Some(format!("{MAIL}{address}")).filter(is_valid);
    }
    let (domain, path) = split_before(&rest, &['/', '?', '#']);
    let domain: String = domain.replace(',', ".").split_whitespace().collect();
    // Without a scheme, only what looks like a domain is one.
    let (_, ending) = domain.rsplit_once('.')?;
    let name = ending.split(':').next().unwrap_or_default();
    if scheme.is_none() && (name.chars().count() < 2 || name.contains(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let path = path.split_whitespace().collect::<Vec<_>>().join("%20");
    let scheme = scheme.unwrap_or("https://");
    Some(format!("{scheme}{domain}{path}")).filter(is_valid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_that_was_meant_is_told() {
        for (written, right) in [
            ("www.example.go.th", "https://www.example.go.th"),
            ("example.go.th/ita/o34.pdf", "https://example.go.th/ita/o34.pdf"),
            ("//example.go.th/ita", "https://example.go.th/ita"),
            ("อบต-ตัวอย่าง.ไทย/ประกาศ", "https://อบต-ตัวอย่าง.ไทย/ประกาศ"),
            ("saraban@example.go.th", "mailto:saraban@example.go.th"),
            ("mailto: saraban@example.go.th", "mailto:saraban@example.go.th"),
            ("https:/example.go.th/a", "https://example.go.th/a"),
            ("https//example.go.th/a", "https://example.go.th/a"),
            ("http;//example.go.th/a", "http://example.go.th/a"),
            ("htpps://example.go.th/a", "https://example.go.th/a"),
            ("https://https://example.go.th/a", "https://example.go.th/a"),
            ("https:\\\\example.go.th\\a", "https://example.go.th/a"),
            ("http:///example.go.th/x", "http://example.go.th/x"),
            ("https:// example.go.th/a", "https://example.go.th/a"),
            ("https://example.go.th/แผน งาน 2567.pdf", "https://example.go.th/แผน%20งาน%202567.pdf"),
            ("https://www,example .go.th/a", "https://www.example.go.th/a"),
            ("ดูที่ https://example.go.th/a (หน้า 2)", "https://example.go.th/a"),
            ("https://example.go.th/แผน (1)", "https://example.go.th/แผน%20(1)"),
            ("<https://example.go.th/a>", "https://example.go.th/a"),
            ("https:/example.go.th/o34.pdf", "https://example.go.th/o34.pdf"),
            ("https//www.example.go.th/o34.pdf", "https://www.example.go.th/o34.pdf"),
            ("htps://www.example.go.th/o34.pdf", "https://www.example.go.th/o34.pdf"),
            ("(https://www.example.go.th/o34.pdf", "https://www.example.go.th/o34.pdf"),
            ("https://http://www.example.go.th/o34.pdf", "http://www.example.go.th/o34.pdf"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(right), "{written}");
        }
        for written in [
            "ประกาศ",
            "o34.pdf",
            "javascript:alert(1)",
            "https://",
            "http:///x",
            "-",
            "C:\\o34.pdf",
            "ข้อ 1.2",
        ] {
            assert_eq!(meant(written), None, "{written}");
        }
    }
}
