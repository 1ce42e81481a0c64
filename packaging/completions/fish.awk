# SPDX-License-Identifier: GPL-3.0-or-later
# A table of help_table.sh becomes a completion for fish. Variables: program; values, the file of that name.
BEGIN {
  FS = "\t"
  while ((getline line < values) > 0) {
    count = split(line, words, " ")
    if (line ~ /^[A-Z]/) for (i = 2; i <= count; ++i) choice[words[1]] = choice[words[1]] (i > 2 ? " " : "") words[i]
  }
  print "# fish completion for " program ", made of its --help"
}

function quoted(text) {
  gsub(/\\/, "\\\\", text)
  gsub(/'/, "\\'", text)
  return "'" text "'"
}

function line_for(condition, short, long, value, text,    out, words, name) {
  name = value
  sub(/\[.*/, "", name)
  words = choice[name]
  out = "complete -c " program condition
  if (short != "-") out = out " -s " substr(short, 2)
  out = out " -l " substr(long, 3)
  if (words == "@folders") out = out " -x -a '(__fish_complete_directories)'"
  else if (words == "@files") out = out " -r -F"
  else if (value != "-") out = out " -x" (words == "" ? "" : " -a '" words "'")
  return out " -d " quoted(text)
}

$1 == "command" {
  commands = commands " " $2
  order[++count_of_commands] = $2
  about[$2] = $6
}
$1 == "option" { rows[++count_of_rows] = $0 }
END {
  for (i = 1; i <= count_of_commands; ++i)
    print "complete -c " program " -n 'not __fish_seen_subcommand_from" commands "' -a " order[i] " -d " quoted(about[order[i]])
  for (i = 1; i <= count_of_rows; ++i) {
    split(rows[i], column, "\t")
    condition = column[2] == "-" ? "" : " -n '__fish_seen_subcommand_from " column[2] "'"
    print line_for(condition, column[3], column[4], column[5], column[6])
  }
}
