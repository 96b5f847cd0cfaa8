// emulator/jes/step.cpp - one step of a job.
#include "emulator/jes/step.hpp"

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/suggestion.hpp"
#include "emulator/crypto/foreign_data.hpp"
#include "emulator/jes/allocation.hpp"
#include "emulator/jes/allocation_notes.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/jes/programs/table.hpp"
#include "emulator/jes/symptom_dump.hpp"

namespace ringside::jes {
namespace {

/// An abend, with its reason code as messages show it.
struct Abend {
  const char* code;
  const char* reason;
};

constexpr Abend module_missing{"S806", "00000004"};
constexpr Abend member_missing{"S013", "00000018"};  // System Codes, 013

class Step {
 public:
  Step(racf::Session& session, const std::string& job, const parser::StepStatement& step, JobLog& log,
       SpoolNames& spool)
      : session_(session), job_(job), step_(step), log_(log), spool_(spool), allocation_(session, job, step) {
    run_.result = step_of(step);
    name_ = name_in_messages(step);
  }

  StepRun run() {
    if (auto failure = allocation_.allocate()) {
      fail_allocation(*failure);
      return std::move(run_);
    }
    note_allocations();
    run_program();
    if (const auto failure = allocation_.input_failure()) {
      fail_allocation(*failure);
      return std::move(run_);
    }
    for (const std::string& remark : allocation_.remarks()) run_.result.diagnostics.push_back(remark);
    allocation_.release(run_.result.outcome == StepOutcome::executed);
    note_end();
    return std::move(run_);
  }

 private:
  void fail_allocation(const AllocationFailure& failure) {
    for (const std::string& line : failure.messages) log_.note(line);
    log_.note(message(MessageId::ief272i, {job_, name_}));
    log_.log(message(MessageId::ief453i, {job_, log_.time()}));
    run_.result.outcome = StepOutcome::jcl_error;
    run_.result.diagnostics.push_back(failure.cause);
  }

  void note_allocations() {
    note(allocation_notes(job_, name_, allocation_.dds(), spool_));
    for (const AllocatedDd& dd : allocation_.dds())
      if (dd.kind == AllocatedDd::Kind::library)
        run_.result.diagnostics.push_back(
            fmt::format("DD {}: {} is not looked at: programs are those of Ringside", dd.name, dd.data_set));
  }

  void note(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) log_.note(line);
  }

  void run_program() {
    const Program* program = find_program(run_.result.program);
    if (program == nullptr) return abend_for_missing_module();
    const parser::JclOperand* parm = step_.statement.find("PARM");
    ProgramOutput output{run_.result};
    auto savepoint = session_.lab.savepoint();
    program->run({session_, allocation_, run_.result.program, parm == nullptr ? "" : parm->text}, output);
    if (const AllocatedDd* missing = allocation_.missing_member()) return abend_for_missing_member(*missing);
    savepoint.keep();
    log_.console(output.log);
    for (Print& one : output.prints) print(std::move(one));
  }

  void print(Print printed) {
    const AllocatedDd* dd = allocation_.find(printed.dd);
    if (dd != nullptr && dd->kind == AllocatedDd::Kind::sysout) {
      run_.output.push_back({dd->name, run_.result.name, std::move(printed.lines), spool_.number(*dd->statement)});
    } else if (dd != nullptr && (dd->kind == AllocatedDd::Kind::data_set || dd->kind == AllocatedDd::Kind::path)) {
      allocation_.write(*dd, printed.lines);
    } else if (dd == nullptr) {
      run_.result.diagnostics.push_back(
          fmt::format("the step has no DD {}: what {} printed there is lost", printed.dd, run_.result.program));
    }
  }

  void abend(const Abend& abend) {
    run_.result.outcome = StepOutcome::abended;
    run_.result.abend = abend.code;
    abend_reason_ = abend.reason;
    log_.log(message(MessageId::ief450i, {job_, name_, abend.code, abend.reason}));
  }

  /// The program has ended at the OPEN: what it has done is undone.
  void abend_for_missing_member(const AllocatedDd& dd) {
    run_.result = step_of(step_);
    const std::string library = dd.cataloged_name();
    log_and_note(
        message(MessageId::iec141i, {job_, step_.statement.name, dd.name, std::string(host::volume), library}));
    abend(member_missing);
    const std::string member = dd.data_set.substr(library.size() + 1, dd.data_set.size() - library.size() - 2);
    run_.result.diagnostics.push_back(fmt::format("DD {}: library {} has no member {}{}", dd.name, library, member,
                                                  base::did_you_mean(member, session_.data_sets.members(library))));
  }

