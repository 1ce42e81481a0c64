#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Newsline, and its peers on the same articles in the same run. Called by ./dev bench."""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
from pathlib import Path

import corpora
import measure
import peers
import readers
import refresh
from report import Report

SCALE_ARTICLES = 1_000_000
SCALE_WORDS = 150
CHANGED_SHARE = 0.01
OF_CORPORA = ["build", "refresh-lines", "search", "process"]


def arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("what", nargs="*",
                        help="of build, refresh, refresh-lines, search, process, readers, micro (default: all)")
    parser.add_argument("--data", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--with-peers", action="store_true", help="also install and run the peers")
    parser.add_argument("--peers", default="", metavar="NAMES", help="only these peers, parted by commas")
    parser.add_argument("--corpus", default="reuters,five-fold", help="corpora, parted by commas (%(default)s)")
    parser.add_argument("--kinds", default="", metavar="NAMES", help="only these kinds of questions, parted by commas")
    parser.add_argument("--scale", action="store_true", help=f"{SCALE_ARTICLES:,} generated articles instead")
    parser.add_argument("--articles", type=int, default=SCALE_ARTICLES, help="of --scale (%(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="of everything that is timed (%(default)s)")
    parser.add_argument("--jobs", default="", metavar="N", help="threads (default: the cores)")
    parser.add_argument("--work", type=Path, help="folder for corpora and indexes (default: build/bench)")
    parser.add_argument("--json", type=Path, help="write all figures here (default: WORK/bench.json)")
    chosen = parser.parse_args()
    unknown = set(chosen.what) - {"refresh", "readers", "micro", *OF_CORPORA}
    if unknown:
        parser.error(f"there is nothing called {', '.join(sorted(unknown))} to measure")
    chosen.work = chosen.work or chosen.build.parent / "bench"
    return chosen


def articles_of(name, options):
    if name == "reuters":
        return corpora.reuters(options.data)
    if name == "five-fold":
        return corpora.five_fold(options.data)
    return corpora.generated(options.data, options.articles, SCALE_WORDS)


def corpus_folder(name, options):
    """The corpus, made where it is not there yet, and what is known of it."""
    folder = options.work / name
    facts = folder / "facts.json"
    if not facts.exists():
        print(f"Making the corpus {name} ...", file=sys.stderr)
        number, text_bytes = corpora.write_forms(articles_of(name, options), folder)
        vocabulary = corpora.Vocabulary(folder / "articles.tsv")
        corpora.write_questions(corpora.questions(vocabulary), folder / "questions.tsv")
        facts.write_text(json.dumps({"articles": number, "text_bytes": text_bytes}))
    return folder, json.loads(facts.read_text())


def competitors(options):
    jobs = ["--jobs", options.jobs] if options.jobs else []
    ours = peers.Newsline(options.build, jobs)
    if not options.with_peers:
        return [ours]
    lucene = peers.Lucene(options.work / "lucene-classes", options.jobs or os.cpu_count())
    others = [peers.Scriptindex("none"), peers.Scriptindex("english"), peers.Fts5(), peers.Groonga(), lucene]
    names = options.peers.split(",") if options.peers else [other.name for other in others]
    others = [other for other in others if other.name in names]
    if lucene in others:
        lucene.compile()
    return [ours, *others]


def index_of(program, corpus, options):
    return options.work / "indexes" / f"{corpus}-{program.name.replace(', ', '-')}"


def measure_building(programs, corpus, folder, facts, options, report):
    """Every program in turn, so that a busy moment of the machine meets them all."""
    costs = {program.name: [] for program in programs}
    for _ in range(options.runs):
        for program in programs:
            index = index_of(program, corpus, options)
            peers.remove(index)
            costs[program.name].append(program.build(folder, index))
    for program in programs:
        cost = measure.median_cost(costs[program.name])
        share = measure.size_of(index_of(program, corpus, options)) / facts["text_bytes"]
        report.add(corpus, "build, wall s", program.name, cost.wall)
        report.add(corpus, "build, CPU s", program.name, cost.cpu)
        report.add(corpus, "build, peak MiB", program.name, cost.peak_kib / 1024)
        report.add(corpus, "index / text", program.name, share)


def build_for_asking(programs, corpus, folder, options):
    """Anew, as an index that is there may be of an older program."""
    for program in programs:
        print(f"Building {corpus} with {program.name} ...", file=sys.stderr)
        index = index_of(program, corpus, options)
        peers.remove(index)
        program.build(folder, index)


def changed_copy(folder, into):
    """The corpus with every hundredth article changed."""
    chance = random.Random(4)
    into.mkdir(exist_ok=True)
    with open(folder / "articles.jsonl", encoding="utf-8") as lines, open(
        into / "articles.jsonl", "w", encoding="utf-8"
    ) as changed:
        for line in lines:
            if chance.random() < CHANGED_SHARE:
                article = json.loads(line)
                article["body"] += "\nThis was added later."
                line = json.dumps(article, ensure_ascii=False) + "\n"
            changed.write(line)


def measure_refreshing(program, corpus, folder, options, report):
    live, other = options.work / "live", options.work / "changed"
    changed_copy(folder, other)
    index = options.work / "indexes" / "refreshed"
    nothing, changes = [], []
    live.mkdir(exist_ok=True)
    for _ in range(options.runs):
        peers.remove(index)
        (live / "articles.jsonl").unlink(missing_ok=True)
        os.link(folder / "articles.jsonl", live / "articles.jsonl")
        program.build(live, index)
        program.refresh(live, index)  # the first time looks again at what was read within its last moment
        nothing.append(program.refresh(live, index))
        (live / "articles.jsonl").unlink()
        os.link(other / "articles.jsonl", live / "articles.jsonl")
        changes.append(program.refresh(live, index))
    report.add(corpus, "refresh, nothing new, wall s", program.name, measure.median_cost(nothing).wall)
    report.add(corpus, "refresh, 1 % changed, wall s", program.name, measure.median_cost(changes).wall)


def questions_of(folder, options):
    """The file of all questions, or one of the kinds that are wanted."""
    every = folder / "questions.tsv"
    if not options.kinds:
        return every
    wanted = options.kinds.split(",")
    some = options.work / "questions.tsv"
    lines = every.read_text(encoding="utf-8").splitlines(keepends=True)
    some.write_text("".join(line for line in lines if line.split("\t")[0] in wanted), encoding="utf-8")
    return some


# Kinds of questions that are also told as one: all their times together.
GROUPS = {
    "top-10 search": ["word-rare", "word-common", "several", "families", "filter"],
    "search with facets": ["facet-common", "facet-several"],
}


def measure_searching(programs, corpus, folder, options, report):
    times = {program.name: {} for program in programs}
    questions = questions_of(folder, options)
    for _ in range(options.runs):
        for program in programs:
            lines = program.search(index_of(program, corpus, options), questions, 3)
            for kind, all_times in measure.by_kind(lines).items():
                times[program.name].setdefault(kind, []).append(all_times)
    for name, kinds in times.items():
        for group, members in GROUPS.items():
            if all(kind in kinds for kind in members):
                runs = [sum(parts, []) for parts in zip(*(kinds[kind] for kind in members))]
                report.add(corpus, f"{group}, p50 ms", name, median_of(runs))
        for kind, runs in kinds.items():
            report.add(corpus, f"{kind}, p50 ms", name, median_of(runs))
            p99 = statistics.median(measure.percentile(run, 0.99) for run in runs)
            report.add(corpus, f"{kind}, p99 ms", name, p99)


def median_of(runs):
    return statistics.median(map(statistics.median, runs))


def measure_process(program, corpus, options, report):
    index = index_of(program, corpus, options)
    costs = [program.one_process(index) for _ in range(20 * options.runs)]
    report.add(corpus, "one process with facets, peak MiB", program.name, measure.median_cost(costs).peak_kib / 1024)
    walls = program.process_times(index, 20 * options.runs)
    report.add(corpus, "one process with facets, p50 ms", program.name, statistics.median(walls))


def measure_corpus(corpus, programs, options, report):
    folder, facts = corpus_folder(corpus, options)
    report.corpora[corpus] = facts
    wanted = options.what or OF_CORPORA
    (options.work / "indexes").mkdir(exist_ok=True)
    if "build" in wanted:
        measure_building(programs, corpus, folder, facts, options, report)
    elif wanted != ["refresh-lines"]:
        build_for_asking(programs, corpus, folder, options)
    if "refresh-lines" in wanted:
        measure_refreshing(programs[0], corpus, folder, options, report)
    if "search" in wanted:
        searchers = [program for program in programs if program.search]
        measure_searching(searchers, corpus, folder, options, report)
    if "process" in wanted:
        measure_process(programs[0], corpus, options, report)


def measure_corpora(options, report):
    programs = competitors(options)
    names = [f"generated-{options.articles}"] if options.scale else options.corpus.split(",")
    for corpus in names:
        measure_corpus(corpus, programs, options, report)


def main():
    options = arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    if not options.what or "readers" in options.what:
        readers.report(options, machine)
    if not options.what or "micro" in options.what:
        subprocess.run([options.build / "tests" / "bench" / "newsline-bench-micro"], check=True)
    if options.what and not set(options.what) - {"readers", "micro"}:
        return
    report = Report(machine, options.runs, measure.load())
    if not options.what or set(options.what) & set(OF_CORPORA):
        measure_corpora(options, report)
    if "refresh" in options.what or not (options.what or options.scale):
        refresh.measure_trees(options, report)
    report.load_after = measure.load()
    path = options.json or options.work / "bench.json"
    path.write_text(report.as_json(), encoding="utf-8")
    print(report.as_table())


if __name__ == "__main__":
    main()
