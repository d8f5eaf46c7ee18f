//! Links: what people type, and the address that it stands for. Programs accept only ASCII: a Thai domain is written in
//! Punycode, other Thai letters are percent-encoded. The page shows what was typed; the link on it and its QR code have
//! the same address.

pub(super) mod doubt;
pub(super) mod meant;
mod scheme;

use qrcodegen::QrCodeEcc;
use url::Host;

use scheme::{MAIL, SCHEMES, meant_scheme, split_before, split_scheme, unwrapped};

/// The most letters of a domain in ASCII, and of each of its parts. Source: RFC 1035, 2.3.4.
const MAX_DOMAIN: usize = 253;
const MAX_PART: usize = 63;
/// The most letters that a QR code holds at the level used here. Source: ISO/IEC 18004, table 7.
pub const MAX_IN_CODE: usize = 2_331;
/// Punctuation that an address may have. Source: RFC 3986, 2.2 and 2.3.
const PUNCTUATION: &[u8] = b"-._~:/?#[]@!$&'()*+,;=";
/// The endings of files that people name in place of an address.
const FILES: [&str; 12] =
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "zip", "rar"];

/// A link that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The link as typed, for people.
    pub written: String,
    /// Its address in ASCII, for programs.
    pub address: String,
}

/// Why a text is not a link that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// It does not begin with `https://`, `http://` or `mailto:`.
    Scheme,
    /// It names a file on somebody's own machine.
    File,
    /// It has spaces in it.
    Spaces,
    /// It has its scheme twice: `https://https://example.go.th`.
    SchemeTwice,
    /// These are several links.
    Several(Vec<String>),
    /// What stands behind `mailto:` is no e-mail address.
    Email(String),
    /// What stands where the domain belongs is no domain. The value is that part, which may be empty.
    Domain(String),
}

impl Link {
    /// Reads a link in a single line of text.
    pub fn read(written: &str) -> Result<Self, LinkFault> {
        let links = links_in(written);
        if links.len() > 1 {
            return Err(LinkFault::Several(links));
        }
        let Some((scheme, rest)) = split_scheme(written) else {
            let is_file = is_file_name(written);
            return Err(if is_file { LinkFault::File } else { LinkFault::Scheme });
        };
        if rest.contains(char::is_whitespace) {
            return Err(LinkFault::Spaces);
        }
        if meant_scheme(rest).0.is_some() {
            return Err(LinkFault::SchemeTwice);
        }
        let mut address = scheme.to_owned();
        if scheme.eq_ignore_ascii_case(MAIL) {
            let (to, query) = split_before(rest, &['?']);
            for (at, one) in to.split(',').enumerate() {
                let (name, domain) = one.rsplit_once('@').unwrap_or_default();
                if name.is_empty() || domain.is_empty() {
                    return Err(LinkFault::Email(one.to_owned()));
                }
                address += if at > 0 { "," } else { "" };
                address += &encoded(name);
                address.push('@');
                address += &domain_in_ascii(domain)?;
            }
            address += &encoded(query);
        } else {
            let (authority, path) = split_before(rest, &['/', '?', '#', '\\']);
            let (user, server) = authority.split_at(authority.rfind('@').map_or(0, |at| at + 1));
            let port =
                server.rfind(':').filter(|at| server[at + 1..].bytes().all(|byte| byte.is_ascii_digit()));
            let (domain, port) = server.split_at(port.unwrap_or(server.len()));
            if port.len() > 1 && port[1..].parse::<u16>().is_err() {
                return Err(LinkFault::Domain(server.to_owned()));
            }
            address += &encoded(user);
            address += &domain_in_ascii(domain)?;
            address += port;
            // Browsers read a backslash as a slash, but not in a query. Source: WHATWG URL, 4.4.
            let (folders, query) = split_before(path, &['?', '#']);
            address += &encoded(&folders.replace('\\', "/"));
            address += &encoded(query);
        }
        Ok(Link { written: written.to_owned(), address })
    }

