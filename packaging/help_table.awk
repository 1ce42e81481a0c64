# SPDX-License-Identifier: GPL-3.0-or-later
# Reads what --help prints and writes a table, its columns parted by tabs:
#   command   COMMAND   -        -        -       what it does
#   argument  COMMAND   -        NAME     -       what it is
#   option    COMMAND   -s or -  --long   VALUE   what it does
# COMMAND is the variable `command`; "-" stands for the program without a command, or with any.
BEGIN { OFS = "\t"; if (command == "") command = "-" }

function flush() {
  if (kind != "") print kind, owner, short, long, value, text
  kind = ""
}

# A line of two columns, the second behind two blanks or more. Sets head and text.
function split_columns(line,    place) {
  sub(/^ +/, "", line)
  place = match(line, /  +/)
  head = place ? substr(line, 1, RSTART - 1) : line
  text = place ? substr(line, RSTART + RLENGTH) : ""
}

function begin_option(    names, count, words, i) {
  kind = "option"; short = long = value = "-"
  owner = section == "Options of every command" ? "-" : command
  count = split(head, words, " ")
  for (i = 1; i <= count; ++i) {
    gsub(/,/, " ", words[i])
    if (words[i] !~ /^-/) { value = words[i]; continue }
    split(words[i], names, " ")
    for (n in names) if (names[n] ~ /^--/) long = names[n]; else short = names[n]
  }
}

/^[A-Z][A-Za-z ]*:$/ { flush(); section = substr($0, 1, length($0) - 1); next }
/^Usage: +newsline-query/ || /^ +newsline-query [a-z]+ / {
  line = $0
  sub(/^Usage:/, "", line)
  split_columns(line)
  split(head, words, " ")
  if (command == "-" && words[2] ~ /^[a-z]+$/) print "command", words[2], "-", "-", "-", text
  next
}
/^$/ || /^[^ ]/ { flush(); if (/^[^ ]/) section = ""; next }
section == "Options" || section == "Options of every command" {
  if (/^ ? ? ?-/) { flush(); split_columns($0); begin_option() }
  else if (kind != "") { sub(/^ +/, ""); text = text == "" ? $0 : text " " $0 }
  next
}
section == "Commands" && /^  [a-z]/ { split_columns($0); print "command", head, "-", "-", "-", text; next }
section == "Arguments" {
  if (/^  [^ ]/) { flush(); split_columns($0); kind = "argument"; owner = command; short = value = "-"; long = head }
  else if (kind != "") { sub(/^ +/, ""); text = text " " $0 }
}
END { flush() }
