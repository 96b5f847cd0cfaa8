// server/services/regular_expression.hpp - extended regular expressions of POSIX, in a time that no expression can
// stretch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ringside::services {

/// Characters, '.', brackets with ranges and classes ([[:alpha:]]), groups, '|', '*', '+', '?', {m,n}, '^', '$', and a
/// backslash before a character that is meant itself. There are no back-references.
class RegularExpression {
 public:
  static constexpr std::size_t longest = 256;              ///< octets of an expression
  static constexpr std::size_t most_instructions = 2'000;  ///< of what it is compiled to
  static constexpr std::size_t most_work = 20'000'000;     ///< instructions that one search follows

  /// Nullopt if the text is no such expression, or is too large.
  static std::optional<RegularExpression> read(const std::string& text, bool any_case);

  /// Whether some part of the line matches. Follows all possible matches at once, and takes what it does from `work`;
  /// when that is 0, the answer is false and means nothing.
  [[nodiscard]] bool is_in(const std::string& line, std::size_t& work) const;

 private:
  friend class ExpressionCompiler;
  enum class Kind : std::uint8_t { set, any, line_begin, line_end, fork, match };
  using Ranges = std::vector<std::pair<char32_t, char32_t>>;
  struct Instruction {
    Kind kind = Kind::match;
    std::size_t next = 0, other = 0;  ///< where to go on; `other` is for a fork
    Ranges ranges{};
    bool negated = false;
  };
  struct Threads;

  [[nodiscard]] bool takes(const Instruction& instruction, char32_t character) const;
  void follow(Threads& threads, std::size_t from, bool at_begin, bool at_end, std::size_t& work) const;

  std::vector<Instruction> program_;
  std::size_t begin_ = 0;
  bool any_case_ = false;
};

}  // namespace ringside::services
