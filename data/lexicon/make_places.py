#!/usr/bin/env python3
"""Makes places.txt from the PyPI package geothai: the names of provinces, districts and subdistricts, each once.

    pip download --no-deps geothai==3.2.1 && unzip -q geothai-*.whl
    python3 make_places.py geothai/_data > places.txt

Names with other characters than Thai letters are left out.
"""

import json
import re
import sys
from pathlib import Path

THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")


def main(folder):
    names = set()
    for part in ("provinces", "districts", "subdistricts"):
        rows = json.loads((Path(folder) / f"{part}.json").read_text(encoding="utf-8"))
        names.update(row[1].removeprefix("เขต") for row in rows)
    print("\n".join(sorted(name for name in names if THAI.fullmatch(name))))


if __name__ == "__main__":
    main(sys.argv[1])
