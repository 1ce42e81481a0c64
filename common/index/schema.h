// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What both sides of the index agree on: names of terms, value slots and metadata. FORMAT.md explains them;
/// changing a line here raises kSchemaVersion. Everything is embedded in files on disk.
namespace newsline::schema {

inline constexpr int kVersion = 6;

/// Term prefixes. Letters of one character follow Omega's convention (xapian-omega, docs/termprefixes);
/// `X...` are ours.
namespace prefix {
inline constexpr std::string_view kWord = "";     ///< a word of title or body
inline constexpr std::string_view kTitle = "S";   ///< a word of the title
inline constexpr std::string_view kAuthor = "A";  ///< a whole author's name, folded
inline constexpr std::string_view kTag = "K";     ///< a whole tag, folded
inline constexpr std::string_view kLanguage = "L";
inline constexpr std::string_view kHost = "H";        ///< host of the url, lower case
inline constexpr std::string_view kDay = "D";         ///< yyyymmdd, as written
inline constexpr std::string_view kMonth = "M";       ///< yyyymm
inline constexpr std::string_view kYear = "Y";        ///< yyyy
inline constexpr std::string_view kId = "Q";          ///< Article::id; exactly one a document
inline constexpr std::string_view kSource = "XSRC";   ///< Article::source, folded
inline constexpr std::string_view kSection = "XSEC";  ///< Article::section, folded
inline constexpr std::string_view kAcronym =
    "XACR";  ///< an acronym, a blank, and what the article says it stands for
inline constexpr std::string_view kLongForm = "XLONG";  ///< the same the other way round
inline constexpr std::string_view kFile =
    "XF";  ///< hash of the path of each file that holds this article; one or more a document
}  // namespace prefix

/// Value slots. Encodings are in values.h.
namespace slot {
inline constexpr std::uint32_t kNewest = 0;    ///< newest first, then by id: newest_key()
inline constexpr std::uint32_t kDay = 1;       ///< yyyymmdd as written; empty where unknown
inline constexpr std::uint32_t kReads = 2;     ///< number_value(); empty where unknown
inline constexpr std::uint32_t kTags = 3;      ///< names_value() of the tags as written, or its number
inline constexpr std::uint32_t kAuthors = 4;   ///< names_value() of the authors as written, or its number
inline constexpr std::uint32_t kSource = 5;    ///< names_value() of the source as written, or its number
inline constexpr std::uint32_t kLanguage = 6;  ///< names_value() of the language
inline constexpr std::uint32_t kSection = 7;   ///< names_value() of the section as written, or its number
inline constexpr std::uint32_t kHash = 8;      ///< content_hash() of the document data
inline constexpr std::uint32_t kEmbargo = 9;  ///< number_value() of the UTC seconds before which it is hidden
inline constexpr std::uint32_t kPrecedence =
    10;                                          ///< precedence_value(); empty where no agency says a version
inline constexpr std::uint32_t kSignature = 11;  ///< TextSketch::signature(); empty where there are no words
inline constexpr std::uint32_t kStory = 12;  ///< id of its first article; empty where an article stands alone
inline constexpr std::uint32_t kFurniture = 13;  ///< cut_value(); empty where nothing is left out
inline constexpr std::uint32_t kPositions = 14;  ///< positions_value(); empty where there are no words
}  // namespace slot

/// Metadata keys.
namespace key {
inline constexpr std::string_view kSchema = "newsline.schema";        ///< kVersion, decimal
inline constexpr std::string_view kTokenizer = "newsline.tokenizer";  ///< kTokenizerVersion, decimal
inline constexpr std::string_view kIcu = "newsline.icu";              ///< icu_version() at building
inline constexpr std::string_view kUnicode = "newsline.unicode";      ///< unicode_version() at building
inline constexpr std::string_view kLastRun = "newsline.last_run";     ///< JSON: what the last run did
inline constexpr std::string_view kSource =
    "source.";  ///< + hash of its path: a path given to the indexer (JSON)
inline constexpr std::string_view kForgotten =
    "forgotten.";  ///< + hash of an id: an article that stays out (JSON)
inline constexpr std::string_view kDictionary =
    "dictionary.";  ///< + `a` or `b`: by what texts are packed (packing/stored_texts.h)
inline constexpr std::string_view kFurniture =
    "furniture.";  ///< + hash of a term of a source: how many of its articles have which lines at their edges
inline constexpr std::string_view kNames =
    "names.";  ///< + slot and a chunk of numbers: what they stand for (document/name_numbers.h)
inline constexpr std::string_view kShingle =
    "shingle.";  ///< + a bucket of hashes: documents that have them (story/shingles.h)
inline constexpr std::string_view kStory =
    "story.";  ///< + slot::kStory: its documents (document/story_members.h)
inline constexpr std::string_view kFile = "file.";  ///< + hash of its path: a file seen (ledger/file_entry.h)
}  // namespace key

/// Keys of the table of synonyms, which says to which families a form belongs (family/keys.h).
namespace family {
inline constexpr std::string_view kStem = "stem:";  ///< + language, `:`, stem: forms that are not their stem
inline constexpr std::string_view kBare = "bare:";  ///< + bare_forms(): forms with accents
inline constexpr std::string_view kName = "name:";  ///< + name_keys(): forms that stand as names
inline constexpr std::string_view kLanguages = "languages";  ///< those that have stems here
}  // namespace family

/// A title's words count this often (DESIGN: measured on judged collections), and stand at positions 1, 2,
/// ...; the body's first word stands kFieldGap after the title's last, so that no phrase runs from one into
/// the other.
inline constexpr std::uint32_t kTitleWeight = 3;
inline constexpr std::uint32_t kFieldGap = 100;

/// Data and a value are at most this long: far above what the limits of the readers let through, and below
/// what glass was seen to hold (100 MB).
inline constexpr std::size_t kMaxDataBytes = 90u << 20;

/// A term is at most this long (glass allows 245 bytes in which a NUL counts twice; our terms have none).
inline constexpr std::size_t kMaxTermBytes = 240;

}  // namespace newsline::schema
