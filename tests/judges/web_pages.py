"""Writes the texts of reports as HTML pages, for other PDF producers.

    python3 web_pages.py WORK FAMILY REPORT.toml...
"""

import html
import sys
import tomllib
from pathlib import Path

from judge import strings

STYLE = """
@page { size: A4; margin: 2cm }
body { font: 16pt "{family}"; text-align: justify }
table { border-collapse: collapse; font: inherit; text-align: left; width: 100% }
td { border: 1px solid; vertical-align: top; padding: 3pt }
"""
COLUMNS = ("title", "steps", "responsible", "results", "outcome")


def page(report: dict, family: str) -> str:
    style = STYLE.replace("{family}", family)
    prose = strings([report.get(part) for part in ("text", "lessons", "evidence", "signatures")])
    cells = [[strings(measure.get(column)) for column in COLUMNS] for measure in report["measures"]]
    rows = ["".join(f"<td>{'<br>'.join(map(html.escape, cell))}</td>" for cell in row) for row in cells]
    return (
        f'<!doctype html><html lang="th"><meta charset="utf-8"><title>report</title><style>{style}</style>'
        + "".join(f"<p>{html.escape(text)}</p>" for text in prose)
        + f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    )


if __name__ == "__main__":
    for path in map(Path, sys.argv[3:]):
        report = tomllib.loads(path.read_text(encoding="utf-8"))
        Path(sys.argv[1], f"{path.stem}.html").write_text(page(report, sys.argv[2]), encoding="utf-8")
