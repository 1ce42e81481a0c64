// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article/read_observer.h"
#include "common/article/reader.h"
#include "common/console/output.h"
#include "common/index/furniture/learned.h"

namespace newsline {

/// Prints how a file is read. Readers tell it what they do; the command, what comes out. All that is printed
/// is safe for a terminal.
class Explanation : public ReadObserver {
 public:
  /// From here on what is read is only counted.
  void end_of_details() { is_detailed_ = false; }

  void decoded(const CharsetFinding& finding) final;
  void judged(const JudgedText& text) final;

  /// `learned`: by the index that was named; nothing where none was.
  void read(const ReadArticle& read, std::uint64_t number, const std::optional<LearnedLines>& learned);
  [[nodiscard]] bool is_detailed() const { return is_detailed_; }
  virtual void rejected(const Rejection& rejection) = 0;
  struct Counts {
    std::uint64_t articles = 0;
    std::uint64_t shown = 0;
    std::uint64_t rejections = 0;
    std::uint64_t skipped = 0;
  };
  virtual void counted(const Counts& counts) = 0;

 protected:
  explicit Explanation(Output& output) : output_(output) {}

  virtual void show(const ReadArticle& read, std::uint64_t number,
                    const std::optional<LearnedLines>& learned) = 0;
  /// Of another file, other charset.
  void forget_charset();

  [[nodiscard]] const std::optional<CharsetFinding>& charset() const { return charset_; }
  [[nodiscard]] const std::vector<JudgedText>& texts() const { return texts_; }
  [[nodiscard]] Output& output() { return output_; }

 private:
  Output& output_;
  std::optional<CharsetFinding> charset_;
  bool is_old_charset_ = false;  ///< it was that of the article before
  std::vector<JudgedText> texts_;
  bool is_detailed_ = true;
};

/// What says a charset, in words.
[[nodiscard]] std::string_view words_of(CharsetFinding::By by);

/// `JSON-LD headline`, `line of the date (line 3)`.
[[nodiscard]] std::string words_of(const Origin& origin);

/// Lines for people.
class TextExplanation final : public Explanation {
 public:
  explicit TextExplanation(Output& output) : Explanation(output) {}

  void opened(std::string_view path, std::string_view wrapping) override;
  void detected(std::string_view path, std::string_view format, std::string_view why) override;
  void rejected(const Rejection& rejection) override;
  void counted(const Counts& counts) override;

 private:
  void show(const ReadArticle& read, std::uint64_t number,
            const std::optional<LearnedLines>& learned) override;
  void show_texts();
  void show_learned(const LearnedLines& learned);
};

/// An object of JSON a line, in ASCII, as OUTPUT.md describes them.
class JsonExplanation final : public Explanation {
 public:
  explicit JsonExplanation(Output& output) : Explanation(output) {}

  void opened(std::string_view path, std::string_view wrapping) override;
  void detected(std::string_view path, std::string_view format, std::string_view why) override;
  void rejected(const Rejection& rejection) override;
  void counted(const Counts& counts) override;

 private:
  void show(const ReadArticle& read, std::uint64_t number,
            const std::optional<LearnedLines>& learned) override;
};

}  // namespace newsline
