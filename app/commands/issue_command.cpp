// app/commands/issue_command.cpp - ringside issue: makes many certificates, each as GENCERT would make it.
#include <atomic>
#include <csignal>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <span>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/issue_gencert.hpp"
#include "app/output/certificate_files.hpp"
#include "app/output/progress.hpp"
#include "app/password.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "base/worker_pool.hpp"
#include "emulator/crypto/keys/raw_key.hpp"
#include "emulator/jes/result_json.hpp"
#include "emulator/racf/racdcert/certificates/chain.hpp"

namespace ringside::app {
namespace {

constexpr int exit_interrupted = 130;  // the status that a shell reports for SIGINT

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

/// While an object exists, Ctrl-C stops the run after the certificates in progress.
class InterruptGuard {
 public:
  InterruptGuard() {
    interrupted = false;
    before_ = std::signal(SIGINT, [](int) { interrupted = true; });
  }
  ~InterruptGuard() { std::signal(SIGINT, before_); }
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

 private:
  void (*before_)(int) = SIG_DFL;
};

/// What a run has done. `there` certificates were in the lab before.
struct Outcome {
  racf::racdcert::BulkResult result;
  std::size_t asked = 0, there = 0;
  double seconds = 0;
};

void report_json(Program& program, const IssueArguments& arguments, const Outcome& outcome, Rehearsal& rehearsal) {
  base::Json counts = {{"issued", outcome.result.issued}, {"asked", outcome.asked}};
  if (arguments.resume) counts["there"] = outcome.there;
  auto json = jes::command_json(outcome.result.reply);
  json.update(counts);
  auto results = base::Json::array({json});
  rehearsal.tell(results, counts);
  program.print_json("issue", std::move(results), counts);
}

void report(Program& program, const IssueArguments& arguments, const Outcome& outcome, Rehearsal& rehearsal) {
  if (program.options.json) return report_json(program, arguments, outcome, rehearsal);
  const auto& [result, asked, there, seconds] = outcome;
  const double rate = seconds > 0 ? static_cast<double>(result.issued) / seconds : 0;
  for (const std::string& line : result.reply.shown()) fmt::print(program.out(), "{}\n", base::printable(line));
  for (const std::string& remark : result.reply.diagnostics)
    fmt::print(program.error(), "  {}\n", base::printable(remark));
  const std::string before = arguments.resume ? fmt::format(", {} were there", there) : "";
  fmt::print(program.out(), "issued {} of {} certificates ({}){} in {:.3f} s: {:.1f} per second\n", result.issued,
             asked, arguments.algorithm, before, seconds, rate);
  base::Json nothing;
  rehearsal.tell(nothing, nothing);
}

std::string no_such_keys(const Algorithm& algorithm) {
  return fmt::format("--algorithm {}: RACF has no such keys", algorithm.name);
}

/// Throws UsageError without --lenient.
void require_racf_keys(const Program& program, const Algorithm& algorithm) {
  if (!algorithm.foreign.empty() && !program.options.lenient)
    throw UsageError(no_such_keys(algorithm) + "; --lenient makes them");
}

/// Orders keys of a kind that RACF does not have, since partners may use them. Returns the remark that says so.
std::string order_foreign_key(const Algorithm& algorithm, racf::racdcert::BulkOrder& order) {
  order.key = [kind = std::string(algorithm.foreign)](const base::Randomness& randomness) {
    return *crypto::generate_raw_key(kind, randomness);
  };
  return no_such_keys(algorithm) + "; only other programs can use these certificates";
}

constexpr const char* how_to_go_on = "the same command with --resume goes on";

/// The files of --out, written on several threads.
class Delivery {
 public:
  Delivery(racf::Session& session, const IssueArguments& arguments, std::optional<base::Secret> password)
      : session_(session),
        now_(session.lab.now().time_since_epoch().count() * 1000),
        files_(arguments.out, std::move(password)),
        pool_(arguments.threads) {}

  /// Throws UsageError if the files of one of the certificates from number `from` on exist.
  void require_new(const IssueOrder& names, std::size_t from) const {
    for (std::size_t n = from; n < names.count(); ++n)
      if (const auto existing = files_.existing(names.label(n)))
        throw UsageError(fmt::format("--out: {} exists already", base::printable(*existing)));
  }

  /// Writes the files that are not there yet. All certificates have the same issuers.
  void write(std::span<const database::CertificateRecord> records) {
    if (!issuers_ && !records.empty()) find_issuers(records.front());
    std::vector<std::future<void>> written;
    for (const database::CertificateRecord& record : records)
      written.push_back(pool_.submit([this, &record] { write(record); }));
    for (std::future<void>& each : written) each.wait();  // the records must outlive every thread
    for (std::future<void>& each : written) each.get();
  }

