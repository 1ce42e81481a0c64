# SPDX-License-Identifier: GPL-3.0-or-later
# The exit codes out of what --help prints: CODE, a tab, its meaning. They stand in two columns there.
/^Exit codes of / { inside = 1; next }
inside {
  line = $0
  while (match(line, / +[0-9]+  /)) {
    code = substr(line, RSTART, RLENGTH)
    gsub(/ /, "", code)
    line = substr(line, RSTART + RLENGTH)
    meaning = line
    if (match(line, /   +[0-9]+  /)) { meaning = substr(line, 1, RSTART - 1); line = substr(line, RSTART) }
    else line = ""
    sub(/ +$/, "", meaning)
    print code "\t" meaning
  }
}
