"""Measures how much of a report's Thai text a search finds in its PDF, with independent text extractors.

    python3 judge.py WORK [-v]

WORK has a folder for each font family, with each report as TOML and PDF and the texts that pdf.js and PDFBox extracted.

- Words: PyThaiNLP cuts the texts of the report file into words. A word is found as often as it occurs in the extracted
  text with its line ends removed.
- Syllables: each must be found as a word between spaces, exactly as often as it was set.
- Characters: how many Thai characters an extractor found more or fewer of than most extractors did. Must be zero.

Prints a table for each family. Fails if a share is below its floor, if a line ends within a word of
tests/protected.txt, if text touches a vertical rule of a table, or if a bookmark or a metadata entry contains a
line-break mark.
"""

import logging
import re
import subprocess
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mode

import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from pythainlp.tokenize import word_tokenize

import syllables

# The minimum share of words and of syllables, in percent: in the embedded family, in the others.
FLOORS = {
    "pdftotext -raw": (99.5, 99.0),
    "MuPDF": (99.5, 99.0),
    "PyMuPDF": (99.5, 99.0),
    "PDFium": (99.5, 99.0),
    "pypdf": (99.5, 99.0),
    "pdf.js": (99.5, 99.0),
    "pdftotext": (98.0, 98.0),
    "PDFBox": (98.0, 98.0),
    "pdfminer": (88.0, 88.0),
}
THAI = re.compile("[ก-ฺเ-๎]")
LINE_END = re.compile(r"[ \u00a0]*[\r\n\f]+[ \u00a0]*")


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "replace")


def extracted(pdf: Path) -> dict[str, str]:
    return {
        "pdftotext -raw": output("pdftotext", "-raw", str(pdf), "-"),
        "MuPDF": output("mutool", "draw", "-q", "-F", "text", str(pdf)),
        "PyMuPDF": "\n".join(page.get_text() for page in pymupdf.open(pdf)),
        "PDFium": "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)),
        "pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages),
        "pdf.js": Path(f"{pdf}.pdfjs.txt").read_text(encoding="utf-8"),
        "pdftotext": output("pdftotext", str(pdf), "-"),
        "PDFBox": Path(f"{pdf}.pdfbox.txt").read_text(encoding="utf-8"),
        "pdfminer": extract_text(pdf),
    }


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for value in values for text in strings(value)]


# SET: the parts of a report file that each document sets. OF_MEASURE: the keys of a measure that it sets. NOT_SET: the
# keys of a memo that are not compared, because their values do not appear on the page as they are written.
SET = {
    "report": ("measures", "text", "lessons", "photos", "evidence", "signatures"),
    "plan": ("measures", "signatures"),
    "memo": ("memo",),
    "summary": ("measures",),
}
OF_MEASURE = {
    "report": {"title", "responsible", "period", "steps", "results", "outcome"},
    "plan": {"title", "responsible", "period", "steps", "monitoring"},
    "summary": {"title", "responsible"},
}
NOT_SET = {"file", "alt", "emblem", "emblem_alt", "date"}


def words(report: Path, document: str = "report") -> Counter[str]:
    """Counts the Thai words of two or more characters in the parts of a report file that a document sets."""
    file = tomllib.loads(report.read_text(encoding="utf-8"))
    measures = [
        {key: value for key, value in measure.items() if key in OF_MEASURE.get(document, ())}
        for measure in file.get("measures", [])
    ]
    photos = [{"caption": photo.get("caption", "")} for photo in file.get("photos", [])]
    signed = [place for place in file.get("signatures", []) if document in place.get("documents", ["report"])]
    memo = {key: value for key, value in file.get("memo", {}).items() if key not in NOT_SET}
    file |= {"measures": measures, "photos": photos, "signatures": signed, "memo": memo}
    texts = strings([file.get(part) for part in SET.get(document, ())])
    pieces = [piece for text in texts for piece in re.split(r"\{[^}]*\}|\s+", text)]
    found = (word for piece in pieces for word in word_tokenize(piece, engine="newmm"))
    return Counter(word for word in found if re.fullmatch("[ก-ฺเ-๎]{2,}", word))


