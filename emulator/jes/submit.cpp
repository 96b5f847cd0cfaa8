// emulator/jes/submit.cpp - a job from its JOB statement to its last step.
#include "emulator/jes/submit.hpp"

#include <deque>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/text.hpp"
#include "emulator/host/records.hpp"
#include "emulator/jes/branching.hpp"
#include "emulator/jes/job_log.hpp"
#include "emulator/jes/kept_jobs.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/jes/prepare.hpp"
#include "emulator/jes/spool_names.hpp"
#include "emulator/jes/step.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/tso/submit.hpp"

namespace ringside::jes {
namespace {

constexpr std::size_t most_submitted = 100;  // by SUBMIT, and by the jobs that it starts
// The defaults of JES2 and ALLOCxx, as in a captured job of z/OS 3.1.
constexpr const char* job_settings = "         SWA=ABOVE,TIOT SIZE=32K,DSENQSHR=DISALLOW,GDGBIAS=JOB";

/// Why this user cannot run a job; nullopt if the user can.
std::optional<std::string> log_on_refusal(const racf::Session& session, const std::string& name) {
  const auto user = session.database.users.find(name);
  if (!user) return "IS NOT DEFINED TO RACF";
  if (user->attributes.contains("REVOKED")) return "IS REVOKED";
  return std::nullopt;
}

/// Why the submitter may not submit a job for this user; nullopt if it may.
std::optional<std::string> surrogate_refusal(racf::Session& submitter, const std::string& user) {
  if (user == submitter.user) return std::nullopt;
  racf::Context context(submitter);
  const auto decision = racf::access_to(context, "SURROGAT", user + ".SUBMIT");
  if (decision.allowed >= racf::AccessLevel::read || decision.warning) return std::nullopt;
  return "MAY NOT BE USED BY " + submitter.user;
}

std::string name_of(const JobCard& card) {
  return card.name.empty() ? "NONAME" : card.name;
}

class JobRun {
 public:
  JobRun(racf::Session& submitter, PreparedJob prepared, std::string id)
      : session_(submitter.lab, submitter.system, prepared.card.user),
        prepared_(std::move(prepared)),
        branching_(prepared_.job.conditions),
        log_(submitter.lab, submitter.system.name, id),
        spool_(prepared_.job, fmt::format("{}.{}.{}", prepared_.card.user, name_of(prepared_.card), id)) {
    result_.name = name_of(prepared_.card);
    result_.id = std::move(id);
    result_.user = prepared_.card.user;
    result_.system = submitter.system.name;
    result_.job_class = prepared_.card.job_class;
    result_.diagnostics = std::move(prepared_.diagnostics);
  }

  JobResult run() {
    const bool runs = may_run();
    if (runs) {
      start();
      run_steps();
      end();
      if (!prepared_.card.all_messages && result_.status == JobStatus::completed) log_.forget_notes();
    }
    result_.spool = log_.finish(prepared_, std::move(output_), runs);
    return std::move(result_);
  }

  /// The result of a job that waits.
  JobResult wait() {
    result_.status = JobStatus::held;
    return std::move(result_);
  }

  /// A job for another user is refused with this cause.
  void refuse_surrogate(std::optional<std::string> cause) { surrogate_refusal_ = std::move(cause); }

  /// The jobs that its steps have submitted.
  [[nodiscard]] std::vector<racf::SubmittedStream> take_submitted() { return std::exchange(session_.submitted, {}); }

 private:
  bool may_run() {
    log_.list_conversion(prepared_.job);
    if (!prepared_.job.errors.empty()) {
      refuse_for_errors();
      return false;
    }
    if (const auto cause = log_on_refusal(session_, session_.user)) {
      refuse_user(*cause,
                  fmt::format("the job runs as {}, who {}", session_.user,
                              *cause == "IS REVOKED" ? "is revoked" : "does not exist in the database of this system"));
      return false;
    }
    if (surrogate_refusal_) {
      refuse_user(
          *surrogate_refusal_,
          fmt::format("the job runs as {0}: its submitter needs READ to {0}.SUBMIT in class SURROGAT", session_.user));
      return false;
    }
    if (prepared_.card.scan_only) result_.status = JobStatus::scanned;
    return !prepared_.card.scan_only;
  }

