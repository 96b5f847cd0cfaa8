// harness/steps/output_expectation.cpp - the key 'output': what the printed lines of a command or job must contain.
#include "harness/steps/output_expectation.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/play/line_diff.hpp"
#include "harness/play/transcript.hpp"
#include "harness/scenario/reading.hpp"
#include "harness/scenario/text_file.hpp"
#include "harness/steps/bounded_search.hpp"

namespace ringside::harness {
namespace {

// Steps of one regular expression in one output: some for the square of a line's length, which ".*A.*B" may need.
constexpr std::size_t least_search_steps = 200'000, most_search_steps = 50'000'000, search_steps_of_a_square = 8;

constexpr FormKey output_keys[] = {
    {"contains", "text|[text]", "Texts that are there."},
    {"lacks", "text|[text]", "Texts that are not there."},
    {"matches", "text|[text]", "Regular expressions (ECMAScript), each found in one line."},
    {"exact", "text", "The whole of it, but for blanks at the ends of lines."},
    {"golden", "text", "A file beside the scenario that holds the whole of it; --update writes it."},
};

std::vector<Placed<Pattern>> read_patterns(Reading& reading, const std::vector<Placed<std::string>>& texts) {
  std::vector<Placed<Pattern>> patterns;
  for (const auto& text : texts) {
    try {
      if (text.value.size() > base::limits::scenario_pattern_bytes)
        reading.yaml.complain(text.where, fmt::format("a regular expression has at most {} octets",
                                                      base::limits::scenario_pattern_bytes));
      else
        patterns.push_back({{text.value, std::regex(text.value)}, text.where});
    } catch (const std::regex_error&) {
      reading.yaml.complain(text.where, fmt::format("'{}' is not a regular expression", base::printable(text.value)));
    }
  }
  return patterns;
}

// A golden file that does not exist is not a mistake: --update writes it.
Placed<Golden> read_golden(Reading& reading, Mapping& mapping) {
  const std::string name = mapping.required_text("golden");
  const YAML::Node node = mapping.at("golden");
  Golden golden{reading.folder, name, std::nullopt};
  if (!name.empty() && !stays_below(name)) {
    reading.yaml.complain(node, "a golden file stands beside the scenario or below it");
  } else if (!name.empty() && is_there(reading.folder, name)) {
    auto text = read_text_file(reading.folder, name, base::limits::input_file_bytes);
    if (text)
      golden.content = *std::move(text);
    else
      reading.yaml.complain(node, text.error());
  }
  return {golden, YamlReader::place(node)};
}

// Trailing blanks are not compared: they are invisible, and editors remove them.
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
  failure.golden = GoldenChange{golden.folder, golden.name, golden.content.value_or(""), after};
  failure.around = shortened(line_diff(without_line_ends(base::lines(failure.golden->before)), after));
  failures.push_back(std::move(failure));
}

// Searches the beginning of a long line only: the regular expressions of libstdc++ use stack for each character.
bool is_found(const Pattern& pattern, const std::vector<std::string>& output) {
  std::size_t left = least_search_steps;
  for (const std::string& line : output) {
    const std::size_t length = std::min(line.size(), base::limits::scenario_match_bytes);
    left = std::min(left + search_steps_of_a_square * length * length, most_search_steps);
  }
  return std::any_of(output.begin(), output.end(), [&](const std::string& line) {
    const bool is_cut = line.size() > base::limits::scenario_match_bytes;
    const auto flags = is_cut ? std::regex_constants::match_not_eol : std::regex_constants::match_default;
    return is_found_in(pattern.expression, std::string_view(line).substr(0, base::limits::scenario_match_bytes), flags,
                       left);
  });
}

void check_pattern(const Placed<Pattern>& pattern, const std::vector<std::string>& output, const std::string& what,
                   Failures& failures) {
  const auto fail = [&](const char* came) {
    failures.push_back({what, fmt::format("a line that matches '{}'", pattern.value.text), came, pattern.where});
  };
  try {
    if (!is_found(pattern.value, output)) fail("there is none");
  } catch (const SearchTooLong&) {
    fail("the search takes too long: write the expression with fewer choices");
  }
}

}  // namespace

constinit const Form output_form{"output", "'output'", output_keys};

OutputExpectation read_output_expectation(Reading& reading, Mapping& mapping) {
  OutputExpectation output;
  if (!mapping.has("output")) return output;
  Mapping inner(reading.yaml, mapping.at("output"), output_form);
  output.contains = placed_texts(reading, inner, "contains");
  output.lacks = placed_texts(reading, inner, "lacks");
  output.matches = read_patterns(reading, placed_texts(reading, inner, "matches"));
  output.exact = placed_text(inner, "exact");
  if (inner.has("golden")) output.golden = read_golden(reading, inner);
  return output;
}

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
  for (const auto& pattern : expect.matches) check_pattern(pattern, output, what, failures);
  if (expect.exact) check_whole(*expect.exact, output, what, failures);
  if (expect.golden) check_golden(*expect.golden, output, what, failures);
}

}  // namespace ringside::harness
