#!/usr/bin/env python3
"""Measures whole processes side by side, and prints tables for docs/performance.md.

    cargo build --release && cargo build --release --example many_reports
    python3 benches/compare.py [PART...] [--runs N] [--typst PATH]

Parts: `peers` (a cold run against other programs, on the same document), `growth` (measures and photographs), `batch` (many
reports, against one `typst` process for each), `size` (the command and the example's PDF); by default all. Programs that
are not installed are left out: typst (0.15.1), weasyprint, soffice, chromium, xelatex. Every run of a table is one of a
round, in which each command has its turn, so that all see the same machine. Tables give medians, and their ratios to
this program's. CPU time is that of the process and its children, user and system.
"""

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
COMMAND = TARGET / "release" / "ita-report"
EXAMPLE = ROOT / "data/examples/muang-mu-2567.toml"
WORKERS = 2


def run(command, cwd=None):
    """Runs a command. Returns its seconds, its CPU seconds and its peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(map(str, command))}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def rounds(commands, runs):
    """Runs the commands in turn, after one round that does not count. Returns the medians of each."""
    found = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            measured = run(command)
            if number > 0:
                found[name].append(measured)
    return {name: tuple(map(statistics.median, zip(*all))) for name, all in found.items()}


def table(head, rows):
    print(f"\n| {' | '.join(head)} |\n|{'---|' + '--:|' * (len(head) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    sys.stdout.flush()


def html_page(report):
    """The texts of a report as a page for programs that print HTML."""
    sys.path.insert(0, str(ROOT / "tests/judges"))
    from web_pages import page

    return page(report, "TH SarabunPSK")


def tex(report):
    """The texts of a report as a LaTeX document: paragraphs, and the table of measures as a long table."""
    sys.path.insert(0, str(ROOT / "tests/judges"))
    from judge import strings

    escape = lambda text: "".join("\\" + c if c in "&%$#_{}" else c for c in text).replace("\n", " ")
    columns = ("title", "steps", "responsible", "results", "outcome")
    prose = "\n\n".join(map(escape, strings([report.get(part) for part in ("text", "lessons", "evidence", "signatures")])))
    cells = lambda measure: " & ".join(r"\newline ".join(map(escape, strings(measure.get(column)))) for column in columns)
    rows = "".join(f"{cells(measure)} \\\\ \\hline\n" for measure in report["measures"])
    fonts = ROOT / "fonts"
    return rf"""\documentclass[a4paper,landscape]{{article}}
\usepackage{{fontspec,longtable}}
\usepackage[margin=2cm]{{geometry}}
\setmainfont{{THSarabunPSK-Regular.ttf}}[Path={fonts}/]
\XeTeXlinebreaklocale "th"
\begin{{document}}
{prose}

