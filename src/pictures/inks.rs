//! JPEGs for print, in the four inks cyan, magenta, yellow and black. Adobe's programs write how much white is left in
//! place of how much ink is laid on, and say so by a marker of their own. Without the marker, the values are inks. The decoder
//! takes all of them for Adobe's, which makes a picture without the marker black.

use image::RgbImage;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::fault::{PictureFault, broken};

/// From this value on, black ink hides all colours.
const FULL_BLACK: u8 = 250;
/// The most pixels under full black, in percent, of a picture that somebody wants to show.
const MOST_BLACK: usize = 95;

/// Decodes a JPEG whose values are inks. `None` if it is another one.
pub(super) fn decode(bytes: &[u8]) -> Result<Option<RgbImage>, PictureFault> {
    if !has_inks(bytes) {
        return Ok(None);
    }
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX)
        .jpeg_set_out_colorspace(ColorSpace::CMYK);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let inks = decoder.decode().map_err(|error| broken(format!("{error:?}")))?;
    let Some((width, height)) = decoder.dimensions() else { return Ok(None) };
    let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    // A picture that would be black all over is Adobe's and has lost its marker.
    let is_black = |ink: &&[u8]| ink[3] >= FULL_BLACK;
    let blacks = inks.chunks_exact(4).filter(is_black).count();
    let is_white_left = blacks * 100 > inks.len() / 4 * MOST_BLACK;
    let white = |value: u8| if is_white_left { value } else { u8::MAX - value };
    let mixed = |a: u8, b: u8| ((u32::from(white(a)) * u32::from(white(b)) + 127) / 255) as u8;
    let pixels = inks.chunks_exact(4).flat_map(|ink| [0, 1, 2].map(|at| mixed(ink[at], ink[3]))).collect();
    Ok(RgbImage::from_raw(side(width), side(height), pixels))
}

/// Whether a JPEG has four colours and no marker of Adobe's. Source: ITU-T T.81, annex B, and T.872, 6.5.3.
fn has_inks(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xFF, marker, high, low]) = bytes.get(at..at + 4) {
        let content = bytes.get(at + 4..).unwrap_or_default();
        match marker {
            // A byte to fill up before a marker.
            0xFF => {
                at += 1;
                continue;
            }
            0xEE if content.starts_with(b"Adobe") => return false,
            // The header of the picture: its precision, height, width and number of colours.
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF if content.get(5) != Some(&4) => {
                return false;
            }
            // The scan begins.
            0xDA => return true,
            _ => {}
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
    }
    false
}
