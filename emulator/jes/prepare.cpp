// emulator/jes/prepare.cpp - a parsed job made ready to run.
#include "emulator/jes/prepare.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/jes/operands.hpp"
#include "emulator/jes/symbols.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::jes {
namespace {

using parser::JclOperand;
using parser::JclStatement;

constexpr std::array<std::string_view, 8> library_dds{"JOBLIB",  "STEPLIB", "STEPCAT", "JOBCAT",
                                                      "SYSPROC", "SYSEXEC", "SYSHELP", "SYSUPROC"};

class Preparation {
 public:
  Preparation(parser::Job job, const std::string& submitter)
      : submitter_(submitter), prepared_{std::move(job), {}, {}, {}} {}

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
    if (job.steps.empty() && job.errors.empty()) error(MessageId::iefc607i, {}, "nothing would run: EXEC is missing");
    check_restart();
    std::stable_sort(job.errors.begin(), job.errors.end(),
                     [](const parser::JclError& a, const parser::JclError& b) { return a.statement < b.statement; });
    for (const parser::RecordNote& note : job.notes)
      prepared_.diagnostics.push_back(tso::describe(parser::Diagnostic{note.text, note.where, ""}));
    return std::move(prepared_);
  }

 private:
  void error(MessageId id, const std::vector<std::string>& inserts, std::string advice) {
    prepared_.job.errors.push_back({{std::string(number_of(id)), message_text(id, inserts)},
                                    {std::move(advice), current_ == nullptr ? parser::Position{} : current_->where, ""},
                                    current_ == nullptr ? 0 : current_->number});
  }

  void remark(const std::string& text) {
    prepared_.diagnostics.push_back(tso::describe(parser::Diagnostic{text, current_->where, ""}));
  }

  /// Symbols first, then the keywords, since both speak of the statement as a whole.
  void look_at(JclStatement& statement) {
    current_ = &statement;
    for (JclOperand& operand : statement.operands) {
      resolve(operand);
      if (!operand.keyword.empty()) check_keyword(statement, operand);
    }
  }

  void resolve(JclOperand& operand) {
    std::vector<std::string> unknown;
    resolve_symbols(operand, submitter_, unknown);
    for (const std::string& name : unknown) {
      if (operand.keyword == "NOTIFY") {
        remark(fmt::format("the symbol &{} has no value; nobody is notified", name));
      } else if (prepared_.job.controls.empty()) {  // else a SET that is refused may have given it a value
        error(MessageId::rsd333i, {name}, fmt::format("&{} is not defined; &SYSUID is the only symbol here", name));
      }
    }
  }

  void check_keyword(const JclStatement& statement, const JclOperand& operand) {
    const auto use = use_of(statement.operation, operand.keyword);
    if (!use) {
      const auto meant = base::nearest(operand.keyword, keywords_of(statement.operation));
      error(MessageId::iefc630i, {operand.keyword},
            fmt::format("{} has no operand {}{}", statement.operation, operand.keyword,
                        meant ? "; did you mean " + *meant + "?" : ""));
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
    if (!run_type.empty() && !card.scan_only)
      error(MessageId::rsd331i, {"TYPRUN=" + run_type}, "only TYPRUN=SCAN is emulated");
    read_message_level(statement);
  }

  void read_message_level(const JclStatement& statement) {
    const JclOperand* level = statement.find("MSGLEVEL");
    if (level == nullptr) return;
    const auto values = values_of(*level);
    prepared_.card.all_statements = values.empty() || values[0] != "0";
    prepared_.card.all_messages = values.size() < 2 || values[1] != "0";
  }

  void prepare_step(std::size_t at) {
    parser::StepStatement& step = prepared_.job.steps[at];
    look_at(step.statement);
    if (step.statement.find("PGM") == nullptr && step.statement.find("PROC") == nullptr)
      error(MessageId::rsd331i, {"A PROCEDURE"},
            "EXEC without PGM= calls a procedure, and procedures are not emulated");
    prepared_.conditions.push_back(read_cond(step.statement));
    for (const ConditionTest& test : prepared_.conditions.back().tests)
      if (!test.step.empty() && !has_step(test.step, at))
        error(MessageId::rsd335i, {test.step, "COND"}, "a test may name a step that stands before this one");
    for (parser::DdStatement& dd : step.dds) {
      look_at(dd.statement);
      check_sysout(dd.statement);
    }
  }

  void check_sysout(const JclStatement& statement) {
    const JclOperand* sysout = statement.find("SYSOUT");
    if (sysout == nullptr) return;
    const auto values = values_of(*sysout);
    if (values.size() > 1 && values[1] == "INTRDR")
      error(MessageId::rsd331i, {"THE INTERNAL READER"}, "output would be submitted as a job, which is not emulated");
  }

  [[nodiscard]] bool has_step(const std::string& name, std::size_t before) const {
    const auto& steps = prepared_.job.steps;
    return std::any_of(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(before),
                       [&](const parser::StepStatement& step) { return step.statement.name == name; });
  }

  void check_restart() {
    const std::string& restart = prepared_.card.restart;
    if (restart.empty() || has_step(restart, prepared_.job.steps.size())) return;
    current_ = &prepared_.job.statement;
    error(MessageId::rsd335i, {restart, "RESTART"}, "RESTART names a step of this job");
  }

  std::string submitter_;
  PreparedJob prepared_;
  const JclStatement* current_ = nullptr;
};

}  // namespace

PreparedJob prepare(parser::Job job, const std::string& submitter) {
  return Preparation(std::move(job), submitter).run();
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
