// parser/jcl/conditions.cpp - IF, ELSE and ENDIF of a job.
#include "parser/jcl/conditions.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::parser {

namespace {

bool compares_texts(const IfExpression& expression) {
  return std::any_of(expression.nodes.begin(), expression.nodes.end(),
                     [](const IfExpression::Node& node) { return node.test.subject == IfTest::Subject::text; });
}

}  // namespace

void JclConditions::place(ReadyStatement one, std::size_t outside, const std::string& caller) {
  const std::string& operation = one.statement.operation;
  if (operation == "IF") return begin(std::move(one), caller);
  const bool inside = open_.size() > outside;
  if (!inside || (operation == "ELSE" && !open_.back().branch.when_true)) {
    add_error(one, {"IEFC019I", "MISPLACED " + operation + " STATEMENT"},
              inside ? "an IF has one ELSE" : "no IF is open here");
  } else if (operation == "ELSE") {
    open_.back().branch.when_true = false;
  } else {
    end(one);
  }
  listing_.list(one);
}

void JclConditions::begin(ReadyStatement one, const std::string& caller) {
  if (open_.size() >= base::limits::condition_depth)
    add_error(one, own_message(OwnMessage::rsd364i),
              fmt::format("there are at most {} inside each other", base::limits::condition_depth));
  IfStatement condition{{}, one.statement, caller, job_.steps.size()};
  auto expression = one.read->incomplete ? IfExpression{} : parse_if_expression(one.field, texts_);
  if (expression) {
    condition.expression = std::move(*expression);
    if (compares_texts(condition.expression))
      job_.notes.push_back({"IF compares texts: a real system refuses this with IEFC013I", one.statement.where});
  } else if (expression.error().token.empty()) {
    add_error(one, own_message(OwnMessage::rsd365i), expression.error().text);
  } else {
    add_error(one, {"IEFC013I", "ERROR IN IF STATEMENT: " + expression.error().token + " NOT VALID"},
              expression.error().text);
  }
  open_.push_back({{job_.conditions.size(), true}, false, true});
  listing_.list(one);
  condition.statement = std::move(one.statement);
  job_.conditions.push_back(std::move(condition));
}

void JclConditions::end(ReadyStatement& one) {
  if (!open_.back().has_step) add_error(one, own_message(OwnMessage::rsd366i), "THEN or ELSE needs an EXEC statement");
  open_.pop_back();
}

void JclConditions::count_step() {
  for (Open& one : open_) one.has_step = true;
}

void JclConditions::close(std::size_t outside) {
  while (open_.size() > outside) {
    const JclStatement& statement = job_.conditions[open_.back().branch.condition].statement;
    listing_.error(statement, own_message(OwnMessage::rsd367i), "ENDIF ends what IF began");
    open_.pop_back();
  }
}

std::vector<Branch> JclConditions::branches() const {
  std::vector<Branch> all;
  for (const Open& one : open_) all.push_back(one.branch);
  return all;
}

}  // namespace ringside::parser
