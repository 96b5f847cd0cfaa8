// server/services/regular_expression.cpp - expressions of clients, compiled by RE2, which never goes back in the text.
#include "server/services/regular_expression.hpp"

#include <re2/re2.h>

namespace ringside::services {

std::optional<RegularExpression> RegularExpression::read(const std::string& text, bool any_case) {
  if (text.size() > longest) return std::nullopt;
  constexpr std::int64_t most_memory = 1 << 20;
  re2::RE2::Options options;
  options.set_posix_syntax(true);
  options.set_case_sensitive(!any_case);
  options.set_log_errors(false);
  options.set_max_mem(most_memory);
  auto compiled = std::make_shared<const re2::RE2>(text, options);
  return compiled->ok() ? std::optional(RegularExpression(std::move(compiled))) : std::nullopt;
}

bool RegularExpression::is_in(std::string_view line) const {
  return re2::RE2::PartialMatch({line.data(), line.size()}, *compiled_);
}

bool RegularExpression::is_all_of(std::string_view text) const {
  return re2::RE2::FullMatch({text.data(), text.size()}, *compiled_);
}

}  // namespace ringside::services
