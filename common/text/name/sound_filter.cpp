// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/name/sound_filter.h"

#include <algorithm>
#include <string>

#include "common/text/name/latin_sounds.h"

namespace newsline {
namespace {

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

}  // namespace

SoundFilter::SoundFilter(const NamePattern& name) {
  const std::vector<std::string>& all = name.readings();
  const auto is_long = [](const std::string& sounds) { return sounds.size() > kMaxSounds; };
  tells_nothing_ =
      name.script() != NameScript::latin || all.size() > kMostReadings || std::ranges::any_of(all, is_long);
  if (!tells_nothing_)
    for (const std::string& sounds : all) readings_.emplace_back(sounds);
}

SoundFilter::Reading::Reading(std::string_view sounds) : end(Places{1} << sounds.size()) {
  for (std::size_t at = 0; at < sounds.size(); ++at) behind[index_of(sounds[at])] |= Places{2} << at;
}

/// By one of the sounds that `|` separates. A sound that is as the one before it says nothing: readings have
/// no doubles.
SoundFilter::Places SoundFilter::Reading::reached(Places from, std::string_view sounds) const {
  Places all = 0;
  Places here = from;
  for (const char sound : sounds) {
    if (sound == '|') {
      all |= here;
      here = from;
    } else {
      here = (here << 1 | here) & behind[index_of(sound)];
    }
  }
  return all | here;
}

bool SoundFilter::may_pass(std::string_view word) const {
  if (tells_nothing_ || !is_plain(word)) return true;
  std::array<Places, kMostReadings> reached;
  reached.fill(1);
  for_each_latin_sound(word, [&](std::string_view sounds) {
    Places any = 0;
    for (std::size_t i = 0; i < readings_.size(); ++i)
      any |= reached[i] = readings_[i].reached(reached[i], sounds);
    return any != 0;
  });
  for (std::size_t i = 0; i < readings_.size(); ++i)
    if ((reached[i] & readings_[i].end) != 0) return true;
  return false;
}

}  // namespace newsline
