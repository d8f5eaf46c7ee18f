//! Who is answered: only a page of this very server, at its address with the token.
//!
//! Any program and any web page on the computer can send requests to 127.0.0.1. A page of another site cannot know the token,
//! and is told apart by `Origin` and `Sec-Fetch-Site`. A name that somebody made lead to 127.0.0.1 is told apart by `Host`.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What the page may load: its own modules, styles, fonts and pictures, and its own PDF in a frame to print it. Nothing inline,
/// and nothing from elsewhere.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What the PDF may load. Browsers show a PDF with a viewer of their own, which a stricter policy would stop.
const PDF_POLICY: &str = "frame-ancestors 'self'";

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The address of the server.
#[derive(Clone)]
pub struct Access {
    hosts: Arc<[String]>,
    token: Arc<str>,
}

impl Access {
    pub fn new(port: u16, token: &str) -> Self {
        let names = ["127.0.0.1", "localhost"];
        let mut hosts: Vec<String> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            hosts.extend(names.map(str::to_owned));
        }
        Access { hosts: hosts.into(), token: token.into() }
    }

    /// The status with which a request is refused. `None` if it is answered.
    fn refuses(&self, method: &Method, headers: &HeaderMap, path: &str) -> Option<StatusCode> {
        let header = |name: HeaderName| headers.get_all(name).iter().collect::<Vec<_>>();
        let is_ours = |host: &str| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        let hosts = header(HOST);
        let own_host = hosts.len() == 1 && hosts[0].to_str().is_ok_and(is_ours);
        let own_origin = header(ORIGIN).iter().all(|origin| {
            origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://")).is_some_and(is_ours)
        });
        let own_site = header(SEC_FETCH_SITE).iter().all(|site| *site == "same-origin" || *site == "none");
        if !own_host || !own_origin || !own_site {
            return Some(StatusCode::FORBIDDEN);
        }
        let token = path.strip_prefix('/').and_then(|rest| rest.split('/').next()).unwrap_or_default();
        if !is_same(token, &self.token) {
            return Some(StatusCode::NOT_FOUND);
        }
        let reads = method == Method::GET || method == Method::HEAD;
        (!reads).then_some(StatusCode::METHOD_NOT_ALLOWED)
    }
}

/// Compares in a time that does not depend on where two texts differ.
fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0
}

/// Refuses or answers a request, and sets the headers that every answer has.
pub async fn guard(State(access): State<Access>, request: Request, next: Next) -> Response {
    let refused = access.refuses(request.method(), request.headers(), request.uri().path());
    let mut response = match refused {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    };
    let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let policy = match kind {
        "application/pdf" => PDF_POLICY,
        _ => PAGE_POLICY,
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, policy),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
