//! What proves the work: titles with their links, as text and as QR codes for the report on paper.

use qrcodegen::QrCodeEcc;
use serde::Serialize;

use super::speaker::Speaker;
use super::wording::REPORT;
use crate::report::Evidence;

/// The section of evidence.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceView {
    /// Its heading.
    pub heading: String,
    /// Its items.
    pub items: Vec<EvidenceItem>,
}

/// A document that proves the work.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceItem {
    /// Its number.
    pub marker: String,
    /// What it is.
    pub title: String,
    /// Where it is, as the file has it.
    pub url: Option<String>,
    /// The same as readers of PDF take it: letters of other scripts are percent-encoded.
    pub link: Option<String>,
    /// The link as a QR code, where one can hold it.
    pub qr: Option<QrCode>,
}

/// A QR code.
#[derive(Debug, Clone, Serialize)]
pub struct QrCode {
    /// Its rows from the top, `1` for a dark module.
    pub rows: Vec<String>,
    /// What it is, for those who do not see it.
    pub alt: String,
}

pub(super) fn evidence(speaker: Speaker) -> Option<EvidenceView> {
    let item = |(evidence, number): (&Evidence, usize)| {
        let url = evidence.url.as_ref().map(|url| url.value.clone());
        EvidenceItem {
            marker: format!("{}.", speaker.number(number)),
            title: title(speaker, evidence),
            qr: url.as_deref().and_then(qr_code),
            link: url.as_deref().map(in_ascii),
            url,
        }
    };
    let items: Vec<EvidenceItem> = speaker.report.evidence.iter().zip(1..).map(item).collect();
    (!items.is_empty()).then(|| EvidenceView { heading: REPORT.evidence.heading.clone(), items })
}

/// The title, with the measure that it proves if it says so.
fn title(speaker: Speaker, evidence: &Evidence) -> String {
    let title = speaker.text(&evidence.title);
    match evidence.measure {
        Some(number) => {
            let number = number.to_string();
            speaker.word(&REPORT.evidence.of_measure, &[("title", title.as_str()), ("number", &number)])
        }
        None => title,
    }
}

/// A link in ASCII. Source: RFC 3987, 3.1.
fn in_ascii(url: &str) -> String {
    let encoded = |byte: u8| match byte {
        0x21..=0x7E => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    url.bytes().map(encoded).collect()
}

/// The QR code of a link: such that a seventh of it may be damaged; `None` for one that is too long.
fn qr_code(url: &str) -> Option<QrCode> {
    let code = qrcodegen::QrCode::encode_text(url, QrCodeEcc::Medium).ok()?;
    let module = |x, y| if code.get_module(x, y) { '1' } else { '0' };
    let row = |y| (0..code.size()).map(|x| module(x, y)).collect();
    // A link is no prose: its digits stay.
    let alt = REPORT.evidence.qr.replace("{url}", url);
    Some(QrCode { rows: (0..code.size()).map(row).collect(), alt })
}
