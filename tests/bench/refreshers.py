# SPDX-License-Identifier: GPL-3.0-or-later
"""Newsline and programs that refresh an index as it does: how each is set up, run, and asked what it holds.

Each has `needs`, programs without which it cannot run; `tree`, what it looks at; `refresh`, its command; and
`held(word)`: how many documents it holds, and how many of them have this word; `slack`: by how many documents the
former may differ though the files are as many."""

import json
import os
import re
import subprocess
import sys


def environment(home):
    """Of all programs: their settings, caches and what they keep otherwise are in the folder `home`."""
    places = {"HOME": home}
    for name in ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
        places["XDG_" + name] = home / name.lower()
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True)
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **{name: str(at) for name, at in places.items()}}


def answer(command, env):
    asked = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, env=env)
    if asked.returncode > 1:  # 1: nothing was found
        sys.exit(f"bench: {command[0]} ended with {asked.returncode}: {asked.stderr}")
    return asked.stdout


class Newsline:
    name = "newsline"
    needs = ()
    slack = 0

    def __init__(self, build, trees, folder):
        self.indexer, self.query = build / "indexer" / "newsline-index", build / "query" / "newsline-query"
        self.tree, self.index = trees.pages, folder / "newsline"
        self.env = environment(folder / "home")
        self.refresh = [self.indexer, "update", "--index", self.index, self.tree]

    def held(self, word):
        status = json.loads(answer([self.indexer, "status", "--index", self.index, "--json"], self.env))
        asked = [self.query, "--index", self.index, "--no-correct", "--format", "json", f"={word}"]
        return status["articles"], json.loads(answer(asked, self.env))["total"]


class XapianPeer:
    """One whose index xapian-delve can look into."""

    def held(self, word):
        told = answer(["xapian-delve", self.index, "-t", word], self.env)
        frequency = re.search(r"termfreq (\d+)", told)
        told = answer(["xapian-delve", self.index], self.env)
        documents = re.search(r"number of documents = (\d+)", told)
        return int(documents.group(1)), int(frequency.group(1)) if frequency else 0


class Recoll(XapianPeer):
    """Without a desktop: indexing by command, as its manual has it for cron. By default it gives way to every
    other program of the machine, which on a busy one would count against it."""

    name = "recollindex"
    needs = ("recollindex", "xapian-delve")
    slack = 10  # its folders are documents too; it was seen to hold one more than that, why is not known

    def __init__(self, trees, folder):
        self.tree, config = trees.pages, folder / "recoll"
        config.mkdir()
        (config / "recoll.conf").write_text(f"topdirs = {self.tree}\nidxniceprio = 0\n")
        self.index = config / "xapiandb"
        self.env = environment(folder / "home")
        self.refresh = ["recollindex", "-c", config]


class Omindex(XapianPeer):
    name = "omindex"
    needs = ("omindex", "xapian-delve")
    slack = 0

    def __init__(self, trees, folder):
        self.tree, self.index = trees.pages, folder / "omega"
        self.env = environment(folder / "home")
        self.refresh = ["omindex", "--db", self.index, "--url", "/", self.tree]


class Notmuch:
    """Of the same articles as mail. It takes a message that it knows for unchanged, and looks only into folders
    whose own time is new."""

    name = "notmuch"
    needs = ("notmuch",)
    slack = 0

    def __init__(self, trees, folder):
        self.tree, config = trees.mail, folder / "notmuch.conf"
        config.write_text(
            f"[database]\npath={self.tree}\n[user]\nname=News Line\nprimary_email=desk@news.example\n"
            "[new]\ntags=\n[maildir]\nsynchronize_flags=false\n"
        )
        self.env = {**environment(folder / "home"), "NOTMUCH_CONFIG": str(config)}
        self.refresh = ["notmuch", "new", "--no-hooks", "--quiet"]

    def held(self, word):
        return tuple(int(answer(["notmuch", "count", asked], self.env)) for asked in ("*", word))
