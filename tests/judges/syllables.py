"""Makes two reports with every Thai consonant in every combination with a vowel sign and a tone mark.

Each syllable occurs once in the introduction, which is regular and justified, and once in the title, which is bold.
"""

CONSONANTS = [chr(c) for c in range(0x0E01, 0x0E2F) if chr(c) not in "ฤฦ"]
TONES = ["", "\u0e48", "\u0e49", "\u0e4a", "\u0e4b"]
SIGNS = ["", "\u0e31", "\u0e34", "\u0e35", "\u0e36", "\u0e37", "\u0e38", "\u0e39"]  # above or below, before the tone
FOLLOWING = ["ะ", "า", "ำ"]  # after the tone
LEADING = ["เ", "แ", "โ", "ใ", "ไ"]
# Without a tone mark: mai taikhu; thanthakhat, alone and over the vowels of สิทธิ์ and พันธุ์; the dot (phinthu) and
# the ring (nikhahit) of Pali.
ALONE = ["\u0e47", "\u0e4c", "\u0e34\u0e4c", "\u0e38\u0e4c", "\u0e3a", "\u0e4d"]


def syllables(consonant: str) -> list[str]:
    found = [consonant + sign + tone for sign in SIGNS for tone in TONES]
    found += [consonant + tone + vowel for vowel in FOLLOWING for tone in TONES]
    found += [vowel + consonant + tone for vowel in LEADING for tone in TONES]
    return found + [consonant + sign for sign in ALONE]


def lines(half: int) -> list[str]:
    """The lines of the first or the second half of the consonants: all of them make a title too long for a PDF."""
    consonants = CONSONANTS[:21] if half == 1 else CONSONANTS[21:]
    others = ["ฤ ฤๅ ฦ ฦๅ ๆ ฯ ฿ ๐ ๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙"]
    return [" ".join(syllables(consonant)) for consonant in consonants] + others


def report(half: int) -> str:
    text = "\n".join(lines(half))
    paragraphs = ",\n".join(f'"{line}"' for line in lines(half))
    return (
        'fiscal_year = 2567\n[agency]\nname = "หน่วยงาน"\n'
        '[[measures]]\ntitle = "มาตรการ"\n'
        f'[text]\ntitle = """\n{text}\n"""\nintroduction = [\n{paragraphs}\n]\n'
    )
