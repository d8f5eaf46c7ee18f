"""Reads the gold set, `tests/gold/`: reports in which every place is marked where a line may end."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

# The fields whose texts are marked.
MARKED = ("introduction", "conclusion", "steps", "results", "outcome", "monitoring", "obstacles", "recommendations")
GOOD, LESSER, GRAVE = "good", "lesser", "grave"
# What a mark stands for, and how bad a line end is there. Between two letters without a mark it is grave.
MARKS = {"|": ("", GOOD), "¦": ("", LESSER), " ": (" ", GOOD), "≈": (" ", LESSER), "~": (" ", GRAVE)}


@dataclass
class Text:
    """A text, and how bad a line end is where the next line begins at a character."""

    plain: str
    places: dict[int, str]

    def end(self, at: int) -> str:
        return self.places.get(at, GRAVE)


def text(marked: str) -> Text:
    plain, places = "", {}
    for character in marked:
        letter, end = MARKS.get(character, (character, None))
        plain += letter
        if end:
            places[len(plain)] = end
    return Text(plain, places)


def texts(value, key: str = "") -> list[Text]:
    if isinstance(value, str):
        return [text(value)] if key in MARKED else []
    if isinstance(value, dict):
        return [found for inner, part in value.items() for found in texts(part, inner)]
    if isinstance(value, list):
        return [found for part in value for found in texts(part, key)]
    return []


def report(path: Path) -> tuple[str, list[Text]]:
    """The report file without its marks, and its marked texts."""
    marked = path.read_text(encoding="utf-8")
    plain = re.sub("[|¦]", "", marked).translate(str.maketrans("≈~", "  "))
    return plain, texts(tomllib.loads(marked))
