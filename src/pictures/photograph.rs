//! Raster images: PNG, JPEG and WebP.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{U8, U8x2, U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::fault::{PictureFault, broken};
use super::inks;
use super::size::{Pixels, Prepared, Size, Wanted};

const MAX_PIXELS: u64 = 100_000_000;
/// The most pixels of a side. Shrinking a picture takes memory for each of them.
const MAX_SIDE: u32 = 30_000;
/// What the decoder may take besides the pixels, above all for a compressed colour profile.
const MAX_REST: u64 = 16 * 1024 * 1024;
/// A PNG or WebP becomes a JPEG if that takes less than this fraction of its size as PNG. This is the case for
/// photographs, but not for screenshots and emblems.
const WORTH_JPEG: f64 = 0.5;

/// Pictures with more pixels than this are read one at a time, because each takes up to eight bytes per pixel.
const LARGE: u64 = 25_000_000;
static ALONE: Mutex<()> = Mutex::new(());

/// A photograph after reading: upright, in sRGB, eight bits per channel, with no more pixels than any page needs.
pub(super) struct Photograph {
    image: DynamicImage,
    /// The format of its file.
    format: ImageFormat,
    /// What it was prepared as last. The documents of a report mostly want the same.
    prepared: Mutex<Option<(Wanted, Prepared)>>,
}

impl Photograph {
    /// Decodes a photograph. Also returns its original size, in the upright position. `max_pixels` gives the most
    /// pixels that any page needs for a picture of that size; no more are kept.
    pub fn read(
        bytes: &[u8],
        format: ImageFormat,
        max_pixels: impl Fn(Size) -> Pixels,
    ) -> Result<(Self, Size), PictureFault> {
        let Decoded { image, orientation, profile, _alone } = decode(bytes, format)?;
        let (width, height) = turned((image.width(), image.height()), orientation);
        let size = Size { width: width.into(), height: height.into(), drawn: false };
        // Shrink first, because turning the picture and converting its colours take time for each pixel.
        let image = shrunk(Cow::Owned(eight_bits(image)), turned(max_pixels(size), orientation))?;
        let mut image = without_idle_alpha(image.into_owned());
        if let Some(profile) = profile {
            into_srgb(&mut image, &profile);
        }
        image.apply_orientation(orientation);
        Ok((Photograph { image, format, prepared: Mutex::default() }, size))
    }

    /// Encodes the photograph for a page, without metadata.
    pub fn prepare(&self, wanted: Wanted) -> Result<Prepared, PictureFault> {
        let last = || self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, prepared)) = last().as_ref().filter(|(same, _)| *same == wanted) {
            return Ok(prepared.clone());
        }
        let image = shrunk(Cow::Borrowed(&self.image), wanted.pixels)?;
        let prepared = encoded(&image, self.format, wanted.quality)?;
        *last() = Some((wanted, prepared.clone()));
        Ok(prepared)
    }
}

struct Decoded {
    image: DynamicImage,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
    /// For large pictures: the lock that lets only one of them be in memory at full size.
    _alone: Option<MutexGuard<'static, ()>>,
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<Decoded, PictureFault> {
    // The decoder would fill the missing rest with grey.
    if format == ImageFormat::Jpeg && ends_early(bytes) {
        return Err(PictureFault::EndsEarly);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    // 16-bit RGBA takes eight bytes for each pixel.
    limits.max_alloc = Some(8 * png_pixels(bytes).unwrap_or(MAX_PIXELS).min(MAX_PIXELS) + MAX_REST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS || width.max(height) > MAX_SIDE {
        return Err(PictureFault::TooLarge);
    }
    let alone = (pixels > LARGE).then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
    // Broken metadata does not mean that the picture itself is broken.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let inks = if format == ImageFormat::Jpeg { inks::decode(bytes)? } else { None };
    let image = match inks {
        Some(image) => image.into(),
        None => DynamicImage::from_decoder(decoder).map_err(broken)?,
    };
    Ok(Decoded { image, orientation, profile, _alone: alone })
}

/// The number of pixels that the header of a PNG states. `None` for other files. The decoder reads the colour profile
/// together with the header, and only then tells the size.
fn png_pixels(bytes: &[u8]) -> Option<u64> {
    let header = bytes.get(12..24).filter(|_| bytes.starts_with(b"\x89PNG"))?.strip_prefix(b"IHDR")?;
    let side = |at: usize| Some(u64::from(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?)));
    Some(side(0)?.saturating_mul(side(4)?))
}

/// Whether a JPEG ends before its end-of-image marker. Segments are skipped, because EXIF segments contain pictures
/// with markers of their own. Anything after the end-of-image marker is ignored. Source: ITU-T T.81, annex B.
fn ends_early(bytes: &[u8]) -> bool {
    const END_OF_IMAGE: u8 = 0xD9;
    let mut at = 2;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        // Within scan data, 0xFF is followed by zero or by the code of a restart marker.
        let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0x01 | 0xD0..=0xD7 | 0xFF);
        let Some(found) = rest.windows(2).position(is_marker) else { return true };
        if rest[found + 1] == END_OF_IMAGE {
            return false;
        }
        let Some(length) = rest.get(found + 2..found + 4) else { return true };
        at += found + 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
    }
}

