// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/index/update.h"

/// What keeps an index well besides its runs. Every function throws Error{usage} if there is no index; those
/// that change it take the write lock, so Error{busy} while a run is under way.
namespace newsline {

/// Takes the article with this id out, or else all articles of the files at or under this path, and forgets
/// the sources there. Where another file holds a record of an article, that becomes the article. What still
/// lies in a remembered source comes back when a run reads it: a file that was forgotten by the next run, an
/// article that was forgotten by id when its file changes. Throws Error{usage} if the index knows neither.
RunReport forget(const std::string& index, const std::string& path_or_id, RunObserver& observer);

/// Makes the generation before the one in use the one in use; returns its name. The next run goes on from
/// there and removes the newer one. Throws Error{usage} if there is none before, Error{data} if it cannot be
/// opened, Error{needs_rebuild} if it was made by other rules: then nothing is changed.
std::string rollback(const std::string& index);

}  // namespace newsline
