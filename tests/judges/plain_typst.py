"""Sets the folders that `--format typst` writes with a Typst of others, and compares the pages with the command's own.

    python3 plain_typst.py write COMMAND WORK REPORT.toml...
    python3 plain_typst.py compare WORK [-v] [TYPST]

`write` sets each report by COMMAND, which is ita-report, as every document, both as pictures and as folders: as it is for
the web, and for print upright and in landscape format, with cover, contents and chart. `compare` sets the folders by the
Typst of the Python package `typst`, or by the command TYPST. It fails if a page differs in a pixel, by more than
rounding. -v names every page that differs.
"""

import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pymupdf
import typst

# The profile and the layout of each variant. None is the report's own layout.
VARIANTS = {
    "own": ("web", None),
    "portrait": ("print", {"orientation": '"portrait"', "cover": "true", "contents": "true", "chart": "true"}),
    "landscape": ("print", {"orientation": '"landscape"', "cover": "true", "contents": "true", "chart": "true"}),
}
# Text beside a box is drawn where sums of its widths are, so the grey of an edge may round to the next of its 256 levels.
ROUNDING = 1
# The resolution of `--format png`.
DOTS_PER_INCH = 144


def with_layout(report: str, layout: dict[str, str] | None) -> str:
    if layout is None:
        return report
    report = re.sub(rf"^({'|'.join(layout)}) *=.*\n", "", report, flags=re.MULTILINE)
    lines = "".join(f"{key} = {value}\n" for key, value in layout.items())
    if re.search(r"^\[layout\]\s*\n", report, flags=re.MULTILINE):
        return re.sub(r"^\[layout\]\s*\n", f"[layout]\n{lines}", report, flags=re.MULTILINE)
    return f"{report}\n[layout]\n{lines}"


def same_pixels(one: bytes, other: bytes) -> bool:
    pictures = pymupdf.Pixmap(one), pymupdf.Pixmap(other)
    sizes = {(picture.width, picture.height, picture.n) for picture in pictures}
    samples = [bytes(picture.samples) for picture in pictures]
    if len(sizes) == 1 and samples[0] != samples[1]:
        return max(abs(a - b) for a, b in zip(*samples)) <= ROUNDING
    return len(sizes) == 1


def by_package(folder: Path) -> list[bytes]:
    """The pages of the folder's document as PNG."""
    document, fonts = str(folder / "main.typ"), [str(folder / "fonts")]
    settings = {"root": str(folder), "font_paths": fonts, "ignore_system_fonts": True}
    pages = typst.compile(document, format="png", ppi=DOTS_PER_INCH, **settings)
    return [pages] if isinstance(pages, bytes) else pages


def by_command(command: str, folder: Path) -> list[bytes]:
    """The same by a command, as the README says it is called."""
    out = folder.with_suffix(".set")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    run = [command, "compile", str(folder / "main.typ"), "--font-path", str(folder / "fonts")]
    subprocess.run([*run, "--ppi", str(DOTS_PER_INCH), str(out / "{0p}.png")], check=True, capture_output=True)
    return [page.read_bytes() for page in sorted(out.glob("*.png"))]


def differences(own: list[bytes], pages: list[bytes]) -> list[str]:
    """What is different in the pages."""
    found = []
    if len(pages) != len(own):
        found.append(f"{len(pages)} pages instead of {len(own)}")
    for number, (one, other) in enumerate(zip(own, pages), 1):
        if one != other and not same_pixels(one, other):
            found.append(f"page {number}")
    return found


def write(command: str, work: Path, reports: list[Path]) -> None:
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for pictures in {report.parent / "pictures" for report in reports}:
        if pictures.is_dir():
            shutil.copytree(pictures, work / "pictures", dirs_exist_ok=True)
    for report in reports:
        for variant, (profile, layout) in VARIANTS.items():
            name = f"{report.stem}-{variant}"
            file = work / f"{name}.toml"
            file.write_text(with_layout(report.read_text(encoding="utf-8"), layout), encoding="utf-8")
            render = [command, "render", str(file), "--document", "all", "--profile", profile, "--lang", "en"]
            for form, output in (("png", work / f"{name}.png"), ("typst", work / name)):
                subprocess.run([*render, "--format", form, "-o", str(output)], check=True, capture_output=True)


def compare(work: Path, verbose: bool, command: str | None) -> int:
    compared, failed = 0, []
    for main in sorted(work.glob("*/main.typ")):
        name = main.parent.name
        number = re.compile(rf"{re.escape(name)}-(\d+)\.png")
        pages = {int(found[1]): page for page in work.glob("*.png") if (found := number.fullmatch(page.name))}
        others = by_command(command, main.parent) if command else by_package(main.parent)
        found = differences([pages[number].read_bytes() for number in sorted(pages)], others)
        compared += len(pages)
        failed += [f"{name}: {difference}" for difference in found]
    print(f"{command or 'Python package typst ' + version('typst')}: {compared} pages, {len(failed)} differences")
    for difference in failed if verbose else failed[:10]:
        print(f"  {difference}")
    return 1 if failed or compared == 0 else 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", command, work, *reports]:
            write(command, Path(work), [Path(report) for report in reports])
        case ["compare", work, *rest]:
            commands = [argument for argument in rest if argument != "-v"]
            sys.exit(compare(Path(work), "-v" in rest, commands[0] if commands else None))
        case _:
            sys.exit(__doc__)
