// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/article/article.h"
#include "query/render/renderer.h"

/// Answers as documents for other programs, as OUTPUT.md describes them. Whatever articles hold, it stands
/// for nothing but itself there. What has no place goes to the notes. Every function throws
/// Error{cannot_write}.
namespace newsline {

/// A feed of the hits: Atom 1.0 (RFC 4287).
void write_atom(const Answer& answer, Look& look);

/// CommonMark.
void write_markdown(const Answer& answer, Look& look);
void write_markdown(const Article& article, Look& look);

/// A line for each hit, as Options::line_template has it.
void write_lines(const Answer& answer, Look& look);

}  // namespace newsline
