// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/arguments.h"
#include "query/options.h"

namespace newsline {

/// The options as they are declared: what they are called, what the help says of them, and what they change.
class OptionTable {
 public:
  using Commands = std::vector<CommandName>;
  using Read = std::function<void(const std::string&)>;
  using ReadAll = std::function<void(const std::vector<std::string>&)>;

  /// What an option does with its value, or with all of its values in order; one of the two.
  struct Effect {
    std::string name;
    bool is_flag = false;
    Read read;
    ReadAll read_all;
  };

  /// An option that takes one value; of several, the last counts.
  void add(const Commands& commands, const std::string& name, const std::string& value, Read read,
           const std::string& description);
  /// An option that may stand there several times, and takes a value each time.
  void add_list(const Commands& commands, const std::string& name, const std::string& value, ReadAll read,
                const std::string& description);
  /// `flag` becomes `meaning`, and outlives the table.
  void add_flag(const Commands& commands, const std::string& name, bool& flag, bool meaning,
                const std::string& description);
  /// An option without a value that says more than one thing.
  void add_switch(const Commands& commands, const std::string& name, const std::function<void()>& effect,
                  const std::string& description);
  /// An option that is known and explained, and has its effect elsewhere.
  void explain(const Commands& commands, const std::string& name, const std::string& value,
               const std::string& description);

  [[nodiscard]] const std::vector<OptionEntry>& entries() const { return entries_; }
  [[nodiscard]] const std::vector<Effect>& effects() const { return effects_; }

 private:
  std::vector<OptionEntry> entries_;
  std::vector<Effect> effects_;
};

}  // namespace newsline
