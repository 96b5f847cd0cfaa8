// harness/play/host_player.hpp - plays the steps on systems that have files.
#pragma once

#include <map>
#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "emulator/host/lab_files.hpp"
#include "emulator/lab/lab.hpp"
#include "harness/play/result.hpp"
#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

class HostPlayer {
 public:
  HostPlayer(lab::Lab& lab, const Scenario& scenario) : lab_(lab), scenario_(scenario) {}

  void act(const ShellCommands& action, const Step& step, StepReport& report);
  void act(const PutFile& action, const Step& step, StepReport& report);
  void act(const TransferFile& action, const Step& step, StepReport& report);
  void act(const CopyFiles& action, const Step& step, StepReport& report);
  void act(const CheckTls& action, const Step& step, StepReport& report);

 private:
  /// What a user's shell keeps between its lines.
  struct Shell {
    std::string directory = "/";
    std::map<std::string, std::string> variables = {{"HOME", "/"}};
    std::string file_user{};  ///< as the files know him
  };

  [[nodiscard]] database::SystemRecord system(const std::string& name);
  [[nodiscard]] host::LabFiles files(const std::string& system_name, const std::string& user);
  /// The number of octets, or why nothing was copied.
  tl::expected<std::size_t, std::string> to_file(const TransferFile& action, host::LabFiles& root,
                                                 const std::string& owner);
  tl::expected<std::size_t, std::string> from_file(const TransferFile& action, const host::LabFiles& root);
  Shell& shell_of(const database::SystemRecord& record, const std::string& user);
  host::CommandResult run(const ShellCommands::Command& command, const Step& step);
  void shake_hands(const CheckTls& action, crypto::TlsVersion version, const crypto::Party& agent,
                   const crypto::Party& engine, StepReport& report);

  lab::Lab& lab_;
  const Scenario& scenario_;
  std::map<std::pair<std::string, std::string>, Shell> shells_;
};

/// A command line without the passwords that stand in it: -storepass X, pass:X and their like.
std::string without_passwords(const std::string& command);

}  // namespace ringside::harness
