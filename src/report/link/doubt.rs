//! What is doubtful about a link that can be used.

use url::Host;

use super::Link;
use super::scheme::{MAIL, split_before, split_scheme};

/// Endings of domains that no name server of the internet knows. Source: RFC 6761, RFC 6762 and RFC 8375; `internal` is
/// reserved by ICANN, and `lan` is what home routers call their network.
const PRIVATE: [&str; 5] = ["localhost", "local", "internal", "lan", "home.arpa"];

/// Why a link that can be used may not be what was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It ends with a mark that most likely belongs to the text that it was copied from. The value is the link without it.
    Ending(String),
    /// It has a backslash, which browsers read as a slash. The value is the link with slashes.
    Backslash(String),
    /// Its server can only be reached from the same machine or office. The value is the server.
    Private(String),
}

/// What is doubtful about a link.
pub fn doubts(link: &Link) -> Vec<Doubt> {
    let Some((scheme, rest)) = split_scheme(&link.written) else { return Vec::new() };
    if scheme.eq_ignore_ascii_case(MAIL) {
        return Vec::new();
    }
    let mut doubts = Vec::new();
    let ended = without_ending(&link.written);
    if ended.len() < link.written.len() && Link::read(ended).is_ok() {
        doubts.push(Doubt::Ending(ended.to_owned()));
    }
    let (path, query) = split_before(rest, &['?', '#']);
    if path.contains('\\') {
        doubts.push(Doubt::Backslash(format!("{scheme}{}{query}", path.replace('\\', "/"))));
    }
    let (authority, _) = split_before(rest, &['/', '?', '#', '\\']);
    let server = authority.rsplit('@').next().unwrap_or_default();
    let name = server.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let name = name.map_or(server, |(name, _)| name);
    if is_private(name) {
        doubts.push(Doubt::Private(name.to_owned()));
    }
    doubts
}

/// A link without the marks at its end that do not belong to it: a point or comma, and what closes a pair that the link
/// does not open.
fn without_ending(written: &str) -> &str {
    let mut link = written;
    while let Some(last) = link.chars().next_back() {
        let opens = match last {
            '.' | ',' | ';' => None,
            ')' => Some('('),
            ']' => Some('['),
            '>' => Some('<'),
            '”' => Some('“'),
            '"' => Some('"'),
            _ => break,
        };
        let rest = &link[..link.len() - last.len_utf8()];
        let count = |c: char| rest.chars().filter(|other| *other == c).count();
        let is_open =
            |open: char| if open == last { count(open) % 2 == 1 } else { count(open) > count(last) };
        if opens.is_some_and(is_open) {
            break;
        }
        link = rest;
    }
    link
}

/// Whether a server can only be reached from the same machine or network.
fn is_private(name: &str) -> bool {
    match Host::parse(name) {
        Ok(Host::Domain(name)) => {
            let name = name.strip_suffix('.').unwrap_or(&name).to_ascii_lowercase();
            let ends = |ending: &str| {
                name.strip_suffix(ending).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            };
            // A server of an office has a name without a dot.
            !name.contains('.') || PRIVATE.iter().any(|ending| ends(ending))
        }
        Ok(Host::Ipv4(address)) => {
            address.is_private()
                || address.is_loopback()
                || address.is_link_local()
                || address.is_unspecified()
        }
        Ok(Host::Ipv6(address)) => {
            address.is_loopback()
                || address.is_unique_local()
                || address.is_unicast_link_local()
                || address.is_unspecified()
        }
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(written: &str) -> Vec<Doubt> {
        doubts(&Link::read(written).unwrap())
    }

    #[test]
    fn marks_of_the_text_around_a_link_are_told() {
        for (written, right) in [
            ("https://example.go.th/o34.pdf.", "https://example.go.th/o34.pdf"),
            ("https://example.go.th/o34.pdf),", "https://example.go.th/o34.pdf"),
            ("https://example.go.th/a_(2)]", "https://example.go.th/a_(2)"),
        ] {
            assert_eq!(of(written), [Doubt::Ending(right.to_owned())], "{written}");
        }
        for written in
            ["https://example.go.th/a_(2)", "https://example.go.th/?a[1]=[2]", "https://example.go.th/"]
        {
            assert_eq!(of(written), [], "{written}");
        }
    }

    #[test]
    fn backslashes_are_told_but_not_in_a_query() {
        let right = "https://example.go.th/ita/o34".to_owned();
        assert_eq!(of("https://example.go.th\\ita\\o34"), [Doubt::Backslash(right)]);
        assert_eq!(of("https://example.go.th/?a=\\"), []);
    }

    #[test]
    fn servers_that_nobody_outside_can_reach_are_told() {
        for server in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1",
            "192.168.1.10:80",
            "10.0.0.5",
            "172.16.3.4",
            "[::1]:80",
            "[fd00::1]",
            "nas.local",
            "intranet",
        ] {
            assert!(matches!(of(&format!("https://{server}/o34"))[..], [Doubt::Private(_)]), "{server}");
        }
        for server in
            ["www.example.go.th", "203.0.113.7", "172.32.0.1", "เทศบาล.ไทย", "mylocal.go.th", "[2001:db8::1]"]
        {
            assert_eq!(of(&format!("https://{server}/o34")), [], "{server}");
        }
    }
}
