// tests/support/racf_lab.hpp - a seeded lab in memory with a stopped clock, and commands typed at one of its systems.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::test_support {

class RacfLab {
 public:
  /// `date` as --date takes it. The systems are bare: tests define what they need.
  explicit RacfLab(const std::string& date = "2013-05-17", lab::Rules rules = {},
                   racf::Preparation preparation = racf::Preparation::bare);

  /// Adds a system; it uses a database of its own unless `database` names one.
  racf::Session& add_system(const std::string& name, const std::string& database = "");
  /// Takes commands for a system that the lab got by other means.
  racf::Session& know_system(const std::string& name);
  racf::Session& on(const std::string& name);
  racf::Session& session() { return on("SYS1"); }
  lab::Lab& lab() { return lab_; }
  void set_date(const std::string& date);

  /// Runs one command on SYS1 (or on `system`) as IBMUSER (or as `user`).
  host::CommandResult run(const std::string& command, const std::string& system = "SYS1");
  host::CommandResult run_as(const std::string& user, const std::string& command);
  /// Runs a command that must end with return code 0.
  void must(const std::string& command, const std::string& system = "SYS1");
  /// What SYSTSPRT shows of a command, each line ended by a line feed.
  std::string shown(const std::string& command, const std::string& system = "SYS1");

  /// A data set of text or bytes on a system.
  void put_text(const std::string& name, const std::string& text, const std::string& system = "SYS1");
  void put_bytes(const std::string& name, base::ByteView bytes, const std::string& system = "SYS1");
  std::string get_text(const std::string& name, const std::string& system = "SYS1");
  base::Bytes get_bytes(const std::string& name, const std::string& system = "SYS1");
  void copy(const std::string& name, const std::string& from, const std::string& to);

  /// The stored certificate of this owner and label; a test failure if there is none.
  crypto::Certificate certificate(const std::string& owner, const std::string& label,
                                  const std::string& system = "SYS1");
  std::optional<database::CertificateRecord> record(const std::string& owner, const std::string& label,
                                                    const std::string& system = "SYS1");

 private:
  racf::Preparation preparation_;
  base::FixedClock wall_clock_;
  lab::Lab lab_;
  std::vector<std::unique_ptr<racf::Session>> sessions_;
};

/// Message numbers of a result, in order.
std::vector<std::string> message_ids(const host::CommandResult& result);

}  // namespace ringside::test_support
