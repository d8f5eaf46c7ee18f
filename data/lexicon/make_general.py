#!/usr/bin/env python3
"""Makes general.tsv from two lists of the PyPI package pythainlp: words, and how often they are used.

    pip download --no-deps pythainlp==5.4.0 && unzip -q pythainlp-*.whl
    python3 make_general.py pythainlp/corpus/words_th.txt pythainlp/corpus/tnc_freq.txt > general.tsv

A line is a word of Thai letters alone, a tab, and its rarity from 0 (of every page) to 9 (not seen).
"""

import math
import re
import sys

THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")


def main(words, frequencies):
    count = {}
    for line in open(frequencies, encoding="utf-8"):
        word, _, number = line.rstrip("\n").partition("\t")
        if number.strip().isdigit():
            count[word] = int(number)
    most = math.log(max(count.values()))
    found = {line.strip() for line in open(words, encoding="utf-8")}
    for word in sorted(found):
        if THAI.fullmatch(word):
            rarity = round(9 * (1 - math.log(count[word]) / most)) if count.get(word) else 9
            print(f"{word}\t{rarity}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
