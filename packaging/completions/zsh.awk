# SPDX-License-Identifier: GPL-3.0-or-later
# A table of help_table.sh becomes a completion for zsh. Variables: program; values, the file of that name.
BEGIN {
  FS = "\t"
  while ((getline line < values) > 0) {
    count = split(line, words, " ")
    if (line ~ /^[A-Z]/) for (i = 2; i <= count; ++i) choice[words[1]] = choice[words[1]] (i > 2 ? " " : "") words[i]
  }
}

function escaped(text) {
  gsub(/'/, "'\\''", text)
  gsub(/[\[\]:\\]/, "\\\\&", text)
  return text
}

# One specification of _arguments(1).
function specification(short, long, value, text,    name, words, action) {
  name = value
  sub(/\[.*/, "", name)
  words = choice[name]
  if (value == "-") action = ""
  else if (words == "@folders") action = ":" tolower(name) ":_directories"
  else if (words == "@files") action = ":" tolower(name) ":_files"
  else action = ":" tolower(name) ":" (words == "" ? " " : "(" words ")")
  if (short == "-") return "'*" long "[" escaped(text) "]" action "'"
  return "'*'{" short "," long "}'[" escaped(text) "]" action "'"
}

$1 == "command" {
  order[++count_of_commands] = $2
  about[$2] = $6
}
$1 == "option" { options[$2] = options[$2] " \\\n      " specification($3, $4, $5, $6) }
END {
  named = "_" program
  gsub(/-/, "_", named)
  print "#compdef " program
  print "# zsh completion for " program ", made of its --help"
  print named "() {"
  print "  local -a commands shared own"
  print "  local command word state"
  print "  commands=("
  for (i = 1; i <= count_of_commands; ++i) print "    '" order[i] ":" escaped(about[order[i]]) "'"
  print "  )"
  print "  shared=(" options["-"] ")"
  print "  for word in ${words[2,CURRENT-1]}; do"
  print "    [[ -z $command && -n ${(M)commands:#$word:*} ]] && command=$word"
  print "  done"
  print "  case $command in"
  for (i = 1; i <= count_of_commands; ++i) print "    " order[i] ") own=(" options[order[i]] ") ;;"
  print "  esac"
  print "  if [[ -z $command ]]; then"
  print "    _arguments -s -S $shared '*: :->words'"
  print "    [[ $state == words ]] && _describe command commands"
  print "  else"
  print "    _arguments -s -S $shared $own '*:file:_files'"
  print "  fi"
  print "}"
  print named " \"$@\""
}
