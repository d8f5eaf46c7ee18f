//! Removes metadata from a JPEG without decoding it. Typst puts JPEGs into a PDF as they are.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::{ImageDecoder, metadata::Orientation};

const START_OF_IMAGE: [u8; 2] = [0xFF, 0xD8];
const END_OF_IMAGE: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;
/// EXIF and XMP, the picture in other sizes or from other cameras, IPTC, and comments.
const METADATA: [u8; 4] = [0xE1, 0xE2, 0xED, 0xFE];
/// What the segment of a colour profile begins with. It has the same marker as pictures in other sizes.
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// The JPEG without metadata, except its orientation and its colour profile. Bytes that belong to no segment, and anything
/// behind the picture's end, are left out; a picture whose end is missing ends with the bytes. `None` if they are no JPEG.
pub fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(&START_OF_IMAGE) {
        return None;
    }
    let decoder = JpegDecoder::new(Cursor::new(bytes)).ok();
    let orientation = decoder.and_then(|mut decoder| decoder.orientation().ok());
    let mut out = START_OF_IMAGE.to_vec();
    if let Some(orientation) = orientation.filter(|known| *known != Orientation::NoTransforms) {
        out.extend(exif(orientation.to_exif()));
    }
    let mut rest = &bytes[START_OF_IMAGE.len()..];
    while let Some((marker, segment, after)) = next_segment(rest) {
        if !METADATA.contains(&marker) || segment.get(4..).is_some_and(|content| content.starts_with(PROFILE))
        {
            out.extend(segment);
        }
        rest = after;
    }
    out.extend([0xFF, END_OF_IMAGE]);
    Some(out)
}

/// The next segment of a JPEG: its code, its bytes with the scan data that follow it, and what comes after it. `None` at the
/// end of the picture.
fn next_segment(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    // Fill bytes may be before a marker.
    let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF);
    let bytes = &bytes[bytes.windows(2).position(is_marker)?..];
    let marker = bytes[1];
    if marker == END_OF_IMAGE {
        return None;
    }
    let length = bytes.get(2..4)?;
    let end = 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
    let end = if marker == START_OF_SCAN { end + scan(bytes.get(end..)?) } else { end };
    Some((marker, bytes.get(..end)?, &bytes[end..]))
}

/// The length of the scan data that the bytes begin with. Within it, 0xFF is followed by zero or by the code of a restart
/// marker.
fn scan(bytes: &[u8]) -> usize {
    let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF);
    bytes.windows(2).position(is_marker).unwrap_or(bytes.len())
}

/// A segment of EXIF data that has nothing but an orientation.
fn exif(orientation: u8) -> Vec<u8> {
    const DATA: &[u8] = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0";
    const NO_MORE: [u8; 7] = [0; 7];
    let length = (2 + DATA.len() + 1 + NO_MORE.len()) as u16;
    [&[0xFF, 0xE1][..], &length.to_be_bytes(), DATA, &[orientation], &NO_MORE].concat()
}
