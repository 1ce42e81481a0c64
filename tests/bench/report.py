# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a run, as a table for people and as JSON for programs."""

import json


class Report:
    def __init__(self, machine, runs, load):
        self.machine = machine
        self.runs = runs
        self.load_before = load
        self.load_after = load
        self.corpora = {}
        self.figures = {}  # corpus: {what: {program: figure}}

    def add(self, corpus, what, program, figure):
        self.figures.setdefault(corpus, {}).setdefault(what, {})[program] = figure

    def as_json(self):
        return json.dumps(vars(self), indent=1) + "\n"

    def as_table(self):
        """Of each corpus a table: medians, and in brackets Newsline's figure divided by the peer's."""
        lines = [
            f"{self.machine}; medians of {self.runs} runs; load {self.load_before:.1f} before, "
            f"{self.load_after:.1f} after. In brackets: newsline's figure / this one."
        ]
        for corpus, rows in self.figures.items():
            facts = self.corpora[corpus]
            lines += ["", f"{corpus}: {facts['articles']:,} articles, {facts['text_bytes'] / 1e6:.1f} MB of text", ""]
            programs = list(dict.fromkeys(name for row in rows.values() for name in row))
            lines.append("| | " + " | ".join(programs) + " |")
            lines.append("|---|" + "---:|" * len(programs))
            for what, row in rows.items():
                lines.append(f"| {what} | " + " | ".join(self.cell(row, name) for name in programs) + " |")
        return "\n".join(lines)

    @staticmethod
    def cell(row, name):
        if name not in row:
            return ""
        text = f"{row[name]:.3g}" if row[name] < 100 else f"{row[name]:.0f}"
        if name == "newsline" or "newsline" not in row or row[name] == 0:
            return text
        return f"{text} ({row['newsline'] / row[name]:.2f})"
