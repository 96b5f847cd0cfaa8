// emulator/jes/condition.hpp - COND on JOB and EXEC (JCL Reference, "COND parameter").
//
// A test compares its code with the return code of earlier steps: "code operator return-code". A test that is TRUE
// bypasses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

using parser::Comparison;

struct ConditionTest {
  int code = 0;
  Comparison comparison = Comparison::ne;
  std::string step;  ///< as EarlierStep::name; empty: every earlier step
};

struct Condition {
  enum class AfterAbend { bypass, even, only };
  std::vector<ConditionTest> tests;
  AfterAbend after_abend = AfterAbend::bypass;
};

/// What a COND operand asks for, or why it is not valid.
tl::expected<Condition, std::string> read_condition(const parser::JclOperand& operand);

/// A step before this one; without a code if it was bypassed or did not end, and then tests of it are false.
struct EarlierStep {
  std::string name;  ///< STEP, or STEP.PROCSTEP
  std::optional<int> code;
  std::string abend{};  ///< S806; empty if it did not abend
};

/// Whether any test is true. A step name means the first step of that name.
bool is_true(const Condition& condition, const std::vector<EarlierStep>& earlier);

}  // namespace ringside::jes
