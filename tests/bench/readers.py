# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast files become articles, on one core. What there is too little of to be measured, page texts and web
archives, is made of real articles and pages."""

import gzip
import itertools
import json
import shutil
import statistics
import tempfile
from pathlib import Path

import corpora
import measure
from trees import PAGES_IN_FOLDER, page_text

FEED_ARTICLES = 5000  # their text is HTML: no more than reading web pages takes
ROUNDS = 3  # of each process; the median over all rounds of all processes counts


def write_pages(data, folder):
    """Reuters' articles as scraped page texts."""
    for number, article in enumerate(corpora.reuters(data)):
        if number % PAGES_IN_FOLDER == 0:
            part = folder / f"{number // PAGES_IN_FOLDER:02}"
            part.mkdir(parents=True)
        (part / f"{number}.txt").write_text(page_text(number, article), encoding="utf-8")


def write_lines(data, folder):
    folder.mkdir()
    with gzip.open(data / "news" / "reuters21578.jsonl.gz") as source, open(folder / "news.jsonl", "wb") as lines:
        shutil.copyfileobj(source, lines)


def web_pages(data):
    return sorted((data / "html" / "readability" / "test-pages").glob("*/source.html"))


def write_html(data, folder):
    folder.mkdir()
    for page in web_pages(data):
        shutil.copyfile(page, folder / f"{page.parent.name}.html")


def write_archive(data, folder, media_type):
    """The web pages as a WARC, compressed record by record."""
    folder.mkdir()
    with open(folder / "pages.warc.gz", "wb") as archive:
        for page in web_pages(data):
            block = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + page.read_bytes()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://{page.parent.name}.example/\r\n"
                "WARC-Date: 2024-03-12T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            )
            archive.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0))


def write_feeds(data, folder):
    """Some of Reuters' articles as feeds of a hundred entries."""
    folder.mkdir()
    escape = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
    source = itertools.islice(corpora.reuters(data), FEED_ARTICLES)
    for number, articles in enumerate(iter(lambda: list(itertools.islice(source, 100)), [])):
        entries = "".join(
            f"<item><title>{article['title'].translate(escape)}</title><guid isPermaLink='false'>{article['id']}</guid>"
            + f"<description>&lt;p&gt;{article['body'].translate(escape)}&lt;/p&gt;</description></item>\n"
            for article in articles
        )
        feed = f"<rss version='2.0'><channel><title>Reuters</title>{entries}</channel></rss>"
        (folder / f"{number}.rss").write_text(feed, encoding="utf-8")


def write_markdown(data, folder):
    folder.mkdir()
    site = data / "formats" / "markdown-digitalgov"
    for number, page in enumerate(sorted(site.rglob("*.md"))):
        shutil.copyfile(page, folder / f"{number}.md")


KINDS = {
    "pages": write_pages,
    "jsonl": write_lines,
    "html": write_html,
    "warc": lambda data, folder: write_archive(data, folder, "text/html; charset=utf-8"),
    "warc-others": lambda data, folder: write_archive(data, folder, "application/octet-stream"),
    "feeds": write_feeds,
    "markdown": write_markdown,
}

ROWS = [
    ("page texts, bytes at hand", "memory", "pages"),
    ("page texts, files", "file", "pages"),
    ("JSON Lines, file", "file", "jsonl"),
    ("web pages, bytes at hand", "memory", "html"),
    ("WARC, gz, of web pages", "file", "warc"),
    ("WARC, gz, of what is skipped", "file", "warc-others"),
    ("WARC, gz, decompression alone", "unpack", "warc"),
    ("feeds, bytes at hand", "memory", "feeds"),
    ("feeds, files", "file", "feeds"),
    ("Markdown, bytes at hand", "memory", "markdown"),
]


def row(program, mode, folder, runs, text_bytes):
    seconds, peaks, articles = [], [], 0
    for _ in range(runs):
        with tempfile.TemporaryFile() as out:
            peaks.append(measure.run([program, mode, ROUNDS, folder], stdout=out).peak_kib)
            out.seek(0)
            lines = [line.split(b"\t") for line in out.read().splitlines()]
        seconds += [float(line[0]) for line in lines]
        articles = int(lines[0][2])
    median = statistics.median(seconds)
    return {
        "megabytes": text_bytes / 1e6,
        "articles": articles,
        "megabytes_per_second": text_bytes / 1e6 / median,
        "articles_per_second": articles / median,
        "peak_mib": statistics.median(peaks) / 1024,
    }


def unpacked_bytes(program, folder):
    with tempfile.TemporaryFile() as out:
        measure.run([program, "unpack", 1, folder], stdout=out)
        out.seek(0)
        return int(out.read().split(b"\t")[1])


def measured(options):
    program = options.build / "tests" / "bench" / "newsline-bench-readers"
    sizes = {}
    for kind, write in KINDS.items():
        folder = options.work / "readers" / kind
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            write(options.data, folder)
        sizes[kind] = unpacked_bytes(program, folder)
    return {
        name: row(program, mode, options.work / "readers" / kind, options.runs, sizes[kind])
        for name, mode, kind in ROWS
    }


def as_table(figures, machine, runs, load_before, load_after):
    lines = [
        f"{machine}; CPU time of one core; medians of {runs} processes of {ROUNDS} rounds; load {load_before:.1f} before, "
        f"{load_after:.1f} after. MB of source, unpacked.",
        "",
        "| | MB | articles | MB/s | articles/s | peak MiB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, row_figures in figures.items():
        lines.append(
            f"| {name} | {row_figures['megabytes']:.1f} | {row_figures['articles']:,} | "
            f"{row_figures['megabytes_per_second']:.1f} | {row_figures['articles_per_second']:,.0f} | "
            f"{row_figures['peak_mib']:.0f} |"
        )
    return "\n".join(lines)


def report(options, machine):
    before = measure.load()
    figures = measured(options)
    (options.work / "readers.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(as_table(figures, machine, options.runs, before, measure.load()))
