// server/services/regular_expression.hpp - the regular expressions that clients send, in a time that no expression can
// stretch.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace ringside::services {

/// An extended regular expression of POSIX, without back-references. A search takes a time that grows with the line
/// only.
class RegularExpression {
 public:
  static constexpr std::size_t longest = 256;  ///< octets of an expression

  /// Returns nullopt if the text is no such expression, or is too large.
  static std::optional<RegularExpression> read(const std::string& text, bool any_case);

  /// Whether some part of the line matches.
  [[nodiscard]] bool is_in(std::string_view line) const;
  /// Whether the text matches from its first character to its last.
  [[nodiscard]] bool is_all_of(std::string_view text) const;

 private:
  explicit RegularExpression(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace ringside::services
