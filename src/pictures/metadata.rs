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

/// The JPEG without metadata, except its orientation and its colour profile. Anything behind the picture's end is left
/// out. `None` if the bytes are no JPEG, or a broken one.
pub fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(&START_OF_IMAGE) {
        return None;
    }
    let orientation = JpegDecoder::new(Cursor::new(bytes)).ok()?.orientation().ok()?;
    let mut out = START_OF_IMAGE.to_vec();
    if orientation != Orientation::NoTransforms {
        out.extend(exif(orientation.to_exif()));
    }
    let mut at = START_OF_IMAGE.len();
    loop {
        // Fill bytes may be before a marker.
        while bytes.get(at..at + 2)? == [0xFF, 0xFF] {
            at += 1;
        }
        let &[0xFF, marker] = bytes.get(at..at + 2)? else { return None };
        if marker == END_OF_IMAGE {
            out.extend([0xFF, END_OF_IMAGE]);
            return Some(out);
        }
        let length = bytes.get(at + 2..at + 4)?;
        let end = at + 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
        let content = bytes.get(at + 4..end)?;
        let end = if marker == START_OF_SCAN { end + scan(bytes.get(end..)?) } else { end };
        if !METADATA.contains(&marker) || content.starts_with(PROFILE) {
            out.extend(&bytes[at..end]);
        }
        at = end;
    }
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
