"""Writes the report files to judge: the given reports and the two syllable reports, in four font families.

    python3 documents.py WORK FONTS REPORT.toml...

The first family is the embedded one. FONTS has a folder for each of the others, with its regular and its bold file.
WORK gets a folder for each family.
"""

import re
import shutil
import sys
from pathlib import Path

import syllables

FAMILIES = ["TH SarabunPSK", "TH Sarabun New", "Laksaman", "Sarabun"]


def in_family(report: str, family: str) -> str:
    lines = f'font = "{family}"\nfont_dir = "fonts"\n'
    report = re.sub(r"^font(_dir)? *=.*\n", "", report, flags=re.MULTILINE)
    if "[layout]\n" in report:
        return report.replace("[layout]\n", f"[layout]\n{lines}")
    return f"{report}\n[layout]\n{lines}"


def main(work: Path, fonts: Path, reports: list[Path]) -> None:
    texts = {report.stem: report.read_text(encoding="utf-8") for report in reports}
    texts |= {f"syllables-{half}": syllables.report(half) for half in (1, 2)}
    for family in FAMILIES:
        folder = work / family
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        if (fonts / family).is_dir():
            shutil.copytree(fonts / family, folder / "fonts")
        for pictures in {report.parent / "pictures" for report in reports}:
            if pictures.is_dir():
                shutil.copytree(pictures, folder / "pictures", dirs_exist_ok=True)
        for name, text in texts.items():
            own = text if family == FAMILIES[0] else in_family(text, family)
            (folder / f"{name}.toml").write_text(own, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(report) for report in sys.argv[3:]])
