//! Pictures made of pixels: PNG, JPEG and WebP.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::fault::{PictureFault, broken};
use super::size::{Pixels, Prepared, Size, Wanted};

const MAX_PIXELS: u64 = 100_000_000;
/// A picture that was not a JPEG becomes one if it then takes less than this part of what it takes as PNG: photographs
/// do, screens and emblems do not.
const WORTH_JPEG: f64 = 0.5;

/// Pictures with more pixels than this are read one at a time, because each takes up to eight bytes a pixel.
const LARGE: u64 = 25_000_000;
static ALONE: Mutex<()> = Mutex::new(());

/// A photograph that was read: upright, in sRGB, eight bits a channel, with no more pixels than any page needs.
pub(super) struct Photograph {
    image: DynamicImage,
    /// What its file was.
    format: ImageFormat,
}

impl Photograph {
    /// Reads a photograph to its end, and says how large it is as it is seen.
    pub fn read(
        bytes: &[u8],
        format: ImageFormat,
        most: impl Fn(Size) -> Pixels,
    ) -> Result<(Self, Size), PictureFault> {
        let Decoded { image, orientation, profile, _alone } = decode(bytes, format)?;
        let (width, height) = turned((image.width(), image.height()), orientation);
        let size = Size { width: width.into(), height: height.into(), drawn: false };
        // Made smaller first, because turning it and changing its colours take time for each pixel.
        let image = shrunk(Cow::Owned(eight_bits(image)), turned(most(size), orientation))?;
        let mut image = without_idle_alpha(image.into_owned());
        if let Some(profile) = profile {
            into_srgb(&mut image, &profile);
        }
        image.apply_orientation(orientation);
        Ok((Photograph { image, format }, size))
    }

    /// The photograph for a page, and nothing beside it.
    pub fn prepare(&self, wanted: Wanted) -> Result<Prepared, PictureFault> {
        encoded(&*shrunk(Cow::Borrowed(&self.image), wanted.pixels)?, self.format, wanted.quality)
    }
}

struct Decoded {
    image: DynamicImage,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
    /// Held while the picture is in memory, if it is a large one.
    _alone: Option<MutexGuard<'static, ()>>,
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<Decoded, PictureFault> {
    // The decoder would make the rest grey.
    if format == ImageFormat::Jpeg && ends_early(bytes) {
        return Err(PictureFault::EndsEarly);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(8 * MAX_PIXELS); // 16-bit RGBA of the largest picture allowed
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS {
        return Err(PictureFault::TooLarge);
    }
    let alone = (pixels > LARGE).then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
    // What is beside the picture may be broken without the picture being so.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    Ok(Decoded { image, orientation, profile, _alone: alone })
}

/// Whether a JPEG ends before its end-of-image marker. Segments are skipped, for those of EXIF have pictures in them; what
/// lies behind the end does not matter. Source: ITU-T T.81, annex B.
fn ends_early(bytes: &[u8]) -> bool {
    const END_OF_IMAGE: u8 = 0xD9;
    let mut at = 2;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        // In the data of a scan, 0xFF is followed by zero or the number of a restart.
        let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0x01 | 0xD0..=0xD7 | 0xFF);
        let Some(found) = rest.windows(2).position(is_marker) else { return true };
        if rest[found + 1] == END_OF_IMAGE {
            return false;
        }
        let Some(length) = rest.get(found + 2..found + 4) else { return true };
        at += found + 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
    }
}

/// Width and height behind or before a turn.
fn turned((width, height): Pixels, orientation: Orientation) -> Pixels {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height, width),
        _ => (width, height),
    }
}

/// The picture in eight bits for each channel.
fn eight_bits(image: DynamicImage) -> DynamicImage {
    match (image.color().has_color(), image.color().has_alpha()) {
        (true, false) => image.into_rgb8().into(),
        (true, true) => image.into_rgba8().into(),
        (false, false) => image.into_luma8().into(),
        (false, true) => image.into_luma_alpha8().into(),
    }
}

/// The picture without an alpha channel that says nothing.
fn without_idle_alpha(image: DynamicImage) -> DynamicImage {
    match &image {
        DynamicImage::ImageRgba8(pixels) if pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX) => {
            image.into_rgb8().into()
        }
        DynamicImage::ImageLumaA8(pixels) if pixels.pixels().all(|pixel| pixel.0[1] == u8::MAX) => {
            image.into_luma8().into()
        }
        _ => image,
    }
}

/// The picture with at most that width and height.
fn shrunk<'i>(
    image: Cow<'i, DynamicImage>,
    (width, height): Pixels,
) -> Result<Cow<'i, DynamicImage>, PictureFault> {
    let scale =
        f64::min(f64::from(width) / f64::from(image.width()), f64::from(height) / f64::from(image.height()));
    if scale >= 1.0 {
        return Ok(image);
    }
    let scaled = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    let mut small = DynamicImage::new(scaled(image.width()), scaled(image.height()), image.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(image.as_ref(), &mut small, &options).map_err(broken)?;
    Ok(Cow::Owned(small))
}

/// Colours of a camera's own space in sRGB, which is what a document without profiles is in.
fn into_srgb(image: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    let (layout, pixels): (_, &mut [u8]) = match image {
        _ if profile.color_space != DataColorSpace::Rgb => return,
        DynamicImage::ImageRgb8(image) => (Layout::Rgb, image),
        DynamicImage::ImageRgba8(image) => (Layout::Rgba, image),
        _ => return,
    };
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default())
    else {
        return;
    };
    let before = pixels.to_vec();
    if transform.transform(&before, pixels).is_err() {
        pixels.copy_from_slice(&before);
    }
}

fn encoded(image: &DynamicImage, format: ImageFormat, quality: u8) -> Result<Prepared, PictureFault> {
    let png = || {
        let mut png = Vec::new();
        image.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(broken)?;
        Ok(Prepared { ending: "png", bytes: png })
    };
    if image.color().has_alpha() {
        return png();
    }
    let mut jpeg = Vec::new();
    image.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality)).map_err(broken)?;
    let jpeg = Prepared { ending: "jpg", bytes: jpeg };
    if format == ImageFormat::Jpeg {
        return Ok(jpeg);
    }
    let png = png()?;
    let worth = (jpeg.bytes.len() as f64) < png.bytes.len() as f64 * WORTH_JPEG;
    Ok(if worth { jpeg } else { png })
}
