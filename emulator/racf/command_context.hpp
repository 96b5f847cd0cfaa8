// emulator/racf/context.hpp - what a command is given (who, where, which database) and what it gives back.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/message.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Who issues commands on which system of the lab.
struct Session {
  Session(lab::Lab& in_lab, database::SystemRecord on_system, std::string as_user)
      : lab(in_lab),
        system(std::move(on_system)),
        database(in_lab.database_of(system)),
        data_sets(in_lab, system.name),
        user(std::move(as_user)) {}

  lab::Lab& lab;
  database::SystemRecord system;
  database::SecurityDatabase database;
  host::DataSets data_sets;
  std::string user;
};

/// One running command: its session, its randomness, and the reply that it builds.
class Context {
 public:
  /// `operation` is the command's number on its system.
  Context(Session& session, std::unique_ptr<base::Randomness> randomness, std::int64_t operation = 0)
      : session_(session), randomness_(std::move(randomness)), operation_(operation) {}

  [[nodiscard]] Session& session() { return session_; }
  [[nodiscard]] database::SecurityDatabase& database() { return session_.database; }
  [[nodiscard]] const base::Randomness& randomness() const { return *randomness_; }
  /// The command's new key: the one that was begun before its turn came, or made now.
  [[nodiscard]] crypto::PrivateKey make_key(crypto::KeySpec spec) const {
    return session_.lab.make_key(session_.system.name, operation_, spec, *randomness_);
  }
  [[nodiscard]] const std::string& user() const { return session_.user; }
  [[nodiscard]] base::Instant now() const { return session_.lab.now(); }
  [[nodiscard]] base::Zone zone() const { return session_.lab.zone(); }
  [[nodiscard]] const lab::Rules& rules() const { return session_.lab.rules(); }

  /// Prints a message and goes on; the return code becomes at least `return_code` (0 for information, 4 for "went on").
  void say(MessageId id, const std::vector<std::string>& inserts = {}, int return_code = 0);
  /// Prints a message that has no entry in the table (PARSE's).
  void say(const parser::Message& message);
  /// Prints a line of a listing.
  void line(std::string text);
  /// A line for the job log.
  void console(std::string text);
  /// A remark of Ringside's own, outside SYSTSPRT.
  void diagnose(std::string text);
  /// Notes that profiles of a class changed; ends in IRRD175I once per RACLISTed class (rulings, "refresh").
  void changed(const std::string& profile_class) { changed_.insert(profile_class); }

  /// Closes the reply: the refusal if there is one, else the refresh reminders.
  host::CommandResult finish(std::string command, const Result<void>& outcome);

 private:
  Session& session_;
  std::unique_ptr<base::Randomness> randomness_;
  std::int64_t operation_;
  host::CommandResult result_;
  std::set<std::string> changed_;
};

/// A command processor of RACF.
using Handler = Result<void> (*)(Context&, const parser::Command&);

}  // namespace ringside::racf
