// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/container/reader.h"

#include <string>
#include <string_view>
#include <utility>

#include "common/article/file/walk.h"
#include "common/error.h"

namespace newsline {
namespace {

/// Whether a file of this name would be passed over in a folder, or lies in a folder that would.
bool is_passed_over(std::string_view name) {
  while (!name.empty()) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, slash);
    if (part != "." && part != ".." && is_hidden_or_backup(part)) return true;
    name.remove_prefix(std::min(slash + 1, name.size()));
  }
  return false;
}

class ContainerReader final : public Reader {
 public:
  ContainerReader(Input input, ContainerKind kind, ReadContext context, OpenInput open)
      : members_(std::move(input), kind), context_(std::move(context)), open_(open) {}

  std::optional<Reading> next() override {
    while (!at_end_) {
      try {
        if (auto reading = next_of_member()) return reading;
        if (auto rejection = open_next_member()) return rejection;
      } catch (const Error& error) {
        at_end_ = true;
        return rejection_for(error, context_.path, 0);
      }
    }
    return std::nullopt;
  }

  std::uint64_t skipped() const override { return skipped_ + (member_ ? member_->skipped() : 0); }

 private:
  std::optional<Reading> next_of_member() {
    if (!member_) return std::nullopt;
    auto reading = member_->next();
    if (!reading) {
      skipped_ += member_->skipped();
      member_.reset();
    }
    return reading;
  }

  /// A rejection where the next member cannot be opened. Else it is there, or the end.
  std::optional<Reading> open_next_member() {
    at_end_ = members_.input().limit().is_exceeded();
    if (at_end_) return std::nullopt;
    const auto member = members_.next();
    at_end_ = !member;
    if (!member || is_passed_over(member->name)) return std::nullopt;
    ReadContext context = context_;
    context.path += '!' + member->name;
    if (member->is_encrypted) return Rejection{context.path, 0, "encrypted"};
    try {
      auto opened = open_(Input(context.path, members_.content(), members_.input()), context);
      if (auto* rejection = std::get_if<Rejection>(&opened)) return std::move(*rejection);
      member_ = std::move(std::get<std::unique_ptr<Reader>>(opened));
    } catch (const Error& error) {
      return rejection_for(error, context.path, 0);
    }
    return std::nullopt;
  }

  ArchiveMembers members_;
  ReadContext context_;
  OpenInput open_;
  std::unique_ptr<Reader> member_;
  std::uint64_t skipped_ = 0;  ///< in members that were read to their end
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<Reader> container_reader(Input input, ContainerKind kind, ReadContext context,
                                         OpenInput open) {
  return std::make_unique<ContainerReader>(std::move(input), kind, std::move(context), open);
}

}  // namespace newsline
