// app/commands/issue_command.cpp - ringside issue: makes many certificates, each as GENCERT would make it.
#include <array>
#include <atomic>
#include <csignal>
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/issue_names.hpp"
#include "app/output/progress.hpp"
#include "app/program.hpp"
#include "base/fault.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/keys/raw_key.hpp"
#include "emulator/jes/result_json.hpp"
#include "emulator/racf/racdcert/generate/bulk.hpp"
#include "parser/tso/command.hpp"

namespace ringside::app {
namespace {

constexpr int exit_interrupted = 130;  // the status that a shell reports for SIGINT
constexpr std::size_t most_certificates = 10'000'000;

struct IssueArguments {
  std::size_t count = 0;
  std::string csv;
  std::string algorithm = "rsa2048";
  std::string signer;
  std::string owner;
  std::string subject = "CN=host{n}.example.com";
  std::string label = "host{n}";
  std::string operands;
  std::size_t first = 1;
  unsigned threads = 0;
};

struct Algorithm {
  std::string_view name;
  std::string_view operands;      ///< operands of GENCERT; for a kind that RACF does not have, those of a similar kind
  std::string_view foreign = {};  ///< name in OpenSSL of a kind that RACF does not have
};
constexpr std::array algorithms = {
    Algorithm{"rsa1024", "RSA SIZE(1024)"}, Algorithm{"rsa2048", "RSA SIZE(2048)"},
    Algorithm{"rsa3072", "RSA SIZE(3072)"}, Algorithm{"rsa4096", "RSA SIZE(4096)"},
    Algorithm{"p256", "NISTECC SIZE(256)"}, Algorithm{"p384", "NISTECC SIZE(384)"},
    Algorithm{"p521", "NISTECC SIZE(521)"}, Algorithm{"ed25519", "NISTECC SIZE(256)", "ED25519"}};

std::string algorithm_names(std::string_view between, std::string_view before_last) {
  std::string names;
  for (const Algorithm& each : algorithms) {
    if (!names.empty()) names += &each == &algorithms.back() ? before_last : between;
    names += each.name;
  }
  return names;
}

const Algorithm& find_algorithm(const std::string& name) {
  for (const Algorithm& each : algorithms)
    if (each.name == name) return each;
  throw UsageError(fmt::format("--algorithm {}: must be {}", name, algorithm_names(", ", " or ")));
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result + "'";
}

/// "CERTAUTH", "SITE" or a user ID as an operand.
std::string owner_operand(const std::string& name) {
  const std::string upper = base::upper(name);
  return upper == "CERTAUTH" || upper == "SITE" ? upper : "ID(" + upper + ")";
}

/// The operand of SIGNWITH for "LABEL" (of CERTAUTH) or "OWNER:LABEL". SIGNWITH has no ID operand, so that a
/// certificate of a user can only sign certificates of that user.
std::string signer_operand(const std::string& signer, const std::string& owner) {
  const std::size_t colon = signer.find(':');
  const std::string who = colon == std::string::npos ? "CERTAUTH" : base::upper(signer.substr(0, colon));
  const std::string label = colon == std::string::npos ? signer : signer.substr(colon + 1);
  if (who == "CERTAUTH" || who == "SITE") return fmt::format("{} LABEL({})", who, quoted(label));
  if (who != base::upper(owner))
    throw UsageError(fmt::format("--signer {}: a certificate of a user can only sign for that user, but --owner is {}",
                                 signer, owner));
  return fmt::format("LABEL({})", quoted(label));
}

std::string gencert_text(const IssueArguments& arguments, const std::string& owner, const IssueName& name) {
  std::string subject;
  for (const crypto::NamePart& part : name.subject)
    subject += fmt::format("{}({}) ", part.attribute, quoted(part.value));
  return fmt::format("RACDCERT {} GENCERT SUBJECTSDN({}) WITHLABEL({}) {} SIGNWITH({}) {}", owner_operand(owner),
                     base::trim(subject), quoted(name.label), find_algorithm(arguments.algorithm).operands,
                     signer_operand(arguments.signer, owner), arguments.operands);
}

/// Parses a command as TSO does. Throws UsageError with the message of PARSE.
parser::Command parsed(const std::string& text) {
  auto command = parser::parse_command(parser::single_command(text));
  if (command) return std::move(*command);
  throw UsageError(fmt::format("{}: {}", base::printable(text), parser::describe(command.error().diagnostic)));
}

/// The names of all certificates: the rows of the CSV file, or a pattern with numbers.
class Names {
 public:
  Names(Program& program, const IssueArguments& arguments) : first_(arguments.first), count_(arguments.count) {
    if (arguments.csv.empty()) {
      pattern_ = {arguments.label, subject_parts(arguments.subject)};
      if (count_ > 1 && arguments.label.find("{n}") == std::string::npos)
        throw UsageError("--label must contain {n} if more than one certificate is issued");
    } else {
      rows_ = names_in_csv(arguments.csv, read_input_file(program, arguments.csv));
      count_ = rows_.size();
    }
    if (count_ == 0) throw UsageError("nothing to issue: use --count N or --csv FILE");
    if (count_ > most_certificates) throw UsageError(fmt::format("at most {} at a time", most_certificates));
  }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] IssueName at(std::size_t n) const { return rows_.empty() ? numbered(pattern_, first_ + n) : rows_[n]; }