/// Width and height, swapped if the orientation is a quarter turn. Works for sizes before and after the turn.
fn turned((width, height): Pixels, orientation: Orientation) -> Pixels {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height, width),
        _ => (width, height),
    }
}

/// Converts a picture to eight bits per channel.
fn eight_bits(image: DynamicImage) -> DynamicImage {
    match (image.color().has_color(), image.color().has_alpha()) {
        (true, false) => image.into_rgb8().into(),
        (true, true) => image.into_rgba8().into(),
        (false, false) => image.into_luma8().into(),
        (false, true) => image.into_luma_alpha8().into(),
    }
}

/// Removes the alpha channel if every pixel is opaque.
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

/// Shrinks a picture to at most that width and height, keeping its proportions. Smaller pictures stay as they are.
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
    resized(&image, scaled(image.width()), scaled(image.height())).map(Cow::Owned)
}

/// A picture of eight bits per channel at another size.
fn resized(image: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, PictureFault> {
    let size = (image.width(), image.height());
    let mut small = DynamicImage::new(width, height, image.color());
    // Only the types of pixels that `eight_bits` makes. Code for every type would take three megabytes.
    match (image, &mut small) {
        (DynamicImage::ImageRgb8(from), DynamicImage::ImageRgb8(to)) => {
            resample::<U8x3>((from, size), (to, (width, height)))
        }
        (DynamicImage::ImageRgba8(from), DynamicImage::ImageRgba8(to)) => {
            resample::<U8x4>((from, size), (to, (width, height)))
        }
        (DynamicImage::ImageLuma8(from), DynamicImage::ImageLuma8(to)) => {
            resample::<U8>((from, size), (to, (width, height)))
        }
        (DynamicImage::ImageLumaA8(from), DynamicImage::ImageLumaA8(to)) => {
            resample::<U8x2>((from, size), (to, (width, height)))
        }
        _ => return resized(&eight_bits(image.clone()), width, height),
    }?;
    Ok(small)
}

/// Resamples pixels. Each side is their bytes, with width and height.
fn resample<P: PixelTrait>(
    (from, size): (&[u8], (u32, u32)),
    (to, small): (&mut [u8], (u32, u32)),
) -> Result<(), PictureFault> {
    let from = TypedImageRef::<P>::from_buffer(size.0, size.1, from).map_err(broken)?;
    let mut to = TypedImage::<P>::from_buffer(small.0, small.1, to).map_err(broken)?;
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize_typed(&from, &mut to, &options).map_err(broken)
}

/// Converts colours from a camera's colour space to sRGB, because documents carry no colour profiles. Without a usable
/// RGB profile, the picture stays as it is.
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
        Ok(Prepared { extension: "png", bytes: png })
    };
    if image.color().has_alpha() {
        return png();
    }
    let mut jpeg = Vec::new();
    image.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality)).map_err(broken)?;
    let jpeg = Prepared { extension: "jpg", bytes: jpeg };
    if format == ImageFormat::Jpeg {
        return Ok(jpeg);
    }
    let png = png()?;
    let worth = (jpeg.bytes.len() as f64) < png.bytes.len() as f64 * WORTH_JPEG;
    Ok(if worth { jpeg } else { png })
}
