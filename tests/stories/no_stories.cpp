// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/signature.h"
#include "common/index/story/stories.h"

/// In the place of common/index/story: finds nothing, and costs nothing. A linker takes these and so needs
/// none of the library's.
namespace newsline {

void TextSketch::add_lead(std::span<const Token> /*words*/) {}
void TextSketch::add_body(std::span<const Token> /*words*/) {}
std::string TextSketch::signature() const { return {}; }
bool are_copies(std::string_view /*one*/, std::string_view /*other*/) { return false; }
std::vector<std::uint32_t> searched_hashes(std::string_view /*signature*/) { return {}; }

void StoryKeeper::come(std::string_view /*signature*/, Xapian::docid /*document*/) {}
void StoryKeeper::go(const Xapian::Document& /*document*/) {}
void StoryKeeper::write_waiting(Xapian::WritableDatabase& /*database*/) {}
void StoryKeeper::settle(Xapian::WritableDatabase& /*database*/) {}
void settle_parts(const std::vector<std::string>& /*folders*/, unsigned /*jobs*/,
                  const Scratch& /*scratch*/) {}
void write_story_metadata(Xapian::WritableDatabase& /*database*/, const Scratch& /*scratch*/) {}
std::vector<Belonging> all_stories(const Xapian::Database& /*database*/, const Scratch& /*scratch*/) {
  return {};
}

}  // namespace newsline