    /// The address as a QR code, readable if up to about a seventh of it is damaged. `None` if it is too long for one.
    pub fn qr_code(&self) -> Option<qrcodegen::QrCode> {
        let fits = self.address.len() <= MAX_IN_CODE;
        fits.then(|| qrcodegen::QrCode::encode_text(&self.address, QrCodeEcc::Medium).ok()).flatten()
    }
}

/// The links in a text. One within another, as in `https://example.go.th/?to=https://…`, is part of it.
fn links_in(text: &str) -> Vec<String> {
    const BETWEEN: &[char] = &[',', ';', '|', '(', '<', '[', '"', '“', '\''];
    let lower = text.to_ascii_lowercase();
    let begins = |at: usize| SCHEMES[..2].iter().any(|scheme| lower[at..].starts_with(scheme));
    let is_apart =
        |at: usize| text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || BETWEEN.contains(&c));
    let starts: Vec<usize> =
        lower.match_indices("http").map(|(at, _)| at).filter(|at| begins(*at) && is_apart(*at)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let link = |(start, end): (&usize, usize)| {
        let word = text[*start..end].split(char::is_whitespace).next().unwrap_or_default();
        word.trim_end_matches(BETWEEN).trim_end_matches([')', '>', ']', '”']).to_owned()
    };
    starts.iter().zip(ends).map(link).collect()
}

/// Whether a text names a file rather than an address: it begins with a drive or `file:`, or its only part ends as files
/// do.
fn is_file_name(text: &str) -> bool {
    let text = unwrapped(text);
    if meant_scheme(text).0.is_some() {
        return false;
    }
    let drive = matches!(text.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    let is_file = |name: &str| {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.is_some_and(|ending| FILES.contains(&ending.as_str()))
    };
    let parts: Vec<&str> = text.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | "..")).collect();
    let on_a_server = parts.len() > 1 && parts[0].contains('.') && !parts[0].contains(char::is_whitespace);
    let local = text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("file:"));
    drive || local || !on_a_server && parts.last().is_some_and(|last| is_file(last))
}

/// A domain in ASCII: the parts with other letters in Punycode. ASCII stays as typed.
fn domain_in_ascii(domain: &str) -> Result<String, LinkFault> {
    let fault = || LinkFault::Domain(domain.to_owned());
    let host = Host::parse(domain).map_err(|_| fault())?;
    let ascii = match &host {
        Host::Domain(_) if domain.is_ascii() && !domain.contains('%') => domain.to_owned(),
        host => host.to_string(),
    };
    if let Host::Domain(name) = &host {
        let name = name.strip_suffix('.').unwrap_or(name);
        let allowed = |part: &str| {
            let is_letter = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
            (1..=MAX_PART).contains(&part.len()) && part.bytes().all(is_letter)
        };
        if name.len() > MAX_DOMAIN || !name.split('.').all(allowed) {
            return Err(fault());
        }
    }
    Ok(ascii)
}

