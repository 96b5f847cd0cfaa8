// emulator/tso/exec/trapped_output.cpp - stores lines in the variables of OUTTRAP.
#include "emulator/tso/exec/trapped_output.hpp"

#include "base/text.hpp"

namespace ringside::tso {
namespace {

constexpr std::size_t most_trapped = 999'999'999;  // the default of max (TSO/E REXX Reference, "OUTTRAP")

/// A number of lines; '*' and blanks mean all.
std::optional<std::size_t> count_of(const std::optional<std::string>& argument, std::size_t otherwise) {
  const std::string text = base::trim(argument.value_or(""));
  if (text.empty()) return otherwise;
  if (text == "*") return most_trapped;
  const auto number = base::number(text, static_cast<long>(most_trapped));
  return number ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

std::optional<std::string> at(const rexx::Arguments& arguments, std::size_t n) {
  return n < arguments.size() ? arguments[n] : std::nullopt;
}

}  // namespace

rexx::FunctionAnswer TrappedOutput::call(const rexx::Arguments& arguments, rexx::WaitingExec& exec) {
  constexpr auto returned = rexx::FunctionAnswer::Kind::returned;
  const rexx::FunctionAnswer bad_call{rexx::FunctionAnswer::Kind::bad_call, {}};
  const std::string name = base::upper(base::trim(at(arguments, 0).value_or("")));
  if (name == "OFF") {
    name_.clear();
  } else if (!name.empty()) {
    const auto most = count_of(at(arguments, 1), most_trapped);
    const std::string concatenation = base::upper(base::trim(at(arguments, 2).value_or("CONCAT")));
    const auto to_skip = count_of(at(arguments, 3), 0);
    if (!most || !to_skip || (concatenation != "CONCAT" && concatenation != "NOCONCAT") || arguments.size() > 4)
      return bad_call;
    *this = TrappedOutput{};
    name_ = name;
    most_ = *most;
    to_skip_ = *to_skip;
    concatenates_ = concatenation == "CONCAT";
    rexx::Lines variables;
    set_counts(variables);
    exec.set(variables);
  }
  return {returned, is_on() ? name_ : "OFF"};
}

void TrappedOutput::store(const std::vector<std::string>& lines, rexx::WaitingExec& exec) {
  if (!concatenates_) stored_ = trapped_ = skipped_ = 0;
  rexx::Lines variables;
  for (const std::string& line : lines) {
    ++trapped_;
    if (skipped_ < to_skip_) {
      ++skipped_;
    } else if (stored_ < most_) {
      variables.push_back(name_ + std::to_string(++stored_));
      variables.push_back(line);
    }
  }
  set_counts(variables);
  exec.set(variables);
}

void TrappedOutput::set_counts(rexx::Lines& variables) const {
  const auto add = [&](const char* tail, const std::string& value) {
    variables.push_back(name_ + tail);
    variables.push_back(value);
  };
  add("0", std::to_string(stored_));
  add("MAX", std::to_string(most_));
  add("TRAPPED", std::to_string(trapped_));
  add("CON", concatenates_ ? "CONCAT" : "NOCONCAT");
  add("SKIPPED", std::to_string(skipped_));
  add("SKIPAMT", std::to_string(to_skip_));
}

}  // namespace ringside::tso
