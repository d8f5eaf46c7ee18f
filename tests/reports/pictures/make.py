"""Draws the pictures for the test reports. Photographs show invented scenes and have EXIF data like those of a phone.

    python3 make.py       (needs Pillow and numpy)
"""

from pathlib import Path

import numpy
from PIL import Image, ImageDraw

SIZE = (960, 720)


def camera(orientation: int) -> Image.Exif:
    """EXIF data as a phone writes it: orientation, maker and GPS position."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telephone of a test"
    exif.get_ifd(0x8825).update({1: "N", 2: (14.0, 53.0, 21.5), 3: "E", 4: (100.0, 24.0, 3.25)})
    return exif


def room(size: tuple[int, int], seed: int, people: int) -> Image.Image:
    width, height = size
    random = numpy.random.default_rng(seed)
    wall = numpy.linspace(215, 180, height)[:, None, None] + random.normal(0, 3, (height, width, 1))
    picture = Image.fromarray((wall * (1, 0.97, 0.9)).clip(0, 255).astype("uint8"))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((width * 0.3, height * 0.08, width * 0.7, height * 0.36), fill="#f6f6f2", outline="#555555", width=5)
    for line in range(5):
        y = height * (0.13 + 0.04 * line)
        draw.line((width * 0.35, y, width * (0.65 - 0.04 * (line % 3)), y), fill="#8899aa", width=6)
    draw.rectangle((0, height * 0.72, width, height), fill="#7a5a3c")
    for person in range(people):
        x, y = width * (person + 0.5) / people, height * (0.55 + 0.02 * (person % 2))
        r = height * 0.05
        coat = ["#345a8a", "#8a3434", "#2f6b4f", "#6a4a86"][person % 4]
        draw.ellipse((x - r * 1.5, y + r * 0.7, x + r * 1.5, y + r * 5), fill=coat)
        draw.ellipse((x - r, y - r, x + r, y + r), fill="#c89a76", outline="#3a2a1a", width=3)
    draw.rectangle((width * 0.08, height * 0.74, width * 0.92, height * 0.8), fill="#a67c52", outline="#4a3420", width=3)
    return picture


def main() -> None:
    folder = Path(__file__).parent
    room(SIZE, 1, 6).save(folder / "meeting.jpg", quality=82, exif=camera(1))
    # Taken with the phone upright: stored on its side, with an orientation that viewers apply.
    upright = room((720, 960), 2, 3).transpose(Image.Transpose.ROTATE_90)
    upright.save(folder / "notice.jpg", quality=82, exif=camera(6))
    room(SIZE, 3, 4).save(folder / "training.webp", quality=80, exif=camera(1))
    screen = Image.new("RGB", (1000, 700), "white")
    draw = ImageDraw.Draw(screen)
    draw.rectangle((0, 0, 1000, 70), fill="#1d4f91")
    for row in range(12):
        draw.rectangle((40, 110 + row * 46, 960, 142 + row * 46), outline="#9aa7b5", width=2)
    screen.save(folder / "website.png", optimize=True)
    emblem = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    draw = ImageDraw.Draw(emblem)
    draw.regular_polygon((200, 200, 190), 8, fill="#7a1f1f")
    draw.ellipse((90, 90, 310, 310), fill="#f0c75e")
    emblem.save(folder / "emblem.png", optimize=True)


if __name__ == "__main__":
    main()
