# SPDX-License-Identifier: GPL-3.0-or-later
"""Corpora of the benchmark, each written in the form that every program reads best, and questions about them."""

import collections
import gzip
import itertools
import json
import random
import re
from pathlib import Path

WORD = re.compile(r"[a-z]+")
ALTERED_SHARE = 0.5  # of the occurrences of rare words in a copy that become another word
RARE = 20  # occurrences: rarer words make a vocabulary grow, as Heaps' law has it


def reuters(data):
    """Articles of Reuters-21578, in order."""
    with gzip.open(Path(data) / "news" / "reuters21578.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def word_counts(articles):
    counts = collections.Counter()
    for article in articles:
        counts.update(WORD.findall(text_of(article)))
    return counts


def text_of(article):
    return (article["title"] + "\n" + article["body"]).lower()


class Altered:
    """One altered copy of a corpus: frequent words change places with words about as frequent, so that Zipf's
    law stays as it is; rare ones become new words now and then, so that the vocabulary grows."""

    def __init__(self, counts, copy):
        self.copy = copy
        self.chance = random.Random(copy)
        ranked = [word for word, count in counts.most_common() if count >= RARE]
        self.partner = {}
        first = 0
        while first < len(ranked):
            block = ranked[first : first + max(2, first // 4)]
            shuffled = block[:]
            self.chance.shuffle(shuffled)
            self.partner.update(zip(block, shuffled))
            first += len(block)

    def word(self, match):
        word = match.group(0)
        partner = self.partner.get(word.lower())
        if partner is not None:
            return partner.upper() if word.isupper() else partner
        if self.chance.random() < ALTERED_SHARE:
            return word + "abcdefghij"[self.copy]
        return word

    def article(self, article):
        altered = dict(article)
        altered["id"] = f"{article['id']}-{self.copy}"
        for field in ("title", "body"):
            altered[field] = re.sub(r"[A-Za-z]+", self.word, article[field])
        return altered


def five_fold(data):
    counts = word_counts(reuters(data))
    yield from reuters(data)
    for copy in range(1, 5):
        altered = Altered(counts, copy)
        for article in reuters(data):
            yield altered.article(article)


def generated(data, articles, words):
    """Articles of so many words, drawn as often as Reuters-21578 has them, with its tags and twenty years."""
    chance = random.Random(1)
    counts = word_counts(reuters(data))
    vocabulary = list(counts)
    cumulative = list(itertools.accumulate(counts.values()))
    tag_sets = [article["tags"] for article in reuters(data)]
    for number in range(articles):
        drawn = chance.choices(vocabulary, cum_weights=cumulative, k=words + 8)
        # One word in fifty is a name or a number that hardly any other article has.
        for place in range(8, words + 8, 50):
            drawn[place] = f"{chance.randrange(10 * articles)}{drawn[place]}"
        day = f"{2004 + chance.randrange(20)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        time = f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}"
        yield {
            "id": f"g{number}",
            "title": " ".join(drawn[:8]),
            "published": f"{day}T{time}Z",
            "tags": chance.choice(tag_sets),
            "body": " ".join(drawn[8:]),
        }


def one_line(text):
    return " ".join(text.split())


def write_forms(articles, folder):
    """Writes articles as JSON Lines (Newsline, Groonga), tab-separated values (FTS5, Lucene) and scriptindex's
    dump format. Returns how many there are and how many bytes of title and body."""
    folder.mkdir(parents=True, exist_ok=True)
    number = text_bytes = 0
    with open(folder / "articles.jsonl", "w", encoding="utf-8") as lines, open(
        folder / "articles.tsv", "w", encoding="utf-8"
    ) as values, open(folder / "articles.dump", "w", encoding="utf-8") as dump:
        for article in articles:
            number += 1
            text_bytes += len(article["title"].encode()) + len(article["body"].encode())
            kept = {name: article[name] for name in ("id", "title", "published", "tags", "body")}
            lines.write(json.dumps(kept, ensure_ascii=False) + "\n")
            published = article["published"] or ""
            title, tags, body = one_line(article["title"]), "|".join(article["tags"]), one_line(article["body"])
            values.write("\t".join((article["id"], title, published, tags, body)) + "\n")
            body_lines = article["body"].replace("\n", "\n=")
            dump.write(f"id={article['id']}\ntitle={title}\npublished={published}\n")
            dump.write(f"day={published[:10].replace('-', '')}\ntags={tags}\nbody={body_lines}\n\n")
    return number, text_bytes


class Vocabulary:
    """What questions are drawn from: words by how many articles have them, pairs that stand side by side."""

    def __init__(self, tsv, sample=20000):
        self.documents = collections.Counter()
        self.tags = collections.Counter()
        self.months = collections.Counter()
        self.runs = []
        self.sets = []
        self.articles = 0
        chance = random.Random(2)
        with open(tsv, encoding="utf-8") as lines:
            for line in itertools.islice(lines, sample):
                _, title, published, tags, body = line.rstrip("\n").split("\t")
                words = WORD.findall((title + " . " + body).lower())
                self.articles += 1
                self.documents.update(set(words))
                self.tags.update(tag for tag in tags.split("|") if tag)
                self.months[published[:7]] += 1
                if len(words) > 40:
                    at = chance.randrange(12, len(words) - 3)
                    self.runs.append(words[at : at + 2])
                    self.sets.append(chance.sample(words, 3))

    def between(self, least, most):
        """Words that this share of the articles has, in order of frequency."""
        low, high = max(2, least * self.articles), max(3, most * self.articles)
        return [word for word, count in self.documents.most_common() if low <= count <= high and len(word) > 2]


def questions(vocabulary, each=60):
    """Lists (kind, words, tag, month) of `each` questions of every kind; drawn anew, they are the same."""
    chance = random.Random(3)
    common, rare = vocabulary.between(0.05, 1), vocabulary.between(0, 0.002)
    middle = vocabulary.between(0.01, 0.3)
    tags = [tag for tag, _ in vocabulary.tags.most_common(60)]
    months = [month for month, count in vocabulary.months.items() if month and count > 10]
    pairs = [run for run in vocabulary.runs if min(map(len, run)) > 2]
    several = [words for words in vocabulary.sets if min(map(len, words)) > 2]
    made = []
    for number in range(each):
        made += [
            ("word-rare", [chance.choice(rare)], "", ""),
            ("word-common", [common[number % len(common)]], "", ""),
            ("several", several[number % len(several)], "", ""),
            # The same words with their families and stories; the peers have no such thing, and ask as before.
            ("families", several[number % len(several)], "", ""),
            ("phrase", pairs[number % len(pairs)], "", ""),
            ("prefix", [chance.choice(middle)[:4]], "", ""),
            ("filter", [chance.choice(common)], chance.choice(tags), chance.choice(months)),
            ("newest", [], "", ""),
            ("newest-tag", [], tags[number % len(tags)], ""),
            ("newest-words", [chance.choice(middle)], "", ""),
            ("facet-common", [common[number % len(common)]], "", ""),
            ("facet-several", chance.sample(middle, 2), "", ""),
        ]
    return made


def write_questions(made, path):
    with open(path, "w", encoding="utf-8") as lines:
        for kind, words, tag, month in made:
            lines.write("\t".join((kind, " ".join(words), tag, month)) + "\n")
