// emulator/jes/branching.cpp - IF/THEN/ELSE at run time.
#include "emulator/jes/branching.hpp"

#include <algorithm>

namespace ringside::jes {
namespace {

using parser::IfExpression;
using parser::IfTest;

bool is_meant(const IfTest& test, const EarlierStep& step) {
  return test.step.empty() || test.step == step.name;
}

/// RC without a step name is the highest code so far, 0 before the first step.
bool return_code_holds(const IfTest& test, const std::vector<EarlierStep>& earlier) {
  std::optional<int> code = test.step.empty() ? std::optional(0) : std::nullopt;
  for (const EarlierStep& step : earlier) {
    if (!is_meant(test, step)) continue;
    if (step.code) code = std::max(code.value_or(0), *step.code);
    if (!test.step.empty()) break;
  }
  return code && parser::compares(*code, test.comparison, test.value);
}

/// ABEND and RUN, plain or compared with TRUE or FALSE.
bool equality_holds(const IfTest& test, bool fact) {
  return (fact == (test.value == 1)) == (test.comparison == parser::Comparison::eq);
}

bool ran(const EarlierStep& step) {
  return step.code.has_value() || !step.abend.empty();
}

bool test_holds(const IfTest& test, const std::vector<EarlierStep>& earlier) {
  const auto any = [&](auto fact) {
    return std::any_of(earlier.begin(), earlier.end(),
                       [&](const EarlierStep& step) { return is_meant(test, step) && fact(step); });
  };
  const bool started = any(ran);
  switch (test.subject) {
    case IfTest::Subject::constant:
      return parser::compares(test.constant, test.comparison, test.value);
    case IfTest::Subject::text:
      return parser::compares(test.text.compare(test.code), test.comparison, 0);
    case IfTest::Subject::return_code:
      return return_code_holds(test, earlier);
    case IfTest::Subject::run:
      return equality_holds(test, started);
    case IfTest::Subject::abend:
      if (!test.step.empty() && !started) return false;
      return equality_holds(test, any([](const EarlierStep& step) { return !step.abend.empty(); }));
    case IfTest::Subject::abend_code:
      if (!started) return false;
      return any([&](const EarlierStep& step) {
        if (step.abend.empty()) return false;
        const int order = step.abend.compare(test.code);
        return parser::compares(order, test.comparison, 0);
      });
  }
  return false;
}

bool node_holds(const IfExpression& expression, std::size_t at, const std::vector<EarlierStep>& earlier) {
  using Kind = IfExpression::Node::Kind;
  const IfExpression::Node& node = expression.nodes[at];
  switch (node.kind) {
    case Kind::test:
      return test_holds(node.test, earlier);
    case Kind::negation:
      return !node_holds(expression, node.left, earlier);
    case Kind::conjunction:
      return node_holds(expression, node.left, earlier) && node_holds(expression, node.right, earlier);
    case Kind::disjunction:
      return node_holds(expression, node.left, earlier) || node_holds(expression, node.right, earlier);
  }
  return false;
}

}  // namespace

bool holds(const IfExpression& expression, const std::vector<EarlierStep>& earlier) {
  return !expression.nodes.empty() && node_holds(expression, expression.root, earlier);
}

bool asks_for_abends(const IfExpression& expression) {
  return std::any_of(expression.nodes.begin(), expression.nodes.end(), [](const IfExpression::Node& node) {
    const auto subject = node.test.subject;
    return subject == IfTest::Subject::abend || subject == IfTest::Subject::abend_code;
  });
}

std::optional<std::size_t> Branching::kept_out_by(const parser::StepStatement& step,
                                                  const std::vector<EarlierStep>& earlier) {
  for (const parser::Branch& branch : step.branches) {
    auto& decided = decided_[branch.condition];
    if (!decided) decided = holds(conditions_[branch.condition].expression, earlier);
    if (*decided != branch.when_true) return branch.condition;
  }
  return std::nullopt;
}

bool Branching::may_follow_abend(const parser::StepStatement& step) const {
  return std::any_of(step.branches.begin(), step.branches.end(), [&](const parser::Branch& branch) {
    return asks_for_abends(conditions_[branch.condition].expression);
  });
}

}  // namespace ringside::jes