/// A text in ASCII, percent-encoded. What is percent-encoded already stays as it is. Source: RFC 3987, 3.1.
fn encoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_code =
        |at: usize| bytes.get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
    let one = |(at, byte): (usize, &u8)| match byte {
        b'%' if is_code(at) => "%".to_owned(),
        byte if byte.is_ascii_alphanumeric() || PUNCTUATION.contains(byte) => char::from(*byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    bytes.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(written: &str) -> String {
        Link::read(written).unwrap().address
    }

    #[test]
    fn thai_domains_are_punycode_and_other_thai_letters_percent_encoded_once() {
        assert_eq!(address("https://ไทย.ไทย/"), "https://xn--o3cw4h.xn--o3cw4h/");
        assert_eq!(
            address("https://www.เทศบาล.ไทย/ประกาศ?ปี=2567#ข้อ"),
            "https://www.xn--o3cg7ak5c9d.xn--o3cw4h/%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8?\
             %E0%B8%9B%E0%B8%B5=2567#%E0%B8%82%E0%B9%89%E0%B8%AD"
        );
        assert_eq!(address("http://EXAMPLE.ไทย:8080/"), "http://example.xn--o3cw4h:8080/");
        assert_eq!(
            address("mailto:ร้อง@ตัวอย่าง.ไทย?subject=ก"),
            "mailto:%E0%B8%A3%E0%B9%89%E0%B8%AD%E0%B8%87@xn--72c1a1bt4awk9o.xn--o3cw4h?subject=%E0%B8%81"
        );
        assert_eq!(
            address("https://%E0%B9%84%E0%B8%97%E0%B8%A2.%E0%B9%84%E0%B8%97%E0%B8%A2"),
            "https://xn--o3cw4h.xn--o3cw4h"
        );
        assert_eq!(
            address("https://a.go.th/%E0%B8%81%20b/ร้อยละ100%"),
            "https://a.go.th/%E0%B8%81%20b/%E0%B8%A3%E0%B9%89%E0%B8%AD%E0%B8%A2%E0%B8%A5%E0%B8%B0100%25"
        );
    }

    #[test]
    fn a_backslash_is_a_slash_as_in_browsers() {
        assert_eq!(address("https://example.go.th\\ita\\o34?a\\b"), "https://example.go.th/ita/o34?a%5Cb");
    }

    #[test]
    fn what_is_ascii_stays_as_typed() {
        for link in [
            "https://www.example.go.th/ita/o34",
            "HTTP://User:x@Example.go.th:8080?a=[1]&b='2'",
            "https://192.168.1.10/o34",
            "https://[2001:db8::1]:443/",
            "https://my_site.example.go.th.",
            "mailto:saraban@example.go.th,info@example.go.th",
        ] {
            assert_eq!(address(link), link);
        }
    }

    #[test]
    fn what_is_no_link_is_told_apart() {
        let domain = |part: &str| Err(LinkFault::Domain(part.to_owned()));
        for (written, fault) in [
            ("javascript:alert(1)", Err(LinkFault::Scheme)),
            ("www.example.go.th", Err(LinkFault::Scheme)),
            ("ประกาศ", Err(LinkFault::Scheme)),
            ("C:\\Users\\ita\\o34.pdf", Err(LinkFault::File)),
            ("เอกสาร/ประกาศ มาตรการ.pdf", Err(LinkFault::File)),
            ("file:///C:/o34.pdf", Err(LinkFault::File)),
            ("https://example.go.th/แผน งาน.pdf", Err(LinkFault::Spaces)),
            ("https://", domain("")),
            ("http:///x", domain("")),
            ("https://www..go.th/", domain("www..go.th")),
            ("https://www,example.go.th/", domain("www,example.go.th")),
            ("https://example.go.th:80800/", domain("example.go.th:80800")),
            ("https://่ไทย.ไทย/", domain("่ไทย.ไทย")),
            ("mailto:saraban.go.th", Err(LinkFault::Email("saraban.go.th".to_owned()))),
            ("mailto:a@", Err(LinkFault::Email("a@".to_owned()))),
            ("https://https://example.go.th/", Err(LinkFault::SchemeTwice)),
            ("https:/example.go.th/o34.pdf", Err(LinkFault::Scheme)),
            ("https//example.go.th/o34.pdf", Err(LinkFault::Scheme)),
            ("htps://example.go.th/o34.pdf", Err(LinkFault::Scheme)),
            ("(https://example.go.th/o34.pdf", Err(LinkFault::Scheme)),
        ] {
            assert_eq!(Link::read(written).map(|link| link.address), fault, "{written}");
        }
        for (written, links) in [
            (
                "https://example.go.th/a https://example.go.th/b",
                ["https://example.go.th/a", "https://example.go.th/b"],
            ),
            (
                "HTTP://example.go.th/a,https://example.go.th/b",
                ["HTTP://example.go.th/a", "https://example.go.th/b"],
            ),
            (
                "ดูที่ https://example.go.th/a, และ (https://example.go.th/b)",
                ["https://example.go.th/a", "https://example.go.th/b"],
            ),
        ] {
            assert_eq!(
                Link::read(written),
                Err(LinkFault::Several(links.map(str::to_owned).to_vec())),
                "{written}"
            );
        }
        assert!(Link::read("https://example.go.th/?to=https://www.example.go.th/a,b").is_ok());
        let long = format!("https://{}.ไทย/", "มาตรการ".repeat(12));
        assert!(matches!(Link::read(&long), Err(LinkFault::Domain(_))));
    }
}
