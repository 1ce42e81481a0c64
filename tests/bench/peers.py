# SPDX-License-Identifier: GPL-3.0-or-later
"""Newsline and its peers: how each builds an index of a corpus, and how each answers the questions."""

import glob
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent


def month_end(month):
    """The day behind a month, as the beginning of the next."""
    year, number = map(int, month.split("-"))
    return f"{year + number // 12}-{number % 12 + 1:02}"


class Newsline:
    name = "newsline"

    def __init__(self, build, jobs):
        self.indexer = build / "indexer" / "newsline-index"
        self.query = build / "query" / "newsline-query"
        self.asker = build / "tests" / "bench" / "newsline-bench"
        self.jobs = jobs

    def build(self, corpus, index):
        return measure.run([self.indexer, "update", "--index", index, *self.jobs, corpus / "articles.jsonl"])

    def refresh(self, corpus, index):
        return measure.run([self.indexer, "update", "--index", index, corpus / "articles.jsonl"])

    def search(self, index, questions, rounds):
        asked = subprocess.run(
            [self.asker, index, questions, str(rounds)], capture_output=True, text=True, check=True
        )
        return asked.stdout.splitlines()

    def one_process(self, index):
        return measure.run([self.query, "--index", index, "oil price", "--facet", "tag"])

    def process_times(self, index, number):
        """Milliseconds from before the start of a process to its end."""
        command = [str(self.query), "--index", str(index), "oil price", "--facet", "tag"]
        times = []
        with open(os.devnull, "wb") as nowhere:
            for _ in range(number):
                start = time.perf_counter()
                process = os.posix_spawn(
                    command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)]
                )
                os.waitpid(process, 0)
                times.append(1000 * (time.perf_counter() - start))
        return times


class Scriptindex:
    """xapian-omega. Its own default stems English as well; without stems it does the same work as the others."""

    def __init__(self, stemmer):
        self.name = "scriptindex" if stemmer == "none" else "scriptindex, default"
        self.stemmer = stemmer

    def build(self, corpus, index):
        return measure.run(
            ["scriptindex", f"--stemmer={self.stemmer}", index, HERE / "omega.script", corpus / "articles.dump"]
        )

    refresh = search = one_process = None


