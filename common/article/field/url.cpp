// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/field/url.h"

#include <algorithm>

#include "common/article/field/white_space.h"

namespace newsline {
namespace {

/// The parts of an address (RFC 3986, appendix B). What is absent is empty, but for `has_...`.
struct Parts {
  std::string_view scheme;     ///< with its colon
  std::string_view authority;  ///< with its two slashes
  std::string_view path;
  std::string_view query;     ///< with its question mark
  std::string_view fragment;  ///< with its hash
};

std::size_t scheme_bytes(std::string_view address) {
  const auto is_letter = [](char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; };
  if (address.empty() || !is_letter(address.front())) return 0;
  for (std::size_t at = 1; at < address.size(); ++at) {
    const char byte = address[at];
    if (byte == ':') return at + 1;
    if (!is_letter(byte) && (byte < '0' || byte > '9') && byte != '+' && byte != '-' && byte != '.') return 0;
  }
  return 0;
}

Parts parts_of(std::string_view address) {
  Parts parts;
  const auto take = [&](std::size_t bytes) {
    const std::string_view taken = address.substr(0, bytes);
    address.remove_prefix(taken.size());
    return taken;
  };
  parts.scheme = take(scheme_bytes(address));
  if (address.starts_with("//"))
    parts.authority = take(std::min(address.find_first_of("/?#", 2), address.size()));
  parts.path = take(std::min(address.find_first_of("?#"), address.size()));
  parts.query = take(std::min(address.find('#'), address.size()));
  parts.fragment = address;
  return parts;
}

/// Takes `.` and `..` out of a path (5.2.4).
std::string without_dots(std::string_view path) {
  std::string clean;
  while (!path.empty()) {
    const std::size_t next = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(0, next);
    const bool is_last = next == path.size();
    path.remove_prefix(next);
    if (segment == "/..") {
      clean.resize(std::min(clean.rfind('/'), clean.size()));
      if (is_last) clean += '/';
    } else if (segment == "/.") {
      if (is_last) clean += '/';
    } else {
      clean += segment;
    }
  }
  return clean;
}

/// A relative path beside that of the base (5.2.3).
std::string merged(const Parts& base, std::string_view path) {
  if (base.path.empty()) return '/' + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1)) +
         std::string(path);
}

}  // namespace

bool is_absolute_url(std::string_view address) { return scheme_bytes(address) > 0; }

std::string resolved_url(std::string_view base, std::string_view address) {
  address = trim(address);
  const Parts outer = parts_of(trim(base));
  if (outer.scheme.empty() || is_absolute_url(address)) return std::string(address);
  if (address.empty()) return std::string(trim(base));
  if (outer.authority.empty() && !outer.path.starts_with('/')) return std::string(address);  // `urn:`, `tag:`
  const Parts own = parts_of(address);
  std::string url(outer.scheme);
  if (!own.authority.empty()) return url + std::string(address);
  url += outer.authority;
  if (own.path.empty()) {
    url += outer.path;
    url += own.query.empty() ? outer.query : own.query;
  } else {
    url += without_dots(own.path.starts_with('/') ? std::string(own.path) : merged(outer, own.path));
    url += own.query;
  }
  url += own.fragment;
  return url;
}

}  // namespace newsline
