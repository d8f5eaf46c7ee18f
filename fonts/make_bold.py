#!/usr/bin/env python3
"""Makes THSarabunPSK-Bold.ttf from THSarabunPSK-Regular.ttf.

No Bold of TH SarabunPSK under the SIL Open Font License is to be had, so this one is grown from the
Regular's own outlines: every stem becomes 24 units wider and every bar 18 units thicker (of 1000 to
the em), marks a little less: close to the 26 and 20 that the face's designer gave the Bold of the
sister family TH Sarabun New, and as far as the small loops of Thai letters stay open. Glyph numbers, substitutions, kerning and the pre-positioned Thai marks stay those of the Regular, so both
weights are shaped, and read back, alike.

    pip install fonttools==4.68.0 freetype-py==2.5.1
    python3 make_bold.py THSarabunPSK-Regular.ttf THSarabunPSK-Bold.ttf

The output is the same to the byte on every run with these versions.
"""

import sys
from ctypes import byref, c_long

import freetype
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables import ttProgram

LETTER = (24, 18)  # added to the vertical stems and the horizontal bars of letters
MARK = (20, 14)  # the same of marks, which have no advance
ADVANCE = 16  # added to the advance of every glyph that has one
HEIGHT = 8  # what the letters may grow in height, of which one half goes below the baseline
X_HEIGHT = 401  # height of the Thai consonants in the Regular
MODIFIED = "Bold made from the outlines of TH SarabunPSK Regular by the ita-report project, 2026. "


def embolden(face, index, advance):
    """The points, end points and flags of one glyph, grown and put back in its place."""
    face.load_glyph(index, freetype.FT_LOAD_NO_SCALE | freetype.FT_LOAD_NO_HINTING)
    outline = face.glyph.outline
    if outline.n_points == 0:
        return None
    before = outline.get_bbox()
    stem, bar = LETTER if advance > 0 else MARK
    # FreeType grows to the right and upwards; its strength is in the outline's own units here.
    freetype.FT_Outline_EmboldenXY(byref(outline._FT_Outline), c_long(stem), c_long(bar))
    points = [(x - stem / 2, y - bar / 2) for x, y in outline.points]
    if advance > 0:
        # Letters: press the growth in height down to HEIGHT, and centre them in the wider advance.
        squeeze = (X_HEIGHT + HEIGHT) / (X_HEIGHT + bar)
        points = [(x + ADVANCE / 2, (y + bar / 2) * squeeze - HEIGHT / 2) for x, y in points]
    else:
        # Marks hang back over the letter before them, whose middle moved by half the new advance.
        lift = HEIGHT / 2 if before.yMin > 0 else -HEIGHT / 2
        points = [(x - ADVANCE / 2, y + lift) for x, y in points]
    on_curve = [tag & 1 for tag in outline.tags]
    return [(round(x), round(y)) for x, y in points], list(outline.contours), on_curve


def simple_glyph(points, ends, on_curve):
    glyph = Glyph()
    glyph.numberOfContours = len(ends)
    glyph.coordinates = GlyphCoordinates(points)
    glyph.endPtsOfContours = ends
    glyph.flags = bytearray(on_curve)
    glyph.program = ttProgram.Program()
    glyph.program.fromBytecode(b"")
    return glyph


def rename(font):
    names = {
        2: "Bold",
        3: "SuppakitChalermlarp: TH SarabunPSK Bold: 2016, ita-report 2026",
        4: "TH SarabunPSK Bold",
        6: "THSarabunPSK-Bold",
        17: "Bold",
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID == 10:
            record.string = MODIFIED + record.toUnicode()


def main(source, target):
    font = TTFont(source, recalcTimestamp=False)
    face = freetype.Face(source)
    glyf, hmtx = font["glyf"], font["hmtx"]
    for index, name in enumerate(font.getGlyphOrder()):
        advance, _ = hmtx[name]
        grown = embolden(face, index, advance)
        new_advance = advance + ADVANCE if advance > 0 else 0
        if grown is None:
            hmtx[name] = (new_advance, 0)
            continue
        glyf[name] = simple_glyph(*grown)
        glyf[name].recalcBounds(glyf)
        hmtx[name] = (new_advance, glyf[name].xMin)
    # The Regular's hinting programs and signature do not fit the new outlines.
    for table in ("fpgm", "prep", "cvt ", "DSIG", "PCLT"):
        if table in font:
            del font[table]
    font["OS/2"].usWeightClass = 700
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x41) | 0x20
    font["head"].macStyle |= 1
    rename(font)
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:3])
