# SPDX-License-Identifier: GPL-3.0-or-later
"""A tree of page texts, the same articles as a tree of mail, and how both change between two runs."""

import datetime
import email.utils
import itertools
import random
import time

import corpora

PAGES_IN_FOLDER = 1000
COARSE_TIME_S = 2.5  # a change within two seconds of being read may not show in a file's times
FEWEST_ARTICLES = 4000  # 100 of them may go in a run


def page_text(number, article):
    """A page as scraped from a site: title, date and counter, title again, text, tags, the site's name."""
    title = corpora.one_line(article["title"]) or "Untitled"
    day = datetime.date.fromisoformat((article["published"] or "1970-01-01")[:10])
    tags = "   ".join("#" + tag for tag in article["tags"])
    head = f"{title}\u00a0\n\n\u00a0 {day.day} {day:%B %Y}\u00a0\u00a0 \u00a0Read: {number * 7919 % 5000}\n  {title}\u00a0\n"
    return f"{head}\n{article['body'].strip()}\n\n\nMore about: {tags}  \n\n\nNews Line"


def mail_text(name, article):
    day = datetime.datetime.fromisoformat((article["published"] or "1970-01-01")[:10])
    tags = "   ".join("#" + tag for tag in article["tags"])
    return (
        "From: News Line <desk@news.example>\nTo: readers@news.example\n"
        f"Subject: {corpora.one_line(article['title']) or 'Untitled'}\n"
        f"Date: {email.utils.format_datetime(day)}\nMessage-ID: <{name}@news.example>\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"{article['body'].strip()}\n\nMore about: {tags}\n"
    )


def mark_of(step):
    """A word that only the files have that this step has changed or brought."""
    return "zqmark" + "".join("abcdefghij"[int(digit)] for digit in str(step))


class Trees:
    """`pages` and, where mail is wanted, `mail`: the articles of Reuters-21578, a file each, a thousand to a
    folder. What is new later are altered copies, so that it has the words of the others."""

    CHANGED = NEW = DELETED = 100

    def __init__(self, data, folder, with_mail):
        self.pages, self.mail = folder / "pages", folder / "mail" if with_mail else None
        self.articles, self.text_bytes = {}, 0  # by the number of the file
        self.mail_files = {}
        for number, article in enumerate(corpora.reuters(data)):
            self.write(number, article, 0)
            self.text_bytes += len(article["title"].encode()) + len(article["body"].encode())
        if len(self.articles) < FEWEST_ARTICLES:
            raise SystemExit(f"bench: {len(self.articles)} articles are too few to take {self.DELETED} out each time")
        altered = corpora.Altered(corpora.word_counts(self.articles.values()), 1)
        self.arriving = map(altered.article, itertools.cycle(list(self.articles.values())))

    def write(self, number, article, step):
        """Mail never changes: a message that says something else is another one, and takes the former's place."""
        self.articles[number] = article
        page = self.place(self.pages, number) / f"{article['id']}.txt"
        page.write_text(page_text(number, article), encoding="utf-8")
        if self.mail:
            self.forget_mail(number)
            name = f"{article['id']}.{step}"
            self.mail_files[number] = self.place(self.mail, number) / f"{name}.eml"
            self.mail_files[number].write_text(mail_text(name, article), encoding="utf-8")

    @staticmethod
    def place(tree, number):
        folder = tree / f"{number // PAGES_IN_FOLDER:02}"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def forget_mail(self, number):
        if number in self.mail_files:
            self.mail_files.pop(number).unlink()

    def delete(self, number):
        article = self.articles.pop(number)
        (self.place(self.pages, number) / f"{article['id']}.txt").unlink()
        self.forget_mail(number)

    def change(self, step):
        """Changes, brings and deletes files all over the trees; the changed and the new have mark_of(step)."""
        drawn = random.Random(step).sample(sorted(self.articles), self.CHANGED + self.DELETED)
        for number in drawn[: self.CHANGED]:
            self.write(number, self.marked(self.articles[number], step), step)
        for number in drawn[self.CHANGED :]:
            self.delete(number)
        first = max(self.articles) + 1
        for number, article in zip(range(first, first + self.NEW), self.arriving):
            self.write(number, self.marked(dict(article, id=f"{article['id']}-{step}"), step), step)

    @staticmethod
    def marked(article, step):
        return dict(article, body=f"{article['body']}\nThe word {mark_of(step)} was added later.")

    @staticmethod
    def settle():
        """Lets so much time pass that no program has to look twice at what it reads now."""
        time.sleep(COARSE_TIME_S)
