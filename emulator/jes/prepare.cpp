// emulator/jes/prepare.cpp - a parsed job made ready to run.
#include "emulator/jes/prepare.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/jes/operands.hpp"

namespace ringside::jes {
namespace {

using parser::JclOperand;
using parser::JclStatement;

constexpr std::array<std::string_view, 3> symbol_kinds{"JCLONLY", "EXECSYS", "CNVTSYS"};
constexpr std::array<std::string_view, 8> library_dds{"JOBLIB",  "STEPLIB", "STEPCAT", "JOBCAT",
                                                      "SYSPROC", "SYSEXEC", "SYSHELP", "SYSUPROC"};

class Preparation {
 public:
  Preparation(parser::Job job, const std::string& submitter, const std::string& job_class)
      : submitter_(submitter), prepared_{std::move(job), {}, {}, {}} {
    prepared_.card.job_class = job_class;
    for (std::size_t at = 0; at < prepared_.job.steps.size(); ++at)
      step_places_.emplace(prepared_.job.steps[at].qualified_name(), at);
  }

  PreparedJob run() && {
    parser::Job& job = prepared_.job;
    prepared_.card.name = job.statement.name;
    prepared_.card.user = submitter_;
    if (job.statement.operation == "JOB") {
      look_at(job.statement);
      read_card(job.statement);
    }
    for (parser::DdStatement& dd : job.dds) look_at(dd.statement);
    for (std::size_t step = 0; step < job.steps.size(); ++step) prepare_step(step);
    for (parser::IfStatement& condition : job.conditions) prepare_condition(condition);
    if (job.steps.empty() && job.errors.empty()) error(MessageId::iefc607i, {}, "nothing would run: EXEC is missing");
    check_restart();
    std::stable_sort(job.errors.begin(), job.errors.end(),
                     [](const parser::JclError& a, const parser::JclError& b) { return a.statement < b.statement; });
    for (const parser::RecordNote& note : job.notes)
      prepared_.diagnostics.push_back(parser::describe(parser::Diagnostic{note.text, note.where, ""}));
    return std::move(prepared_);
  }

 private:
  void error(MessageId id, const std::vector<std::string>& inserts, std::string advice) {
    if (current_ != nullptr && !current_->source.empty()) advice = "in " + current_->source + ": " + advice;
    prepared_.job.errors.push_back({{messages().number(id), messages().text(id, inserts)},
                                    {std::move(advice), current_ == nullptr ? parser::Position{} : current_->where, ""},
                                    current_ == nullptr ? 0 : current_->number});
  }

  void remark(const std::string& text) {
    prepared_.diagnostics.push_back(parser::describe(parser::Diagnostic{text, current_->where, ""}));
  }

  void look_at(const JclStatement& statement) {
    current_ = &statement;
    for (const parser::UnresolvedSymbol& one : statement.unresolved) report_unresolved(one);
    for (const JclOperand& operand : statement.operands)
      if (!operand.keyword.empty()) check_keyword(statement, operand);
  }

  void report_unresolved(const parser::UnresolvedSymbol& one) {
    if (one.keyword == "NOTIFY") {
      remark(fmt::format("the symbol &{} has no value; nobody is notified", one.name));
    } else {
      error(
          MessageId::rsd333i, {one.name},
          fmt::format("&{} is not set before this statement; SET, PROC and EXEC give symbols their values", one.name));
    }
  }

  void check_keyword(const JclStatement& statement, const JclOperand& operand) {
    const auto use = use_of(statement.operation, operand.keyword);
    if (!use) {
      error(MessageId::iefc630i, {operand.keyword},
            fmt::format("{} has no operand {}{}", statement.operation, operand.keyword,
                        base::did_you_mean(operand.keyword, keywords_of(statement.operation))));
    } else if (*use == Use::not_emulated) {
      error(MessageId::rsd331i, {operand.keyword + "="},
            fmt::format("{}= on {} is not emulated, and the job would do something else without it", operand.keyword,
                        statement.operation));
    }
  }

  Condition read_cond(const JclStatement& statement) {
    const JclOperand* operand = statement.find("COND");
    if (operand == nullptr) return {};
    const auto condition = read_condition(*operand);
    if (condition) return *condition;
    error(MessageId::rsd332i, {"COND", operand->text, base::upper(condition.error())}, condition.error());
    return {};
  }

  void read_card(const JclStatement& statement) {
    JobCard& card = prepared_.card;
    if (const JclOperand* user = statement.find("USER")) {
      card.user = base::upper(user->text);
      if (card.user != submitter_ && statement.find("PASSWORD") == nullptr)
        remark(
            fmt::format("USER={0} without PASSWORD: a real system wants {1} to have READ to {0}.SUBMIT in class "
                        "SURROGAT, which is not checked here",
                        card.user, submitter_));
    }
    if (const std::string job_class = statement.value_of("CLASS"); !job_class.empty()) card.job_class = job_class;
    card.condition = read_cond(statement);
    if (card.condition.after_abend != Condition::AfterAbend::bypass)
      error(MessageId::rsd332i, {"COND", "EVEN OR ONLY", "NOT ALLOWED ON JOB"}, "EVEN and ONLY belong to EXEC");
    card.restart = statement.value_of("RESTART");
    if (card.restart == "*") card.restart.clear();
    const std::string run_type = statement.value_of("TYPRUN");
    card.scan_only = run_type == "SCAN";
    card.held = run_type == "HOLD";
    if (!run_type.empty() && !card.scan_only && !card.held)
      error(MessageId::rsd331i, {"TYPRUN=" + run_type}, "only TYPRUN=SCAN and TYPRUN=HOLD are emulated");
    read_message_level(statement);
  }

