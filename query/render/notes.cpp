// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/render/lines.h"
#include "query/render/renderer.h"

namespace newsline {

void write_stats(const Answer& answer, Look& look) {
  if (!answer.options.stats) return;
  look.notes.write(fmt::format("{}: {}, {} shown, {:.1f} ms\n", kProgram,
                               counted(answer.page.total, "article"), with_thousands(answer.page.hits.size()),
                               answer.seconds * 1000));
  for (const auto& [form, family] : answer.page.families)
    look.notes.write(fmt::format("{}: {}\n", kProgram, printable_line(describe(form, family))));
}

void write_notices(const Answer& answer, Look& look) {
  if (!answer.explanation.empty()) {
    look.notes.write(printable(answer.explanation));
    if (!answer.explanation.ends_with('\n')) look.notes.write("\n");
  }
  if (answer.page.partial) {
    look.notes.write(fmt::format("{}: no article has all the words; these have some of them\n", kProgram));
  }
  write_stats(answer, look);
}

}  // namespace newsline
