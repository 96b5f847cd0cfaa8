// emulator/hosttools/shell/mode.cpp - the modes of chmod, octal or symbolic.
#include "emulator/hosttools/shell/mode.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace ringside::shell {
namespace {

constexpr unsigned all_bits = 07777;

std::optional<unsigned> octal(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  unsigned mode = 0;
  for (const char c : text) {
    if (c < '0' || c > '7') return std::nullopt;
    mode = mode << 3 | static_cast<unsigned>(c - '0');
  }
  return mode;
}

/// Applies one clause: users, then signs with permissions. Returns false if it is wrong.
bool apply_clause(std::string_view clause, bool directory, unsigned& mode) {
  unsigned who = 0;
  std::size_t at = 0;
  for (; at < clause.size() && std::string_view("ugoa").find(clause[at]) != std::string_view::npos; ++at)
    who |= clause[at] == 'u' ? 0700u : clause[at] == 'g' ? 0070u : clause[at] == 'o' ? 0007u : 0777u;
  if (who == 0) who = 0777;
  if (at == clause.size()) return false;
  while (at < clause.size()) {
    const char sign = clause[at++];
    if (sign != '+' && sign != '-' && sign != '=') return false;
    unsigned bits = 0;
    for (; at < clause.size() && std::string_view("+-=").find(clause[at]) == std::string_view::npos; ++at) {
      const bool runs = directory || (mode & 0111u) != 0;
      if (clause[at] == 'r')
        bits |= 0444;
      else if (clause[at] == 'w')
        bits |= 0222;
      else if (clause[at] == 'x')
        bits |= 0111;
      else if (clause[at] == 'X')
        bits |= runs ? 0111u : 0u;
      else
        return false;
    }
    if (sign == '=') mode &= ~who;
    mode = sign == '-' ? mode & ~(bits & who) : mode | (bits & who);
  }
  return true;
}

}  // namespace

std::optional<unsigned> apply_mode(std::string_view text, unsigned before, bool directory) {
  if (const auto number = octal(text)) return *number & all_bits;
  unsigned mode = before;
  const auto clauses = base::split(text, ',');
  const bool sound = std::all_of(clauses.begin(), clauses.end(),
                                 [&](const std::string& clause) { return apply_clause(clause, directory, mode); });
  return sound ? std::optional(mode) : std::nullopt;
}

}  // namespace ringside::shell
