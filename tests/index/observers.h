// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>
#include <vector>

#include "common/index/update.h"

namespace newsline {

/// Keeps the rejections of a run.
class Listener : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { rejections.push_back(rejection); }
  void progress(const RunReport&, std::uint64_t, const std::string&) override {}

  std::vector<Rejection> rejections;
};

/// Ends a run after some articles, as a user who presses Ctrl-C.
class Stopper : public Listener {
 public:
  explicit Stopper(int articles) : left_(articles) {}
  [[nodiscard]] bool stop_asked() override { return --left_ <= 0; }

 private:
  int left_;
};

/// Ends a run after some articles by an exception, so that the batch under way is lost.
class Breaker : public Listener {
 public:
  explicit Breaker(int articles) : left_(articles) {}
  [[nodiscard]] bool stop_asked() override {
    if (--left_ <= 0) throw std::runtime_error("broken off by the test");
    return false;
  }

 private:
  int left_;
};

}  // namespace newsline
