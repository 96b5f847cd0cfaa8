// emulator/jes/condition.hpp - COND on JOB and EXEC (JCL Reference, "COND parameter").
//
// A test compares its code with the return code of earlier steps: "code operator return-code". If a test is true, the
// step is bypassed.
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
  std::string step;  ///< an EarlierStep::name; empty: every earlier step
};

struct Condition {
  enum class AfterAbend { bypass, even, only };
  std::vector<ConditionTest> tests;
  AfterAbend after_abend = AfterAbend::bypass;
};

/// Reads the COND operand. The error is the reason why it is not valid.
tl::expected<Condition, std::string> read_condition(const parser::JclOperand& operand);

/// A step before this one. A step that was bypassed or did not end has no code; tests of it are false.
struct EarlierStep {
  std::string name;  ///< STEP, or STEP.PROCSTEP
  std::optional<int> code;
  std::string abend{};  ///< S806; empty if it did not abend
};

/// Whether any test is true. A name stands for the first step of that name.
bool is_true(const Condition& condition, const std::vector<EarlierStep>& earlier);

}  // namespace ringside::jes