  void refuse_user(const std::string& cause, std::string remark) {
    result_.status = JobStatus::security_error;
    log_.log(message(MessageId::rsd336i, {result_.name, session_.user, cause}));
    result_.diagnostics.push_back(std::move(remark));
  }

  void refuse_for_errors() {
    result_.status = JobStatus::jcl_error;
    log_.log(message(MessageId::iefc452i, {result_.name}));
    for (const parser::JclError& error : prepared_.job.errors) {
      parser::Diagnostic shown = error.diagnostic;
      shown.text = error.message.id + " " + error.message.text + ": " + shown.text;
      result_.diagnostics.push_back(parser::describe(shown));
    }
  }

  void start() {
    log_.log(message(MessageId::irr010i, {padded(session_.user)}));
    log_last_access();
    log_.log(
        message(MessageId::hasp373, {padded(result_.name), padded(prepared_.card.job_class), session_.system.name}));
    log_.log(message(MessageId::ief403i, {result_.name, log_.time()}));
    log_.note(message(MessageId::iefa111i, {result_.name}));
    log_.note(job_settings);
    started_ = log_.day_and_time();
    result_.started = session_.lab.now();
  }

  // RACF reports the last access of the user; there is none at the first job.
  void log_last_access() {
    const std::string setting = fmt::format("last_access {} {}", session_.system.database, session_.user);
    database::Systems& systems = session_.lab.systems();
    if (const std::string before = systems.setting(setting); !before.empty()) {
      const auto then = base::to_local(base::Instant{std::chrono::seconds{std::stoll(before)}}, session_.lab.zone());
      const std::string line =
          message(MessageId::ich70001i, {padded(session_.user), JobLog::spoken_time(then), JobLog::spoken_date(then)});
      log_.log(line);
      log_.note(line);
    }
    systems.set_setting(setting, std::to_string(session_.lab.now().time_since_epoch().count()));
  }

  void run_steps() {
    bool before_restart = !prepared_.card.restart.empty();
    for (std::size_t at = 0; at < prepared_.job.steps.size(); ++at) {
      const parser::StepStatement& step = prepared_.job.steps[at];
      before_restart = before_restart && step.qualified_name() != prepared_.card.restart;
      if (before_restart) continue;
      if (has_failed()) {
        pass_over(step, StepOutcome::flushed);
      } else if (const auto condition = branching_.kept_out_by(step, earlier_)) {
        pass_over_branch(step, prepared_.job.conditions[*condition].statement.number);
      } else if (const auto outcome = kept_from_running(prepared_.conditions[at], branching_.may_follow_abend(step))) {
        pass_over(step, *outcome);
      } else {
        take(run_step(session_, result_.name, step, log_, spool_));
      }
    }
  }

  [[nodiscard]] bool has_abended() const { return !result_.abend.empty(); }

  /// After a failed allocation or a base::Fault no step runs, even if its COND allows it.
  [[nodiscard]] bool has_failed() const {
    return result_.status == JobStatus::jcl_error || result_.status == JobStatus::fault;
  }

  /// The outcome if COND or an earlier abend prevents the step. Inside an IF that tests ABEND, steps run after an
  /// abend.
  std::optional<StepOutcome> kept_from_running(const Condition& condition, bool may_follow_abend) {
    using AfterAbend = Condition::AfterAbend;
    bypass_the_rest_ = bypass_the_rest_ || is_true(prepared_.card.condition, earlier_);
    if (bypass_the_rest_) return StepOutcome::bypassed;
    if (has_abended() && condition.after_abend == AfterAbend::bypass && !may_follow_abend) return StepOutcome::flushed;
    if (!has_abended() && condition.after_abend == AfterAbend::only) return StepOutcome::bypassed;
    if (is_true(condition, earlier_)) return StepOutcome::bypassed;
    return std::nullopt;
  }