\begin{{longtable}}{{|p{{4cm}}|p{{5cm}}|p{{3cm}}|p{{5cm}}|p{{4cm}}|}}
\hline
{rows}\end{{longtable}}
\end{{document}}
"""


def peers(work, args):
    example = work / "example.toml"
    shutil.copy(EXAMPLE, example)
    run([COMMAND, "render", example, "--format", "typst", "-o", work / "typst"])
    report = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    page, source = work / "page.html", work / "page.tex"
    page.write_text(html_page(report), encoding="utf-8")
    source.write_text(tex(report), encoding="utf-8")
    commands = {
        "ita-report render": [COMMAND, "render", example, "-o", work / "a.pdf"],
        "ita-report check": [COMMAND, "check", example],
        "ita-report --version": [COMMAND, "--version"],
    }
    if args.typst:
        typst = [args.typst, "compile", "--ignore-system-fonts", "--font-path", work / "typst/fonts"]
        commands["typst compile"] = [*typst, work / "typst/main.typ", work / "b.pdf"]
    slow = {
        "WeasyPrint": ("weasyprint", ["-q", page, work / "c.pdf"]),
        "LibreOffice": ("soffice", ["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", work / "d", page]),
        "Chromium": ("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                                  f"--user-data-dir={work}/chromium", f"--print-to-pdf={work}/e.pdf", f"file://{page}"]),
        "XeLaTeX": ("xelatex", ["-interaction=batchmode", f"-output-directory={work}", source]),
    }
    medians = rounds(commands, args.runs)
    present = {name: [program, *rest] for name, (program, rest) in slow.items() if shutil.which(program)}
    # They take seconds, and their ratios are far from one.
    medians |= rounds(present, max(3, args.runs // 6)) if present else {}
    wall, cpu, _ = medians["ita-report render"]
    rows = [[name, f"{w * 1000:.0f}", f"{w / wall:.2f}", f"{c * 1000:.0f}", f"{c / cpu:.2f}", f"{memory:.0f}"]
            for name, (w, c, memory) in medians.items()]
    table(["cold run, example", "ms", "ratio", "CPU ms", "ratio", "peak MB"], rows)




def long_report(count, photographs=0):
    """The example with so many measures, each of other words, and so many photographs."""
    head, *measures = EXAMPLE.read_text(encoding="utf-8").split("[[measures]]")
    last, tail = measures[-1], ""
    for mark in ("\n[text]", "\n[lessons]", "\n[[evidence]]", "\n[[photos]]", "\n[[signatures]]", "\n[memo]", "\n[layout]"):
        at = last.find(mark)
        if at >= 0 and (not tail or len(last) - at > len(tail)):
            tail = last[at:]
    measures[-1] = last[: len(last) - len(tail)]
    varied = lambda n: measures[n % len(measures)].replace('title = "', f'title = "ลำดับที่ {n + 1} ', 1)
    photos = "".join(f'\n[[photos]]\nfile = "photo-{n}.jpg"\ncaption = "กิจกรรมที่ {n + 1}"\n' for n in range(photographs))
    return head + "".join("[[measures]]" + varied(n) for n in range(count)) + photos + tail


def growth(work, args):
    commands = {}
    for count in (6, 60, 600):
        file = work / f"measures-{count}.toml"
        file.write_text(long_report(count), encoding="utf-8")
        commands[f"{count} measures"] = [COMMAND, "render", "--force", file, "-o", work / f"{count}.pdf"]
    try:
        from PIL import Image
    except ImportError:
        print("photographs are left out: Pillow is not installed", file=sys.stderr)
    else:
        noise = Image.effect_noise((1000, 750), 60).resize((4000, 3000)).convert("RGB")
        for number in range(100):
            noise.rotate(number).save(work / f"photo-{number}.jpg", quality=85)
        for count in (10, 100):
            file = work / f"photos-{count}.toml"
            file.write_text(long_report(6, count), encoding="utf-8")
            commands[f"{count} photographs of 12 megapixels"] = [COMMAND, "render", "--force", file, "-o", work / f"p{count}.pdf"]
    medians = rounds(commands, max(3, args.runs // 4))
    rows = []
    for name, (wall, cpu, memory) in medians.items():
        pdf = Path(commands[name][-1])
        pages = pdf_pages(pdf)
        rows.append([name, f"{pages}", f"{wall:.2f}", f"{cpu:.2f}", f"{cpu / pages * 1000:.1f}", f"{memory:.0f}",
                     f"{pdf.stat().st_size / 1000:.0f}"])
    table(["report", "pages", "s", "CPU s", "CPU ms per page", "peak MB", "PDF kB"], rows)


def pdf_pages(pdf):
    out = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[1]) for line in out.splitlines() if line.startswith("Pages:"))


def batch(work, args):
    many = TARGET / "release/examples/many_reports"
    reports = work / "reports"
    run([many, reports, args.reports])
    files = sorted(reports.rglob("*.toml"))
    rows = []
    speed = {}
    for jobs in (1, WORKERS):
        out = work / f"out-{jobs}"
        wall, cpu, memory = run([COMMAND, "batch", reports, "-o", out, "--jobs", jobs, "--force"])
        speed[jobs] = len(files) / wall
        rows.append([f"batch, {jobs} jobs, {len(files)} reports", f"{speed[jobs]:.1f}", f"{cpu / len(files) * 1000:.0f}", f"{memory:.0f}"])
    if args.typst:
        some = files[: min(len(files), 60)]
        folders = []
        for number, file in enumerate(some):
            folder = work / f"sources/{number}"
            run([COMMAND, "render", "--force", file, "--format", "typst", "-o", folder])
            folders.append(folder)
        compile = lambda folder: subprocess.run(
            [args.typst, "compile", "--ignore-system-fonts", "--font-path", folder / "fonts", folder / "main.typ", folder / "a.pdf"],
            check=True, capture_output=True)
        begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(compile, folders))
        wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        rows.append([f"one typst process each, {WORKERS} at a time, {len(some)} reports", f"{len(some) / wall:.1f}", f"{cpu / len(some) * 1000:.0f}", ""])
        print(f"\nbatch against typst: {speed[WORKERS] / (len(some) / wall):.2f} times as many", end="")
    print(f"\ntwo jobs against one: {speed[WORKERS] / speed[1]:.2f}")
    table(["many reports", "reports per second", "CPU ms each", "peak MB"], rows)


def size(work, args):
    run([COMMAND, "render", EXAMPLE, "-o", work / "size.pdf"])
    table(["size", "MB"], [["command, stripped", f"{COMMAND.stat().st_size / 1e6:.1f}"],
                           ["the example's PDF", f"{(work / 'size.pdf').stat().st_size / 1e6:.4f}"]])


PARTS = {"peers": peers, "growth": growth, "batch": batch, "size": size}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--typst", default=shutil.which("typst"))
    args = parser.parse_args()
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    print(f"{time.strftime('%Y-%m-%d')}, {cpu}, {os.cpu_count()} processors")
    for name in args.parts or PARTS:
        with tempfile.TemporaryDirectory() as work:
            PARTS[name](Path(work), args)


if __name__ == "__main__":
    main()