def protected() -> list[str]:
    lines = (Path(__file__).parent.parent / "protected.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def torn(text: str) -> list[str]:
    """Finds line ends within protected words. The text must have its lines in reading order."""
    lines = [line.strip() for line in re.split(r"[\r\n\f]+", text)]
    return [
        f"{line[-20:]} | {below[:20]} ({word})"
        for line, below in zip(lines, lines[1:])
        for word in protected()
        for at in range(1, len(word))
        if line.endswith(word[:at]) and below.startswith(word[at:])
    ]


def crossing(pdf: Path) -> list[str]:
    """Finds text across a vertical rule of a table or within a point of it. Cells have 3 points of padding."""
    found = []
    for page in pymupdf.open(pdf):
        lines = [line for drawing in page.get_drawings() for line in drawing["items"] if line[0] == "l"]
        rules = [(a.x, min(a.y, b.y), max(a.y, b.y)) for _, a, b, *_ in lines if abs(a.x - b.x) < 0.5]
        for block in page.get_text("rawdict")["blocks"]:
            for span in (span for line in block.get("lines", []) for span in line["spans"]):
                for char in (char for char in span["chars"] if not char["c"].isspace()):
                    left, top, right, bottom = char["bbox"]
                    middle = (top + bottom) / 2
                    if any(left < x + 1 and right > x - 1 and y0 < middle < y1 for x, y0, y1 in rules):
                        found.append(f"page {page.number + 1}: {''.join(char['c'] for char in span['chars'])}")
                        break
    return found


def marks(pdf: Path) -> list[str]:
    """Finds bookmarks and metadata entries that contain a line-break mark."""
    reader = pypdf.PdfReader(pdf)

    def titles(outline: list) -> list[str]:
        return [t for item in outline for t in (titles(item) if isinstance(item, list) else [item.title])]

    texts = titles(reader.outline) + [str(value) for value in (reader.metadata or {}).values()]
    return [text for text in texts if re.search("[\u200b\u2060\u00a0]", text)]


@dataclass
class Score:
    """The counts of one extractor for one font family."""

    words: int = 0
    found: int = 0
    syllables: int = 0
    syllables_found: int = 0
    characters: int = 0
    missed: Counter[str] = field(default_factory=Counter)

    def percent(self) -> float:
        return 100 * self.found / max(self.words, 1)

    def percent_of_syllables(self) -> float:
        return 100 * self.syllables_found / max(self.syllables, 1)


def judge_words(score: Score, wanted: Counter[str], text: str) -> None:
    text = LINE_END.sub("", text)
    for word, times in wanted.items():
        found = min(times, text.count(word))
        score.words += times
        score.found += found
        if found < times:
            score.missed[word] += times - found


def judge_syllables(score: Score, half: int, text: str) -> None:
    wanted = Counter(syllable for line in syllables.lines(half) for syllable in line.split())
    found = Counter(text.split())
    for syllable, times in wanted.items():
        score.syllables += 1
        # Once regular, once bold. Digits also occur as page numbers.
        if found[syllable] == 2 * times or (syllable in "๐๑๒๓๔๕๖๗๘๙" and found[syllable] >= 2 * times):
            score.syllables_found += 1
        else:
            score.missed[syllable] += 1


def judge_characters(scores: dict[str, Score], texts: dict[str, str]) -> None:
    counts = {name: Counter(THAI.findall(text)) for name, text in texts.items()}
    for character in set().union(*counts.values()):
        usual = mode(count[character] for count in counts.values())
        for name, count in counts.items():
            scores[name].characters += abs(count[character] - usual)


def judge(folder: Path) -> tuple[dict[str, Score], list[str]]:
    scores = {name: Score() for name in FLOORS}
    faults = []
    for pdf in sorted([*folder.glob("*.pdf"), *folder.glob("all/*.pdf")]):
        texts = extracted(pdf)
        judge_characters(scores, texts)
        half = re.fullmatch("syllables-([12])", pdf.stem)
        name, _, document = pdf.stem.rpartition("-") if pdf.parent.name == "all" else (pdf.stem, "", "report")
        wanted = Counter() if half else words(folder / f"{name}.toml", document)
        faults += [f"torn: {place}" for place in torn(texts["pdftotext -raw"])]
        faults += [f"over a rule: {place}" for place in crossing(pdf)]
        faults += [f"mark of breaks: {text}" for text in marks(pdf)]
        for name, text in texts.items():
            if half:
                judge_syllables(scores[name], int(half[1]), text)
            else:
                judge_words(scores[name], wanted, text)
    return scores, faults


def main(work: Path) -> int:
    logging.disable(logging.WARNING)
    below = []
    for folder in sorted(work.iterdir()):
        if not any(folder.glob("*.pdf")):
            continue
        embedded = not (folder / "fonts").is_dir()
        scores, faults = judge(folder)
        below += [f"{folder.name}, {word}" for word in faults]
        count = next(iter(scores.values()))
        print(f"\n{folder.name}: {count.words} words, {count.syllables} syllables")
        print(f"{'':16}{'words':>9}{'floor':>8}{'syllables':>11}{'characters':>12}")
        for name, score in scores.items():
            floor = FLOORS[name][0 if embedded else 1]
            failed = score.words == 0 or score.percent() < floor or score.characters > 0
            # pdfminer inserts a space after many marks, in every font.
            failed |= score.syllables > 0 and name != "pdfminer" and score.percent_of_syllables() < floor
            print(
                f"{name:16}{score.percent():8.2f}%{floor:7.1f}%{score.percent_of_syllables():10.2f}%"
                f"{score.characters:+12}{'  BELOW' if failed else ''}"
            )
            if "-v" in sys.argv:
                print("    ", " ".join(word for word, _ in score.missed.most_common(30)))
            if failed:
                below.append(f"{folder.name}, {name}")
    print(f"\n{len(below)} below the floor, or otherwise at fault" + "".join(f"\n  {what}" for what in below))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