  void pass_over_branch(const parser::StepStatement& step, int statement) {
    log_.note(message(MessageId::ief206i, {result_.name, name_in_messages(step), std::to_string(statement)}));
    pass_over(step, StepOutcome::bypassed, false);
  }

  void pass_over(const parser::StepStatement& step, StepOutcome outcome, bool by_code = true) {
    StepResult result = step_of(step);
    result.outcome = outcome;
    const std::string name = name_in_messages(step);
    if (outcome == StepOutcome::bypassed && by_code) log_.note(message(MessageId::ief202i, {result_.name, name}));
    log_.note(message(MessageId::ief272i, {result_.name, name}));
    earlier_.push_back({result.name, std::nullopt, {}});
    result_.steps.push_back(std::move(result));
  }

  void take(StepRun run) {
    StepResult& step = run.result;
    const bool executed = step.outcome == StepOutcome::executed;
    earlier_.push_back({step.name, executed ? std::optional(step.condition_code) : std::nullopt, step.abend});
    if (step.outcome == StepOutcome::abended) {
      if (!has_abended()) result_.abend = step.abend;
      result_.status = JobStatus::abended;
    }
    if (step.outcome == StepOutcome::jcl_error) result_.status = JobStatus::jcl_error;
    if (step.outcome == StepOutcome::fault) result_.status = JobStatus::fault;
    result_.steps.push_back(std::move(step));
    output_.insert(output_.end(), std::make_move_iterator(run.output.begin()),
                   std::make_move_iterator(run.output.end()));
  }

  void end() {
    log_.note(message(MessageId::ief375i, {padded(result_.name), started_}));
    log_.note(message(MessageId::ief033i, {padded(result_.name), log_.day_and_time()}));
    log_.note_job_use();
    // IEF453I has reported the end already.
    if (result_.status != JobStatus::jcl_error) log_.log(message(MessageId::ief404i, {result_.name, log_.time()}));
    log_.log(message(MessageId::hasp395, {padded(result_.name), end_code()}));
  }

  [[nodiscard]] std::string end_code() const {
    if (result_.status == JobStatus::abended) return "ABEND=" + result_.abend;
    if (result_.status == JobStatus::jcl_error) return "JCL ERROR";
    if (result_.status == JobStatus::fault) return "FAULT";
    return fmt::format("RC={:04}", result_.condition_code());
  }

  racf::Session session_;
  PreparedJob prepared_;
  Branching branching_;
  JobLog log_;
  SpoolNames spool_;
  JobResult result_;
  std::vector<SpoolFile> output_;
  std::vector<EarlierStep> earlier_;
  std::string started_;
  std::optional<std::string> surrogate_refusal_;
  bool bypass_the_rest_ = false;
};

/// Procedures come from folders first, then from the libraries of the lab.
parser::JclEnvironment environment_of(const racf::Session& submitter, const Submission& submission) {
  const host::DataSets& data_sets = submitter.data_sets;
  const Libraries& libraries = submission.libraries;
  const auto has_library = [&](const std::string& library) {
    if (libraries.has(library)) return true;
    const auto found = data_sets.find(library);
    return found && found->is_library;
  };
  const auto member = [&](const std::string& library, const std::string& name) -> std::optional<std::string> {
    if (auto text = libraries.member(library, name)) return text;
    const auto found = data_sets.find(base::member_of(library, name));
    return found ? host::text_of(*found) : std::nullopt;
  };
  const auto texts = submitter.lab.rules().lenient ? parser::Texts::compared : parser::Texts::refused;
  return {submitter.user, has_library, member, texts, submission.symbols};
}

/// The records of each job of a stream: from its JOB statement to the next one.
std::vector<std::string> sources_of(std::string_view stream, const std::vector<parser::Job>& jobs) {
  std::vector<std::string> sources(jobs.size());
  int number = 0;
  std::size_t at = 0;
  for (const std::string& line : base::lines(stream)) {
    ++number;
    while (at + 1 < jobs.size() && jobs[at + 1].statement.where.line <= number) ++at;
    sources[at] += line + '\n';
  }
  return sources;
}

/// Runs jobs, and after them the jobs that they submit.
class JobQueue {
 public:
  JobQueue(racf::Session& submitter, const Submission& submission)
      : submitter_(submitter), submission_(submission), correlator_(submission.user_correlator) {}

