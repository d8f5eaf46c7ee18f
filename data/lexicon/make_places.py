#!/usr/bin/env python3
"""Makes places.txt from the PyPI package geothai: which subdistrict lies in which district and province.

    pip download --no-deps geothai==3.2.1 && unzip -q geothai-*.whl
    python3 make_places.py geothai/_data > places.txt

A line is a province, or, behind a tab, a district and its subdistricts with tabs between. Of a name with another one in
brackets, both are written.
"""

import json
import re
import sys
from pathlib import Path


def main(folder):
    rows = {}
    for part in ("provinces", "districts", "subdistricts"):
        rows[part] = json.loads((Path(folder) / f"{part}.json").read_text(encoding="utf-8"))
    # A code begins with the code of what the place lies in: two digits for a province, four for a district.
    districts, subdistricts = {}, {}
    for code, name, *_ in rows["districts"]:
        districts.setdefault(code[:2], []).append((code, name.removeprefix("เขต")))
    for code, name, *_ in rows["subdistricts"]:
        subdistricts.setdefault(code[:4], []).extend(re.split(r" ?[()]", name.rstrip(")")))
    for code, name, *_ in rows["provinces"]:
        print(name)
        for district, name in districts[code]:
            print("", name, *subdistricts[district], sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
