#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# help_table.sh PROGRAM: the table of all its commands and options, made of what its --help says.
set -eu
here=$(dirname -- "$0")
table() { "$program" "$@" --help | awk -v command="${1:-}" -f "$here/help_table.awk"; }
program=$1
table
for command in $(table | awk -F '\t' '$1 == "command" { print $2 }'); do
  table "$command" | awk -F '\t' '$2 != "-" && $1 != "command"'
done
