"""Reads all line ends of the gold set's documents and says how many of them are faults.

    python3 line_ends.py COMMAND WORK [-v] [GOLD.toml...]

COMMAND is ita-report. It sets the reports of the gold set, by default all of `tests/gold/`, as every document, the annual
report upright and in landscape format, into the folder WORK. The lines are read from the PDFs with pdftotext.
Fails if the share of faults is above its floor. -v prints every fault.
"""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import gold

# The greatest shares of line ends that may be faults, in percent: grave ones, lesser ones.
FLOORS = {gold.GRAVE: 4.0, gold.LESSER: 23.5}
# The least share of the texts that must be found in the annual reports.
LEAST_FOUND = 0.9
DOCUMENTS = ("report", "plan", "memo", "summary")
ORIENTATIONS = ("portrait", "landscape")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# How many other lines may be between two lines of a text: those of the other columns, where a row goes on on the next
# page.
MOST_BETWEEN = 200


def lines_of(pdf: Path) -> list[str]:
    raw = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    lines = (re.sub(r"\s+", "", line).translate(ARABIC) for line in re.split(r"[\n\f]", raw))
    return [line for line in lines if line and not re.fullmatch(r"-\d+-", line)]


def ends(text: gold.Text, lines: list[str]) -> list[int] | None:
    """Where the lines of a text begin, except the first, as character offsets. None if the text is not set."""
    letters = [at for at, letter in enumerate(text.plain) if not letter.isspace()]
    bare = "".join(text.plain[at] for at in letters).translate(ARABIC)
    best: list[int] | None = None
    for number, line in enumerate(lines):
        # The first line may have a marker before the text.
        start = next((at for at in range(len(line)) if bare.startswith(line[at:])), None)
        if start is None or len(line) - start < min(4, len(bare)):
            continue
        read, found, between = len(line) - start, [], 0
        for below in lines[number + 1 :]:
            if read >= len(bare) or between > MOST_BETWEEN:
                break
            if bare.startswith(below, read):
                found.append(letters[read])
                read += len(below)
                between = 0
            else:
                between += 1
        if read == len(bare) and (best is None or len(found) > len(best)):
            best = found
    return best


def shown(text: gold.Text, at: int) -> str:
    return f"{text.plain[max(0, at - 24) : at]} | {text.plain[at : at + 24]}"


def judge(command: str, work: Path, files: list[Path], verbose: bool) -> bool:
    total: dict[str, Counter] = {}
    sought: Counter = Counter()
    for file in files:
        plain, texts = gold.report(file)
        for orientation in ORIENTATIONS:
            report = work / f"{file.stem}-{orientation}.toml"
            report.write_text(f'{plain}\n[layout]\norientation = "{orientation}"\n', encoding="utf-8")
            for document in DOCUMENTS if orientation == ORIENTATIONS[0] else DOCUMENTS[:2]:
                pdf = report.with_suffix(f".{document}.pdf")
                arguments = ["render", str(report), "--document", document, "-o", str(pdf), "--lang", "en"]
                subprocess.run([command, *arguments], check=True, capture_output=True)
                lines = lines_of(pdf)
                counts = total.setdefault(f"{document}, {orientation}", Counter())
                for text in texts:
                    found = ends(text, lines)
                    if document == DOCUMENTS[0]:
                        sought[found is not None] += 1
                    for at in found or []:
                        end = text.end(at)
                        counts[end] += 1
                        if verbose and end != gold.GOOD:
                            print(f"{end} {pdf.stem}: {shown(text, at)}")
    total["all"] = sum(total.values(), Counter())
    print("| documents | line ends | grave | lesser |\n|---|---|---|---|")
    for name, counts in total.items():
        number = sum(counts.values()) or 1
        shares = {end: 100 * counts[end] / number for end in FLOORS}
        print(f"| {name} | {number:,} | {shares[gold.GRAVE]:.2f} % | {shares[gold.LESSER]:.1f} % |")
    known = sought[True] / sought.total()
    print(f"{known:.1%} of the texts were found in the annual reports")
    return known >= LEAST_FOUND and all(shares[end] <= floor for end, floor in FLOORS.items())


if __name__ == "__main__":
    verbose = "-v" in sys.argv
    command, work, *named = [argument for argument in sys.argv[1:] if argument != "-v"]
    files = [Path(name) for name in named] or sorted((Path(__file__).parent.parent / "gold").glob("*.toml"))
    Path(work).mkdir(parents=True, exist_ok=True)
    if not judge(command, Path(work), files, verbose):
        sys.exit(f"line ends: more faults than {FLOORS}, or fewer texts than {LEAST_FOUND:.0%}")
