// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/option_table.h"
#include "query/options.h"

/// The options of the program, a file for each kind. `options` outlives the table.
namespace newsline {

inline constexpr const char* kConfig = "--config";

/// Where the index is and how the answer looks: for all commands.
void declare_common_options(OptionTable& table, Options& options);

/// The commands that ask a question.
[[nodiscard]] inline OptionTable::Commands asking() {
  return {CommandName::search, CommandName::first, CommandName::timeline};
}

/// The commands whose answers are pages of hits.
[[nodiscard]] inline OptionTable::Commands showing_hits() {
  return {CommandName::search, CommandName::first, CommandName::related};
}

/// How the question is read.
void declare_question_options(OptionTable& table, Options& options);

/// What its words stand for besides themselves.
void declare_matching_options(OptionTable& table, Options& options);

/// When all options are read: throws Error{usage} where synonyms are named and words are to be taken as written.
void check_matching(const Options& options);

/// Which part of the answer is shown, and how.
void declare_answer_options(OptionTable& table, Options& options);

/// What the order by relevance mixes in.
void declare_rank_options(OptionTable& table, Options& options);

/// When all options are read: throws Error{usage} where the order is another.
void check_rank(const Options& options);

/// Tags that narrow the answer, and what it is counted by.
void declare_facet_options(OptionTable& table, Options& options);

/// Lines of one's own making.
void declare_publish_options(OptionTable& table, Options& options);

/// When all options are read: throws Error{usage} where what was asked for has no place in the format.
void check_format(const Options& options);

/// By what a timeline is divided, and what stands beside the question.
void declare_timeline_options(OptionTable& table, Options& options);

/// When all options are read: brings together what was said of facets. Throws Error{usage}.
void finish_facets(Options& options);

}  // namespace newsline