  void read_message_level(const JclStatement& statement) {
    const JclOperand* level = statement.find("MSGLEVEL");
    if (level == nullptr) return;
    const auto values = values_of(*level);
    prepared_.card.all_statements = values.empty() || values[0] != "0";
    prepared_.card.expanded_statements = values.empty() || values[0] != "2";
    prepared_.card.all_messages = values.size() < 2 || values[1] != "0";
  }

  void prepare_step(std::size_t at) {
    parser::StepStatement& step = prepared_.job.steps[at];
    look_at(step.statement);
    prepared_.conditions.push_back(read_cond(step.statement));
    for (ConditionTest& test : prepared_.conditions.back().tests) qualify(test.step, step.caller, at, "COND");
    for (parser::DdStatement& dd : step.dds) {
      look_at(dd.statement);
      check_sysout(dd.statement);
      check_symbols(dd);
    }
  }

  void check_sysout(const JclStatement& statement) {
    const JclOperand* sysout = statement.find("SYSOUT");
    if (sysout == nullptr) return;
    const auto values = values_of(*sysout);
    if (values.size() > 1 && values[1] == "INTRDR")
      error(MessageId::rsd331i, {"THE INTERNAL READER"}, "output would be submitted as a job, which is not emulated");
  }

  void check_symbols(const parser::DdStatement& dd) {
    const JclOperand* symbols = dd.statement.find("SYMBOLS");
    if (symbols == nullptr) return;
    if (!dd.in_stream) {
      error(MessageId::rsd332i, {"SYMBOLS", symbols->text, "NO IN-STREAM DATA"}, "SYMBOLS belongs to DD * and DD DATA");
      return;
    }
    const std::string kind = values_of(*symbols).front();
    if (std::find(symbol_kinds.begin(), symbol_kinds.end(), kind) == symbol_kinds.end())
      error(MessageId::rsd332i, {"SYMBOLS", symbols->text, "JCLONLY, EXECSYS OR CNVTSYS"},
            "SYMBOLS is JCLONLY, EXECSYS or CNVTSYS");
  }

  void prepare_condition(parser::IfStatement& condition) {
    current_ = &condition.statement;
    for (auto& node : condition.expression.nodes)
      qualify(node.test.step, condition.caller, condition.before_step, "IF");
  }

  /// Replaces the name of an earlier step by its qualified name. In a procedure a simple name is a step of the same
  /// call (JCL Reference, COND).
  void qualify(std::string& name, const std::string& caller, std::size_t before, const char* where) {
    if (name.empty()) return;
    const std::string inside = caller.empty() ? name : caller + "." + name;
    if (has_step(inside, before)) {
      name = inside;
    } else if (!has_step(name, before)) {
      error(MessageId::rsd335i, {name, where},
            is_caller(name) ? "it calls a procedure: STEP.PROCSTEP names the step inside"
                            : "a test may name a step that stands before it");
    }
  }

  [[nodiscard]] bool has_step(const std::string& name, std::size_t before) const {
    const auto found = step_places_.find(name);
    return found != step_places_.end() && found->second < before;
  }

  [[nodiscard]] bool is_caller(const std::string& name) const {
    const auto& steps = prepared_.job.steps;
    return std::any_of(steps.begin(), steps.end(),
                       [&](const parser::StepStatement& step) { return step.caller == name; });
  }

  void check_restart() {
    const std::string& restart = prepared_.card.restart;
    if (restart.empty() || has_step(restart, prepared_.job.steps.size())) return;
    current_ = &prepared_.job.statement;
    error(MessageId::rsd335i, {restart, "RESTART"},
          is_caller(restart) ? "it calls a procedure: STEP.PROCSTEP names the step inside"
                             : "RESTART names a step of this job");
  }

  std::string submitter_;
  PreparedJob prepared_;
  const JclStatement* current_ = nullptr;
  std::map<std::string, std::size_t> step_places_;  ///< of the first step of each qualified name
};

}  // namespace

PreparedJob prepare(parser::Job job, const std::string& submitter, const std::string& job_class) {
  return Preparation(std::move(job), submitter, job_class).run();
}

bool is_library_dd(const std::string& name) {
  return std::find(library_dds.begin(), library_dds.end(), name) != library_dds.end() || name.starts_with("ISP");
}

std::vector<std::string> values_of(const parser::JclOperand& operand) {
  std::vector<std::string> values;
  for (const JclOperand& part : operand.parts) values.push_back(part.text);
  if (values.empty()) values.push_back(operand.text);
  return values;
}

}  // namespace ringside::jes
