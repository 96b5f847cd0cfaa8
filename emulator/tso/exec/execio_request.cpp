// emulator/tso/exec/execio_request.cpp - reads the operands of EXECIO.
#include "emulator/tso/exec/execio_request.hpp"

#include <optional>
#include <vector>

#include "base/text.hpp"

namespace ringside::tso {
namespace {

constexpr long most_lines = std::numeric_limits<int>::max();

/// The words in upper case; a parenthesis is a word.
std::vector<std::string> words_of(const std::string& operands) {
  std::vector<std::string> words;
  const std::string spaced = base::replace_all(base::replace_all(operands, "(", " ( "), ")", " ) ");
  for (const std::string& word : base::split(spaced, ' '))
    if (!word.empty()) words.push_back(base::upper(word));
  return words;
}

/// Reads the options behind the parenthesis at `at`. Returns the word that is none.
std::optional<std::string> read_options(const std::vector<std::string>& words, std::size_t at, ExecioRequest& request) {
  for (++at; at < words.size() && words[at] != ")"; ++at) {
    const std::string& word = words[at];
    if (word == "STEM" && at + 1 < words.size()) {
      request.stem = words[++at];
    } else if (word == "FINIS") {
      request.finishes = true;
    } else if (word == "LIFO" && !request.writes) {
      request.on_top = true;
    } else if (word == "SKIP" && !request.writes) {
      request.skips = true;
    } else if (word != "OPEN" && (word != "FIFO" || request.writes)) {
      return word;
    }
  }
  return std::nullopt;
}

}  // namespace

tl::expected<ExecioRequest, std::string> read_execio(const std::string& operands) {
  const std::vector<std::string> words = words_of(operands);
  if (words.size() < 3) return tl::unexpected(std::string("it needs a number of lines, DISKR or DISKW, and a DD name"));
  ExecioRequest request;
  const auto count = base::number(words[0], most_lines);
  if (words[0] != "*" && !count) return tl::unexpected(words[0] + " is no number of lines");
  request.count = count ? static_cast<std::size_t>(*count) : all_lines;
  if (words[1] == "DISKRU") return tl::unexpected(std::string("DISKRU is not emulated"));
  if (words[1] != "DISKR" && words[1] != "DISKW") return tl::unexpected(words[1] + " is neither DISKR nor DISKW");
  request.writes = words[1] == "DISKW";
  request.dd = words[2];
  std::size_t at = 3;
  if (at < words.size() && words[at] != "(") {
    const auto first = base::number(words[at], most_lines);
    if (!first || request.writes) return tl::unexpected(words[at] + " is not expected");
    request.first = static_cast<std::size_t>(*first);
    ++at;
  }
  if (const auto wrong = read_options(words, at, request)) return tl::unexpected(*wrong + " is not an operand");
  return request;
}

}  // namespace ringside::tso
