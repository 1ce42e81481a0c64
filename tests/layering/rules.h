// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/layering/source_tree.h"

/// The rules of the house that a scan of the sources can prove. Each gives a sentence for each place that
/// breaks it, `path:line: reason` or `path: reason`, in order of paths.
namespace newsline::layering {

using Violations = std::vector<std::string>;

/// A layer includes itself and the layers before it; the programs never include each other; of the folder of
/// postings, what reads includes only the headers that both sides need.
[[nodiscard]] Violations layers_include_downward(const SourceTree& tree);

/// An outside library is included only behind its door; a library without a door is not included at all.
[[nodiscard]] Violations dependencies_have_one_door(const SourceTree& tree);

/// No header that a program includes, however indirectly, mentions an outside library.
[[nodiscard]] Violations programs_see_no_dependency(const SourceTree& tree);

/// common/ does not print, read the environment or end the process.
[[nodiscard]] Violations common_is_silent(const SourceTree& tree);

/// Nobody but our tokenizer splits, folds or stems words.
[[nodiscard]] Violations words_are_made_in_one_place(const SourceTree& tree);

/// No two headers of the programs define a type of one name in one namespace: the linker takes them for one.
[[nodiscard]] Violations types_have_names_of_their_own(const SourceTree& tree);

/// No notes to oneself.
[[nodiscard]] Violations nothing_is_left_for_later(const SourceTree& tree);

/// At most 300 lines.
[[nodiscard]] Violations files_are_short(const SourceTree& tree);

/// A file is named for what it holds.
[[nodiscard]] Violations names_say_something(const SourceTree& tree);

/// The licence on top, and `#pragma once` in headers.
[[nodiscard]] Violations files_begin_well(const SourceTree& tree);

/// Every source stands in a CMakeLists.txt, and every name there is a file.
[[nodiscard]] Violations cmake_lists_match_the_files(const SourceTree& tree);

}  // namespace newsline::layering