  /// Jobs with TYPRUN=HOLD run too.
  void release_held() { releases_ = true; }

  /// `ids` are the numbers of the jobs; the next ones of the system if it is empty.
  void run(racf::Session& submitter, std::string_view stream, const std::vector<std::string>& ids = {}) {
    std::vector<parser::Job> jobs = parser::parse_jobs(stream, environment_of(submitter, submission_));
    std::vector<std::string> sources = sources_of(stream, jobs);
    for (std::size_t at = 0; at < jobs.size(); ++at) {
      const std::string id = at < ids.size() ? ids[at] : tso::next_job_id(submitter);
      results_.push_back(run_job(submitter, std::move(jobs[at]), id));
      keep_job(submitter.lab, results_.back(),
               {submitter.user, std::move(sources[at]), submission_.symbols, std::exchange(correlator_, {})});
    }
  }

  /// Runs what has been submitted. A job that submits itself would never end, so there is a limit.
  std::vector<JobResult> finish(std::vector<racf::SubmittedStream> submitted = {}) {
    releases_ = false;
    for (racf::SubmittedStream& each : submitted) waiting_.push_back(std::move(each));
    for (std::size_t count = 0; !waiting_.empty(); ++count) {
      if (count == most_submitted) {
        results_.back().diagnostics.push_back(fmt::format("jobs have submitted more than {} others; {} was not run",
                                                          count, waiting_.front().ids.front()));
        break;
      }
      const racf::SubmittedStream next = std::move(waiting_.front());
      waiting_.pop_front();
      racf::Session submitter(submitter_.lab, submitter_.system, next.user);
      run(submitter, next.jcl, next.ids);
    }
    return std::move(results_);
  }

 private:
  JobResult run_job(racf::Session& submitter, parser::Job job, const std::string& id) {
    PreparedJob prepared = prepare(std::move(job), submitter.user, submission_.job_class);
    const bool waits = prepared.card.held && !releases_ && prepared.job.errors.empty();
    const std::string user = prepared.card.user;
    JobRun run(submitter, std::move(prepared), id);
    if (submission_.checks_surrogates) run.refuse_surrogate(surrogate_refusal(submitter, user));
    if (waits) return run.wait();
    JobResult result = run.run();
    for (racf::SubmittedStream& each : run.take_submitted()) waiting_.push_back(std::move(each));
    return result;
  }

  racf::Session& submitter_;
  const Submission& submission_;
  bool releases_ = false;
  std::string correlator_;  ///< for the next job
  std::deque<racf::SubmittedStream> waiting_;
  std::vector<JobResult> results_;
};

}  // namespace

std::vector<JobResult> submit(racf::Session& submitter, std::string_view stream, const Submission& submission) {
  JobQueue queue(submitter, submission);
  queue.run(submitter, stream);
  return queue.finish();
}

std::vector<JobResult> submit(racf::Session& submitter, std::string_view stream, const Libraries& libraries) {
  return submit(submitter, stream, Submission{libraries});
}

std::vector<JobResult> release(racf::Session& on, const database::JobRecord& job) {
  const auto stream = on.lab.spool_files().content(job.system, job.id, database::job_stream_number);
  if (!stream) return {};
  const Submission submission{{}, symbols_of(job), job.job_class, true};
  racf::Session submitter(on.lab, on.system, job.submitter);
  JobQueue queue(submitter, submission);
  queue.release_held();
  queue.run(submitter, *stream, {job.id});
  return queue.finish();
}

std::vector<JobResult> run_submitted(racf::Session& session, const Libraries& libraries) {
  return run_submitted(session, Submission{libraries});
}

std::vector<JobResult> run_submitted(racf::Session& session, const Submission& submission) {
  if (session.submitted.empty()) return {};
  return JobQueue(session, submission).finish(std::exchange(session.submitted, {}));
}

}  // namespace ringside::jes
