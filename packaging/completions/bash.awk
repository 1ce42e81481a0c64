# SPDX-License-Identifier: GPL-3.0-or-later
# A table of help_table.sh becomes a completion for bash. Variables: program; values, the file of that name.
BEGIN {
  FS = "\t"
  while ((getline line < values) > 0) {
    count = split(line, words, " ")
    if (line ~ /^[A-Z]/) for (i = 2; i <= count; ++i) choice[words[1]] = choice[words[1]] (i > 2 ? " " : "") words[i]
  }
}
$1 == "command" { commands = commands " " $2 }
$1 == "option" {
  if (!($2 in options) && $2 != "-") owners[++count_of_owners] = $2
  options[$2] = options[$2] " " $4 ($3 == "-" ? "" : " " $3)
  name = $5
  sub(/\[.*/, "", name)
  if (name != "-" && !($4 in value_of)) valued[++count_of_valued] = $4
  if (name != "-") value_of[$4] = name
}
END {
  named = "_" program
  gsub(/-/, "_", named)
  print "# bash completion for " program ", made of its --help"
  print named "() {"
  print "  local current=${COMP_WORDS[COMP_CWORD]} previous='' command='' options word i"
  print "  ((COMP_CWORD > 0)) && previous=${COMP_WORDS[COMP_CWORD-1]}"
  print "  COMPREPLY=()"
  print "  case $previous in"
  for (i = 1; i <= count_of_valued; ++i) {
    option = valued[i]
    allowed = choice[value_of[option]]
    if (allowed == "@folders") action = "mapfile -t COMPREPLY < <(compgen -d -- \"$current\")"
    else if (allowed == "@files") action = "mapfile -t COMPREPLY < <(compgen -f -- \"$current\")"
    else if (allowed == "") action = ":"
    else action = "mapfile -t COMPREPLY < <(compgen -W '" allowed "' -- \"$current\")"
    print "    " option ") " action "; return ;;"
  }
  print "  esac"
  print "  for ((i = 1; i < COMP_CWORD; ++i)); do"
  print "    for word in" commands "; do"
  print "      [[ -z $command && ${COMP_WORDS[i]} == \"$word\" ]] && command=$word"
  print "    done"
  print "  done"
  print "  options='" substr(options["-"], 2) "'"
  print "  case $command in"
  for (i = 1; i <= count_of_owners; ++i) print "    " owners[i] ") options+='" options[owners[i]] "' ;;"
  print "  esac"
  print "  if [[ $current == -* ]]; then"
  print "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")"
  print "  elif [[ -z $command ]]; then"
  print "    mapfile -t COMPREPLY < <(compgen -W '" substr(commands, 2) "' -- \"$current\")"
  print "  else"
  print "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")"
  print "  fi"
  print "}"
  print "complete -o filenames -F " named " " program
}
