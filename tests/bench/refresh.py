# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what it costs to bring an index in line with a tree of files, most of which have not changed."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import measure
import refreshers
from trees import Trees, mark_of

CORPUS = "pages"


def peers_of(options, folder, trees):
    """The peers that are wanted and can run here."""
    if not options.with_peers:
        return []
    names = options.peers.split(",") if options.peers else []
    found = []
    for peer in (refreshers.Notmuch, refreshers.Recoll, refreshers.Omindex):
        missing = [program for program in peer.needs if not shutil.which(program)]
        if names and peer.name not in names:
            continue
        if missing:
            print(f"{peer.name} is left out: there is no {missing[0]} here.", file=sys.stderr)
        else:
            found.append(peer(trees, folder))
    return found


def refresh(program):
    """What other programs have written is on the disk before, so that none waits for another's."""
    os.sync()
    return measure.run(program.refresh, env=program.env)


def files_opened(program, folder):
    """How many files of its tree a run opens; nothing where runs cannot be traced."""
    log = folder / "opened.log"
    trace = ["strace", "-f", "-y", "-qq", "-s", "0", "-e", "trace=?open,openat,?openat2", "-o", log]
    command = [*map(str, [*trace, *program.refresh])]
    try:
        done = subprocess.run(command, env=program.env, capture_output=True, check=False)
    except FileNotFoundError:
        done = None
    if done is None or done.returncode != 0:
        print("Opened files are not counted: strace cannot trace programs here.", file=sys.stderr)
        return None
    opened = re.compile(r"= \d+<" + re.escape(str(program.tree)) + r"/(?!\.notmuch/)[^>]*>$")
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return sum(1 for line in lines if opened.search(line) and "O_DIRECTORY" not in line)


def require(program, held, expected):
    if abs(held[0] - expected[0]) > program.slack or held[1] != expected[1]:
        sys.exit(
            f"bench: {program.name} did not take the changes: it holds {held[0]} documents, {held[1]} of them with the "
            f"word that {expected[1]} files have; {expected[0]} documents were expected"
        )


def measure_programs(programs, trees, folder, options, report):
    nothing, changes = ({program: [] for program in programs} for _ in range(2))
    print("Building the first indexes, which is not timed ...", file=sys.stderr)
    for program in programs:
        refresh(program)
    documents = {program: program.held(mark_of(0))[0] for program in programs}
    for step in range(1, options.runs + 1):
        trees.change(step)
        trees.settle()
        expected = trees.CHANGED + trees.NEW
        for program in programs:
            changes[program].append(refresh(program))
            require(program, program.held(mark_of(step)), (documents[program], expected))
        for program in programs:
            nothing[program].append(refresh(program))
            require(program, program.held(mark_of(step)), (documents[program], expected))
        programs = programs[1:] + programs[:1]  # none always runs behind the same one
    for program in sorted(programs, key=lambda program: program.name != "newsline"):
        add_figures(program, nothing[program], changes[program], files_opened(program, folder), report)


def add_figures(program, nothing, changes, opened, report):
    some = f"{Trees.CHANGED} changed, {Trees.NEW} new, {Trees.DELETED} deleted"
    if opened is not None:
        report.add(CORPUS, "nothing changed, files opened", program.name, opened)
    for what, costs in (("nothing changed", nothing), (some, changes)):
        cost = measure.median_cost(costs)
        report.add(CORPUS, f"{what}, wall s", program.name, cost.wall)
        report.add(CORPUS, f"{what}, CPU s", program.name, cost.cpu)
        report.add(CORPUS, f"{what}, peak MiB", program.name, cost.peak_kib / 1024)


def measure_trees(options, report):
    """All of it happens in a folder that is removed, however the run ends."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with tempfile.TemporaryDirectory(prefix="refresh-", dir=options.work.resolve()) as name:
        folder = Path(name)
        print("Making the trees of files ...", file=sys.stderr)
        trees = Trees(options.data, folder, options.with_peers)
        report.corpora[CORPUS] = {"articles": len(trees.articles), "text_bytes": trees.text_bytes}
        ours = refreshers.Newsline(options.build.resolve(), trees, folder)
        trees.settle()
        measure_programs([ours, *peers_of(options, folder, trees)], trees, folder, options, report)
