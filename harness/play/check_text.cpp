// harness/play/check_text.cpp - lines of output against what they must hold.
#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/play/checks.hpp"
#include "harness/play/line_diff.hpp"
#include "harness/play/transcript.hpp"

namespace ringside::harness {
namespace {

// Blanks at the ends of lines do not show, and editors take them away.
std::string without_line_ends(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += base::trim_right(line) + "\n";
  return text;
}

std::string how_many(const std::vector<std::string>& lines) {
  return fmt::format("{} line{}", lines.size(), lines.size() == 1 ? "" : "s");
}

void check_whole(const Placed<std::string>& exact, const std::vector<std::string>& output, const std::string& what,
                 Failures& failures) {
  const auto expected = base::lines(exact.value);
  const std::string before = without_line_ends(expected), after = without_line_ends(output);
  if (before == after) return;
  Failure failure{what, "exactly " + how_many(expected), how_many(output) + " that differ", exact.where};
  failure.around = shortened(line_diff(before, after));
  failures.push_back(std::move(failure));
}

void check_golden(const Placed<Golden>& expect, const std::vector<std::string>& output, const std::string& what,
                  Failures& failures) {
  const Golden& golden = expect.value;
  const std::string after = without_line_ends(output);
  if (golden.content && without_line_ends(base::lines(*golden.content)) == after) return;
  Failure failure{what, "as in " + golden.name,
                  golden.content ? "it differs" : "there is no such file yet; --update makes it", expect.where};
  failure.golden = GoldenChange{golden.path, golden.content.value_or(""), after};
  failure.around = shortened(line_diff(without_line_ends(base::lines(failure.golden->before)), after));
  failures.push_back(std::move(failure));
}

// The search of libstdc++ costs stack for each character.
bool is_found(const Pattern& pattern, const std::vector<std::string>& output) {
  return std::any_of(output.begin(), output.end(), [&](const std::string& line) {
    const bool is_cut = line.size() > base::limits::scenario_match_bytes;
    const auto end = is_cut ? line.begin() + base::limits::scenario_match_bytes : line.end();
    const auto flags = is_cut ? std::regex_constants::match_not_eol : std::regex_constants::match_default;
    return std::regex_search(line.begin(), end, pattern.expression, flags);
  });
}

}  // namespace

void check_remarks(const std::vector<Placed<std::string>>& expect, const std::vector<std::string>& remarks,
                   const std::string& what, Failures& failures) {
  for (const auto& part : expect)
    if (std::none_of(remarks.begin(), remarks.end(),
                     [&](const std::string& remark) { return remark.find(part.value) != std::string::npos; }))
      failures.push_back({what, fmt::format("a remark with '{}'", part.value),
                          remarks.empty() ? "there is no remark" : base::printable(base::join(remarks, " / ")),
                          part.where});
}

void check_output(const OutputExpectation& expect, const std::vector<std::string>& output, const std::string& what,
                  Failures& failures) {
  const std::string text = base::join(output, "\n");
  for (const auto& part : expect.contains)
    if (text.find(part.value) == std::string::npos)
      failures.push_back({what, fmt::format("contains '{}'", part.value), "it is not there", part.where});
  for (const auto& part : expect.lacks)
    if (text.find(part.value) != std::string::npos)
      failures.push_back({what, fmt::format("does not contain '{}'", part.value), "it is there", part.where});
  for (const auto& pattern : expect.matches)
    if (!is_found(pattern.value, output))
      failures.push_back(
          {what, fmt::format("a line that matches '{}'", pattern.value.text), "there is none", pattern.where});
  if (expect.exact) check_whole(*expect.exact, output, what, failures);
  if (expect.golden) check_golden(*expect.golden, output, what, failures);
}

}  // namespace ringside::harness
