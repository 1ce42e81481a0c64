// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/power/disk.h"

#include <fcntl.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace newsline::fault {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }
std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

std::vector<JournalStep> steps_of(const std::string& journal) {
  const std::string bytes = bytes_of(journal);
  std::vector<JournalStep> steps;
  for (std::size_t at = 0; at + sizeof(StepHeader) <= bytes.size();) {
    StepHeader header;
    std::memcpy(&header, bytes.data() + at, sizeof header);
    at += sizeof header;
    steps.push_back({header.step, header.handle, header.number, bytes.substr(at, header.bytes)});
    at += header.bytes;
  }
  return steps;
}

Disk::Disk(std::string root) : root_(std::move(root)) { add_folder(root_); }

std::uint64_t Disk::new_node(bool is_folder) {
  nodes_[++last_node_].is_folder = is_folder;
  return last_node_;
}

std::uint64_t Disk::add_folder(const std::string& path) {
  const std::uint64_t folder = new_node(true);
  paths_[path] = folder;
  for (const auto& entry : fs::directory_iterator(path)) {
    const std::string inner = entry.path().string();
    std::uint64_t node = 0;
    if (entry.is_directory()) {
      node = add_folder(inner);
    } else {
      node = new_node(false);
      nodes_[node].durable = bytes_of(inner);
      paths_[inner] = node;
    }
    nodes_[folder].names[name_of(inner)] = node;
  }
  return folder;
}

std::uint64_t Disk::find(const std::string& path) const {
  const auto found = paths_.find(path);
  return found == paths_.end() ? 0 : found->second;
}

void Disk::put(const std::string& path, std::uint64_t node) {
  paths_[path] = node;
  pending_names_.push_back({find(folder_of(path)), name_of(path), node, 0, {}});
}

void Disk::take(const std::string& path) {
  paths_.erase(path);
  pending_names_.push_back({find(folder_of(path)), name_of(path), 0, 0, {}});
}

void Disk::move(const std::string& from, const std::string& to) {
  pending_names_.push_back(
      {find(folder_of(to)), name_of(to), find(from), find(folder_of(from)), name_of(from)});
  std::map<std::string, std::uint64_t> moved;
  for (auto at = paths_.lower_bound(from); at != paths_.end();) {
    const bool is_inside = at->first == from || at->first.starts_with(from + '/');
    if (is_inside) moved[to + at->first.substr(from.size())] = at->second;
    at = is_inside ? paths_.erase(at) : std::next(at);
  }
  for (const auto& [path, node] : moved) paths_[path] = node;
}

/// A disk writes pages, not what one call gave.
std::vector<Disk::Change> Disk::pages_of(const Change& change) {
  constexpr std::size_t kPageBytes = 4096;
  if (change.is_size) return {change};
  std::vector<Change> pages;
  for (std::size_t at = 0; at < change.bytes.size(); at += kPageBytes)
    pages.push_back({false, change.offset + at, change.bytes.substr(at, kPageBytes)});
  return pages;
}

void Disk::change(std::string& bytes, const Change& change) {
  if (change.is_size) return bytes.resize(change.offset);
  bytes.resize(std::max<std::size_t>(bytes.size(), change.offset + change.bytes.size()));
  bytes.replace(change.offset, change.bytes.size(), change.bytes);
}

void Disk::change_name(std::map<std::uint64_t, Node>& nodes, const NameChange& change) {
  if (change.former_folder != 0) nodes[change.former_folder].names.erase(change.former_name);
  if (change.node == 0)
    nodes[change.folder].names.erase(change.name);
  else
    nodes[change.folder].names[change.name] = change.node;
}

void Disk::sync(std::uint64_t node) {
  Node& synced = nodes_[node];
  for (const Change& each : synced.pending) change(synced.durable, each);
  synced.pending.clear();
  if (!synced.is_folder) return;
  std::erase_if(pending_names_, [&](const NameChange& each) {
    if (each.folder != node && each.former_folder != node) return false;
    change_name(nodes_, each);
    return true;
  });
}

void Disk::apply(const JournalStep& step) {
  switch (step.step) {
    case Step::open: {
      const bool truncates = (step.number & O_TRUNC) != 0;
      if (find(step.text) == 0 && (step.number & O_CREAT) != 0) put(step.text, new_node(false));
      const std::uint64_t node = find(step.text);
      open_[step.handle] = node;
      if (truncates && node != 0) nodes_[node].pending.push_back({true, 0, {}});
      break;
    }
    case Step::write:
      nodes_[open_.at(step.handle)].pending.push_back({false, step.number, step.text});
      break;
    case Step::truncate:
      nodes_[open_.at(step.handle)].pending.push_back({true, step.number, {}});
      break;
    case Step::sync:
      sync(open_.at(step.handle));
      break;
    case Step::rename:
      move(step.text.substr(0, step.number), step.text.substr(step.number));
      break;
    case Step::unlink:
    case Step::remove:
      take(step.text);
      break;
    case Step::make:
      put(step.text, new_node(true));
      break;
  }
}

void Disk::restore(const std::string& folder, const Survives& survives) const {
  std::map<std::uint64_t, Node> nodes = nodes_;
  for (const NameChange& each : pending_names_)
    if (survives()) change_name(nodes, each);
  write_out(nodes, paths_.at(root_), folder, survives);
}

void Disk::write_out(const std::map<std::uint64_t, Node>& nodes, std::uint64_t folder,
                     const std::string& path, const Survives& survives) const {
  fs::create_directories(path);
  for (const auto& [name, number] : nodes.at(folder).names) {
    const Node& node = nodes.at(number);
    if (node.is_folder) {
      write_out(nodes, number, path + '/' + name, survives);
      continue;
    }
    std::string bytes = node.durable;
    for (const Change& each : node.pending)
      for (const Change& part : pages_of(each))
        if (survives()) change(bytes, part);
    std::ofstream(path + '/' + name, std::ios::binary) << bytes;
  }
}

}  // namespace newsline::fault
