// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/search/archive.h"
#include "tests/relevance/answers.h"
#include "tests/relevance/collection.h"

namespace newsline::relevance {

/// A program that ranks the same articles in its own way. It is run as `PROGRAM LANGUAGE ARTICLES QUESTIONS`:
/// the language of more than half of the articles, or `mul`; a file with id, title and body in a line; one
/// with id and text in a line; tabs between. It prints what read_answers() reads.
struct Peer {
  std::string name;
  std::string program;
};

/// Asks a peer for what the archive of this collection holds. Throws std::runtime_error with what the program
/// said if it fails or prints anything else.
[[nodiscard]] Answers ask_peer(const Peer& peer, const Collection& collection, Archive& archive);

}  // namespace newsline::relevance
