# SPDX-License-Identifier: GPL-3.0-or-later
# SYNTAX.md becomes the manual page newsline-query-syntax(7). Variable: version.
function roff(text) {
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  gsub(/'/, "\\(aq", text)
  if (text ~ /^\./) text = "\\&" text
  return text
}

# A line of prose: code between backticks, and strong text, becomes bold.
function prose(text,    parts, count, i, out) {
  gsub(/\*\*/, "`", text)
  count = split(text, parts, "`")
  for (i = 1; i <= count; ++i) out = out (i % 2 ? roff(parts[i]) : "\\fB" roff(parts[i]) "\\fR")
  return out
}

# The lines of a paragraph are gathered, since code may run over the end of one.
function flush() {
  if (paragraph != "") print ".PP\n" prose(paragraph)
  paragraph = ""
}

function end_verbatim() { if (verbatim) print ".RE\n.fi"; verbatim = 0 }
function begin_verbatim() { flush(); if (!verbatim) print ".PP\n.nf\n.RS"; verbatim = 1 }

BEGIN {
  print ".\\\" Made from SYNTAX.md."
  print ".TH NEWSLINE-QUERY-SYNTAX 7 \"\" \"newsline " version "\" \"Newsline\""
  print ".SH NAME\nnewsline\\-query\\-syntax \\- what a question to newsline\\-query can say"
  print ".SH DESCRIPTION"
}
/^```/ { if (fenced) end_verbatim(); else begin_verbatim(); fenced = !fenced; next }
fenced { print roff($0) == "" ? "\\&" : roff($0); next }
/^# / { next }
/^## / { flush(); end_verbatim(); heading = substr($0, 4); gsub(/`/, "", heading); print ".SH \"" roff(toupper(heading)) "\""; next }
/^    / { begin_verbatim(); print roff(substr($0, 5)); next }
verbatim { end_verbatim() }
/^\|[-| ]+$/ { in_table = 1; next }
/^\|/ && !in_table { next }  # the heads of the columns
/^\|/ {
  flush()
  split($0, cells, / *\| */)
  print ".TP\n" prose(cells[2]) "\n" prose(cells[3])
  next
}
/^$/ { in_table = 0; flush(); next }
{ paragraph = paragraph == "" ? $0 : paragraph " " $0 }
END {
  flush(); end_verbatim()
  print ".SH SEE ALSO\n.BR newsline\\-query (1),\n.BR newsline\\-index (1)"
}
