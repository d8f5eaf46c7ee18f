//! Photographs as phones store them: pixels, and EXIF metadata that must not reach a document.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

/// The maker and the place in the EXIF data of every photograph.
pub const MAKER: &[u8] = b"Telephone of a spy";
pub const PLACE: &[u8] = b"14 53 21.5 N 100 24 3.25 E";

/// EXIF data with an orientation (1 to 8), the maker and the place.
pub fn exif(orientation: u16) -> Vec<u8> {
    const HEADER: usize = 8;
    const ASCII: u16 = 2;
    const SHORT: u16 = 3;
    const LONG: u16 = 4;
    let entry = |tag: u16, kind: u16, count: usize, value: u32| {
        let count = u32::try_from(count).expect("a small number");
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let directory = |entries: &[Vec<u8>]| {
        let count = u16::try_from(entries.len()).expect("few");
        [&count.to_le_bytes()[..], &entries.concat(), &[0; 4]].concat()
    };
    let maker_at = HEADER + 2 + 3 * 12 + 4;
    let places_at = maker_at + MAKER.len();
    let place_at = places_at + 2 + 12 + 4;
    let at = |at: usize| u32::try_from(at).expect("near");
    let own = directory(&[
        entry(0x010F, ASCII, MAKER.len(), at(maker_at)),
        entry(0x0112, SHORT, 1, orientation.into()),
        entry(0x8825, LONG, 1, at(places_at)),
    ]);
    let places = directory(&[entry(0x001B, ASCII, PLACE.len(), at(place_at))]);
    [b"II*\0\x08\0\0\0", &own[..], MAKER, &places, PLACE].concat()
}

/// A picture of four quarters, as stored: red and green above, blue and white below.
pub fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([255, 0, 0]),
        (false, true) => Rgb([0, 255, 0]),
        (true, false) => Rgb([0, 0, 255]),
        (false, false) => Rgb([255, 255, 255]),
    })
}

/// A picture with about as much detail as a photograph.
pub fn scene(width: u32, height: u32, seed: u32) -> RgbImage {
    let mut state = seed.wrapping_mul(2_654_435_761).max(1);
    RgbImage::from_fn(width, height, |x, y| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let wave = |scale: f64| ((f64::from(x) / scale).sin() + (f64::from(y) / scale * 1.3).cos()) * 50.0;
        let grain = f64::from(state % 24);
        Rgb([137.0, 171.0, 203.0].map(|scale| (110.0 + wave(scale) + grain) as u8))
    })
}

pub fn jpeg(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let mut file = Vec::new();
    write(JpegEncoder::new_with_quality(&mut file, 90), picture, orientation);
    file
}

pub fn png(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let mut file = Vec::new();
    write(PngEncoder::new(&mut file), picture, orientation);
    file
}

pub fn webp(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let mut file = Vec::new();
    write(WebPEncoder::new_lossless(&mut file), picture, orientation);
    file
}

fn write(mut encoder: impl ImageEncoder, picture: &RgbImage, orientation: u16) {
    encoder.set_exif_metadata(exif(orientation)).expect("the format has room for it");
    let (width, height) = picture.dimensions();
    encoder.write_image(picture, width, height, ExtendedColorType::Rgb8).expect("a picture");
}
