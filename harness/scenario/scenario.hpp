// harness/scenario/scenario.hpp - a scenario as read from its file: a world, steps, and what they must show.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <variant>
#include <vector>

#include "base/secret.hpp"
#include "base/time.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/hosttools/openssl/run.hpp"
#include "emulator/jes/libraries.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/trust/endpoint.hpp"
#include "harness/trust/reason.hpp"
#include "harness/trust/trust.hpp"
#include "parser/lexical/diagnostic.hpp"

namespace ringside::harness {

/// A value with its place in the file, so that a failed expectation can point there.
template <typename T>
struct Placed {
  T value{};
  parser::Position where{};
};

/// A message that must appear: its number, and texts that must stand in it in this order.
struct MessageExpectation {
  std::string id;
  std::vector<std::string> inserts;
  parser::Position where;
};

/// A regular expression as written, and as it searches one line.
struct Pattern {
  std::string text;
  std::regex expression;
};

/// A file that holds an output whole.
struct Golden {
  std::string name;  ///< as the scenario writes it
  std::filesystem::path path;
  std::optional<std::string> content;  ///< nothing if there is no such file yet
};

struct OutputExpectation {
  std::vector<Placed<std::string>> contains;
  std::vector<Placed<std::string>> lacks;
  std::vector<Placed<Pattern>> matches;
  std::optional<Placed<std::string>> exact;
  std::optional<Placed<Golden>> golden;
};

/// Of one command. Messages, where they are given, are all that it prints, in order.
struct CommandExpectation {
  std::optional<Placed<std::string>> command;  ///< text that the command contains: which of a job's commands is meant
  Placed<int> rc;
  std::optional<Placed<int>> fails_from;  ///< it must fail: any code from this one on; then `rc` does not count
  std::optional<Placed<std::vector<MessageExpectation>>> messages;
  std::vector<Placed<std::string>> remarks;  ///< texts that Ringside's remarks contain
  OutputExpectation output;
  parser::Position where;
};

/// The end of a job or step as z/OSMF shows it: "CC 0008", "JCL ERROR", "ABEND S806"; of a step also "BYPASSED".
using ConditionCode = std::string;

struct JobStepExpectation {
  std::string name;
  Placed<ConditionCode> cc;
};

struct JobExpectation {
  Placed<ConditionCode> cc;
  std::optional<parser::Position> must_fail;  ///< 8 or higher, an abend or an error; then `cc` does not count
  std::vector<JobStepExpectation> steps;
  std::optional<Placed<std::vector<CommandExpectation>>> commands;  ///< of all steps, in order, each of them
  std::vector<Placed<std::string>> remarks;                         ///< on the job, its steps or their commands
  OutputExpectation output;                                         ///< of the whole spool
};

struct MemberExpectation {
  std::string owner;  ///< user ID, irrcerta or irrsitec
  std::string label;
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
};

struct RingExpectation {
  std::string system;
  racf::RingName ring;
  bool exists = true;
  std::optional<Placed<std::vector<MemberExpectation>>> members;  ///< all of them, in any order
  parser::Position where;
};

struct CertificateExpectation {
  std::string system;
  std::string owner;
  std::string label;
  bool exists = true;
  std::optional<Placed<database::Status>> status;
  std::optional<Placed<bool>> private_key;
  std::optional<Placed<std::string>> not_before, not_after;    ///< as RACDCERT LIST writes them, or its date alone
  std::optional<Placed<std::string>> serial, subject, issuer;  ///< names as RACDCERT LIST writes them
  parser::Position where;
};

struct LinkExpectation {
  std::string client, server;
  Reason verdict = Reason::trusted;
  std::optional<Side> refused_by;
  std::optional<Placed<std::string>> openssl;  ///< text that OpenSSL's words contain
  parser::Position where;
  std::optional<Placed<std::string>> explanation{};  ///< text that the explanation of a refusal contains
};

/// A link that breaks or begins to hold.
struct ChangeExpectation {
  base::Instant on{};
  bool whole_day = false;  ///< any second of that day
  std::string client, server;
  Reason verdict = Reason::trusted;
  parser::Position where;
};

struct TrustExpectation {
  std::optional<Placed<std::vector<LinkExpectation>>> matrix;     ///< every pair
  std::vector<LinkExpectation> links;                             ///< some pairs
  std::optional<parser::Position> must_fail;                      ///< every link is refused
  std::vector<Placed<std::string>> remarks;                       ///< texts that the remarks contain
  std::optional<Placed<std::vector<ChangeExpectation>>> changes;  ///< every change in the time looked at
};

struct SubmitJob {
  std::string source;  ///< the file's name, or "inline job"
  std::string text;
  JobExpectation expect;
};

struct TsoCommands {
  struct Command {
    std::string text;
    CommandExpectation expect;
  };
  std::vector<Command> commands;
};

struct TransferDataSet {
  std::string data_set;
  std::string from, to;
  std::string as;  ///< the name on the receiving system
};

/// A data set into a file of a host, or a file into a data set: what FTP does between z/OS and the others.
struct TransferFile {
  std::string data_set, system;
  std::string host, path;
  bool to_file = false;
  bool text = false;  ///< IBM-1047 in the data set, UTF-8 in the file; else octets as they are
  std::string owner;  ///< of the file; empty: the step's user
};

/// Closes the lab's file and opens it again: what was only in memory is gone.
struct ReopenLab {};

struct MoveClock {
  base::Instant to{};
};

struct CheckTrust {
  std::vector<Endpoint> endpoints;  ///< every ring with members, if there are none
  TrustOptions options;
  std::optional<base::Instant> until;  ///< how far ahead it looks
  TrustExpectation expect;
};

/// Lines of a procedure on a host. Working directory and exported variables last until the scenario's end, for each
/// user of each system.
struct ShellCommands {
  struct Command {
    std::string text;
    std::string input;  ///< what is typed when something asks
    CommandExpectation expect;
  };
  std::string source;  ///< the file that they are from, if there is one
  std::vector<Command> commands;
};

struct PutFile {
  std::string path;
  std::string content;
  std::string owner;  ///< empty: the step's user
  unsigned mode = 0644;
};

struct CopyFiles {
  std::vector<std::string> paths;
  std::string from, to;
  std::string into;   ///< a directory on the receiving system
  std::string owner;  ///< of the copies; empty: the step's user
};

/// One of the two handshakes of an agent and its engine; it must hold unless a side must refuse it.
struct TlsExpectation {
  std::optional<Side> refused_by;
  std::string openssl;  ///< text that OpenSSL's words contain
  parser::Position where;
};

/// Mutual handshakes between an agent, which reads PEM files, and its engine, which reads key stores.
struct CheckTls {
  std::string agent_system, agent_folder;
  std::string server_system, key_store, trust_store;
  base::Secret password;  ///< of both stores and of the key
  std::vector<crypto::TlsVersion> versions;
  TlsExpectation to_agent, to_server;
  std::optional<parser::Position> must_fail;  ///< neither may be trusted; then the two do not count
};

struct LookOnly {};

using Action = std::variant<SubmitJob, TsoCommands, TransferDataSet, TransferFile, MoveClock, CheckTrust, ShellCommands,
                            PutFile, CopyFiles, CheckTls, ReopenLab, LookOnly>;

struct Step {
  std::string title;  ///< empty: what the action says of itself
  std::string system;
  std::string user;
  std::string host_user = "root";  ///< of systems that are no z/OS, where case matters
  Action action = LookOnly{};
  std::vector<RingExpectation> rings;
  std::vector<CertificateExpectation> certificates;
  std::optional<parser::Position> must_fail;  ///< of what copies: nothing may come of it
  parser::Position where;
};

struct Scenario {
  std::string file;
  std::string name;
  std::string about;
  base::Instant date{};
  std::string seed;
  std::optional<lab::RacfLevel> level;  ///< the release that is played, whatever the run asks for
  bool strict = false;                  ///< strict, whatever the run asks for
  std::vector<database::SystemRecord> systems;
  jes::Libraries libraries;                             ///< procedures and INCLUDE groups of its jobs
  std::map<std::string, openssl::Personality> openssl;  ///< releases that systems have, where they are told
  std::vector<std::string> tags;
  std::string importance;
  std::optional<std::chrono::seconds> timeout;  ///< after which it counts as hung
  std::string skip;                             ///< why it is left out; empty if it is not
  std::vector<Step> steps;
};

}  // namespace ringside::harness