class Fts5:
    """SQLite FTS5 with an external table of tags; titles weigh three times."""

    name = "fts5"
    refresh = one_process = None
    SCHEMA = """
        PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -200000;
        CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = "unicode61 remove_diacritics 0", prefix = '4');
        CREATE TABLE article(number INTEGER PRIMARY KEY, id TEXT UNIQUE, published TEXT, tags TEXT);
        CREATE TABLE tag(tag TEXT, number INTEGER, PRIMARY KEY(tag, number)) WITHOUT ROWID;
        BEGIN;"""

    def build(self, corpus, index):
        return measure.run([sys.executable, HERE / "peers.py", "fts5", corpus / "articles.tsv", index])

    @classmethod
    def write(cls, articles, index):
        database = sqlite3.connect(index, isolation_level=None)
        database.executescript(cls.SCHEMA)
        with open(articles, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                name, title, published, tags, body = line.rstrip("\n").split("\t")
                database.execute("INSERT INTO article VALUES(?, ?, ?, ?)", (number, name, published, tags))
                database.execute("INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)", (number, title, body))
                rows = [(tag, number) for tag in tags.split("|") if tag]
                database.executemany("INSERT OR IGNORE INTO tag VALUES(?, ?)", rows)
        for statement in ("CREATE INDEX newest ON article(published)", "COMMIT", "ANALYZE"):
            database.execute(statement)
        database.close()

    @staticmethod
    def match(kind, words):
        if kind == "prefix":
            return words + "*"
        return f'"{words}"' if kind == "phrase" else " ".join(f'"{word}"' for word in words.split())

    @classmethod
    def statements(cls, kind, words, tag, month):
        """The statement for the page and, of facets, that for the counts; each with its values."""
        # Of each hit its id and its title, as the other peers are asked for.
        tables, order = "article a JOIN words ON words.rowid = a.number", "ORDER BY a.published DESC"
        tests, values = [], []
        if words:
            tables = "words JOIN article a ON a.number = words.rowid"
            tests.append("words MATCH ?")
            values.append(cls.match(kind, words))
            if not kind.startswith("newest"):
                order = "ORDER BY bm25(words, 3.0, 1.0)"
        if tag:
            tests.append("a.number IN (SELECT number FROM tag WHERE tag = ?)")
            values.append(tag)
        if month:
            tests.append("a.published >= ? AND a.published < ?")
            values += [month, month_end(month)]
        where = "WHERE " + " AND ".join(tests) if tests else ""
        made = [(f"SELECT a.id, words.title FROM {tables} {where} {order} LIMIT 10", values)]
        if kind.startswith("facet"):
            counted = "SELECT tag, count(*) FROM tag WHERE number IN (SELECT rowid FROM words WHERE words MATCH ?)"
            made.append((counted + " GROUP BY tag ORDER BY 2 DESC LIMIT 10", values))
        return made

    def search(self, index, questions, rounds):
        database = sqlite3.connect(index)
        database.execute("PRAGMA cache_size = -200000")
        lines = [line.rstrip("\n").split("\t") for line in open(questions, encoding="utf-8")]
        told = []
        for number in range(rounds + 1):
            for kind, words, tag, month in lines:
                statements = self.statements(kind, words, tag, month)
                start = time.perf_counter()
                found = [database.execute(*statement).fetchall() for statement in statements]
                milliseconds = 1000 * (time.perf_counter() - start)
                if number:
                    told.append(f"{kind}\t{milliseconds}\t{len(found[0])}")
        return told


class Groonga:
    """Columns first, indexes after the load, as its manual advises."""

    name = "groonga"
    refresh = one_process = None
    TABLES = """table_create Tags TABLE_PAT_KEY ShortText
table_create Articles TABLE_HASH_KEY ShortText
column_create Articles title COLUMN_SCALAR Text
column_create Articles published COLUMN_SCALAR ShortText
column_create Articles month COLUMN_SCALAR ShortText
column_create Articles tags COLUMN_VECTOR Tags
column_create Articles body COLUMN_SCALAR Text
"""
    INDEXES = """table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
column_create Words text COLUMN_INDEX|WITH_POSITION|WITH_SECTION Articles title,body
column_create Tags of_article COLUMN_INDEX Articles tags
table_create Times TABLE_PAT_KEY ShortText
column_create Times published COLUMN_INDEX Articles published
table_create Months TABLE_PAT_KEY ShortText
column_create Months month COLUMN_INDEX Articles month
"""

    def build(self, corpus, index):
        commands = corpus / "articles.groonga"
        if not commands.exists():
            self.write_commands(corpus, commands)
        os.makedirs(index)
        return measure.run(["groonga", "-n", index / "db"], stdin=commands)

    def write_commands(self, corpus, path):
        with open(corpus / "articles.tsv", encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as commands:
            commands.write(self.TABLES + "load --table Articles\n[\n")
            for number, line in enumerate(lines):
                name, title, published, tags, body = line.rstrip("\n").split("\t")
                article = {"_key": name, "title": title, "published": published, "month": published[:7]}
                article.update(tags=[tag for tag in tags.split("|") if tag], body=body)
                commands.write((",\n" if number else "") + json.dumps(article, ensure_ascii=False))
            commands.write("\n]\n" + self.INDEXES)

    @staticmethod
    def command(kind, words, tag, month):
        tests = [f'tags @ "{tag}"'] if tag else []
        tests += [f'month == "{month}"'] if month else []
        if kind == "prefix":
            asked = f'--match_columns "title * 3 || body" --query {words}*'
        elif kind == "phrase":
            asked = f"--match_columns 'title * 3 || body' --query '\"{words}\"'"
        else:
            asked = f"--match_columns 'title * 3 || body' --query '{words}'" if words else ""
        order = "-published" if kind.startswith("newest") else "-_score"
        line = f"select Articles {asked} --output_columns _key,title --sort_keys {order} --limit 10"
        if tests:
            line += f" --filter '{' && '.join(tests)}'"
        if kind.startswith("facet"):
            line += " --drilldown tags --drilldown_sort_keys -_nsubrecs --drilldown_limit 10"
        return line + " --cache no\n"

    def search(self, index, questions, rounds):
        lines = [line.rstrip("\n").split("\t") for line in open(questions, encoding="utf-8")]
        commands = "".join(self.command(*line) for line in lines) * (rounds + 1)
        asked = subprocess.run(
            ["groonga", index / "db"], input=commands, capture_output=True, text=True, check=True
        )
        told = []
        for (kind, *_), answer in zip(lines * (rounds + 1), asked.stdout.splitlines()):
            (status, _, seconds, *_), *body = json.loads(answer)
            if status != 0:
                sys.exit(f"bench: groonga answers with {answer[:300]}")
            told.append(f"{kind}\t{1000 * seconds}\t{body[0][0][0][0]}")
        return told[len(lines) :]


class Lucene:
    name = "lucene"
    refresh = one_process = None

    def __init__(self, folder, threads):
        self.folder = folder
        self.threads = str(threads)
        jars = [f"/usr/share/java/lucene-{part}-8*.jar" for part in ("core", "facet", "analyzers-common", "queries")]
        self.path = ":".join([str(folder)] + [path for jar in jars for path in glob.glob(jar)])

    def compile(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        source = HERE / "lucene" / "LuceneBench.java"
        subprocess.run(["javac", "-d", self.folder, "-cp", self.path, source], check=True)

    def build(self, corpus, index):
        program = ["java", "-cp", self.path, "LuceneBench", "build"]
        return measure.run([*program, corpus / "articles.tsv", index, self.threads])

    def search(self, index, questions, rounds):
        program = ["java", "-cp", self.path, "LuceneBench", "ask"]
        asked = subprocess.run([*program, index, questions, str(rounds)], capture_output=True, text=True, check=True)
        return asked.stdout.splitlines()


def remove(index):
    if index.is_dir():
        shutil.rmtree(index)
    else:
        index.unlink(missing_ok=True)


if __name__ == "__main__" and sys.argv[1] == "fts5":
    Fts5.write(sys.argv[2], sys.argv[3])