  /// Throws UsageError for a name that GENCERT does not take. Of a pattern only the last name is checked: it is the
  /// longest.
  void check(const IssueArguments& arguments, const std::string& owner) const {
    for (std::size_t n = rows_.empty() ? count_ - 1 : 0; n < count_; ++n)
      static_cast<void>(parsed(gencert_text(arguments, owner, at(n))));
  }

  [[nodiscard]] std::string label(std::size_t n) const {
    return rows_.empty() ? numbered_label(pattern_, first_ + n) : rows_[n].label;
  }

  [[nodiscard]] racf::racdcert::BulkName bulk(std::size_t n) const {
    IssueName name = at(n);
    auto subject = crypto::DistinguishedName::from_parts(name.subject);
    if (!subject) throw UsageError(fmt::format("{}: {}", name.label, subject.error().detail));
    return {std::move(name.label), std::move(*subject)};
  }

 private:
  IssueName pattern_;
  std::vector<IssueName> rows_;
  std::size_t first_;
  std::size_t count_;
};

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

void report(Program& program, const IssueArguments& arguments, const racf::racdcert::BulkResult& result,
            std::size_t asked, double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(result.issued) / seconds : 0;
  if (program.options.json) {
    auto json = jes::command_json(result.reply);
    json["issued"] = result.issued;
    json["asked"] = asked;
    return program.print_json(json);
  }
  for (const std::string& line : result.reply.shown()) fmt::print(program.out(), "{}\n", base::printable(line));
  for (const std::string& remark : result.reply.diagnostics)
    fmt::print(program.error(), "  {}\n", base::printable(remark));
  fmt::print(program.out(), "issued {} of {} certificates ({}) in {:.3f} s: {:.1f} per second\n", result.issued, asked,
             arguments.algorithm, seconds, rate);
}

/// Orders keys of a kind that RACF does not have, since partners may use them. Returns the remark that says so; throws
/// UsageError without --lenient.
std::string order_foreign_key(Program& program, const Algorithm& algorithm, racf::racdcert::BulkOrder& order) {
  const std::string what = fmt::format("--algorithm {}: RACF has no such keys", algorithm.name);
  if (!program.options.lenient) throw UsageError(what + "; --lenient makes them");
  order.key = [kind = std::string(algorithm.foreign)](const base::Randomness& randomness) {
    return *crypto::generate_raw_key(kind, randomness);
  };
  return what + "; only other programs can use these certificates";
}

void issue(Program& program, const IssueArguments& arguments) {
  if (!arguments.csv.empty() && arguments.count != 0) throw UsageError("--count and --csv cannot be used together");
  if (arguments.signer.empty()) throw UsageError("--signer is missing: use the label of a CA, or OWNER:LABEL");
  racf::Session session = program.session();
  const std::string owner = arguments.owner.empty() ? session.user : arguments.owner;
  const Names names(program, arguments);
  names.check(arguments, owner);
  Progress progress(program.error(), program.shows_progress(), names.count());
  racf::racdcert::BulkOrder order;
  order.count = names.count();
  order.name = [&names](std::size_t n) { return names.bulk(n); };
  order.label = [&names](std::size_t n) { return names.label(n); };
  order.threads = arguments.threads;
  order.committed = [&progress](std::size_t done) { progress.show(done); };
  order.stop = &interrupted;
  const Algorithm& algorithm = find_algorithm(arguments.algorithm);
  const std::string remark = algorithm.foreign.empty() ? "" : order_foreign_key(program, algorithm, order);
  const InterruptGuard guard;
  racf::racdcert::BulkResult result =
      racf::racdcert::issue_in_bulk(session, parsed(gencert_text(arguments, owner, names.at(0))), order);
  progress.clear();
  if (!remark.empty()) result.reply.diagnostics.push_back(remark);
  report(program, arguments, result, names.count(), progress.seconds());
  program.status = result.reply.return_code;
  if (interrupted && result.issued < names.count()) program.status = exit_interrupted;
}

std::vector<Option> issue_options(IssueArguments& arguments) {
  const ValueRules shown{.shows_default = true};
  return {
      {"--count", &arguments.count, "number of certificates"},
      {"--csv",
       &arguments.csv,
       "CSV file of names instead: columns label, CN, T, OU, O, L, SP, C; '-' is standard input",
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
      {"--operands", &arguments.operands, "more operands of GENCERT, such as \"NOTAFTER(DATE(2030-12-31))\""},
      {"--threads", &arguments.threads, "threads that make keys; 0: one per processor", shown},
  };
}

}  // namespace

Command issue_command(Program& program) {
  auto arguments = std::make_shared<IssueArguments>();
  return {
      .name = "issue",
      .about = "issue many certificates, each as GENCERT makes it",
      .notes = "Exit status: the return code of GENCERT; 130 after Ctrl-C, which keeps everything that is committed.",
      .examples = {"ringside --lab my.lab issue --count 1000 --algorithm p256 --owner SRV --signer 'Our CA'"},
      .options = issue_options(*arguments),
      .run = [&program, arguments] { issue(program, *arguments); },
      .takes_global_options = true};
}

}  // namespace ringside::app
