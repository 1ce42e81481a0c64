// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "common/error.h"

namespace newsline {

/// The error that `work` ends with; nothing if it does not throw one.
template <typename Work>
std::optional<Error> error_of(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

/// Its kind.
template <typename Work>
std::optional<ErrorKind> caught(Work&& work) {
  const auto error = error_of(work);
  if (!error) return std::nullopt;
  return error->kind();
}

}  // namespace newsline
