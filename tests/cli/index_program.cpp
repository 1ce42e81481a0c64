// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/index_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace newsline {

IndexProgram::IndexProgram() { std::filesystem::create_directory(*this / "news"); }

Command IndexProgram::command(std::vector<std::string> arguments) const {
  if (std::find(arguments.begin(), arguments.end(), "--index") == arguments.end())
    arguments.insert(arguments.end(), {"--index", "index"});
  Command command;
  command.arguments = std::move(arguments);
  command.arguments.insert(command.arguments.begin(), NEWSLINE_INDEX_PROGRAM);
  command.folder = folder_.path();
  return command;
}

Outcome IndexProgram::operator()(std::vector<std::string> arguments) const {
  return run(command(std::move(arguments)));
}

void IndexProgram::write_news(std::string_view name, std::string_view text) const {
  write_file(*this / "news/" + std::string(name), text);
}

std::string IndexProgram::exported(const std::string& index) const {
  return (*this)({"export", "--index", index}).output;
}

std::string record(int number, std::string_view body) {
  return fmt::format(R"({{"url":"https://example.org/{}","title":"Story {}","body":"{}","tags":["t{}"]}})",
                     number, number, body, number % 7) +
         '\n';
}

std::string records(int count) {
  std::string text;
  for (int number = 0; number < count; ++number)
    text += record(number, fmt::format("word{} follows word{}", number, number % 1000));
  return text;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace newsline
