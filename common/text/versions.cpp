// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/versions.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace newsline {
namespace {

std::string as_string(const UVersionInfo& version) {
  char buffer[U_MAX_VERSION_STRING_LENGTH] = {};
  u_versionToString(version, buffer);
  return buffer;
}

}  // namespace

std::string icu_version() {
  UVersionInfo version = {};
  u_getVersion(version);
  return as_string(version);
}

std::string unicode_version() {
  UVersionInfo version = {};
  u_getUnicodeVersion(version);
  return as_string(version);
}

}  // namespace newsline