  void sync() const { files_.sync(); }

 private:
  void find_issuers(const database::CertificateRecord& record) {
    racf::Context context(session_);
    issuers_.emplace();
    for (const auto& stored : racf::racdcert::chain_of(context, racf::racdcert::load(record)))
      if (stored.record.id != record.id) issuers_->push_back(stored.certificate);
  }

  void write(const database::CertificateRecord& record) const {
    const auto randomness = session_.lab.randomness(session_.system.name + "/export/" + record.label, 0);
    files_.write(record, *issuers_, *randomness, now_);
  }

  racf::Session& session_;
  std::int64_t now_;  // in milliseconds; the threads cannot ask the lab
  CertificateFiles files_;
  std::optional<std::vector<crypto::Certificate>> issuers_;
  base::WorkerPool pool_;
};

std::optional<base::Secret> password_of(Program& program, const IssueArguments& arguments) {
  const bool needs = arguments.format == "pkcs12";
  if (arguments.out.empty() && (needs || !arguments.password_from.empty()))
    throw UsageError("--format and --password-from are for --out FOLDER");
  if (!needs && !arguments.password_from.empty()) throw UsageError("--password-from is for --format pkcs12");
  if (!needs) return std::nullopt;
  if (arguments.password_from.empty())
    throw UsageError("--format pkcs12 needs --password-from file:PATH, env:NAME or stdin");
  const std::string password = password_from(program, "--password-from", arguments.password_from);
  if (password.size() < shortest_password)
    throw UsageError("--password-from: a pkcs12 file needs a password of at least 6 characters");
  return base::Secret(password);
}

/// Finds the certificates that the lab has already: those at the beginning of the order, since a run stores them in
/// order. Each must be what the order would make. Calls `found` for each of them.
std::size_t find_issued(racf::Session& session, const IssueArguments& arguments, const IssueOrder& names,
                        const std::function<void(const database::CertificateRecord&)>& found) {
  const auto reading = session.lab.savepoint();
  const auto owner = owner_in_database(arguments.owner);
  const SignerName signed_by = signer_name(arguments.signer);
  const auto signer = session.database.certificates.by_label(signed_by.owner, signed_by.label);
  for (std::size_t n = 0; n < names.count(); ++n) {
    const auto record = session.database.certificates.by_label(owner, names.label(n));
    if (!record) return n;
    const auto certificate = crypto::Certificate::from_stored(record->der);
    const bool is_ours = record->subject == names.name(n).subject.der() && signer && record->private_key &&
                         certificate.issuer().der() == signer->subject;
    if (!is_ours)
      throw UsageError(fmt::format("--resume: the certificate '{}' exists, but with another subject or signer",
                                   base::printable(record->label)));
    found(*record);
  }
  return names.count();
}

/// Runs the order from certificate `there` on.
racf::racdcert::BulkResult issue_rest(racf::Session& session, const IssueArguments& arguments, const IssueOrder& names,
                                      std::size_t there, Delivery* delivery, Progress& progress) {
  std::size_t done = there;
  racf::racdcert::BulkOrder order;
  order.count = names.count() - there;
  order.name = [&](std::size_t n) { return names.name(there + n); };
  order.label = [&](std::size_t n) { return names.label(there + n); };
  order.threads = arguments.threads;
  order.committed = [&](std::span<const database::CertificateRecord> records) {
    done += records.size();
    if (delivery != nullptr) delivery->write(records);
    progress.show(done);
  };
  order.stop = &interrupted;
  const Algorithm& algorithm = find_algorithm(arguments.algorithm);
  const std::string remark = algorithm.foreign.empty() ? "" : order_foreign_key(algorithm, order);
  racf::racdcert::BulkResult result;
  try {
    result = racf::racdcert::issue_in_bulk(session, names.gencert(std::min(there, names.count() - 1)), order);
    if (delivery != nullptr) delivery->sync();
  } catch (const OutputError& e) {
    throw OutputError(
        fmt::format("{}; {} of {} certificates are in the lab, {}", e.what(), done, names.count(), how_to_go_on));
  }
  if (!remark.empty()) result.reply.diagnostics.push_back(remark);
  return result;
}

void issue(Program& program, IssueArguments arguments) {
  if (!arguments.csv.empty() && arguments.count != 0) throw UsageError("--count and --csv cannot be used together");
  if (arguments.signer.empty()) throw UsageError("--signer is missing: use the label of a CA, or OWNER:LABEL");
  std::optional<base::Secret> password = password_of(program, arguments);
  if (arguments.owner.empty()) arguments.owner = base::upper(program.options.user);
  const IssueOrder names(program, arguments);
  require_racf_keys(program, find_algorithm(arguments.algorithm));
  Rehearsal rehearsal(program, arguments.rehearsal);  // from here on there is a lab
  racf::Session session = program.untold_session();
  const bool writes = !arguments.rehearsal.dry_run;
  std::optional<Delivery> delivery;
  if (!arguments.out.empty() && (writes || std::filesystem::is_directory(arguments.out)))
    delivery.emplace(session, arguments, std::move(password));
  Progress progress(program.error(), program.shows_progress(), names.count());
  Outcome outcome{.result = {}, .asked = names.count()};
  std::vector<database::CertificateRecord> found;
  if (arguments.resume)
    outcome.there = find_issued(session, arguments, names, [&](const auto& record) {
      if (delivery) found.push_back(record);
    });
  if (delivery) delivery->require_new(names, outcome.there);
  if (!writes) delivery.reset();
  program.tell_new_lab();
  if (delivery) delivery->write(found);
  const InterruptGuard guard;
  outcome.result = issue_rest(session, arguments, names, outcome.there, delivery ? &*delivery : nullptr, progress);
  progress.clear();
  outcome.seconds = progress.seconds();
  const bool is_stopped = interrupted && outcome.there + outcome.result.issued < names.count();
  if (is_stopped) outcome.result.reply.diagnostics.emplace_back(how_to_go_on);
  program.status = is_stopped ? exit_interrupted : outcome.result.reply.return_code;
  report(program, arguments, outcome, rehearsal);
}

std::vector<Option> issue_options(IssueArguments& arguments) {
  const ValueRules shown{.shows_default = true};
  std::vector<Option> options = {
      {"--count", &arguments.count, "number of certificates"},
      {"--csv",
       &arguments.csv,
       "CSV file of names instead: columns label; CN, T, OU, O, L, SP, C; DOMAIN, IP, EMAIL, URI for ALTNAME; '-' is "
       "standard input",
       {.type = "FILE"}},
      {"--algorithm",
       &arguments.algorithm,
       algorithm_names("|", "|") + "; RACF itself does not support ed25519",
       {.shows_default = true}},
      {"--signer", &arguments.signer,
       "label of a CERTAUTH certificate, or OWNER:LABEL with CERTAUTH, SITE or the ID of the owner"},
      {"--owner", &arguments.owner, "user ID, SITE or CERTAUTH; the user of --user if not given"},
      {"--subject", &arguments.subject, "subject; {n} stands for the number", shown},
      {"--label", &arguments.label, "label; {n} stands for the number", shown},
      {"--first", &arguments.first, "the first number", shown},
      {"--operands", &arguments.operands,
       "more operands of GENCERT, such as \"NOTAFTER(DATE(2030-12-31)) ALTNAME(DOMAIN('host{n}.example.com'))\""},
      {"--resume", &arguments.resume, "go on where a run of the same command was stopped"},
      {"--out",
       &arguments.out,
       "folder for files named after the labels: LABEL.pem, the certificate with its issuers, and LABEL.key",
       {.type = "FOLDER"}},
      {"--format",
       &arguments.format,
       "pkcs12: LABEL.p12 instead of the two files of --out",
       {.choices = {"pem", "pkcs12"}, .any_case = true, .shows_default = true}},
      {"--password-from",
       &arguments.password_from,
       "where the password of pkcs12 is: file:PATH (its first line), env:NAME or stdin",
       {.type = "PLACE"}},
      {"--threads", &arguments.threads, "threads that make keys; 0: one per processor", shown},
  };
  append(options, rehearsal_options(arguments.rehearsal));
  return options;
}

}  // namespace

Command issue_command(Program& program) {
  auto arguments = std::make_shared<IssueArguments>();
  return {
      .name = "issue",
      .about = "issue many certificates, each as GENCERT makes it",
      .notes =
          "Exit status: the return code of GENCERT; 130 after Ctrl-C, which keeps everything that is committed. Files "
          "that exist are not overwritten.",
      .examples =
          {"ringside --lab my.lab issue --count 1000 --algorithm p256 --owner SRV --signer 'Our CA' --out certs"},
      .options = issue_options(*arguments),
      .run = [&program, arguments] { issue(program, *arguments); },
      .takes_global_options = true,
      .makes_lab = true};
}

}  // namespace ringside::app