  void abend_for_missing_module() {
    StepResult& result = run_.result;
    log_and_note(message(MessageId::csv003i, {padded(result.program)}));
    log_and_note(message(MessageId::csv028i, {padded(job_), step_.statement.name}));
    const std::vector<std::string> dump = symptom_dump(log_.time());
    log_.log_lines(dump);
    note(dump);
    abend(module_missing);
    result.diagnostics.push_back(fmt::format("Ringside has no program {}; it has {}", result.program, program_names()));
  }

  /// The routing code of the message sends it to the job log and to JESYSMSG.
  void log_and_note(const std::string& line) {
    log_.log(line);
    log_.note(line);
  }

  void note_end() {
    const StepResult& result = run_.result;
    if (result.outcome == StepOutcome::abended) {
      log_.note(message(MessageId::ief472i, {job_, name_, result.abend.substr(1), abend_reason_}));
    } else {
      log_.note(message(MessageId::ief142i, {job_, name_, fmt::format("{:04}", result.condition_code)}));
    }
    note(release_notes(allocation_.dds(), result.outcome == StepOutcome::executed, spool_));
    log_.note(message(MessageId::ief373i, {padded(step_.statement.name), log_.day_and_time()}));
    log_.note(message(MessageId::ief032i, {padded(step_.statement.name), log_.day_and_time()}));
    log_.note_step_use();
  }

  racf::Session& session_;
  std::string job_;
  std::string name_;  ///< the step's name in messages
  const parser::StepStatement& step_;
  JobLog& log_;
  SpoolNames& spool_;
  Allocation allocation_;
  StepRun run_;
  std::string abend_reason_;
};

/// What a step changes besides the lab. A step may run again from its start (see Lab::in_one_piece).
class BeforeStep {
 public:
  BeforeStep(racf::Session& session, JobLog& log, SpoolNames& spool)
      : session_(session),
        log_(log),
        spool_(spool),
        prefix_(session.prefix),
        files_(session.files),
        submitted_(session.submitted),
        log_length_(log.length()),
        next_spool_number_(spool.next_number()) {}

  /// The jobs that an undone step has submitted do not run.
  void drop_submitted() const { session_.submitted = submitted_; }

  void restore() const {
    session_.prefix = prefix_;
    session_.files = files_;
    drop_submitted();
    log_.cut(log_length_);
    spool_.forget_from(next_spool_number_);
  }

 private:
  racf::Session& session_;
  JobLog& log_;
  SpoolNames& spool_;
  std::string prefix_;
  std::map<std::string, std::string> files_;
  std::vector<racf::SubmittedStream> submitted_;
  JobLog::Length log_length_;
  int next_spool_number_;
};

}  // namespace

std::string name_in_messages(const parser::StepStatement& step) {
  return step.caller.empty() ? step.statement.name : step.statement.name + " " + step.caller;
}

StepResult step_of(const parser::StepStatement& step) {
  StepResult result;
  result.name = step.qualified_name();
  result.program = step.statement.value_of("PGM");
  return result;
}

namespace {

StepRun undone_step(const parser::StepStatement& step, const std::string& job, const std::string& why, JobLog& log) {
  StepRun undone{step_of(step), {}};
  undone.result.outcome = StepOutcome::fault;
  undone.result.diagnostics.push_back("a fault of Ringside, not of the job: " + why);
  log.log(message(MessageId::rsd339i, {job, undone.result.name, why}));
  return undone;
}

}  // namespace

StepRun run_step(racf::Session& session, const std::string& job, const parser::StepStatement& step, JobLog& log,
                 SpoolNames& spool) {
  const BeforeStep before(session, log, spool);
  try {
    return session.lab.in_one_piece([&] {
      before.restore();
      auto savepoint = session.lab.savepoint();
      StepRun run = Step(session, job, step, log, spool).run();
      if (run.result.outcome == StepOutcome::jcl_error)
        before.drop_submitted();
      else
        savepoint.keep();
      return run;
    });
  } catch (const base::Fault& fault) {
    before.drop_submitted();
    return undone_step(step, job, fault.what(), log);
  } catch (const crypto::ForeignData& refused) {  // no program of the step has refused it
    before.drop_submitted();
    return undone_step(step, job, refused.what(), log);
  }
}

}  // namespace ringside::jes
