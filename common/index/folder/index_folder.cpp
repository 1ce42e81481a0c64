// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/folder/index_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "common/error.h"
#include "common/index/folder/file_descriptor.h"

namespace newsline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStub = "XAPIANDB";
constexpr std::string_view kBackend = "glass ";
constexpr std::string_view kGeneration = "gen-";
constexpr std::string_view kUnfinished = ".tmp";
constexpr std::size_t kMinDigits = 6;
constexpr std::size_t kMaxDigits = 9;

/// The number in a generation's name; nothing if it is no such name.
std::optional<unsigned> number_of(std::string_view name) {
  if (!name.starts_with(kGeneration)) return std::nullopt;
  name.remove_prefix(kGeneration.size());
  if (name.size() < kMinDigits || name.size() > kMaxDigits) return std::nullopt;
  unsigned number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

std::vector<std::string> entries_of(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    names.push_back(entry->path().filename().string());
  if (error && error != std::errc::no_such_file_or_directory)
    throw Error(ErrorKind::data, fmt::format("cannot read the folder \"{}\": {}", folder, error.message()));
  return names;
}

/// Up to 100 bytes of the stub, which is more than one of ours has.
std::optional<std::string> read_stub(const std::string& path) {
  const FileDescriptor file(path, O_RDONLY | O_NONBLOCK);
  if (!file && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  std::string text(100, '\0');
  const ssize_t size = file ? read(file.number(), text.data(), text.size()) : -1;
  if (size < 0)
    throw Error(ErrorKind::data,
                fmt::format("cannot read \"{}\": {}", path, std::generic_category().message(errno)));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

void sync_file(const std::string& path) {
  const FileDescriptor file(path, O_RDONLY);
  if (!file || fsync(file.number()) != 0) throw_write_error(path);
}

void write_durably(const std::string& path, std::string_view text) {
  const FileDescriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (!file || write(file.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      fsync(file.number()) != 0)
    throw_write_error(path);
}

void remove_all(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error)
    throw Error(ErrorKind::cannot_write, fmt::format("cannot remove \"{}\": {}", path, error.message()));
}

}  // namespace

std::string stub_path(const std::string& index) { return index + '/' + std::string(kStub); }

std::optional<std::string> current_generation(const std::string& index) {
  const std::string path = stub_path(index);
  const auto text = read_stub(path);
  if (!text) return std::nullopt;
  if (text->starts_with(kBackend) && text->ends_with('\n')) {
    const std::string name = text->substr(kBackend.size(), text->size() - kBackend.size() - 1);
    if (number_of(name)) return name;
  }
  throw Error(ErrorKind::data, fmt::format("\"{}\" does not name a generation of an index of ours", path),
              "give the folder of an index, or another, empty one");
}

std::vector<std::string> generations(const std::string& index) {
  std::vector<std::string> names = entries_of(index);
  std::erase_if(names, [](const std::string& name) { return !number_of(name); });
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return *number_of(a) != *number_of(b) ? *number_of(a) < *number_of(b) : a < b;
  });
  return names;
}

std::string next_generation(const std::string& index) {
  const auto names = generations(index);
  const unsigned newest = names.empty() ? 0 : *number_of(names.back());
  return fmt::format("{}{:06}", kGeneration, newest + 1);
}

void publish_generation(const std::string& index, const std::string& generation) {
  const std::string folder = index + "/" + generation;
  for (const std::string& name : entries_of(folder)) sync_file(folder + "/" + name);
  sync_folder(folder);
  sync_folder(index);

  const std::string stub = stub_path(index);
  const std::string fresh = stub + std::string(kUnfinished);
  write_durably(fresh, fmt::format("{}{}\n", kBackend, generation));
  if (rename(fresh.c_str(), stub.c_str()) != 0) throw_write_error(stub);
  sync_folder(index);
}

void remove_old_generations(const std::string& index) {
  const auto current = current_generation(index);
  const auto names = generations(index);
  const auto in_use = current ? std::find(names.begin(), names.end(), *current) : names.end();
  const std::string kept = in_use == names.begin() || in_use == names.end() ? "" : *(in_use - 1);
  for (const std::string& name : entries_of(index)) {
    const bool unfinished =
        name.ends_with(kUnfinished) && (name.starts_with(kGeneration) || name.starts_with(kStub));
    const bool old = in_use != names.end() && number_of(name) && name != *current && name != kept;
    if (unfinished || old) remove_all(index + "/" + name);
  }
}

void sync_folder(const std::string& folder) {
  const FileDescriptor file(folder, O_RDONLY | O_DIRECTORY);
  if (!file || fsync(file.number()) != 0) throw_write_error(folder);
}

}  // namespace newsline
