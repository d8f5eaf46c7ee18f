//! Any bytes as a picture: reading it, and preparing it for a page.

#![no_main]

use std::sync::LazyLock;

use ita_report::fonts::Fonts;
use ita_report::pictures::{Picture, Wanted};
use libfuzzer_sys::fuzz_target;

static FONTS: LazyLock<std::sync::Arc<Fonts>> = LazyLock::new(Fonts::embedded);

fuzz_target!(|bytes: &[u8]| {
    if let Ok(picture) = Picture::read(bytes.to_vec().into(), |_| (1600, 1200)) {
        let size = picture.size();
        assert!(size.width > 0.0 && size.height > 0.0, "{size:?}");
        // A picture that was read may still turn out broken where it is drawn.
        let _ = picture.prepare(Wanted { pixels: (800, 600), quality: 80 }, &FONTS);
    }
});
