// emulator/jes/condition.cpp - COND on JOB and EXEC.
#include "emulator/jes/condition.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace ringside::jes {
namespace {

constexpr std::size_t most_tests = 8;
constexpr long highest_code = 4095;

constexpr std::array<std::pair<std::string_view, Comparison>, 6> comparisons = {{{"GT", Comparison::gt},
                                                                                 {"GE", Comparison::ge},
                                                                                 {"EQ", Comparison::eq},
                                                                                 {"NE", Comparison::ne},
                                                                                 {"LT", Comparison::lt},
                                                                                 {"LE", Comparison::le}}};

std::optional<Comparison> comparison_of(std::string_view word) {
  for (const auto& [name, comparison] : comparisons)
    if (name == word) return comparison;
  return std::nullopt;
}

tl::expected<ConditionTest, std::string> read_test(const std::vector<parser::JclOperand>& parts) {
  if (parts.size() < 2 || parts.size() > 3)
    return tl::make_unexpected("a test is (code,operator) or (code,operator,step)");
  const auto code = base::number(parts[0].text, highest_code);
  if (!code) return tl::make_unexpected("the code " + parts[0].text + " is not a number from 0 to 4095");
  const auto comparison = comparison_of(parts[1].text);
  if (!comparison) return tl::make_unexpected("the operator " + parts[1].text + " is none of GT GE EQ NE LT LE");
  return ConditionTest{static_cast<int>(*code), *comparison, parts.size() == 3 ? parts[2].text : std::string{}};
}

bool is_true(const ConditionTest& test, const std::vector<EarlierStep>& earlier) {
  const auto holds = [&](const EarlierStep& step) {
    return step.code && parser::compares(test.code, test.comparison, *step.code);
  };
  if (test.step.empty()) return std::any_of(earlier.begin(), earlier.end(), holds);
  const auto named =
      std::find_if(earlier.begin(), earlier.end(), [&](const EarlierStep& step) { return step.name == test.step; });
  return named != earlier.end() && holds(*named);
}

/// EVEN or ONLY, as the only value or among the tests.
bool read_after_abend(const parser::JclOperand& part, Condition& into) {
  if (!part.parts.empty()) return false;
  if (part.text == "EVEN")
    into.after_abend = Condition::AfterAbend::even;
  else if (part.text == "ONLY")
    into.after_abend = Condition::AfterAbend::only;
  else
    return false;
  return true;
}

}  // namespace

tl::expected<Condition, std::string> read_condition(const parser::JclOperand& operand) {
  Condition condition;
  if (read_after_abend(operand, condition)) return condition;
  const bool one_test = std::none_of(operand.parts.begin(), operand.parts.end(), [](const parser::JclOperand& part) {
    return !part.parts.empty() || part.text == "EVEN" || part.text == "ONLY";
  });
  const std::vector<parser::JclOperand> single{operand};
  for (const parser::JclOperand& part : one_test ? single : operand.parts) {
    if (read_after_abend(part, condition)) continue;
    const auto test = read_test(part.parts);
    if (!test) return tl::make_unexpected(test.error());
    condition.tests.push_back(*test);
  }
  if (condition.tests.size() > most_tests) return tl::make_unexpected("more than eight tests");
  return condition;
}

bool is_true(const Condition& condition, const std::vector<EarlierStep>& earlier) {
  return std::any_of(condition.tests.begin(), condition.tests.end(),
                     [&](const ConditionTest& test) { return is_true(test, earlier); });
}

}  // namespace ringside::jes
