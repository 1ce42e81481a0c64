# SPDX-License-Identifier: GPL-3.0-or-later
# Puts a table of help_table.sh (variable `table`) into the source of a manual page, at the lines
#   @COMMANDS@   each command with its arguments and options
#   @OPTIONS@    the options of the program itself
# and the version and exit codes (variables `version`, `codes`) at @VERSION@ and @EXIT_STATUS@.
BEGIN {
  while ((getline line < table) > 0) {
    split(line, column, "\t")
    rows[++count_of_rows] = line
    if (column[1] == "command") { order[++count_of_commands] = column[2]; about[column[2]] = column[6] }
    if (column[1] == "argument") arguments[column[2]] = arguments[column[2]] " " column[4]
  }
}

function roff(text) {
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  sub(/^[.']/, "\\\\\\&&", text)
  return text
}

function sentence(text) { return toupper(substr(text, 1, 1)) substr(text, 2) (text ~ /\.$/ ? "" : ".") }

function print_rows(owner,    i, column, head) {
  for (i = 1; i <= count_of_rows; ++i) {
    split(rows[i], column, "\t")
    if (column[2] != owner || column[1] == "command") continue
    head = column[1] == "argument" ? "\\fI" roff(column[4]) "\\fR" : "\\fB" roff(column[4]) "\\fR"
    if (column[1] == "option" && column[3] != "-") head = "\\fB" roff(column[3]) "\\fR, " head
    if (column[1] == "option" && column[5] != "-") head = head " \\fI" roff(column[5]) "\\fR"
    print ".TP"
    print head
    print roff(sentence(column[6]))
  }
}

/^@COMMANDS@$/ {
  for (c = 1; c <= count_of_commands; ++c) {
    print ".SS " order[c] arguments[order[c]]
    print roff(sentence(about[order[c]]))
    print_rows(order[c])
  }
  next
}
/^@OPTIONS@$/ { print_rows("-"); next }
/^@EXIT_STATUS@$/ {
  while ((getline line < codes) > 0) {
    split(line, column, "\t")
    print ".TP\n.B " column[1] "\n" roff(sentence(column[2]))
  }
  next
}
{ gsub(/@VERSION@/, version); print }
