//! Kinds of files that people take for pictures, or that are pictures of a kind that cannot be used. They are known by the
//! bytes that they begin with, so that a message can say what the file is and how to get a picture from it.

/// A kind of file that cannot be used as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForeignKind {
    name: &'static str,
    way_out: &'static str,
}

impl ForeignKind {
    /// The name that people know it by, such as `HEIC`.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// How to get a picture from it: `telephone`, `picture`, `document`, `page` or `film`.
    pub fn way_out(self) -> &'static str {
        self.way_out
    }

    /// The kind of a file, as far as its bytes tell.
    pub fn detect(bytes: &[u8]) -> Option<Self> {
        let kind = |name, way_out| Some(ForeignKind { name, way_out });
        // ISO/IEC 14496-12: the length of the first box, its name, and the brand of the file.
        if bytes.get(4..8) == Some(b"ftyp") {
            return match bytes.get(8..12)? {
                b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                    kind("HEIC", "telephone")
                }
                b"avif" | b"avis" => kind("AVIF", "telephone"),
                _ => kind("MP4", "film"),
            };
        }
        if bytes.starts_with(b"PK\x03\x04") {
            let has = |folder: &str| memchr::memmem::find(bytes, folder.as_bytes()).is_some();
            let office = [("word/", "DOCX"), ("xl/", "XLSX"), ("ppt/", "PPTX")];
            let name = office.iter().find(|(folder, _)| has(folder)).map_or("ZIP", |(_, name)| name);
            return kind(name, "document");
        }
        if is_web_page(bytes) {
            return kind("HTML", "page");
        }
        const BEGINNINGS: [(&[u8], &str, &str); 11] = [
            (b"GIF8", "GIF", "picture"),
            (b"II*\0", "TIFF", "picture"),
            (b"MM\0*", "TIFF", "picture"),
            (b"8BPS", "PSD", "picture"),
            (b"\xFF\x0A", "JPEG-XL", "picture"),
            (b"\0\0\0\x0CJXL ", "JPEG-XL", "picture"),
            (b"\0\0\0\x0CjP  ", "JPEG-2000", "picture"),
            (b"\x1F\x8B", "SVGZ", "picture"),
            (b"%PDF", "PDF", "document"),
            (b"\xD0\xCF\x11\xE0", "DOC", "document"),
            (b"Rar!", "RAR", "document"),
        ];
        let found = BEGINNINGS.iter().find(|(beginning, ..)| bytes.starts_with(beginning));
        // The two letters of BMP may begin a text too, but not with zeros after its length.
        let bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
        match found {
            Some((_, name, way_out)) => kind(name, way_out),
            None if bitmap => kind("BMP", "picture"),
            None => None,
        }
    }
}

/// Whether a file is a web page, such as a page that says that the picture is only for members.
fn is_web_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |word: &[u8]| bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    begins(b"<!doctype html") || begins(b"<html") || begins(b"<head")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> Option<&'static str> {
        ForeignKind::detect(bytes).map(ForeignKind::name)
    }

    #[test]
    fn kinds_are_known_by_their_first_bytes() {
        assert_eq!(name(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Some("HEIC"));
        assert_eq!(name(b"\0\0\0\x1Cftypavif\0\0\0\0"), Some("AVIF"));
        assert_eq!(name(b"\0\0\0\x20ftypisom\0\0\x02\0"), Some("MP4"));
        assert_eq!(name(b"II*\0\x08\0\0\0"), Some("TIFF"));
        assert_eq!(name(b"BM\x36\0\x0C\0\0\0\0\0\x36"), Some("BMP"));
        assert_eq!(name(b"%PDF-1.7"), Some("PDF"));
        assert_eq!(name(b"PK\x03\x04\x14\0[Content_Types].xml word/document.xml"), Some("DOCX"));
        assert_eq!(name(b"PK\x03\x04\x14\0\0\0a.txt"), Some("ZIP"));
        assert_eq!(name("\u{FEFF}\n<!DOCTYPE HTML><title>".as_bytes()), Some("HTML"));
        assert_eq!((name(b"BMW"), name("ภาพ".as_bytes()), name(b"")), (None, None, None));
    }
}
