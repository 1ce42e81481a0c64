# SPDX-License-Identifier: GPL-3.0-or-later
# Adds up the figures that the cases of the fault suite print, a line each: "fault: killed updates: seed 7, kills 38".
{
  print
  fflush()
}

sub(/^fault: [^:]*: /, "") {
  parts = split($0, figures, ", ")
  for (i = 1; i <= parts; ++i) {
    if (!match(figures[i], / [0-9]+$/)) continue
    name = substr(figures[i], 1, RSTART - 1)
    if (name == "seed") continue
    if (!(name in sums)) order[++names] = name
    sums[name] += substr(figures[i], RSTART + 1)
  }
}

END {
  line = "fault: all of it"
  for (i = 1; i <= names; ++i) line = line (i == 1 ? ": " : ", ") order[i] " " sums[order[i]]
  print line
}
