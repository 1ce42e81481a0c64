// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/trial/sources.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/temporary_folder.h"

namespace newsline::fault {
namespace {

namespace fs = std::filesystem;

std::string page(int id, int version) {
  return fmt::format("Story {} version {} of it\n\nMarch 3, 2024\n\nIt follows word{} and nothing more.\n",
                     id, version, id % 23);
}

std::string records(int from, int to, int version) {
  std::string text;
  for (int id = from; id < to; ++id) text += record(id, version);
  return text;
}

/// What is on disk; nothing where there is no such file.
std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::string record(int id, int version) {
  std::string body;
  for (int word = 0; word < 12; ++word)
    body += fmt::format("word{} follows word{} ", (id + word) % 23, (id * version + word) % 29);
  return fmt::format(
             R"({{"url":"https://example.org/{}","title":"Story {} version {} of it","body":"{}","tags":["t{}"],"date":"2024-{:02}-1{}","reads":{}}})",
             id, id, version, body, (id + version) % 7, 1 + id % 12, id % 10, 100 * version + id) +
         '\n';
}

Files files_of_state(int state) {
  Files files;
  const int version = 1 + state;
  files["a.jsonl"] = records(0, 6, 1) + records(6, 9, version) + records(9, 12, 1);
  files["b.jsonl"] = state == 0 ? records(20, 26, 1) : records(22, 29, 2);
  files["c.jsonl"] = records(40, 43, 1) + record(0, 9);  // the article 0 is what the last file says
  if (state == 0) files["d.jsonl"] = record(1, 9) + records(60, 63, 1);
  if (state == 1) files["e.jsonl"] = records(80, 84, 1);
  files["pages/one.txt"] = page(101, version);
  files[state == 0 ? "pages/two.txt" : "pages/three.txt"] = page(102, 1);
  return files;
}

void write_files(const std::string& folder, const Files& files) {
  fs::create_directories(folder);
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_directory() && !files.contains(fs::relative(entry.path(), folder).string()))
      fs::remove(entry.path());
  for (const auto& [name, text] : files)
    if (!fs::exists(folder + "/" + name) || text_of(folder + "/" + name) != text)
      write_file(folder + "/" + name, text);
}

}  // namespace newsline::fault
