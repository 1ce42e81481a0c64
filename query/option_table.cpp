// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/option_table.h"

#include <utility>

namespace newsline {

void OptionTable::add(const Commands& commands, const std::string& name, const std::string& value, Read read,
                      const std::string& description) {
  effects_.push_back({name, false, std::move(read), {}});
  explain(commands, name, value, description);
}

void OptionTable::add_list(const Commands& commands, const std::string& name, const std::string& value,
                           ReadAll read, const std::string& description) {
  effects_.push_back({name, false, {}, std::move(read)});
  explain(commands, name, value, description);
}

void OptionTable::add_flag(const Commands& commands, const std::string& name, bool& flag, bool meaning,
                           const std::string& description) {
  add_switch(
      commands, name, [&flag, meaning] { flag = meaning; }, description);
}

void OptionTable::add_switch(const Commands& commands, const std::string& name,
                             const std::function<void()>& effect, const std::string& description) {
  effects_.push_back({name, true, [effect](const std::string&) { effect(); }, {}});
  explain(commands, name, "", description);
}

void OptionTable::explain(const Commands& commands, const std::string& name, const std::string& value,
                          const std::string& description) {
  entries_.push_back({commands, name, value, description});
}

}  // namespace newsline
